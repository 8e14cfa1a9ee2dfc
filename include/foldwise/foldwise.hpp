#ifndef FOLDWISE_FOLDWISE_HPP
#define FOLDWISE_FOLDWISE_HPP

/// The whole library in reading order, but for what touches the operating
/// system, store/maildir.hpp and store/mapped_file.hpp, and what is slow to
/// compile, structured/date_time_chrono.hpp.

#include <foldwise/config.hpp>

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/diagnostic.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/result.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/base/walk.hpp>

#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/message/unfold.hpp>

#include <foldwise/structured/date_time.hpp>
#include <foldwise/structured/date_time_reader.hpp>
#include <foldwise/structured/date_time_word.hpp>
#include <foldwise/structured/message_id.hpp>
#include <foldwise/structured/token.hpp>

#include <foldwise/auth/colon_list.hpp>
#include <foldwise/auth/dkim_signature.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>

#include <foldwise/inspect/diagnose.hpp>

#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/mbox.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>
#include <foldwise/store/mbox_splitter.hpp>
#include <foldwise/store/unquote.hpp>

#endif

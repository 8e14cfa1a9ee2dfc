#ifndef FOLDWISE_FOLDWISE_HPP
#define FOLDWISE_FOLDWISE_HPP

/// The whole library, except the headers that touch the operating system, have large tables or are
/// slow to compile: charset_cjk.hpp, charset_iconv.hpp, maildir.hpp, mapped_file.hpp and
/// date/date_time_chrono.hpp.

#include <foldwise/config.hpp>

#include <foldwise/address.hpp>
#include <foldwise/auth.hpp>
#include <foldwise/charset.hpp>
#include <foldwise/date.hpp>
#include <foldwise/diagnostic.hpp>
#include <foldwise/dkim.hpp>
#include <foldwise/dmarc.hpp>
#include <foldwise/fields.hpp>
#include <foldwise/inspect.hpp>
#include <foldwise/lists.hpp>
#include <foldwise/mail_data.hpp>
#include <foldwise/mbox.hpp>
#include <foldwise/message.hpp>
#include <foldwise/mime.hpp>
#include <foldwise/parameters.hpp>
#include <foldwise/report.hpp>
#include <foldwise/smtp.hpp>
#include <foldwise/syntax.hpp>
#include <foldwise/trace.hpp>
#include <foldwise/transcript.hpp>
#include <foldwise/transfer.hpp>
#include <foldwise/words.hpp>

#endif

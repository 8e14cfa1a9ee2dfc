#ifndef FOLDWISE_FOLDWISE_HPP
#define FOLDWISE_FOLDWISE_HPP

/// Every room of the library, in the order in which they build on each other, except what touches
/// the operating system or is slow to compile: charset_iconv.hpp, maildir.hpp, mapped_file.hpp and
/// date/date_time_chrono.hpp.

#include <foldwise/config.hpp>

#include <foldwise/address.hpp>
#include <foldwise/auth.hpp>
#include <foldwise/charset.hpp>
#include <foldwise/date.hpp>
#include <foldwise/diagnostic.hpp>
#include <foldwise/fields.hpp>
#include <foldwise/inspect.hpp>
#include <foldwise/lists.hpp>
#include <foldwise/mbox.hpp>
#include <foldwise/message.hpp>
#include <foldwise/mime.hpp>
#include <foldwise/parameters.hpp>
#include <foldwise/report.hpp>
#include <foldwise/syntax.hpp>
#include <foldwise/trace.hpp>
#include <foldwise/transfer.hpp>
#include <foldwise/words.hpp>

#endif

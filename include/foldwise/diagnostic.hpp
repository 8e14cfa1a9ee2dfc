#ifndef FOLDWISE_DIAGNOSTIC_HPP
#define FOLDWISE_DIAGNOSTIC_HPP

/// Problems as data. No function throws because of malformed mail, and none gives up silently: a
/// value that cannot be read is a `result<T>` that holds a `diagnostic`, and a value that was read
/// although it is malformed reports what is wrong. A diagnostic is a code and a range of octets:
///
///     Subject  : Hello
///
///     |-----|             the field name
///            ||           offset 7, length 2
///                         code        diagnostic_code::space_before_colon
///                         name()      "space_before_colon"
///                         severity()  severity::ambiguity
///                         rfc()       "5322 4.5"
///                         text()      "white space between a field name and its colon; ignored,
///                                     but other programs may not recognize the field"
///
/// Severities, in increasing order: `note` (unusual, but all programs agree on the meaning),
/// `obsolete` (a form that must not be written any more), `violation` (breaks the format, but has
/// one possible meaning), `ambiguity` (another program may read the same octets differently, which
/// attackers use), `limit` (something was not read).
///
///     if (auto const when = get<"Date">(m)) use(*when);
///     else log(to_string(when.error()));
///     diagnose(m, [](diagnostic const& d) { log(d.name(), d.offset, d.length); });
///
/// Every type that reads a field has `deviation()`, the gravest problem, and `diagnose(report)`,
/// which reports all problems. The function `diagnose` for a whole message is in inspect.hpp.

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/diagnostic/diagnostic_kind.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/kind_of.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/diagnostic/severity.hpp>

#endif

#ifndef FOLDWISE_DATE_HPP
#define FOLDWISE_DATE_HPP

/// Dates and time zones (RFC 5322 section 3.3). A `date_time` is read from a field such as Date, in
/// any form that has only one meaning, and says how the text deviates from the RFC.
/// To convert it to std::chrono, include date/date_time_chrono.hpp, which is not included here.
///
///     Mon, 15 Dec 2014 11:00:00 +0100
///
///     |-----------------------------|   raw()
///          |---------|                  day(), month(), year()
///                      |------|         hour(), minute(), second()
///                               |---|   offset_minutes()

#include <foldwise/date/date_time.hpp>
#include <foldwise/date/fields.hpp>

#endif

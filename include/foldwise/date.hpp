#ifndef FOLDWISE_DATE_HPP
#define FOLDWISE_DATE_HPP

/// Dates and time zones (RFC 5322 section 3.3): `date_time`.

#include <foldwise/date/date_time.hpp>
#include <foldwise/date/fields.hpp>

#endif

#ifndef FOLDWISE_DATE_FIELDS_HPP
#define FOLDWISE_DATE_FIELDS_HPP

#include <foldwise/date/date_time.hpp>
#include <foldwise/message/get.hpp>

namespace foldwise::inline FOLDWISE_ABI {

// Fields that hold a date (RFC 5322 sections 3.6.1 and 3.6.6, RFC 2156).

template <>
struct field_type<"Date"> : field_as<date_time> {};
template <>
struct field_type<"Resent-Date"> : field_as<date_time> {};
template <>
struct field_type<"Delivery-Date"> : field_as<date_time> {};
template <>
struct field_type<"Expires"> : field_as<date_time> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

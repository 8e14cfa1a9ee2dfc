#ifndef FOLDWISE_PARAMETERS_FIELDS_HPP
#define FOLDWISE_PARAMETERS_FIELDS_HPP

#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>
#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

// Content-Type (RFC 2045 section 5) and Content-Disposition (RFC 2183). If Content-Type is missing,
// content_type{} is its value.

template <>
struct field_type<"Content-Type"> : field_as<content_type> {};
template <>
struct field_type<"Content-Disposition"> : field_as<content_disposition> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

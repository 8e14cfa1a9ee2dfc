#ifndef FOLDWISE_AUTH_FIELDS_HPP
#define FOLDWISE_AUTH_FIELDS_HPP

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

// The results that receivers recorded (RFC 7208, RFC 8601).

template <>
struct field_type<"Authentication-Results"> : field_as<authentication_results> {};
template <>
struct field_type<"Received-SPF"> : field_as<received_spf> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

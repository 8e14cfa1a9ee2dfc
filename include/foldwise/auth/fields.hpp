#ifndef FOLDWISE_AUTH_FIELDS_HPP
#define FOLDWISE_AUTH_FIELDS_HPP

#include <foldwise/auth/arc.hpp>
#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/bimi_record.hpp>
#include <foldwise/auth/dkim_signature.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>

#include <string_view>

namespace foldwise {

// Signatures, and the results that receivers recorded (RFC 6376, RFC 7208, RFC 8601, RFC 8617), and
// the choice of a BIMI record.

template <>
struct field_type<"Authentication-Results"> : field_as<authentication_results> {};
template <>
struct field_type<"Received-SPF"> : field_as<received_spf> {};
template <>
struct field_type<"DKIM-Signature"> : field_as<dkim_signature> {};
template <>
struct field_type<"ARC-Seal"> : field_as<arc_seal> {};
template <>
struct field_type<"ARC-Message-Signature"> : field_as<arc_message_signature> {};
template <>
struct field_type<"ARC-Authentication-Results"> : field_as<arc_authentication_results> {};
template <>
struct field_type<"BIMI-Selector"> : field_as<bimi_selector> {};

} // namespace foldwise

#endif

#ifndef FOLDWISE_DKIM_FIELDS_HPP
#define FOLDWISE_DKIM_FIELDS_HPP

#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/dkim_signature.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

// Signatures, and the fields of ARC sets (RFC 6376, RFC 8617).

template <>
struct field_type<"DKIM-Signature"> : field_as<dkim_signature> {};
template <>
struct field_type<"ARC-Seal"> : field_as<arc_seal> {};
template <>
struct field_type<"ARC-Message-Signature"> : field_as<arc_message_signature> {};
template <>
struct field_type<"ARC-Authentication-Results"> : field_as<arc_authentication_results> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

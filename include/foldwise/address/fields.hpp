#ifndef FOLDWISE_ADDRESS_FIELDS_HPP
#define FOLDWISE_ADDRESS_FIELDS_HPP

#include <foldwise/address/address_list.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/message/get.hpp>

namespace foldwise::inline FOLDWISE_ABI {

// Fields of addresses (RFC 5322 sections 3.6.2, 3.6.3 and 3.6.6), and others: Mail-Followup-To and
// Mail-Reply-To say where answers to everybody and to the author go
// (https://cr.yp.to/proto/replyto.html), Errors-To where bounces go (RFC 2076 section 3.5).

template <>
struct field_type<"Sender"> : field_as<mailbox> {};
template <>
struct field_type<"Resent-Sender"> : field_as<mailbox> {};
template <>
struct field_type<"From"> : field_as<address_list> {};
template <>
struct field_type<"Reply-To"> : field_as<address_list> {};
template <>
struct field_type<"To"> : field_as<address_list> {};
template <>
struct field_type<"Cc"> : field_as<address_list> {};
template <>
struct field_type<"Bcc"> : field_as<address_list> {};
template <>
struct field_type<"Resent-From"> : field_as<address_list> {};
template <>
struct field_type<"Resent-Reply-To"> : field_as<address_list> {};
template <>
struct field_type<"Resent-To"> : field_as<address_list> {};
template <>
struct field_type<"Resent-Cc"> : field_as<address_list> {};
template <>
struct field_type<"Resent-Bcc"> : field_as<address_list> {};
template <>
struct field_type<"Apparently-To"> : field_as<address_list> {};
template <>
struct field_type<"Disposition-Notification-To"> : field_as<address_list> {};
template <>
struct field_type<"Return-Receipt-To"> : field_as<address_list> {};
template <>
struct field_type<"Mail-Followup-To"> : field_as<address_list> {};
template <>
struct field_type<"Mail-Reply-To"> : field_as<address_list> {};
template <>
struct field_type<"Errors-To"> : field_as<address_list> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

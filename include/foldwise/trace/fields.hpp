#ifndef FOLDWISE_TRACE_FIELDS_HPP
#define FOLDWISE_TRACE_FIELDS_HPP

#include <foldwise/message/get.hpp>
#include <foldwise/trace/delivered_to.hpp>
#include <foldwise/trace/message_id.hpp>
#include <foldwise/trace/path.hpp>
#include <foldwise/trace/received.hpp>

namespace foldwise::inline FOLDWISE_ABI {

// The types of identifiers (RFC 5322 section 3.6.4) and trace fields (RFC 5321 section 4.4,
// RFC 9228), for get<>.

template <>
struct field_type<"Message-ID"> : field_as<message_ids> {};
template <>
struct field_type<"Resent-Message-ID"> : field_as<message_ids> {};
template <>
struct field_type<"In-Reply-To"> : field_as<message_ids> {};
template <>
struct field_type<"References"> : field_as<message_ids> {};
template <>
struct field_type<"Return-Path"> : field_as<path> {};
template <>
struct field_type<"Received"> : field_as<received> {};
template <>
struct field_type<"Delivered-To"> : field_as<delivered_to> {};
template <>
struct field_type<"X-Original-To"> : field_as<delivered_to> {};
template <>
struct field_type<"Envelope-To"> : field_as<delivered_to> {};
template <>
struct field_type<"X-Envelope-To"> : field_as<delivered_to> {};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

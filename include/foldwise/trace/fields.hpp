#ifndef FOLDWISE_TRACE_FIELDS_HPP
#define FOLDWISE_TRACE_FIELDS_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/get.hpp>
#include <foldwise/trace/message_id.hpp>
#include <foldwise/trace/path.hpp>
#include <foldwise/trace/received.hpp>

#include <string_view>

namespace foldwise {

// Identifiers (RFC 5322 section 3.6.4) and trace fields (RFC 5321 section 4.4, RFC 9228).

template <>
struct field_type<"Message-ID"> : field_as<message_ids> {};
template <>
struct field_type<"Resent-Message-ID"> : field_as<message_ids> {};
template <>
struct field_type<"In-Reply-To"> : field_as<message_ids> {};
template <>
struct field_type<"References"> : field_as<message_ids> {};
template <>
struct field_type<"Return-Path"> {
    static constexpr result<path> read(field const& f) noexcept { return read_path(f.raw_value()); }
};
template <>
struct field_type<"Received"> : field_as<received> {};
template <>
struct field_type<"Delivered-To"> {
    static constexpr result<addr_spec> read(field const& f) noexcept {
        return read_delivered_to(f.raw_value());
    }
};
template <>
struct field_type<"X-Original-To"> {
    static constexpr result<addr_spec> read(field const& f) noexcept {
        return read_delivered_to(f.raw_value());
    }
};
template <>
struct field_type<"Envelope-To"> {
    static constexpr result<addr_spec> read(field const& f) noexcept {
        return read_delivered_to(f.raw_value());
    }
};
template <>
struct field_type<"X-Envelope-To"> {
    static constexpr result<addr_spec> read(field const& f) noexcept {
        return read_delivered_to(f.raw_value());
    }
};

} // namespace foldwise

#endif

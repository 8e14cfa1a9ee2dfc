#ifndef FOLDWISE_MIME_DETAIL_MESSAGE_SUBTYPES_HPP
#define FOLDWISE_MIME_DETAIL_MESSAGE_SUBTYPES_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/parameter_text.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Which octets a body may contain: 0 for those of 7bit (also if it is encoded), 1 for those of
/// 8bit, 2 for any (RFC 2045 sections 2.7 to 2.9). An unknown encoding counts as 8bit.
constexpr unsigned char encoding_domain(transfer_encoding encoding) noexcept {
    using enum transfer_encoding;
    if (encoding == binary) return 2;
    return encoding == eight_bit || encoding == other ? 1 : 0;
}

/// Whether the type is message/partial or message/external-body.
constexpr bool is_partial(content_type const& type) noexcept {
    return type.is("message", "partial");
}
constexpr bool is_external_body(content_type const& type) noexcept {
    return type.is("message", "external-body");
}

/// The value of the parameter `name` as a number; empty if there is none.
constexpr optional<std::uint64_t> number_in(content_type const& type,
                                            std::string_view name) noexcept {
    auto const found = type.parameters().find(name);
    if (!found) return std::nullopt;
    char octets[24] = {};
    auto const size = found->text().copy_to(octets, sizeof octets);
    if (size == sizeof octets) return std::nullopt;
    return read_decimal(octets_at(octets, size));
}

/// Whether a message/partial or message/external-body has the parameters that it must have (RFC
/// 2046 sections 5.2.2 and 5.2.3).
FOLDWISE_COLD constexpr bool has_required_parameters(content_type const& type) noexcept {
    auto const has = [&type](std::string_view name) {
        return type.parameters().find(name).has_value();
    };
    if (is_partial(type)) return has("id") && has("number");
    auto const access = type.parameters().find("access-type");
    if (!access) return false;
    char octets[16] = {};
    auto const word = octets_at(octets, access->text().copy_to(octets, sizeof octets));
    auto const is = [word](std::string_view name) { return ascii_iequals(word, name); };
    bool const is_remote = is("ftp") || is("anon-ftp") || is("tftp");
    if (is_remote) return has("name") && has("site");
    if (is("local-file") || is("afs")) return has("name");
    return !is("mail-server") || has("server");
}

/// Whether the number of a message/partial is from 1 to its total, if that is there.
FOLDWISE_COLD constexpr bool is_fragment_number(content_type const& type) noexcept {
    auto const number = number_in(type, "number");
    if (!number || *number == 0) return false;
    if (!type.parameters().find("total")) return true;
    auto const total = number_in(type, "total");
    return total && *number <= *total;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

#ifndef FOLDWISE_TRACE_DETAIL_HOST_WORDS_HPP
#define FOLDWISE_TRACE_DETAIL_HOST_WORDS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/syntax/ip_address.hpp>

#include <initializer_list>
#include <string_view>

namespace foldwise::detail {

/// Whether `text` could be the name of a host: letters, digits, "-", "_" and ".", but not an IPv4
/// address.
constexpr bool is_host_name(std::string_view text) noexcept {
    constexpr auto name = alpha + digit + utf8_non_ascii + char_class{"-_."};
    return !text.empty() && scan::not_in(name, text, 0) == text.size() && !is_ipv4(text);
}

/// Whether `text` is a word that servers write instead of a host name that they do not know.
constexpr bool says_no_host(std::string_view text) noexcept {
    for (std::string_view const word : {"unknown", "really", "unverified"})
        if (ascii_iequals(text, word)) return true;
    return false;
}

/// The address in brackets. A port may follow the closing bracket, or follow an IPv4 address in the
/// brackets:
///     "[192.0.2.1]"  "[IPv6:::1]"  "[192.0.2.1]:25"  "[192.0.2.1:25]"
constexpr optional<ip_address> read_bracketed_address(std::string_view text) noexcept {
    if (!text.starts_with('[')) return std::nullopt;
    auto const end = text.find(']');
    if (end == text.npos) return std::nullopt;
    if (end + 1 != text.size() && text[end + 1] != ':') return std::nullopt;
    auto const inside = text.substr(1, end - 1);
    auto const found = ip_address::read(inside);
    auto const port = inside.find(':');
    if (found || port == inside.npos || !is_ipv4(inside.substr(0, port))) return found;
    if (scan::not_in(digit, inside, port + 1) != inside.size()) return std::nullopt;
    return ip_address{inside.substr(0, port), ip_version::v4};
}

/// Whether `text` is one of the commands by which a client introduces itself.
constexpr bool is_helo(std::string_view text) noexcept {
    return ascii_iequals(text, "HELO") || ascii_iequals(text, "EHLO") ||
           ascii_iequals(text, "LHLO");
}

} // namespace foldwise::detail

#endif

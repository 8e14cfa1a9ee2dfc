#ifndef FOLDWISE_TRACE_DETAIL_HOST_WORDS_HPP
#define FOLDWISE_TRACE_DETAIL_HOST_WORDS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/syntax/ip_address.hpp>

#include <initializer_list>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether `text` could be the name of a host: letters, digits, "-", "_" and ".", but not an IPv4
/// address.
constexpr bool is_host_name(std::string_view text) noexcept {
    constexpr auto name = alpha + digit + utf8_non_ascii + char_class{"-_."};
    return !text.empty() && scan::not_in(name, text, 0) == text.size() && !is_ipv4(text);
}

/// Whether `text` is a word that servers write instead of a host name that they do not know.
constexpr bool says_no_host(std::string_view text) noexcept {
    for (std::string_view const word : {"unknown", "really", "verified", "unverified"})
        if (ascii_iequals(text, word)) return true;
    return false;
}

/// The address that is the whole text, without brackets. A port may follow an IPv4 address:
///     "192.0.2.1"  "192.0.2.1:25"  "2001:db8::1"
constexpr optional<ip_address> read_bare_address(std::string_view text) noexcept {
    auto const found = ip_address::read(text);
    auto const port = text.find(':');
    if (found || port == text.npos || !is_ipv4(text.substr(0, port))) return found;
    if (port + 1 == text.size() || scan::not_in(digit, text, port + 1) != text.size())
        return std::nullopt;
    return ip_address{text.substr(0, port), ip_version::v4};
}

/// The address in brackets. A port may follow the closing bracket, or follow an IPv4 address in the
/// brackets; and so may a comma and text without another address:
///     "[192.0.2.1]"  "[IPv6:::1]"  "[192.0.2.1]:25"  "[192.0.2.1:25]"  "[192.0.2.1],"
constexpr optional<ip_address> read_bracketed_address(std::string_view text) noexcept {
    if (!text.starts_with('[')) return std::nullopt;
    auto const end = text.find(']');
    if (end == text.npos) return std::nullopt;
    auto const after = text.substr(end + 1);
    bool const is_alone =
        after.empty() || after[0] == ':' || (after[0] == ',' && after.find('[') == after.npos);
    if (!is_alone) return std::nullopt;
    return read_bare_address(text.substr(1, end - 1));
}

/// Whether `text` is a word that may come before the name or the address of the client's host:
/// "Not" and "Verified", or an assignment such as "ident=[192.0.2.1]".
constexpr bool is_word_before_address(std::string_view text) noexcept {
    if (text.starts_with('[')) return false; // nearly always
    auto const equals = text.find('=');
    if (equals != text.npos) return equals != 0 && equals < text.find_first_of("[\"");
    return says_no_host(text) || ascii_iequals(text, "not");
}

/// The text after "Verified", which some servers write directly before the bracket.
constexpr std::string_view without_verified(std::string_view text) noexcept {
    constexpr std::string_view verified = "Verified";
    bool const has_it = ascii_istarts_with(text, verified);
    return has_it ? text.substr(verified.size()) : text;
}

/// The size of the host name or of the address in brackets at the start of `word`: it ends before a
/// ",", a bracket or a quote, and before a port or a ":" at its end. Other words, which clients may
/// claim as names, are taken whole.
///     "mx.example.net,"  "mx.example.net:25"  "[192.0.2.1]:25"  "mx.example.net[192.0.2.1]"
constexpr std::size_t host_size(std::string_view word) noexcept {
    constexpr octet_table plain{alpha + digit + char_class{"-._"}};
    constexpr char_class stops{",[<\""};
    if (plain.not_in(word, 0) == word.size()) return word.size();
    if (word.starts_with('[')) {
        auto const end = word.find(']');
        return end == word.npos ? word.size() : end + 1;
    }
    if (word.starts_with('<') || word.starts_with('"')) return word.size();
    auto const end = scan::in(stops, word, 0);
    auto const port = word.substr(0, end).find(':');
    if (port == word.npos || port == 0) return end;
    if (port + 1 == end && plain.not_in(word, 0) != port) return end; // "2001:db8::"
    return scan::not_in(digit, word.substr(0, end), port + 1) == end ? port : end;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

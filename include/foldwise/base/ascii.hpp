#ifndef FOLDWISE_BASE_ASCII_HPP
#define FOLDWISE_BASE_ASCII_HPP

#include <cstddef>
#include <string_view>

namespace foldwise {

/// `A` to `Z` as `a` to `z`, every other octet as it is, whatever the locale.
constexpr char ascii_lower(char octet) noexcept {
    return octet >= 'A' && octet <= 'Z' ? static_cast<char>(octet + ('a' - 'A')) : octet;
}

/// Whether both are the same but for the case of ASCII letters, as field names
/// (RFC 5322 section 1.2.2) and most keywords of mail are compared.
///     ascii_iequals("Return-Path", "return-path")  ->  true
/// Octets beyond ASCII are compared as they are. O(n), nothing is allocated.
constexpr bool ascii_iequals(std::string_view left, std::string_view right) noexcept {
    if (left.size() != right.size()) return false;
    if (left == right) return true; // as most that are the same are written, many octets at once
    for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i] != right[i] && ascii_lower(left[i]) != ascii_lower(right[i])) return false;
    return true;
}

} // namespace foldwise

#endif

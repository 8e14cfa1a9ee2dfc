#ifndef FOLDWISE_TESTS_BUT_FOR_CR_HPP
#define FOLDWISE_TESTS_BUT_FOR_CR_HPP

#include <string_view>

namespace test {

/// Whether `octets`, with LF or CRLF, equals `wanted`, with LF.
constexpr bool same_but_for_cr(std::string_view octets, std::string_view wanted) {
    for (char const octet : octets) {
        if (octet == '\r') continue;
        if (!wanted.starts_with(octet)) return false;
        wanted.remove_prefix(1);
    }
    return wanted.empty();
}

} // namespace test

#endif

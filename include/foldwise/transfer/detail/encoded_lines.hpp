#ifndef FOLDWISE_TRANSFER_DETAIL_ENCODED_LINES_HPP
#define FOLDWISE_TRANSFER_DETAIL_ENCODED_LINES_HPP

#include <foldwise/base/line.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The maximum size of an encoded line, without its ending (RFC 2045 sections 6.7 and 6.8).
inline constexpr std::size_t encoded_line_limit = 76;

/// The lines that an encoder writes: their maximum length, which is at least 4, and their ending.
///     encode_base64(octets, to, {.length = 64, .ending = line_ending::lf})
struct encoded_lines {
    std::size_t length = encoded_line_limit;
    line_ending ending = line_ending::crlf;
};

/// The octets of a line ending.
///     octets_of(line_ending::crlf)  ->  "\r\n"
constexpr std::string_view octets_of(line_ending ending) noexcept {
    return std::string_view{"\r\n"}.substr(2 - size_of(ending));
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

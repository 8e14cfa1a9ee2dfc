#ifndef FOLDWISE_CHARSET_CHARSET_CONVERTER_HPP
#define FOLDWISE_CHARSET_CHARSET_CONVERTER_HPP

#include <foldwise/charset/charset.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The interface of converters to UTF-8, for charsets that need large tables, such as GB18030 and
/// Shift_JIS. The caller supplies the converter: charset_cjk.hpp has one with its own tables,
/// charset_iconv.hpp has one over POSIX iconv. A converter handles one text at a time:
/// charset_decoder calls `start`, then `write` any number of times, then `finish`. A piece that is
/// passed to `write` may end inside a character.
///
/// `write` and `finish` write well-formed UTF-8 to `to`: at most 3 * n octets for the first n
/// octets of a text, and at most 3 * (octets.size() + 8) octets in one call. They must not drop
/// anything silently: U+FFFD replaces malformed octets.
class charset_converter {
  public:
    /// What one call has written.
    struct written {
        std::size_t size;     ///< octets written to `to`
        std::size_t replaced; ///< how many U+FFFD among them replace malformed octets
        /// Where the first malformed octet is and where the last one ends, counted from the start
        /// of the piece; negative if that is in a piece before. If they are equal, the converter
        /// does not know, and the whole piece counts as malformed.
        std::ptrdiff_t first = 0;
        std::ptrdiff_t last = 0;
    };

    /// Starts a text in the charset `from`. Returns false if the converter does not know it.
    virtual constexpr bool start(charset from) noexcept = 0;
    /// Converts the next octets of the text.
    virtual constexpr written write(std::string_view octets, char* to) noexcept = 0;
    /// Ends the text.
    virtual constexpr written finish(char* to) noexcept = 0;

  protected:
    constexpr charset_converter() = default;
    constexpr charset_converter(charset_converter const&) = default;
    constexpr charset_converter& operator=(charset_converter const&) = default;
    constexpr ~charset_converter() = default; // nobody owns one through its base
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_CHARSET_CHARSET_CONVERTER_HPP
#define FOLDWISE_CHARSET_CHARSET_CONVERTER_HPP

#include <foldwise/charset/charset.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// Converts charsets that need large tables, such as GB18030 and Shift_JIS; supplied by the caller:
/// charset_iconv.hpp has one over POSIX iconv. It converts one text at a time:
/// charset_decoder calls `start`, then `write` any number of times, then `finish`.
///
/// `write` and `finish` write well-formed UTF-8 to `to`: for the first `n` octets of a text never more
/// than 3 * n octets in all, and never more than 3 * (octets.size() + 8) in one call. Nothing is
/// dropped silently: U+FFFD replaces malformed octets. A piece may end inside of a character.
class charset_converter {
  public:
    struct written {
        std::size_t size;     ///< octets written to `to`
        std::size_t replaced; ///< how many U+FFFD of them are for malformed octets
    };

    /// A text in `from` begins. False where the converter does not know the set.
    virtual constexpr bool start(charset from) noexcept = 0;
    /// The next octets of the text, any number.
    virtual constexpr written write(std::string_view octets, char* to) noexcept = 0;
    /// The text ends here.
    virtual constexpr written finish(char* to) noexcept = 0;

  protected:
    constexpr charset_converter() = default;
    constexpr charset_converter(charset_converter const&) = default;
    constexpr charset_converter& operator=(charset_converter const&) = default;
    constexpr ~charset_converter() = default; // nobody owns one through its base
};

} // namespace foldwise

#endif

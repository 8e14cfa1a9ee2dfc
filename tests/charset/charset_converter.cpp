#include <foldwise/charset/charset_converter.hpp>

#include "../support.hpp"

#include <foldwise/charset/charset_decoder.hpp>

namespace {

using foldwise::charset;
using foldwise::charset_converter;
using foldwise::charset_decoder;
using foldwise::diagnostic;
using foldwise::diagnostic_code;

/// Converts only Big5, and only its ASCII characters: every other octet is malformed. Writes "." at
/// the end.
class ascii_converter final : public charset_converter {
  public:
    constexpr bool start(charset from) noexcept override {
        ++starts;
        return from == charset::big5;
    }
    constexpr written write(std::string_view octets, char* to) noexcept override {
        written sum{0, 0};
        for (char const octet : octets) {
            bool const is_ascii = static_cast<unsigned char>(octet) < 0x80;
            std::string_view const text = is_ascii ? std::string_view{&octet, 1} : "\xEF\xBF\xBD";
            text.copy(to + sum.size, text.size());
            sum.size += text.size();
            sum.replaced += is_ascii ? 0u : 1u;
        }
        return sum;
    }
    constexpr written finish(char* to) noexcept override {
        *to = '.';
        return {1, 0};
    }
    int starts = 0;
};

constexpr bool a_converter_reads_what_is_not_built_in() {
    ascii_converter converter;
    charset_decoder decoder{charset::big5, converter};
    char text[charset_decoder::max_size(8)] = {};
    auto size = decoder.write("a", text);
    size += decoder.write("b\xA4", text + size);
    size += decoder.write("\xA4z", text + size);
    size += decoder.write("z", text + size);
    size += decoder.finish(text + size);
    REQUIRE_SAME("big5", std::string_view(text, size), "ab\xEF\xBF\xBD\xEF\xBF\xBDzz.");
    REQUIRE_SAME("big5", decoder.replaced(), std::size_t{2});
    std::size_t problems = 0;
    decoder.diagnose([&](diagnostic const& problem) {
        ++problems; // one problem, for the second and the third piece
        REQUIRE_TRUE(problem == diagnostic{diagnostic_code::charset_octets_replaced, 1, 4});
    });
    REQUIRE_SAME("big5", problems, std::size_t{1});
    return true;
}
CASE("charset_converter: it reads sets that are not built in",
     a_converter_reads_what_is_not_built_in)

constexpr bool what_no_converter_knows() {
    for (std::string_view const octets : {"", "x", "\x1B$B$\"\x1B(B"}) {
        for (bool const has_converter : {false, true}) {
            ascii_converter converter;
            auto decoder = has_converter ? charset_decoder{charset::iso_2022_jp, converter}
                                         : charset_decoder{charset::iso_2022_jp};
            char text[charset_decoder::max_size(8)] = {};
            auto size = decoder.write(octets.substr(0, 1), text);
            size += decoder.write(octets.substr(octets.empty() ? 0 : 1), text + size);
            size += decoder.finish(text + size);
            REQUIRE_SAME(octets, std::string_view(text, size),
                         octets.empty() ? "" : "\xEF\xBF\xBD");
            std::size_t problems = 0;
            decoder.diagnose([&](diagnostic const& problem) {
                ++problems;
                REQUIRE_TRUE(problem ==
                             diagnostic{diagnostic_code::charset_not_converted, 0, octets.size()});
            });
            REQUIRE_SAME(octets, problems, std::size_t{octets.empty() ? 0u : 1u});
        }
    }
    return true;
}
CASE("charset_converter: text that no converter knows is one U+FFFD", what_no_converter_knows)

constexpr bool what_is_built_in_needs_none() {
    ascii_converter converter;
    charset_decoder decoder{charset::utf_8, converter};
    char text[charset_decoder::max_size(2)] = {};
    REQUIRE_SAME("utf-8", decoder.write("\xC3\xA9", text), std::size_t{2});
    REQUIRE_SAME("utf-8", decoder.finish(text), std::size_t{0});
    REQUIRE_SAME("utf-8", converter.starts, 0);
    return true;
}
CASE("charset_converter: it is not called for built-in sets", what_is_built_in_needs_none)

} // namespace

// Properties of text converted to UTF-8: it is well-formed and within the size limit, however the
// input is split and whichever way it is read; iconv has the same result for input that it accepts.

#include "by_iconv.hpp"
#include "properties.hpp"
#include "utf8.hpp"

#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/charset/charset_iconv.hpp>
#include <foldwise/charset/utf8_text.hpp>

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace foldwise;

std::size_t count_replacements(std::string_view text) {
    std::size_t count = 0;
    for (auto at = text.find("\xEF\xBF\xBD"); at != text.npos;
         at = text.find("\xEF\xBF\xBD", at + 3))
        ++count;
    return count;
}

void diagnostics_lie_in(std::string_view octets, charset_decoder const& decoder) {
    std::size_t count = 0;
    decoder.diagnose([&](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset <= octets.size());
        REQUIRE_PROPERTY(problem.length <= octets.size() - problem.offset);
        ++count;
    });
    REQUIRE_PROPERTY(count <= 2);
    if (decoder.replaced() != 0) REQUIRE_PROPERTY(count != 0);
}

/// Decodes `octets` with `decoder`, in pieces of random sizes.
std::string in_pieces(std::string_view octets, charset_decoder decoder) {
    fuzz::dice dice{octets};
    std::string text;
    text.reserve(3 * octets.size());
    for (std::string_view rest = octets; !rest.empty();) {
        auto const piece = rest.substr(0, dice.roll(5));
        rest.remove_prefix(piece.size());
        char room[charset_decoder::max_size(5)];
        auto const written = decoder.write(piece, room);
        REQUIRE_PROPERTY(written <= charset_decoder::max_size(piece.size()));
        text.append(room, written);
    }
    auto const before = text.size();
    decoder.append_end_to(text);
    REQUIRE_PROPERTY(text.size() - before <= charset_decoder::max_size(0));
    REQUIRE_PROPERTY(fuzz::is_utf8(text));
    REQUIRE_PROPERTY(text.size() <= 3 * octets.size());
    REQUIRE_PROPERTY(count_replacements(text) >= decoder.replaced());
    diagnostics_lie_in(octets, decoder);
    return text;
}

#if defined(__GLIBC__)

// Charsets that iconv decodes as the WHATWG Encoding Standard does, possibly with fewer characters.
// UTF-8 is not among them: the iconv of glibc accepts code points above 10FFFF.
struct {
    foldwise::charset charset;
    ::iconv_t peer;
} const peers[] = {
    {charset::us_ascii, fuzz::opened("US-ASCII")},
    {charset::koi8_r, fuzz::opened("KOI8-R")},
    {charset::iso_8859_2, fuzz::opened("ISO-8859-2")},
    {charset::iso_8859_7, fuzz::opened("ISO-8859-7")},
    {charset::windows_1251, fuzz::opened("CP1251")},
    {charset::windows_1252, fuzz::opened("CP1252")},
    {charset::windows_1257, fuzz::opened("CP1257")},
    {charset::utf_16be, fuzz::opened("UTF-16BE")},
    {charset::utf_16le, fuzz::opened("UTF-16LE")},
    {charset::utf_32be, fuzz::opened("UTF-32BE")},
    {charset::utf_32le, fuzz::opened("UTF-32LE")},
    {charset::ibm437, fuzz::opened("CP437")},
    {charset::ibm850, fuzz::opened("CP850")},
    {charset::ibm852, fuzz::opened("CP852")},
    {charset::ibm858, fuzz::opened("CP858")},
};

void iconv_reads_the_same(std::string_view octets, charset from, std::string_view ours) {
    for (auto const& peer : peers) {
        if (peer.charset != from) continue;
        auto const theirs = fuzz::by_iconv(peer.peer, octets);
        if (theirs && fuzz::is_utf8(*theirs)) REQUIRE_PROPERTY(ours == *theirs);
    }
}

static iconv_converter converters[std::size(detail::iconv_table)]; // each opens its charset once

void a_converter_returns_utf8(std::string_view octets, fuzz::dice& dice) {
    fuzz::try_one_of(dice, detail::iconv_table, [octets](auto const& row) {
        auto& converter = converters[&row - detail::iconv_table];
        auto const once = in_pieces(octets, charset_decoder{row.charset, converter});
        std::string whole;
        charset_decoder decoder{row.charset, converter};
        decoder.append_to(octets, whole);
        decoder.append_end_to(whole);
        REQUIRE_PROPERTY(fuzz::is_utf8(once) && fuzz::is_utf8(whole));
    });
}

#endif

/// Well-formed UTF-8 as UTF-32, with the octet of the high bits first.
std::string in_utf32(std::string_view utf8) {
    std::string units;
    for (auto const octet : utf8) {
        auto const value = static_cast<unsigned char>(octet);
        if (value < 0x80 || value >= 0xC0) {
            auto const first = value < 0x80 ? value : value < 0xE0 ? value & 0x1F : value & 0x0F;
            units.append(3, '\0').append(1, static_cast<char>(first));
            continue;
        }
        std::uint32_t unit = 0; // the character so far
        for (auto const one : units.substr(units.size() - 4))
            unit = unit << 8 | static_cast<unsigned char>(one);
        unit = unit << 6 | (value & 0x3F);
        for (std::size_t i = 0; i < 4; ++i, unit <<= 8)
            units[units.size() - 4 + i] = static_cast<char>(unit >> 24);
    }
    return units;
}
std::string with_other_order(std::string units) {
    for (std::size_t i = 0; i < units.size(); i += 4) {
        std::swap(units[i], units[i + 3]);
        std::swap(units[i + 1], units[i + 2]);
    }
    return units;
}

void is_decoded(std::string_view octets, charset from) {
    auto const whole = utf8_text{octets, from}.to_string();
    REQUIRE_PROPERTY(in_pieces(octets, charset_decoder{from}) == whole);
    REQUIRE_PROPERTY(utf8_text(octets, from) == whole);
    // ASCII is unchanged in UTF-8 and in every charset with one octet per character.
    bool const is_superset = from >= charset::utf_8 && from < charset::utf_16;
    if (is_superset && detail::ascii_end(octets, 0) == octets.size())
        REQUIRE_PROPERTY(whole == octets);
#if defined(__GLIBC__)
    iconv_reads_the_same(octets, from, whole);
#endif
}

/// Well-formed UTF-8 is unchanged, and the same text in UTF-32 is decoded to it.
void utf8_survives(std::string_view octets) {
    if (!fuzz::is_utf8(octets)) return;
    REQUIRE_PROPERTY(utf8_text(octets, charset::utf_8) == octets);
    auto const big = in_utf32(octets);
    auto const little = with_other_order(big);
    REQUIRE_PROPERTY(utf8_text(big, charset::utf_32be) == octets);
    REQUIRE_PROPERTY(utf8_text(little, charset::utf_32le) == octets);
    std::string const mark{"\0\0\xFE\xFF", 4};
    auto const marked = mark + big;
    auto const marked_little = with_other_order(marked);
    REQUIRE_PROPERTY(utf8_text(marked, charset::utf_32) == octets);
    REQUIRE_PROPERTY(utf8_text(marked_little, charset::utf_32) == octets);
}

void a_label_is_found(std::string_view octets) {
    if (is_registered_label(octets)) REQUIRE_PROPERTY(find_charset(octets).has_value());
    if (auto const found = find_charset(octets)) {
        REQUIRE_PROPERTY(find_charset(name_of(*found)) == found);
        REQUIRE_PROPERTY(find_charset(std::string{" '"}.append(octets).append("'\n")) == found);
    }
}

// Those that are decoded by code of their own. The others have tables.
constexpr charset by_code[] = {charset::us_ascii, charset::utf_8,    charset::utf_7,
                               charset::utf_16,   charset::utf_16le, charset::utf_16be,
                               charset::utf_32,   charset::utf_32le, charset::utf_32be};

void properties_of(std::string_view octets) {
    fuzz::dice dice{octets};
    fuzz::try_one_of(dice, by_code, [octets](charset from) { is_decoded(octets, from); });
    auto const any = dice.roll(detail::charset_count - 1);
    for (std::size_t number = 0; number < detail::charset_count; ++number)
        if (number == any || fuzz::tries_everything)
            is_decoded(octets, static_cast<charset>(number));
    utf8_survives(octets);
    a_label_is_found(octets);
#if defined(__GLIBC__)
    a_converter_returns_utf8(octets, dice);
#endif
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

#ifndef FOLDWISE_TESTS_CHARSET_UTF8_READ_HPP
#define FOLDWISE_TESTS_CHARSET_UTF8_READ_HPP

// Reads a short text as UTF-8, in every way.

#include <foldwise/base/utf8.hpp>
#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/charset/utf8_text.hpp>

#include "../support.hpp"

namespace test {

/// The text that a decoder wrote. Checks that a call writes at most max_size() octets.
class utf8_read {
  public:
    constexpr void write(foldwise::charset_decoder& decoder, std::string_view octets) {
        auto const written = decoder.write(octets, text_ + size_);
        REQUIRE_TRUE(written <= foldwise::charset_decoder::max_size(octets.size()));
        size_ += written;
    }
    constexpr void finish(foldwise::charset_decoder& decoder) {
        auto const written = decoder.finish(text_ + size_);
        REQUIRE_TRUE(written <= foldwise::charset_decoder::max_size(0));
        size_ += written;
    }
    constexpr operator std::string_view() const { return {text_, size_}; }

  private:
    char text_[200] = {};
    std::size_t size_ = 0;
};

/// The text of octets that a decoder takes one by one, without its fast loops.
template <class Decoder>
constexpr text_buffer taken_one_by_one(Decoder decoder, std::string_view octets) {
    char text[200] = {};
    foldwise::detail::replaced_places replaced;
    foldwise::detail::utf8_writer writer{text, 0, replaced};
    for (char const octet : octets) {
        writer.pass(1);
        decoder.take(octet, writer);
    }
    decoder.finish(writer);
    text_buffer taken;
    taken.append(std::string_view{text, writer.size()});
    return taken;
}

constexpr bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const c = foldwise::utf8_character_at(text, at);
        if (!c.is_well_formed) return false;
        at += c.size;
    }
    return true;
}

/// Checks that at most 40 `octets` read as `wanted`, with `replaced` malformed places: as a whole,
/// cut in two anywhere, octet by octet, and lazily.
constexpr void reads_as(std::string_view row, foldwise::charset from, std::string_view octets,
                        std::string_view wanted, std::size_t replaced) {
    for (std::size_t cut = 0; cut <= octets.size(); ++cut) {
        foldwise::charset_decoder decoder{from};
        utf8_read got;
        got.write(decoder, octets.substr(0, cut));
        got.write(decoder, octets.substr(cut));
        got.finish(decoder);
        REQUIRE_SAME(row, std::string_view{got}, wanted);
        REQUIRE_SAME(row, decoder.replaced(), replaced);
    }
    foldwise::charset_decoder decoder{from};
    utf8_read got;
    for (std::size_t at = 0; at < octets.size(); ++at) got.write(decoder, octets.substr(at, 1));
    got.finish(decoder);
    REQUIRE_SAME(row, std::string_view{got}, wanted);
    REQUIRE_TRUE(foldwise::utf8_text{octets, from} == wanted);
    REQUIRE_TRUE(wanted.size() <= 3 * octets.size());
}

/// A row of a table of texts.
struct read_row {
    std::string_view from;
    foldwise::charset charset;
    std::string_view octets;
    std::string_view wanted;
    std::size_t replaced;
};

template <std::size_t Count>
constexpr void each_reads(read_row const (&table)[Count]) {
    for (auto const& row : table)
        reads_as(row.from, row.charset, row.octets, row.wanted, row.replaced);
}

/// Checks that every short string over `alphabet` reads as `plainly_read` reads it.
template <class PlainlyRead>
void each_string_reads(std::string_view alphabet, std::size_t longest, foldwise::charset from,
                       PlainlyRead plainly_read) {
    CHECK(for_each_string(alphabet, longest, [&](std::string_view octets) {
        std::string const wanted = plainly_read(octets);
        auto const text = foldwise::utf8_text{octets, from};
        foldwise::charset_decoder decoder{from};
        utf8_read got;
        for (std::size_t at = 0; at < octets.size(); ++at) got.write(decoder, octets.substr(at, 1));
        got.finish(decoder);
        bool const is_same =
            text.to_string() == wanted && text == wanted && std::string_view{got} == wanted;
        if (!is_same) REQUIRE_SAME(octets, text.to_string(), wanted);
        REQUIRE_TRUE(is_utf8(wanted) && wanted.size() <= 3 * octets.size());
        return is_same;
    }));
}

} // namespace test

#endif

#ifndef FOLDWISE_TESTS_CHARSET_CJK_READ_HPP
#define FOLDWISE_TESTS_CHARSET_CJK_READ_HPP

// Reads texts with cjk_converter in every way, and compares the results with those of a reader that
// follows the steps of the WHATWG Encoding Standard one by one.

#include <foldwise/base/utf8.hpp>
#include <foldwise/charset/charset_cjk.hpp>
#include <foldwise/charset/charset_decoder.hpp>

#include "../support.hpp"
#include "index_file.hpp"
#include "utf8_read.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#define BAD "\xEF\xBF\xBD"

namespace test {

/// Checks that octets read as `row` says, cut in two anywhere, and octet by octet.
constexpr void cjk_reads_as(read_row const& row) {
    auto const& octets = row.octets;
    for (std::size_t cut = 0; cut <= octets.size() + 1; ++cut) {
        foldwise::cjk_converter converter;
        foldwise::charset_decoder decoder{row.charset, converter};
        utf8_read got;
        if (cut <= octets.size()) {
            got.write(decoder, octets.substr(0, cut));
            got.write(decoder, octets.substr(cut));
        } else {
            for (std::size_t at = 0; at < octets.size(); ++at)
                got.write(decoder, octets.substr(at, 1));
        }
        got.finish(decoder);
        REQUIRE_SAME(row.from, std::string_view{got}, row.wanted);
        REQUIRE_SAME(row.from, decoder.replaced(), row.replaced);
    }
    REQUIRE_TRUE(row.wanted.size() <= 3 * octets.size());
}

template <std::size_t Count>
constexpr bool each_cjk_reads(read_row const (&table)[Count]) {
    for (auto const& row : table) cjk_reads_as(row);
    return true;
}

/// A text, and how many U+FFFD in it replace malformed octets.
struct plain_text {
    std::string text;
    std::size_t replaced = 0;
    friend bool operator==(plain_text const&, plain_text const&) = default;
};

/// The I/O queue and the output of a decoder in the standard.
class plain_reading {
  public:
    static constexpr int end = -1;

    explicit plain_reading(std::string_view octets) {
        for (auto at = octets.size(); at != 0; --at)
            left_ += octets[at - 1]; // the next octet is the last one
    }
    int read() {
        if (left_.empty()) return end;
        auto const octet = static_cast<unsigned char>(left_.back());
        left_.pop_back();
        return octet;
    }
    void prepend(std::initializer_list<int> octets) {
        for (auto at = octets.end(); at != octets.begin();) {
            --at;
            if (*at != end) left_ += static_cast<char>(*at);
        }
    }
    void put(std::uint32_t code_point) {
        char utf8[4];
        result_.text.append(utf8, foldwise::write_utf8(code_point, utf8));
    }
    void put(int octet) { put(static_cast<std::uint32_t>(octet)); }
    void error() {
        put(std::uint32_t{0xFFFD});
        ++result_.replaced;
    }
    plain_text const& result() const { return result_; }

  private:
    std::string left_;
    plain_text result_;
};

inline bool is_between(int first, int octet, int last) { return first <= octet && octet <= last; }

/// The code point at a pointer of a whole index; 0 if there is none.
inline std::uint32_t code_point_at(std::vector<std::uint32_t> const& index, int pointer) {
    auto const at = static_cast<std::size_t>(pointer);
    return at < index.size() ? index[at] : 0;
}

/// Reads in pieces: bit i of `cuts` says whether there is a cut after octet i.
inline plain_text read_cut(foldwise::charset from, std::string_view octets, unsigned cuts) {
    foldwise::cjk_converter converter;
    foldwise::charset_decoder decoder{from, converter};
    utf8_read got;
    std::size_t start = 0;
    for (std::size_t at = 0; at < octets.size(); ++at) {
        if (at + 1 != octets.size() && (cuts >> at & 1) == 0) continue;
        got.write(decoder, octets.substr(start, at + 1 - start));
        start = at + 1;
    }
    got.finish(decoder);
    return {std::string{std::string_view{got}}, decoder.replaced()};
}

/// Checks that octets read as they should, cut as `cuts` says.
inline bool reads_plainly(foldwise::charset from, std::string_view octets, unsigned cuts,
                          plain_text const& wanted) {
    auto const got = read_cut(from, octets, cuts);
    if (got == wanted) return true;
    REQUIRE_SAME(octets, got.text, wanted.text);
    REQUIRE_SAME(octets, got.replaced, wanted.replaced);
    return false;
}

/// Checks every pair of octets, after `before`, and with "A" after it.
template <class Plainly>
void each_pair_reads(foldwise::charset from, Plainly plainly, std::string_view before = {}) {
    std::string octets{before};
    octets += "xxA";
    auto const at = before.size();
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
        octets[at] = static_cast<char>(pair >> 8);
        octets[at + 1] = static_cast<char>(pair & 0xFF);
        auto const wanted = plainly(std::string_view{octets});
        if (!reads_plainly(from, octets, 0, wanted)) return;
    }
}

/// Checks every short text over `alphabet`, however it is cut.
template <class Plainly>
void each_cut_reads(foldwise::charset from, std::string_view alphabet, std::size_t longest,
                    Plainly plainly) {
    for_each_string(alphabet, longest, [&](std::string_view octets) {
        auto const wanted = plainly(octets);
        REQUIRE_TRUE(is_utf8(wanted.text) && wanted.text.size() <= 3 * octets.size());
        unsigned const all = octets.empty() ? 1 : 1u << (octets.size() - 1);
        for (unsigned cuts = 0; cuts < all; ++cuts)
            if (!reads_plainly(from, octets, cuts, wanted)) return false;
        return true;
    });
}

} // namespace test

#endif

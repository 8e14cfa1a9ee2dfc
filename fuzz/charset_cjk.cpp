// Properties of cjk_converter: its text is well-formed UTF-8, at most three octets for each octet
// read so far, however the input is split, and iconv has the same text where both accept the input
// and the two are defined alike.

#include "by_iconv.hpp"
#include "properties.hpp"
#include "utf8.hpp"

#include <foldwise/charset.hpp>
#include <foldwise/charset_cjk.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace foldwise;

struct decoded {
    std::string text;
    std::size_t replaced = 0;
    std::size_t first = 0; // of the octets that were replaced
    std::size_t last = 0;

    /// Adds what was written for the octets from `start` to `end`.
    void add(charset_converter::written const& by, std::size_t start, std::size_t end) {
        if (by.replaced == 0) return;
        auto const from = start + static_cast<std::size_t>(by.first);
        auto const to = start + static_cast<std::size_t>(by.last);
        REQUIRE_PROPERTY(from < to && to <= end);
        if (replaced == 0) first = from;
        REQUIRE_PROPERTY(last <= to);
        last = to;
        replaced += by.replaced;
    }
    friend bool operator==(decoded const&, decoded const&) = default;
};

/// Decodes `octets` in pieces of at most `next_size()` octets.
template <class Size>
decoded in_pieces(std::string_view octets, charset from, Size next_size) {
    cjk_converter converter;
    REQUIRE_PROPERTY(converter.start(from));
    decoded all;
    std::string room(charset_decoder::max_size(octets.size()), '\0');
    std::size_t taken = 0;
    while (taken != octets.size()) {
        auto const piece = octets.substr(taken, next_size());
        taken += piece.size();
        // A sanitizer finds what is written beyond the size limit.
        room.resize(charset_decoder::max_size(piece.size()));
        room.shrink_to_fit();
        auto const written = converter.write(piece, room.data());
        REQUIRE_PROPERTY(written.size <= room.size());
        all.text.append(room, 0, written.size);
        all.add(written, taken - piece.size(), taken);
        REQUIRE_PROPERTY(all.text.size() <= 3 * taken);
    }
    room.resize(charset_decoder::max_size(0));
    auto const written = converter.finish(room.data());
    REQUIRE_PROPERTY(written.size <= room.size());
    all.text.append(room, 0, written.size);
    all.add(written, taken, taken);
    REQUIRE_PROPERTY(all.text.size() <= 3 * octets.size());
    REQUIRE_PROPERTY(fuzz::is_utf8(all.text));
    return all;
}

constexpr charset all_charsets[] = {
    charset::gb18030,       charset::gbk,        charset::big5,   charset::euc_jp,
    charset::iso_2022_jp,   charset::shift_jis,  charset::euc_kr, charset::iso_2022_kr,
    charset::iso_2022_jp_2, charset::hz_gb_2312,
};

#if defined(__GLIBC__)

struct {
    foldwise::charset charset;
    ::iconv_t peer;
} const peers[] = {
    {charset::gb18030, fuzz::opened("GB18030")},
    {charset::euc_jp, fuzz::opened("EUC-JP")},
    {charset::iso_2022_jp, fuzz::opened("ISO-2022-JP")},
    {charset::shift_jis, fuzz::opened("CP932")},
    {charset::euc_kr, fuzz::opened("CP949")},
    {charset::iso_2022_kr, fuzz::opened("ISO-2022-KR")},
};

/// The text with six characters of JIS X 0208 replaced: Windows and the standard decode them as
/// full-width characters, and iconv does not.
std::string with_full_width(std::string_view text) {
    constexpr std::string_view pairs[][2] = {{"〜", "～"}, {"‖", "∥"},  {"−", "－"},
                                             {"¢", "￠"},  {"£", "￡"}, {"¬", "￢"}};
    std::string all{text};
    for (auto const& [theirs, ours] : pairs)
        for (auto at = all.find(theirs); at != all.npos; at = all.find(theirs, at + ours.size()))
            all.replace(at, theirs.size(), ours);
    return all;
}

/// Whether a text has characters for private use, which a newer table may have given a meaning.
bool has_private_use(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const c = utf8_character_at(text, at);
        if (c.code_point >= 0xE000 && c.code_point < 0xF900) return true;
        at += c.size;
    }
    return false;
}

void iconv_reads_the_same(std::string_view octets, charset from, decoded const& ours) {
    if (ours.replaced != 0) return;
    for (auto const& peer : peers) {
        if (peer.charset != from) continue;
        auto const theirs = fuzz::by_iconv(peer.peer, octets);
        if (!theirs || !fuzz::is_utf8(*theirs)) continue;
        if (theirs->find('\x1B') != theirs->npos) continue; // an escape sequence it does not know
        if (has_private_use(*theirs) || has_private_use(ours.text)) continue;
        REQUIRE_PROPERTY(with_full_width(ours.text) == with_full_width(*theirs));
    }
}

#endif

void properties_of(std::string_view octets) {
    bool const is_plain = octets.find_first_of("\x1B\x0E\x0F~") == octets.npos &&
                          detail::ascii_end(octets, 0) == octets.size();
    fuzz::dice dice{octets};
    auto const all = [&octets]() noexcept { return octets.size(); };
    auto const some = [&dice]() noexcept { return dice.roll(5); };
    fuzz::try_one_of(dice, all_charsets, [&](charset from) {
        auto const whole = in_pieces(octets, from, all);
        REQUIRE_PROPERTY(in_pieces(octets, from, some) == whole);
        if (is_plain) REQUIRE_PROPERTY(whole.text == octets && whole.replaced == 0);
#if defined(__GLIBC__)
        iconv_reads_the_same(octets, from, whole);
#endif
        if (from == charset::gbk)
            REQUIRE_PROPERTY(whole == in_pieces(octets, charset::gb18030, some));
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

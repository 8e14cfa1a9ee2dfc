// Properties of quoted-printable: every way to decode a text has the same result as the simplest
// possible code; LF and CRLF make no difference; decoding inverts encoding; an encoded text has no
// problems.

#include "decoders.hpp"

#include <foldwise/transfer/diagnose_quoted_printable.hpp>
#include <foldwise/transfer/quoted_printable.hpp>
#include <foldwise/transfer/quoted_printable_encoder.hpp>

namespace {

using namespace foldwise;
using content = quoted_printable_content;

std::string plainly_decoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF0123456789abcdef";
    std::string octets;
    for (auto const each : lines{text}) {
        auto line = each.text();
        for (std::size_t i = 0; i < 998 && (line.ends_with(' ') || line.ends_with('\t')); ++i)
            line.remove_suffix(1);
        bool const is_soft = line.ends_with('=');
        if (is_soft) line.remove_suffix(1);
        for (std::size_t i = 0; i < line.size(); ++i) {
            auto const high = i + 2 < line.size() ? digits.find(line[i + 1]) : digits.npos;
            auto const low = i + 2 < line.size() ? digits.find(line[i + 2]) : digits.npos;
            if (line[i] != '=' || high == digits.npos || low == digits.npos) {
                octets += line[i];
                continue;
            }
            octets += static_cast<char>(static_cast<unsigned char>(high % 16 * 16 + low % 16));
            i += 2;
        }
        if (!is_soft) octets += octets_of(each.ending());
    }
    return octets;
}

/// Vector code has the same result as its scalar twin, from any offset in `text` and with any room.
void vectors_are_as_good(std::string_view text) {
    fuzz::dice die{text};
    for (std::size_t i = 0; i < 8; ++i) {
        auto const from = text.substr(die.roll(text.size()));
        std::vector<char> to(die.roll(text.size()));
        auto twin = to;
        using blocks = detail::quoted_printable_blocks;
        auto const done = blocks::decode(from, to.data(), to.size());
        auto const wanted = blocks::decode_scalar(from, twin.data(), twin.size());
        REQUIRE_PROPERTY(done == wanted);
        REQUIRE_PROPERTY(std::string_view(to.data(), done.written) ==
                         std::string_view(twin.data(), done.written));
    }
}

void decodes(std::string_view text) {
    vectors_are_as_good(text);
    fuzz::every_way_gives<quoted_printable_decoder>(text, plainly_decoded(text));
    fuzz::problems_in problems{text};
    diagnose_quoted_printable(text, problems);
    if (problems.count() != 0) return;
    // An encoder could have written the text, except that it may encode octets without need.
    for (auto const line : lines{text}) {
        REQUIRE_PROPERTY(line.text().size() <= encoded_line_limit);
        REQUIRE_PROPERTY(!line.text().ends_with(' ') && !line.text().ends_with('\t'));
    }
}

void encodes(std::string_view octets, content what, encoded_lines lines) {
    auto const text = quoted_printable_encoded{octets, what, lines}.to_string();
    REQUIRE_PROPERTY(text.size() <= quoted_printable_encoded_size_limit(octets.size(), lines));
    std::string wanted;
    if (what == content::binary) {
        wanted = octets;
    } else {
        for (auto const line : foldwise::lines{octets}) {
            wanted += line.text();
            if (line.ending() != line_ending::none) wanted += octets_of(lines.ending);
        }
    }
    REQUIRE_PROPERTY(quoted_printable_decoded{text}.to_string() == wanted);
    fuzz::problems_in problems{text};
    diagnose_quoted_printable(text, problems);
    REQUIRE_PROPERTY(problems.count() == 0 || lines.length > encoded_line_limit);
    for (auto const line : foldwise::lines{text})
        REQUIRE_PROPERTY(line.text().size() <= lines.length);
}

void properties_of(std::string_view bytes) {
    fuzz::dice die{bytes};
    fuzz::try_one(
        die, [bytes] { decodes(bytes); },
        [bytes] {
            // The decoded texts are equal without CR. This also removes CR that were encoded.
            auto const lf = fuzz::with_lf(bytes);
            auto const crlf = fuzz::with_crlf(lf);
            auto const decoded_lf = quoted_printable_decoded{lf}.to_string();
            auto const decoded_crlf = quoted_printable_decoded{crlf}.to_string();
            REQUIRE_PROPERTY(fuzz::with_lf(decoded_crlf) == fuzz::with_lf(decoded_lf));
        },
        [&] {
            encoded_lines const any{4 + die.roll(100), static_cast<line_ending>(1 + die.roll(1))};
            for (auto const what : {content::text, content::binary}) {
                encodes(bytes, what, {});
                encodes(bytes, what, any);
            }
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

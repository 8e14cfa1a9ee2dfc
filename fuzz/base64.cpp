// Properties of base64: every way to decode a text has the same result as the simplest possible
// code; decoding inverts encoding; a text has no problems if and only if an encoder could have
// written it.

#include "decoders.hpp"

#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/base64_encoder.hpp>
#include <foldwise/transfer/diagnose_base64.hpp>

#include <algorithm>

namespace {

using namespace foldwise;

std::string plainly_decoded(std::string_view text) {
    std::string octets;
    unsigned bits = 0;
    unsigned count = 0; // the number of bits that are not in an octet yet
    for (char const octet : text) {
        auto const sextet = base64_alphabet.find(octet);
        if (octet == '=') count = 0;
        if (sextet == base64_alphabet.npos) continue;
        bits = (bits << 6 | static_cast<unsigned>(sextet)) & 0xFFFF;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        octets += static_cast<char>(static_cast<unsigned char>(bits >> count & 0xFF));
    }
    return octets;
}

bool is_white_space(char octet) {
    return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
}

/// Vector code has the same result as its scalar twin, from any offset in `text` and with any room.
void vectors_are_as_good(std::string_view text) {
    fuzz::dice die{text};
    for (std::size_t i = 0; i < 8; ++i) {
        auto const from = text.substr(die.roll(text.size()));
        std::vector<char> to(die.roll(text.size()));
        auto twin = to;
        auto const done = detail::base64_blocks::decode(from, to.data(), to.size());
        auto const wanted = detail::base64_blocks::decode_scalar(from, twin.data(), twin.size());
        REQUIRE_PROPERTY(done == wanted);
        REQUIRE_PROPERTY(std::string_view(to.data(), done.written) ==
                         std::string_view(twin.data(), done.written));
    }
}

void decodes(std::string_view text) {
    auto const octets = plainly_decoded(text);
    fuzz::every_way_gives<base64_decoder>(text, octets);
    vectors_are_as_good(text);

    fuzz::problems_in problems{text};
    diagnose_base64(text, [&](diagnostic const& problem) {
        if (problem.code != diagnostic_code::encoded_line_too_long) problems(problem);
    });
    std::string without{text};
    without.erase(std::remove_if(without.begin(), without.end(), is_white_space), without.end());
    auto const lf = fuzz::with_lf(text);
    auto const crlf = fuzz::with_crlf(lf);
    REQUIRE_PROPERTY(base64_decoded{crlf}.to_string() == base64_decoded{lf}.to_string());
    base64_encoded const again{octets, {76, line_ending::none}};
    REQUIRE_PROPERTY((problems.count() == 0) == (again.to_string() == without));
}

void encodes(std::string_view octets, encoded_lines lines) {
    auto const text = base64_encoded{octets, lines}.to_string();
    REQUIRE_PROPERTY(text.size() == base64_encoded_size(octets.size(), lines));
    REQUIRE_PROPERTY(base64_decoded{text}.to_string() == octets);
    REQUIRE_PROPERTY(base64_decoded_size_limit(text.size()) >= octets.size());
    fuzz::problems_in problems{text};
    diagnose_base64(text, problems);
    REQUIRE_PROPERTY(problems.count() == 0 || lines.length > encoded_line_limit ||
                     lines.ending == line_ending::none);
}

void properties_of(std::string_view bytes) {
    fuzz::dice die{bytes};
    fuzz::try_one(
        die, [bytes] { decodes(bytes); },
        [&] {
            encodes(bytes, {});
            encodes(bytes, {4 + die.roll(100), static_cast<line_ending>(die.roll(2))});
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

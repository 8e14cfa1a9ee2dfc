#ifndef FOLDWISE_TESTS_TRANSFER_DECODERS_HPP
#define FOLDWISE_TESTS_TRANSFER_DECODERS_HPP

// The ways to decode a text in a transfer encoding, to check that all have the same result.

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/transfer/decoded.hpp>
#include <foldwise/transfer/decoded_pieces.hpp>

#include "../support.hpp"

namespace test {

/// Decodes the text as one block, with room for size_limit() octets only.
template <class Decoder>
constexpr text_buffer decoded_at_once(std::string_view text) {
    char octets[2048] = {};
    auto const limit = Decoder::size_limit(text.size());
    auto const done = Decoder::decode_all(text, octets, limit);
    REQUIRE_SAME(text, done.read, text.size());
    REQUIRE_SAME(text, done.written <= limit, true);
    text_buffer all;
    all.append(std::string_view{octets, done.written});
    return all;
}

template <class Decoder>
constexpr text_buffer decoded_lazily(std::string_view text) {
    text_buffer all;
    for (char const octet : foldwise::decoded<Decoder>{text}) all.append(octet);
    return all;
}

/// Decodes the text in two pieces, cut at `cut`, into blocks of `room` octets.
template <class Decoder>
constexpr text_buffer decoded_in_two(std::string_view text, std::size_t cut, std::size_t room) {
    std::string_view const pieces[] = {text.substr(0, cut), text.substr(cut)};
    auto rest = foldwise::decode_pieces<Decoder>(pieces);
    text_buffer all;
    for (;;) {
        char block[16] = {};
        auto const size = rest.read(block, room);
        all.append(std::string_view{block, size});
        if (size < room) return all;
    }
}

/// Checks that every way results in `wanted`. Long texts are cut at about 100 places only.
template <class Decoder>
constexpr void check_decoded(std::string_view row, std::string_view text, std::string_view wanted) {
    REQUIRE_SAME(row, std::string_view{decoded_at_once<Decoder>(text)}, wanted);
    REQUIRE_SAME(row, std::string_view{decoded_lazily<Decoder>(text)}, wanted);
    constexpr std::size_t rooms[] = {1, 2, 16};
    for (std::size_t cut = 0; cut <= text.size(); cut += 1 + text.size() / 100)
        for (auto const room : rooms)
            REQUIRE_SAME(row, std::string_view{decoded_in_two<Decoder>(text, cut, room)}, wanted);
}

/// A text and the problems that are reported for it, in order.
struct problem_row {
    std::string_view from;
    std::string_view text;
    foldwise::diagnostic problems[4];
};

/// Checks that `diagnose` reports the problems of the row, and no others.
template <class Diagnose>
constexpr void check_problems(problem_row const& row, Diagnose diagnose) {
    std::size_t count = 0;
    diagnose(row.text, [&](foldwise::diagnostic const& problem) {
        REQUIRE_SAME(row.from, count < 4, true);
        auto const& wanted = row.problems[count++];
        REQUIRE_SAME(row.from, problem.name(), wanted.name());
        REQUIRE_SAME(row.from, problem.offset, wanted.offset);
        REQUIRE_SAME(row.from, problem.length, wanted.length);
    });
    REQUIRE_SAME(row.from, count == 4 || row.problems[count].length == 0, true);
}

} // namespace test

#endif

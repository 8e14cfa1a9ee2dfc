#ifndef FOLDWISE_TESTS_WORDS_SEGMENTS_SHOWN_HPP
#define FOLDWISE_TESTS_WORDS_SEGMENTS_SHOWN_HPP

// Shows segments in one line, to compare them with a string: "text{a}word{=?utf-8?Q?b?=}". A word
// that is cut into pieces is shown with them: "word{=?utf-8?Q?a\n b?=}piece{a}piece{ b}".

#include <foldwise/words/word_segments.hpp>

#include "../support.hpp"

#include <cstddef>
#include <string_view>

namespace test {

template <class Walker>
constexpr text_buffer shown_segments(Walker at) {
    constexpr std::string_view kinds[] = {"text", "gap", "quoted", "word", "unread"};
    text_buffer text;
    for (; !at.at_end(); at.advance()) {
        auto const segment = at.current();
        auto const show = [&text](std::string_view kind, std::string_view octets) {
            text.append(kind);
            text.append('{');
            text.append(octets);
            text.append('}');
        };
        if (segment.piece != foldwise::detail::word_piece::later)
            show(kinds[static_cast<std::size_t>(segment.kind)], segment.raw());
        if (segment.piece != foldwise::detail::word_piece::whole) show("piece", segment.octets);
    }
    return text;
}

} // namespace test

#endif

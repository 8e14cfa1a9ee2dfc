#ifndef FOLDWISE_TESTS_WORDS_SEGMENTS_SHOWN_HPP
#define FOLDWISE_TESTS_WORDS_SEGMENTS_SHOWN_HPP

// Shows segments in one line, to compare them with a string: "text{a}word{=?utf-8?Q?b?=}".

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
        text.append(kinds[static_cast<std::size_t>(segment.kind)]);
        text.append('{');
        text.append(segment.octets);
        text.append('}');
    }
    return text;
}

} // namespace test

#endif

#include <foldwise/smtp/detail/word_walker.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise;

struct row {
    std::string_view text;
    std::string_view words; // with a "|" after each
};

constexpr row table[] = {
    {"", ""},
    {" ", ""},
    {"\t \t", ""},
    {"a", "a|"},
    {"a b", "a|b|"},
    {" a\t b ", "a|b|"},
    {"ab\tc\r\n", "ab|c\r\n|"},
};

constexpr bool words_are_found() {
    for (auto const& r : table) {
        test::text_buffer words;
        for (detail::word_walker at{r.text}; !at.at_end(); at.advance()) {
            words.append(at.current());
            words.append('|');
        }
        REQUIRE_SAME(r.text, std::string_view{words}, r.words);
    }
    REQUIRE_TRUE(detail::word_walker{}.at_end());
    return true;
}
CASE("word_walker: the words of a text", words_are_found)

} // namespace

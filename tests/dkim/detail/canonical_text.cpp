#include <foldwise/dkim/detail/canonical_text.hpp>

#include "../../support.hpp"

#include <vector>

namespace {

using foldwise::bare_lf;
using foldwise::canonical_form;
using foldwise::detail::canonical_rules;
using foldwise::detail::canonical_text_walker;

/// The pieces, with a `|` after each.
constexpr test::text_buffer pieces_of(std::string_view text, canonical_rules const& rules) {
    test::text_buffer pieces;
    for (canonical_text_walker at{text, rules}; !at.at_end(); at.advance()) {
        pieces.append(at.current());
        pieces.append('|');
    }
    return pieces;
}

struct row {
    std::string_view text;
    std::string_view body_of_crlf; // relaxed
    std::string_view body_of_lf;   // relaxed
    std::string_view field_of_lf;  // relaxed
};

constexpr row table[] = {
    {"a b", "a b|", "a b|", "a b|"},
    {"a  b", "a |b|", "a |b|", "a |b|"},
    {"a\t b", "a| b|", "a| b|", "a| b|"},
    {"a\tb", "a| |b|", "a| |b|", "a| |b|"},
    {"a \r\nb", "a|\r\nb|", "a|\r\nb|", "a \r\nb|"},
    {"a\r\n b", "a\r\n b|", "a\r\n b|", "a| b|"},
    {"a \r\n\tb", "a|\r\n| |b|", "a|\r\n| |b|", "a |b|"},
    {"a\nb", "a\nb|", "a|\r\n|b|", "a|\r\n|b|"},
    {"a\n b", "a\n b|", "a|\r\n| b|", "a| b|"},
    {"a\n\nb", "a\n\nb|", "a|\r\n|\r\n|b|", "a|\r\n|\r\n|b|"},
    {"\r \nb", "\r \nb|", "\r|\r\n|b|", "\r |\r\n|b|"},
    {"", "", "", ""},
};

constexpr bool pieces_are_as_long_as_possible() {
    for (auto const& each : table) {
        auto const relaxed = canonical_form::relaxed;
        auto const check = [&](std::string_view got, std::string_view wanted) {
            REQUIRE_SAME(each.text, got, wanted);
        };
        check(pieces_of(each.text, {relaxed, bare_lf::data, false}), each.body_of_crlf);
        check(pieces_of(each.text, {relaxed, bare_lf::crlf, false}), each.body_of_lf);
        check(pieces_of(each.text, {relaxed, bare_lf::crlf, true}), each.field_of_lf);
    }
    return true;
}
CASE("canonical_text: pieces are as long as possible", pieces_are_as_long_as_possible)

} // namespace

#include <foldwise/address/detail/addr_spec_writer.hpp>

#include "../../support.hpp"

#include <foldwise/address/domain_text.hpp>

namespace {

using foldwise::addr_spec_text;
using foldwise::char_class;
using foldwise::detail::for_each_quoted_piece;
using foldwise::detail::is_bare_local_part;

constexpr bool local_parts_that_need_no_quotes() {
    for (std::string_view const bare : {"a", "a.b", "=", "a=?", "=a?", "?a", "\xC3\xA9"})
        REQUIRE_SAME(bare, is_bare_local_part(bare), true);
    for (std::string_view const other : {"", ".", "a.", ".a", "a..b", "a b", "a@b", "=?", "a.=?"})
        REQUIRE_SAME(other, is_bare_local_part(other), false);
    return true;
}
CASE("addr_spec_writer: dot-atom-text needs no quotes, unless it looks like an encoded-word",
     local_parts_that_need_no_quotes)

/// Whether the pieces of `text` in quotes are `expected`, and none is empty.
constexpr bool is_written_as(std::string_view text, std::string_view expected) {
    bool is_expected = true;
    auto const use = [&](std::string_view piece) {
        is_expected = is_expected && !piece.empty() && expected.starts_with(piece);
        if (is_expected) expected.remove_prefix(piece.size());
    };
    for_each_quoted_piece(addr_spec_text{text, text}, char_class{"\"\\"}, use);
    return is_expected && expected.empty();
}

constexpr bool backslashes() {
    REQUIRE_TRUE(is_written_as("a\"\\ b\n c\nd", "a\\\"\\\\ b\n\\ c\nd"));
    REQUIRE_TRUE(is_written_as("\"\"", "\\\"\\\""));
    REQUIRE_TRUE(is_written_as("a\\", "a\\\\"));
    REQUIRE_TRUE(is_written_as("", ""));
    return true;
}
CASE("addr_spec_writer: backslashes before special octets and line endings that would fold",
     backslashes)

/// White space after LF is quoted even if it is in the next piece of the text.
constexpr bool backslash_between_pieces() {
    constexpr std::string_view raw = "\"a\n\\ b\"";
    std::string_view rest = "a\n\\ b";
    bool is_expected = true;
    auto const use = [&](std::string_view piece) {
        is_expected = is_expected && rest.starts_with(piece);
        if (is_expected) rest.remove_prefix(piece.size());
    };
    for_each_quoted_piece(addr_spec_text{raw}, char_class{"\"\\"}, use);
    REQUIRE_TRUE(is_expected && rest.empty());
    return true;
}
CASE("addr_spec_writer: a backslash between two pieces", backslash_between_pieces)

} // namespace

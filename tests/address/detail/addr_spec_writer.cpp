#include <foldwise/address/detail/addr_spec_writer.hpp>

#include "../../support.hpp"

namespace {

using foldwise::char_class;
using foldwise::detail::append_quoted;
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

TEST_CASE("addr_spec_writer: backslashes before special octets and line endings that would fold") {
    std::string text;
    append_quoted(text, std::string_view{"a\"\\ b\n c\nd"}, char_class{"\"\\"});
    CHECK(text == "a\\\"\\\\ b\n\\ c\nd");
}

} // namespace

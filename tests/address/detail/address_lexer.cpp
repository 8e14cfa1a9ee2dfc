#include <foldwise/address/detail/address_lexer.hpp>

#include "../../support.hpp"

namespace {

using foldwise::token_kind;
using foldwise::detail::address_lexer;

static_assert(std::is_trivially_copyable_v<address_lexer>);
static_assert(noexcept(address_lexer{test::some_octets}.peek()) &&
              noexcept(address_lexer{test::some_octets}.next()));

/// The tokens, with a bar after each. "~" precedes one that is not closed.
constexpr test::text_buffer tokens_of(std::string_view list) {
    test::text_buffer tokens;
    for (address_lexer in{list};;) {
        auto const ahead = in.peek();
        auto const next = in.next();
        REQUIRE_SAME(list, ahead.raw() == next.raw() && ahead.kind() == next.kind(), true);
        if (next.is(token_kind::end)) return tokens;
        if (!next.is_closed()) tokens.append('~');
        tokens.append(next.raw());
        tokens.append('|');
    }
}

constexpr bool brackets() {
    struct {
        std::string_view list;
        std::string_view tokens;
    } constexpr table[] = {
        {"", ""},
        {"a.b@c, \"d\" (e) <f>", "a|.|b|@|c|,|\"d\"|(e)|<|f|>|"},
        {"a@[b, c], d", "a|@|[b, c]|,|d|"},
        {"a@ (b) [c] [d]", "a|@|(b)|[c]|[|d|]|"},
        {"[a, b], c@d", "[|a|,|b|]|,|c|@|d|"},
        {"a@b[c, d]", "a|@|b|[|c|,|d|]|"},
        {"a@[b, c@[d, e", "a|@|~[|b|,|c|@|~[|d|,|e|"},
        {"a@[b\\], c@[d", "a|@|~[|b|\\|]|,|c|@|~[|d|"},
        {"a@[b, c@[d], e@[f]", "a|@|~[|b|,|c|@|[d]|,|e|@|[f]|"},
        {"a@[b, c@(d)[e], f@[g", "a|@|[b, c@(d)[e]|,|f|@|~[|g|"},
        {"a@[b, c@(d)[e, f@[g]", "a|@|~[|b|,|c|@|(d)|~[|e|,|f|@|[g]|"},

        {"a@[b[c], d", "a|@|[b[c]|,|d|"},
        {"a@[], c@[d]", "a|@|[]|,|c|@|[d]|"},
        {"a@[", "a|@|~[|"},
        {"a@[\\", "a|@|~[|\\|"},
        {"a@[b], c@[d", "a|@|[b]|,|c|@|~[|d|"},
        {"@", "@|"},
        {"[", "[|"},
        {"\"a, b", "~\"a, b|"},
        {"(a, b", "~(a, b|"},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.list, std::string_view{tokens_of(row.list)}, row.tokens);
    return true;
}
CASE("address_lexer: brackets after an at sign, and elsewhere", brackets)

constexpr bool octets_after_a_comma() {
    REQUIRE_TRUE(address_lexer{", (x) @a"}.sees_after_comma("@:"));
    REQUIRE_TRUE(!address_lexer{", a@"}.sees_after_comma("@:"));
    REQUIRE_TRUE(!address_lexer{","}.sees_after_comma("@"));
    REQUIRE_TRUE(!address_lexer{"; @"}.sees_after_comma("@"));
    REQUIRE_TRUE(!address_lexer{}.sees_after_comma("@"));
    return true;
}
CASE("address_lexer: what comes after a comma", octets_after_a_comma)

constexpr bool passing() {
    address_lexer in{"a@b, c"};
    in.pass_to(3);
    REQUIRE_TRUE(in.position() == 3 && in.next().is(',') && in.position() == 5);
    address_lexer after_at{"a@[b]"};
    after_at.next();
    after_at.next();
    after_at.pass_to(2);
    REQUIRE_TRUE(after_at.next().is('['));
    return true;
}
CASE("address_lexer: passing to a place", passing)

} // namespace

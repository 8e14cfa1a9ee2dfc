#include <foldwise/transfer/decoded.hpp>

#include <foldwise/transfer/base64.hpp>
#include <foldwise/transfer/quoted_printable.hpp>

#include "../support.hpp"

#include <ranges>

namespace {

using foldwise::base64_decoded;
using foldwise::quoted_printable_decoded;

static_assert(std::is_trivially_copyable_v<base64_decoded>);
static_assert(std::is_trivially_copyable_v<quoted_printable_decoded>);
static_assert(std::ranges::forward_range<base64_decoded>);
static_assert(std::ranges::forward_range<quoted_printable_decoded>);
static_assert(std::ranges::view<base64_decoded> && std::ranges::view<quoted_printable_decoded>);
static_assert(std::ranges::borrowed_range<base64_decoded>);
static_assert(std::ranges::borrowed_range<quoted_printable_decoded>);
static_assert(!std::constructible_from<base64_decoded, std::string>);
static_assert(std::constructible_from<base64_decoded, std::string&>);

template <class Text>
constexpr void check(std::string_view raw, std::string_view wanted) {
    Text const text{raw};
    REQUIRE_SAME(raw, text.raw(), raw);
    REQUIRE_SAME(raw, text.empty(), wanted.empty());
    REQUIRE_SAME(raw, text.length(), wanted.size());
    REQUIRE_SAME(raw, text.size_limit() >= wanted.size(), true);
    // An iterator may be read more than once, and a copy of it continues from its place.
    std::size_t count = 0;
    for (auto it = text.begin(); it != text.end(); ++it, ++count) {
        auto const copy = it;
        REQUIRE_SAME(raw, *it == wanted[count] && *copy == *it && copy == it, true);
    }
    REQUIRE_SAME(raw, count, wanted.size());

    char octets[64] = {};
    for (std::size_t room = 0; room <= wanted.size(); ++room) {
        REQUIRE_SAME(raw, text.copy_to(octets, room), room);
        REQUIRE_SAME(raw, std::string_view(octets, room), wanted.substr(0, room));
    }
    if (test::can_allocate()) {
        REQUIRE_SAME(raw, text.to_string() == wanted, true);
        std::string appended = "x";
        text.append_to(appended);
        REQUIRE_SAME(raw, std::string_view{appended}.substr(1), wanted);
    }
}

constexpr bool members_agree() {
    check<base64_decoded>("", "");
    check<base64_decoded>("SGVs\r\nbG8=", "Hello");
    check<base64_decoded>("=\n=", "");
    check<quoted_printable_decoded>("", "");
    check<quoted_printable_decoded>("caf=C3=\n=A9 \n", "caf\xC3\xA9\n");
    check<quoted_printable_decoded>(" \t", "");
    check<quoted_printable_decoded>("a \r", "a \r");
    return true;
}
CASE("decoded: all members agree", members_agree)

} // namespace

#include <foldwise/address/detail/address_reader.hpp>

#include "../../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::detail::address_part;
using foldwise::detail::address_reader;

static_assert(std::is_trivially_copyable_v<address_reader>);
static_assert(noexcept(address_reader{std::string_view{}}.next()));

/// A character for each part: "m" mailbox, "e" malformed mailbox, "(" and ")" start and end of a
/// group.
constexpr test::text_buffer parts_of(address_reader in) {
    test::text_buffer parts;
    for (;;) {
        switch (in.next()) {
        case address_part::end: return parts;
        case address_part::mailbox: parts.append(in.has_mailbox() ? 'm' : 'e'); break;
        case address_part::group_start: parts.append('('); break;
        case address_part::group_end: parts.append(')'); break;
        }
    }
}

constexpr bool parts_of_lists() {
    struct {
        std::string_view list;
        std::string_view parts;
    } constexpr table[] = {
        {"", ""},
        {" ,;(x), ", ""},
        {"a@b, c, (x), d@e", "mem"},
        {"g:;", "()"},
        {"g:", "()"},
        {"g: ,(x);", "()"},
        {"g:(x)", "()"},
        {"g: a@b;", "(m)"},
        {"g: a@b", "(m)"},
        {"g: a@b, c, (x); d@e, h: i@j", "(me)m(m)"},
        {"g: h: a@b; c@d", "(e)m"},
        {"g: \"a@b;", "(e)"},
        {"(x", "e"},
        {"g: (x", "(e)"},
    };
    for (auto const& row : table)
        test::with_both_line_endings(row.list, [&row](std::string_view list) {
            auto const parts = parts_of(address_reader{list});
            REQUIRE_SAME(row.list, std::string_view{parts}, row.parts);
        });
    return true;
}
CASE("address_reader: the parts of a list", parts_of_lists)

constexpr bool places() {
    constexpr std::string_view list = " , a@b (x) ,, g h : c@d ; (y), e";
    address_reader in{list};
    REQUIRE_TRUE(in.next() == address_part::mailbox && in.mailbox().raw == "a@b (x)");
    REQUIRE_TRUE(in.start() == 3 && in.last() == 10 && in.group().empty());
    REQUIRE_TRUE(in.next() == address_part::group_start && in.group() == "g h");
    REQUIRE_TRUE(in.start() == 14 && in.last() == 19 && !in.semicolon());
    REQUIRE_TRUE(in.next() == address_part::mailbox && in.mailbox().group == "g h");
    REQUIRE_TRUE(in.start() == 20 && in.last() == 23);
    REQUIRE_TRUE(in.next() == address_part::group_end && in.semicolon() == 24u);
    REQUIRE_TRUE(in.group().empty());
    REQUIRE_TRUE(in.next() == address_part::mailbox && !in.has_mailbox());
    REQUIRE_TRUE((in.error() == diagnostic{diagnostic_code::address_without_at, 31, 1}));
    REQUIRE_TRUE(in.next() == address_part::end && in.start() == list.size());
    REQUIRE_TRUE(in.next() == address_part::end);
    return true;
}
CASE("address_reader: where the parts are", places)

constexpr bool brackets_in_brackets() {
    address_reader in{"<A. \"B\" <c@d>>, A <B <c@d>>, \"A <c@d>"};
    REQUIRE_TRUE(in.next() == address_part::mailbox && in.has_mailbox());
    REQUIRE_TRUE(in.display_name() == "A. \"B\"" && in.mailbox().address.raw() == "c@d");
    REQUIRE_TRUE(in.next() == address_part::mailbox && !in.has_mailbox());
    REQUIRE_TRUE((in.error() == diagnostic{diagnostic_code::address_not_closed, 16, 11}));
    REQUIRE_TRUE(in.next() == address_part::mailbox && in.has_mailbox());
    std::size_t quotes = 0;
    in.diagnose_mailbox([&quotes](diagnostic const& problem) {
        if (problem == diagnostic{diagnostic_code::address_quote_not_closed, 0, 1}) ++quotes;
    });
    REQUIRE_TRUE(quotes == 1);
    return true;
}
CASE("address_reader: brackets in brackets, and after a quote that is not closed",
     brackets_in_brackets)

constexpr bool members_of_a_group() {
    address_reader in{" a@b, c", 10, "g"};
    REQUIRE_TRUE(in.next() == address_part::mailbox && in.mailbox().group == "g");
    REQUIRE_TRUE(in.next() == address_part::mailbox);
    REQUIRE_TRUE((in.error() == diagnostic{diagnostic_code::address_without_at, 16, 1}));
    REQUIRE_TRUE(in.next() == address_part::group_end && in.next() == address_part::end);
    REQUIRE_TRUE(address_reader{}.next() == address_part::end);
    return true;
}
CASE("address_reader: the members of a group, with their place in the list", members_of_a_group)

} // namespace

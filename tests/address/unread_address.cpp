#include <foldwise/address/unread_address.hpp>

#include "../support.hpp"

#include <foldwise/address/address_list.hpp>

namespace {

using foldwise::address_list;
using foldwise::diagnostic_code;
using foldwise::unread_address;

static_assert(std::is_trivially_copyable_v<unread_address>);

/// The first element that is not an address, in the list or in a group of it.
constexpr unread_address first_unread(std::string_view list) {
    for (auto const element : address_list{list}) {
        if (!element) return {list, element.error()};
        auto const group = element->group();
        if (!group) continue;
        for (auto const member : group->members())
            if (!member) return {group->raw(), member.error()};
    }
    return {};
}

constexpr bool texts_for_people() {
    struct {
        std::string_view list;
        std::string_view raw;
        std::string_view text;
        std::string_view name; // "-" if there is none
        diagnostic_code code;
    } constexpr table[] = {
        {" a@b, Foe Bar , c@d", "Foe Bar", "Foe Bar", "-", diagnostic_code::address_without_at},
        {"\"admin\" <>", "\"admin\" <>", "\"admin\" <>", "admin",
         diagnostic_code::address_without_at},
        {"=?utf-8?Q?N=C3=A1me?=", "=?utf-8?Q?N=C3=A1me?=", "N\xC3\xA1me", "-",
         diagnostic_code::address_without_at},
        {"=?utf-8?Q?=22A=C3=A1=22_=3Ca=40b=3E?=, c@d", "=?utf-8?Q?=22A=C3=A1=22_=3Ca=40b=3E?=",
         "\"A\xC3\xA1\" <a@b>", "-", diagnostic_code::address_without_at},
        {"=?utf-8?Q?a=40b?= <foe>", "=?utf-8?Q?a=40b?= <foe>", "a@b <foe>", "a@b",
         diagnostic_code::address_without_at},
        {"a@b, =?utf-8?Q?a?=@b", "=?utf-8?Q?a?=@b", "a@b", "-",
         diagnostic_code::address_encoded_word},
        {"g: a@b, =?utf-8?Q?=C3=A1?= c@d; e@f", "=?utf-8?Q?=C3=A1?= c@d", "\xC3\xA1 c@d", "-",
         diagnostic_code::address_encoded_word},
        {"a@b, \"Foe, A. <c@d>", "\"Foe, A. <c@d>", "\"Foe, A. <c@d>", "-",
         diagnostic_code::address_not_closed},
        {"=?utf-8?Q?a <b@c>?=, d@e", "=?utf-8?Q?a <b@c>?=", "a <b@c>", "-",
         diagnostic_code::address_malformed},
        {"=?utf-8?Q?a=?= <>", "=?utf-8?Q?a=?= <>", "a= <>",
         "a=", diagnostic_code::address_without_at},
        {"=?\?= <>", "=?\?= <>", "=?\?= <>", "=?\?=", diagnostic_code::address_without_at},
        {"a@b c\n d", "a@b c\n d", "a@b c d", "-", diagnostic_code::address_malformed},
    };
    for (auto const& row : table) {
        auto const found = first_unread(row.list);
        REQUIRE_SAME(row.list, found.raw(), row.raw);
        REQUIRE_SAME(row.list, found.text() == row.text, true);
        REQUIRE_SAME(row.list, found.code() == row.code, true);
        auto const name = found.display_name();
        REQUIRE_SAME(row.list, name.has_value(), row.name != "-");
        if (name) REQUIRE_SAME(row.list, *name == row.name, true);
    }
    REQUIRE_TRUE(unread_address{}.raw().empty() && !unread_address{}.display_name());
    return true;
}
CASE("unread_address: text for people", texts_for_people)

} // namespace

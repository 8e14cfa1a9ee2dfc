#include <foldwise/inspect/detail/shown_address.hpp>

#include "../../support.hpp"

namespace {

using foldwise::addr_spec;
using foldwise::detail::shows_address;

struct row {
    std::string_view text;
    std::string_view own;
    bool shows;
};

constexpr row table[] = {
    {"", "", false},
    {"A. Foe", "", false},
    {"a@b.example", "", true},
    {"a@b", "", true},
    {"A. Foe, a@b.example.", "", true},
    {"(a@b.example)", "", true},
    {"me @ home", "", false},
    {"@b", "", false},
    {"a@", "", false},
    {"a@.", "", false},
    {"\xC3\xA9@b.example", "", true},
    {"A@B.example.", "a@b.Example", false},
    {"a@b.example c@d.example", "a@b.example", true},
    // in quotation marks
    {"'a@b.example'", "a@b.example", false},
    {"'A. Foe', 'a@b.example'", "a@b.example", false},
    {"'a@b.example'.", "a@b.example", false},
    {"'a@b.example.'", "a@b.example", false},
    {"''a@b.example''", "a@b.example", false},
    {"`a@b.example'", "a@b.example", false},
    {"<a@b.example>", "a@b.example", false},
    {"mailto:a@b.example", "a@b.example", false},
    {"\xE2\x80\x98"
     "a@b.example\xE2\x80\x99",
     "a@b.example", false},
    {"\xC2\xAB"
     "a@b.example\xC2\xBB",
     "a@b.example", false},
    {"'c@d.example'", "a@b.example", true},
    {"'a@b.example' 'c@d.example'", "a@b.example", true},
    // these marks may belong to an address: "'a" is another local part than "a"
    {"'a@b.example", "a@b.example", true},
    {"a'@b.example", "a@b.example", true},
    {"'a'@b.example", "a@b.example", true},
    {"`a@b.example", "'a@b.example", true},
    {"'a@b.example", "'a@b.example", false},
    {"''a@b.example'", "'a@b.example", false},
    {"''a@b.example'", "a@b.example", true},
    {"\xC2\xAB"
     "a@b.example",
     "a@b.example", true},
    // written in another way
    {"a@b.example", "\"a\" @ (c) b . example", false},
    {"a@b.example", "\"a@b.example\"@d.example", true},
    {"a.b@example", "a@b.example", true},
};

/// Whether a text shows another address than this one. An empty text is no address.
constexpr bool shows(std::string_view text, std::string_view own) {
    return shows_address(text, addr_spec::read(own).value_or(addr_spec{}));
}

constexpr bool table_of_texts() {
    for (auto const& row : table) REQUIRE_SAME(row.text, shows(row.text, row.own), row.shows);
    return true;
}
CASE("shown_address: words that look like another address", table_of_texts)

TEST_CASE("shown_address: words longer than an address of SMTP") {
    auto const longest = std::string(243, 'a') + "@b.example";
    REQUIRE_TRUE(shows(longest, {}));
    REQUIRE_TRUE(!shows(longest, longest));
    auto const longer = "aa" + longest;
    REQUIRE_TRUE(shows(longer, longer));
}

} // namespace

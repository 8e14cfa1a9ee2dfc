#include <foldwise/inspect/detail/shown_address.hpp>

#include "../../support.hpp"

namespace {

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
};

constexpr bool table_of_texts() {
    for (auto const& row : table)
        REQUIRE_SAME(row.text, shows_address(row.text, row.own), row.shows);
    return true;
}
CASE("shown_address: words that look like another address", table_of_texts)

TEST_CASE("shown_address: words longer than an address of SMTP") {
    auto const longest = std::string(243, 'a') + "@b.example";
    REQUIRE_TRUE(shows_address(std::string_view{longest}, {}));
    REQUIRE_TRUE(!shows_address(std::string_view{longest}, longest));
    auto const longer = "aa" + longest;
    REQUIRE_TRUE(shows_address(std::string_view{longer}, longer));
}

} // namespace

#include <foldwise/base/trim.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

static_assert(noexcept(trim(test::some_octets, wsp)) && noexcept(trim_end(test::some_octets, wsp)));

struct trim_row {
    std::string_view text;
    std::string_view wanted;
    std::string_view wanted_of_end;
};

constexpr trim_row trim_table[] = {
    {"", "", ""},
    {"a", "a", "a"},
    {" a b\t ", "a b", " a b"},
    {"\t\ta", "a", "\t\ta"},
    {"a \t", "a", "a"},
    {" \t ", "", ""},
    {"\r\n a\r\n", "\r\n a\r\n", "\r\n a\r\n"}, // CR and LF are not in the set
};

constexpr bool octets_of_the_set_are_removed() {
    for (auto const& row : trim_table) {
        REQUIRE_SAME(row.text, trim(row.text, wsp), row.wanted);
        REQUIRE_SAME(row.text, trim_end(row.text, wsp), row.wanted_of_end);
    }
    REQUIRE_TRUE(trim("\r\n a\r\n", fws_octets) == "a");
    return true;
}
CASE("trim: octets of the set are removed at the ends only", octets_of_the_set_are_removed)

constexpr bool the_result_is_a_view_of_the_text() {
    constexpr std::string_view text = "  a  ";
    REQUIRE_TRUE(trim(text, wsp).data() == text.data() + 2);
    constexpr std::string_view blank = "  ";
    REQUIRE_TRUE(trim(blank, wsp).data() == blank.data() + 2);
    REQUIRE_TRUE(trim_end(blank, wsp).data() == blank.data());
    return true;
}
CASE("trim: the result is a view of the text, even if it is empty",
     the_result_is_a_view_of_the_text)

} // namespace

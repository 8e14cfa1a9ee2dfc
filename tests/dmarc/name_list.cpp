#include <foldwise/dmarc/name_list.hpp>

#include "../support.hpp"

#include <array>
#include <string>
#include <vector>

namespace {

using foldwise::name_list;

static_assert(std::is_trivially_copyable_v<name_list>);
static_assert(std::is_convertible_v<std::vector<std::string_view> const&, name_list>);
static_assert(std::is_convertible_v<std::array<std::string_view, 2>&, name_list>);
static_assert(!std::is_convertible_v<std::vector<std::string_view>, name_list>);
static_assert(!std::is_convertible_v<std::array<std::string_view, 2>, name_list>);
static_assert(!std::is_convertible_v<std::vector<std::string>&, name_list>);
static_assert(!std::is_convertible_v<std::string&, name_list>);

constexpr bool lists_of_names() {
    std::string_view const names[] = {"a.example", "b.example"};
    std::array<std::string_view, 1> const one{"c.example"};
    name_list list{names};
    REQUIRE_TRUE(list.size() == 2 && !list.empty() && *list.begin() == "a.example");
    list = one;
    REQUIRE_TRUE(list.size() == 1 && list.begin() + 1 == list.end());
    list = name_list{names, 1};
    REQUIRE_TRUE(list.size() == 1 && *list.begin() == "a.example");
    REQUIRE_TRUE(name_list{}.empty());
    return true;
}
CASE("name_list: arrays and vectors of names", lists_of_names)

} // namespace

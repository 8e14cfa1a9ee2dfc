#include <foldwise/dmarc/alignment_options.hpp>

#include "../support.hpp"

#include <array>
#include <vector>

namespace {

using foldwise::alignment_options;
using foldwise::name_list;

static_assert(std::is_trivially_copyable_v<alignment_options>);
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

constexpr bool nothing_is_trusted_by_default() {
    alignment_options const options;
    REQUIRE_TRUE(options.authserv_ids.empty() && options.own_hosts.empty());
    REQUIRE_TRUE(options.dkim == foldwise::dmarc_alignment_mode::relaxed);
    REQUIRE_TRUE(options.spf == foldwise::dmarc_alignment_mode::relaxed);
    REQUIRE_TRUE(options.organizational_domain == nullptr && options.converter == nullptr);
    return true;
}
CASE("alignment_options: the defaults", nothing_is_trusted_by_default)

} // namespace

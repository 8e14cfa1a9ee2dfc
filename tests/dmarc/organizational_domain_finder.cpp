#include <foldwise/dmarc/organizational_domain_finder.hpp>

#include "../support.hpp"

namespace {

using foldwise::optional;
using foldwise::organizational_domain_by;
using foldwise::organizational_domain_finder;

constexpr bool a_function_object_is_a_finder() {
    std::string_view const last = "b.example";
    organizational_domain_by const by{[last](std::string_view domain) {
        return domain.ends_with(last) ? optional{last} : std::nullopt;
    }};
    organizational_domain_finder const& finder = by;
    REQUIRE_TRUE(finder.find("a.b.example") == std::string_view{"b.example"});
    REQUIRE_TRUE(!finder.find("example"));
    return true;
}
constexpr optional<std::string_view> all_of(std::string_view domain) { return domain; }
static_assert(organizational_domain_by{all_of}.find("b.example") == std::string_view{"b.example"});

CASE("organizational_domain_by: a function object is a finder", a_function_object_is_a_finder)

} // namespace

#include <foldwise/diagnostic/gravest.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(diagnostic{date_obsolete, 0, 0}.severity() == severity::obsolete);
static_assert(diagnostic{tag_value_malformed, 0, 0}.severity() == severity::violation);
static_assert(diagnostic{bare_cr, 0, 0}.severity() == severity::ambiguity);

struct three_problems {
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        report(diagnostic{date_obsolete, 1, 1});
        report(diagnostic{bare_cr, 2, 1});
        report(diagnostic{bare_cr, 3, 1});
        report(diagnostic{tag_value_malformed, 4, 1});
    }
};

struct no_problems {
    template <class Report>
    constexpr void diagnose(Report&&) const {}
};

constexpr bool the_first_of_the_gravest_is_kept() {
    REQUIRE_TRUE(!gravest{}.found() && !gravest_of(no_problems{}));
    REQUIRE_TRUE(gravest_of(three_problems{}) == diagnostic{bare_cr, 2, 1});
    return true;
}
CASE("gravest: it keeps the first of several equally grave diagnostics",
     the_first_of_the_gravest_is_kept)

} // namespace

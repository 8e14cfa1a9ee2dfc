#include <foldwise/smtp/detail/queue_id_finder.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::queue_id_finder;

constexpr bool lines_are_searched_together() {
    queue_id_finder finder;
    REQUIRE_TRUE(!finder.found());
    finder.add("2.0.0 hello");
    REQUIRE_TRUE(!finder.found());
    finder.add("2.0.0 Ok: queued as AB12C");
    REQUIRE_TRUE(finder.found() == "AB12C");
    finder.add("");
    finder.add("OK id=AB12C");
    REQUIRE_TRUE(finder.found() == "AB12C");
    finder.add("ok 17763873");
    REQUIRE_TRUE(!finder.found()); // they do not agree
    finder.add("OK id=AB12C");
    REQUIRE_TRUE(!finder.found());
    return true;
}
CASE("queue_id_finder: lines that do not agree", lines_are_searched_together)

} // namespace

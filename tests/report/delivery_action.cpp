#include <foldwise/report/delivery_action.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using namespace foldwise;
using enum delivery_action_keyword;

static_assert(reads_fields<delivery_action>);

constexpr bool words_have_meanings() {
    struct {
        std::string_view value;
        delivery_action_keyword keyword;
    } constexpr table[] = {
        {"failed", failed},           {"delayed", delayed},   {"delivered", delivered},
        {"relayed", relayed},         {"expanded", expanded}, {" Delayed", delayed},
        {"failed (bounced)", failed}, {"failure", other},     {"X-retried", other},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.value, delivery_action::read(row.value)->keyword(), row.keyword);
    REQUIRE_TRUE(!delivery_action::read("") && !delivery_action::read("failed delayed"));
    REQUIRE_TRUE(delivery_action{}.keyword() == other);
    return true;
}
CASE("delivery_action: the words of RFC 3464", words_have_meanings)

} // namespace

#include <foldwise/report/feedback_type.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using namespace foldwise;
using enum feedback_type_keyword;

static_assert(reads_fields<feedback_type>);

constexpr bool words_have_meanings() {
    struct {
        std::string_view value;
        feedback_type_keyword keyword;
    } constexpr table[] = {
        {"abuse", abuse},
        {"fraud", fraud},
        {"virus", virus},
        {"not-spam", not_spam},
        {"auth-failure", auth_failure},
        {"FRAUD", fraud},
        {"other", other},
        {"opt-out", other},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.value, feedback_type::read(row.value)->keyword(), row.keyword);
    REQUIRE_TRUE(!feedback_type::read("") && !feedback_type::read("abuse fraud"));
    REQUIRE_TRUE(feedback_type{}.keyword() == other);
    return true;
}
CASE("feedback_type: the words of RFC 5965 and its extensions", words_have_meanings)

} // namespace

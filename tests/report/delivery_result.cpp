#include <foldwise/report/delivery_result.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using namespace foldwise;
using enum delivery_result_keyword;

static_assert(reads_fields<delivery_result>);

constexpr bool words_have_meanings() {
    struct {
        std::string_view value;
        delivery_result_keyword keyword;
    } constexpr table[] = {
        {"delivered", delivered}, {"spam", spam},   {"policy", policy}, {"reject", reject},
        {"Reject", reject},       {"other", other}, {"none", other},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.value, delivery_result::read(row.value)->keyword(), row.keyword);
    REQUIRE_TRUE(!delivery_result::read("") && !delivery_result::read("spam, policy"));
    REQUIRE_TRUE(delivery_result{}.keyword() == other);
    return true;
}
CASE("delivery_result: the words of RFC 6591", words_have_meanings)

} // namespace

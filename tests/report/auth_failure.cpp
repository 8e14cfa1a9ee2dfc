#include <foldwise/report/auth_failure.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using namespace foldwise;
using enum auth_failure_keyword;

static_assert(reads_fields<auth_failure>);

constexpr bool words_have_meanings() {
    struct {
        std::string_view value;
        auth_failure_keyword keyword;
    } constexpr table[] = {
        {"adsp", adsp}, {"bodyhash", bodyhash}, {"revoked", revoked}, {"signature", signature},
        {"spf", spf},   {"dmarc", dmarc},       {"ADSP", adsp},       {" revoked (a)", revoked},
        {"arc", other},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.value, auth_failure::read(row.value)->keyword(), row.keyword);
    REQUIRE_TRUE(!auth_failure::read("") && !auth_failure::read("spf dmarc"));
    REQUIRE_TRUE(auth_failure{}.keyword() == other);
    return true;
}
CASE("auth_failure: the words of RFC 6591 and RFC 7489", words_have_meanings)

} // namespace

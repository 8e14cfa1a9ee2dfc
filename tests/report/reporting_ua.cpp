#include <foldwise/report/reporting_ua.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using namespace foldwise;

static_assert(reads_fields<reporting_ua>);

constexpr bool names_and_products_are_read() {
    struct {
        std::string_view value;
        std::string_view name;
        std::optional<std::string_view> product;
    } constexpr table[] = {
        {" joes-pc.cs.example.com; Foomail 97.1", "joes-pc.cs.example.com", "Foomail 97.1"},
        {"Foomail", "Foomail", {}},
        {"a\r\n b ;\r\n c ; d", "a b", "c ; d"},
        {" ; a", "", "a"},
        {"a;", "a", ""},
        {"", "", {}},
    };
    for (auto const& row : table) {
        reporting_ua const ua{row.value};
        REQUIRE_SAME(row.value, ua.raw(), row.value);
        REQUIRE_SAME(row.value, ua.name() == row.name, true);
        REQUIRE_SAME(row.value, ua.product().has_value(), row.product.has_value());
        if (row.product) REQUIRE_SAME(row.value, *ua.product() == *row.product, true);
    }
    REQUIRE_TRUE(reporting_ua{field{"Reporting-UA: a; b\n"}}.name() == "a");
    return true;
}
CASE("reporting_ua: names and products", names_and_products_are_read)

constexpr bool nothing_is_wrong_with_any() {
    REQUIRE_TRUE(!reporting_ua{"a; b; c"}.deviation());
    return true;
}
CASE("reporting_ua: nothing is wrong with any", nothing_is_wrong_with_any)

} // namespace

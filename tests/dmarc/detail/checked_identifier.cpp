#include <foldwise/dmarc/detail/checked_identifier.hpp>

#include "../../support.hpp"

namespace {

using foldwise::recorded_value;
using foldwise::resinfo;
using foldwise::detail::dkim_identifier;
using foldwise::detail::domain_of_address;
using foldwise::detail::domain_of_name;
using foldwise::detail::is_null_path;
using foldwise::detail::spf_identifier;
using enum foldwise::alignment_finding;

struct row {
    std::string_view raw;
    std::string_view of_domain;  // empty if it is none
    std::string_view of_address; // the same
};

constexpr row table[] = {
    {"a.example", "a.example", "a.example"},
    {"\"A.example\"", "a.example", "a.example"},
    {"b@a.example", "", "a.example"},
    {"@a.example", "", "a.example"},
    {"\"b@a.example\"", "", "a.example"},
    {"\"@a.example\"", "", "a.example"},
    {"\"b c\"@a.example", "", "a.example"},
    {"\"b@c.example\"@a.example", "", ""},
    {"b@c.example@a.example", "", ""},
    {"\"b\n c\"@a.example", "", "a.example"},
    {"\"b c@a.example\"", "", ""},
    {"\"b@c.example@a.example\"", "", ""},
    {"\"b\\@a.example\"", "", ""},
    {"\"\\b@a.example\"", "", ""},
    {"\"b@a.exampl\\e\"", "", ""},
    {"\"a.\n example\"", "", ""},
    {"\"\"", "", ""},
    {"", "", ""},
    {"@", "", ""},
    {"b@", "", ""},
    {"a.example.", "", ""},
    {"b@[192.0.2.1]", "", ""},
    {"<b@a.example>", "", ""},
};

constexpr bool domains() {
    for (auto const& row : table) {
        recorded_value const value{row.raw};
        auto const domain = domain_of_name(value);
        REQUIRE_SAME(row.raw, domain ? domain->text() : "", row.of_domain);
        auto const address = domain_of_address(value);
        REQUIRE_SAME(row.raw, address ? address->text() : "", row.of_address);
    }
    REQUIRE_TRUE(is_null_path(recorded_value{"\"\""}) && is_null_path(recorded_value{"\"<>\""}));
    REQUIRE_TRUE(!is_null_path(recorded_value{"\"a\""}));
    return true;
}
CASE("checked_identifier: the domain of a value", domains)

constexpr bool properties() {
    auto const dkim = dkim_identifier(*resinfo::read("dkim=pass header.i=@b header.d=a.example"));
    REQUIRE_TRUE(!dkim.problem && dkim.domain->text() == "a.example");
    REQUIRE_TRUE(dkim.property->is("header", "d"));
    auto const two = dkim_identifier(*resinfo::read("dkim=pass header.d=a.b header.d=a.b"));
    REQUIRE_TRUE(*two.problem == identifier_repeated && !two.domain && two.property.has_value());
    auto const helo = spf_identifier(*resinfo::read("spf=pass smtp.helo=a.example"));
    REQUIRE_TRUE(*helo.problem == spf_for_helo && helo.domain->text() == "a.example");
    auto const null =
        spf_identifier(*resinfo::read("spf=pass smtp.mailfrom=\"\" smtp.helo=a.example"));
    REQUIRE_TRUE(!null.problem && null.property->is("smtp", "helo"));
    REQUIRE_TRUE(*spf_identifier(*resinfo::read("spf=pass")).problem == identifier_missing);
    return true;
}
CASE("checked_identifier: the property that has the domain", properties)

} // namespace

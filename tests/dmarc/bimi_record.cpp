#include <foldwise/dmarc/bimi_record.hpp>

#include "../laws.hpp"
#include "../support.hpp"

#include <string>

namespace {

using foldwise::bimi_record;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using enum diagnostic_code;

static_assert(std::is_trivially_copyable_v<bimi_record>);

// A record comes from the DNS. It is read like the value of a field, but not from a field.
static_assert(foldwise::field_value<bimi_record>);
static_assert(!std::is_constructible_v<bimi_record, foldwise::field const&>);
static_assert(test::keeps_the_laws<bimi_record>("v=BIMI1; l=http://a.example/",
                                                diagnostic_code::tag_value_malformed));
static_assert(!std::is_constructible_v<bimi_record, std::string>);

constexpr void check_proper(bimi_record const& view) {
    view.diagnose([](diagnostic const& problem) {
        REQUIRE_SAME("proper", problem.name(), std::string_view{});
    });
}

constexpr bool records() {
    bimi_record const r{"v=BIMI1; l= https://a.example/b.svg ;\n a=HTTPS://a.example/c.pem; x=y"};
    REQUIRE_TRUE(*r.version() == "BIMI1" && *r.location() == "https://a.example/b.svg");
    REQUIRE_TRUE(*r.evidence_location() == "HTTPS://a.example/c.pem" && !r.is_declination());
    REQUIRE_TRUE(r.tags().find("x").has_value());
    check_proper(r);

    // The draft's section on declination.
    bimi_record const declined{"v=BIMI1; l=; a=;"};
    REQUIRE_TRUE(declined.location()->empty() && declined.evidence_location()->empty());
    REQUIRE_TRUE(declined.is_declination());
    check_proper(declined);
    REQUIRE_TRUE(bimi_record{"v=BIMI1; l="}.is_declination());
    REQUIRE_TRUE(!bimi_record{"l=; a="}.is_declination());
    REQUIRE_TRUE(!bimi_record{"v=BIMI1; a="}.is_declination());
    REQUIRE_TRUE(!bimi_record{"v=BIMI1; l=; a=https://a.example"}.is_declination());
    REQUIRE_TRUE(!bimi_record{"v=BIMI1; l=; a=x"}.is_declination());
    return true;
}
CASE("bimi_record: where the logo is", records)

struct problem_row {
    std::string_view text;
    diagnostic_code code;
    std::string_view where;
};

constexpr problem_row record_problems[] = {
    {"l=", bimi_version, "l="},
    {"v=bimi1; l=", bimi_version, "v=bimi1"},
    {"l=; v=BIMI1", bimi_version, "l="},
    {";v=BIMI1;l=", tag_empty, ""},
    {"v=BIMI1", tag_missing, "v=BIMI1"},
    {"v=BIMI1; l=http://a.example", tag_value_malformed, "http://a.example"},
    {"v=BIMI1; l=https://", tag_value_malformed, "https://"},
    {"v=BIMI1; l=https://a.example,https://b.example", tag_value_malformed,
     "https://a.example,https://b.example"},
    {"v=BIMI1; l=https://a b", tag_value_malformed, "https://a b"},
    {"v=BIMI1; l=; a=x", tag_value_malformed, "x"},
    {"v=BIMI1; l=; l=", tag_duplicate, " l="},
    {"v=BIMI1; l=\x01", tag_value_octet, " l=\x01"},
};

constexpr void check_problem(problem_row const& row) {
    std::size_t count = 0;
    bimi_record{row.text}.diagnose([&](diagnostic const& problem) {
        if (row.code == tag_empty && problem.code == bimi_version) return; // v= is not first
        REQUIRE_SAME(row.text, problem.name(), kind_of(row.code).name);
        REQUIRE_SAME(row.text, row.text.substr(problem.offset, problem.length), row.where);
        ++count;
    });
    REQUIRE_SAME(row.text, count, std::size_t{1});
}

constexpr bool problems_and_where_they_are() {
    for (auto const& row : record_problems) check_problem(row);
    return true;
}
CASE("bimi_record: problems, and where they are", problems_and_where_they_are)

constexpr bool raw_is_what_was_read() {
    REQUIRE_TRUE(foldwise::bimi_record{"v=BIMI1; l=;"}.raw() == "v=BIMI1; l=;");
    return true;
}
CASE("bimi_record: raw() is what was read", raw_is_what_was_read)

} // namespace

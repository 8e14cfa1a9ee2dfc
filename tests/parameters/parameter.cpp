#include <foldwise/parameters/parameter.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <iterator>
#include <ranges>
#include <string>

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(total_field_value<parameters> && std::is_trivially_copyable_v<parameter>);
static_assert(std::ranges::borrowed_range<parameters::segment_range>);
static_assert(noexcept(parameters{test::some_octets}.find(test::some_octets)) &&
              noexcept(parameters{test::some_octets}.ambiguity(test::some_octets)));

struct row {
    std::string_view value;
    std::string_view text;
    parameter_form form;
    std::string_view charset;
    std::string_view language;
    std::optional<diagnostic_code> deviation;
};

constexpr auto plain = parameter_form::plain;
constexpr auto extended = parameter_form::extended;
constexpr auto continued = parameter_form::continued;

constexpr row table[] = {
    {"; a=b", "b", plain, "", "", std::nullopt},
    {"; x=y; A=b", "b", plain, "", "", std::nullopt},
    {"; aa=x; a=b; a=c", "b", plain, "", "", std::nullopt},
    // RFC 2231 sections 3 to 4.1
    {"; a*=us-ascii'en-us'b%20c", "b c", extended, "us-ascii", "en-us", std::nullopt},
    {";\n a*0=\"b\";\n a*1=\"c\"", "bc", continued, "", "", std::nullopt},
    {"; a*1*=%2A; a*2=\"d\"; a*0*=us-ascii'en'b", "b*d", continued, "us-ascii", "en", std::nullopt},
    // RFC 6266 section 4.3: the extended form is preferred
    {"; a=b; a*=utf-8''c", "c", extended, "utf-8", "", std::nullopt},
    {"; a*=utf-8''c; a=b", "c", extended, "utf-8", "", std::nullopt},
    {"; a*0=b; a*=utf-8''c; a=d", "c", extended, "utf-8", "", std::nullopt},
    {"; a=d; a*0=b", "b", continued, "", "", std::nullopt},
    {"; a=b; a*1=c", "b", plain, "", "", std::nullopt}, // section 0 is missing
    {"; a*0=b; a*1=", "b", continued, "", "", parameter_value_empty},
    {"; a*0=b; a*1=c d; a*2*=%", "bc d%", continued, "", "", parameter_value_unquoted},
    {"; b; a", "", plain, "", "", parameter_missing},
    {"; b=\"; a=b\"", "", plain, "", "", parameter_missing},
    {"; b=c (; a=b)", "", plain, "", "", parameter_missing},
    {"; a*00=b", "", plain, "", "", parameter_missing},
    {"; a*1=b", "", plain, "", "", parameter_section_missing},
};

constexpr bool parameters_are_found() {
    for (auto const& r : table)
        test::with_both_line_endings(r.value, [&r](std::string_view value) {
            auto const found = parameters{value}.find("a");
            if (!found) {
                REQUIRE_SAME(r.value, std::optional{found.error().code} == r.deviation, true);
                return;
            }
            REQUIRE_TRUE(found->text() == r.text);
            REQUIRE_SAME(r.value, found->form(), r.form);
            REQUIRE_SAME(r.value, found->charset(), r.charset);
            REQUIRE_SAME(r.value, found->language(), r.language);
            auto const deviation = found->deviation();
            REQUIRE_SAME(r.value, deviation.has_value(), r.deviation.has_value());
            if (deviation) REQUIRE_SAME(r.value, deviation->code, *r.deviation);
            REQUIRE_SAME(r.value, found->first().is("a"), true);
        });
    parameters const list{"a/b; a=b; A*1=d; A*0=c", 3};
    REQUIRE_TRUE(list.raw() == "; a=b; A*1=d; A*0=c" && list.find("A")->name() == "A");
    auto const sections = list.find("a")->segments();
    REQUIRE_TRUE((*sections.begin()).raw() == "A*0=c");
    REQUIRE_TRUE((*std::next(sections.begin())).raw() == "A*1=d");
    REQUIRE_TRUE(std::next(sections.begin(), 2) == sections.end());
    REQUIRE_TRUE(list.find("b").error() == diagnostic{parameter_missing, 22, 0});
    REQUIRE_TRUE(parameters{"; a*1=b; a*2=c"}.find("a").error() ==
                 diagnostic{parameter_section_missing, 2, 5});
    REQUIRE_TRUE(parameters{"; a*1=c d; a*0=b"}.find("a")->deviation() ==
                 diagnostic{parameter_value_unquoted, 2, 7});
    REQUIRE_TRUE(parameters{field{"X: a=b"}}.find("a")->text() == "b");
    return true;
}
CASE("parameters: the parameter of a name, with all its sections", parameters_are_found)

struct ambiguity_row {
    std::string_view value;
    std::optional<diagnostic> ambiguity; // of the name "a"
};

constexpr ambiguity_row ambiguity_table[] = {
    {"; a=b", std::nullopt},
    {"; b=c; b=d", std::nullopt},
    {"; a=b; A=b", std::nullopt},                    // the same text
    {"; a=\"b\"; a=b; a*=''b; a*0=b", std::nullopt}, // the same text
    {"; a=b; a=c", diagnostic{parameter_duplicate, 7, 3}},
    {"; a=b; a=b; a=c", diagnostic{parameter_duplicate, 12, 3}},
    {"; a*=''b; a*=''c", diagnostic{parameter_duplicate, 10, 6}},
    {"; a=b; a*=''c", diagnostic{parameter_forms_differ, 2, 3}},
    {"; a=b; a*=utf-8''%62", std::nullopt},
    {"; a=b; a*0=c", diagnostic{parameter_forms_differ, 2, 3}},
    {"; a*=''c; a*0=c; a*1=d", diagnostic{parameter_forms_differ, 10, 5}},
    {"; a*0=b; a*2=c", diagnostic{parameter_section_missing, 9, 5}},
    {"; a=b; a*1=c", diagnostic{parameter_section_missing, 7, 5}},
    {"; a*1=b", diagnostic{parameter_section_missing, 2, 5}},
    {"; a*0=b; a*0=b", diagnostic{parameter_duplicate, 9, 5}},
    {"; a*0=b; a*1=c; a*0*=b", diagnostic{parameter_duplicate, 16, 6}},
    {"; a*1=c; a*0=b", std::nullopt},
};

constexpr bool ambiguities_are_found() {
    for (auto const& r : ambiguity_table)
        REQUIRE_SAME(r.value, parameters{r.value}.ambiguity("a") == r.ambiguity, true);
    return true;
}
CASE("parameters: ambiguity() says why another reader may see another value", ambiguities_are_found)

constexpr bool everything_is_diagnosed_in_order() {
    constexpr std::string_view value = "; a=b c; a=d; ; e*1=f; a*0=g; a*2=h; E =\"=?a?q?i?=\"";
    constexpr diagnostic wanted[] = {
        {parameter_value_unquoted, 2, 5},   {parameter_empty, 13, 1},
        {parameter_encoded_word, 37, 14},   {parameter_white_space, 37, 14},
        {parameter_section_missing, 30, 5}, {parameter_duplicate, 9, 3},
        {parameter_forms_differ, 2, 5},     {parameter_section_missing, 16, 5}};
    std::size_t count = 0;
    parameters{value}.diagnose([&](diagnostic const& problem) {
        REQUIRE_SAME(problem.name(), count < std::size(wanted) && problem == wanted[count], true);
        ++count;
    });
    REQUIRE_TRUE(count == std::size(wanted));
    return true;
}
CASE("parameters: problems of segments, and of names", everything_is_diagnosed_in_order)

constexpr bool repetitions_are_diagnosed() {
    constexpr diagnostic wanted[] = {{parameter_repeated, 7, 5}, {parameter_repeated, 14, 3}};
    std::size_t count = 0;
    parameters{"; a=b; a=\"b\"; A=b"}.diagnose([&](diagnostic const& problem) {
        REQUIRE_TRUE(count < 2 && problem == wanted[count]);
        ++count;
    });
    REQUIRE_TRUE(count == 2);
    return true;
}
CASE("parameters: a second parameter with the same text", repetitions_are_diagnosed)

TEST_CASE("parameters: sections after the 64th, too many sections out of order, many names") {
    std::string value;
    for (int i = 0; i < 100; ++i) value.append("; a*").append(std::to_string(i)).append("=b");
    CHECK(!parameters{value}.ambiguity("a"));
    auto const more = value + "; a*80=c";
    CHECK(parameters{more}.ambiguity("a") == diagnostic{parameter_duplicate, value.size() + 2, 6});
    std::string odd;
    for (int i = 99; i >= 0; --i) odd.append("; a*").append(std::to_string(i)).append("=b");
    CHECK(parameters{odd}.ambiguity("a") == diagnostic{parameter_section_order, 2, 6});
    CHECK(parameters{odd}.find("a")->text().length() == 16);
    std::string names;
    for (int i = 0; i < 10; ++i) names.append(";a").append(std::to_string(i)).append("=b");
    int duplicates = 0;
    auto const twice = names + ";a7=c;a8=c;a3=c";
    parameters{twice}.diagnose([&](diagnostic const& problem) {
        duplicates += problem.code == parameter_duplicate ? 1 : 0;
    });
    CHECK(duplicates == 2); // of a7 and a3; a8 is the 9th name, after the first 8
}

struct names_row {
    std::string_view value;
    std::string_view problems; // each name{what it covers}
};

constexpr names_row names_table[] = {
    {";a=1;b=1;c=1;d=1;e=1;f=1;g=1;h=1;h=2", "parameter_duplicate{h=2}"},
    {";a=1;b=1;c=1;d=1;e=1;f=1;g=1;h=1;i=1;j=1;i=2;A=2",
     "parameter_names_limit{i=1}parameter_duplicate{A=2}"},
    {";boundary=x;a=1;b=1;c=1;d=1;e=1;f=1;g=1;h=1;h=2;BOUNDARY=y",
     "parameter_duplicate{BOUNDARY=y}parameter_duplicate{h=2}"},
    {";a=1;b=1;c=1;d=1;e=1;f=1;g=1;h=1;i=1;boundary=x;boundary=y;charset=x;charset=y;name=x;"
     "filename=x;name*=y''y;filename=y;start=x;start=y",
     "parameter_names_limit{i=1}parameter_duplicate{boundary=y}parameter_duplicate{charset=y}"
     "parameter_forms_differ{name=x}parameter_duplicate{filename=y}parameter_duplicate{start=y}"},
};

constexpr bool names_are_limited(names_row const& row) {
    test::text_buffer found;
    parameters{row.value}.diagnose([&](diagnostic const& problem) {
        found.append(problem.name());
        found.append('{');
        found.append(row.value.substr(problem.offset, problem.length));
        found.append('}');
    });
    REQUIRE_SAME(row.value, std::string_view{found}, row.problems);
    return true;
}
constexpr bool first_names_are_limited() { return names_are_limited(names_table[0]); }
CASE("parameters: 8 names are compared", first_names_are_limited)
TEST_CASE("parameters: 8 names, and those that decide, are compared") {
    for (auto const& row : names_table) CHECK(names_are_limited(row));
}

constexpr bool any_value_is_read() {
    return test::for_each_string(
        "a=;*01\"", std::is_constant_evaluated() ? 2 : 6, [](std::string_view value) {
            parameters const list{value};
            auto const found = list.find("a");
            if (found) {
                REQUIRE_SAME(value, found->text().length() <= value.size(), true);
                REQUIRE_SAME(value, found->first().is("a"), true);
            }
            list.diagnose([value](diagnostic const& problem) {
                REQUIRE_SAME(value, problem.offset <= value.size(), true);
                REQUIRE_SAME(value, problem.length <= value.size() - problem.offset, true);
            });
            return true;
        });
}
CASE("parameters: any value is read", any_value_is_read)

} // namespace

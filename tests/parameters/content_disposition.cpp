#include <foldwise/parameters/content_disposition.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <iterator>
#include <string>

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(total_field_value<content_disposition>);
static_assert(noexcept(content_disposition{test::some_octets}.size()));

/// The first diagnostic, if it is about the text before the parameters.
constexpr std::optional<diagnostic> problem_of(content_disposition const& read) {
    std::optional<diagnostic> first;
    read.diagnose([&first](diagnostic const& problem) {
        if (!first) first = problem;
    });
    auto const start = read.raw().size() - read.parameters().raw().size();
    if (first && first->offset + first->length > start) return std::nullopt;
    return first;
}

struct row {
    std::string_view value;
    disposition kind;
    std::string_view word;
    std::optional<diagnostic> problem;
    std::optional<std::string_view> filename;
};

constexpr auto inline_part = disposition::inline_part;
constexpr auto attachment = disposition::attachment;
constexpr auto other = disposition::other;

constexpr row table[] = {
    {"inline", inline_part, "inline", std::nullopt, std::nullopt},
    {" INLINE ;", inline_part, "INLINE", std::nullopt, std::nullopt},
    {"(a) attachment (b);\n filename=genome.jpeg", attachment, "attachment", std::nullopt,
     "genome.jpeg"}, // RFC 2183 section 3
    {"attachment; filename=\"a;b\"", attachment, "attachment", std::nullopt, "a;b"},
    {"form-data; name=a", other, "form-data", diagnostic{disposition_unknown, 0, 9}, std::nullopt},
    {"attachment filename=a", attachment, "attachment",
     diagnostic{parameter_without_semicolon, 11, 0}, "a"},
    {"attachment: inline; filename=a", attachment, "attachment",
     diagnostic{disposition_text_after, 10, 8}, "a"},
    {"attachment (x; filename=a", attachment, "attachment",
     diagnostic{parameter_not_closed, 11, 14}, std::nullopt},
    {"inline; attachment; filename=a", inline_part, "inline", std::nullopt, "a"},
    {"", other, "", diagnostic{disposition_malformed, 0, 0}, std::nullopt},
    {"filename=a", other, "", diagnostic{disposition_malformed, 0, 0}, "a"},
    {"; filename=a", other, "", diagnostic{disposition_malformed, 0, 0}, "a"},
    {"\"inline\"; filename=a", other, "", diagnostic{disposition_malformed, 0, 8}, "a"},
};

constexpr bool dispositions_are_read() {
    for (auto const& r : table) {
        content_disposition const read{r.value};
        REQUIRE_SAME(r.value, read.raw(), r.value);
        REQUIRE_SAME(r.value, read.kind(), r.kind);
        REQUIRE_SAME(r.value, read.is_attachment(), r.kind != inline_part);
        REQUIRE_SAME(r.value, read.word(), r.word);
        REQUIRE_SAME(r.value, problem_of(read) == r.problem, true);
        auto const filename = read.filename();
        REQUIRE_SAME(r.value, filename.has_value(), r.filename.has_value());
        if (filename) REQUIRE_TRUE(filename->text() == *r.filename);
        auto const crlf = test::with_crlf(r.value);
        REQUIRE_SAME(r.value, content_disposition{std::string_view{crlf}}.word(), r.word);
    }
    REQUIRE_TRUE(content_disposition{field{"Content-Disposition: inline\r\n"}}.word() == "inline");
    REQUIRE_TRUE(content_disposition{}.kind() == other);
    content_disposition const form{"Form-Data; name=a"};
    REQUIRE_TRUE(form.is("form-data") && !form.is("form") && !form.is("inline"));
    return true;
}
CASE("content_disposition: kind, word, deviation and filename of a value", dispositions_are_read)

constexpr bool dates_and_sizes_are_read() {
    // RFC 2183 section 3.
    content_disposition const read{
        "attachment; filename=genome.jpeg;\n"
        "  modification-date=\"Wed, 12 Feb 1997 16:29:51 -0500\";\n"
        "  creation-date=\"Wed, 12 Feb\n 1997 16:29:51 -0500\"; size=12"};
    REQUIRE_TRUE(read.modification_date()->unix_seconds() == 855782991);
    REQUIRE_TRUE(read.creation_date()->unix_seconds() == 855782991);
    REQUIRE_TRUE(read.size() == std::uint64_t{12});
    REQUIRE_TRUE(read.read_date().error().code == parameter_missing);
    REQUIRE_TRUE(content_disposition{"a; read-date=\"1 Jan 2024 10:00 +0000\""}.read_date());
    for (auto const value :
         {"a; size=", "a; size=-1", "a; size=1k", "a; size=0x10", "a; size=18446744073709551616"})
        REQUIRE_TRUE(content_disposition{value}.size().error().code == disposition_value_malformed);
    REQUIRE_TRUE(content_disposition{"a; size=18446744073709551615"}.size() ==
                 std::uint64_t{18446744073709551615u});
    REQUIRE_TRUE(content_disposition{"a; size=00000000000000000000012"}.size() ==
                 std::uint64_t{12});
    return true;
}
CASE("content_disposition: dates and size of the file", dates_and_sizes_are_read)

constexpr bool everything_is_diagnosed() {
    constexpr std::string_view value = "x; filename=a b; size=1k; creation-date=now; read-date=; z";
    constexpr diagnostic wanted[] = {
        {disposition_unknown, 0, 1},           {parameter_value_unquoted, 3, 12},
        {parameter_value_empty, 45, 10},       {parameter_malformed, 57, 1},
        {disposition_value_malformed, 26, 17}, {disposition_value_malformed, 45, 10},
        {disposition_value_malformed, 17, 7}};
    std::size_t count = 0;
    content_disposition{value}.diagnose([&](diagnostic const& problem) {
        REQUIRE_SAME(problem.name(), count < std::size(wanted) && problem == wanted[count], true);
        ++count;
    });
    REQUIRE_TRUE(count == std::size(wanted));
    auto const gravest = content_disposition{value}.deviation();
    REQUIRE_TRUE(gravest && gravest->severity() >= wanted[0].severity());
    REQUIRE_TRUE(!content_disposition{"inline; size=1"}.deviation());
    return true;
}
CASE("content_disposition: all problems", everything_is_diagnosed)

constexpr bool a_file_name_may_be_misplaced() {
    struct {
        std::string_view value;
        std::string_view name; // "-" for none
    } constexpr rows[] = {
        {"attachment; name=c", "c"},
        {"inline; name=\"c\"", "c"},
        {"attachment; name=c; filename=d", "-"},
        {"form-data; name=c", "-"}, // RFC 7578 section 4.2: the name of a field
        {"attachment; filename=d", "-"},
    };
    for (auto const& r : rows) {
        content_disposition const read{r.value};
        auto const name = read.other_filename();
        REQUIRE_SAME(r.value, name.has_value(), r.name != "-");
        if (name) REQUIRE_SAME(r.value, name->text() == r.name, true);
        bool is_reported = false;
        read.diagnose([&](diagnostic const& problem) {
            if (problem.code != file_name_misplaced) return;
            is_reported = true;
            auto const octets = r.value.substr(problem.offset, problem.length);
            REQUIRE_SAME(r.value, octets, name->first().raw());
        });
        REQUIRE_SAME(r.value, is_reported, r.name != "-");
    }
    return true;
}
CASE("content_disposition: the name of a file in name", a_file_name_may_be_misplaced)

TEST_CASE("content_disposition: a date that is too long is malformed") {
    std::string date = "1 Jan 2024 10:00 +0000 (";
    date.append(300, 'a').append(")");
    auto const value = std::string{"a; creation-date=\""}.append(date).append("\"");
    CHECK(content_disposition{value}.creation_date().error().code == disposition_value_malformed);
}

constexpr bool any_value_is_read() {
    return test::for_each_string(
        "a;=( \"\n", std::is_constant_evaluated() ? 1 : 5, [](std::string_view value) {
            content_disposition{value}.diagnose([value](diagnostic const& problem) {
                REQUIRE_SAME(value, problem.offset <= value.size(), true);
                REQUIRE_SAME(value, problem.length <= value.size() - problem.offset, true);
            });
            return true;
        });
}
CASE("content_disposition: any value is read", any_value_is_read)

} // namespace

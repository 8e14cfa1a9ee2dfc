#include <foldwise/lists/list_id.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <optional>
#include <unordered_set>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::list_id;

static_assert(foldwise::reads_fields<list_id>);

struct value_row {
    std::string_view from;
    std::string_view value;
    std::string_view text;
    std::string_view description;
    std::optional<diagnostic_code> deviation;
};

constexpr std::optional<diagnostic_code> proper = std::nullopt;
constexpr auto no_brackets = diagnostic_code::list_id_without_brackets;
constexpr auto no_dot_atom = diagnostic_code::list_id_not_dot_atom;
constexpr auto blanks = diagnostic_code::list_id_with_white_space;
constexpr auto other_text = diagnostic_code::list_id_other_text;

// With LF; each is checked with CRLF as well.
constexpr value_row value_table[] = {
    {"RFC 2919 section 3", " List Header Mailing List <list-header.nisto.com>",
     "list-header.nisto.com", "List Header Mailing List", proper},
    {"RFC 2919 section 3", " <commonspace-users.list-id.within.com>",
     "commonspace-users.list-id.within.com", "", proper},
    {"RFC 2919 section 3",
     " \"Lena's Personal Joke List\"\n"
     "         <lenas-jokes.da39efc25c530ad145d41b86f7420c3b.021999.localhost>",
     "lenas-jokes.da39efc25c530ad145d41b86f7420c3b.021999.localhost", "Lena's Personal Joke List",
     proper},
    {"RFC 2919 section 3", " \"An internal CMU List\" <0Jks9449.list-id.cmu.edu>",
     "0Jks9449.list-id.cmu.edu", "An internal CMU List", proper},
    {"RFC 2919 section 3", " <da39efc25c530ad145d41b86f7420c3b.052000.localhost>",
     "da39efc25c530ad145d41b86f7420c3b.052000.localhost", "", proper},

    {"Mailman, a dot in the description", "Some general list. <a.example.org>", "a.example.org",
     "Some general list.", proper},
    {"Mailman, folded", "\"a, please\n\tuse b@c\"\n\t<d.example.org>", "d.example.org",
     "a, please\tuse b@c", proper},
    {"GitHub", "owner/repo <repo.owner.github.com>", "repo.owner.github.com", "owner/repo", proper},
    {"RFC 2047 section 5", "=?utf-8?Q?a_<b>?= <c.d>", "c.d", "=?utf-8?Q?a_<b>?=", proper},
    {"an identifier in a quoted-string", "\"<a.b>\" <c.d>", "c.d", "<a.b>", proper},
    {"comments", "(<a.b>) <c.d> (<e.f>)", "c.d", "", proper},
    {"RFC 6532", "<\xC3\xA9.b>", "\xC3\xA9.b", "", proper},
    {"no brackets", " list.example.org", "list.example.org", "", no_brackets},
    {"no brackets, an address", "list@example.org (a)", "list@example.org", "", no_brackets},
    {"no dot", "Company <123456>", "123456", "Company", no_dot_atom},
    {"an address", "<list@example.org>", "list@example.org", "", no_dot_atom},
    {"dots at an end", "<.a.>", ".a.", "", no_dot_atom},
    {"two dots", "<a..b>", "a..b", "", no_dot_atom},
    {"specials", "<a.b;c>", "a.b;c", "", no_dot_atom},
    {"RFC 2919 section 3, white space", "<a.\n b >", "a.b", "", blanks},
    {"RFC 2919 section 3, white space at the start", "< a.b>", "a.b", "", blanks},
    {"specials before it", "[a] b: c, d <e.f>", "e.f", "[a] b: c, d", other_text},
    {"text after it", "<a.b> c", "a.b", "", other_text},
    {"a bracket after it", "<a.b>>", "a.b", "", other_text},
};

constexpr bool table_of_identifiers() {
    for (auto const& row : value_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const got = list_id::read(value);
            REQUIRE_SAME(row.value, got.has_value(), true);
            REQUIRE_SAME(row.value, got->text() == row.text, true);
            REQUIRE_SAME(row.value, got->is(row.text), true);
            REQUIRE_SAME(row.value, got->description().has_value(), !row.description.empty());
            if (got->description())
                REQUIRE_SAME(row.value, *got->description() == row.description, true);
            auto const deviation = got->deviation();
            REQUIRE_SAME(row.value, deviation.has_value(), row.deviation.has_value());
            if (deviation) REQUIRE_SAME(row.value, deviation->code, *row.deviation);
        });
    return true;
}
CASE("list_id: identifiers, and how they deviate", table_of_identifiers)

constexpr bool malformed_values_have_no_value() {
    constexpr std::string_view table[] = {"",
                                          " ",
                                          "announcements",
                                          "List.",
                                          "a.b c.d",
                                          "a.b.",
                                          "abuser@rg.example Mailing List",
                                          "a . b",
                                          "\"a.b\"",
                                          "(a.b)",
                                          "(<a.b>)",
                                          "\"<a.b>\"",
                                          "=?utf-8?q?Example_of_List_Id?=",
                                          "=?utf-8?q?a.b?=",
                                          "<=?utf-8?q?a.b?=>",
                                          "<>",
                                          "< >",
                                          "<a.b",
                                          "<a.b <c.d>",
                                          "<a.b> <c.d>",
                                          "<a.b>, <c.d>",
                                          "\"a <b.c>",
                                          "(a <b.c>",
                                          "<a.b> \"c",
                                          "<a.b> (c",
                                          "a.b (c",
                                          "<a.\x01>",
                                          "a.b, c.d"};
    for (auto const value : table)
        REQUIRE_SAME(value,
                     list_id::read(value).error() ==
                         foldwise::whole_value(diagnostic_code::list_id_malformed, value),
                     true);
    return true;
}
CASE("list_id: malformed values have no value", malformed_values_have_no_value)

constexpr bool places() {
    auto const bracketed = *list_id::read(" A <a>");
    REQUIRE_TRUE(bracketed.raw() == " A <a>" && bracketed.text().raw() == "a");
    REQUIRE_TRUE(bracketed.deviation() == diagnostic{no_dot_atom, 3, 3});
    auto const bare = *list_id::read(" (c) a.b ");
    REQUIRE_TRUE(bare.text().raw() == "a.b" && bare.deviation() == diagnostic{no_brackets, 5, 3});
    REQUIRE_TRUE(list_id::read(" <a.b> c")->deviation() == diagnostic{other_text, 1, 7});
    return true;
}
CASE("list_id: where the identifier and its deviation are", places)

constexpr bool comparisons() {
    auto const id = *list_id::read("One list <List.Example.ORG>");
    REQUIRE_TRUE(id.is("list.example.org") && id.is("LIST.example.org"));
    REQUIRE_TRUE(!id.is("list.example.or") && !id.is("list.example.orgs") && !id.is(""));
    REQUIRE_TRUE(id.is(*list_id::read("Another name <list.\r\n example.org>")));
    REQUIRE_TRUE(!id.is(*list_id::read("One list <list.example.com>")));
    REQUIRE_TRUE(id == *list_id::read("Another name <List.\r\n Example.ORG>"));
    REQUIRE_TRUE(id != *list_id::read("One list <list.example.org>"));
    std::hash<list_id> const hash;
    REQUIRE_TRUE(hash(id) == hash(*list_id::read("<List.\r\n Example.ORG>")));
    REQUIRE_TRUE(hash(id) != hash(*list_id::read("<list.example.org>")));
    REQUIRE_TRUE(list_id{}.text().empty() && !list_id{}.description());
    return true;
}
CASE("list_id: is() ignores case, == does not", comparisons)

TEST_CASE("list_id: keys of an unordered_set") {
    std::unordered_set<list_id> set;
    for (auto const value : {"<a.b>", "x <a.b>", "<a. b>", "<a.c>"})
        set.insert(*list_id::read(value));
    CHECK(set.size() == 2);
}

// RFC 2919 section 2: at most 255 octets.
constexpr bool length() {
    test::text_buffer value;
    value.append("<a.\n ");
    for (int i = 0; i < 253; ++i) value.append('b');
    value.append(">");
    auto const longest = *list_id::read(value);
    REQUIRE_TRUE(longest.text().length() == 255 && longest.deviation()->code == blanks);
    test::text_buffer longer;
    longer.append("<a.");
    for (int i = 0; i < 253; ++i) longer.append('b');
    test::text_buffer just = longer;
    just.append(">");
    REQUIRE_TRUE(!list_id::read(just)->deviation());
    longer.append("b>");
    REQUIRE_TRUE(list_id::read(longer)->deviation() ==
                 diagnostic{diagnostic_code::list_id_too_long, 0, 258});
    return true;
}
CASE("list_id: the greatest length", length)

/// Whether every line ending folds. Then CRLF in place of LF changes nothing.
bool folds_only(std::string_view value) {
    for (std::size_t i = 0; i < value.size(); ++i)
        if (value[i] == '\n' && !value.substr(i + 1).starts_with(' ')) return false;
    return true;
}

std::string summary_of(std::string_view value) {
    auto const got = list_id::read(value);
    if (!got) return "no value";
    auto summary = got->text().to_string();
    if (got->description()) summary += '|' + got->description()->to_string();
    if (got->deviation()) summary += got->deviation()->name();
    return summary;
}

TEST_CASE(
    "list_id: any octets; an identifier is in the value, and reads the same without other text") {
    test::for_each_string(" \n<a.>(\"", 6, [](std::string_view value) {
        if (folds_only(value))
            REQUIRE_SAME(value, summary_of(test::with_crlf(value)), summary_of(value));
        auto const got = list_id::read(value);
        if (!got) {
            REQUIRE_SAME(value, got.error().length,
                         foldwise::whole_value(got.error().code, value).length);
            return true;
        }
        REQUIRE_SAME(value, got->raw(), value);
        auto const at = foldwise::offset_of(value, got->text().raw());
        REQUIRE_SAME(value, got->text().empty(), false);
        auto const text = got->text().to_string();
        REQUIRE_SAME(value, text.find_first_of(" \n<>"), text.npos);
        auto const bracketed = '<' + text + '>';
        auto const again = list_id::read(bracketed);
        REQUIRE_SAME(value, again.has_value() && *again == *got, true);
        if (auto const description = got->description()) {
            auto const first = foldwise::offset_of(value, description->raw());
            REQUIRE_SAME(value, first + description->raw().size() <= at, true);
        }
        if (auto const deviation = got->deviation())
            REQUIRE_SAME(value, deviation->offset + deviation->length <= value.size(), true);
        return true;
    });
}

} // namespace

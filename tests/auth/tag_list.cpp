#include <foldwise/auth/tag_list.hpp>

#include "../laws.hpp"
#include "../support.hpp"

#include <algorithm>
#include <optional>
#include <ranges>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::tag;
using foldwise::tag_list;
using foldwise::text_without_fws;

static_assert(foldwise::reads_fields<tag_list>);
static_assert(test::keeps_the_laws<tag_list>("a=1; ; a=2", diagnostic_code::tag_duplicate));
static_assert(std::is_trivially_copyable_v<tag>);
static_assert(std::is_trivially_copyable_v<tag_list>);
static_assert(std::ranges::forward_range<tag_list>);
static_assert(std::ranges::view<tag_list>);
static_assert(std::ranges::borrowed_range<tag_list>);
static_assert(std::ranges::forward_range<text_without_fws>);
static_assert(std::is_same_v<std::ranges::range_value_t<tag_list>, foldwise::result<tag>>);
static_assert(noexcept(tag_list{std::string_view{}}.find(test::some_octets)));
static_assert(noexcept(tag_list{std::string_view{}}.find_duplicate()));
static_assert(!std::is_constructible_v<tag_list, std::string>);

struct wanted_tag {
    std::string_view raw; // the text between semicolons; null after the last tag of a row
    std::string_view name;
    std::string_view value;
    std::string_view without_fws;
};

struct list_row {
    std::string_view from;
    std::string_view list;
    std::string_view rest; // the text after the last semicolon, if it is not a tag
    wanted_tag tags[11];
};

// With LF; each is checked with CRLF as well.
constexpr list_row list_table[] = {
    {"nothing", "", "", {}},
    {"white space alone", " \t \n ", " \t \n ", {}},
    {"RFC 6376 section 3.2, a tag", "v=1", "", {{"v=1", "v", "1", "1"}}},
    {"RFC 6376 section 3.2, a semicolon at the end", "v=1;", "", {{"v=1", "v", "1", "1"}}},
    {"white space after the last semicolon", "v=1; \n ", " \n ", {{"v=1", "v", "1", "1"}}},
    {"RFC 6376 section 3.2, white space anywhere around tags",
     " v = 1 ;\n\ta\n =\n\tb\n ;",
     "",
     {{" v = 1 ", "v", "1", "1"}, {"\n\ta\n =\n\tb\n ", "a", "b", "b"}}},
    {"RFC 6376 section 3.2, white space inside a value is significant",
     "n=a  note \n here",
     "",
     {{"n=a  note \n here", "n", "a  note  here", "anotehere"}}},
    {"RFC 6376 section 3.2, an empty value is a value",
     "g=;p= \n ",
     "",
     {{"g=", "g", "", ""}, {"p= \n ", "p", "", ""}}},
    {"RFC 6376 section 3.2, names are case-sensitive",
     "A=1;a=2",
     "",
     {{"A=1", "A", "1", "1"}, {"a=2", "a", "2", "2"}}},
    {"RFC 6376 section 3.2, ALNUMPUNC", "x_1Y=z", "", {{"x_1Y=z", "x_1Y", "z", "z"}}},
    {"RFC 6376 section 3.2, VALCHAR",
     "a=!\"#$%&'()*+,-./09:<=>?@AZ[\\]^_`az{|}~",
     "",
     {{"a=!\"#$%&'()*+,-./09:<=>?@AZ[\\]^_`az{|}~", "a", "!\"#$%&'()*+,-./09:<=>?@AZ[\\]^_`az{|}~",
       "!\"#$%&'()*+,-./09:<=>?@AZ[\\]^_`az{|}~"}}},
    {"RFC 6376 section 3.2, the second equals sign is the value's",
     "b=QQ==",
     "",
     {{"b=QQ==", "b", "QQ==", "QQ=="}}},
    {"RFC 6376 section 3.2, UTF-8 is not precluded; RFC 8617 section 4.1.4",
     "d=\xC3\xA9.example",
     "",
     {{"d=\xC3\xA9.example", "d", "\xC3\xA9.example", "\xC3\xA9.example"}}},
    {"RFC 6376 section 2.8, lines of white space only",
     "a=b\n \n\t\n c",
     "",
     {{"a=b\n \n\t\n c", "a", "b \t c", "bc"}}},
    {"RFC 6376 section 3.5, the example",
     " v=1; a=rsa-sha256; d=example.net; s=brisbane;\n"
     "   c=simple; q=dns/txt; i=@eng.example.net;\n"
     "   t=1117574938; x=1118006938;\n"
     "   h=from:to:subject:date;\n"
     "   z=From:foo@eng.example.net|To:joe@example.com|\n"
     "    Subject:demo=20run",
     "",
     {{" v=1", "v", "1", "1"},
      {" a=rsa-sha256", "a", "rsa-sha256", "rsa-sha256"},
      {" d=example.net", "d", "example.net", "example.net"},
      {" s=brisbane", "s", "brisbane", "brisbane"},
      {"\n   c=simple", "c", "simple", "simple"},
      {" q=dns/txt", "q", "dns/txt", "dns/txt"},
      {" i=@eng.example.net", "i", "@eng.example.net", "@eng.example.net"},
      {"\n   t=1117574938", "t", "1117574938", "1117574938"},
      {" x=1118006938", "x", "1118006938", "1118006938"},
      {"\n   h=from:to:subject:date", "h", "from:to:subject:date", "from:to:subject:date"},
      {"\n   z=From:foo@eng.example.net|To:joe@example.com|\n    Subject:demo=20run", "z",
       "From:foo@eng.example.net|To:joe@example.com|    Subject:demo=20run",
       "From:foo@eng.example.net|To:joe@example.com|Subject:demo=20run"}}},
    {"RFC 6376 appendix A.2, a folded b=",
     "h=Received : From;\n"
     "  b=AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB\n"
     "  4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut\n"
     "  4bmp/YzhwvcubU4=;",
     "",
     {{"h=Received : From", "h", "Received : From", "Received:From"},
      {"\n  b=AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB\n"
       "  4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut\n"
       "  4bmp/YzhwvcubU4=",
       "b",
       "AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB"
       "  4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut"
       "  4bmp/YzhwvcubU4=",
       "AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB"
       "4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut"
       "4bmp/YzhwvcubU4="}}},
    {"RFC 7489 appendix B.2.1, a DMARC record",
     "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com",
     "",
     {{"v=DMARC1", "v", "DMARC1", "DMARC1"},
      {" p=none", "p", "none", "none"},
      {" rua=mailto:dmarc-feedback@example.com", "rua", "mailto:dmarc-feedback@example.com",
       "mailto:dmarc-feedback@example.com"}}},
};

template <class Text>
constexpr bool reads_as(Text const& text, std::string_view wanted) {
    return text == wanted && std::ranges::equal(text, wanted) && text.length() == wanted.size() &&
           text.empty() == wanted.empty();
}

template <class Ending>
constexpr void check(list_row const& row, std::string_view bytes, Ending ending) {
    tag_list const list{bytes};
    auto at = list.begin();
    std::size_t passed = 0;
    std::size_t count = 0;
    for (auto const& wanted : row.tags) {
        if (wanted.raw.data() == nullptr) break;
        REQUIRE_SAME(row.from, at != list.end(), true);
        if (at == list.end()) return;
        auto const element = *at++;
        REQUIRE_SAME(row.from, element.has_value(), true);
        if (!element) return;
        REQUIRE_SAME(row.from, element->raw(), std::string_view{ending(wanted.raw)});
        REQUIRE_SAME(row.from, element->name(), wanted.name);
        REQUIRE_SAME(row.from, reads_as(element->value(), wanted.value), true);
        REQUIRE_SAME(row.from, reads_as(element->value_without_fws(), wanted.without_fws), true);
        REQUIRE_SAME(row.from, element->raw().ends_with(element->raw_value()), true);
        REQUIRE_SAME(row.from, foldwise::offset_of(bytes, element->raw()), passed);
        auto const found = list.find(wanted.name);
        REQUIRE_SAME(row.from, found && found->raw().data() == element->raw().data(), true);
        passed = std::min(passed + element->raw().size() + 1, bytes.size());
        ++count;
    }
    REQUIRE_SAME(row.from, at == list.end(), true);
    REQUIRE_SAME(row.from, list.empty(), count == 0);
    REQUIRE_SAME(row.from, bytes.substr(passed), std::string_view{ending(row.rest)});
    REQUIRE_SAME(row.from, list.find_duplicate().has_value(), false);
    list.diagnose([&row](diagnostic const& problem) {
        REQUIRE_SAME(row.from, problem.name(), std::string_view{});
    });
}

constexpr bool table_of_lists() {
    for (auto const& row : list_table) {
        check(row, row.list, test::as_it_is);
        check(row, std::string_view{test::with_crlf(row.list)}, test::with_crlf);
    }
    return true;
}
CASE("tag_list: names and values, and nothing is lost", table_of_lists)

constexpr auto empty = diagnostic_code::tag_empty;
constexpr auto no_value = diagnostic_code::tag_without_value;
constexpr auto bad_name = diagnostic_code::tag_name_malformed;
constexpr auto bad_octet = diagnostic_code::tag_value_octet;
constexpr auto duplicate = diagnostic_code::tag_duplicate;

struct malformed_row {
    std::string_view from;
    std::string_view list;
    std::size_t tags; // the number of tags that can be read
    std::size_t count;
    diagnostic problems[3];
};

constexpr malformed_row malformed_table[] = {
    {"RFC 6376 section 3.2, a tag-spec is not empty", ";", 0, 1, {{empty, 0, 0}}},
    {"nothing before two semicolons", ";;", 0, 2, {{empty, 0, 0}, {empty, 1, 0}}},
    {"two semicolons", "a=1;;b=2", 2, 1, {{empty, 4, 0}}},
    {"white space between semicolons", "a=1; \n ;b=2", 2, 1, {{empty, 4, 3}}},
    {"no equals sign", "a=1; b ;c=3", 2, 1, {{no_value, 4, 3}}},
    {"no equals sign at the end", "a=1; b", 1, 1, {{no_value, 4, 2}}},
    {"no name", "a=1; =2;c=3", 2, 1, {{bad_name, 4, 3}}},
    {"a name that starts with a digit", "1a=1;c=3", 1, 1, {{bad_name, 0, 4}}},
    {"a name that starts with _", "_a=1;c=3", 1, 1, {{bad_name, 0, 4}}},
    {"white space in a name", "a b=1;c=3", 1, 1, {{bad_name, 0, 5}}},
    {"a fold in a name", "a\n b=1;c=3", 1, 1, {{bad_name, 0, 6}}},
    {"a hyphen in a name", "a-b=1;c=3", 1, 1, {{bad_name, 0, 5}}},
    {"non-ASCII octets in a name", "\xC3\xA9=1;c=3", 1, 1, {{bad_name, 0, 4}}},
    {"RFC 8617 section 3.9, a comment before a name", "(x)i=1;c=3", 1, 1, {{bad_name, 0, 6}}},
    {"a control character", "a=1\x01;c=3", 1, 1, {{bad_octet, 0, 4}}},
    {"DEL", "a=\x7F;c=3", 1, 1, {{bad_octet, 0, 3}}},
    {"NUL", {"a=\0;c=3", 7}, 1, 1, {{bad_octet, 0, 3}}},
    {"a bare CR", "a=1\r2;c=3", 1, 1, {{bad_octet, 0, 5}}},
    {"a bare CR before a fold", "a=1\r\r\n 2;c=3", 1, 1, {{bad_octet, 0, 8}}},
    {"a line feed that does not fold", "a=1\n;c=3", 1, 1, {{bad_octet, 0, 4}}},
    {"a line ending at the end", "a=1;c=3;\r\n", 2, 1, {{no_value, 8, 2}}},
    {"RFC 6376 section 3.2, a second tag of a name", "a=1;a=1", 2, 1, {{duplicate, 4, 3}}},
    {"a third tag of a name", "a=1;b=;a=2;a=3", 4, 2, {{duplicate, 7, 3}, {duplicate, 11, 3}}},
    {"a second tag of a name that cannot be read",
     "a=1;a=\x01",
     1,
     2,
     {{bad_octet, 4, 3}, {duplicate, 4, 3}}},
    {"a second tag after one that cannot be read",
     "a=\x01;a=1",
     1,
     2,
     {{bad_octet, 0, 3}, {duplicate, 4, 3}}},
    {"malformed tags before a valid one", "a;=;b=1", 1, 2, {{no_value, 0, 1}, {bad_name, 2, 1}}},
};

constexpr bool table_of_malformed_lists() {
    for (auto const& row : malformed_table) {
        tag_list const list{row.list};
        std::size_t tags = 0;
        for (auto const element : list) tags += element ? 1u : 0u;
        REQUIRE_SAME(row.from, tags, row.tags);
        std::size_t count = 0;
        std::optional<diagnostic> first;
        list.diagnose([&](diagnostic const& problem) {
            REQUIRE_SAME(row.from, count < row.count && row.problems[count] == problem, true);
            ++count;
            if (!first && problem.code == duplicate) first = problem;
        });
        REQUIRE_SAME(row.from, count, row.count);
        REQUIRE_SAME(row.from, list.find_duplicate() == first, true);
    }
    return true;
}
CASE("tag_list: a malformed tag does not affect the others", table_of_malformed_lists)

constexpr bool finding_tells_why() {
    tag_list const list{"d=a.example; D=b.example; s=\x01; s=ok; x"};
    REQUIRE_TRUE(list.find("d")->value() == "a.example");
    REQUIRE_TRUE(list.find("D")->value() == "b.example");
    // A malformed first tag is an error: a later tag of the name must not replace it.
    REQUIRE_TRUE(list.find("s").error() == diagnostic{bad_octet, 25, 4});
    REQUIRE_TRUE(list.find("x").error() == diagnostic{diagnostic_code::tag_missing, 38, 0});
    REQUIRE_TRUE(list.find("").error().code == diagnostic_code::tag_missing);
    REQUIRE_TRUE(tag_list{}.find("d").error() == diagnostic{diagnostic_code::tag_missing, 0, 0});
    REQUIRE_TRUE(tag_list{}.empty() && tag{}.value().empty());
    return true;
}
CASE("tag_list: find() returns the first tag of a name, or an error", finding_tells_why)

constexpr bool from_a_place_on() {
    tag_list const list{"i=1; a=\x01; i=2; i=3", 4};
    REQUIRE_TRUE(list.find("i")->value() == "2" && (*list.begin()).error().offset == 4);
    REQUIRE_TRUE(*list.find_duplicate() == diagnostic{duplicate, 14, 4});
    REQUIRE_TRUE(list.raw().size() == 18 && !list.empty());
    REQUIRE_TRUE(tag_list("i=1; ", 4).empty() && tag_list("i=1", 3).empty());
    std::size_t count = 0;
    list.diagnose([&count](diagnostic const& problem) {
        REQUIRE_TRUE(problem ==
                     (count++ == 0 ? diagnostic{bad_octet, 4, 4} : diagnostic{duplicate, 14, 4}));
    });
    REQUIRE_TRUE(count == 2);
    return true;
}
CASE("tag_list: octets before the start are skipped", from_a_place_on)

constexpr bool text_without_white_space() {
    // Texts that do not end with white space: spliced requires that.
    for (std::string_view const raw :
         {"", "a", "a b", " a", "\n a\n\t \n b", "a\n\nb", "a\r b\n"}) {
        test::text_buffer wanted;
        for (char const octet : foldwise::unfolded{raw})
            if (!foldwise::wsp.contains(octet)) wanted.append(octet);
        REQUIRE_SAME(raw, reads_as(text_without_fws{raw}, std::string_view{wanted}), true);
    }
    REQUIRE_TRUE(text_without_fws{" ab"}.contiguous() == "ab");
    REQUIRE_TRUE(!text_without_fws{"a b"}.contiguous());
    return true;
}
CASE("tag_list: a text without folding white space", text_without_white_space)

constexpr bool the_gravest_problem() {
    REQUIRE_TRUE(!tag_list{"a=b"}.deviation());
    REQUIRE_TRUE(tag_list{"a=b; a=c"}.deviation()->code ==
                 foldwise::diagnostic_code::tag_duplicate);
    return true;
}
CASE("tag_list: the gravest problem", the_gravest_problem)

} // namespace

#include <foldwise/parameters/content_type.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <iterator>
#include <string>

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(total_field_value<content_type>);
static_assert(noexcept(content_type{test::some_octets}) &&
              noexcept(content_type{test::some_octets}.boundary()));

/// The first diagnostic, if it is about the text before the parameters.
constexpr std::optional<diagnostic> problem_of(content_type const& read) {
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
    std::string_view type;
    std::string_view subtype;
    std::optional<diagnostic> problem;
    std::string_view raw_parameters;
};

constexpr row table[] = {
    {"text/plain", "text", "plain", std::nullopt, ""},
    {" Text/HTML ", "Text", "HTML", std::nullopt, ""},
    {" (a) text (b) / (c) plain (d) ; a=b", "text", "plain", diagnostic{content_type_comment, 1, 3},
     "; a=b"},
    {"\n text\n /\n plain\n ;\n a=b", "text", "plain", std::nullopt, ";\n a=b"},
    {"application/vnd.a+xml;a=b", "application", "vnd.a+xml", std::nullopt, ";a=b"},
    {"a/(;b/c)d", "a", "d", diagnostic{content_type_comment, 2, 6}, ""},
    {"a/b;", "a", "b", std::nullopt, ";"},
    // Values that are read and diagnosed
    {"text/plain charset=utf-8", "text", "plain", diagnostic{parameter_without_semicolon, 11, 0},
     "charset=utf-8"},
    {"text/plain (a; charset=utf-8", "text", "plain", diagnostic{parameter_not_closed, 11, 17}, ""},
    {"text/plain, text/html; a=b", "text", "plain", diagnostic{content_type_text_after, 10, 11},
     "; a=b"},
    {"text/plain a b=c", "text", "plain", diagnostic{content_type_text_after, 11, 1}, "b=c"},
    {"text/plain/x", "text", "plain", diagnostic{content_type_text_after, 10, 2}, ""},
    // RFC 2045 section 5.2: malformed values are text/plain
    {"", "text", "plain", diagnostic{content_type_malformed, 0, 0}, ""},
    {" (a)", "text", "plain", diagnostic{content_type_malformed, 4, 0}, ""},
    {"text", "text", "plain", diagnostic{content_type_malformed, 0, 4}, ""},
    {"html; charset=utf-8", "text", "plain", diagnostic{content_type_malformed, 0, 4},
     "; charset=utf-8"},
    {"text/; a=b", "text", "plain", diagnostic{content_type_malformed, 0, 5}, "; a=b"},
    {"/html", "text", "plain", diagnostic{content_type_malformed, 0, 5}, ""},
    {"\"text/html\"; a=b", "text", "plain", diagnostic{content_type_malformed, 0, 11}, "; a=b"},
    {"; boundary=a", "text", "plain", diagnostic{content_type_malformed, 0, 0}, "; boundary=a"},
    {"boundary=a", "text", "plain", diagnostic{content_type_malformed, 0, 0}, "boundary=a"},
    {"\xC3\xA9/a", "text", "plain", diagnostic{content_type_malformed, 0, 4}, ""},
};

constexpr bool types_are_read() {
    for (auto const& r : table) {
        content_type const read{r.value};
        REQUIRE_SAME(r.value, read.raw(), r.value);
        REQUIRE_SAME(r.value, read.type(), r.type);
        REQUIRE_SAME(r.value, read.subtype(), r.subtype);
        REQUIRE_SAME(r.value, problem_of(read) == r.problem, true);
        REQUIRE_SAME(r.value, trim_fws(read.parameters().raw()), r.raw_parameters);
        auto const crlf = test::with_crlf(r.value);
        content_type const same{std::string_view{crlf}};
        REQUIRE_SAME(r.value, same.deviation().has_value(), read.deviation().has_value());
    }
    content_type const html{"Text/HTML"};
    REQUIRE_TRUE(html.is("text") && html.is("TEXT", "html"));
    REQUIRE_TRUE(!html.is("html") && !html.is("text", "plain") && !html.is("a", "html"));
    REQUIRE_TRUE(content_type{}.is("text", "plain") && !content_type{}.deviation());
    REQUIRE_TRUE(content_type{field{"Content-Type: a/b\r\n"}}.is("a", "b"));
    return true;
}
CASE("content_type: type and subtype; text/plain if they cannot be read", types_are_read)

struct charset_row {
    std::string_view value;
    std::optional<std::string_view> charset;
};

constexpr charset_row charset_table[] = {
    {"text/plain", "us-ascii"}, // RFC 2045 section 5.2
    {"text/html; charset=\"UTF-8\"", "UTF-8"},
    {"text/plain; CHARSET=utf-8 (eight bit)", "utf-8"},
    {"text/plain; charset=", ""},
    {"text/plain; charset*=''koi8-r", "koi8-r"},
    {"text/plain charset=utf-8", "utf-8"},
    {"text; charset=utf-8", "utf-8"}, // the type cannot be read; from here on text/plain
    {"text/; charset=utf-8", "utf-8"},
    {"text/<type>; charset=utf-8", "utf-8"},
    {"\"text/plain\"; charset=utf-8", "utf-8"},
    {"; charset=utf-8", "utf-8"},
    {"charset=utf-8", "utf-8"},
    {"text", "us-ascii"},
    {"", "us-ascii"},
    {"text/$type; charset=utf-8", "utf-8"}, // RFC 2046 section 4.1.4: an unknown subtype
    {"application/xml", std::nullopt},
    {"application/xml; charset=utf-8", "utf-8"},
};

constexpr bool charsets_are_named() {
    for (auto const& r : charset_table) {
        auto const charset = content_type{r.value}.charset();
        REQUIRE_SAME(r.value, charset.has_value(), r.charset.has_value());
        if (charset) REQUIRE_TRUE(*charset == *r.charset);
    }
    REQUIRE_TRUE(*content_type{}.charset() == "us-ascii");
    return true;
}
CASE("content_type: the charset of a text is us-ascii if none is named", charsets_are_named)

struct boundary_row {
    std::string_view value;
    std::string_view boundary; // empty if there is none
    std::optional<diagnostic_code> problem;
};

constexpr std::string_view octets_70 =
    "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwx";
constexpr boundary_row boundary_table[] = {
    {"multipart/mixed; boundary=gc0p4Jq0M2Yt08j34c0p", "gc0p4Jq0M2Yt08j34c0p", std::nullopt},
    {"multipart/mixed; boundary=\"gc0pJq0M:08jU534c0p\"", "gc0pJq0M:08jU534c0p", std::nullopt},
    {"multipart/mixed; boundary=gc0pJq0M:08jU534c0p", "gc0pJq0M:08jU534c0p",
     parameter_value_unquoted}, // RFC 2046 section 5.1.1
    {"multipart/mixed; boundary=\"a b\"", "a b", std::nullopt},
    {"multipart/mixed; boundary=\"a \"", "a ", boundary_malformed},
    {"multipart/mixed; boundary=\"a\\\"\"", "a\"", boundary_malformed},
    {"multipart/mixed; boundary*0=a; boundary*1=b", "ab", boundary_extended},
    {"multipart/mixed; boundary*=us-ascii''a", "a", boundary_extended},
    {"multipart/mixed; boundary=a(b)", "a", content_type_comment},
    {"multipart(a)/mixed (b\n c); boundary=d", "d", content_type_comment},
    {"multipart/mixed; boundary=\"(a)\"", "(a)", std::nullopt},
    {"multipart/mixed", "", boundary_missing},
    {"multipart/mixed; boundary=\"\"", "", boundary_missing},
    {"text/plain; boundary=\"a \"", "a ", std::nullopt},
    {"text/plain", "", std::nullopt},
    {"multipart; boundary=a", "", content_type_malformed},
};

constexpr bool boundaries_are_read() {
    for (auto const& r : boundary_table) {
        content_type const read{r.value};
        auto const boundary = read.boundary();
        REQUIRE_SAME(r.value, boundary.has_value(), !r.boundary.empty());
        if (boundary) REQUIRE_TRUE(*boundary == r.boundary);
        if (!boundary) REQUIRE_SAME(r.value, boundary.error().code, boundary_missing);
        std::optional<diagnostic_code> problem;
        read.diagnose([&problem](diagnostic const& found) { problem = found.code; });
        REQUIRE_SAME(r.value, problem == r.problem, true);
    }
    test::text_buffer longest;
    longest.append("multipart/a; boundary=");
    longest.append(octets_70);
    int problems = 0;
    content_type{std::string_view{longest}}.diagnose([&](diagnostic const&) { ++problems; });
    REQUIRE_TRUE(problems == 0);
    longest.append('y');
    content_type{std::string_view{longest}}.diagnose([&](diagnostic const& problem) {
        REQUIRE_TRUE(problem == diagnostic{boundary_malformed, 13, 80});
        ++problems;
    });
    REQUIRE_TRUE(problems == 1);
    return true;
}
CASE("content_type: boundaries of multiparts", boundaries_are_read)

constexpr bool unregistered_charsets_are_reported() {
    struct {
        std::string_view value;
        std::string_view octets; // those of charset_label_unregistered; empty if there is none
    } constexpr rows[] = {
        {"text/plain; charset=utf-8", ""},
        {"text/plain; charset=ISO_8859-1:1987", ""},
        {"text/plain", ""},
        {"text/plain; charset=", ""},
        {"text/plain; charset=x-unknown", ""}, // nothing is read
        {"text/plain; charset=utf8mb4; x=y", "charset=utf8mb4"},
        {"text/plain; charset='utf-8'", "charset='utf-8'"},
        {"text/plain; charset*=''cp932", "charset*=''cp932"},
    };
    for (auto const& r : rows) {
        std::string_view octets;
        content_type{r.value}.diagnose([&](diagnostic const& problem) {
            if (problem.code == charset_label_unregistered)
                octets = r.value.substr(problem.offset, problem.length);
        });
        REQUIRE_SAME(r.value, octets, r.octets);
    }
    return true;
}
CASE("content_type: labels of charsets that are not registered", unregistered_charsets_are_reported)

constexpr bool a_file_name_may_be_misplaced() {
    struct {
        std::string_view value;
        std::string_view name; // "-" for none
    } constexpr rows[] = {
        {"a/b; filename=c", "c"},
        {"a/b; filename*=utf-8''c; x=y", "c"},
        {"a/b; name=d; filename=c", "-"},
        {"a/b; name=d", "-"},
    };
    for (auto const& r : rows) {
        content_type const read{r.value};
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
CASE("content_type: the name of a file in filename", a_file_name_may_be_misplaced)

constexpr bool any_value_is_read() {
    return test::for_each_string(
        "a/;=( )\"\n", std::is_constant_evaluated() ? 1 : 5, [](std::string_view value) {
            content_type const read{value};
            REQUIRE_SAME(value, read.type().empty() || read.subtype().empty(), false);
            REQUIRE_SAME(value, !read.is_readable() || value.find(read.type()) != value.npos, true);
            read.diagnose([value](diagnostic const& problem) {
                REQUIRE_SAME(value, problem.offset <= value.size(), true);
                REQUIRE_SAME(value, problem.length <= value.size() - problem.offset, true);
            });
            auto const crlf = test::with_crlf(value);
            content_type const same{std::string_view{crlf}};
            REQUIRE_SAME(value, same.type(), read.type());
            REQUIRE_SAME(value, same.deviation().has_value(), read.deviation().has_value());
            return true;
        });
}
CASE("content_type: any value is read, the same with LF and CRLF", any_value_is_read)

} // namespace

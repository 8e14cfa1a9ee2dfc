#include <foldwise/parameters/decoded_parameter.hpp>

#include "../support.hpp"

#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <type_traits>

namespace {

using foldwise::content_disposition;
using foldwise::decoded_parameter;

static_assert(std::ranges::forward_range<decoded_parameter>);
static_assert(std::ranges::view<decoded_parameter>);
static_assert(std::ranges::borrowed_range<decoded_parameter>);
static_assert(std::is_trivially_copyable_v<decoded_parameter>);

struct name_row {
    std::string_view from;
    std::string_view parameters; // lines end with LF
    std::string_view name;
};

constexpr name_row table[] = {
    {"RFC 2183 section 3", "filename=genome.jpeg", "genome.jpeg"},
    {"RFC 2231 section 4", "filename*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A",
     "This is ***fun***"},
    {"a charset", "filename*=iso-8859-1''na%EFve", "naïve"},
    {"RFC 2231 section 4.1",
     "filename*0*=us-ascii'en'This%20is%20even%20more%20;\n"
     " filename*1*=%2A%2A%2Afun%2A%2A%2A%20; filename*2=\"isn't it!\"",
     "This is even more ***fun*** isn't it!"},
    {"a character in two sections", "filename*0*=utf-8''a%C3; filename*1*=%A9", "aé"},
    {"octets that are ASCII, in UTF-16", "filename*=utf-16le''a%00.%00%AC%20", "a.€"},
    {"no charset", "filename*=%C3%A9", "é"},
    {"no charset, continued", "filename*0=a; filename*1=\"\xC3\xA9\"", "aé"},
    {"an unknown charset", "filename*=x''%C3%A9%FF", "é\uFFFD"},
    {"a charset for a converter", "filename*=gbk''a", "a"},
    {"UTF-8", "filename=\"\xC3\xA9\"", "é"},
    {"not UTF-8", "filename=\"\xE9\"", "\uFFFD"},
    {"quoted-pairs", R"(filename="a\"b\\c")", "a\"b\\c"},
    {"a bare backslash", R"(filename=a\b)", R"(a\b)"},
    {"an encoded-word in quotes", "filename=\"=?iso-8859-1?Q?na=EFve.txt?=\"", "naïve.txt"},
    {"a bare encoded-word", "filename==?iso-8859-1?Q?na=EFve.txt?=", "naïve.txt"},
    {"folded encoded-words", "filename=\"=?utf-8?Q?a=C3?=\n =?utf-8?B?qWI=?=\"", "aéb"},
    {"an encoded-word and text", "filename=\"=?utf-8?Q?a?=.txt\"", "a.txt"},
    {"a parenthesis", "filename=\"=?utf-8?Q?a(1).txt?=\"", "a(1).txt"},
    {"a backslash before an encoded-word", R"(filename="\=?utf-8?Q?a?=")", R"(\a)"},
    {"a quoted-pair in an encoded-word", R"(filename="=?utf-8?Q?\"a\"=\\_b?=")", R"("a"=\ b)"},
    {"white space in an encoded-word", "filename=\"=?utf-8?Q?a\n b?= =?utf-8?Q?c?= d\"", "a bc d"},
    {"no end before the next start", "filename=\"=?utf-8?Q?a =?utf-8?Q?b?=\"", "=?utf-8?Q?a b"},
    {"an unknown charset", "filename=\"=?x?Q?a?= =?utf-8?Q?b?=\"", "=?x?Q?a?= b"},
    {"an empty encoded-word", "filename=\"a=?utf-8?Q?\?=b\"", "ab"},
    {"base64 that is cut between words", "filename=\"=?utf-8?B?5L?= =?utf-8?B?it?=\"", "中"},
    {"an escape that is cut between words", "filename=\"=?utf-8?Q?=C3=?= =?utf-8?Q?B6?=\"", "ö"},
    {"an encoded-word in a section", "filename*0=\"=?utf-8?Q?a?=\"; filename*1=b", "ab"},
    {"an encoded-word in two sections", "filename*0=\"=?utf-8?B?5Li\";\n filename*1=\"t5pa?=.x\"",
     "中\uFFFD.x"},
    {"an escape in two sections", "filename*0=\"=?utf-8?Q?=C3=\"; filename*1=\"B6?=\"", "ö"},
    {"an encoded-word in sections of an octet",
     "filename*0=\"=\"; filename*1=\"?\"; filename*2=\"l1?q?=F\"; filename*3=\"6?\"; "
     "filename*4=\"=\"",
     "ö"},
    {"words in two sections", "filename*0=\"=?utf-8?Q?a=C3?= \"; filename*1=\" =?utf-8?Q?=B6?= b\"",
     "aö b"},
    {"an encoded-word in an extended value", "filename*=\"=?utf-8?Q?=C3=B6_a?=.x\"", "ö a.x"},
    {"an encoded-word in an extended value with a charset",
     "filename*=iso-8859-1''%F6%20=?utf-8?Q?=C3=B6?=%F6", "ö öö"},
    {"a percent-encoded word", "filename*=utf-8''%3D%3Futf-8%3FQ%3F%3DC3%3DB6%3F%3D", "ö"},
    {"no encoded-word in UTF-16", "filename*=utf-16be''%00=%00?%00a", "=?a"},
    {"RFC 2231 section 4.1 with a word",
     "filename*0*=utf-8''%C3; filename*1*=%B6; filename*2=\"=?utf-8?Q?a?=\"", "öa"},
    {"a path", R"(filename="C:\Users\ada\file.bin")", R"(C:\Users\ada\file.bin)"},
    {"a path with quoted backslashes", R"(filename="C:\\a \"b\"\c")", R"(C:\a "b"\c)"},
    {"a path in sections", R"(filename*0="C:\U"; filename*1="\a\\b")", R"(C:\U\a\b)"},
    {"a backslash before a fold", "filename=\"a\\\n b\"", R"(a\ b)"},
    {"nothing", "filename=\"\"", ""},
};

template <std::size_t First, std::size_t Last>
constexpr bool names_are_utf_8() {
    for (auto r = First; r < Last && r < std::size(table); ++r)
        test::with_both_line_endings(table[r].parameters, [&row = table[r]](std::string_view list) {
            auto const found = foldwise::parameters{list}.find("filename");
            REQUIRE_SAME(row.from, found.has_value(), true);
            if (!found) return;
            decoded_parameter const name{*found};
            REQUIRE_SAME(row.from, std::ranges::equal(name, row.name), true);
            REQUIRE_SAME(row.from, name == row.name, true);
            REQUIRE_SAME(row.from, name.empty(), row.name.empty());
            if (test::can_allocate()) REQUIRE_SAME(row.from, name.to_string(), row.name);
            if (std::is_constant_evaluated() && row.name.size() > 12) return; // too many steps
            for (auto i = name.begin(); i != name.end(); ++i)
                for (auto j = std::next(i); j != name.end(); ++j)
                    REQUIRE_SAME(row.from, i == j, false);
        });
    REQUIRE_TRUE(decoded_parameter{}.empty());
    return true;
}
CASE("decoded_parameter: a file name as UTF-8, 1", (names_are_utf_8<0, 5>))
CASE("decoded_parameter: a file name as UTF-8, 2", (names_are_utf_8<5, 10>))
CASE("decoded_parameter: a file name as UTF-8, 3", (names_are_utf_8<10, 14>))
CASE("decoded_parameter: a file name as UTF-8, 4", (names_are_utf_8<14, 18>))
CASE("decoded_parameter: a file name as UTF-8, 5", (names_are_utf_8<18, 22>))
CASE("decoded_parameter: a file name as UTF-8, 6", (names_are_utf_8<22, 26>))
CASE("decoded_parameter: a file name as UTF-8, 7", (names_are_utf_8<26, 30>))
CASE("decoded_parameter: a file name as UTF-8, 8", (names_are_utf_8<30, 34>))
CASE("decoded_parameter: a file name as UTF-8, 9", (names_are_utf_8<34, 38>))
CASE("decoded_parameter: a file name as UTF-8, 10", (names_are_utf_8<38, 42>))
CASE("decoded_parameter: a file name as UTF-8, 11", (names_are_utf_8<42, 100>))

/// What programs decide on is never decoded: an encoded-word may look like it.
constexpr bool other_texts_are_not_decoded() {
    constexpr std::string_view word = "=?utf-8?Q?a?=";
    foldwise::parameters const list{"boundary=\"=?utf-8?Q?a?=\"; x=\"C:\\U\"; y*0=\"=?utf-8?Q?\"; "
                                    "y*1=\"a?=\"; z*=utf-8''%3D?utf-8?Q?a?="};
    for (auto const name : {"boundary", "y", "z"})
        REQUIRE_SAME(name, list.find(name)->text() == word, true);
    REQUIRE_TRUE(list.find("x")->text() == "C:U");
    REQUIRE_TRUE(list.find("x")->name_text() == "C:\\U");
    REQUIRE_TRUE(decoded_parameter{*list.find("x")}.contiguous() == "C:\\U");
    foldwise::content_type const type{"multipart/mixed; boundary=\"=?utf-8?Q?a?=\""};
    REQUIRE_TRUE(*type.boundary() == word);
    return true;
}
CASE("decoded_parameter: only names are decoded", other_texts_are_not_decoded)

constexpr bool words_are_diagnosed_once() {
    struct {
        std::string_view parameters;
        std::string_view octets; // those of parameter_encoded_word; empty if there is none
    } constexpr rows[] = {
        {"a=\"=?utf-8?Q?b?=\"", "a=\"=?utf-8?Q?b?=\""},
        {"a=\"=?utf-8?Q?b c?=\"; d=e", "a=\"=?utf-8?Q?b c?=\""},
        {"x=y; a*0=\"=?utf-8?Q\"; a*1=\"?b?=\"", "a*0=\"=?utf-8?Q\""},
        {"a*=utf-8''%3D?utf-8?Q?b?=", "a*=utf-8''%3D?utf-8?Q?b?="},
        {"a*0=b; a*1=\"=?utf-8?Q?b?=\"", "a*1=\"=?utf-8?Q?b?=\""},
        {"a=\"=?utf-8?Q?b\"", ""},
        {"a*0=\"=?utf-8?Q\"; a*1=\"?b?\"", ""},
    };
    for (auto const& r : rows) {
        int count = 0;
        foldwise::parameters{r.parameters}.diagnose([&](foldwise::diagnostic const& problem) {
            if (problem.code != foldwise::diagnostic_code::parameter_encoded_word) return;
            ++count;
            REQUIRE_SAME(r.parameters, r.parameters.substr(problem.offset, problem.length),
                         r.octets);
        });
        REQUIRE_SAME(r.parameters, count, r.octets.empty() ? 0 : 1);
    }
    return true;
}
CASE("decoded_parameter: encoded-words are diagnosed once", words_are_diagnosed_once)

/// Reads each octet of GBK as "z".
class gbk_converter final : public foldwise::charset_converter {
  public:
    constexpr bool start(foldwise::charset from) noexcept override {
        return from == foldwise::charset::gbk;
    }
    constexpr written write(std::string_view octets, char* to) noexcept override {
        for (std::size_t i = 0; i < octets.size(); ++i) to[i] = 'z';
        return {octets.size(), 0};
    }
    constexpr written finish(char*) noexcept override { return {0, 0}; }
};

constexpr bool a_converter_reads_what_is_not_built_in() {
    if (!test::can_allocate()) return true;
    gbk_converter converter;
    for (std::string_view const value : {"a; filename*=gbk''%81a", "a; filename==?gbk?Q?=81a?="}) {
        auto const name = *content_disposition{value}.filename();
        REQUIRE_SAME(value, decoded_parameter{name}.to_string({.converter = &converter}), "zz");
    }
    return true;
}
CASE("decoded_parameter: a converter reads sets that are not built in",
     a_converter_reads_what_is_not_built_in)

struct undeclared_row {
    std::string_view parameters;
    std::string_view without; // without a fallback
    std::string_view with;    // with fallback windows-1252
    std::string_view problem_without;
    std::string_view problem_with;
};

constexpr undeclared_row undeclared_table[] = {
    {"filename=a", "a", "a", "", ""},
    {"filename=\"\xC3\xA9\"", "é", "é", "", ""}, // RFC 6532 section 3.1
    {"filename=\"a\xE9.txt\"", "a\uFFFD.txt", "aé.txt", "charset_octets_replaced",
     "charset_fallback"},
    {"filename=\"\xC3\xA9\xE9\"", "é\uFFFD", "Ã©é", "charset_octets_replaced", "charset_fallback"},
    {"filename*0=\"\xC3\"; filename*1=\"\xA9\"", "é", "é", "", ""},
    {"filename*0=\"\xE9\"; filename*1=\"\xC3\xA9\"", "\uFFFDé", "éÃ©", "charset_octets_replaced",
     "charset_fallback"},
    {"filename*=us-ascii''%C3%A9", "é", "é", "charset_undeclared", "charset_undeclared"},
    {"filename*=us-ascii''%E9", "\uFFFD", "é", "charset_octets_replaced", "charset_fallback"},
    {"filename*=US-ASCII'en'e", "e", "e", "", ""},
    {"filename*=''%E9", "\uFFFD", "é", "charset_octets_replaced", "charset_fallback"},
    {"filename*=x''%E9", "\uFFFD", "é", "parameter_charset_unknowncharset_octets_replaced",
     "parameter_charset_unknowncharset_fallback"},
    {"filename*0*=us-ascii''%C3; filename*1*=%A9", "é", "é", "charset_undeclared",
     "charset_undeclared"},
    {"filename*=utf-8''%E9", "\uFFFD", "\uFFFD", "charset_octets_replaced",
     "charset_octets_replaced"},
    {"filename=\"=?us-ascii?Q?=C3=A9?=\"", "é", "é", "charset_undeclared", "charset_undeclared"},
    {"filename=\"=?us-ascii?Q?=E9?= \xC3\xA9\"", "\uFFFD é", "é é", "charset_octets_replaced",
     "charset_fallback"},
    {"filename=\"\xEF\xBB\xBFx\"", "x", "x", "", ""},
    {"filename*=utf-8''%EF%BB%BFx", "x", "x", "", ""},
    {"filename*=utf-16le''%FF%FEx%00", "x", "x", "", ""},
};

constexpr void check_undeclared(undeclared_row const& r, std::string_view value, bool with) {
    using foldwise::charset;
    foldwise::text_options const options{.fallback = with ? charset::windows_1252 : charset::utf_8};
    content_disposition const field{value};
    decoded_parameter const name{*field.filename()};
    test::text_buffer text;
    name.for_each_block([&text](std::string_view block) { text.append(block); }, options);
    REQUIRE_SAME(r.parameters, std::string_view{text}, with ? r.with : r.without);
    if (!with) REQUIRE_TRUE(name == r.without);
    test::text_buffer problems;
    name.diagnose(
        [&](foldwise::diagnostic const& problem) {
            REQUIRE_TRUE(value.substr(problem.offset, problem.length) ==
                         field.filename()->first().raw());
            problems.append(problem.name());
        },
        options);
    REQUIRE_SAME(r.parameters, std::string_view{problems},
                 with ? r.problem_with : r.problem_without);
}

template <std::size_t First, std::size_t Last>
constexpr bool names_without_a_charset_are_read() {
    for (auto i = First; i < Last && i < std::size(undeclared_table); ++i) {
        auto const& r = undeclared_table[i];
        test::text_buffer value;
        value.append("attachment;\n ");
        value.append(r.parameters);
        test::with_both_line_endings(std::string_view{value}, [&r](std::string_view field) {
            check_undeclared(r, field, false);
            check_undeclared(r, field, true);
        });
    }
    return true;
}
CASE("decoded_parameter: names without a charset, 1", (names_without_a_charset_are_read<0, 2>))
CASE("decoded_parameter: names without a charset, 2", (names_without_a_charset_are_read<2, 4>))
CASE("decoded_parameter: names without a charset, 3", (names_without_a_charset_are_read<4, 6>))
CASE("decoded_parameter: names without a charset, 4", (names_without_a_charset_are_read<6, 8>))
CASE("decoded_parameter: names without a charset, 5", (names_without_a_charset_are_read<8, 10>))
CASE("decoded_parameter: names without a charset, 6", (names_without_a_charset_are_read<10, 12>))
CASE("decoded_parameter: names without a charset, 7", (names_without_a_charset_are_read<12, 14>))
CASE("decoded_parameter: names without a charset, 8", (names_without_a_charset_are_read<14, 16>))
CASE("decoded_parameter: names without a charset, 9", (names_without_a_charset_are_read<16, 100>))

// A boundary and a charset are for programs: the fallback is for texts only, of which this is none.
constexpr bool octets_of_other_parameters_stay_unchanged() {
    foldwise::content_type const type{"multipart/mixed; boundary=\"\xE9\"; charset=\"\xE9\""};
    REQUIRE_TRUE(type.boundary() && *type.boundary() == "\xE9");
    REQUIRE_TRUE(*type.charset() == "\xE9");
    return true;
}
CASE("decoded_parameter: a boundary stays unchanged", octets_of_other_parameters_stay_unchanged)

constexpr bool decoded_text_is_in_no_piece_of_the_field() {
    foldwise::parameters const list{"; filename*=utf-8''a%20b"};
    REQUIRE_TRUE(!foldwise::decoded_parameter{*list.find("filename")}.contiguous());
    return true;
}
CASE("decoded_parameter: decoded text is in no piece of the field",
     decoded_text_is_in_no_piece_of_the_field)

} // namespace

#include <foldwise/dkim/canonical_field.hpp>

#include "../support.hpp"

#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/dkim_signature.hpp>

#include <algorithm>

namespace {

using foldwise::bare_lf;
using foldwise::canonical_field;
using foldwise::canonical_form;
using foldwise::field;

struct row {
    std::string_view from;
    std::string_view raw;
    std::string_view relaxed;
};

constexpr row table[] = {
    {"RFC 6376 section 3.4.5, example 1", "A: X\n", "a:X\n"},
    {"RFC 6376 section 3.4.5, example 1", "B : Y\t\n\tZ  \n", "b:Y Z\n"},
    {"RFC 6376 section 3.4.2", "SUBJect: AbC\n", "subject:AbC\n"},
    {"the first and the last letter", "AZ[@-az: Z\n", "az[@-az:Z\n"},
    {"an empty value", "A:\n", "a:\n"},
    {"a value of white space", "A: \n \t \n", "a:\n"},
    {"folds of white space only", "A: \n \n b\n\t\n", "a:b\n"},
    {"no white space", "a:b\n", "a:b\n"},
    {"no line ending", "A: b ", "a:b\n"},
    {"no name", "a b\tc\n", "a b c\n"},
    {"a byte order mark",
     "\xEF\xBB\xBF"
     "A: b\n",
     "\xEF\xBB\xBF"
     "A: b\n"},
};

constexpr void check(row const& each, std::string_view raw, bare_lf lf) {
    auto const relaxed = test::with_crlf(each.relaxed);
    canonical_field const text{field{raw}, canonical_form::relaxed, lf};
    REQUIRE_SAME(each.from, text, std::string_view{relaxed});
    REQUIRE_SAME(each.from, std::ranges::equal(text, std::string_view{relaxed}), true);
}

constexpr bool each_field_has_its_canonical_form() {
    for (auto const& each : table) {
        check(each, each.raw, bare_lf::crlf);
        check(each, test::with_crlf(each.raw), bare_lf::data);
    }
    return true;
}
CASE("canonical_field: each field has its canonical form", each_field_has_its_canonical_form)

struct own_row {
    std::string_view raw;
    std::string_view simple;
    std::string_view relaxed;
};

// The value of b= is empty, with all white space around it (RFC 6376 section 3.7).
constexpr own_row own_table[] = {
    {"D: v=1; b=abc; bh=def\n", "D: v=1; b=; bh=def", "d:v=1; b=; bh=def"},
    {"D: v=1; bh=def; b=abc\n", "D: v=1; bh=def; b=", "d:v=1; bh=def; b="},
    {"D: bh=b=;b=abc=\n", "D: bh=b=;b=", "d:bh=b=;b="},
    {"D: v=1; b= \n\tabc \n def= \n ; bh=x\n", "D: v=1; b=; bh=x", "d:v=1; b=; bh=x"},
    {"D:v=1;\n b \n\t= abc\n", "D:v=1;\n b \n\t=", "d:v=1; b ="},
    {"D: b=abc;\n", "D: b=;", "d:b=;"},
    {"D: b=abc ; \n", "D: b=; ", "d:b=;"},
    {"D: b=abc \n \n", "D: b=", "d:b="},
    {"D: b=\n", "D: b=", "d:b="},
    {"D: b", "D: b", "d:b"},
    {"D: B=abc; b=d\n", "D: B=abc; b=", "d:B=abc; b="}, // case counts
    {"D: b=a\x01; c=d\n", "D: b=; c=d", "d:b=; c=d"},   // even if the value is malformed
    {"D: b=a; b=c\n", "D: b=; b=c", "d:b=; b=c"},       // the first one
    {"D: a=\tx  y\n", "D: a=\tx  y", "d:a= x y"},
    {"D:\n", "D:", "d:"},
};

constexpr void check_own(own_row const& each, std::string_view raw, bare_lf lf) {
    field const f{raw};
    foldwise::dkim_signature const s{f};
    auto const simple = test::with_crlf(each.simple);
    REQUIRE_SAME(each.raw, canonical_field(s, f, canonical_form::simple, lf),
                 std::string_view{simple});
    REQUIRE_SAME(each.raw, canonical_field(s, f, canonical_form::relaxed, lf), each.relaxed);
}

constexpr bool the_signatures_own_field_has_an_empty_b() {
    for (auto const& each : own_table) {
        check_own(each, each.raw, bare_lf::crlf);
        check_own(each, test::with_crlf(each.raw), bare_lf::data);
    }
    // ARC-Seal (RFC 8617 section 5.1.1).
    field const f{"ARC-Seal: i=1; cv=none; b=abc\r\n"};
    REQUIRE_TRUE(canonical_field(f).raw() == f.raw());
    REQUIRE_TRUE(canonical_field(foldwise::arc_seal{f}, f, canonical_form::relaxed) ==
                 "arc-seal:i=1; cv=none; b=");
    return true;
}
CASE("canonical_field: the signature's own field has an empty b= and no line ending",
     the_signatures_own_field_has_an_empty_b)

constexpr bool a_simple_field_with_crlf_is_one_piece() {
    constexpr std::string_view raw = "A :\t b\r\n c \r\n";
    canonical_field const text{field{raw}};
    REQUIRE_TRUE(text.contiguous() && text.contiguous()->data() == raw.data());
    REQUIRE_SAME(raw, *text.contiguous(), raw);
    REQUIRE_TRUE(!(canonical_field{field{raw}, canonical_form::relaxed}.contiguous()));
    REQUIRE_TRUE(canonical_field{}.empty() && canonical_field{} == "");
    return true;
}
CASE("canonical_field: a simple field with CRLF is one piece",
     a_simple_field_with_crlf_is_one_piece)

constexpr bool a_field_that_ends_with_data_has_no_canonical_form_of_another_reader() {
    // Readers differ on whether "B: c" is a field.
    REQUIRE_TRUE((canonical_field{field{"A: b\n"}, canonical_form::simple} == "A: b\n\r\n"));
    REQUIRE_TRUE((canonical_field{field{"A: b \n"}, canonical_form::relaxed} == "a:b \n\r\n"));
    REQUIRE_TRUE(
        (canonical_field{field{"A: b\n c\r\n"}, canonical_form::relaxed} == "a:b\n c\r\n"));
    return true;
}
CASE("canonical_field: LF that is data stays",
     a_field_that_ends_with_data_has_no_canonical_form_of_another_reader)

} // namespace

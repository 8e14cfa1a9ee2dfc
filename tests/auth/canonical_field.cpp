#include <foldwise/auth/canonical_field.hpp>

#include "../support.hpp"

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

} // namespace

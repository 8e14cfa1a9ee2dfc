#include <foldwise/charset/detail/html_labels.hpp>

#include "../../support.hpp"

namespace {

using foldwise::charset;
using foldwise::detail::find_html_label;

static_assert(noexcept(find_html_label(test::some_octets)));

struct row {
    std::string_view label;
    std::string_view name; // of the charset; empty if none is found
};

// Only the labels of the WHATWG Encoding Standard count; white space around them does not.
constexpr row labels[] = {
    {"utf-8", "utf-8"},
    {" UTF-8\t\n", "utf-8"},
    {"latin1", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"gb2312", "gbk"},
    {"iso_8859-5:1988", "iso-8859-5"},
    {"us-ascii", "us-ascii"},
    {"iso-2022-kr", "iso-2022-kr"},
    {"utf-7", ""},
    {"unicode-1-1-utf-7", ""},
    {"csutf7", ""},
    {"utf_8", ""},
    {"utf 8", ""},
    {"utf-8 utf8", ""},
    {"utf08", ""},
    {"windows1252", ""},
    {"cp936", ""},
    {"-8", ""},
    {"a-very-long-name-of-a-charset", ""},
};

constexpr bool labels_are_read() {
    for (auto const& r : labels) {
        auto const found = find_html_label(r.label);
        REQUIRE_SAME(r.label, found ? name_of(*found) : "", r.name);
    }
    return true;
}
CASE("html_labels: only those of the standard", labels_are_read)

TEST_CASE("html_labels: each label means the same as in mail") {
    std::size_t count = 0;
    for (auto const& row : foldwise::detail::html_label_table)
        for (auto rest = row.labels.substr(1); !rest.empty();) {
            auto const label = rest.substr(0, rest.find(' '));
            rest.remove_prefix(label.size() + 1);
            ++count;
            CHECK(find_html_label(label) == row.charset);
            CHECK(label.size() <= foldwise::detail::longest_html_label);
            auto const found = foldwise::find_charset(label);
            REQUIRE(found);
            bool const is_utf_16 = *found >= charset::utf_16 && *found <= charset::utf_16le;
            auto const expected = is_utf_16                           ? charset::utf_8
                                  : *found == charset::x_user_defined ? charset::windows_1252
                                                                      : *found;
            CHECK(row.charset == expected);
        }
    CHECK(count == 228); // in the standard
}

} // namespace

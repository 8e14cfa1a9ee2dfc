#include <foldwise/charset/undeclared_charset.hpp>

#include "../support.hpp"

namespace {

using foldwise::byte_order_mark_charset;
using foldwise::charset;
using foldwise::undeclared_charset;
using foldwise::utf8_check;

static_assert(noexcept(undeclared_charset(test::some_octets, charset::koi8_r)));

struct row {
    std::string_view origin;
    std::string_view octets;
    bool is_utf_8;
};

constexpr row table[] = {
    {"nothing", "", true},
    {"ASCII", "a plain text, longer than a vector of sixteen octets", true},
    {"RFC 3629 section 3: two octets", "caf\xC3\xA9", true},
    {"three octets", "\xE2\x82\xAC 10", true},
    {"four octets", "\xF0\x9F\x98\x80", true},
    {"after a run of ASCII", "0123456789abcdef0123456789abcdef\xC3\xA9 0123456789abcdef", true},
    {"a byte order mark", "\xEF\xBB\xBFx", true},
    {"latin-1", "caf\xE9", false},
    {"latin-1, followed by ASCII", "caf\xE9 au lait", false},
    {"latin-1 after UTF-8", "\xC3\xA9 \xE9", false},
    {"UTF-8 after latin-1", "\xE9 \xC3\xA9", false},
    {"windows-1252 dashes", "a \x96 b", false},
    {"cut at the end, one of two", "caf\xC3", false},
    {"cut at the end, two of three", "\xE2\x82", false},
    {"cut at the end, three of four", "\xF0\x9F\x98", false},
    {"an octet that continues nothing", "\xA9", false},
    {"section 10: overlong", "\xC0\xAF", false},
    {"section 3: a surrogate", "\xED\xA0\x80", false},
    {"section 3: above U+10FFFF", "\xF4\x90\x80\x80", false},
};

constexpr bool utf_8_is_recognized_wherever_it_is_cut() {
    for (auto const& r : table) {
        auto const wanted = r.is_utf_8 ? charset::utf_8 : charset::windows_1252;
        auto const found = undeclared_charset(r.octets, charset::windows_1252);
        REQUIRE_SAME(r.origin, name_of(found), name_of(wanted));
        for (std::size_t cut = 0; cut <= r.octets.size(); ++cut) {
            utf8_check check;
            check.take(r.octets.substr(0, cut));
            check.take(r.octets.substr(cut));
            check.finish();
            REQUIRE_TRUE(check.is_valid() == r.is_utf_8);
        }
        utf8_check by_octets;
        for (std::size_t at = 0; at < r.octets.size(); ++at) by_octets.take(r.octets.substr(at, 1));
        by_octets.finish();
        REQUIRE_TRUE(by_octets.is_valid() == r.is_utf_8);
    }
    return true;
}
CASE("undeclared_charset: UTF-8 is recognized, wherever it is cut",
     utf_8_is_recognized_wherever_it_is_cut)

constexpr bool a_check_can_go_on_with_another_text() {
    utf8_check check;
    check.take("caf\xC3\xA9");
    check.finish();
    check.take("\xE2\x82\xAC");
    check.finish();
    REQUIRE_TRUE(check.is_valid());
    check.take("\xC3");
    REQUIRE_TRUE(check.is_valid()); // it may go on
    check.finish();
    REQUIRE_TRUE(!check.is_valid());
    check.take("a");
    check.finish();
    REQUIRE_TRUE(!check.is_valid()); // one of the texts is not UTF-8
    utf8_check split;                // a character is not continued in the next text
    split.take("\xC3");
    split.finish();
    split.take("\xA9");
    split.finish();
    REQUIRE_TRUE(!split.is_valid());
    return true;
}
CASE("utf8_check: another text may follow", a_check_can_go_on_with_another_text)

constexpr bool marks_name_unicode_encodings() {
    REQUIRE_TRUE(byte_order_mark_charset("\xEF\xBB\xBF") == charset::utf_8);
    REQUIRE_TRUE(byte_order_mark_charset("\xFE\xFF") == charset::utf_16be);
    REQUIRE_TRUE(byte_order_mark_charset("\xFF\xFE a") == charset::utf_16le);
    REQUIRE_TRUE(byte_order_mark_charset({"\0\0\xFE\xFF\0", 5}) == charset::utf_32be);
    REQUIRE_TRUE(byte_order_mark_charset({"\xFF\xFE\0\0", 4}) == charset::utf_32le);
    REQUIRE_TRUE(byte_order_mark_charset({"\xFF\xFE\0", 3}) == charset::utf_16le);
    REQUIRE_TRUE(!byte_order_mark_charset({"\0\0\xFE", 3}));
    for (std::string_view const none :
         {"", "a", "\xEF", "\xEF\xBB", "\xFE", "\xFF", "\xEF\xBB\xBE", " \xEF\xBB\xBF"})
        REQUIRE_TRUE(!byte_order_mark_charset(none));
    return true;
}
CASE("byte_order_mark_charset: the marks of the standard", marks_name_unicode_encodings)

constexpr bool a_mark_is_dropped_at_the_start_only() {
    foldwise::detail::start_mark_filter without_mark;
    REQUIRE_TRUE(without_mark("").empty()); // a block may be empty
    REQUIRE_TRUE(without_mark("\xEF\xBB\xBF").empty());
    REQUIRE_TRUE(without_mark("\xEF\xBB\xBFz") == "\xEF\xBB\xBFz");
    foldwise::detail::start_mark_filter before_text;
    REQUIRE_TRUE(before_text("\xEF\xBB\xBFz") == "z");
    foldwise::detail::start_mark_filter after_text;
    REQUIRE_TRUE(after_text("a") == "a");
    REQUIRE_TRUE(after_text("\xEF\xBB\xBF") == "\xEF\xBB\xBF");
    return true;
}
CASE("start_mark_filter: a byte order mark is dropped at the start only",
     a_mark_is_dropped_at_the_start_only)

} // namespace

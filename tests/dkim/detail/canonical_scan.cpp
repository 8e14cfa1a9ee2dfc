#include <foldwise/dkim/detail/canonical_scan.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::find_change;
using foldwise::detail::may_change_at;

constexpr bool only_white_space_that_may_change_is_found() {
    REQUIRE_TRUE(find_change<false>("a b c", 0) == 5);
    REQUIRE_TRUE(find_change<false>("a b  c", 0) == 3);
    REQUIRE_TRUE(find_change<false>("a b  c", 4) == 6); // a SP before another octet
    REQUIRE_TRUE(find_change<false>("a\tb", 0) == 1);
    REQUIRE_TRUE(find_change<false>("a\t", 0) == 1);
    REQUIRE_TRUE(find_change<false>("a \r\n", 0) == 1);
    REQUIRE_TRUE(find_change<false>("a\r\nb\n", 0) == 5);
    REQUIRE_TRUE(find_change<true>("a\r\nb\n", 0) == 2);
    REQUIRE_TRUE(find_change<true>("ab\n", 0) == 2);
    REQUIRE_TRUE(find_change<false>("a \x80\xFF \xA0", 0) == 6); // not below 0x20
    REQUIRE_TRUE(find_change<false>("a ", 0) == 2);
    REQUIRE_TRUE(find_change<false>("", 0) == 0);
    return true;
}
CASE("canonical_scan: only white space that may change is found",
     only_white_space_that_may_change_is_found)

template <bool with_lf>
void check_blocks() {
    for (std::size_t size = 0; size < 400; size += size < 80 ? 1 : 37) {
        std::string text(size, 'x');
        for (std::size_t i = 0; i < size; i += 3) text[i] = ' ';
        for (std::size_t at = 0; at < size; ++at)
            for (auto const* const with : {"\t", "\n", "  ", " \r", "\r\n"}) {
                auto changed = text;
                changed.replace(at, std::string_view{with}.size(), with);
                std::size_t wanted = 0;
                while (wanted < changed.size() && !may_change_at<with_lf>(changed, wanted))
                    ++wanted;
                REQUIRE_SAME(changed, find_change<with_lf>(changed, 0), wanted);
                REQUIRE_SAME(changed, find_change<with_lf>(changed, wanted), wanted);
            }
    }
}

template <bool with_lf>
void check_nothing_found() {
    for (std::size_t size = 0; size < 500; ++size) {
        std::string const text(size, 'x');
        REQUIRE_SAME(size, find_change<with_lf>(text, 0), size);
    }
}

TEST_CASE("canonical_scan: in texts of many sizes, the first place is found") {
    check_blocks<false>();
    check_blocks<true>();
    check_nothing_found<false>();
    check_nothing_found<true>();
}

} // namespace

#include <foldwise/mime/flowed_paragraph.hpp>

#include "../support.hpp"

#include <ranges>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<flowed_paragraph>);
static_assert(std::ranges::forward_range<flowed_paragraph>);
static_assert(std::ranges::view<flowed_paragraph>);
static_assert(std::ranges::borrowed_range<flowed_paragraph>);

constexpr bool pieces_and_views() {
    constexpr std::string_view text = "> a \r\n>  \r\n>\r\n";
    flowed_paragraph const first{text, 1, flowed_kind::flowed, delsp::yes};
    REQUIRE_TRUE(first.raw() == text && first.quote_depth() == 1 && first.is_flowed());
    REQUIRE_TRUE(first == "a");
    REQUIRE_TRUE(first.contiguous() == std::string_view{"a"});
    REQUIRE_TRUE((*first.pieces().begin()).data() == text.data() + 2);
    REQUIRE_TRUE(&*first.begin() == text.data() + 2);
    flowed_paragraph const same{text, 1, flowed_kind::flowed, delsp::no};
    REQUIRE_TRUE(!same.contiguous()); // pieces "a " and " "
    REQUIRE_TRUE(same == "a  ");
    REQUIRE_TRUE(flowed_paragraph{}.contiguous() == std::string_view{});
    REQUIRE_TRUE(flowed_paragraph{}.empty() && flowed_paragraph{}.quote_depth() == 0);
    auto octet = same.begin();
    auto const first_octet = octet++;
    REQUIRE_TRUE(octet != first_octet && first_octet == same.begin());
    auto piece = same.pieces().begin();
    auto const first_piece = piece++;
    REQUIRE_TRUE(piece != first_piece && first_piece == same.pieces().begin());
    return true;
}
CASE("flowed_paragraph: its pieces are views of the text", pieces_and_views)

} // namespace

#include <foldwise/base/octets_of.hpp>

#include "../support.hpp"

namespace {

/// The pieces "ab", "c".
class two_pieces {
  public:
    constexpr bool at_end() const noexcept { return number_ == 2; }
    constexpr std::string_view current() const noexcept { return number_ == 0 ? "ab" : "c"; }
    constexpr void advance() noexcept { ++number_; }
    constexpr int position() const noexcept { return number_; }

  private:
    int number_ = 0;
};

constexpr bool the_octets_of_all_pieces_follow_each_other() {
    foldwise::detail::octets_of<two_pieces> it{two_pieces{}};
    for (auto const octet : {'a', 'b', 'c'}) {
        auto const before = it;
        REQUIRE_TRUE(!it.at_end() && it.current() == octet);
        it.advance();
        REQUIRE_TRUE(it.position() != before.position());
    }
    REQUIRE_TRUE(it.at_end());
    return true;
}
CASE("octets_of: the octets of all pieces follow each other",
     the_octets_of_all_pieces_follow_each_other)

constexpr bool a_text_with_several_pieces_has_no_only_piece() {
    two_pieces at;
    REQUIRE_TRUE(!foldwise::detail::only_piece(at));
    at.advance();
    REQUIRE_TRUE(*foldwise::detail::only_piece(at) == "c");
    at.advance();
    REQUIRE_TRUE(foldwise::detail::only_piece(at)->empty());
    return true;
}
CASE("octets_of: a text with several pieces has no only piece",
     a_text_with_several_pieces_has_no_only_piece)

} // namespace

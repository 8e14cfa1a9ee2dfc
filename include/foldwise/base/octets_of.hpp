#ifndef FOLDWISE_BASE_OCTETS_OF_HPP
#define FOLDWISE_BASE_OCTETS_OF_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Iterates over the octets of a text whose pieces `Pieces` iterates over. No piece is empty.
template <walker Pieces>
class octets_of {
  public:
    constexpr octets_of() = default;
    explicit constexpr octets_of(Pieces const& pieces) noexcept : pieces_{pieces} {}

    constexpr bool at_end() const noexcept { return pieces_.at_end(); }
    constexpr char const& current() const noexcept { return pieces_.current()[at_]; }
    constexpr void advance() noexcept {
        ++passed_;
        if (++at_ != pieces_.current().size()) return;
        at_ = 0;
        pieces_.advance();
    }
    constexpr std::size_t position() const noexcept { return passed_; }

  private:
    Pieces pieces_;
    std::size_t at_ = 0;     // in the piece
    std::size_t passed_ = 0; // octets, from the start of the text
};

/// The only piece of a text, or an empty one if it has none. Empty if it has several.
template <walker Pieces>
constexpr optional<std::string_view> only_piece(Pieces at) noexcept {
    if (at.at_end()) return std::string_view{};
    auto const piece = at.current();
    at.advance();
    if (!at.at_end()) return std::nullopt;
    return piece;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

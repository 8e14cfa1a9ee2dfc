#ifndef FOLDWISE_MAIL_DATA_DETAIL_OCTETS_OF_HPP
#define FOLDWISE_MAIL_DATA_DETAIL_OCTETS_OF_HPP

#include <foldwise/base/walk.hpp>

#include <cstddef>

namespace foldwise::detail {

/// Iterates over the octets of a text whose pieces `Pieces` iterates over. No piece is empty.
template <walker Pieces>
class octets_of {
  public:
    constexpr octets_of() = default;
    explicit constexpr octets_of(Pieces const& pieces) noexcept : pieces_{pieces} {}

    constexpr bool at_end() const noexcept { return pieces_.at_end(); }
    constexpr char current() const noexcept { return pieces_.current()[at_]; }
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

} // namespace foldwise::detail

#endif

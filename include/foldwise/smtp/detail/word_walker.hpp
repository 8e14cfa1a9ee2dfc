#ifndef FOLDWISE_SMTP_DETAIL_WORD_WALKER_HPP
#define FOLDWISE_SMTP_DETAIL_WORD_WALKER_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Iterates over the words of a text, which spaces and tabs separate.
///     " a  b " -> "a", "b"
class word_walker {
  public:
    constexpr word_walker() = default;
    explicit constexpr word_walker(std::string_view words) noexcept : rest_{words} { cut(); }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr std::string_view current() const noexcept { return rest_.substr(0, size_); }
    constexpr void advance() noexcept {
        rest_.remove_prefix(size_);
        cut();
    }
    constexpr std::size_t position() const noexcept { return rest_.size(); }

  private:
    constexpr void cut() noexcept {
        rest_.remove_prefix(scan::not_in(wsp, rest_, 0));
        size_ = scan::in(wsp, rest_, 0);
    }
    std::string_view rest_; // the word and everything after it
    std::size_t size_ = 0;  // of the word
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

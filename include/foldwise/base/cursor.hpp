#ifndef FOLDWISE_BASE_CURSOR_HPP
#define FOLDWISE_BASE_CURSOR_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Reads bytes from front to back and never leaves them: at the end, nothing is taken or skipped.
///     cursor in{"15 Dec"};
///     in.take_while(digit)  ->  "15"
///     in.skip(' ')          ->  true
///     in.rest()             ->  "Dec"
/// Borrows the bytes, as do the views that it returns. Each step costs time in
/// proportion to the octets that it passes.
class cursor {
  public:
    constexpr cursor() = default;
    explicit constexpr cursor(std::string_view bytes FOLDWISE_LIFETIMEBOUND) noexcept
        : bytes_{bytes} {}
    template <owning_temporary T>
    explicit cursor(T&&) = delete; // it would dangle: keep the string in a variable first

    constexpr bool at_end() const noexcept { return at_ == bytes_.size(); }

    /// How many octets have been passed.
    constexpr std::size_t position() const noexcept { return at_; }

    /// The octets that have not been passed yet.
    constexpr std::string_view rest() const noexcept { return bytes_.substr(at_); }

    /// Whether `octet` comes next.
    constexpr bool sees(char octet) const noexcept { return !at_end() && bytes_[at_] == octet; }

    /// Whether an octet of `set` comes next.
    constexpr bool sees(char_class const& set) const noexcept {
        return !at_end() && set.contains(bytes_[at_]);
    }

    /// Passes `octet` if it comes next, and returns whether it did.
    constexpr bool skip(char octet) noexcept {
        if (!sees(octet)) return false;
        ++at_;
        return true;
    }

    /// Passes one octet of `set` if one comes next, and returns whether one did.
    constexpr bool skip(char_class const& set) noexcept {
        if (!sees(set)) return false;
        ++at_;
        return true;
    }

    /// Passes `text` if all of it comes next, and returns whether it did.
    constexpr bool skip(std::string_view text) noexcept {
        if (!rest().starts_with(text)) return false;
        at_ += text.size();
        return true;
    }

    /// Passes octets as long as they are in `set`, and returns them; there may be none.
    constexpr std::string_view take_while(char_class const& set) noexcept {
        return take(scan::not_in(set, bytes_, at_) - at_);
    }

    /// Passes and returns the next `count` octets, or all that are left if there are fewer.
    constexpr std::string_view take(std::size_t count) noexcept {
        auto const taken = rest().substr(0, count);
        at_ += taken.size();
        return taken;
    }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_BASE_PIECED_TEXT_HPP
#define FOLDWISE_BASE_PIECED_TEXT_HPP

#include <foldwise/config.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The common members of texts that consist of several pieces. `Text` derives from it and has
/// `pieces()`, a range of std::string_view, none of them empty.
template <class Text>
class pieced_text {
  public:
    /// How many octets the text has. O(n).
    constexpr std::size_t length() const noexcept {
        std::size_t sum = 0;
        for (auto const piece : self().pieces()) sum += piece.size();
        return sum;
    }

    /// Copies at most `count` octets of the text to `to`, and returns how many were copied. Adds no
    /// terminating NUL. O(count).
    constexpr std::size_t copy_to(char* to, std::size_t count) const noexcept {
        std::size_t copied = 0;
        for (auto const piece : self().pieces()) {
            if (copied == count) break;
            copied += piece.copy(to + copied, count - copied);
        }
        return copied;
    }

    /// Appends the text to `text`. Allocates if `text` has to grow.
    constexpr void append_to(std::string& text) const {
        for (auto const piece : self().pieces()) text.append(piece);
    }

    /// The text as a string. Allocates.
    constexpr std::string to_string() const {
        std::string text;
        self().append_to(text);
        return text;
    }

    /// Whether the text is `right`. O(n).
    friend constexpr bool operator==(Text const& left, std::string_view right) noexcept {
        for (auto const piece : left.pieces()) {
            if (!right.starts_with(piece)) return false;
            right.remove_prefix(piece.size());
        }
        return right.empty();
    }

    /// Whether both texts have the same octets, however they are cut into pieces. O(n).
    friend constexpr bool operator==(Text const& left, Text const& right) noexcept {
        auto const others = right.pieces();
        auto other = others.begin();
        std::string_view rest; // the end of the current piece of `right`, not compared yet
        for (std::string_view piece : left.pieces())
            while (!piece.empty()) {
                if (rest.empty()) {
                    if (other == others.end()) return false;
                    rest = *other;
                    ++other;
                }
                auto const size = piece.size() < rest.size() ? piece.size() : rest.size();
                if (piece.substr(0, size) != rest.substr(0, size)) return false;
                piece.remove_prefix(size);
                rest.remove_prefix(size);
            }
        return rest.empty() && other == others.end();
    }

  private:
    friend Text;
    constexpr pieced_text() = default;
    constexpr Text const& self() const noexcept { return static_cast<Text const&>(*this); }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

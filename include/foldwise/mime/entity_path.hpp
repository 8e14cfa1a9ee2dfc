#ifndef FOLDWISE_MIME_ENTITY_PATH_HPP
#define FOLDWISE_MIME_ENTITY_PATH_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace foldwise {

/// How deep entities may lie in each other: the message is at 0, its parts are at 1.
inline constexpr std::size_t deepest_entity = 100;

/// Which part of a message an entity is, as IMAP numbers them (RFC 9051 section 6.4.5):
///
///     1          a message that is no multipart
///     TEXT       a message that is one
///     2          the second part of it
///     2.1        the first part of that, or its message, where that is no multipart
///     2.TEXT     its message, where that is a multipart
///
///     section-part = nz-number *("." nz-number)
/// Trivially copyable, borrows nothing. What writes or compares it is O(depth), all else O(1).
class entity_path {
    // First of all: clang can't use a template at compile time that is defined further down.
    template <class Write>
    constexpr void write(Write put) const {
        for (std::size_t i = 0; i < size_; ++i) {
            if (i != 0) put(std::string_view{"."});
            char digits[10] = {}; // of 2^32 - 1
            auto first = sizeof digits;
            for (auto left = numbers_[i]; first == sizeof digits || left != 0; left /= 10)
                digits[--first] = static_cast<char>('0' + left % 10);
            put(std::string_view{digits + first, sizeof digits - first});
        }
        if (is_text_) put(size_ == 0 ? std::string_view{"TEXT"} : std::string_view{".TEXT"});
    }

  public:
    /// Numbers that it has not have no value. (A constant must have all its values.)
    constexpr entity_path() noexcept {
        if (!std::is_constant_evaluated()) return;
        for (auto& each : numbers_) each = 0;
    }

    /// Goes on with a number, from 1.
    constexpr void add(std::uint32_t number) noexcept {
        if (size_ < sizeof numbers_ / sizeof *numbers_) numbers_[size_++] = number;
    }

    /// Ends it with "TEXT".
    constexpr void add_text() noexcept { is_text_ = true; }

    /// Takes off what is behind the first `size` numbers.
    constexpr void cut(std::size_t size) noexcept {
        if (size < size_) size_ = size;
        is_text_ = false;
    }

    /// Whether it has nothing, and so is no path yet.
    constexpr bool empty() const noexcept { return size_ == 0 && !is_text_; }

    /// How many numbers it has, and the one at `i`.
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr std::uint32_t operator[](std::size_t i) const noexcept { return numbers_[i]; }

    /// Whether it ends with "TEXT".
    constexpr bool is_text() const noexcept { return is_text_; }

    /// Appends it as it is written above. Allocates what `to` needs.
    constexpr void append_to(std::string& to) const {
        write([&to](std::string_view text) { to.append(text); });
    }
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

    /// Whether it is written like that; the case of "TEXT" counts.
    friend constexpr bool operator==(entity_path const& path, std::string_view text) noexcept {
        bool is_same = true;
        path.write([&](std::string_view piece) {
            is_same = is_same && text.starts_with(piece);
            if (is_same) text.remove_prefix(piece.size());
        });
        return is_same && text.empty();
    }
    friend constexpr bool operator==(entity_path const& left, entity_path const& right) noexcept {
        if (left.size_ != right.size_ || left.is_text_ != right.is_text_) return false;
        for (std::size_t i = 0; i < left.size_; ++i)
            if (left.numbers_[i] != right.numbers_[i]) return false;
        return true;
    }

  private:
    std::uint32_t numbers_[deepest_entity + 1];
    std::size_t size_ = 0;
    bool is_text_ = false;
};

} // namespace foldwise

#endif

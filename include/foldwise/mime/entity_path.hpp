#ifndef FOLDWISE_MIME_ENTITY_PATH_HPP
#define FOLDWISE_MIME_ENTITY_PATH_HPP

#include <foldwise/base/borrow.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The greatest possible depth of an entity. A message has depth 0, its parts have depth 1.
inline constexpr std::size_t deepest_entity = 100;

namespace detail {
class entity_piece_walker;
}
class entity;

/// The IMAP part number of an entity (RFC 9051 section 6.4.5):
///
///     1          a message that is not a multipart
///     TEXT       a message that is a multipart
///     2          the second part of that multipart
///     2.1        if part 2 is a multipart: its first part; if part 2 contains a message that is
///                not a multipart: that message
///     2.TEXT     if part 2 contains a message that is a multipart: that message
///
///     section-part = nz-number *("." nz-number)
///
/// A number is stored as groups of 7 bits, one in each octet, the most significant group first. The
/// highest bit is set in all octets but the last of a number:
///     1.300.2  ->  01 82 2C 02
/// There is room for 126 octets: 126 numbers below 128, or 63 below 16,384.
///
/// Borrows nothing; trivially copyable, 128 octets; allocates only in `to_string` and `append_to`.
/// add(), add_text(), empty() and is_text() are O(1), everything else is O(depth).
class entity_path {
    // Defined first: clang cannot use a template at compile time before its definition.
    template <class Write>
    constexpr void write(Write put) const {
        for (std::size_t at = 0; at != used_;) {
            if (at != 0) put(std::string_view{"."});
            char digits[10] = {}; // of 2^32 - 1
            auto first = sizeof digits;
            for (auto left = number_at(at); first == sizeof digits || left != 0; left /= 10)
                digits[--first] = static_cast<char>('0' + left % 10);
            put(octets_at(digits + first, sizeof digits - first));
            at = after_number(at);
        }
        if (is_text_) put(used_ == 0 ? std::string_view{"TEXT"} : std::string_view{".TEXT"});
    }

  public:
    constexpr entity_path() = default;

    /// Appends a number, at least 1. Appends nothing if there is no room.
    constexpr void add(std::uint32_t number) noexcept {
        std::size_t octets = 1;
        while (octets != most_octets && number >> (7 * octets) != 0) ++octets;
        if (octets > sizeof octets_ - used_) return;
        for (; octets != 0; --octets) {
            auto const bits = number >> (7 * (octets - 1)) & 0x7F;
            octets_[used_++] = static_cast<char>(bits | (octets != 1 ? more : 0U));
        }
    }

    /// Appends "TEXT", which is always last.
    constexpr void add_text() noexcept { is_text_ = true; }

    /// Removes "TEXT" and all numbers after the first `size`.
    constexpr void cut(std::size_t size) noexcept {
        is_text_ = false;
        std::size_t at = 0;
        for (; size != 0 && at != used_; --size) at = after_number(at);
        used_ = static_cast<std::uint8_t>(at);
    }

    /// Whether the path has neither numbers nor "TEXT".
    constexpr bool empty() const noexcept { return used_ == 0 && !is_text_; }

    /// How many numbers the path has, and the number at `i`. `i` must be less than size().
    constexpr std::size_t size() const noexcept {
        std::size_t count = 0;
        for (std::size_t at = 0; at != used_; at = after_number(at)) ++count;
        return count;
    }
    constexpr std::uint32_t operator[](std::size_t i) const noexcept {
        std::size_t at = 0;
        for (; i != 0; --i) at = after_number(at);
        return number_at(at);
    }

    /// Whether it ends with "TEXT".
    constexpr bool is_text() const noexcept { return is_text_; }

    /// Whether the numbers start with those of `outer`: whether the entity of `outer` contains this
    /// one, or is the same.
    constexpr bool starts_with(entity_path const& outer) const noexcept {
        return numbers().starts_with(outer.numbers());
    }

    /// Appends the path as written above. Allocates what `to` needs.
    constexpr void append_to(std::string& to) const {
        write([&to](std::string_view text) { to.append(text); });
    }
    constexpr std::string to_string() const {
        std::string text;
        append_to(text);
        return text;
    }

    /// Whether to_string() would return `text`; the case of "TEXT" counts.
    friend constexpr bool operator==(entity_path const& path, std::string_view text) noexcept {
        bool is_same = true;
        path.write([&](std::string_view piece) {
            is_same = is_same && text.starts_with(piece);
            if (is_same) text.remove_prefix(piece.size());
        });
        return is_same && text.empty();
    }
    friend constexpr bool operator==(entity_path const& left, entity_path const& right) noexcept {
        return left.is_text_ == right.is_text_ && left.numbers() == right.numbers();
    }

  private:
    friend class entity;
    friend class detail::entity_piece_walker;

    static constexpr unsigned more = 0x80;
    static constexpr std::size_t most_octets = 5; // of a number

    constexpr std::string_view numbers() const noexcept { return octets_at(octets_, used_); }
    constexpr bool has_more(std::size_t at) const noexcept {
        return (static_cast<unsigned char>(octets_[at]) & more) != 0;
    }
    constexpr std::size_t after_number(std::size_t at) const noexcept {
        while (has_more(at)) ++at;
        return at + 1;
    }
    constexpr std::uint32_t number_at(std::size_t at) const noexcept {
        std::uint32_t number = 0;
        for (;; ++at) {
            number = number << 7 | (static_cast<unsigned char>(octets_[at]) & 0x7FU);
            if (!has_more(at)) return number;
        }
    }

    // ---- For walks, which remember the offset in octets_ at which an entity's numbers end.

    constexpr std::uint8_t end_of_numbers() const noexcept { return used_; }
    constexpr void cut_numbers(std::uint8_t end) noexcept {
        used_ = end;
        is_text_ = false;
    }
    /// Goes to the next part of the multipart whose numbers end at `end`.
    constexpr void add_next(std::uint8_t end) noexcept {
        auto const last = used_ == end ? 0 : number_at(end);
        cut_numbers(end);
        add(last + 1);
    }
    /// A message has no number of its own. Its path ends with "TEXT" if it is a multipart, else
    /// with 1, as if the message were its own only part.
    constexpr void add_message(bool is_multipart) noexcept {
        if (is_multipart)
            add_text();
        else
            add(1);
    }
    /// Whether there is room for the number of a message (one octet) and of a part of it.
    constexpr bool has_room() const noexcept { return sizeof octets_ - used_ > most_octets; }

    char octets_[126] = {};
    std::uint8_t used_ = 0; // how many of octets_ are in use
    bool is_text_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

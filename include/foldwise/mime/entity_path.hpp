#ifndef FOLDWISE_MIME_ENTITY_PATH_HPP
#define FOLDWISE_MIME_ENTITY_PATH_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace foldwise {

/// How deep entities may lie in each other: the message is at 0, its parts are at 1.
inline constexpr std::size_t deepest_entity = 100;

namespace detail {
class entity_piece_walker;
}
class entity;

/// Which part of a message an entity is, as IMAP numbers them (RFC 9051 section 6.4.5):
///
///     1          a message that is no multipart
///     TEXT       a message that is one
///     2          the second part of it
///     2.1        the first part of that, or its message, where that is no multipart
///     2.TEXT     its message, where that is a multipart
///
///     section-part = nz-number *("." nz-number)
///
/// A number takes one octet for each 7 bits of it, with the highest bit set in all but the last:
///     1.300.2  ->  01 82 2C 02
/// There is room for 126 octets: for 126 numbers below 128, or 63 below 16,384.
///
/// Borrows nothing; trivially copyable, 128 octets; allocates only in `to_string` and `append_to`.
/// Writing, comparing and looking up a number is O(depth), all else O(1).
class entity_path {
    // First of all: clang can't use a template at compile time that is defined further down.
    template <class Write>
    constexpr void write(Write put) const {
        for (std::size_t at = 0; at != used_;) {
            if (at != 0) put(std::string_view{"."});
            char digits[10] = {}; // of 2^32 - 1
            auto first = sizeof digits;
            for (auto left = number_at(at); first == sizeof digits || left != 0; left /= 10)
                digits[--first] = static_cast<char>('0' + left % 10);
            put(std::string_view{digits + first, sizeof digits - first});
            at = after_number(at);
        }
        if (is_text_) put(used_ == 0 ? std::string_view{"TEXT"} : std::string_view{".TEXT"});
    }

  public:
    constexpr entity_path() = default;

    /// Appends a number, from 1; nothing, where there is no room.
    constexpr void add(std::uint32_t number) noexcept {
        std::size_t octets = 1;
        while (octets != most_octets && number >> (7 * octets) != 0) ++octets;
        if (octets > sizeof octets_ - used_) return;
        for (; octets != 0; --octets) {
            auto const bits = number >> (7 * (octets - 1)) & 0x7F;
            octets_[used_++] = static_cast<char>(bits | (octets != 1 ? more : 0U));
        }
    }

    /// Ends it with "TEXT".
    constexpr void add_text() noexcept { is_text_ = true; }

    /// Removes the "TEXT", and all numbers after the first `size`. O(depth).
    constexpr void cut(std::size_t size) noexcept {
        is_text_ = false;
        std::size_t at = 0;
        for (; size != 0 && at != used_; --size) at = after_number(at);
        used_ = static_cast<std::uint8_t>(at);
    }

    /// Whether it has nothing, and so is no path yet.
    constexpr bool empty() const noexcept { return used_ == 0 && !is_text_; }

    /// How many numbers it has, and the one at `i`.
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

    /// Whether its first numbers are those of `outer`: whether its entity lies in that one, or is
    /// the same.
    constexpr bool starts_with(entity_path const& outer) const noexcept {
        return numbers().starts_with(outer.numbers());
    }

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
        return left.is_text_ == right.is_text_ && left.numbers() == right.numbers();
    }

  private:
    friend class entity;
    friend class detail::entity_piece_walker;

    static constexpr unsigned more = 0x80;
    static constexpr std::size_t most_octets = 5; // of a number

    constexpr std::string_view numbers() const noexcept { return {octets_, used_}; }
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

    // ---- For walks, which note where the numbers of an entity end in the octets.

    constexpr std::uint8_t end_of_numbers() const noexcept { return used_; }
    constexpr void cut_numbers(std::uint8_t end) noexcept {
        used_ = end;
        is_text_ = false;
    }
    /// Goes on to the next part of the multipart whose numbers end there.
    constexpr void add_next(std::uint8_t end) noexcept {
        auto const last = used_ == end ? 0 : number_at(end);
        cut_numbers(end);
        add(last + 1);
    }
    /// A message has no number of its own: it is "TEXT", or the only part of itself.
    constexpr void add_message(bool is_multipart) noexcept {
        if (is_multipart)
            add_text();
        else
            add(1);
    }
    /// Whether there is room for a message and a part of it.
    constexpr bool has_room() const noexcept { return sizeof octets_ - used_ > most_octets; }

    char octets_[126] = {};
    std::uint8_t used_ = 0; // of these
    bool is_text_ = false;
};

} // namespace foldwise

#endif

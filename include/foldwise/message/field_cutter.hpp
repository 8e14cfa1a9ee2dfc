#ifndef FOLDWISE_MESSAGE_FIELD_CUTTER_HPP
#define FOLDWISE_MESSAGE_FIELD_CUTTER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// A field, as field_cutter finds it.
struct field_end {
    char const* end;         ///< after the field's last line feed, or the end of the bytes
    std::size_t fold_octets; ///< how many octets unfolding drops from the field
    char next;               ///< the octet at `end`; NUL at the end of the bytes
};

/// The one place where bytes are cut into fields (RFC 5322 section 2.2.3): a field ends with a line
/// feed that is not directly followed by SP or HTAB. Any other line feed, with the CR before it,
/// folds the field.
///     "a\r\n b\nc"  ->  "a\r\n b\n" with 2 fold_octets, "c" with 0
/// An empty line is cut as a field, too: the caller has to recognise it.
///
/// Line feeds are searched for in blocks of 64 octets: a block becomes 64 bits. A call of cut()
/// searches several blocks at once, at most 8 in the first call and 16 in later ones. So at most
/// 1,024 octets after the last field are read.
///
/// Borrows the bytes; trivially copyable; allocates nothing.
class field_cutter {
  public:
    constexpr field_cutter() = default;
    /// `first_blocks` is how many blocks the first call of cut() searches at most.
    explicit constexpr field_cutter(std::string_view bytes, std::size_t first_blocks = 8) noexcept
        : bytes_{bytes}, blocks_{first_blocks} {
        // A fold at the very start is counted here, because cut() reads the octet before a fold.
        if (bytes.size() > 1 && bytes[0] == '\n' && is_wsp(bytes[1])) searched_ = folds_ = 1;
    }

    constexpr std::string_view bytes() const noexcept { return bytes_; }
    constexpr bool at_end() const noexcept { return searched_ == bytes_.size(); }

    /// Calls `take` with the field_end of each field that ends in the next blocks. If `take`
    /// returns false, so does cut(), and the next call continues after that field. Must not be
    /// called if at_end().
    template <class Take>
    FOLDWISE_ALWAYS_INLINE constexpr bool cut(Take take) noexcept {
        auto const whole = (left() - 1) / 64;
        if (whole == 0) return cut_last(take);
        std::uint64_t line_feeds[most_blocks];
        auto const blocks = whole < blocks_ ? whole : blocks_;
        blocks_ = most_blocks;
        auto const* block = bytes_.data() + searched_;
        scan::line_feed_bits(block, blocks, line_feeds);
        auto folds = folds_;
        for (std::size_t i = 0; i != blocks; ++i, block += 64)
            if (!cut_block(block, line_feeds[i], folds, take)) return false;
        set(block, folds);
        return true;
    }

  private:
    static constexpr std::size_t most_blocks = 16;

    constexpr std::size_t left() const noexcept { return bytes_.size() - searched_; }
    constexpr void set(char const* searched, std::size_t folds) noexcept {
        searched_ = static_cast<std::size_t>(searched - bytes_.data());
        folds_ = folds;
    }

    /// Takes the fields that end in a block, whose line feeds are `bits`.
    template <class Take>
    FOLDWISE_ALWAYS_INLINE constexpr bool cut_block(char const* block, std::uint64_t bits,
                                                    std::size_t& folds, Take& take) noexcept {
        for (; bits != 0; bits &= bits - 1) {
            auto const* const line_feed = block + static_cast<unsigned>(std::countr_zero(bits));
            auto const next = static_cast<unsigned char>(line_feed[1]);
            if (next <= ' ' && is_wsp(line_feed[1])) { // usually one comparison
                folds += 1u + unsigned{line_feed[-1] == '\r'};
                continue;
            }
            if (!take(field_end{line_feed + 1, folds, line_feed[1]}))
                return set(line_feed + 1, 0), false;
            folds = 0;
        }
        return true;
    }

    /// Takes the fields that end in the last 64 octets or fewer. The last octet of the bytes is not
    /// searched, so that cut_block() can read the octet after a line feed.
    template <class Take>
    FOLDWISE_ALWAYS_INLINE constexpr bool cut_last(Take& take) noexcept {
        auto folds = folds_;
        if (!cut_block(bytes_.data() + searched_, last_line_feeds(), folds, take)) return false;
        auto const* const end = bytes_.data() + bytes_.size();
        set(end, 0);
        return take(field_end{end, folds, '\0'}); // the last field ends with the bytes
    }

    FOLDWISE_NOINLINE constexpr std::uint64_t last_line_feeds() const noexcept {
        char rest[64] = {};
        bytes_.copy(rest, left() - 1, searched_);
        std::uint64_t bits = 0;
        scan::line_feed_bits(rest, 1, &bits);
        return bits;
    }

    std::string_view bytes_;
    std::size_t searched_ = 0; // the octets before it have been cut or counted
    std::size_t folds_ = 0;    // in the field that ends after `searched_`
    std::size_t blocks_ = 8;   // to look at next
};

/// The end of the field at the start of `bytes`. Searches at most 256 octets too far if the field
/// is short, else at most 1,024.
FOLDWISE_NOINLINE constexpr field_end first_field_end(std::string_view bytes) noexcept {
    field_end found{bytes.data(), 0, '\0'};
    field_cutter cutter{bytes, 4};
    while (found.end == bytes.data() && !cutter.at_end())
        cutter.cut([&found](field_end const& f) noexcept {
            found = f;
            return false;
        });
    return found;
}

/// The field at the start of `bytes`; empty if there are no bytes.
constexpr std::string_view first_field(std::string_view bytes) noexcept {
    return octets_between(bytes.data(), first_field_end(bytes).end);
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

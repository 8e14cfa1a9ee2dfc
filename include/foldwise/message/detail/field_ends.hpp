#ifndef FOLDWISE_MESSAGE_DETAIL_FIELD_ENDS_HPP
#define FOLDWISE_MESSAGE_DETAIL_FIELD_ENDS_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace foldwise::detail {

/// Goes over folded fields that lie one after the other (RFC 5322 section 2.2.3): what
/// line_feed_before_no_wsp() gives, for who wants all of them. Borrows the bytes; trivially
/// copyable. Looks ahead, 1,024 octets or 8 fields, and again at what is behind the 8th: at most
/// 128 octets a field beside its own.
///     field_ends all{"a\r\n b\nc"};
///     all.current()  ->  {7, 2}, and {8, 0} behind all.advance()
class field_ends {
  public:
    struct end {
        std::size_t position = 0;    ///< behind the line feed, or of the end of the bytes
        std::size_t fold_octets = 0; ///< of the line endings in the field that are before WSP
    };

    constexpr field_ends() = default;
    explicit constexpr field_ends(std::string_view bytes) noexcept : bytes_{bytes} { look_ahead(); }

    constexpr std::string_view bytes() const noexcept { return bytes_; }

    /// Of the field at which it is; the last one's again and again.
    constexpr end const& current() const noexcept { return ahead_[passed_]; }
    constexpr void advance() noexcept {
        if (++passed_ == found_) look_ahead();
    }

  private:
    static constexpr unsigned most_ends = 8;
    static constexpr std::size_t most_blocks = 16;

    /// Finds one at least.
    constexpr void look_ahead() noexcept {
        auto const* const octets = bytes_.data();
        auto const size = bytes_.size();
        auto block = searched_;
        auto folds = folds_;
        auto* to = ahead_;
        while (to == ahead_ && block < size) {
            std::uint64_t line_feeds[most_blocks];
            char rest[65];
            auto const in = find_line_feeds(block, line_feeds, rest);
            auto const* behind = in.octets + 1;
            for (std::size_t i = 0; i != in.blocks; ++i, block += 64, behind += 64)
                for (auto bits = line_feeds[i]; bits != 0; bits &= bits - 1) {
                    auto const in_block = static_cast<unsigned>(std::countr_zero(bits));
                    auto const at = block + in_block;
                    if (is_wsp(behind[in_block])) {
                        folds += 1u + unsigned{octets[at - (at != 0)] == '\r'};
                        continue;
                    }
                    *to++ = {at + 1, folds};
                    folds = 0;
                    if (to == ahead_ + most_ends) return set(at + 1, to, 0);
                }
        }
        if (to == ahead_) *to++ = {size, std::exchange(folds, 0)};
        set(block, to, folds);
    }

    constexpr void set(std::size_t searched, end const* behind, std::size_t folds) noexcept {
        searched_ = searched;
        folds_ = folds;
        found_ = static_cast<unsigned>(behind - ahead_);
        passed_ = 0;
    }

    struct looked_at {
        char const* octets;
        std::size_t blocks; ///< of 64 octets, with one more octet behind each
    };

    /// Where there is no whole block any more: in `rest`, which gets what is left, and NULs.
    constexpr looked_at find_line_feeds(std::size_t from, std::uint64_t (&to)[most_blocks],
                                        char (&rest)[65]) const noexcept {
        auto const whole = (bytes_.size() - from - 1) / 64;
        looked_at in{bytes_.data() + from, whole < most_blocks ? whole : most_blocks};
        if (whole == 0) {
            for (auto& octet : rest) octet = '\0';
            bytes_.copy(rest, 64, from);
            in = {rest, 1};
        }
        scan::line_feed_bits(in.octets, in.blocks, to);
        return in;
    }

    std::string_view bytes_;
    std::size_t searched_ = 0; // up to here
    std::size_t folds_ = 0;    // of the field that has been searched in part
    end ahead_[most_ends];     // what was found, ...
    unsigned found_ = 0;       // how many these are, ...
    unsigned passed_ = 0;      // and how many have been passed
};

} // namespace foldwise::detail

#endif

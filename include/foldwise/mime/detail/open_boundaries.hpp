#ifndef FOLDWISE_MIME_DETAIL_OPEN_BOUNDARIES_HPP
#define FOLDWISE_MIME_DETAIL_OPEN_BOUNDARIES_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/text_hash.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/parameters/parameter_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The open multipart that a delimiter line belongs to: 1 for the outermost one, 0 for none.
struct boundary_match {
    std::uint8_t number = 0;
    bool is_close = false;
};

/// The boundaries of the open multiparts (RFC 2046 section 5.1.1), the outermost first. A hash
/// table finds the boundary of a line, so that the cost of a line does not depend on how many are
/// open. Boundaries are removed only in reverse order, so removal leaves no gaps in the table.
///
/// Stores offsets into the bytes of the message, which it borrows. Trivially copyable, 1.4 KiB.
class open_boundaries {
  public:
    constexpr open_boundaries() = default;
    explicit constexpr open_boundaries(std::string_view bytes) noexcept : bytes_{bytes.data()} {}

    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }

    /// Opens a multipart whose boundary is in the bytes, and returns true. Returns false where the
    /// boundary is empty or longer than 65,535 octets, where 100 are open, or where it has to be
    /// copied (since it is folded, quoted or in sections) and those that are have no room for it:
    /// 144 octets together, which is enough for two of the longest that RFC 2046 allows.
    constexpr bool open(parameter_text const& text) noexcept {
        if (size_ == deepest_entity) return false;
        boundary added{};
        std::string_view stated;
        if (auto const whole = text.contiguous()) {
            stated = *whole;
            added.set_offset(static_cast<std::size_t>(stated.data() - bytes_));
        } else {
            auto const room = sizeof copies_ - copied_;
            auto const size = text.copy_to(copies_ + copied_, room);
            if (size == room) return false;
            stated = octets_at(copies_ + copied_, size);
            added.set_copy(copied_);
        }
        auto const octets = trim_end(stated, wsp);
        auto const padding = stated.size() - octets.size();
        if (octets.empty() || octets.size() > UINT16_MAX || padding > UINT8_MAX) return false;
        added.size = static_cast<std::uint16_t>(octets.size());
        added.padding = static_cast<std::uint8_t>(padding);
        if (added.is_copy()) copied_ = static_cast<std::uint8_t>(copied_ + stated.size());
        auto& slot = slots_[slot_of(octets)];
        added.hidden = slot;
        boundaries_[size_] = added;
        slot = ++size_;
        return true;
    }

    /// Closes the innermost multipart.
    constexpr void close() noexcept {
        auto const& closed = boundaries_[size_ - 1];
        slots_[slot_of(text_of(closed))] = closed.hidden;
        if (closed.is_copy()) copied_ = static_cast<std::uint8_t>(closed.offset());
        --size_;
    }

    /// The innermost multipart that `line` is a delimiter line of. `line` starts with "--" and has
    /// no line ending. White space at the end of the line and of a boundary is ignored, because
    /// gateways add it (RFC 2046 section 5.1.1). O(line).
    ///     boundary "b "  ->  both "--b--" and "--b --" are close-delimiters
    constexpr boundary_match find(std::string_view line) const noexcept {
        constexpr std::string_view dashes = "--";
        auto const text = trim_end(line.substr(dashes.size()), wsp);
        bool const can_close = text.ends_with(dashes);
        auto const stem = text.substr(0, text.size() - (can_close ? dashes.size() : 0U));
        auto const bare = trim_end(stem, wsp);
        text_hash hash;
        auto of_stem = number_of(bare, hash.add(bare));
        if (!can_close) return {of_stem, false};
        if (of_stem != 0 && bare.size() != stem.size() && stated(boundaries_[of_stem - 1]) != stem)
            of_stem = 0;
        auto const of_text = number_of(text, hash.add(stem.substr(bare.size())).add(dashes));
        if (of_text > of_stem) return {of_text, false};
        return {of_stem, of_stem != 0};
    }

    /// Whether other readers may mistake `line` for a delimiter line, because it starts with "--"
    /// and an open boundary, or that of the innermost multipart in other case. `line` starts with
    /// "--" and is not a delimiter line. At least one multipart is open. O(line).
    constexpr bool has_start_of(std::string_view line) const noexcept {
        auto const text = line.substr(2);
        return starts_with_one(text) || ascii_istarts_with(text, text_of(boundaries_[size_ - 1]));
    }

    /// Whether the boundary of the innermost multipart equals that of an enclosing multipart.
    constexpr bool is_innermost_repeated() const noexcept {
        return boundaries_[size_ - 1].hidden != 0;
    }

    /// Whether the boundary of the innermost multipart equals, or starts with, the boundary of an
    /// enclosing multipart.
    constexpr bool is_innermost_ambiguous() const noexcept {
        auto const& innermost = boundaries_[size_ - 1];
        auto const text = text_of(innermost);
        return innermost.hidden != 0 || starts_with_one(text.substr(0, text.size() - 1));
    }

  private:
    /// A boundary, as an offset of 47 bits and a size. If the highest of its 48 bits is set, the
    /// offset is into the copies, else into the bytes:
    ///     offset = offset_bits[0] + offset_bits[1] * 2^16 + offset_bits[2] * 2^32
    struct boundary {
        static constexpr std::uint16_t copy_bit = 0x8000;

        // No default member initializers, so that `{}` sets an array of boundaries to zero at once.
        std::uint16_t offset_bits[3];
        std::uint16_t size;   // without white space at the end
        std::uint8_t padding; // the size of the white space at the end
        std::uint8_t hidden;  // the number of an enclosing multipart with the same boundary, or 0

        constexpr void set_offset(std::size_t offset) noexcept {
            auto left = std::uint64_t{offset};
            for (auto& bits : offset_bits) {
                bits = static_cast<std::uint16_t>(left);
                left >>= 16;
            }
        }
        constexpr void set_copy(std::size_t offset) noexcept {
            offset_bits[0] = static_cast<std::uint16_t>(offset);
            offset_bits[2] = copy_bit;
        }
        constexpr bool is_copy() const noexcept { return (offset_bits[2] & copy_bit) != 0; }
        constexpr std::size_t offset() const noexcept {
            if (is_copy()) return offset_bits[0];
            return static_cast<std::size_t>(std::uint64_t{offset_bits[2]} << 32 |
                                            std::uint64_t{offset_bits[1]} << 16 | offset_bits[0]);
        }
    };
    // At most 100 are in use, so that look-ups are short.
    static constexpr std::size_t slot_count = 256;

    /// The boundary with the white space at its end.
    constexpr std::string_view stated(boundary const& b) const noexcept {
        return {(b.is_copy() ? copies_ : bytes_) + b.offset(), std::size_t{b.size} + b.padding};
    }
    constexpr std::string_view text_of(boundary const& b) const noexcept {
        return stated(b).substr(0, b.size);
    }
    constexpr bool starts_with_one(std::string_view text) const noexcept {
        text_hash hash;
        for (std::size_t size = 1; size <= text.size(); ++size)
            if (number_of(text.substr(0, size), hash.add(text[size - 1])) != 0) return true;
        return false;
    }
    /// The slot of the innermost multipart with the boundary `text`, or else the free slot for it.
    constexpr std::size_t slot_of(std::string_view text, text_hash const& hash) const noexcept {
        // Multiplied by 2^64 / golden ratio, similar boundaries lie far apart in the upper 8 bits.
        auto slot = static_cast<std::size_t>((hash.value() * 0x9E3779B97F4A7C15) >> 56);
        while (slots_[slot] != 0 && text_of(boundaries_[slots_[slot] - 1]) != text)
            slot = (slot + 1) % slot_count;
        return slot;
    }
    constexpr std::size_t slot_of(std::string_view text) const noexcept {
        return slot_of(text, text_hash{}.add(text));
    }
    constexpr std::uint8_t number_of(std::string_view text, text_hash const& hash) const noexcept {
        return text.empty() ? std::uint8_t{0} : slots_[slot_of(text, hash)];
    }

    char const* bytes_ = nullptr;
    boundary boundaries_[deepest_entity] = {};
    std::uint8_t slots_[slot_count] = {}; // numbers of multiparts
    char copies_[144] = {};
    std::uint8_t copied_ = 0; // octets of the copies that are in use
    std::uint8_t size_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

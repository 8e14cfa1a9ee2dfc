#ifndef FOLDWISE_MESSAGE_DETAIL_CUT_FIELDS_HPP
#define FOLDWISE_MESSAGE_DETAIL_CUT_FIELDS_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/message/field_slot.hpp>
#include <foldwise/message/header_end.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace foldwise::detail {

/// What `cut_fields` did.
struct fields_cut {
    std::size_t count = 0;    ///< of the slots that are set
    std::size_t position = 0; ///< behind the last field of these
    header_end end;           ///< as find_header_end gives it, unless the room is full
};

class field_cutter {
  public:
    /// The bytes do not start with an empty line, and there is room.
    constexpr field_cutter(std::string_view bytes, std::span<field_slot> room) noexcept
        : bytes_{bytes}, room_{room}, first_{bytes.data()}, to_{room.data()} {}

    constexpr fields_cut cut() noexcept {
        constexpr std::size_t most_blocks = 16;
        auto const* block = bytes_.data();
        while (auto blocks = (left(block) - 1) / 64) { // with an octet behind each
            if (blocks > most_blocks) blocks = most_blocks;
            std::uint64_t line_feeds[most_blocks];
            scan::line_feed_bits(block, blocks, line_feeds);
            for (std::size_t i = 0; i != blocks; ++i, block += 64)
                for (auto bits = line_feeds[i]; bits != 0; bits &= bits - 1)
                    if (is_last(block + static_cast<unsigned>(std::countr_zero(bits))))
                        return done();
        }
        for (auto at = bytes_.size() - left(block);;) {
            at = scan::line_feed(bytes_, at);
            if (at + 1 >= bytes_.size()) break;
            if (is_last(bytes_.data() + at++)) return done();
        }
        if (left(first_) != 0) take(bytes_.data() + bytes_.size());
        end_ = {bytes_.size(), 0};
        return done();
    }

  private:
    constexpr std::size_t left(char const* from) const noexcept {
        return bytes_.size() - static_cast<std::size_t>(from - bytes_.data());
    }
    constexpr fields_cut done() const noexcept {
        return {static_cast<std::size_t>(to_ - room_.data()), bytes_.size() - left(first_), end_};
    }
    constexpr void take(char const* end) noexcept {
        to_->set({first_, static_cast<std::size_t>(end - first_)}, folds_);
        ++to_;
        first_ = end;
        folds_ = 0;
    }
    /// Whether the field that ends with it is the last one. An octet is before it, and one behind.
    constexpr bool is_last(char const* line_feed) noexcept {
        auto const next = static_cast<unsigned char>(line_feed[1]);
        if (next <= ' ' && is_wsp(line_feed[1])) { // of most fields, one question
            folds_ += 1u + unsigned{line_feed[-1] == '\r'};
            return false;
        }
        take(line_feed + 1);
        if (next < ' ')
            if (auto const size = empty_line_size(bytes_, bytes_.size() - left(first_))) {
                end_ = {bytes_.size() - left(first_), size};
                return true;
            }
        return to_ == room_.data() + room_.size();
    }

    std::string_view bytes_;
    std::span<field_slot> room_;
    char const* first_; // where the field starts
    field_slot* to_;
    std::size_t folds_ = 0; // the octets of its line endings before WSP
    header_end end_;
};

/// Cuts the header section that `bytes` start with into `room`, up to an empty line or as long as
/// there is room. Looks at no more than 1,024 octets behind.
constexpr fields_cut cut_fields(std::string_view bytes, std::span<field_slot> room) noexcept {
    if (auto const size = empty_line_size(bytes, 0)) return {0, 0, {0, size}};
    if (bytes.empty() || room.empty()) return {};
    return field_cutter{bytes, room}.cut();
}

} // namespace foldwise::detail

#endif

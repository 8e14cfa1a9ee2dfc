#ifndef FOLDWISE_MESSAGE_FIELD_SLOT_HPP
#define FOLDWISE_MESSAGE_FIELD_SLOT_HPP

#include <foldwise/base/utf8.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/sought_name.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Room for one field of a field_index. Trivial, so that an array of slots need not be initialised:
/// the index sets the slots that it uses.
class field_slot {
  public:
    /// The field. `has_mark` says whether a byte order mark is before raw(). O(name).
    constexpr field get(bool has_mark = false) const noexcept {
        return {raw(), fold_octets_, has_mark};
    }

    /// Every octet of the field, without a byte order mark before its name.
    constexpr std::string_view raw() const noexcept { return {octets_, size_}; }

    /// Whether the field has that name. Reads the message's bytes only if the first letter, of
    /// which the slot holds a copy, is the same.
    constexpr bool is(detail::sought_name const& name) const noexcept {
        return name.may_start_with(first_letter_) && name.is_of(raw(), first_letter_);
    }
    /// The same for most fields that do not have that name; true for the others. O(1).
    constexpr bool may_be(detail::sought_name const& name) const noexcept {
        return name.may_start_with(first_letter_) && name.may_be_of(raw(), first_letter_);
    }

    /// Stores a field. `raw` is as header_section cuts it, and not empty; `fold_octets` is how many
    /// of its octets unfolding drops.
    constexpr void set(std::string_view raw, std::size_t fold_octets) noexcept {
        octets_ = raw.data();
        size_ = raw.size();
        fold_octets_ = fold_octets;
        first_letter_ = detail::first_letter(raw);
    }
    /// Drops the byte order mark before the name.
    constexpr void pass_mark() noexcept {
        auto const size = utf8_byte_order_mark.size();
        set({octets_ + size, size_ - size}, fold_octets_);
    }

  private:
    char const* octets_;
    std::size_t size_;
    std::size_t fold_octets_;
    char first_letter_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

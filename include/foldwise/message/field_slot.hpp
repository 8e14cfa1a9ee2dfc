#ifndef FOLDWISE_MESSAGE_FIELD_SLOT_HPP
#define FOLDWISE_MESSAGE_FIELD_SLOT_HPP

#include <foldwise/message/field.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// Room for one field of a field_index. Trivial: an array of them need not be set to anything.
class field_slot {
  public:
    constexpr field get() const noexcept { return {{octets_, size_}, fold_octets_}; }

    /// Whether its field can have that name, which starts with `first` as first_letter gives it:
    /// for most that have not, that letter is all that is looked at.
    constexpr bool may_be(std::string_view name, char first) const noexcept {
        return first_ == first && detail::has_name_end_at({octets_, size_}, name.size());
    }
    static constexpr char first_letter(std::string_view name) noexcept {
        return name.empty() ? '\0' : folded(name[0]);
    }

    constexpr void set(std::string_view raw, std::size_t fold_octets) noexcept {
        octets_ = raw.data();
        size_ = raw.size();
        fold_octets_ = fold_octets;
        first_ = folded(raw[0]);
    }

  private:
    /// The same for both cases of a letter, and never NUL.
    static constexpr char folded(char octet) noexcept { return static_cast<char>(octet | 0x20); }

    char const* octets_;
    std::size_t size_;
    std::size_t fold_octets_;
    char first_; // folded
};

} // namespace foldwise

#endif

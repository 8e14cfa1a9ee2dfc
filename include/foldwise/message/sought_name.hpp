#ifndef FOLDWISE_MESSAGE_SOUGHT_NAME_HPP
#define FOLDWISE_MESSAGE_SOUGHT_NAME_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/message/field.hpp>

#include <string_view>

namespace foldwise::detail {

/// The first letter of a field with the case bit set: a quick test of whether the field may have a
/// name that starts with the same letter. Never NUL. `raw` must not be empty.
constexpr char first_letter(std::string_view raw) noexcept {
    return static_cast<char>(raw[0] | 0x20);
}

/// The name that a look-up searches for; ASCII case does not count (RFC 5322 section 1.2.2). For
/// most fields that have another name, only the first letter is compared. Borrows the name.
///     sought_name{"subject"}.is_of("Subject: a\n")  ->  true
class sought_name {
  public:
    constexpr sought_name() = default;
    explicit constexpr sought_name(std::string_view name) noexcept
        : name_{name}, first_{name.empty() ? '\0' : first_letter(name)} {}

    /// Whether the field `raw` has the name. O(name).
    constexpr bool is_of(std::string_view raw) const noexcept {
        return is_of(raw, first_letter(raw));
    }
    /// The same, for callers that know first_letter(raw): it is `first`.
    constexpr bool is_of(std::string_view raw, char first) const noexcept {
        if (first != first_ || raw.size() <= name_.size()) return false;
        char const end = raw[name_.size()];
        return (end == ':' || is_wsp(end)) && field{raw}.is(name_);
    }

  private:
    std::string_view name_;
    char first_ = '\0'; // no field starts with it
};

} // namespace foldwise::detail

#endif

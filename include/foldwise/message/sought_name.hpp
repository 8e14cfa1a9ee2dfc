#ifndef FOLDWISE_MESSAGE_SOUGHT_NAME_HPP
#define FOLDWISE_MESSAGE_SOUGHT_NAME_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/config.hpp>
#include <foldwise/message/field.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

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
        return may_start_with(first) && is_of_same_letter(raw);
    }
    constexpr bool is_of(field const& f) const noexcept { return f.is(name_); }

    /// Where the first field of a header section that has the name starts; its size if no field
    /// has. Fields are not cut: only lines that start with the first letter are looked at, and no
    /// line that does so is the continuation of a field. O(header).
    constexpr std::size_t find_in(std::string_view header) const noexcept {
        return !header.empty() && is_of(header) ? 0 : find_in(header, 0);
    }
    /// The same, for fields that start after the line in which `after` is.
    constexpr std::size_t find_in(std::string_view header, std::size_t after) const noexcept {
        for (;;) {
            auto const line_feed = scan::line_feed_before(header, after, first_);
            if (line_feed == header.size()) return line_feed;
            after = line_feed + 1;
            if (is_of_same_letter({header.data() + after, header.size() - after})) return after;
        }
    }

    constexpr std::size_t size() const noexcept { return name_.size(); }

    /// False for most fields that do not have the name, true for the others. O(1).
    constexpr bool may_be_of(std::string_view raw, char first) const noexcept {
        return may_start_with(first) && ends_as_name(raw);
    }
    /// Whether `first` is the first_letter() of the name.
    constexpr bool may_start_with(char first) const noexcept { return first == first_; }

  private:
    /// Whether the octet after a name of this length ends the name.
    constexpr bool ends_as_name(std::string_view raw) const noexcept {
        if (raw.size() <= name_.size()) return false;
        char const end = raw[name_.size()];
        return end == ':' || is_wsp(end);
    }

    FOLDWISE_NOINLINE constexpr bool is_of_same_letter(std::string_view raw) const noexcept {
        if (!ends_as_name(raw)) return false;
        if (raw[name_.size()] != ':') return is_before_white_space(raw);
        return ascii_iequals({raw.data(), name_.size()}, name_) &&
               scan::not_ftext(raw, 0) == name_.size(); // false if the name is not a field-name
    }

    /// Whether the field has the name, with white space after it (RFC 5322 section 4.5).
    FOLDWISE_COLD constexpr bool is_before_white_space(std::string_view raw) const noexcept {
        return field{raw}.is(name_);
    }

    std::string_view name_;
    char first_ = '\0'; // no field starts with it
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

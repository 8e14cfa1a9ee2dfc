#ifndef FOLDWISE_MESSAGE_FIELD_HPP
#define FOLDWISE_MESSAGE_FIELD_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// One field of a header section (RFC 5322 section 2.2), folded lines and final
/// line ending included:
///
///     Subject: a folded CRLF
///      value CRLF
///
///     |-------------------|   raw()          "Subject: a folded\r\n value\r\n"
///     |-----|                 name()         "Subject"
///             |---------|     raw_value()    " a folded\r\n value"
///              |--------|     value()        "a folded value"
///
///     field      = field-name *WSP ":" unstructured CRLF    ; *WSP is obsolete, section 4.5
///     field-name = 1*ftext
///
/// Total: bytes that do not start like this are a field without a name, and all
/// of them are its value. Borrows the bytes; trivially copyable.
class field {
  public:
    constexpr field() = default;

    /// `raw` is one field as `header_section` cuts it, or any other bytes.
    /// O(name).
    explicit constexpr field(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept : raw_{raw} {
        cursor in{raw};
        auto const name = in.take_while(ftext);
        in.take_while(wsp);
        if (name.empty() || !in.skip(':')) return;
        name_size_ = name.size();
        value_offset_ = in.position();
    }
    template <owning_temporary T>
    explicit field(T&&) = delete;

    /// Every octet of the field.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr bool has_name() const noexcept { return name_size_ != 0; }

    /// The name as it is written, without white space; empty when there is none.
    constexpr std::string_view name() const noexcept { return raw_.substr(0, name_size_); }

    /// Whether the field has this name; ASCII case does not count (RFC 5322
    /// section 1.2.2). O(name).
    constexpr bool is(std::string_view name) const noexcept {
        return has_name() && ascii_iequals(this->name(), name);
    }

    /// Every octet behind the colon up to the final line ending, untouched.
    /// Without a name: the whole line or lines. O(1).
    constexpr std::string_view raw_value() const noexcept {
        return without_ending(raw_.substr(value_offset_));
    }

    /// The value as it is meant: unfolded, without the white space at both ends.
    /// Costs only the white space that is left out; reading it is lazy.
    constexpr unfolded value() const noexcept { return unfolded{trim_fws(raw_value())}; }

    /// The lines that the field was folded into.
    constexpr foldwise::lines lines() const noexcept { return foldwise::lines{raw_}; }

  private:
    std::string_view raw_;
    std::size_t name_size_ = 0;
    std::size_t value_offset_ = 0;
};

} // namespace foldwise

#endif

#ifndef FOLDWISE_MESSAGE_FIELD_HPP
#define FOLDWISE_MESSAGE_FIELD_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/config.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {
class field_walker;
class front_field_walker;
class named_field_walker;
} // namespace detail
class field_slot;

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
/// of them are its value. Borrows the bytes; trivially copyable; allocates nothing.
///
/// A byte order mark (EF BB BF) may be before the name of the first field of a message: see
/// header_section. It belongs to raw() only.
class field {
  public:
    constexpr field() = default;

    /// `raw` is one field as `header_section` cuts it, or any other bytes.
    /// O(name). Inline, so that look-ups take few instructions.
    FOLDWISE_ALWAYS_INLINE
    explicit constexpr field(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept : text_{raw} {
        auto const name_size = scan::not_ftext(raw, 0);
        auto colon = name_size;
        while (colon != raw.size() && raw[colon] != ':') // usually false at once
            if (!is_wsp(raw[colon++])) return;
        if (colon == raw.size() || name_size == 0) return;
        name_size_ = name_size;
        value_offset_ = colon + 1;
    }
    template <owning_temporary T>
    explicit field(T&&) = delete; // it would dangle: keep the string in a variable first

    /// Every octet of the field.
    constexpr std::string_view raw() const noexcept {
        auto const mark = has_mark_ ? utf8_byte_order_mark.size() : 0;
        return {text_.data() - mark, text_.size() + mark};
    }

    /// Whether there is a colon with a name before it.
    constexpr bool has_name() const noexcept { return name_size_ != 0; }

    /// The name as written, without white space; empty if the field has none.
    constexpr std::string_view name() const noexcept { return {text_.data(), name_size_}; }

    /// Whether the name is read although a byte order mark is before it. Strict readers see a field
    /// without a name, so that nothing should be trusted because of this field alone.
    constexpr bool has_byte_order_mark() const noexcept { return has_mark_; }

    /// Whether the field has this name; ASCII case does not count (RFC 5322
    /// section 1.2.2). O(name).
    constexpr bool is(std::string_view name) const noexcept {
        return has_name() && ascii_iequals(this->name(), name);
    }

    /// Every octet after the colon up to the final line ending, unchanged. For a field without a
    /// name: every octet up to the final line ending. O(1).
    constexpr std::string_view raw_value() const noexcept {
        return without_ending({text_.data() + value_offset_, text_.size() - value_offset_});
    }

    /// The value unfolded, without the white space at both ends (RFC 5322 section 2.2.3). Costs
    /// time in proportion to the white space that is left out; unfolding is lazy. The folds of a
    /// field from a header_section or a field_index have been counted, so that length() is O(1).
    constexpr unfolded value() const noexcept {
        auto text = raw_value();
        auto const folds_taken = detail::take_off_fws(text);
        if (fold_octets_ == detail::not_counted) return unfolded{text};
        return unfolded{text, {}, fold_octets_ - folds_taken};
    }

    /// The lines that the field is folded into.
    constexpr foldwise::lines lines() const noexcept { return foldwise::lines{raw()}; }

  private:
    friend class detail::field_walker;
    friend class detail::front_field_walker;
    friend class detail::named_field_walker;
    friend class field_slot;
    constexpr field(std::string_view text, std::size_t fold_octets, bool has_mark) noexcept
        : field{text} {
        fold_octets_ = fold_octets;
        has_mark_ = has_mark;
    }
    /// `text` starts with a name of that size, directly followed by a colon.
    constexpr field(std::size_t name_size, std::string_view text, std::size_t fold_octets) noexcept
        : text_{text}, name_size_{name_size}, value_offset_{name_size + 1},
          fold_octets_{fold_octets} {}

    std::string_view text_; // raw() without a byte order mark
    std::size_t name_size_ = 0;
    std::size_t value_offset_ = 0;
    std::size_t fold_octets_ = detail::not_counted; // how many octets unfolding drops
    bool has_mark_ = false;                         // whether a byte order mark is before text_
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

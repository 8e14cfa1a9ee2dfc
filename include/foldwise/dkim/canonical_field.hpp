#ifndef FOLDWISE_DKIM_CANONICAL_FIELD_HPP
#define FOLDWISE_DKIM_CANONICAL_FIELD_HPP

#include <foldwise/auth/tag_list.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octets_of.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/dkim/canonical_form.hpp>
#include <foldwise/dkim/detail/canonical_text.hpp>
#include <foldwise/dkim/seal_tags.hpp>
#include <foldwise/message/field.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The octets after the "=" of the first tag b=, up to its semicolon or the end, even if the value
/// is malformed. If there is no b=, an empty text at the end of the list.
constexpr std::string_view raw_signature_of(tag_list const& tags) noexcept {
    auto const found = tags.find("b");
    if (found) return found->raw_value();
    auto const whole = tags.raw().substr(found.error().offset, found.error().length);
    auto const equals = whole.find('=');
    return equals == whole.npos ? whole.substr(whole.size()) : whole.substr(equals + 1);
}

/// The parts of a field in canonical form, in order.
struct canonical_field_parts {
    std::string_view name;   // letters are converted to lower case
    bool has_colon = false;  // whether a ":" follows
    std::string_view value;  // up to the value of b=, if that is left out
    std::string_view rest;   // after it
    bool needs_crlf = false; // whether a CRLF follows
    canonical_rules rules;

    /// The part of `octets` from `at` on that is one piece of a lower-case name.
    static constexpr std::string_view lower_piece(std::string_view octets) noexcept {
        constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
        auto const is_upper = [](char octet) { return octet >= 'A' && octet <= 'Z'; };
        if (is_upper(octets.front()))
            return letters.substr(static_cast<std::size_t>(octets.front() - 'A'), 1);
        std::size_t size = 1;
        while (size != octets.size() && !is_upper(octets[size])) ++size;
        return octets.substr(0, size);
    }
};

/// Iterates over the pieces of a field in canonical form.
class canonical_field_walker {
  public:
    constexpr canonical_field_walker() = default;
    explicit constexpr canonical_field_walker(canonical_field_parts const& parts) noexcept
        : parts_{parts} {
        go_on();
    }

    constexpr bool at_end() const noexcept { return piece_.empty(); }
    constexpr std::string_view current() const noexcept { return piece_; }
    constexpr void advance() noexcept {
        passed_ += piece_.size();
        go_on();
    }
    constexpr std::size_t position() const noexcept { return passed_; }

  private:
    constexpr void go_on() noexcept {
        if (!parts_.name.empty()) {
            piece_ = parts_.lower_piece(parts_.name);
            parts_.name.remove_prefix(piece_.size());
            return;
        }
        if (parts_.has_colon) {
            piece_ = ":";
            parts_.has_colon = false;
            return;
        }
        while (text_.at_end() && !(parts_.value.empty() && parts_.rest.empty())) {
            text_ = canonical_text_walker{parts_.value, parts_.rules};
            parts_.value = parts_.rest;
            parts_.rest = {};
        }
        if (!text_.at_end()) {
            piece_ = text_.current();
            text_.advance();
            return;
        }
        piece_ = parts_.needs_crlf ? crlf : std::string_view{};
        parts_.needs_crlf = false;
    }

    canonical_field_parts parts_; // those that are left
    canonical_text_walker text_;
    std::string_view piece_;
    std::size_t passed_ = 0;
};

/// The parts of `f` in canonical form. If `removed` is not null, `f` is the signature's own field,
/// and `*removed`, the value of its b=, is left out.
constexpr canonical_field_parts canonical_parts_of(field const& f, canonical_rules const& rules,
                                                   std::string_view const* removed) noexcept {
    auto const raw = f.raw();
    auto const end = raw.size() - rules.line_end_of(raw);
    canonical_field_parts parts;
    parts.rules = rules;
    auto first = std::size_t{0};
    if (rules.is_relaxed && f.has_name()) {
        first = offset_of(raw, f.raw_value());
        parts.name = raw.substr(0, first - 1);
        while (is_wsp(parts.name.back())) parts.name.remove_suffix(1);
        if (parts.name.size() + 1 == first)
            parts.name = raw.substr(0, first);
        else
            parts.has_colon = true;
    }
    auto const trimmed = [&](std::string_view text) {
        return rules.is_relaxed ? rules.trimmed(text) : text;
    };
    if (removed) {
        auto const at = offset_of(raw, *removed);
        parts.value = raw.substr(first, at - first);
        parts.rest = raw.substr(at + removed->size(), end - at - removed->size());
        if (!rules.is_relaxed) return parts;
        // "=" is before `removed`, so that white space is only at the start of one part and at the
        // end of the other.
        parts.value = rules.trimmed(parts.value);
        parts.rest = rules.trimmed(parts.rest);
        return parts;
    }
    parts.value = trimmed(raw.substr(first, end - first));
    bool const is_before_crlf =
        parts.value.data() + parts.value.size() == raw.data() + end && raw.size() - end == 2;
    if (is_before_crlf) // one piece with the value
        parts.value = {parts.value.data(), parts.value.size() + 2};
    else
        parts.needs_crlf = true;
    return parts;
}

} // namespace detail

/// A header field as it is hashed for a signature (RFC 6376 sections 3.4.1 and 3.4.2).
///     canonical_field{field{"B : Y\t\r\n\tZ  \r\n"}}                             unchanged
///     canonical_field{field{"B : Y\t\r\n\tZ  \r\n"}, canonical_form::relaxed}    "b:Y Z\r\n"
/// simple: nothing changes.
/// relaxed: the name is in lower case, without white space around the colon; the value is unfolded,
/// without white space at its end; every other run of white space becomes one SP.
///
/// The signature's own field (RFC 6376 section 3.7) ends without CRLF, and the value of b= is
/// empty, including the white space around it:
///     "...; bh=47DE...; b= dzdV\r\n yOfA ; t=1\r\n"  ->  "...; bh=47DE...; b=; t=1"
/// Stored mail whose lines end with LF has the canonical form of the same lines with CRLF if `lf`
/// is bare_lf::crlf; see bare_lf_in(). If LF is data, a field that ends with LF alone keeps it, and
/// ends with LF CRLF, so that no signature matches: readers differ on where that field ends. A byte
/// order mark before the name stays there.
///
/// Borrows the field's bytes; trivially copyable; allocates only in `to_string` and `append_to`.
/// The pieces are parts of the field or constants. A forward, borrowed range of `char const`.
/// begin() is O(octets up to the end of the first piece), a traversal O(n). Total: a field without
/// a name is a value without a name.
class canonical_field : public pieced_text<canonical_field> {
  public:
    using piece_range = walk_range<detail::canonical_field_walker>;
    using iterator = walk_iterator<detail::octets_of<detail::canonical_field_walker>>;

    constexpr canonical_field() = default;

    /// A field that a signature covers. Borrows the bytes that the field borrows. Costs time in
    /// proportion to the white space at both ends of the value.
    explicit constexpr canonical_field(field const& f, canonical_form form = canonical_form::simple,
                                       bare_lf lf = bare_lf::data) noexcept
        : raw_{f.raw()}, parts_{detail::canonical_parts_of(f, {form, lf, true}, nullptr)} {}

    /// The signature's own field: `signature` is a dkim_signature, arc_message_signature or
    /// arc_seal that was constructed from it. Searches the value for b=: O(value).
    constexpr canonical_field(seal_tags const& signature, field const& f, canonical_form form,
                              bare_lf lf = bare_lf::data) noexcept
        : raw_{f.raw()} {
        auto const removed = detail::raw_signature_of(signature.tags());
        parts_ = detail::canonical_parts_of(f, {form, lf, true}, &removed);
    }

    /// The field, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    constexpr iterator begin() const noexcept { return iterator{detail::octets_of{first_piece()}}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return first_piece().at_end(); }

    /// The canonical text, in contiguous pieces.
    constexpr piece_range pieces() const noexcept { return piece_range{first_piece()}; }

    /// The whole text as one view, if it is in one piece. O(n).
    constexpr optional<std::string_view> contiguous() const noexcept {
        return detail::only_piece(first_piece());
    }

  private:
    friend class signed_header; // they have the pieces of many fields
    friend class sealed_header;

    constexpr detail::canonical_field_walker first_piece() const noexcept {
        return detail::canonical_field_walker{parts_};
    }

    std::string_view raw_;
    detail::canonical_field_parts parts_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::canonical_field> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::canonical_field> = true;

#endif

#ifndef FOLDWISE_SMTP_XTEXT_HPP
#define FOLDWISE_SMTP_XTEXT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/octets_of.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/pieced_text.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/parameters/parameter_text.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The octet that a hexchar at the start of `text` encodes, with digits in either case.
///     hexchar = "+" 2HEXDIG
constexpr optional<unsigned char> hexchar_octet(std::string_view text) noexcept {
    if (text.size() < 3 || text[0] != '+') return std::nullopt;
    if (!hexdig.contains(text[1]) || !hexdig.contains(text[2])) return std::nullopt;
    return static_cast<unsigned char>(hex_digit_value(text[1]) * 16 + hex_digit_value(text[2]));
}

/// Iterates over the pieces of an xtext: decoded octets, and the text between them.
class xtext_piece_walker {
  public:
    constexpr xtext_piece_walker() = default;
    explicit constexpr xtext_piece_walker(std::string_view raw) noexcept : rest_{raw} { settle(); }

    constexpr bool at_end() const noexcept { return rest_.empty(); }
    constexpr std::string_view current() const noexcept { return piece_; }
    constexpr void advance() noexcept {
        rest_.remove_prefix(size_);
        settle();
    }
    constexpr std::size_t position() const noexcept { return rest_.size(); }

    /// Whether the piece is a decoded octet.
    constexpr bool is_decoded() const noexcept { return size_ != piece_.size(); }

  private:
    constexpr void settle() noexcept {
        if (auto const octet = hexchar_octet(rest_)) {
            size_ = 3;
            piece_ = all_octets.substr(*octet, 1);
            return;
        }
        size_ = scan::octet(rest_, '+', rest_.empty() ? 0u : 1u);
        while (size_ < rest_.size() && !hexchar_octet(rest_.substr(size_)))
            size_ = scan::octet(rest_, '+', size_ + 1);
        piece_ = rest_.substr(0, size_);
    }

    std::string_view rest_;
    std::string_view piece_;
    std::size_t size_ = 0; // of the piece before decoding
};

} // namespace detail

/// A text whose unusual octets are encoded (RFC 3461 section 4), such as the value of ENVID, ORCPT
/// and AUTH.
///     xtext   = *( xchar / hexchar )
///     xchar   = any octet from "!" to "~" except "+" and "="
///     hexchar = "+" 2(DIGIT / "A" / "B" / "C" / "D" / "E" / "F")
///     xtext{"a+2Bb+3Dc"}  ->  "a+b=c"
/// Anything else stays unchanged, even a "+" without two digits after it. The decoded text can have
/// any octet, such as CR and LF: look at deviation() before you write it to a header field or a
/// log. Borrows the bytes; trivially copyable; O(n). Allocates only in `to_string` and `append_to`.
/// Total.
class xtext : public pieced_text<xtext> {
  public:
    using iterator = walk_iterator<detail::octets_of<detail::xtext_piece_walker>>;
    using piece_range = walk_range<detail::xtext_piece_walker>;

    constexpr xtext() = default;
    explicit constexpr xtext(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept : raw_{raw} {}
    template <owning_temporary T>
    explicit xtext(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The octets, still encoded.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The decoded octets one by one.
    constexpr iterator begin() const noexcept {
        return iterator{
            detail::octets_of<detail::xtext_piece_walker>{detail::xtext_piece_walker{raw_}}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

    /// The text in pieces, none of them empty. Each decoded octet is a piece.
    constexpr piece_range pieces() const noexcept {
        return piece_range{detail::xtext_piece_walker{raw_}};
    }

    constexpr bool empty() const noexcept { return raw_.empty(); }

    /// The whole text as one view, if nothing in it is encoded.
    constexpr optional<std::string_view> contiguous() const noexcept {
        detail::xtext_piece_walker at{raw_};
        if (at.at_end()) return raw_;
        if (at.is_decoded() || at.current().size() != raw_.size()) return std::nullopt;
        return raw_;
    }

    /// Calls `report` with a diagnostic for each problem, in order: xtext_malformed for an octet
    /// that must not be there, such as a "+" without two digits after it; xtext_lower_case for a
    /// hexchar whose digits are in lower case; xtext_control_character for a hexchar that encodes
    /// one.
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        constexpr auto xchar = vchar - char_class{"+="};
        for (auto at = scan::not_in(xchar, raw_, 0); at < raw_.size();) {
            auto const rest = raw_.substr(at);
            auto const octet = detail::hexchar_octet(rest);
            std::size_t const size = octet ? 3 : 1;
            if (!octet) report(diagnostic{xtext_malformed, at, size});
            if (octet && scan::in(char_class::range('a', 'f'), rest.substr(0, 3), 0) != 3)
                report(diagnostic{xtext_lower_case, at, size});
            if (octet && ctl.contains(static_cast<char>(*octet)))
                report(diagnostic{xtext_control_character, at, size});
            at = scan::not_in(xchar, raw_, at + size);
        }
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view raw_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::xtext> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::xtext> = true;

#endif

#ifndef FOLDWISE_AUTH_RECORDED_VALUE_HPP
#define FOLDWISE_AUTH_RECORDED_VALUE_HPP

#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/mime_token.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Removes the folding from a recorded value and, if it is a quoted-string, the backslashes of
/// quoted-pairs. For use with `spliced`.
struct recorded_value_cuts {
    bool is_quoted = false; ///< whether the value is a quoted-string

    constexpr std::size_t cut_at(std::string_view bytes, std::size_t at) const noexcept {
        return is_quoted ? quoted_pairs{}.cut_at(bytes, at) : folds{}.cut_at(bytes, at);
    }
    constexpr std::size_t find_cut(std::string_view bytes, std::size_t from) const noexcept {
        return is_quoted ? quoted_pairs{}.find_cut(bytes, from) : folds{}.find_cut(bytes, from);
    }
};

/// A value in a field in which a receiver recorded its checks: a pvalue of Authentication-Results
/// (RFC 8601 section 2.2), or a value of Received-SPF (RFC 7208 section 9.1).
///
///     raw()              text()
///     "a \"b\""          a "b"               a quoted-string: without its quotes and backslashes
///     a@b.example        a@b.example
///     "a b"@c.example    "a b"@c.example     a quoted local part keeps its quotes
///
/// The text is unfolded. To compare a domain, use `is_domain`: `==` compares octet by octet. Total:
/// accepts any octets. Borrows the field's bytes; O(raw).
class recorded_value {
  public:
    constexpr recorded_value() = default;
    explicit constexpr recorded_value(std::string_view raw FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{raw}, is_quoted_{is_quoted_string(raw)} {}
    template <owning_temporary T>
    explicit recorded_value(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The value, unchanged, with its quotes.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Whether the value is a single quoted-string.
    constexpr bool is_quoted() const noexcept { return is_quoted_; }

    /// The text, unfolded, and without quotes if the value is quoted. Lazy; O(1).
    constexpr spliced<recorded_value_cuts> text() const noexcept {
        auto const text = is_quoted_ ? raw_.substr(1, raw_.size() - 2) : raw_;
        return spliced<recorded_value_cuts>{text, {is_quoted_}};
    }

    /// Whether the text is the domain `name`; ASCII case does not count. Use it for properties that
    /// are domains, such as header.d of DKIM, header.from of DMARC and smtp.helo of SPF.
    ///     recorded_value{"A.example"}.is_domain("a.example")  ->  true
    constexpr bool is_domain(std::string_view name) const noexcept;

  private:
    static constexpr bool is_quoted_string(std::string_view raw) noexcept {
        if (!raw.starts_with('"')) return false;
        auto const first = lexer{raw}.peek();
        return first.is_closed() && first.raw().size() == raw.size();
    }
    std::string_view raw_;
    bool is_quoted_ = false;
};

namespace detail {

/// Whether `text`, a type with pieces(), is equal to `right`; ASCII case does not count. O(text).
template <class Text>
constexpr bool text_iequals(Text const& text, std::string_view right) noexcept {
    for (auto const piece : text.pieces()) {
        if (!ascii_iequals(piece, right.substr(0, piece.size()))) return false;
        right.remove_prefix(piece.size());
    }
    return right.empty();
}

/// The octets of a Keyword (RFC 5321 section 4.1.2), and "_", which some servers write.
///     Ldh-str = *( ALPHA / DIGIT / "-" ) Let-dig
inline constexpr auto keyword_class = alpha + digit + char_class{"-_"};
inline constexpr octet_table keyword_octets{keyword_class};

constexpr bool is_keyword(std::string_view text) noexcept {
    return !text.empty() && text.back() != '-' && keyword_octets.not_in(text, 0) == text.size();
}

/// Whether `text` is a dot-atom-text (RFC 5322 section 3.2.3, RFC 6532).
constexpr bool is_dot_atom(std::string_view text) noexcept {
    for (;;) {
        auto const end = atom_octets.not_in(text, 0);
        if (end == 0) return false;
        if (end == text.size()) return true;
        if (text[end] != '.') return false;
        text.remove_prefix(end + 1);
    }
}

/// The octets of a token (RFC 2045 section 5.1), and those of UTF-8, which RFC 8601 section 2.5
/// allows.
inline constexpr octet_table token_octets{mime_token + utf8_non_ascii};
constexpr bool is_token(std::string_view text) noexcept {
    return !text.empty() && token_octets.not_in(text, 0) == text.size();
}

/// Whether the value is a pvalue (RFC 8601 section 2.2) without CFWS around it.
///     pvalue = [CFWS] ( value / [ [ local-part ] "@" ] domain-name ) [CFWS]
///     value  = token / quoted-string
constexpr bool is_pvalue(recorded_value const& value) noexcept {
    auto const raw = value.raw();
    if (value.is_quoted() || is_token(raw)) return true;
    auto const at = raw.rfind('@');
    if (at == raw.npos || !is_domain_name(raw.substr(at + 1), 2)) return false;
    auto const local_part = raw.substr(0, at);
    return at == 0 || is_dot_atom(local_part) || recorded_value{local_part}.is_quoted();
}

} // namespace detail

constexpr bool recorded_value::is_domain(std::string_view name) const noexcept {
    return detail::text_iequals(text(), name);
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

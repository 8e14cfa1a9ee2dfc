#ifndef FOLDWISE_BASE_CHAR_CLASS_HPP
#define FOLDWISE_BASE_CHAR_CLASS_HPP

#include <cstdint>
#include <string_view>

namespace foldwise {

/// A set of octets, composed as ABNF composes its terminals (RFC 5234).
///     constexpr auto hexdig = digit + char_class{"ABCDEFabcdef"};
///     hexdig.contains('f')  ->  true
/// 32 bytes; every operation is O(1).
class char_class {
  public:
    constexpr char_class() = default;

    /// The octets of `octets`, in any order.
    explicit constexpr char_class(std::string_view octets) noexcept {
        for (char const octet : octets) {
            auto const index = static_cast<unsigned char>(octet);
            bits_[index / 64] |= std::uint64_t{1} << (index % 64);
        }
    }

    /// The ABNF value range `%x first-last`, both ends included.
    static constexpr char_class range(unsigned char first, unsigned char last) noexcept {
        char_class result;
        for (unsigned octet = first; octet <= last; ++octet)
            result.bits_[octet / 64] |= std::uint64_t{1} << (octet % 64);
        return result;
    }

    constexpr bool contains(char octet) const noexcept {
        auto const index = static_cast<unsigned char>(octet);
        return (bits_[index / 64] >> (index % 64) & 1) != 0;
    }

    /// The octets that are in `left`, in `right` or in both.
    friend constexpr char_class operator+(char_class left, char_class right) noexcept {
        for (int i = 0; i < 4; ++i) left.bits_[i] |= right.bits_[i];
        return left;
    }
    /// The octets of `left` that are not in `right`.
    friend constexpr char_class operator-(char_class left, char_class right) noexcept {
        for (int i = 0; i < 4; ++i) left.bits_[i] &= ~right.bits_[i];
        return left;
    }
    friend constexpr bool operator==(char_class const&, char_class const&) = default;

  private:
    friend class octet_table;
    std::uint64_t bits_[4] = {};
};

/// RFC 5234 appendix B.1: the core rules.
inline constexpr auto alpha = char_class::range('A', 'Z') + char_class::range('a', 'z');
inline constexpr auto digit = char_class::range('0', '9');
inline constexpr auto hexdig = digit + char_class{"ABCDEFabcdef"};
inline constexpr auto vchar = char_class::range(0x21, 0x7E);
inline constexpr auto wsp = char_class{" \t"};
/// Whether `octet` is in `wsp`.
constexpr bool is_wsp(char octet) noexcept { return octet == ' ' || octet == '\t'; }

/// The octets that FWS, folding white space, consists of (RFC 5322 section 3.2.2).
inline constexpr char_class fws_octets{" \t\r\n"};

inline constexpr auto ctl = char_class::range(0x00, 0x1F) + char_class::range(0x7F, 0x7F);

/// RFC 6532 section 3.1: the octets of UTF8-non-ascii. The set contains every octet that is not
/// ASCII, including the thirteen that never occur in UTF-8 (C0, C1, F5 to FF), because a set cannot
/// check sequences of octets.
inline constexpr auto utf8_non_ascii = char_class::range(0x80, 0xFF);

/// RFC 5234 appendix B.1: OCTET.
inline constexpr auto any_octet = ctl + char_class{" "} + vchar + utf8_non_ascii;

/// RFC 5322 section 3.2.3: the characters with a special meaning in structured fields.
///     specials = "(" / ")" / "<" / ">" / "[" / "]" / ":" / ";" / "@" / "\" /
///                "," / "." / DQUOTE
inline constexpr auto specials = char_class{"()<>[]:;@\\,.\""};

/// RFC 5322 section 3.2.3: the characters of an atom.
inline constexpr auto atext = alpha + digit + char_class{"!#$%&'*+-/=?^_`{|}~"};

/// RFC 5322 section 3.6.8: the characters of a field name.
///     ftext = %d33-57 / %d59-126    ; printable, but not ":"
inline constexpr auto ftext = vchar - char_class{":"};

/// RFC 5322 section 3.2.2: the characters of a comment, without the obsolete ones.
///     ctext = %d33-39 / %d42-91 / %d93-126
inline constexpr auto ctext = vchar - char_class{"()\\"};

/// RFC 5322 section 3.2.4: the characters of a quoted-string.
///     qtext = %d33 / %d35-91 / %d93-126
inline constexpr auto qtext = vchar - char_class{"\"\\"};

/// RFC 5322 section 3.4.1: the characters of a domain-literal.
///     dtext = %d33-90 / %d94-126
inline constexpr auto dtext = vchar - char_class{"[]\\"};

/// RFC 5322 section 4.1: the control characters in obsolete ctext, qtext, dtext and text.
///     obs-NO-WS-CTL = %d1-8 / %d11 / %d12 / %d14-31 / %d127
inline constexpr auto obs_no_ws_ctl = ctl - char_class{std::string_view{"\0\t\n\r", 4}};

} // namespace foldwise

#endif

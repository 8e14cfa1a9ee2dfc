#ifndef FOLDWISE_BASE_CHAR_CLASS_HPP
#define FOLDWISE_BASE_CHAR_CLASS_HPP

#include <foldwise/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A set of octets, composed as ABNF composes its terminals (RFC 5234).
///     constexpr auto hexdig = digit + char_class{"ABCDEFabcdef"};
///     hexdig.contains('f')  ->  true
/// 32 bytes; every operation is O(1).
class char_class {
  public:
    constexpr char_class() = default;

    /// The octets of `octets`, in any order.
    explicit constexpr char_class(std::string_view octets) noexcept {
        for (std::size_t i = 0; i < octets.size(); ++i) {
            auto const index = static_cast<unsigned char>(octets[i]);
            bits_[index / 64] |= std::uint64_t{1} << (index % 64);
        }
    }
    /// The octets of a string up to its NUL: a literal is read faster than as a string_view.
    explicit constexpr char_class(char const* octets) noexcept {
        for (; *octets != '\0'; ++octets) {
            auto const index = static_cast<unsigned char>(*octets);
            bits_[index / 64] |= std::uint64_t{1} << (index % 64);
        }
    }

    /// The ABNF value range `%x first-last`, both ends included.
    static constexpr char_class range(unsigned char first, unsigned char last) noexcept {
        char_class result;
        for (int i = 0; i < 4; ++i)
            result.bits_[i] = lowest(last + 1 - 64 * i) & ~lowest(first - 64 * i);
        return result;
    }

    /// Whether `octet` is in the class. O(1).
    constexpr bool contains(char octet) const noexcept {
        auto const index = static_cast<unsigned char>(octet);
        return (bits_[index / 64] >> (index % 64) & 1) != 0;
    }

    /// The octets that are in `left`, in `right` or in both.
    friend constexpr char_class operator+(char_class left, char_class right) noexcept {
        auto const& a = left.bits_;
        auto const& b = right.bits_;
        return {a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3]};
    }
    /// The octets of `left` that are not in `right`.
    friend constexpr char_class operator-(char_class left, char_class right) noexcept {
        auto const& a = left.bits_;
        auto const& b = right.bits_;
        return {a[0] & ~b[0], a[1] & ~b[1], a[2] & ~b[2], a[3] & ~b[3]};
    }
    friend constexpr bool operator==(char_class const&, char_class const&) = default;

  private:
    friend class octet_table;

    constexpr char_class(std::uint64_t a, std::uint64_t b, std::uint64_t c,
                         std::uint64_t d) noexcept
        : bits_{a, b, c, d} {}

    /// A word whose `count` lowest bits are set: none if `count` is negative, and at most all.
    static constexpr std::uint64_t lowest(int count) noexcept {
        if (count >= 64) return ~std::uint64_t{0};
        return count <= 0 ? 0 : (std::uint64_t{1} << count) - 1;
    }

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

/// Control characters, as in RFC 5234 appendix B.1.
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
inline constexpr auto obs_no_ws_ctl = ctl - char_class{"\t\n\r"} - char_class::range(0, 0);

} // namespace foldwise::inline FOLDWISE_ABI

#endif

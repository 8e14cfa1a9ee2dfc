#ifndef FOLDWISE_ADDRESS_SMTP_MAILBOX_CHECK_HPP
#define FOLDWISE_ADDRESS_SMTP_MAILBOX_CHECK_HPP

#include <foldwise/address/addr_spec_check.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/syntax/ip_address.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Whether `text` is an IPv6-addr (RFC 5321 section 4.1.3), where "::" stands for at least two
/// groups.
constexpr bool is_smtp_ipv6(std::string_view text) noexcept {
    if (!is_ipv6(text) || text.find('%') != text.npos) return false;
    if (text.find("::") == text.npos) return true;
    std::size_t groups = text.find('.') != text.npos ? 1u : 0u; // an IPv4 address counts as two
    char before = ':';
    for (char const octet : text) {
        if (before == ':' && octet != ':') ++groups;
        before = octet;
    }
    return groups <= 6;
}

/// Whether `text` may be between the brackets of an address-literal (RFC 5321 section 4.1.3).
///     address-literal = "[" ( IPv4-address-literal / IPv6-address-literal /
///                             General-address-literal ) "]"
/// No tag except "IPv6" is registered, so there is no General-address-literal.
constexpr bool is_address_literal(std::string_view text) noexcept {
    constexpr std::string_view tag = "IPv6:";
    return ascii_istarts_with(text, tag) ? is_smtp_ipv6(text.substr(tag.size())) : is_ipv4(text);
}

/// Checks a text, which must be an addr-spec, against the grammar and the limits of a Mailbox.
class smtp_mailbox_checker {
  public:
    explicit constexpr smtp_mailbox_checker(std::string_view text) noexcept
        : text_{text}, in_{text} {}

    constexpr optional<diagnostic> check() noexcept {
        local_part();
        auto const at_sign = in_.position();
        if (!in_.skip('@')) return misfit();
        auto const domain = in_.position();
        if (auto const problem = in_.sees('[') ? literal() : labels()) return problem;
        if (at_sign > 64) return too_long(0, at_sign);
        if (text_.size() - domain > 255) return too_long(domain, text_.size() - domain);
        if (text_.size() + 2 > 256) return too_long(0, text_.size()); // as a path, in brackets
        return std::nullopt;
    }

    /// Checks the text as a domain, or as a text that starts with "[" and ends with "]".
    constexpr optional<diagnostic> check_domain() noexcept {
        if (auto const problem = in_.sees('[') ? literal() : labels()) return problem;
        if (text_.size() > 255) return too_long(0, text_.size());
        return std::nullopt;
    }

  private:
    /// Local-part       = Dot-string / Quoted-string
    /// Dot-string       = Atom *("." Atom)
    /// Quoted-string    = DQUOTE *(qtextSMTP / quoted-pairSMTP) DQUOTE
    /// quoted-pairSMTP  = %d92 %d32-126
    /// qtextSMTP        = %d32-33 / %d35-91 / %d93-126 / UTF8-non-ascii
    constexpr void local_part() noexcept {
        constexpr auto bare = atext + utf8_non_ascii + char_class{"."};
        constexpr auto quoted = qtext + utf8_non_ascii + char_class{" "};
        constexpr auto after_backslash = vchar + char_class{" "};
        if (!in_.skip('"')) {
            in_.take_while(bare);
            return;
        }
        for (;;) {
            in_.take_while(quoted);
            if (!in_.sees('\\') || !after_backslash.contains(in_.rest()[1])) break;
            in_.take(2);
        }
        in_.skip('"');
    }

    constexpr optional<diagnostic> literal() noexcept {
        auto const inside = in_.rest().substr(1, in_.rest().size() - 2);
        if (!is_address_literal(inside)) // false if there is another bracket in it
            return diagnostic{diagnostic_code::address_not_for_smtp, in_.position(),
                              in_.rest().size()};
        return std::nullopt;
    }

    /// Domain     = sub-domain *("." sub-domain)
    /// sub-domain = Let-dig [Ldh-str] / U-label
    constexpr optional<diagnostic> labels() noexcept {
        constexpr auto let_dig = alpha + digit + utf8_non_ascii;
        constexpr auto inside = let_dig + char_class{"-"};
        for (;;) {
            auto const start = in_.position();
            if (!in_.sees(let_dig)) return misfit();
            auto const label = in_.take_while(inside);
            if (label.ends_with('-'))
                return diagnostic{diagnostic_code::address_not_for_smtp, in_.position() - 1, 1};
            bool const is_ascii = scan::in(utf8_non_ascii, label, 0) == label.size();
            if (is_ascii && label.size() > 63) return too_long(start, label.size());
            if (in_.at_end()) return std::nullopt;
            if (!in_.skip('.')) return misfit();
        }
    }

    constexpr diagnostic misfit() const noexcept {
        return {diagnostic_code::address_not_for_smtp, in_.position(), in_.at_end() ? 0u : 1u};
    }
    static constexpr diagnostic too_long(std::size_t start, std::size_t size) noexcept {
        return {diagnostic_code::address_too_long, start, size};
    }

    std::string_view text_;
    cursor in_;
};

} // namespace detail

/// Checks whether `text` is a Mailbox, an address that SMTP can carry (RFC 5321 section 4.1.2;
/// RFC 6531 for octets beyond ASCII).
///     Mailbox = Local-part "@" ( Domain / address-literal )
///     check_smtp_mailbox("a.foe@sample.net")  ->  no diagnostic
///     check_smtp_mailbox("foe@sample_1.net")  ->  address_not_for_smtp, offset 10, length 1
/// Returns no diagnostic if it is one. If it is not even an obsolete addr-spec, the problem is that
/// of check_addr_spec. Otherwise it is one of these, with its place in `text`:
///
///     address_not_for_smtp  comments, white space, quotes next to a dot, a domain that has other
///                           characters than letters, digits and hyphens, or a literal that is not
///                           an IP address by section 4.1.3
///     address_too_long      a local part of more than 64 octets, a label of more than 63, a domain
///                           of more than 255, or an address of more than 254 (section 4.5.3.1: 256
///                           for a path, which has brackets)
///
/// The length of a local part includes its quotes. A label beyond ASCII must be UTF-8; whether IDNA
/// allows it, and how long its A-label is, is not checked. The domain is not looked up. Total;
/// O(text), allocates nothing.
constexpr optional<diagnostic> check_smtp_mailbox(std::string_view text) noexcept {
    auto const problem = check_addr_spec(text);
    if (problem && problem->code != diagnostic_code::address_obsolete) return problem;
    return detail::smtp_mailbox_checker{text}.check();
}

/// Checks whether `text` is the name of a host in SMTP: a Domain or an address-literal (RFC 5321
/// sections 4.1.1.1 and 4.1.2; RFC 6531 for octets beyond ASCII). The domain need not be fully
/// qualified.
///     check_smtp_domain("mx.sample.net")  ->  no diagnostic
///     check_smtp_domain("my_pc")          ->  address_not_for_smtp, offset 2, length 1
/// The problem is address_too_long for a label or a domain that is too long (see
/// check_smtp_mailbox), address_malformed for octets that are not UTF-8, and address_not_for_smtp
/// for everything else. Total; O(text), allocates nothing.
constexpr optional<diagnostic> check_smtp_domain(std::string_view text) noexcept {
    for (std::size_t at = scan::in(utf8_non_ascii, text, 0); at < text.size();) {
        auto const next = utf8_character_at(text, at);
        if (!next.is_well_formed) return diagnostic{diagnostic_code::address_malformed, at, 1};
        at = scan::in(utf8_non_ascii, text, at + next.size);
    }
    if (text.starts_with('[') && !text.ends_with(']'))
        return diagnostic{diagnostic_code::address_not_for_smtp, 0, text.size()};
    return detail::smtp_mailbox_checker{text}.check_domain();
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_DMARC_DOMAIN_NAME_HPP
#define FOLDWISE_DMARC_DOMAIN_NAME_HPP

#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/text_hash.hpp>
#include <foldwise/base/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Whether `label`, of octets that a label may have, could be a label of a domain name: at most 63
/// octets if it is ASCII (RFC 1035 section 2.3.4), else UTF-8 without the characters that IDNA maps
/// to a dot (RFC 3490 section 3.1), which make two labels of one.
constexpr bool is_label(std::string_view label) noexcept {
    bool is_ascii = true;
    for (std::size_t at = 0; at < label.size();) {
        auto const c = utf8_character_at(label, at);
        bool const is_dot =
            c.code_point == 0x3002 || c.code_point == 0xFF0E || c.code_point == 0xFF61;
        if (!c.is_well_formed || is_dot) return false;
        is_ascii = is_ascii && c.code_point < 0x80;
        at += c.size;
    }
    return !is_ascii || label.size() <= 63;
}

} // namespace detail

/// A domain name in the form in which names are compared: ASCII letters in lower case, without
/// comments, folding and a final dot. It owns its octets, so that it can hold a name that is folded
/// in the message, or a converted one.
///
///     auto const name = domain_name::read("News.Sample.NET");
///     name->text()  ->  "news.sample.net"
///
///     domain = sub-domain *("." sub-domain)    (RFC 5321 section 4.1.2)
///
/// "_" and U-labels (RFC 6531 section 3.3) may be in labels. Two names are the same if they are
/// equal octet by octet, and std::hash agrees. A name with U-labels and the same name with A-labels
/// are not equal: see `a_label_converter`. Trivially copyable, 254 octets, allocates nothing.
class domain_name {
  public:
    /// The longest name, in octets (RFC 1035 section 2.3.4, without length octets).
    static constexpr std::size_t longest = 253;

    constexpr domain_name() = default;

    /// The domain name that `text` is. `text` is a string, or any text with pieces(), such as a
    /// `domain_text`. Empty if it is not a domain name: it has an empty label, a final dot or more
    /// than 253 octets; a label has more than 63 octets, starts or ends with "-", or is not UTF-8;
    /// the last label has only digits, as in an IP address; or it is a domain-literal. O(text), and
    /// no more than 254 octets are copied.
    template <class Text>
    static constexpr optional<domain_name> read(Text const& text) noexcept {
        domain_name name;
        for (auto const piece : text.pieces())
            if (!name.append(piece)) return std::nullopt;
        return name.is_valid() ? optional{name} : std::nullopt;
    }
    static constexpr optional<domain_name> read(std::string_view text) noexcept {
        domain_name name;
        return name.append(text) && name.is_valid() ? optional{name} : std::nullopt;
    }
    static constexpr optional<domain_name> read(char const* text) noexcept {
        return read(std::string_view{text});
    }

    /// The name. The view points into this object.
    constexpr std::string_view text() const noexcept { return octets_at(octets_, size_); }

    /// Whether all octets are ASCII, so that there are no U-labels. O(n).
    constexpr bool is_ascii() const noexcept {
        return scan::not_in(char_class::range(0, 0x7F), text(), 0) == size_;
    }

    /// The number of labels; 0 if the name is empty, as by default. O(n).
    constexpr std::size_t labels() const noexcept {
        std::size_t count = size_ == 0 ? 0 : 1;
        for (char const octet : text()) count += octet == '.' ? 1u : 0u;
        return count;
    }

    /// Whether the name is `parent` or one of its subdomains; ASCII case does not count. False if
    /// `parent` is empty. O(n).
    ///     domain_name::read("a.b.example")->is_in("b.example")  ->  true
    constexpr bool is_in(std::string_view parent) const noexcept {
        return !parent.empty() && detail::is_in_domain(text(), parent);
    }

    friend constexpr bool operator==(domain_name const& left, domain_name const& right) noexcept {
        return left.text() == right.text();
    }

  private:
    constexpr bool append(std::string_view octets) noexcept {
        if (octets.size() > longest - size_) return false;
        for (char const octet : octets) octets_[size_++] = ascii_lower(octet);
        return true;
    }

    constexpr bool is_valid() const noexcept {
        if (!detail::is_domain_name(text(), 1)) return false;
        for (auto rest = text();;) {
            auto const dot = rest.find('.');
            auto const label = rest.substr(0, dot);
            if (!detail::is_label(label)) return false;
            if (dot == rest.npos) return scan::not_in(digit, label, 0) != label.size();
            rest.remove_prefix(dot + 1);
        }
    }

    char octets_[longest] = {};
    unsigned char size_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

/// The hash of text(), which operator== compares.
template <>
struct std::hash<foldwise::domain_name> {
    constexpr std::size_t operator()(foldwise::domain_name const& name) const noexcept {
        foldwise::text_hash sum;
        sum.add(name.text());
        return static_cast<std::size_t>(sum.value());
    }
};

#endif

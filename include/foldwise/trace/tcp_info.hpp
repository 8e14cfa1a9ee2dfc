#ifndef FOLDWISE_TRACE_TCP_INFO_HPP
#define FOLDWISE_TRACE_TCP_INFO_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/detail/trace_word.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

/// What could be the name of a host: of letters, digits, "-", "_" and ".", and no address.
constexpr bool is_host_name(std::string_view text) noexcept {
    constexpr auto name = alpha + digit + utf8_non_ascii + char_class{"-_."};
    return !text.empty() && scan::not_in(name, text, 0) == text.size() && !is_ipv4(text);
}

/// Words that servers write where they know no name.
constexpr bool says_no_host(std::string_view text) noexcept {
    for (std::string_view const word : {"unknown", "really", "unverified"})
        if (ascii_iequals(text, word)) return true;
    return false;
}

/// "[192.0.2.1]", "[IPv6:::1]", and "[192.0.2.1:25]" as ecelerity writes it; behind the
/// brackets may stand a port.
constexpr std::optional<ip_address> read_bracketed_address(std::string_view text) noexcept {
    if (!text.starts_with('[')) return std::nullopt;
    auto const end = text.find(']');
    if (end == text.npos) return std::nullopt;
    if (end + 1 != text.size() && text[end + 1] != ':') return std::nullopt;
    auto const inside = text.substr(1, end - 1);
    auto const found = read_ip_address(inside);
    auto const port = inside.find(':');
    if (found || port == inside.npos || !is_ipv4(inside.substr(0, port))) return found;
    if (scan::not_in(digit, inside, port + 1) != inside.size()) return std::nullopt;
    return ip_address{inside.substr(0, port), ip_version::v4};
}

constexpr bool is_helo(std::string_view text) noexcept {
    return ascii_iequals(text, "HELO") || ascii_iequals(text, "EHLO") ||
           ascii_iequals(text, "LHLO");
}

} // namespace detail

/// What a server wrote into the comment behind the name of a host (RFC 5321 section 4.4):
/// the address that it saw, and the name that it looked up for it.
///     TCP-info = address-literal / ( Domain FWS address-literal )
///     tcp_info{"mail.example.net [192.0.2.25]"}.address()->text  ->  "192.0.2.25"
///
/// Beyond the RFC, what mailers really write:
///     root@mail.example.net [192.0.2.25] (may be forged)   Sendmail; what identd said is passed
///     [192.0.2.25]:3821 helo=pc17                          Exim, ecelerity
///     [192.0.2.25]:3821 "EHLO pc17" rhost-flags-OK         ZMailer
///     HELO pc17                                            qmail, Zimbra (LHLO); the address
///     192.0.2.25                                           is in a comment of its own
///     2001:db8::25                                         Exchange
///     unknown [192.0.2.25]                                 Postfix: no host() then
///     [192.0.2.25] mail.example.net                        ZoneMTA
/// Without brackets an address is one only where it is all there is (or `user@192.0.2.25`): a
/// number such as 2.2.2.45 may be a version. Words elsewhere are passed over; nothing behind
/// the HELO name is read, as the client may have written it.
///
/// Borrows the comment's bytes. Total; made in O(comment), each member is O(1).
class tcp_info {
  public:
    constexpr tcp_info() = default;

    /// `comment` is what is between the parentheses, folded or not.
    explicit constexpr tcp_info(std::string_view comment FOLDWISE_LIFETIMEBOUND) noexcept {
        read(comment);
    }
    template <owning_temporary T>
    explicit tcp_info(T&&) = delete;

    /// The name that the server looked up for the address.
    constexpr std::optional<std::string_view> host() const noexcept { return host_; }

    /// The address that the server saw.
    constexpr std::optional<ip_address> address() const noexcept { return address_; }

    /// What the client called itself, where the comment says so.
    constexpr std::optional<std::string_view> helo() const noexcept { return helo_; }

    /// Whether the server doubts host(), whose name has not that address ("may be forged").
    constexpr bool may_be_forged() const noexcept { return may_be_forged_; }

  private:
    constexpr void read(std::string_view comment) noexcept {
        std::string_view name; // before the address
        std::optional<ip_address> bare;
        std::size_t index = 0;
        for (detail::trace_word_walker at{comment}; !at.at_end(); at.advance()) {
            auto const& word = at.current();
            if (word.is_comment()) {
                may_be_forged_ = may_be_forged_ || word.last.text() == "may be forged";
                continue;
            }
            if (take_helo(at)) return;
            auto const text = word.raw.substr(word.raw.rfind('@') + 1); // npos + 1 is 0
            bool const is_first = index++ == 0;
            if (is_first) {
                address_ = detail::read_bracketed_address(text);
                bare = read_ip_address(text);
                if (bare && text.size() != word.raw.size()) address_ = bare;
                if (!address_ && !bare) name = text;
            } else if (index == 2 && !address_ && !name.empty()) {
                address_ = detail::read_bracketed_address(word.raw);
                if (address_ && detail::is_host_name(name) && !detail::says_no_host(name))
                    host_ = name;
            } else if (index == 2 && address_ && word.raw.find('.') != text.npos &&
                       detail::is_host_name(word.raw)) {
                host_ = word.raw;
            }
        }
        if (index == 1 && bare) address_ = bare;
    }

    /// "HELO name", "helo=name" or "\"HELO name\"".
    constexpr bool take_helo(detail::trace_word_walker at) noexcept {
        constexpr std::string_view tag = "helo=";
        auto const word = at.current();
        if (ascii_iequals(word.raw.substr(0, tag.size()), tag)) {
            helo_ = word.raw.substr(tag.size());
        } else if (detail::is_helo(word.raw)) {
            at.advance();
            auto const raw = at.current().raw;
            helo_ = raw.substr(at.current().is_comment() ? raw.size() : 0);
        } else if (word.raw.starts_with('"')) {
            auto const text = word.last.text().raw();
            auto const end = scan::in(fws_octets, text, 0);
            if (detail::is_helo(text.substr(0, end))) helo_ = trim_fws(text.substr(end));
        }
        return helo_.has_value();
    }

    std::optional<std::string_view> host_;
    std::optional<ip_address> address_;
    std::optional<std::string_view> helo_;
    bool may_be_forged_ = false;
};

} // namespace foldwise

#endif

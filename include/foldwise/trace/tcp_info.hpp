#ifndef FOLDWISE_TRACE_TCP_INFO_HPP
#define FOLDWISE_TRACE_TCP_INFO_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/trace/detail/helo_words.hpp>
#include <foldwise/trace/detail/host_words.hpp>
#include <foldwise/trace/detail/trace_word.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The comment after the name of a host in a Received field (RFC 5321 section 4.4): the address
/// that the server saw, and the name that it looked up for the address.
///     TCP-info = address-literal / ( Domain FWS address-literal )
///     tcp_info{"mail.example.net [192.0.2.25]"}.address()->text  ->  "192.0.2.25"
///
/// These forms, which mailers write but the RFC does not define, are read, too:
///     root@mail.example.net [192.0.2.25] (may be forged)   Sendmail; identd's answer is skipped
///     [192.0.2.25]:3821 helo=pc17                          Exim, ecelerity
///     [192.0.2.25]:3821 "EHLO pc17" rhost-flags-OK         ZMailer
///     HELO pc17                                            qmail, Zimbra (LHLO)
///     192.0.2.25                                           qmail, Zimbra: their second comment
///     2001:db8::25                                         Exchange
///     unknown [192.0.2.25]                                 Postfix; there is no host()
///     [192.0.2.25] mail.example.net                        ZoneMTA
///     192.0.2.25:23198                                     XMail
///     Not Verified[192.0.2.25]                             MailMarshal
///     mail.example.net [192.0.2.25], claiming to be "pc17" smap
///     helo=pc17 [192.0.2.25]                               address after the HELO name
/// An address without brackets counts only if the comment contains no other text than a HELO name
/// after it, or if it is the first word and has the form `user@192.0.2.25`. Otherwise it may be a
/// version number such as 2.2.2.45. Other words are skipped. An address that is itself the argument
/// of HELO is the client's claim, never address(). After the HELO name, an address in brackets
/// counts only if no other one is there; is_address_after_helo() tells that the client may have
/// written it.
///
/// Borrows the comment's bytes. Total; the constructor is O(comment), each member O(1).
class tcp_info {
  public:
    constexpr tcp_info() = default;

    /// Reads the text between the parentheses, folded or not.
    explicit constexpr tcp_info(std::string_view comment FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{comment} {
        read(comment);
    }
    template <owning_temporary T>
    explicit tcp_info(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole comment, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The name that the server looked up for the address. Compare it with `ascii_iequals`: case
    /// does not count in the names of hosts.
    constexpr optional<std::string_view> host() const noexcept { return host_; }

    /// The address that the server saw.
    constexpr optional<ip_address> address() const noexcept { return address_; }

    /// The name by which the client introduced itself, if the comment marks it.
    constexpr optional<std::string_view> helo() const noexcept { return helo_; }

    /// Whether the server notes that host() "may be forged", because that name does not have this
    /// address.
    constexpr bool may_be_forged() const noexcept { return may_be_forged_; }

    /// Whether address() comes after helo() in the comment, so that the client may have written it.
    constexpr bool is_address_after_helo() const noexcept { return address_ && is_after_helo_; }

  private:
    constexpr void read(std::string_view comment) noexcept {
        std::string_view name; // the word before the address
        optional<ip_address> bare;
        detail::single_address after_helo;
        std::size_t index = 0;
        bool has_skipped = false; // a word before the name and the address
        for (detail::trace_word_walker at{comment}; !at.at_end(); at.advance()) {
            auto const& word = at.current();
            if (word.is_comment()) {
                may_be_forged_ = may_be_forged_ || word.last.text() == "may be forged";
            } else if (auto const claimed = detail::take_helo(at)) {
                if (!helo_) helo_ = claimed;
            } else if (helo_) {
                after_helo.add(detail::read_bracketed_address(word.raw));
            } else if (index == 0 && detail::is_word_before_address(word.raw)) {
                has_skipped = true;
            } else if (index++ == 0) {
                take_first(word.raw, name, bare);
            } else if (index == 2) {
                take_second(word.raw, name);
            }
        }
        if (index == 1 && !has_skipped && bare) address_ = bare;
        if (address_ || !after_helo.address()) return;
        address_ = after_helo.address();
        is_after_helo_ = true;
    }

    /// An address, or a word before one: "[192.0.2.1]", "root@[192.0.2.1]", "verified[192.0.2.1]".
    constexpr void take_first(std::string_view word, std::string_view& name,
                              optional<ip_address>& bare) noexcept {
        auto const text = word.substr(word.rfind('@') + 1); // npos + 1 is 0
        auto const bracket = text.find('[');
        address_ = detail::read_bracketed_address(text.substr(bracket < text.size() ? bracket : 0));
        bare = detail::read_bare_address(text);
        if (bare && text.size() != word.size()) address_ = bare;
        if (!address_ && !bare) name = text;
        if (address_ && bracket < text.size()) take_host(text.substr(0, bracket));
    }

    /// The address after a word, or the name of the host after an address.
    constexpr void take_second(std::string_view word, std::string_view name) noexcept {
        if (!address_ && !name.empty()) {
            bool const has_bracket = word.starts_with('[');
            address_ =
                detail::read_bracketed_address(has_bracket ? word : detail::without_verified(word));
            if (address_ && has_bracket) take_host(name);
        } else if (address_ && !host_ && word.find('.') != word.npos) {
            take_host(word);
        }
    }

    constexpr void take_host(std::string_view name) noexcept {
        if (detail::is_host_name(name) && !detail::says_no_host(name)) host_ = name;
    }

    std::string_view raw_;
    optional<std::string_view> host_;
    optional<ip_address> address_;
    optional<std::string_view> helo_;
    bool may_be_forged_ = false;
    bool is_after_helo_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_TRACE_TCP_INFO_HPP
#define FOLDWISE_TRACE_TCP_INFO_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/detail/host_words.hpp>
#include <foldwise/trace/detail/trace_word.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

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
/// An address without brackets counts only if the comment contains no other text, or if it is the
/// first word and has the form `user@192.0.2.25`. Otherwise it may be a version number such as
/// 2.2.2.45. Other words are skipped. The text after the HELO name is not read, because the client
/// may have written it.
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

  private:
    constexpr void read(std::string_view comment) noexcept {
        std::string_view name; // the word before the address
        optional<ip_address> bare;
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
                bare = ip_address::read(text);
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

    /// Takes `HELO name`, `helo=name` or `"HELO name"`, if that comes next.
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

    std::string_view raw_;
    optional<std::string_view> host_;
    optional<ip_address> address_;
    optional<std::string_view> helo_;
    bool may_be_forged_ = false;
};

} // namespace foldwise

#endif

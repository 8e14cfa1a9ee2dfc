#ifndef FOLDWISE_TRACE_RECEIVED_CLAUSE_HPP
#define FOLDWISE_TRACE_RECEIVED_CLAUSE_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/comments.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/detail/trace_word.hpp>
#include <foldwise/trace/tcp_info.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace foldwise {

/// Which clause: those of RFC 5321 section 4.4, and tls of RFC 8314 section 4.3.
enum class clause_kind : unsigned char { from, by, via, with, id, for_path, tls };

/// The word that a clause starts with.
constexpr std::string_view word_of(clause_kind kind) noexcept {
    constexpr std::string_view words[] = {"from", "by", "via", "with", "id", "for", "tls"};
    return words[static_cast<std::size_t>(kind)];
}

namespace detail {

inline constexpr std::size_t clause_kinds = 7;

/// The clause that a word starts, if any. Only a word of its own does: no part of a longer
/// one, nothing within a comment, a quoted-string, a domain-literal or angle brackets.
constexpr std::optional<clause_kind> clause_started_by(trace_word const& word) noexcept {
    using enum clause_kind;
    if (word.raw.size() < 2 || word.raw.size() > 4) return std::nullopt;
    for (auto const kind : {from, by, via, with, id, for_path, tls})
        if (ascii_iequals(word.raw, word_of(kind))) return kind;
    return std::nullopt;
}

constexpr bool starts_with_clause_word(std::string_view text) noexcept {
    return clause_started_by(trace_word_walker{text}.current()).has_value();
}

} // namespace detail

/// One clause of a Received field, from its word to the next clause, comments and all:
///
///     with ESMTPS (TLS1.3) id 1Y0UkQ-0004Hn-7s;
///
///     |------------------|                       raw()
///          |----|                                raw_value()
///                 |------|                       comments()
///
/// Borrows the field's bytes; each member is O(1).
class received_clause {
  public:
    constexpr received_clause() = default;
    constexpr received_clause(clause_kind kind, std::string_view raw, std::string_view value,
                              std::string_view unexpected) noexcept
        : kind_{kind}, raw_{raw}, value_{value}, unexpected_{unexpected} {}

    constexpr clause_kind kind() const noexcept { return kind_; }
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// As it stands, without comments. Of from, by, via and with all words up to a comment, as
    /// there is "Microsoft SMTP Server"; of the others one word, such as <crew@example.org>.
    constexpr std::string_view raw_value() const noexcept { return value_; }

    /// raw_value() unfolded.
    constexpr unfolded value() const noexcept { return unfolded{value_}; }

    constexpr foldwise::comments comments() const noexcept { return foldwise::comments{raw_}; }

    /// The text that the RFC does not have there, from its first octet to its last: each word
    /// of the value but the first, and those behind the value.
    constexpr std::string_view unexpected() const noexcept { return unexpected_; }

  private:
    clause_kind kind_ = clause_kind::from;
    std::string_view raw_;
    std::string_view value_;
    std::string_view unexpected_;
};

namespace detail {

class received_clause_walker {
  public:
    constexpr received_clause_walker() = default;
    /// `stamp` is what is before the date.
    explicit constexpr received_clause_walker(std::string_view stamp) noexcept
        : stamp_{stamp}, at_{stamp} {
        look();
        while (!at_.at_end() && !starts_clause_) step();
        advance();
    }

    constexpr bool at_end() const noexcept { return current_.raw().empty(); }
    constexpr received_clause current() const noexcept { return current_; }
    constexpr std::size_t position() const noexcept {
        return at_end() ? static_cast<std::size_t>(-1) : offset_of(stamp_, current_.raw());
    }
    constexpr void advance() noexcept {
        current_ = {};
        if (at_.at_end()) return;
        auto const kind = kind_;
        auto const first = at_.position();
        auto last = at_.end_position();
        step();
        auto const value = take_value(kind, last);
        while (!at_.at_end() && !starts_clause_) take(last, !at_.current().is_comment());
        current_ = {kind, part(first, last), value, part(unexpected_first_, unexpected_last_)};
    }

  private:
    constexpr void step() noexcept {
        at_.advance();
        look();
    }
    constexpr void look() noexcept {
        auto const started = at_.at_end() ? std::nullopt : clause_started_by(at_.current());
        starts_clause_ = started.has_value();
        kind_ = started.value_or(clause_kind::from);
    }

    /// What directly follows the word of a clause is its value, even if it is such a word
    /// itself: a client may call itself "by".
    constexpr std::string_view take_value(clause_kind kind, std::size_t& last) noexcept {
        unexpected_first_ = unexpected_last_ = last;
        if (at_.at_end() || !at_.current().is_text()) return part(last, last);
        auto const first = at_.position();
        take(last, false);
        using enum clause_kind;
        bool const may_have_more = kind == from || kind == by || kind == via || kind == with;
        auto end = last;
        for (; may_have_more && !at_.at_end() && at_.current().is_text(); end = last) {
            if (starts_clause_ || read_bracketed_address(at_.current().raw)) break;
            take(last, true);
        }
        return part(first, end);
    }

    constexpr void take(std::size_t& last, bool is_unexpected) noexcept {
        if (is_unexpected && unexpected_first_ == unexpected_last_)
            unexpected_first_ = at_.position();
        last = at_.end_position();
        if (is_unexpected) unexpected_last_ = last;
        step();
    }

    constexpr std::string_view part(std::size_t first, std::size_t last) const noexcept {
        return {stamp_.data() + first, last - first};
    }

    std::string_view stamp_;
    trace_word_walker at_;       // the word of the next clause
    bool starts_clause_ = false; // whether it is one that starts a clause, and of which kind
    clause_kind kind_ = clause_kind::from;
    received_clause current_;
    std::size_t unexpected_first_ = 0;
    std::size_t unexpected_last_ = 0;
};

} // namespace detail

/// The host of a from or by clause (RFC 5321 section 4.4), and what the server noted of it.
///     Extended-Domain = Domain / ( Domain FWS "(" TCP-info ")" ) /
///                       ( address-literal FWS "(" TCP-info ")" )
///     from pc17 (mail.example.net [192.0.2.25])
///       helo()     ->  "pc17"              what the client called itself: it may say anything
///       host()     ->  "mail.example.net"  what the server looked up: whoever owns the address
///                                          may say anything, if the server did not check it
///       address()  ->  "192.0.2.25"        what the server saw: hard to forge, for a server
///                                          that writes the truth
/// Whoever sent a message can have written whole Received fields, so all three mean something
/// only in those that one's own servers have put on top.
///
/// Borrows the field's bytes. Total; made in O(clause), each member is O(1).
class extended_domain {
  public:
    constexpr extended_domain() = default;
    explicit constexpr extended_domain(received_clause const& clause) noexcept : clause_{clause} {
        read();
    }

    constexpr received_clause const& clause() const noexcept { return clause_; }

    /// What stands behind the word of the clause; empty where nothing does.
    constexpr unfolded name() const noexcept { return clause_.value(); }

    /// What the client called itself (of a from clause): marked so in a comment, as Exim and
    /// qmail do where it differs from what they looked up; else name(). May be an address in
    /// brackets; of a message that comes from no network, Exim gives a user's name here.
    constexpr unfolded helo() const noexcept {
        return unfolded{helo_.value_or(clause_.raw_value())};
    }

    /// The name that the server looked up: in a comment; name() where the comment marks the
    /// client's own, and a name is there.
    constexpr std::optional<std::string_view> host() const noexcept { return host_; }

    /// The address that the server saw: in a comment, or in brackets behind the name; name()
    /// where the comment marks the client's own. An address that stands alone as name() is
    /// not here: it may be what the client said.
    constexpr std::optional<ip_address> address() const noexcept { return address_; }

    /// Whether the server doubts host(): Sendmail says so.
    constexpr bool may_be_forged() const noexcept { return may_be_forged_; }

  private:
    constexpr void read() noexcept {
        auto const name = clause_.raw_value();
        auto const behind = offset_of(clause_.raw(), name) + name.size();
        bool is_next_to_name = !name.empty();
        for (detail::trace_word_walker at{clause_.raw().substr(behind)}; !at.at_end();
             at.advance(), is_next_to_name = false) {
            auto const& word = at.current();
            if (word.is_comment())
                add(tcp_info{word.last.text().raw()});
            else if (is_next_to_name && !address_)
                address_ = detail::read_bracketed_address(word.raw);
        }
        if (!helo_) return;
        if (!host_ && detail::is_host_name(name) && !detail::says_no_host(name)) host_ = name;
        if (!address_) address_ = detail::read_bracketed_address(name);
    }

    /// The first address counts, with its name.
    constexpr void add(tcp_info const& found) noexcept {
        if (!helo_) helo_ = found.helo();
        if (address_ || !found.address()) return;
        address_ = found.address();
        host_ = found.host();
        may_be_forged_ = found.may_be_forged();
    }

    received_clause clause_;
    std::optional<std::string_view> helo_;
    std::optional<std::string_view> host_;
    std::optional<ip_address> address_;
    bool may_be_forged_ = false;
};

} // namespace foldwise

#endif

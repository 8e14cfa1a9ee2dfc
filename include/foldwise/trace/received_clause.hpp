#ifndef FOLDWISE_TRACE_RECEIVED_CLAUSE_HPP
#define FOLDWISE_TRACE_RECEIVED_CLAUSE_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/equal_octets.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/syntax/comments.hpp>
#include <foldwise/syntax/ip_address.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/detail/helo_words.hpp>
#include <foldwise/trace/detail/host_words.hpp>
#include <foldwise/trace/detail/trace_word.hpp>
#include <foldwise/trace/tcp_info.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The clauses of a Received field (RFC 5321 section 4.4; tls: RFC 8314 section 4.3).
enum class clause_kind : unsigned char { from, by, via, with, id, for_path, tls };

/// The word that starts a clause: "for" for clause_kind::for_path.
constexpr std::string_view word_of(clause_kind kind) noexcept {
    constexpr std::string_view words[] = {"from", "by", "via", "with", "id", "for", "tls"};
    return words[static_cast<std::size_t>(kind)];
}

namespace detail {

inline constexpr std::size_t clause_kinds = 7;

/// The kind of the clause that `word` starts, if any. Only a whole word starts a clause, not text
/// in a longer word, a comment, a quoted-string, a domain-literal or angle brackets.
constexpr optional<clause_kind> clause_started_by(trace_word const& word) noexcept {
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

/// One clause of a Received field, from its first word to the next clause, comments included:
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
    /// A clause whose parts have been found.
    constexpr received_clause(clause_kind kind, std::string_view raw, std::string_view value,
                              std::string_view unexpected) noexcept
        : kind_{kind}, raw_{raw}, value_{value}, unexpected_{unexpected} {}

    /// Which clause it is.
    constexpr clause_kind kind() const noexcept { return kind_; }

    /// The whole clause, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The clause's value, unchanged, without comments. For via and with, it consists of all words
    /// up to a comment ("Microsoft SMTP Server"); for the others, of one word, such as
    /// <crew@example.org>. For from and by, it ends where the name of a host cannot continue:
    ///     by mx.example.net, id 1   ->  "mx.example.net"
    /// That of id ends before a comma at its end.
    constexpr std::string_view raw_value() const noexcept { return value_; }

    /// raw_value() unfolded. Compare names of protocols and hosts with is(): == compares octet by
    /// octet.
    constexpr unfolded value() const noexcept { return unfolded{value_}; }

    /// Whether value() is `name` when the case of ASCII letters is ignored, as for the names of
    /// protocols, links, hosts and ciphers.
    ///     received.with()->is("ESMTPS")
    constexpr bool is(std::string_view name) const noexcept {
        return equal_but_for_case(value(), name);
    }

    /// The comments in the clause.
    constexpr foldwise::comments comments() const noexcept { return foldwise::comments{raw_}; }

    /// The text that the grammar does not allow here, from its first word to its last: every word
    /// of the value but the first, and every word after the value. Empty if there is none.
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
    /// `stamp` is the text before the ";" of the date, `after` the text after the date.
    explicit constexpr received_clause_walker(std::string_view stamp,
                                              std::string_view after = {}) noexcept
        : start_{stamp.data()}, stamp_{stamp}, after_{after}, at_{stamp} {
        find_clause();
        advance();
    }

    constexpr bool at_end() const noexcept { return current_.raw().empty(); }
    constexpr received_clause current() const noexcept { return current_; }
    constexpr std::size_t position() const noexcept {
        if (at_end()) return static_cast<std::size_t>(-1);
        return static_cast<std::size_t>(current_.raw().data() - start_);
    }
    constexpr void advance() noexcept {
        current_ = {};
        if (at_.at_end() && !after_.empty()) {
            stamp_ = after_;
            after_ = {};
            at_ = trace_word_walker{stamp_};
            find_clause();
        }
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
    constexpr void find_clause() noexcept {
        look();
        while (!at_.at_end() && !starts_clause_) step();
    }
    constexpr void step() noexcept {
        at_.advance();
        look();
    }
    constexpr void look() noexcept {
        auto const started = at_.at_end() ? std::nullopt : clause_started_by(at_.current());
        starts_clause_ = started.has_value();
        kind_ = started.value_or(clause_kind::from);
    }

    /// The word after the one that starts the clause is its value, even if it could start a clause
    /// itself: a client may introduce itself as "by". After a comment, it is the value only if it
    /// could not, and is not an address in brackets.
    constexpr std::string_view take_value(clause_kind kind, std::size_t& last) noexcept {
        unexpected_first_ = unexpected_last_ = last;
        if (!at_.at_end() && at_.current().is_comment()) {
            auto const empty = part(last, last);
            while (!at_.at_end() && at_.current().is_comment()) take(last, false);
            bool const is_value = !at_.at_end() && !starts_clause_ && at_.current().raw[0] != '[';
            if (!is_value) return empty;
        }
        if (at_.at_end() || !at_.current().is_text()) return part(last, last);
        auto const first = at_.position();
        using enum clause_kind;
        if (kind == from || kind == by) {
            auto const size = host_size(at_.current().raw);
            take(last, false);
            if (first + size == last) return part(first, last);
            unexpected_first_ = first + size;
            unexpected_last_ = last;
            return part(first, first + size);
        }
        take(last, false);
        bool const has_comma = kind == id && last - first > 1 && stamp_[last - 1] == ',';
        if (has_comma) {
            unexpected_first_ = last - 1;
            unexpected_last_ = last;
            return part(first, last - 1);
        }
        bool const may_have_more = kind == via || kind == with;
        auto end = last;
        for (; may_have_more && !at_.at_end() && at_.current().is_text(); end = last) {
            if (starts_clause_) break;
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

    char const* start_ = nullptr; // of the stamp before the date
    std::string_view stamp_;
    std::string_view after_;               // the text that follows stamp_, after the date
    trace_word_walker at_;                 // the next word
    bool starts_clause_ = false;           // whether that word starts a clause
    clause_kind kind_ = clause_kind::from; // the kind of the clause that it starts
    received_clause current_;
    std::size_t unexpected_first_ = 0;
    std::size_t unexpected_last_ = 0;
};

} // namespace detail

/// The host of a from or by clause (RFC 5321 section 4.4), with the server's notes about it.
///     Extended-Domain = Domain / ( Domain FWS "(" TCP-info ")" ) /
///                       ( address-literal FWS "(" TCP-info ")" )
///     from pc17 (mail.example.net [192.0.2.25])
///       helo()     ->  "pc17"              the name that the client claims; can be anything
///       host()     ->  "mail.example.net"  the name that the server looked up; unless the server
///                                          verified it, the owner of the address can choose it
///       address()  ->  "192.0.2.25"        the address that the server saw; hard to forge
/// The sender of a message may have invented whole Received fields. Trust these three only in the
/// topmost fields, which your own servers added.
///
/// Borrows the field's bytes. Total; the constructor is O(clause), each member O(1).
class extended_domain {
  public:
    constexpr extended_domain() = default;
    /// Reads the value of a from or by clause.
    explicit constexpr extended_domain(received_clause const& clause) noexcept : clause_{clause} {
        read();
    }

    /// The clause.
    constexpr received_clause clause() const noexcept { return clause_; }

    /// The value of the clause; empty if it has none. Compare it with is(): == compares octet by
    /// octet.
    constexpr unfolded name() const noexcept { return clause_.value(); }

    /// Whether name() is `domain` when the case of ASCII letters is ignored.
    ///     received.by()->is("mx.example.org")
    constexpr bool is(std::string_view domain) const noexcept { return clause_.is(domain); }

    /// The name by which the client introduced itself (in a from clause): the name that a comment
    /// marks as such, otherwise name(). Exim and qmail write that comment if the name differs from
    /// the one that they looked up. helo() may be an address in brackets; for a message that was
    /// submitted locally, Exim writes the user's name.
    constexpr unfolded helo() const noexcept {
        return unfolded{helo_.value_or(clause_.raw_value())};
    }

    /// The name that the server looked up for the address: from a comment, or else name() if a
    /// comment contains helo(). Compare it with `ascii_iequals`: case does not count in the names
    /// of hosts.
    constexpr optional<std::string_view> host() const noexcept { return host_; }

    /// The address that the server saw: from a comment, else from brackets after the name, else
    /// name() if a HELO name that differs from it is noted, else the only one in brackets after the
    /// HELO name. An address that is itself the HELO name, or name() without such a note, is not
    /// returned, because it is the client's own claim.
    constexpr optional<ip_address> address() const noexcept { return address_; }

    /// Whether address() comes after the HELO name, so that the client may have written it.
    constexpr bool is_address_after_helo() const noexcept { return address_ && is_after_helo_; }

    /// Whether the server doubts host(): Sendmail notes "may be forged".
    constexpr bool may_be_forged() const noexcept { return may_be_forged_; }

  private:
    constexpr void read() noexcept {
        auto const name = clause_.raw_value();
        auto const name_at = offset_of(clause_.raw(), name);
        optional<ip_address> beside; // in brackets outside of comments
        detail::single_address after_helo;
        bool is_after_helo = false;                              // outside of comments
        bool const is_helo = detail::is_helo(name.substr(0, 4)); // "from HELO [198.51.100.1]"
        auto const first = is_helo ? name_at : name_at + name.size();
        auto const before = clause_.raw().substr(0, name_at);
        bool const has_more = name_at > word_of(clause_.kind()).size() + 1; // than "from "
        if (has_more && before.find('(') != before.npos)
            for (auto const comment : foldwise::comments{before})
                add(tcp_info{comment.text().raw()}, after_helo);
        for (detail::trace_word_walker at{clause_.raw().substr(first)}; !at.at_end();
             at.advance()) {
            auto const& word = at.current();
            if (word.is_comment()) {
                add(tcp_info{word.last.text().raw()}, after_helo);
                continue;
            }
            if (auto const claimed = detail::take_helo(at)) {
                if (!helo_) helo_ = claimed;
                is_after_helo = true;
                continue;
            }
            auto const found = detail::read_bracketed_address(word.raw);
            if (is_after_helo)
                after_helo.add(found);
            else if (!beside)
                beside = found;
        }
        if (!address_) address_ = beside;
        if (!helo_) return;
        if (!host_ && detail::is_host_name(name) && !detail::says_no_host(name)) host_ = name;
        if (!address_ && name != *helo_) address_ = detail::read_bracketed_address(name);
        if (address_) return;
        address_ = after_helo.address();
        is_after_helo_ = true;
    }

    /// Address and host come from the first comment that has an address.
    constexpr void add(tcp_info const& found, detail::single_address& after_helo) noexcept {
        if (!helo_) helo_ = found.helo();
        if (found.is_address_after_helo()) {
            after_helo.add(found.address());
            return;
        }
        if (address_ || !found.address()) return;
        address_ = found.address();
        host_ = found.host();
        may_be_forged_ = found.may_be_forged();
    }

    received_clause clause_;
    optional<std::string_view> helo_;
    optional<std::string_view> host_;
    optional<ip_address> address_;
    bool may_be_forged_ = false;
    bool is_after_helo_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_TRACE_RECEIVED_HPP
#define FOLDWISE_TRACE_RECEIVED_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/octet_table.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/syntax/comments.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/detail/trace_word.hpp>
#include <foldwise/trace/received_clause.hpp>
#include <foldwise/trace/with_protocol.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

/// What no token of several octets starts with that may hold a ";", nor a ";" itself.
inline constexpr octet_table octets_between_semicolons{any_octet - char_class{";(\"[="}};

/// Where the last ";" of `value` is that is a token of its own; where there is none, the end.
constexpr std::size_t find_last_semicolon(std::string_view value) noexcept {
    auto found = value.size();
    std::size_t start = 0; // behind a token that was passed whole
    for (std::size_t at = 0;; ++at) {
        at = octets_between_semicolons.not_in(value, at);
        if (at == value.size()) return found;
        bool const is_in_atom = at != start && atom_octets.contains(value[at - 1]);
        if (value[at] == ';') {
            found = at;
        } else if (value[at] != '=' || !is_in_atom) {
            start = at + lexer{value.substr(at)}.peek().raw().size();
            at = start - 1;
        }
    }
}

} // namespace detail

/// What a Received field says of a hop of the message (RFC 5321 section 4.4, RFC 5322 sections
/// 3.6.7 and 4.6.7): the server that put it in front of the fields noted from whom the message
/// came, and when.
///
///     from pc17 (mail.example.net [192.0.2.25])
///      by mx.example.org (Postfix) with ESMTPS id 3jvP1k2mMhz5d
///      for <crew@example.org>; Mon, 15 Dec 2014 12:24:09 +0000 (UTC)
///
///     from()->name()     "pc17"                by()->name()  "mx.example.org"
///     from()->host()     "mail.example.net"    with()        ESMTPS: protocol()
///     from()->address()  192.0.2.25            id()          3jvP1k2mMhz5d
///     date()             1418646249            for_path()    <crew@example.org>
///
///     Stamp       = From-domain By-domain Opt-info [CFWS] ";" FWS date-time
///     From-domain = "FROM" FWS Extended-Domain
///     By-domain   = CFWS "BY" FWS Extended-Domain
///     Opt-info    = [Via] [With] [ID] [For] [Additional-Registered-Clauses]
///
/// Clauses are taken in any order, each may be missing, and anything else may stand between
/// them, as it does in what mailers write. The date is behind the last ";" outside of comments
/// and quoted-strings. A second clause of a kind is diagnosed and never the one that is found:
/// it is text that some mailers append. No field proves what it says: those below the ones of
/// one's own servers may be invented, see `hops`.
///
/// Borrows the field's bytes. Total: any octets will do; what cannot be read costs itself only.
/// Made in O(value), of which it remembers the first clause of each kind; reading the hosts and the
/// date costs that each time. Nothing is allocated.
class received {
  public:
    using clause_range = walk_range<detail::received_clause_walker>;

    constexpr received() = default;

    /// `value` is the field's raw_value(), folded as it stands.
    explicit constexpr received(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : value_{value}, semicolon_{detail::find_last_semicolon(value)} {
        for (auto const clause : clauses()) {
            auto& first = first_[static_cast<std::size_t>(clause.kind())];
            if (first.raw().empty()) first = clause;
        }
    }
    template <owning_temporary T>
    explicit received(T&&) = delete;

    /// Whatever the field's name is. Borrows what the field borrows.
    explicit constexpr received(field const& f) noexcept : received{f.raw_value()} {}

    constexpr std::string_view raw() const noexcept { return value_; }

    /// All clauses, in order.
    constexpr clause_range clauses() const noexcept {
        return clause_range{detail::received_clause_walker{raw_stamp()}};
    }

    /// All comments, also those that belong to no clause: "(qmail 25055 invoked by uid 503)".
    constexpr foldwise::comments comments() const noexcept { return foldwise::comments{value_}; }

    /// The first clause of that kind.
    constexpr std::optional<received_clause> find(clause_kind kind) const noexcept {
        auto const& found = first_[static_cast<std::size_t>(kind)];
        if (found.raw().empty()) return std::nullopt;
        return found;
    }

    /// From whom the message came.
    constexpr std::optional<extended_domain> from() const noexcept {
        return host_of(clause_kind::from);
    }

    /// The server that took it and wrote the field.
    constexpr std::optional<extended_domain> by() const noexcept {
        return host_of(clause_kind::by);
    }

    /// What else than the Internet it came over, "TCP" if that.
    constexpr std::optional<received_clause> via() const noexcept { return find(clause_kind::via); }

    /// How it came: "ESMTPS". protocol() says what a registered name means.
    constexpr std::optional<received_clause> with() const noexcept {
        return find(clause_kind::with);
    }
    constexpr std::optional<with_protocol> protocol() const noexcept {
        auto const clause = with();
        return clause ? read_with_protocol(clause->raw_value()) : std::nullopt;
    }

    /// What the server calls the message in its log; with the brackets of a msg-id.
    ///     ID = CFWS "ID" FWS ( Atom / msg-id )
    constexpr std::optional<received_clause> id() const noexcept { return find(clause_kind::id); }

    /// The recipient, with the brackets of a path.
    ///     For = CFWS "FOR" FWS ( Path / Mailbox )
    constexpr std::optional<received_clause> for_path() const noexcept {
        return find(clause_kind::for_path);
    }

    /// The cipher of the connection (RFC 8314 section 4.3).
    constexpr std::optional<received_clause> tls() const noexcept { return find(clause_kind::tls); }

    /// What is before the ";" of the date, and behind it.
    constexpr std::string_view raw_stamp() const noexcept { return value_.substr(0, semicolon_); }
    constexpr std::string_view raw_date() const noexcept {
        return value_.substr(semicolon_ < value_.size() ? semicolon_ + 1 : semicolon_);
    }

    /// When the server took the message, as its clock said: raw_date() as date_time::read reads
    /// it, and received_date_missing where nothing is there. The offset of the error counts from
    /// the start of the value, that of the date's deviation from the start of raw_date().
    constexpr result<date_time> date() const noexcept {
        if (lexer{raw_date()}.next_outside_comments().is(token_kind::end))
            return diagnostic{diagnostic_code::received_date_missing, semicolon_,
                              value_.size() - semicolon_};
        auto const read = date_time::read(raw_date());
        if (!read) return moved(read.error());
        return *read;
    }

    /// Calls `report` with a diagnostic for each problem: received_not_closed; then those of the
    /// clauses, in order, with the text before the first one; received_clause_missing for from
    /// and by, which SMTP demands; then what is wrong with the date. Offsets count from the
    /// start of the value. O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        lexer in{value_};
        for (auto found = in.next(); !found.is(token_kind::end); found = in.next())
            if (!found.is_closed()) report(problem(received_not_closed, found.raw()));
        report_text_before_clauses(report);
        bool seen[detail::clause_kinds] = {};
        for (auto const clause : clauses()) {
            auto& was_seen = seen[static_cast<std::size_t>(clause.kind())];
            if (was_seen) report(problem(received_clause_duplicate, clause.raw()));
            was_seen = true;
            auto const value = clause.raw_value();
            if (value.empty())
                report(problem(received_clause_empty, clause.raw()));
            else if (detail::starts_with_clause_word(value))
                report(problem(received_clause_word, value));
            if (auto const text = clause.unexpected(); !text.empty())
                report(problem(received_unexpected_text, text));
        }
        for (auto const kind : {clause_kind::from, clause_kind::by})
            if (!seen[static_cast<std::size_t>(kind)])
                report(diagnostic{received_clause_missing, semicolon_, 0});
        auto const when = date();
        if (!when)
            report(when.error());
        else if (auto const deviation = when->deviation())
            report(moved(*deviation));
    }

  private:
    constexpr std::optional<extended_domain> host_of(clause_kind kind) const noexcept {
        auto const clause = find(kind);
        return clause ? std::optional{extended_domain{*clause}} : std::nullopt;
    }

    constexpr diagnostic problem(diagnostic_code code, std::string_view at) const noexcept {
        return {code, offset_of(value_, at), at.size()};
    }

    /// From raw_date() to the value.
    constexpr diagnostic moved(diagnostic from) const noexcept {
        from.offset += offset_of(value_, raw_date());
        return from;
    }

    template <class Report>
    constexpr void report_text_before_clauses(Report&& report) const {
        std::size_t first = 0;
        std::size_t last = 0;
        for (detail::trace_word_walker at{raw_stamp()}; !at.at_end(); at.advance()) {
            if (at.current().is_comment()) continue;
            if (detail::clause_started_by(at.current())) break;
            if (last == 0) first = at.position();
            last = at.end_position();
        }
        if (last != 0)
            report(problem(diagnostic_code::received_unexpected_text,
                           value_.substr(first, last - first)));
    }

    std::string_view value_;
    std::size_t semicolon_ = 0;                        // the size of the value where there is none
    received_clause first_[detail::clause_kinds] = {}; // of each kind
};

} // namespace foldwise

#endif

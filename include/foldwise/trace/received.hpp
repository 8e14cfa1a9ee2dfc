#ifndef FOLDWISE_TRACE_RECEIVED_HPP
#define FOLDWISE_TRACE_RECEIVED_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/syntax/comments.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/detail/helo_words.hpp>
#include <foldwise/trace/detail/stamp_parts.hpp>
#include <foldwise/trace/detail/trace_word.hpp>
#include <foldwise/trace/received_clause.hpp>
#include <foldwise/trace/with_protocol.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// One Received field: a hop of the message's route (RFC 5321 section 4.4, RFC 5322 sections 3.6.7
/// and 4.5.7). Each server that receives a message adds this field on top, and records in it who
/// sent the message, and when.
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
/// Clauses are accepted in any order; each may be missing, and other text may be between them, as
/// in the fields of many mailers. The date follows the last ";" outside of comments,
/// quoted-strings, domain-literals and encoded-words. A date that clauses follow, or that has no
/// ";" before it, is found as well, with a diagnostic. Only the first clause of each kind is found;
/// further ones, which some mailers append as text, are diagnosed. A field proves nothing: the
/// sender may have invented all fields below those of your own servers (see `hops`).
///
/// Borrows the field's bytes. Total: every byte sequence is accepted, and a part that cannot be
/// read does not affect the others. The constructor is O(value) and remembers the first clause of
/// each kind; from(), by() and date() read their text again on each call. Nothing is allocated.
class received {
  public:
    using clause_range = walk_range<detail::received_clause_walker>;

    constexpr received() = default;

    /// Reads a field's raw_value(), folded or not.
    explicit constexpr received(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : value_{value}, parts_{detail::split_stamp(value)} {
        for (auto const clause : clauses()) {
            auto& first = first_[static_cast<std::size_t>(clause.kind())];
            if (first.raw().empty()) first = clause;
        }
    }
    template <owning_temporary T>
    explicit received(T&&) = delete; // it would dangle: keep the string in a variable first

    /// Reads the value of a field, whatever its name is.
    explicit constexpr received(field const& f) noexcept : received{f.raw_value()} {}

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return value_; }

    /// All clauses, in order.
    constexpr clause_range clauses() const noexcept {
        return clause_range{detail::received_clause_walker{parts_.stamp, parts_.after}};
    }

    /// All comments, including those that belong to no clause: "(qmail 25055 invoked by uid 503)".
    constexpr foldwise::comments comments() const noexcept { return foldwise::comments{value_}; }

    /// The first clause of this kind, if there is one. O(1).
    constexpr optional<received_clause> find(clause_kind kind) const noexcept {
        auto const& found = first_[static_cast<std::size_t>(kind)];
        if (found.raw().empty()) return std::nullopt;
        return found;
    }

    /// The client that sent the message.
    constexpr optional<extended_domain> from() const noexcept { return host_of(clause_kind::from); }

    /// The server that received the message and wrote the field.
    constexpr optional<extended_domain> by() const noexcept { return host_of(clause_kind::by); }

    /// The link over which the message came, such as "TCP".
    constexpr optional<received_clause> via() const noexcept { return find(clause_kind::via); }

    /// The protocol that the client used, such as "ESMTPS". protocol() is its meaning if the name
    /// is registered.
    constexpr optional<received_clause> with() const noexcept { return find(clause_kind::with); }
    constexpr optional<with_protocol> protocol() const noexcept {
        auto const clause = with();
        return clause ? with_protocol::from_name(clause->raw_value()) : std::nullopt;
    }

    /// The name of the message in the server's log; a msg-id keeps its brackets.
    ///     ID = CFWS "ID" FWS ( Atom / msg-id )
    constexpr optional<received_clause> id() const noexcept { return find(clause_kind::id); }

    /// The recipient; a path keeps its brackets.
    ///     For = CFWS "FOR" FWS ( Path / Mailbox )
    constexpr optional<received_clause> for_path() const noexcept {
        return find(clause_kind::for_path);
    }

    /// The cipher of the connection (RFC 8314 section 4.3).
    constexpr optional<received_clause> tls() const noexcept { return find(clause_kind::tls); }

    /// The text before the ";" of the date, and the text after it; without the clauses that some
    /// mailers write after the date.
    constexpr std::string_view raw_stamp() const noexcept { return parts_.stamp; }
    constexpr std::string_view raw_date() const noexcept { return parts_.date; }

    /// When the server received the message, by its own clock. An error: received_date_missing if
    /// there is no date, else the error of date_time::read. The offset of an error counts from the
    /// start of raw(), the offset of the date's deviation from the start of raw_date(). O(date).
    constexpr result<date_time> date() const noexcept {
        if (lexer{raw_date()}.next_outside_comments().is(token_kind::end))
            return diagnostic{diagnostic_code::received_date_missing, parts_.stamp.size(),
                              value_.size() - parts_.stamp.size()};
        auto const read = date_time::read(raw_date());
        if (!read) return moved(read.error());
        return *read;
    }

    /// Calls `report` with a diagnostic for each problem: first received_not_closed; then the
    /// problems of the clauses, in order; then those of the client's address
    /// (received_address_form, received_address_after_helo); then received_from_missing and
    /// received_by_missing, since SMTP requires both clauses; then received_date_misplaced and the
    /// problems of the date.
    /// Offsets count from the start of raw(). O(value).
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        lexer in{value_};
        for (auto found = in.next(); !found.is(token_kind::end); found = in.next())
            if (!found.is_closed()) report(problem(received_not_closed, found.raw()));
        for (auto const part : {parts_.stamp, parts_.after})
            if (auto const text = text_before_clauses(part); !text.empty())
                report(problem(received_unexpected_text, text));
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
        if (auto const host = from(); host && host->address()) diagnose_address(*host, report);
        if (!seen[static_cast<std::size_t>(clause_kind::from)])
            report(diagnostic{received_from_missing, parts_.stamp.size(), 0});
        if (!seen[static_cast<std::size_t>(clause_kind::by)])
            report(diagnostic{received_by_missing, parts_.stamp.size(), 0});
        if (parts_.is_date_misplaced) report(problem(received_date_misplaced, raw_date()));
        auto const when = date();
        if (!when)
            report(when.error());
        else
            when->diagnose([&](diagnostic const& of) { report(moved(of)); });
    }

    /// The gravest of the problems that diagnose() reports, and the first of equally grave ones.
    /// O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    template <class Report>
    constexpr void diagnose_address(extended_domain const& host, Report& report) const {
        auto const text = host.address()->text;
        auto const first = offset_of(value_, text);
        bool const has_bracket = value_[first - 1] == '[';
        auto const after = value_.substr(first + text.size());
        bool const is_usual = has_bracket ? is_after_host(first - 1) : !after.starts_with(':');
        if (!is_usual || after.starts_with("],"))
            report(problem(diagnostic_code::received_address_form, text));
        if (host.is_address_after_helo())
            report(problem(diagnostic_code::received_address_after_helo, text));
    }

    /// Whether the bracket at `at` is where servers usually write the address: outside of comments,
    /// or in a comment that starts with it, with the name of a host before it, or with HELO.
    constexpr bool is_after_host(std::size_t at) const noexcept {
        auto const start = value_.substr(0, at).find_last_of("()") + 1; // npos + 1 is 0
        auto const text = value_.substr(start, at - start);
        if (!text.empty() && alpha.contains(text.back())) return false; // "Verified[192.0.2.1]"
        if (start == 0 || value_[start - 1] == ')') return true;
        detail::trace_word_walker word{text};
        if (word.at_end() || detail::take_helo(word)) return true;
        bool const is_name = word.current().raw.find('=') == std::string_view::npos;
        word.advance();
        return word.at_end() && is_name;
    }

    constexpr optional<extended_domain> host_of(clause_kind kind) const noexcept {
        auto const clause = find(kind);
        return clause ? optional{extended_domain{*clause}} : std::nullopt;
    }

    constexpr diagnostic problem(diagnostic_code code, std::string_view at) const noexcept {
        return {code, offset_of(value_, at), at.size()};
    }

    /// A diagnostic of raw_date(), with its offset counted from the start of the value.
    constexpr diagnostic moved(diagnostic from) const noexcept {
        from.offset += offset_of(value_, raw_date());
        return from;
    }

    /// The text before the first clause of a part, without the comments at its ends; empty if there
    /// is none.
    static constexpr std::string_view text_before_clauses(std::string_view part) noexcept {
        std::size_t first = 0;
        std::size_t last = 0;
        for (detail::trace_word_walker at{part}; !at.at_end(); at.advance()) {
            if (at.current().is_comment()) continue;
            if (detail::clause_started_by(at.current())) break;
            if (last == 0) first = at.position();
            last = at.end_position();
        }
        return part.substr(first, last - first);
    }

    std::string_view value_;
    detail::stamp_parts parts_;
    received_clause first_[detail::clause_kinds] = {}; // the first clause of each kind
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_TRANSCRIPT_TRANSCRIPT_HPP
#define FOLDWISE_TRANSCRIPT_TRANSCRIPT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/transcript/detail/transaction_walker.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transaction.hpp>
#include <foldwise/transcript/transcript_exchange.hpp>
#include <foldwise/transcript/transcript_line.hpp>
#include <foldwise/transcript/transcript_notation.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

/// A recorded SMTP session, both sides: a range of its transactions. The door
/// foldwise/transcript.hpp has a drawing.
///     for (auto const& t : transcript{bytes})
///         if (auto const mail = t.mail()) use(mail->reverse_path(), t.queue_id());
///
/// The two sides are told apart by marks (see transcript_notation), or else by form: a line of
/// three digits and a space, a hyphen or nothing is a line of a reply; a line that starts with a
/// known verb is a command, and so is one that starts with a letter and that a reply directly
/// follows. Before the greeting, only the commands that open a session or a transaction are
/// recognized, so that the output of telnet or `openssl s_client` is none. The lines after a 354 up
/// to "." are the message, and so are the octets after BDAT. Replies are matched with commands in
/// order, so clients may send commands ahead (RFC 2920).
///
/// In a transcript without any CRLF, LF stands for CRLF. In one with both, only CRLF ends a line of
/// the protocol: a command, a reply or a "." that ends with LF alone is not read as one.
///
/// Total and lossless: every byte sequence is a transcript, and its lines(), concatenated, are the
/// bytes. A session may be cut off anywhere; diagnose() reports what could not be placed.
///
/// Borrows the bytes; trivially copyable; nothing is allocated. The constructor searches for the
/// first marked line and the first CRLF, and is O(bytes), as is a traversal. A forward, borrowed
/// range.
class transcript {
  public:
    using iterator = walk_iterator<detail::transaction_walker>;
    using line_range = walk_range<detail::transcript_line_walker>;
    using exchange_range = walk_range<detail::exchange_walker>;

    constexpr transcript() = default;
    explicit constexpr transcript(std::string_view bytes FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{bytes}, form_{detail::transcript_form::of(bytes)} {}
    template <owning_temporary T>
    explicit transcript(T&&) = delete; // it would dangle: keep the string in a variable first

    /// Every octet.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// How the client's lines are told from the server's.
    constexpr transcript_notation notation() const noexcept { return form_.notation; }

    /// The transactions, in order. begin() reads the first one.
    constexpr iterator begin() const noexcept {
        return iterator{detail::transaction_walker{raw_, form_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// All lines, in order, each with its side and kind.
    constexpr line_range lines() const noexcept {
        return line_range{detail::transcript_line_walker{raw_, form_}};
    }

    /// What the client sent, in order, each with the server's reply.
    constexpr exchange_range exchanges() const noexcept {
        return exchange_range{detail::exchange_walker{raw_, form_}};
    }

    /// Calls `report` with a diagnostic for each problem of the transcript; offsets count from its
    /// start:
    ///     transcript_line_unplaced     lines that belong to neither side; one for a run of them
    ///     transcript_line_ending       LF alone in a transcript with CRLF; one for a run
    ///     transcript_mark_missing      a message without marks, in a transcript with marks
    ///     transcript_message_cut       a message whose end is not in the transcript
    ///     transcript_reply_missing     something that the client sent, without a reply
    ///     transcript_reply_unexpected  replies that answer nothing; one for a run of them
    ///     reply_code_differs           a line of a reply with another code than the line before it
    /// Commands, replies and messages have diagnostics of their own. O(bytes).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        diagnose_lines(report);
        diagnose_exchanges(report);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    template <class Report>
    constexpr void diagnose_lines(Report& report) const {
        using enum diagnostic_code;
        diagnostic unplaced{transcript_line_unplaced, 0, 0}; // the run of lines at hand
        diagnostic bare{transcript_line_ending, 0, 0};
        bool was_unmarked = false;
        auto const extend = [&report](diagnostic& run, bool goes_on, std::size_t at,
                                      std::size_t size) {
            if (goes_on && run.length != 0) run.length = at + size - run.offset;
            if (goes_on && run.length == 0) run = {run.code, at, size};
            if (goes_on || run.length == 0) return;
            report(run);
            run.length = 0;
        };
        detail::transcript_line_walker at{raw_, form_};
        for (; !at.at_end(); at.advance()) {
            auto const first = at.position();
            auto const size = at.current().raw().size();
            auto const kind = at.kind();
            bool const is_blank =
                kind == transcript_line_kind::remark && unplaced.length != 0 && at.text().empty();
            bool const is_carried =
                kind == transcript_line_kind::data || kind == transcript_line_kind::chunk;
            if (!is_blank) extend(unplaced, kind == transcript_line_kind::unplaced, first, size);
            extend(bare, at.facts().has_bare_lf && !is_carried, first, size);
            if (at.facts().is_unmarked && !was_unmarked)
                report(diagnostic{transcript_mark_missing, first, size});
            was_unmarked = at.facts().is_unmarked;
        }
        extend(unplaced, false, 0, 0);
        extend(bare, false, 0, 0);
    }

    template <class Report>
    constexpr void diagnose_exchanges(Report& report) const {
        using enum diagnostic_code;
        detail::exchange_walker at{raw_, form_};
        while (!at.at_end()) {
            auto const from = at.from();
            if (auto const reply = at.current().reply())
                diagnose_codes(*reply, report);
            else
                report(diagnostic{transcript_reply_missing, from.position(),
                                  from.current().raw().size()});
            at.advance();
            if (at.has_passed_cut()) report(diagnostic{transcript_message_cut, at.position(), 0});
            if (at.unexpected_reply() != raw_.size())
                report(diagnostic{transcript_reply_unexpected, at.unexpected_reply(), 3});
        }
    }

    template <class Report>
    constexpr void diagnose_codes(transcript_reply const& reply, Report& report) const {
        auto before = (*reply.lines().begin()).code();
        for (auto const line : reply.lines()) {
            if (line.code() != before)
                report(diagnostic{diagnostic_code::reply_code_differs, offset_of(raw_, line.raw()),
                                  3});
            before = line.code();
        }
    }

    std::string_view raw_;
    detail::transcript_form form_;
};

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::transcript> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::transcript> = true;

#endif

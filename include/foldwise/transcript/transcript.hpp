#ifndef FOLDWISE_TRANSCRIPT_TRANSCRIPT_HPP
#define FOLDWISE_TRANSCRIPT_TRANSCRIPT_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/transcript/detail/exchange_walker.hpp>
#include <foldwise/transcript/detail/transaction_walker.hpp>
#include <foldwise/transcript/detail/transcript_diagnoser.hpp>
#include <foldwise/transcript/detail/transcript_form.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transaction.hpp>
#include <foldwise/transcript/transcript_exchange.hpp>
#include <foldwise/transcript/transcript_line.hpp>
#include <foldwise/transcript/transcript_notation.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A recorded SMTP session, both sides: a range of its transactions. The door
/// foldwise/transcript.hpp has a drawing.
///     for (auto const& t : transcript{bytes})
///         if (auto const mail = t.mail()) use(mail->reverse_path(), t.queue_id());
///
/// The two sides are told apart by marks (see transcript_notation), or else by form: a line that
/// starts with three digits and then has a space, a tab, a hyphen or nothing is a line of a reply;
/// a line with the form of a command is one. At the start, and again after STARTTLS, up to the
/// first reply or recognized command, only HELO, EHLO, LHLO, MAIL, RCPT and DATA are recognized,
/// and commands that a reply directly follows. So the output of telnet or `openssl s_client` is not
/// taken for commands. The lines after a 354 up to "." are the message, and so are the octets after
/// BDAT. Between AUTH and the reply 235, 4yz or 5yz, lines that are not commands are credentials.
///
/// Replies are matched with commands in order, so clients may send commands ahead (RFC 2920). If
/// there are not as many replies as commands, a reply is missing, or the client sent something that
/// was not recognized. It is then not known which reply belongs to which command, and none of these
/// commands has a reply, up to the next point where that is known again, such as a 354.
///
/// Any other line of a plain transcript that starts with a letter may be a command. Such lines are
/// commands if there are replies for all of them and for all commands. They are not commands if
/// there are replies for the commands alone, each directly after its command. Otherwise, it is not
/// known which reply belongs to which command.
///
/// In a transcript without any CRLF, LF stands for CRLF. In one with both, only CRLF ends a line of
/// the protocol: a command, a reply or a "." that ends with LF alone is not read as one.
///
/// Total and lossless: every byte sequence is a transcript, and concatenating the raw() of each of
/// its lines() gives back the bytes. A session may be cut off anywhere; diagnose() reports what
/// could not be placed.
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

    /// The transactions, in order. begin() reads the first one, and looks ahead as exchanges()
    /// does.
    constexpr iterator begin() const noexcept {
        return iterator{detail::transaction_walker{raw_, form_}};
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

    /// All lines, in order, each with its side and kind.
    constexpr line_range lines() const noexcept {
        return line_range{detail::transcript_line_walker{raw_, form_}};
    }

    /// What the client sent, in order, each with the server's reply. Making the range already looks
    /// ahead for the replies to what the client sends first: O(bytes) if it sends everything ahead.
    /// So keep the range in a variable if you need both its begin() and its end().
    constexpr exchange_range exchanges() const noexcept {
        return exchange_range{detail::exchange_walker{raw_, form_}};
    }

    /// Calls `report` with a diagnostic for each problem of the transcript; offsets count from its
    /// start. Those of the lines come first, then those of the commands' order and their replies:
    ///     transcript_line_unplaced     lines that belong to neither side; one for a run of them
    ///     transcript_line_ending       LF alone in a transcript with CRLF; one for a run
    ///     transcript_mark_missing      a message without marks, in a transcript with marks
    ///     transcript_message_cut       a message whose end is not in the transcript
    ///     transcript_reply_missing     something that the client sent, without a reply
    ///     transcript_reply_unexpected  replies that answer nothing; one for a run of them
    ///     transcript_reply_doubtful    replies of which it is not known what they answer
    ///     end_of_data_near_miss        in a message: see end_of_data_finder
    /// and those of the commands (see smtp_command, mail_command ...) and of the lines of replies
    /// (see reply_line), and reply_code_differs. Messages have diagnostics of their own. O(bytes).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        detail::transcript_line_diagnoser{raw_, form_, report}.diagnose();
        detail::diagnose_exchanges(detail::exchange_walker{raw_, form_}, report);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view raw_;
    detail::transcript_form form_;
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::transcript> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::transcript> = true;

#endif

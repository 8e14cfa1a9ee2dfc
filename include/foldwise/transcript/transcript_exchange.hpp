#ifndef FOLDWISE_TRANSCRIPT_TRANSCRIPT_EXCHANGE_HPP
#define FOLDWISE_TRANSCRIPT_TRANSCRIPT_EXCHANGE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transcript_line.hpp>
#include <foldwise/transcript/transcript_reply.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// What the client sent, to which the server replies.
enum class exchange_kind : unsigned char {
    command,     ///< a command, known or not; that of BDAT includes its chunk
    credentials, ///< a line of credentials after a 334 (RFC 4954 section 4)
    message,     ///< the data after a 354, up to the "." at its end
};

namespace detail {

/// What a line of this kind starts, if it starts an exchange.
constexpr exchange_kind exchange_kind_of(transcript_line_kind line) noexcept {
    switch (line) {
    case transcript_line_kind::command:
    case transcript_line_kind::possible_command: return exchange_kind::command;
    case transcript_line_kind::credentials: return exchange_kind::credentials;
    default: return exchange_kind::message;
    }
}

} // namespace detail

/// Something that the client sent, and the server's reply to it.
///     MAIL FROM:<foe@sample.net>   250 2.1.0 ok
/// Borrows the transcript's bytes; trivially copyable; each member is O(1).
class transcript_exchange {
  public:
    constexpr transcript_exchange(detail::transcript_line_walker const& sent,
                                  optional<transcript_reply> const& reply) noexcept
        : sent_{sent}, reply_{reply} {}

    /// What the client sent.
    constexpr exchange_kind kind() const noexcept { return detail::exchange_kind_of(sent_.kind()); }

    /// The verb of a command; `other` if it is unknown, or if this is not a command.
    constexpr smtp_verb verb() const noexcept { return sent_.verb(); }

    /// The line of the command or of the credentials, for `smtp_command`; the first line of a
    /// message, which is "." if that is all of it. Empty if the transcript lacks the message after
    /// a 354.
    constexpr std::string_view text() const noexcept {
        return is_recorded() ? sent_.text() : sent_.text().substr(0, 0);
    }

    /// Whether the transcript has what the client sent. It may have a 354 and the reply to the
    /// message, but not the message.
    constexpr bool is_recorded() const noexcept { return !sent_.facts().has_no_data; }

    /// The reply. Empty if it is not in the transcript, or if it is in doubt which reply it is: see
    /// `transcript`.
    constexpr optional<transcript_reply> reply() const noexcept { return reply_; }

    /// Where the line starts, in octets from the start of the transcript; if the transcript lacks
    /// the message, the line of the reply to it.
    constexpr std::size_t offset() const noexcept { return sent_.position(); }

  private:
    detail::transcript_line_walker sent_;
    optional<transcript_reply> reply_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

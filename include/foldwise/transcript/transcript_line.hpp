#ifndef FOLDWISE_TRANSCRIPT_TRANSCRIPT_LINE_HPP
#define FOLDWISE_TRANSCRIPT_TRANSCRIPT_LINE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/transcript_notation.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// What a line of a transcript is.
enum class transcript_line_kind : unsigned char {
    command,     ///< of the client
    credentials, ///< of the client: a line after AUTH or a 334 that may be a secret (RFC 4954)
    data,        ///< of the client: a line of the message after a 354
    end_of_data, ///< of the client: the "." after the message
    chunk,       ///< of the client: a line of the message after BDAT, or a part of one (RFC 3030)
    reply,       ///< of the server: one line of a reply
    possible_command, ///< perhaps of the client; transcript::exchanges() has it if it is a command
    remark,           ///< of neither: of the program that wrote the transcript, or blank
    unplaced,         ///< a line that belongs to neither side by its mark or form; diagnosed
};

/// A line of a transcript. For `C: MAIL FROM:<foe@sample.net>` and its line ending:
///     side()  transcript_side::client                     kind()  transcript_line_kind::command
///     text()  "MAIL FROM:<foe@sample.net>"                verb()  smtp_verb::mail
/// `smtp_command` reads the text of a command, and `reply_line` that of a reply. Borrows the
/// transcript's bytes; trivially copyable; each member is O(1).
class transcript_line {
  public:
    constexpr transcript_line() = default;
    /// `text` is a part of `raw`, and so is `carried`.
    constexpr transcript_line(std::string_view raw FOLDWISE_LIFETIMEBOUND, std::string_view text,
                              std::string_view carried, transcript_line_kind kind,
                              smtp_verb verb) noexcept
        : raw_{raw}, text_{text}, carried_{carried}, kind_{kind}, verb_{verb} {}
    template <owning_temporary T>
    transcript_line( // it would dangle: keep the string in a variable first
        T&&, std::string_view, std::string_view, transcript_line_kind, smtp_verb) = delete;

    /// Every octet of the line, with its mark and its line ending.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The line as it was sent, without its mark and its line ending.
    constexpr std::string_view text() const noexcept { return text_; }

    /// The octets of the message in this line, with its line ending but without a stuffed dot
    /// (RFC 5321 section 4.5.2). Empty if the kind is neither data nor chunk.
    constexpr std::string_view carried() const noexcept { return carried_; }

    /// What the line is.
    constexpr transcript_line_kind kind() const noexcept { return kind_; }

    /// The verb of a command, or of what may be one; `other` if it is unknown, and for all other
    /// lines.
    constexpr smtp_verb verb() const noexcept { return verb_; }

    /// Who sent the line. `none` for a possible_command, too, since it may not be a command.
    constexpr transcript_side side() const noexcept {
        if (kind_ == transcript_line_kind::reply) return transcript_side::server;
        return kind_ < transcript_line_kind::reply ? transcript_side::client
                                                   : transcript_side::none;
    }

  private:
    std::string_view raw_;
    std::string_view text_;
    std::string_view carried_;
    transcript_line_kind kind_ = transcript_line_kind::unplaced;
    smtp_verb verb_ = smtp_verb::other;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_LINE_WALKER_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_LINE_WALKER_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/smtp/bdat_command.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/chunk_counter.hpp>
#include <foldwise/transcript/detail/command_form.hpp>
#include <foldwise/transcript/detail/transcript_form.hpp>
#include <foldwise/transcript/detail/transcript_marks.hpp>
#include <foldwise/transcript/transcript_line.hpp>
#include <foldwise/transcript/transcript_notation.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Iterates over the lines of a transcript and finds out what each is. That depends on the lines
/// before it: after a 354 come the data, after BDAT its octets, and after AUTH or a 334
/// credentials. It does not depend on which reply answers which command: see exchange_walker.
///
///     preamble -> commands -+-> data (after 354) ---> commands
///        ^                  +-> chunk (after BDAT) -> commands
///        +--- STARTTLS -----+-> lost (after a BDAT without a size that can be read)
class transcript_line_walker {
  public:
    constexpr transcript_line_walker() = default;
    constexpr transcript_line_walker(std::string_view bytes, transcript_form form) noexcept
        : bytes_{bytes}, form_{form} {
        advance();
    }

    constexpr bool at_end() const noexcept { return first_ == bytes_.size(); }
    constexpr transcript_line current() const noexcept {
        return {bytes_.substr(first_, last_ - first_), text(), carried(), kind_, verb_};
    }
    constexpr std::size_t position() const noexcept { return first_; }

    constexpr void advance() noexcept {
        first_ = last_;
        verb_ = smtp_verb::other;
        follows_bare_lf_ = facts_.has_bare_lf && kind_ == transcript_line_kind::data;
        facts_ = {};
        if (!at_end()) read();
    }

    constexpr transcript_line_kind kind() const noexcept { return kind_; }
    constexpr smtp_verb verb() const noexcept { return verb_; }
    constexpr transcript_line_facts facts() const noexcept { return facts_; }
    constexpr std::string_view bytes() const noexcept { return bytes_; }

    /// The line without mark and line ending.
    constexpr std::string_view text() const noexcept {
        return bytes_.substr(text_first_, text_last_ - text_first_);
    }
    /// The octets of the message in the line.
    constexpr std::string_view carried() const noexcept {
        using enum transcript_line_kind;
        if (kind_ != data && kind_ != chunk) return bytes_.substr(text_first_, 0);
        bool const is_stuffed = kind_ == data && text().size() > 1 && text().starts_with('.');
        auto const first = text_first_ + (is_stuffed ? 1 : 0);
        return bytes_.substr(first, carried_last_ - first);
    }

    /// Whether more octets of a message should follow the line; at the end, whether it is cut off.
    constexpr bool is_in_message() const noexcept {
        return mode_ == mode::data || mode_ == mode::chunk;
    }

  private:
    enum class mode : unsigned char { preamble, commands, data, chunk, lost };
    enum class data_form : unsigned char { unknown, marked, unmarked };

    constexpr bool is_plain() const noexcept {
        return form_.notation == transcript_notation::plain;
    }

    /// Finds the end of the line. In a plain transcript, only the line ending of the protocol ends
    /// lines of the session. In all others, and in one with marks, LF alone does, too, since a
    /// program may have written them itself.
    constexpr void cut() noexcept {
        bool const needs_crlf =
            form_.has_crlf && is_plain() && mode_ != mode::preamble && mode_ != mode::lost;
        auto const at = needs_crlf ? scan::octet_pair<'\r', '\n'>(bytes_, first_)
                                   : scan::line_feed(bytes_, first_);
        last_ = at == bytes_.size() ? at : at + (needs_crlf ? 2 : 1);
        carried_last_ = last_;
        text_first_ = first_;
        auto const line = bytes_.substr(first_, last_ - first_);
        auto const ending = ending_of(line);
        is_ended_ = ending == (form_.has_crlf ? line_ending::crlf : line_ending::lf);
        facts_.has_bare_lf = form_.has_crlf && ending == line_ending::lf;
        text_last_ = last_ - size_of(ending);
        if (needs_crlf && ending == line_ending::lf) text_last_ = last_; // at the end of the bytes
    }

    /// Whether the line may be one of the protocol: its ending is the protocol's, or was cut off.
    constexpr bool may_be_protocol() const noexcept { return !facts_.has_bare_lf; }

    constexpr void read() noexcept {
        cut();
        if (is_plain()) {
            switch (mode_) {
            case mode::data: return continues_reply(text()) ? read_reply() : read_data();
            case mode::chunk: return read_chunk();
            case mode::lost: return set_unplaced();
            default: return read_plain();
            }
        }
        auto const mark = find_mark(text(), form_.notation);
        text_first_ += mark.size - (mark.has_space && !form_.marks_have_space ? 1 : 0);
        switch (mark.side) {
        case transcript_side::client: return read_client();
        case transcript_side::server: return read_server();
        case transcript_side::none: break;
        }
        if (mark.size != 0)
            kind_ = transcript_line_kind::remark;
        else
            read_unmarked();
    }

    /// Whether `line` is the next one of the reply 354, after which the data starts.
    constexpr bool continues_reply(std::string_view line) const noexcept {
        return is_in_reply_ && may_be_protocol() && is_reply_form(line) && line.starts_with("354");
    }

    // ---- With marks

    constexpr void read_client() noexcept {
        if (mode_ == mode::chunk) return read_chunk();
        if (mode_ == mode::data) {
            if (form_.stands_for_message(text())) {
                kind_ = transcript_line_kind::remark;
                return;
            }
            if (data_form_ == data_form::unknown) note_data_form(data_form::marked);
            // In data without marks, only a mark before "." counts, which ends the data. Any other
            // one is text of the message.
            if (data_form_ == data_form::unmarked && text() != ".") return read_unmarked_data();
            return read_data();
        }
        if (!may_be_protocol()) return set_unplaced();
        if (awaits_credentials_) return read_credentials();
        smtp_command const command{trim(text(), wsp)};
        if (is_in_auth_ && !has_command_form(command)) return read_credentials();
        read_command(command);
    }

    constexpr void read_server() noexcept {
        if (mode_ == mode::data && data_form_ == data_form::unmarked) return read_unmarked_data();
        auto const blanks = scan::not_in(wsp, text(), 0);
        if (!may_be_protocol() || !is_reply_form(text().substr(blanks))) return set_unplaced();
        text_first_ += blanks;
        read_reply();
    }

    /// Whether people write this notation, and may leave out the marks before data.
    constexpr bool may_leave_out_marks() const noexcept {
        return form_.notation == transcript_notation::client_server ||
               form_.notation == transcript_notation::sender_receiver;
    }

    constexpr void read_unmarked() noexcept {
        if (mode_ == mode::chunk && may_leave_out_marks()) {
            facts_.is_unmarked = true;
            return read_chunk();
        }
        if (mode_ == mode::data && may_leave_out_marks()) {
            if (data_form_ == data_form::unknown) note_data_form(data_form::unmarked);
            if (data_form_ == data_form::unmarked) return read_unmarked_data();
        }
        auto const start = size_before_continuation(text(), is_in_reply_ ? reply_column_ : 0);
        bool const may_be_reply = (is_in_reply_ && form_.marks_first_line_only()) ||
                                  (!form_.marks_replies && (is_in_reply_ || mode_ != mode::data));
        if (!may_be_reply || !may_be_protocol() || !is_reply_form(text().substr(start)))
            return set_unplaced();
        text_first_ += start;
        read_reply();
    }

    constexpr void read_unmarked_data() noexcept {
        facts_.is_unmarked = true;
        text_first_ = first_;
        read_data();
    }

    constexpr void note_data_form(data_form form) noexcept {
        data_form_ = form;
        facts_.starts_data = true;
    }

    // ---- Without marks

    constexpr void read_plain() noexcept {
        auto const line = text();
        if (!may_be_protocol()) return set_unplaced();
        if (is_reply_form(line)) return read_reply();
        if (awaits_credentials_) return read_credentials();
        auto const start = scan::not_in(wsp, line, 0);
        if (start == line.size()) return set_unplaced();
        smtp_command const command{line};
        bool const has_form = has_command_form(command);
        if (mode_ == mode::preamble) {
            if (starts_conversation(line) || (has_form && is_answered()))
                read_command(command);
            else
                set_unplaced();
        } else if (is_in_auth_ && !has_form) {
            read_credentials();
        } else if (has_form || command.verb() == smtp_verb::bdat) {
            read_command(command);
        } else if (alpha.contains(line[start])) {
            kind_ = transcript_line_kind::possible_command;
            is_in_reply_ = false;
            note_command(command);
        } else {
            set_unplaced();
        }
    }

    /// Whether a reply directly follows the line, other than a greeting.
    constexpr bool is_answered() const noexcept {
        auto const next = next_code();
        return !next.empty() && next != "220";
    }

    /// The code of the reply that directly follows the line; empty if there is none.
    constexpr std::string_view next_code() const noexcept {
        return is_ended_ ? code_at_start(bytes_.substr(last_)) : std::string_view{};
    }

    // ---- What a line is

    constexpr void set_unplaced() noexcept {
        bool const is_blank = trim(text(), wsp).empty();
        kind_ = is_blank ? transcript_line_kind::remark : transcript_line_kind::unplaced;
    }

    constexpr void read_credentials() noexcept {
        kind_ = transcript_line_kind::credentials;
        facts_.is_answer = awaits_credentials_;
        awaits_credentials_ = false;
    }

    constexpr void read_command(smtp_command const& command) noexcept {
        kind_ = transcript_line_kind::command;
        mode_ = mode::commands;
        is_in_reply_ = false;
        is_in_auth_ = false;
        note_command(command);
        if (verb_ == smtp_verb::bdat) read_bdat();
        if (verb_ == smtp_verb::starttls) starts_tls_ = true;
    }

    constexpr void note_command(smtp_command const& command) noexcept {
        text_first_ += scan::not_in(wsp, text(), 0);
        verb_ = command.verb();
        if (ascii_istarts_with(command.name(), "AUTH")) is_in_auth_ = true;
    }

    /// If the size cannot be read, and the server did not refuse the command at once, it is not
    /// known which of the lines after it are octets of the message.
    constexpr void read_bdat() noexcept {
        auto const command = bdat_command::read(text());
        chunk_ = chunk_counter{command ? command->chunk_size() : 0};
        facts_.is_last_chunk = command && command->is_last();
        if (chunk_.is_open()) mode_ = mode::chunk;
        if (!command && is_plain() && next_code() < "400") mode_ = mode::lost;
    }

    constexpr void read_reply() noexcept {
        auto const line = text().substr(0, 4);
        auto const code = decimal_value(line.substr(0, 3));
        bool const is_last = !line.ends_with('-');
        kind_ = transcript_line_kind::reply;
        facts_.starts_reply = !is_in_reply_;
        reply_column_ = text_first_ - first_;
        facts_.ends_reply = is_last;
        facts_.cuts_message = is_in_message() && !is_in_reply_;
        facts_.has_no_data =
            mode_ == mode::data && data_form_ == data_form::unknown && !is_in_reply_;
        bool const goes_ahead = (is_in_reply_ && mode_ == mode::data) || code == 354;
        mode_ = goes_ahead ? mode::data : mode::commands;
        is_in_reply_ = !is_last;
        if (goes_ahead) data_form_ = data_form::unknown;
        if (code == 235 || code >= 400) is_in_auth_ = false;
        if (is_in_reply_) return;
        awaits_credentials_ = code == 334;
        if (awaits_credentials_) is_in_auth_ = true;
        if (code == 220 && starts_tls_) {
            mode_ = mode::preamble;
            starts_tls_ = false;
        }
    }

    constexpr void read_data() noexcept {
        if (data_form_ == data_form::unknown) note_data_form(data_form::marked);
        is_in_reply_ = false;
        bool const ends = text() == "." && is_ended_ && !follows_bare_lf_;
        kind_ = ends ? transcript_line_kind::end_of_data : transcript_line_kind::data;
        if (ends) mode_ = mode::commands;
    }

    /// Takes the octets of the chunk that are in this line. A line ending that is left over after
    /// the chunk is that of the transcript.
    constexpr void read_chunk() noexcept {
        kind_ = transcript_line_kind::chunk;
        auto const size = text_last_ - text_first_;
        auto const part = chunk_.take(size, is_ended_ ? 2 : last_ - text_last_);
        if (!part.goes_on) {
            text_last_ = text_first_ + part.size;
            carried_last_ = text_last_;
            if (is_plain() && part.size != size) last_ = text_last_;
        }
        if (!chunk_.is_open()) mode_ = mode::commands;
    }

    std::string_view bytes_;
    std::size_t first_ = 0; // of the line
    std::size_t last_ = 0;
    std::size_t text_first_ = 0;
    std::size_t text_last_ = 0;
    std::size_t carried_last_ = 0; // where the octets of the message end
    std::size_t reply_column_ = 0; // of the text, in the last line of a reply
    chunk_counter chunk_;
    transcript_form form_;
    transcript_line_kind kind_ = transcript_line_kind::unplaced;
    smtp_verb verb_ = smtp_verb::other;
    transcript_line_facts facts_;
    mode mode_ = mode::preamble;
    data_form data_form_ = data_form::unknown;
    bool is_ended_ = false;           // whether the line has the line ending of the protocol
    bool follows_bare_lf_ = false;    // whether it follows a line of data without it
    bool is_in_reply_ = false;        // whether further lines of the reply should follow
    bool awaits_credentials_ = false; // after a 334
    bool is_in_auth_ = false;         // whether lines that are not commands may be credentials
    bool starts_tls_ = false;         // whether a 220 would be the answer to STARTTLS
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

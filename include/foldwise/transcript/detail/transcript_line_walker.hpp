#ifndef FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_LINE_WALKER_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_LINE_WALKER_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/smtp/bdat_command.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/detail/transcript_marks.hpp>
#include <foldwise/transcript/transcript_line.hpp>
#include <foldwise/transcript/transcript_notation.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::detail {

/// How a transcript is written: what has to be known before its first line can be read.
struct transcript_form {
    transcript_notation notation = transcript_notation::plain;
    bool has_crlf = false; ///< only CRLF ends a line of the protocol; else LF stands for it

    /// O(bytes).
    static constexpr transcript_form of(std::string_view bytes) noexcept {
        auto const found = scan::octet_pair<'\r', '\n'>(bytes, 0);
        return {find_notation(bytes), found != bytes.size()};
    }
};

/// What the line that a transcript_line_walker is at starts, or leaves open.
struct transcript_line_facts {
    bool starts_reply = false;  ///< the first line of a reply
    bool starts_data = false;   ///< the first line of a message after 354, or its end
    bool ends_reply = false;    ///< the last line of a reply
    bool cuts_message = false;  ///< a reply before the end of the data or of a chunk
    bool has_no_data = false;   ///< a reply directly after the 354: the data is not recorded
    bool has_bare_lf = false;   ///< ends with LF alone although others end with CRLF
    bool is_unmarked = false;   ///< data without a mark although others have one
    bool is_last_chunk = false; ///< BDAT with LAST
};

/// Iterates over the lines of a transcript and finds out what each is. That depends on the lines
/// before it: after a 354 come the data, after BDAT its octets, and after a 334 credentials. It
/// does not depend on which reply answers which command; exchange_walker finds that out.
///
///     preamble -> commands -+-> data (after 354) ---> commands
///        ^                  +-> chunk (after BDAT) -> commands
///        +--- STARTTLS -----+
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

    /// Whether the input ends while more octets of a message should follow.
    constexpr bool is_in_message() const noexcept {
        return mode_ == mode::data || mode_ == mode::chunk;
    }

  private:
    enum class mode : unsigned char { preamble, commands, data, chunk };
    enum class data_form : unsigned char { unknown, marked, unmarked };

    constexpr bool is_plain() const noexcept {
        return form_.notation == transcript_notation::plain;
    }

    /// Finds the end of the line. In plain data, and between commands, only the line ending of the
    /// protocol ends a line; a program that writes marks, or other lines, may end its own with LF.
    constexpr void cut() noexcept {
        bool const needs_crlf = form_.has_crlf && is_plain() && mode_ != mode::preamble;
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
            case mode::data: return read_data();
            case mode::chunk: return read_chunk();
            default: return read_plain();
            }
        }
        auto const mark = find_mark(text(), form_.notation);
        text_first_ += mark.size;
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

    // ---- With marks

    constexpr void read_client() noexcept {
        if (mode_ == mode::chunk) return read_chunk();
        if (mode_ == mode::data) {
            if (data_form_ == data_form::unknown) note_data_form(data_form::marked);
            // In a block without marks, a mark before "." is that of the end, and any other is
            // text.
            if (data_form_ == data_form::unmarked && text() != ".") return read_unmarked_data();
            return read_data();
        }
        if (!may_be_protocol()) return set_unplaced();
        if (awaits_credentials_) return read_credentials();
        read_command(smtp_command{trim(text(), wsp)}.verb());
    }

    constexpr void read_server() noexcept {
        if (mode_ == mode::data && data_form_ == data_form::unmarked) return read_unmarked_data();
        auto const blanks = scan::not_in(wsp, text(), 0);
        if (!may_be_protocol() || !is_reply_form(text().substr(blanks))) return set_unplaced();
        text_first_ += blanks;
        read_reply();
    }

    /// Whether the writers of this notation, who are people, leave out marks before data.
    constexpr bool may_leave_out_facts() const noexcept {
        return form_.notation == transcript_notation::client_server ||
               form_.notation == transcript_notation::sender_receiver;
    }

    /// Whether programs that write this notation leave out the marks before (further) reply lines.
    constexpr bool may_have_unmarked_replies() const noexcept {
        return form_.notation == transcript_notation::arrows ||
               form_.notation == transcript_notation::phpmailer;
    }

    constexpr void read_unmarked() noexcept {
        if (mode_ == mode::chunk && may_leave_out_facts()) {
            facts_.is_unmarked = true;
            return read_chunk();
        }
        if (mode_ == mode::data && may_leave_out_facts()) {
            if (data_form_ == data_form::unknown) note_data_form(data_form::unmarked);
            if (data_form_ == data_form::unmarked) return read_unmarked_data();
        }
        auto const line = text();
        auto const blanks = scan::not_in(wsp, line, 0);
        bool const is_reply = may_have_unmarked_replies() && mode_ != mode::data &&
                              may_be_protocol() && is_reply_form(line.substr(blanks));
        if (!is_reply) return set_unplaced();
        text_first_ += blanks;
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
        auto const verb = smtp_command{line}.verb();
        bool const is_known =
            verb != smtp_verb::other && (mode_ != mode::preamble || starts_conversation(line));
        if (is_known || is_answered(line)) return read_command(verb);
        set_unplaced();
    }

    /// Whether a line that may be a command is directly followed by a reply.
    constexpr bool is_answered(std::string_view line) const noexcept {
        bool const has_name = !line.empty() && alpha.contains(line.front());
        return has_name && is_ended_ &&
               is_reply_form(trim_end(bytes_.substr(last_, 4), char_class{"\r\n"}));
    }

    // ---- What a line is

    constexpr void set_unplaced() noexcept {
        auto const line = text();
        bool const is_blank = scan::not_in(wsp, line, 0) == line.size();
        kind_ = is_blank ? transcript_line_kind::remark : transcript_line_kind::unplaced;
    }

    constexpr void read_credentials() noexcept {
        kind_ = transcript_line_kind::credentials;
        awaits_credentials_ = false;
    }

    constexpr void read_command(smtp_verb verb) noexcept {
        auto const line = text();
        text_first_ += scan::not_in(wsp, line, 0);
        kind_ = transcript_line_kind::command;
        verb_ = verb;
        mode_ = mode::commands;
        is_in_reply_ = false;
        if (verb == smtp_verb::bdat) read_bdat();
        if (verb == smtp_verb::starttls) starts_tls_ = true;
    }

    constexpr void read_bdat() noexcept {
        auto const command = bdat_command::read(text());
        chunk_left_ = command ? command->chunk_size() : 0;
        facts_.is_last_chunk = command && command->is_last();
        if (chunk_left_ != 0) mode_ = mode::chunk;
    }

    constexpr void read_reply() noexcept {
        auto const line = text().substr(0, 4);
        auto const code = decimal_value(line.substr(0, 3));
        bool const is_last = !line.ends_with('-');
        kind_ = transcript_line_kind::reply;
        facts_.starts_reply = !is_in_reply_;
        facts_.ends_reply = is_last;
        facts_.cuts_message = is_in_message();
        facts_.has_no_data = mode_ == mode::data && data_form_ == data_form::unknown;
        is_in_reply_ = !is_last;
        mode_ = mode::commands;
        if (is_in_reply_) return;
        awaits_credentials_ = code == 334;
        if (code == 354) {
            mode_ = mode::data;
            data_form_ = data_form::unknown;
        } else if (code == 220 && starts_tls_) {
            mode_ = mode::preamble;
            starts_tls_ = false;
        }
    }

    constexpr void read_data() noexcept {
        if (data_form_ == data_form::unknown) note_data_form(data_form::marked);
        bool const ends = text() == "." && is_ended_;
        kind_ = ends ? transcript_line_kind::end_of_data : transcript_line_kind::data;
        if (ends) mode_ = mode::commands;
    }

    /// Takes the octets of the chunk that are in this line. A line ending counts two octets, as
    /// those of the protocol have. One that is left over after the chunk is that of the transcript.
    constexpr void read_chunk() noexcept {
        kind_ = transcript_line_kind::chunk;
        auto const size = text_last_ - text_first_;
        if (size < chunk_left_) {
            auto const all = size + (is_ended_ ? 2 : last_ - text_last_);
            chunk_left_ -= all < chunk_left_ ? all : chunk_left_;
        } else {
            text_last_ = text_first_ + static_cast<std::size_t>(chunk_left_);
            carried_last_ = text_last_;
            bool const is_whole_line = size == chunk_left_;
            if (is_plain() && !is_whole_line) last_ = text_last_;
            chunk_left_ = 0;
        }
        if (chunk_left_ == 0) mode_ = mode::commands;
    }

    std::string_view bytes_;
    std::size_t first_ = 0; // of the line
    std::size_t last_ = 0;
    std::size_t text_first_ = 0;
    std::size_t text_last_ = 0;
    std::size_t carried_last_ = 0; // where the octets of the message end
    std::uint64_t chunk_left_ = 0; // how many octets of the chunk follow
    transcript_form form_;
    transcript_line_kind kind_ = transcript_line_kind::unplaced;
    smtp_verb verb_ = smtp_verb::other;
    transcript_line_facts facts_;
    mode mode_ = mode::preamble;
    data_form data_form_ = data_form::unknown;
    bool is_ended_ = false;           // whether the line has the line ending of the protocol
    bool is_in_reply_ = false;        // whether further lines of the reply should follow
    bool awaits_credentials_ = false; // after a 334
    bool starts_tls_ = false;         // whether a 220 would be the answer to STARTTLS
};

} // namespace foldwise::detail

#endif

#ifndef FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_FORM_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_FORM_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/transcript/detail/command_form.hpp>
#include <foldwise/transcript/detail/transcript_marks.hpp>
#include <foldwise/transcript/transcript_notation.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether a line with such a mark shows which notation the transcript has.
constexpr bool is_marked_line(std::string_view line, transcript_mark const& mark,
                              std::size_t from) noexcept {
    auto const found = read_mark(line, from, mark);
    if (found.size == 0) return false;
    auto const text = trim(line.substr(found.size), wsp);
    if (found.side == transcript_side::client) return starts_conversation(text);
    return found.side == transcript_side::server && is_reply_form(text);
}

/// The notation of a transcript: that of the first line with a mark that is a reply, or a command
/// for which starts_conversation() is true; `plain` if such a command without a mark comes first.
/// (A reply without a mark decides nothing, since some programs mark commands only.) So marks in
/// the message that a plain transcript carries are text. O(bytes).
constexpr transcript_notation find_notation(std::string_view bytes) noexcept {
    for (auto const each : lines{bytes}) {
        auto const text = each.text();
        if (starts_conversation(text)) return transcript_notation::plain;
        auto const from = size_before_mark(text);
        if (from == text.size()) continue;
        for (auto const& mark : transcript_marks)
            if (is_marked_line(text, mark, from)) return mark.notation;
    }
    return transcript_notation::plain;
}

/// How a transcript is written: what has to be known before its first line can be read.
struct transcript_form {
    transcript_notation notation = transcript_notation::plain;
    bool has_crlf = false;        ///< only CRLF ends a line of the protocol; else LF stands for it
    bool marks_have_space = true; ///< a space after a mark belongs to it; else to the text
    bool marks_replies = true;    ///< replies have marks, too; Sendmail may leave them out

    /// O(bytes).
    static constexpr transcript_form of(std::string_view bytes) noexcept {
        auto const found = scan::octet_pair<'\r', '\n'>(bytes, 0);
        transcript_form form{find_notation(bytes), found != bytes.size()};
        if (form.notation != transcript_notation::plain) form.look_at_marks(bytes);
        return form;
    }

    /// Whether this text of the client is what the program shows in place of the message.
    constexpr bool stands_for_message(std::string_view text) const noexcept {
        return notation == transcript_notation::exim &&
               text.starts_with("writing message and terminating");
    }

    /// Whether only the first line of a reply has a mark.
    constexpr bool marks_first_line_only() const noexcept {
        return notation == transcript_notation::exim || notation == transcript_notation::phpmailer;
    }

  private:
    /// Finds out whether replies have marks, and whether the first client's line with a mark has a
    /// space after it.
    constexpr void look_at_marks(std::string_view bytes) noexcept {
        bool const may_lack_marks = notation == transcript_notation::arrows;
        bool is_decided = false;
        marks_replies = !may_lack_marks;
        for (auto const each : lines{bytes}) {
            auto const mark = find_mark(each.text(), notation);
            auto const text = each.text().substr(mark.size);
            if (mark.side == transcript_side::client && !is_decided && !text.empty()) {
                is_decided = true;
                marks_have_space = mark.has_space;
            }
            if (mark.side == transcript_side::server && is_reply_form(text)) marks_replies = true;
            if (is_decided && marks_replies) return;
        }
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
    bool is_answer = false;     ///< credentials after a 334, to which the server replies
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

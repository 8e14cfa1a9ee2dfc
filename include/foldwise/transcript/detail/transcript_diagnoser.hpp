#ifndef FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_DIAGNOSER_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_TRANSCRIPT_DIAGNOSER_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/mail_data/end_of_data_finder.hpp>
#include <foldwise/smtp/auth_command.hpp>
#include <foldwise/smtp/bdat_command.hpp>
#include <foldwise/smtp/helo_command.hpp>
#include <foldwise/smtp/help_command.hpp>
#include <foldwise/smtp/mail_command.hpp>
#include <foldwise/smtp/noop_command.hpp>
#include <foldwise/smtp/rcpt_command.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/smtp/vrfy_command.hpp>
#include <foldwise/smtp/xclient_command.hpp>
#include <foldwise/transcript/detail/exchange_walker.hpp>
#include <foldwise/transcript/detail/transcript_form.hpp>
#include <foldwise/transcript/detail/transcript_line_walker.hpp>
#include <foldwise/transcript/transcript_line.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reports what is wrong with the lines of a transcript, one after the other.
template <class Report>
class transcript_line_diagnoser {
  public:
    constexpr transcript_line_diagnoser(std::string_view bytes, transcript_form form,
                                        Report& report) noexcept
        : bytes_{bytes}, form_{form}, exchange_{bytes, form}, report_{report} {}

    constexpr void diagnose() {
        transcript_line_walker at{bytes_, form_};
        for (; !at.at_end(); at.advance()) {
            if (at.kind() == possible_command) move_to(at);
            see_placement(at);
            see_data(at);
            if (at.kind() == transcript_line_kind::reply) see_reply(at);
            if (is_command(at)) see_command(at.text());
        }
        if (!finder_.found()) finish_data();
        end_run(unplaced_);
        end_run(bare_);
    }

  private:
    using enum transcript_line_kind;

    /// Adds the line to a run of lines with the same problem.
    constexpr void extend(diagnostic& run, transcript_line_walker const& at) const {
        if (run.length == 0) run.offset = at.position();
        run.length = at.position() + at.current().raw().size() - run.offset;
    }
    constexpr void end_run(diagnostic& run) {
        if (run.length != 0) report_(run);
        run.length = 0;
    }

    constexpr void see_placement(transcript_line_walker const& at) {
        auto const kind = at.kind();
        bool const is_lost = kind == unplaced || (kind == possible_command && !is_command(at));
        bool const is_blank = kind == remark && at.text().empty();
        if (is_lost) extend(unplaced_, at);
        if (!is_lost && !is_blank) end_run(unplaced_);
        if (at.facts().has_bare_lf && kind != data && kind != chunk)
            extend(bare_, at);
        else
            end_run(bare_);
        if (at.facts().is_unmarked && !was_unmarked_)
            report_(diagnostic{diagnostic_code::transcript_mark_missing, at.position(),
                               at.current().raw().size()});
        was_unmarked_ = at.facts().is_unmarked;
    }

    // ---- Near misses of the end of data

    constexpr void see_data(transcript_line_walker const& at) {
        if (at.kind() == end_of_data) is_in_data_ = false;
        if (at.facts().cuts_message) finish_data();
        if (at.kind() != data) return;
        if (!is_in_data_ || at.facts().starts_data)
            finder_ = end_of_data_finder{form_.has_crlf ? line_ending::crlf : line_ending::lf};
        is_in_data_ = true;
        before_ = line_;
        line_ = {finder_.size(), offset_of(bytes_, at.text())};
        auto const end = at.position() + at.current().raw().size();
        finder_.feed(bytes_.substr(line_.at, end - line_.at), near_miss());
    }
    constexpr void finish_data() {
        if (is_in_data_) finder_.finish(near_miss());
        is_in_data_ = false;
    }

    constexpr auto near_miss() {
        return [this](diagnostic problem) {
            auto const end = place_of(problem.offset + problem.length);
            problem.offset = place_of(problem.offset);
            problem.length = end - problem.offset;
            report_(problem);
        };
    }

    /// Where in the transcript an octet of the data is. A near miss starts in the line before at
    /// the earliest.
    constexpr std::size_t place_of(std::size_t in_data) const noexcept {
        auto const& line = in_data >= line_.in_data ? line_ : before_;
        return line.at + (in_data - line.in_data);
    }

    // ---- Replies and commands

    constexpr void see_reply(transcript_line_walker const& at) {
        auto const line = *reply_line::read(at.text());
        pass(line, at.text());
        if (!at.facts().starts_reply && line.code() != code_)
            report_(
                diagnostic{diagnostic_code::reply_code_differs, offset_of(bytes_, at.text()), 3});
        code_ = line.code();
    }

    /// Moves exchange_ on to the line, or to what the client sends next.
    constexpr void move_to(transcript_line_walker const& at) noexcept {
        while (!exchange_.at_end() && exchange_.position() < at.position()) exchange_.advance();
    }
    /// Whether the line is a command. exchange_ has been moved to it if that is in doubt.
    constexpr bool is_command(transcript_line_walker const& at) const noexcept {
        if (at.kind() != possible_command) return at.kind() == command;
        return !exchange_.at_end() && exchange_.position() == at.position();
    }

    constexpr void see_command(std::string_view text) {
        using enum smtp_verb;
        smtp_command const line{text};
        switch (line.verb()) {
        case helo:
        case ehlo:
        case lhlo: return pass_result(helo_command::read(line), text);
        case mail: return pass_result(mail_command::read(line), text);
        case rcpt: return pass_result(rcpt_command::read(line), text);
        case bdat: return pass_result(bdat_command::read(line), text);
        case auth: return pass_result(auth_command::read(line), text);
        case xclient: return pass_result(xclient_command::read(line), text);
        case vrfy:
        case expn: return pass_result(vrfy_command::read(line), text);
        case help: return pass_result(help_command::read(line), text);
        case noop: return pass_result(noop_command::read(line), text);
        default: return pass(line, text);
        }
    }

    /// Passes on the problems of a line that starts at an offset. One type for all commands, so
    /// that what they have in common is compiled once.
    struct line_reporter {
        Report& report;
        std::size_t start;

        constexpr void operator()(diagnostic problem) const {
            problem.offset += start;
            report(problem);
        }
    };
    constexpr line_reporter reporter_of(std::string_view text) const noexcept {
        return {report_, offset_of(bytes_, text)};
    }

    template <class Result>
    constexpr void pass_result(Result const& read, std::string_view text) const {
        if (read)
            pass(*read, text);
        else
            reporter_of(text)(read.error());
    }

    /// Reports the problems of a value that starts with `text`.
    template <class Value>
    constexpr void pass(Value const& value, std::string_view text) const {
        value.diagnose(reporter_of(text));
    }

    struct data_line {
        std::size_t in_data = 0; // where it starts, in octets from the start of the data
        std::size_t at = 0;      // and in the transcript
    };

    std::string_view bytes_;
    transcript_form form_;
    exchange_walker exchange_;
    Report& report_;
    diagnostic unplaced_{diagnostic_code::transcript_line_unplaced, 0, 0}; // the run at hand
    diagnostic bare_{diagnostic_code::transcript_line_ending, 0, 0};
    end_of_data_finder finder_;
    data_line before_;
    data_line line_;
    int code_ = 0; // of the reply line before
    bool is_in_data_ = false;
    bool was_unmarked_ = false;
};

/// Reports messages that are not whole, and what is wrong with the order of commands and replies.
template <class Report>
constexpr void diagnose_exchanges(exchange_walker at, Report& report) {
    using enum diagnostic_code;
    auto doubtful = reply_window::nowhere; // the last window in doubt
    while (!at.at_end()) {
        auto const sent = at.sent();
        auto const& window = at.window();
        if (at.is_doubtful() && window.last != doubtful) {
            doubtful = window.last;
            if (window.first_reply != reply_window::nowhere)
                report(diagnostic{transcript_reply_doubtful, window.first_reply,
                                  window.replies_last - window.first_reply});
        }
        bool const is_silent = window.first_reply == reply_window::nowhere;
        if (!at.reply_start() && (!at.is_doubtful() || is_silent))
            report(
                diagnostic{transcript_reply_missing, sent.position(), sent.current().raw().size()});
        at.advance();
        if (at.has_passed_cut()) report(diagnostic{transcript_message_cut, at.position(), 0});
        if (at.unexpected_reply() != reply_window::nowhere)
            report(diagnostic{transcript_reply_unexpected, at.unexpected_reply(), 3});
    }
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

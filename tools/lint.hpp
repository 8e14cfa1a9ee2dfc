#ifndef FOLDWISE_TOOLS_LINT_HPP
#define FOLDWISE_TOOLS_LINT_HPP

#include "counted.hpp"
#include "decoded_text.hpp"
#include "entry_diagnostics.hpp"
#include "excerpt.hpp"
#include "input.hpp"
#include "lint_readings.hpp"
#include "lint_summary.hpp"
#include "options.hpp"
#include "output.hpp"
#include "paragraph.hpp"
#include "session.hpp"
#include "session_diagnostics.hpp"
#include "terminal.hpp"
#include "json/diagnostics.hpp"
#include "json/writer.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/inspect/ambiguity.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

/// Prints the problems of messages, or of a recorded SMTP session, that are at least as grave as
/// --severity says:
///
///     FILE:K: FIRST-LAST: severity [code] text (RFC)
///
/// FIRST is the first octet at fault, and LAST the one after the last; both count from the start of
/// FILE. Where something is missing, LAST is FIRST. In a pipe, a problem is a line; on a terminal,
/// the text is wrapped, and the octets are shown below it. With --json, a problem is an object;
/// with --summary, problems are only counted.
class lint {
  public:
    lint(options const& options, output& out, terminal const& terminal)
        : options_{options}, out_{out}, terminal_{terminal}, decoder_{options.fallback},
          excerpt_{terminal, options.ascii, indent},
          json_{out, options.ascii ? json_characters::ascii : json_characters::utf8},
          texts_(lint_summary::code_count) {}

    /// Prints or counts the problems of a message.
    void operator()(found const& found) {
        ++messages_;
        place_.clear();
        readings_ = 0;
        auto const before = problems_;
        auto const see = [&](foldwise::diagnostic const& problem, std::uint64_t offset) {
            if (problem.severity() < options_.severity)
                ++less_serious_;
            else
                add(found, problem, offset);
        };
        session_.reset();
        if (is_session(found.entry)) {
            session_.emplace(found.entry.raw(), decoder_.options());
            for (auto const& problem : session_->problems()) see(problem, problem.offset);
        } else {
            diagnose_entry(found.entry, decoder_.options(), see);
        }
        if (problems_ != before) ++messages_with_problems_;
    }

    std::uint64_t messages() const { return messages_; }

    /// Adds what another object has counted.
    void add(lint const& other) {
        summary_.add(other.summary_);
        messages_ += other.messages_;
        messages_with_problems_ += other.messages_with_problems_;
        problems_ += other.problems_;
        less_serious_ += other.less_serious_;
    }

    /// Prints the summary or the totals after all messages; returns whether there is a problem.
    bool finish() {
        if (options_.summary && options_.json)
            summary_.write(json_);
        else if (options_.summary)
            summary_.write(out_, terminal_);
        if (terminal_.width() != 0 && !options_.json && messages_ != 0) write_totals();
        return problems_ != 0;
    }

  private:
    static constexpr std::size_t indent = 4;
    static constexpr unsigned most_readings = 100; // in a message or session

    void add(found const& found, foldwise::diagnostic const& problem, std::uint64_t offset) {
        ++problems_;
        if (place_.empty()) set_place(found);
        if (options_.summary)
            summary_.add(problem.code, messages_, found, place_, out_.place());
        else if (options_.json)
            write_json(found, problem, offset);
        else if (terminal_.width() != 0)
            write_for_people(found, problem, offset);
        else
            write_line(problem, offset);
    }

    /// Sets the name of the message, with which it can be passed to the tool again.
    void set_place(found const& found) {
        bool const is_in_maildir = found.file != found.argument; // offsets count from its own file
        terminal_.append_name(place_,
                              is_in_maildir ? std::string{found.file} + ":1" : found.name());
    }

    /// "ambiguity [nul] a NUL byte; ... (RFC 5322 section 4)", made once for each code.
    std::string const& text_of(foldwise::diagnostic const& problem) {
        auto& text = texts_[static_cast<std::size_t>(problem.code)];
        if (text.empty()) text = to_string(problem);
        return text;
    }

    static void append_range(std::string& to, foldwise::diagnostic const& problem,
                             std::uint64_t offset) {
        to += std::to_string(offset);
        to += '-';
        to += std::to_string(offset + problem.length);
        to += ": ";
    }

    void write_line(foldwise::diagnostic const& problem, std::uint64_t offset) {
        auto& to = out_.buffer();
        to.append(place_).append(": ");
        append_range(to, problem, offset);
        to.append(text_of(problem)).append("\n");
        out_.flush_if_full();
    }

    void write_for_people(found const& found, foldwise::diagnostic const& problem,
                          std::uint64_t offset) {
        line_.clear();
        terminal_.style(line_, "1");
        std::string shown;
        auto used = terminal_.append(shown, place_) + 2;
        line_.append(place_).append(": ");
        terminal_.plain(line_);
        auto const size = line_.size();
        append_range(line_, problem, offset);
        used += line_.size() - size;
        auto const width = terminal_.width();
        std::string_view text = text_of(problem);
        auto const severity = foldwise::name_of(problem.severity());
        if (used + severity.size() + problem.name().size() + 3 > width) { // " [" and "]"
            line_.back() = '\n'; // in place of the blank after the range
            line_.append(indent, ' ');
            used = indent;
        }
        terminal_.style(line_, color_of(problem.severity()));
        line_ += severity;
        terminal_.plain(line_);
        text.remove_prefix(severity.size() + 1);
        line_ += ' ';
        append_paragraph(line_, terminal_, "", text, {width, used + severity.size() + 1, indent});
        auto const at = static_cast<std::size_t>(offset - found.entry.offset());
        if (!session_ || !session_->is_secret(at))
            excerpt_.append(line_, found.entry.raw(), at, problem.length);
        if (auto const place = ambiguity_of(found, problem, offset))
            append_readings(line_, terminal_, indent, place->place, place->start);
        out_.write(line_);
    }

    /// The readings of an ambiguity in the entry or the session. To find them takes time that is
    /// proportional to its size, so at most `most_readings` are found.
    foldwise::optional<ambiguity_in_file>
    ambiguity_of(found const& found, foldwise::diagnostic const& problem, std::uint64_t offset) {
        bool const is_ambiguous = problem.severity() == foldwise::severity::ambiguity;
        if (!is_ambiguous || readings_ == most_readings) return std::nullopt;
        auto const place = session_ ? session_->ambiguity_of(problem)
                                    : tool::ambiguity_of(found.entry, problem, offset);
        if (place) ++readings_;
        return place;
    }

    static std::string_view color_of(foldwise::severity severity) {
        constexpr std::string_view colors[] = {"36", "36", "33", "1;31", "1;35"};
        return colors[static_cast<std::size_t>(severity)];
    }

    void write_json(found const& found, foldwise::diagnostic const& problem, std::uint64_t offset) {
        json_.open('{').key("file").value(found.file).key("index").value_or_null(found.number);
        json_.key("entry_offset").value(found.entry.offset());
        write_diagnostic(json_, problem, offset);
        if (auto const place = ambiguity_of(found, problem, offset))
            write_readings(json_, place->place, place->start);
        json_.close('}').end_line();
    }

    /// "3 problems in 2 of 12 messages; 7 less serious (--severity note)"
    void write_totals() {
        auto text = problems_ == 0 ? std::string{"no problem"} : counted(problems_, "problem");
        text += " in ";
        if (problems_ != 0 && messages_ != 1)
            text.append(std::to_string(messages_with_problems_)).append(" of ");
        text += counted(messages_, "message");
        if (less_serious_ != 0)
            text.append("; ")
                .append(std::to_string(less_serious_))
                .append(" less serious (--severity note)");
        line_.clear();
        append_paragraph(line_, terminal_, "2", text, {terminal_.width(), 0, 0});
        out_.write(line_);
    }

    options const& options_;
    output& out_;
    terminal const& terminal_;
    text_decoder decoder_;
    excerpt excerpt_;
    json_writer json_;
    lint_summary summary_;
    std::vector<std::string> texts_; // by code
    std::string place_;              // name of the message at hand; empty until it has a problem
    std::string line_;
    std::optional<session_diagnostics> session_; // if a recorded session is at hand
    unsigned readings_ = 0;                      // that were found in the message at hand
    std::uint64_t messages_ = 0;
    std::uint64_t messages_with_problems_ = 0;
    std::uint64_t problems_ = 0;
    std::uint64_t less_serious_ = 0;
};

} // namespace tool

#endif

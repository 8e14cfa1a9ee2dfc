#ifndef FOLDWISE_TOOLS_SMTP_HPP
#define FOLDWISE_TOOLS_SMTP_HPP

#include "conversion.hpp"
#include "counted.hpp"
#include "input.hpp"
#include "ladder_drawing.hpp"
#include "not_mail.hpp"
#include "options.hpp"
#include "output.hpp"
#include "terminal.hpp"
#include "transcript_problems.hpp"
#include "wrap.hpp"

#include <foldwise/store/mapped_file.hpp>
#include <foldwise/transcript/transcript.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace tool {

/// Shows SMTP transcripts: the envelope of each transaction, and the conversation as a ladder. With
/// --message, writes the message of a transaction instead, for other programs. A transcript is read
/// as a whole.
class smtp {
  public:
    smtp(options const& options, output& out, terminal const& terminal)
        : options_{options}, out_{out}, terminal_{terminal} {}

    /// Shows one FILE or FILE:K; reports errors, and returns the exit status.
    status operator()(std::string_view argument) {
        auto const where = locate(argument);
        path_ = where.path;
        wanted_ = where.numbers;
        if (where.octet) return fail("transactions have numbers (FILE:K), no offsets");
        if (auto const what = wanted_ ? problem_of(*wanted_, "transaction") : ""; !what.empty())
            return fail(what);
        std::error_code error;
        if (std::filesystem::is_directory(path_, error)) return fail("a directory");
        if (std::filesystem::is_regular_file(path_, error) &&
            std::filesystem::file_size(path_, error) != 0) {
            auto const file = foldwise::mapped_file::open(path_, error);
            if (error) return fail(error.message());
            return read(file.bytes());
        }
        return read_stream();
    }

  private:
    static constexpr std::size_t label_width = 11; // "queued as  "
    static constexpr std::size_t most_problems = 20;

    status fail(std::string_view why, status result = status::failed) const {
        complain(path_ + ": " + std::string{why});
        return result;
    }

    status read_stream() {
        std::unique_ptr<std::FILE, int (*)(std::FILE*)> const opened{
            path_ == "-" ? nullptr : std::fopen(path_.c_str(), "rb"),
            [](std::FILE* file) { return file == nullptr ? 0 : std::fclose(file); }};
        auto* const file = path_ == "-" ? stdin : opened.get();
        if (file == nullptr) return fail(std::strerror(errno));
        std::string bytes;
        char buffer[1 << 16];
        while (auto const count = std::fread(buffer, 1, sizeof buffer, file))
            bytes.append(buffer, count);
        if (std::ferror(file) != 0) return fail("cannot be read");
        return read(bytes);
    }

    status read(std::string_view bytes) {
        if (auto const what = why_foreign(bytes, path_, options_)) return fail(*what);
        foldwise::transcript const session{bytes};
        if (!has_conversation(session)) return fail(why_not(bytes), status::nothing_matched);
        if (options_.message) return write_message(session);
        text_.clear();
        if (options_.files.size() > 1) {
            if (is_next_) text_ += '\n';
            terminal_.style(text_, "1");
            terminal_.append_name(text_, path_);
            terminal_.plain(text_);
            text_ += '\n';
        }
        is_next_ = true;
        std::uint64_t number = 0;
        for (auto const one : session)
            if (++number; is_wanted(number)) add_transaction(one, number);
        if (is_missing(number)) return no_transaction(number);
        if (number == 0) add_line("", "no transaction: the client named no sender");
        text_ += '\n';
        text_ += ladder_drawing{terminal_, options_.ascii}.draw(session);
        add_problems(session);
        out_.write(text_);
        return status::done;
    }

    bool is_wanted(std::uint64_t number) const { return !wanted_ || wanted_->contains(number); }

    /// Whether the wanted transactions are not among the `count` ones that there are.
    bool is_missing(std::uint64_t count) const {
        return wanted_ && (wanted_->first == 0 || wanted_->first > count);
    }

    static bool has_conversation(foldwise::transcript const& session) {
        for (auto const line : session.lines())
            if (line.side() != foldwise::transcript_side::none) return true;
        return false;
    }

    /// How many lines end in which way, if some end with CRLF and others with LF alone. In such
    /// bytes, LF alone ends no command and no reply.
    static std::optional<std::string> mixed_endings(std::string_view bytes) {
        std::size_t with_cr = 0;
        std::size_t all = 0;
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            if (bytes[at] != '\n') continue;
            ++all;
            if (at != 0 && bytes[at - 1] == '\r') ++with_cr;
        }
        if (with_cr == 0 || with_cr == all) return std::nullopt;
        return "its line endings are mixed: " + counted(with_cr, "line") + " with CRLF, " +
               std::to_string(all - with_cr) +
               " with LF alone, which ends no command and no reply where there is a CRLF";
    }

    /// Why there is no conversation in the bytes.
    std::string why_not(std::string_view bytes) const {
        if (auto const endings = mixed_endings(bytes))
            return *endings +
                   "; convert it first: " + conversion("tr -d '\\r' <FILE", path_, options_);
        return "no line of it is a command or a reply of SMTP; perhaps it is not a transcript";
    }

    status no_transaction(std::uint64_t count) const {
        return fail("no transaction" + numbers_text(*wanted_) + "; it has " + std::to_string(count),
                    status::nothing_matched);
    }

    // ---- The message

    status write_message(foldwise::transcript const& session) {
        std::uint64_t number = 0;
        std::optional<foldwise::carried_message> found;
        std::string choices; // the transactions with a message
        std::uint64_t messages = 0;
        for (auto const one : session) {
            ++number;
            if (!is_wanted(number) || !one.has_message()) continue;
            found = one.message();
            if (++messages > 10) continue;
            choices.append(choices.empty() ? "" : ", ").append(path_).append(":");
            choices += std::to_string(number);
        }
        if (is_missing(number)) return no_transaction(number);
        if (!found) return fail("no message in it", status::nothing_matched);
        if (messages > 1)
            return fail("it has " + std::to_string(messages) + " messages; choose one: " + choices +
                        (messages > 10 ? " ..." : ""));
        for (auto const piece : found->pieces()) out_.write(piece);
        if (!found->is_whole())
            complain(path_ + ": the end of the message is not in the transcript");
        return status::done;
    }

    // ---- The envelope

    /// Appends a line, cut to the terminal.
    void add_line(std::string_view style, std::string_view text) {
        if (!style.empty()) terminal_.style(text_, style);
        append(text, 0);
        if (!style.empty()) terminal_.plain(text_);
        text_ += '\n';
    }
    /// Appends text, cut to the terminal, after `used` columns; returns the columns that are used
    /// then.
    std::size_t append(std::string_view text, std::size_t used) {
        auto const width = terminal_.width();
        auto const all = static_cast<std::size_t>(-1);
        return used +
               terminal_.append(text_, text, width == 0 ? all : width - std::min(used, width));
    }

    void add_transaction(foldwise::transaction const& one, std::uint64_t number) {
        if (number > 1 && (!wanted_ || number > wanted_->first)) text_ += '\n';
        auto heading = std::to_string(number) + "  ";
        heading += one.client_name().empty() ? "(the client did not say who it is)"
                                             : std::string{one.client_name()};
        if (one.client_verb() != foldwise::smtp_verb::other)
            heading.append(" (").append(name_of(one.client_verb())).append(")");
        add_line("1", heading);
        widest_ = after_colon(one.mail_text()).size();
        for (auto const to : one.recipients())
            widest_ = std::max(widest_, after_colon(to.text()).size());
        auto const message = one.message();
        auto const size = size_of(message);
        widest_ = std::min(std::max(widest_, size.size()), std::size_t{40});
        if (one.has_mail())
            add("from", after_colon(one.mail_text()), one.mail_reply());
        else
            add_unknown_sender();
        bool const is_lmtp = one.client_verb() == foldwise::smtp_verb::lhlo;
        for (auto const to : one.recipients()) {
            add("to", after_colon(to.text()), to.reply());
            if (is_lmtp && to.is_accepted() && one.has_message()) add("", "", to.delivery());
        }
        if (one.has_message() && is_lmtp) {
            add_label("message");
            append(size, label_width + 3);
            text_ += '\n';
        } else if (one.has_message())
            add("message", size, one.final_reply());
        else if (one.data_reply())
            add("message", "none", one.data_reply());
        if (auto const id = one.queue_id()) {
            add_label("queued as");
            terminal_.style(text_, "1");
            append(*id, label_width + 3);
            terminal_.plain(text_);
            text_ += '\n';
        }
    }

    void add_unknown_sender() {
        add_label("from");
        terminal_.style(text_, "33");
        append("not known", label_width + 3);
        terminal_.plain(text_);
        text_ += '\n';
    }

    /// "<foe@sample.net> SIZE=10" for "MAIL FROM:<foe@sample.net> SIZE=10".
    static std::string_view after_colon(std::string_view command) {
        auto const colon = command.find(':');
        auto const text = command.substr(colon == command.npos ? 0 : colon + 1);
        return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
    }

    static std::string size_of(foldwise::carried_message const& message) {
        message_size size;
        for (auto const piece : message.pieces()) size.add(piece);
        return size.text() + (message.is_whole() ? "" : ", cut off");
    }

    void add_label(std::string_view label) {
        text_.append(3, ' ').append(label).append(label_width - label.size(), ' ');
    }

    /// Whether the terminal is so narrow that replies are on lines of their own.
    bool is_narrow() const { return terminal_.width() != 0 && terminal_.width() < 60; }

    /// Adds a line: what the client sent, and the reply to it.
    void add(std::string_view label, std::string_view text,
             foldwise::optional<foldwise::transcript_reply> const& reply) {
        auto const start = label_width + 3;
        add_label(label);
        std::size_t used = start;
        if (is_narrow()) {
            if (!text.empty()) {
                append(text, used);
                text_.append("\n").append(start, ' ');
            }
        } else if (terminal_.width() == 0) {
            used = append(text, used);
            auto const gap = start + widest_ + 2;
            auto const blanks = used < gap ? gap - used : 2;
            text_.append(blanks, ' ');
            used += blanks;
        } else {
            terminal_.append_column(text_, text, widest_);
            text_ += "  ";
            used += widest_ + 2;
        }
        if (!reply) {
            terminal_.style(text_, "33");
            append("no reply", used);
        } else if (!reply->code() || !reply->is_complete()) {
            terminal_.style(text_, "33");
            append("in doubt", used);
        } else {
            terminal_.style(text_, *reply->code() < 400 ? "32" : "31");
            append(reply->last().raw(), used);
        }
        terminal_.plain(text_);
        text_ += '\n';
    }

    // ---- Problems

    /// Lists the first problems of the transcript in the order of their lines.
    void add_problems(foldwise::transcript const& session) {
        auto problems = transcript_problems(session);
        if (problems.empty()) return;
        std::sort(problems.begin(), problems.end(),
                  [](auto const& left, auto const& right) { return left.offset < right.offset; });
        text_ += '\n';
        std::size_t line = 1;
        std::size_t at = 0;
        auto const bytes = session.raw();
        for (std::size_t i = 0; i < std::min(problems.size(), most_problems); ++i) {
            auto const& each = problems[i];
            for (; at < each.offset; ++at) line += bytes[at] == '\n' ? 1u : 0u;
            auto const text = "line " + std::to_string(line) + ": " + std::string{each.name()} +
                              ": " + std::string{each.text()};
            bool const is_grave = each.severity() > foldwise::severity::note;
            if (is_grave) terminal_.style(text_, "31");
            append_wrapped(text_, text, terminal_, terminal_.width());
            if (is_grave) terminal_.plain(text_);
        }
        auto const is_ending = [](foldwise::diagnostic const& each) {
            return each.code == foldwise::diagnostic_code::transcript_line_ending;
        };
        if (std::any_of(problems.begin(), problems.end(), is_ending))
            complain(path_ + ": " + mixed_endings(bytes).value_or(""));
        if (problems.size() > most_problems)
            add_line("", "and " + std::to_string(problems.size() - most_problems) + " more");
    }

    options const& options_;
    output& out_;
    terminal const& terminal_;
    std::string path_;
    std::optional<message_numbers> wanted_;
    std::size_t widest_ = 0; // columns of what the client sent
    bool is_next_ = false;
    std::string text_;
};

} // namespace tool

#endif

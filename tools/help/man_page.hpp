#ifndef FOLDWISE_TOOLS_HELP_MAN_PAGE_HPP
#define FOLDWISE_TOOLS_HELP_MAN_PAGE_HPP

#include "command_table.hpp"
#include "help_text.hpp"
#include "option_table.hpp"

#include <foldwise/config.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// When the texts of the manual were last changed. It is not the date of the build, so that builds
/// are reproducible.
inline constexpr std::string_view manual_date = "2026-11-30";

/// Writes the manual page foldwise(1), with the macros of man(7).
class man_page {
  public:
    /// The source of the page.
    std::string write() {
        text_.append(".TH FOLDWISE 1 ").append(manual_date);
        text_ += " \"foldwise " FOLDWISE_VERSION "\" \"User Commands\"\n";
        add_section("NAME");
        text_ += "foldwise \\- read mail in files\n";
        add_section("SYNOPSIS");
        text_ += ".B foldwise\n";
        add_line("[COMMAND] [OPTION]... FILE...");
        add_section("DESCRIPTION");
        add_words("Shows what is in mail files, to people on a terminal and to programs in a pipe. "
                  "Without COMMAND, ls is run.");
        text_ += ".PP\n";
        add_words(file_paragraph);
        add_section("COMMANDS");
        for (auto const& row : command_table) add_command(row);
        add_section("OPTIONS");
        for (auto const& row : option_table) add_option(row);
        add_section("EXAMPLES");
        for (auto const& row : command_table)
            for (auto const& each : row.examples)
                if (!each.line.empty()) add_example(each);
        add_section("EXIT STATUS");
        add_words(status_paragraph);
        add_section("ENVIRONMENT");
        text_ += ".TP\n.B NO_COLOR\nIf it is set and not empty, no colours are used without\n"
                 ".BR \\-\\-color .\n";
        text_ += ".TP\n.B TERM\nThe same for the value dumb.\n";
        add_section("SEE ALSO");
        text_ += ".BR mbox (5),\n.BR maildir (5)\n";
        return std::move(text_);
    }

  private:
    void add_section(std::string_view name) { text_.append(".SH ").append(name) += '\n'; }

    /// Adds text with one sentence per line. Nothing in it is read as a request or an escape
    /// sequence: a line that would start with a period starts with "\&", which has no width.
    void add_words(std::string_view text) {
        while (!text.empty()) {
            auto const end = std::min(text.find(". "), text.size() - 1) + 1;
            if (text.starts_with('.')) text_ += "\\&";
            for (char const octet : text.substr(0, end)) add_octet(octet);
            text_ += '\n';
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
    /// Adds words that stay in one line, such as the tag of a paragraph.
    void add_line(std::string_view text) {
        for (char const octet : text) add_octet(octet);
        text_ += '\n';
    }
    /// Adds words that stay in one line, and ends the style that was begun before them.
    void add_styled(std::string_view text) {
        for (char const octet : text) add_octet(octet);
        text_ += "\\fR\n";
    }
    void add_octet(char octet) {
        switch (octet) {
        case '\\': text_ += "\\e"; break;
        case '-': text_ += "\\-"; break;
        case '\'': text_ += "\\(aq"; break;
        case '`': text_ += "\\(ga"; break;
        case '~': text_ += "\\(ti"; break;
        case '^': text_ += "\\(ha"; break;
        case '"': text_ += "\\(dq"; break;
        default: text_ += octet;
        }
    }

    void add_command(command_row const& row) {
        bool is_first = true;
        for (auto rest = row.arguments; !rest.empty(); is_first = false) {
            auto const end = std::min(rest.find('\n'), rest.size());
            text_.append(is_first ? ".TP\n" : ".TQ\n").append("\\fB").append(row.name) += "\\fR ";
            add_line(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        auto brief = std::string{row.brief}.append(".");
        if (brief.front() >= 'a' && brief.front() <= 'z')
            brief.front() = static_cast<char>(brief.front() - 'a' + 'A');
        add_words(brief);
        add_words(row.text);
    }

    void add_option(option_row const& row) {
        text_ += ".TP\n\\fB";
        if (!row.letter.empty()) {
            for (char const octet : row.letter) add_octet(octet);
            text_ += "\\fR, \\fB";
        }
        for (char const octet : row.name) add_octet(octet);
        text_ += "\\fR";
        if (!row.value.empty() && !row.value.starts_with('[')) text_ += ' ';
        text_ += "\\fI";
        add_styled(row.value);
        auto const names = names_commands(row) ? std::string{} : commands_text(row.commands, ", ");
        add_words(std::string{names}.append(names.empty() ? "" : ": ").append(row.text));
    }

    void add_example(example_row const& row) {
        text_ += ".TP\n\\fB";
        auto const line_end = row.line.find('\n');
        add_styled(row.line.substr(0, line_end));
        if (line_end != row.line.npos) {
            text_ += ".TQ\n\\fB";
            add_styled(row.line.substr(line_end + 1));
        }
        add_words(row.what);
    }

    std::string text_;
};

} // namespace tool

#endif

// The command-line tool. This is its only translation unit; its headers are beside it.

#include "auth.hpp"
#include "command_line.hpp"
#include "extract.hpp"
#include "files_text.hpp"
#include "headers.hpp"
#include "help/completion.hpp"
#include "help/help_text.hpp"
#include "help/man_page.hpp"
#include "input.hpp"
#include "interruption.hpp"
#include "lint.hpp"
#include "lint_explanation.hpp"
#include "ls.hpp"
#include "options.hpp"
#include "output.hpp"
#include "piece.hpp"
#include "progress.hpp"
#include "raw.hpp"
#include "show.hpp"
#include "smtp.hpp"
#include "split.hpp"
#include "standard_input.hpp"
#include "stats.hpp"
#include "terminal.hpp"
#include "trace.hpp"
#include "tree.hpp"
#include "json/jmap.hpp"
#include "json/message.hpp"

#include <foldwise/config.hpp>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <new>
#include <string>
#include <utility>

#if !defined(_WIN32)
#include <unistd.h>
#endif

namespace tool {

// A function for each command: it prints the result, reports errors, and returns the exit status.

status print_help(options const& options, output& out) {
    auto const width = terminal_width();
    help_text text{width == 0 ? 80 : std::min<std::size_t>(width, 80)};
    switch (options.help) {
    case help_page::man: out.write(man_page{}.write()); break;
    case help_page::bash: out.write(bash_completion()); break;
    case help_page::zsh: out.write(zsh_completion()); break;
    case help_page::fish: out.write(fish_completion()); break;
    default: out.write(options.topic ? text.page(row_of(*options.topic)) : text.overview());
    }
    return status::done;
}

status count(options const& options, output& out, terminal const& terminal, progress& progress) {
    std::vector<std::uint64_t> counts;
    auto worst = status::done;
    for (auto const file : options.files) {
        std::uint64_t messages = 0;
        message_user const use = [&](found const&) { ++messages; };
        auto const result = reader{options, out, progress, file, use}.read();
        worst = worse(worst, result);
        if (result != status::done && messages == 0) continue;
        std::string line;
        if (options.files.size() != 1) {
            terminal.append_name(line, file);
            line += '\t';
        }
        out.write(line.append(std::to_string(messages)).append("\n"));
    }
    return worst;
}

/// Reports that there are no messages, unless only a part of the mailbox was requested. That is no
/// error.
status nothing_there(options const& options) {
    if (!options.range && !options.share) complain(files_text(options.files) + ": no messages");
    return status::done;
}

/// What --jobs needs to know about a command: that it is constructed of an output and `arguments`,
/// and when others may begin. `commands` receives all of them.
template <class Command, class... Arguments>
divisible_command divisible(std::deque<Command>& commands, std::function<bool()> is_ready,
                            options const& options, Arguments const&... arguments) {
    return {[&](output& out) -> message_user {
                auto& made = commands.emplace_back(options, out, arguments...);
                return [&made](found const& found) { made(found); };
            },
            std::move(is_ready)};
}

bool always() { return true; }

template <class Command>
std::uint64_t sum(std::deque<Command> const& commands, std::uint64_t (Command::*count)() const) {
    std::uint64_t total = 0;
    for (auto const& each : commands) total += (each.*count)();
    return total;
}

status list(options const& options, output& out, terminal const& terminal, progress& progress) {
    std::deque<ls> commands;
    // The width of a column of a table depends on the rows before.
    auto const is_ready = [&terminal] { return terminal.width() == 0; };
    auto const result =
        for_each_message(options, out, progress, divisible(commands, is_ready, options, terminal));
    return sum(commands, &ls::messages) == 0 && result == status::done ? nothing_there(options)
                                                                       : result;
}

status print_headers(options const& options, output& out, terminal const& terminal,
                     progress& progress) {
    std::deque<headers> commands;
    auto const are_named = [&commands] { return commands.front().messages() > 1; };
    auto const result =
        for_each_message(options, out, progress, divisible(commands, are_named, options, terminal));
    commands.front().finish();
    if (result != status::done || sum(commands, &headers::fields) != 0) return result;
    if (sum(commands, &headers::messages) == 0) return nothing_there(options);
    if (options.names.empty()) return result;
    complain(files_text(options.files) + ": no such field");
    return status::nothing_matched;
}

status print_trace(options const& options, output& out, terminal const& terminal,
                   progress& progress) {
    trace command{options, out, terminal};
    auto const result =
        for_each_message(options, out, progress, [&](found const& found) { command(found); });
    command.finish();
    if (result != status::done || command.has_hops()) return result;
    if (command.messages() == 0) return nothing_there(options);
    complain(files_text(options.files) + ": no Received field");
    return status::nothing_matched;
}

/// Whether the options about trust can be used; reports what is wrong with them.
bool is_usable(auth_trust const& trust) {
    if (trust.problem().empty()) return true;
    complain(trust.problem());
    return false;
}

status print_json(options const& options, output& out, progress& progress) {
    if (options.jmap) {
        std::deque<jmap_json> commands;
        return for_each_message(options, out, progress, divisible(commands, always, options));
    }
    auth_trust const trust{options};
    if (!is_usable(trust)) return status::failed;
    std::deque<message_json> commands;
    return for_each_message(options, out, progress, divisible(commands, always, options, trust));
}

status print_auth(options const& options, output& out, terminal const& terminal,
                  progress& progress) {
    auth_trust const trust{options};
    if (!is_usable(trust)) return status::failed;
    auth command{options, out, terminal, trust};
    auto const result =
        for_each_message(options, out, progress, [&](found const& found) { command(found); });
    command.finish();
    if (result != status::done || command.has_records()) return result;
    if (command.messages() == 0) return nothing_there(options);
    complain(files_text(options.files) +
             ": nothing is recorded about authentication, and nothing is signed");
    return status::nothing_matched;
}

status show_messages(options const& options, output& out, terminal const& terminal,
                     progress& progress) {
    std::deque<show> commands;
    auto const are_named = [&commands] { return commands.front().messages() > 1; };
    auto const result =
        for_each_message(options, out, progress, divisible(commands, are_named, options, terminal));
    commands.front().finish();
    return sum(commands, &show::messages) == 0 && result == status::done ? nothing_there(options)
                                                                         : result;
}

status print_raw(options const& options, output& out, terminal const& terminal,
                 progress& progress) {
    raw command{options, out, terminal};
    auto const result =
        for_each_message(options, out, progress, [&](found const& found) { command(found); });
    command.finish();
    return command.messages() == 0 && result == status::done ? nothing_there(options) : result;
}

status print_tree(options const& options, output& out, terminal const& terminal,
                  progress& progress) {
    tree command{options, out, terminal};
    auto const result =
        for_each_message(options, out, progress, [&](found const& found) { command(found); });
    command.finish();
    return command.messages() == 0 && result == status::done ? nothing_there(options) : result;
}

status print_stats(options const& options, output& out, terminal const& terminal,
                   progress& progress) {
    stats command{options, out, terminal};
    auto const result =
        for_each_message(options, out, progress, [&](found const& found) { command(found); });
    command.finish();
    return command.messages() == 0 && result == status::done ? nothing_there(options) : result;
}

status print_lint(options const& options, output& out, terminal const& terminal,
                  progress& progress) {
    std::deque<lint> commands;
    auto result =
        for_each_message(options, out, progress, divisible(commands, always, options, terminal));
    auto& first = commands.front();
    for (std::size_t i = 1; i < commands.size(); ++i) first.add(commands[i]);
    if (first.finish()) result = worse(result, status::problem_found);
    return first.messages() == 0 && result == status::done ? nothing_there(options) : result;
}

status explain(options const& options, output& out, terminal const& terminal) {
    lint_explanation command{options, out, terminal};
    auto worst = status::done;
    for (auto const code : options.explained) worst = worse(worst, command(code));
    return worst;
}

status show_sessions(options const& options, output& out, terminal const& terminal) {
    smtp command{options, out, terminal};
    auto worst = status::done;
    for (auto const file : options.files) worst = worse(worst, command(file));
    return worst;
}

status extract_parts(options const& options, output& out, terminal const& terminal,
                     progress& progress) {
    extract command{options, out, terminal};
    auto const result =
        for_each_message(options, out, progress, [&](found const& found) { command(found); });
    if (command.messages() == 0 && result == status::done)
        return worse(nothing_there(options), command.finish(result));
    return worse(result, command.finish(result));
}

/// Whether output has colours. NO_COLOR (https://no-color.org) and TERM=dumb, a terminal without
/// escape sequences, turn them off.
bool wants_color(color_choice choice) {
    if (choice != color_choice::automatic) return choice == color_choice::always;
    auto const* const no_color = std::getenv("NO_COLOR");
    auto const* const term = std::getenv("TERM");
    return is_terminal(stdout) && (no_color == nullptr || *no_color == '\0') &&
           (term == nullptr || std::string_view{term} != "dumb");
}

status run(options const& options) {
    standard_output out;
    if (options.command == command::help) return print_help(options, out);
    if (options.command == command::version) {
        out.write("foldwise " FOLDWISE_VERSION "\n");
        return status::done;
    }
    terminal const terminal{wants_color(options.color), options.ascii,
                            options.width != 0 ? options.width : terminal_width()};
    if (options.command == command::split) return split(options, out, terminal);
    if (!options.explained.empty()) return explain(options, out, terminal);
    progress progress{[&options] { return total_size(options); }};
    switch (options.command) {
    case command::headers: return print_headers(options, out, terminal, progress);
    case command::extract: return extract_parts(options, out, terminal, progress);
    case command::show: return show_messages(options, out, terminal, progress);
    case command::raw: return print_raw(options, out, terminal, progress);
    case command::tree: return print_tree(options, out, terminal, progress);
    case command::stats: return print_stats(options, out, terminal, progress);
    case command::trace: return print_trace(options, out, terminal, progress);
    case command::auth: return print_auth(options, out, terminal, progress);
    case command::smtp: return show_sessions(options, out, terminal);
    case command::lint: return print_lint(options, out, terminal, progress);
    case command::json: return print_json(options, out, progress);
    case command::count: return count(options, out, terminal, progress);
    default: return list(options, out, terminal, progress);
    }
}

/// Called if memory cannot be allocated: writes the output so far, and ends the program. Allocates
/// nothing itself; if writing the output does, and fails, this function is called again.
void end_without_memory() {
    // Another thread may be writing while a job is at work.
    if (piece::current() == nullptr) interruptible::make_way(interruption::end);
    constexpr char text[] = "foldwise: not enough memory\n";
    std::fwrite(text, 1, sizeof text - 1, stderr);
    std::_Exit(static_cast<int>(status::failed));
}

} // namespace tool

int main(int argc, char** argv) {
    std::set_new_handler(tool::end_without_memory);
#if !defined(_WIN32)
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error of writing
    // Raised if another program truncates a file while it is mapped.
    std::signal(SIGBUS, [](int) {
        constexpr char text[] = "foldwise: a file was cut short while it was read\n";
        [[maybe_unused]] auto const written = ::write(STDERR_FILENO, text, sizeof text - 1);
        ::_exit(static_cast<int>(tool::status::failed));
    });
#endif
    tool::command_line const line{argc, argv, tool::has_piped_input()};
    if (!line.problem().empty()) {
        tool::complain(line.problem());
        return static_cast<int>(tool::status::failed);
    }
    return static_cast<int>(tool::run(line.options()));
}

#ifndef FOLDWISE_TOOLS_HELP_OPTION_TABLE_HPP
#define FOLDWISE_TOOLS_HELP_OPTION_TABLE_HPP

#include "../options.hpp"
#include "command_table.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace tool {

/// The options of the command line. Each has a row in option_table.
enum class option_id : unsigned char {
    name,
    raw,
    trust,
    host,
    public_suffixes,
    text,
    jmap,
    property,
    severity,
    summary,
    json,
    explain,
    message,
    all,
    attachments,
    output,
    shards,
    recursive,
    range,
    shard,
    jobs,
    format,
    separator,
    fallback_charset,
    color,
    ascii,
    width,
    man,
    completion,
    help,
    version
};

/// A set of commands.
class command_set {
  public:
    constexpr command_set(std::initializer_list<tool::command> commands) {
        for (auto const each : commands) bits_ |= bit(each);
    }
    static constexpr command_set all_but(std::initializer_list<tool::command> commands) {
        command_set set{commands};
        set.bits_ = ~set.bits_;
        return set;
    }
    constexpr bool has(tool::command each) const { return (bits_ & bit(each)) != 0; }

  private:
    static constexpr std::uint32_t bit(tool::command each) {
        return std::uint32_t{1} << static_cast<unsigned>(each);
    }
    std::uint32_t bits_ = 0;
};

/// What the value of an option is, for completion.
enum class value_kind : unsigned char {
    none,      ///< the option has no value
    word,      ///< anything
    choice,    ///< one of option_row::choices
    file,      ///< the name of a file
    directory, ///< the name of a directory
};

/// An option, for reading the command line, and for the help, the man page and the completions.
struct option_row {
    option_id id;
    std::string_view name;        ///< "--output"
    std::string_view letter = {}; ///< "-o", another name for it
    std::string_view value = {};  ///< "DIR", "FIRST LAST"; "[=WHEN]" if it may be missing
    value_kind kind = value_kind::none;
    std::string_view choices = {}; ///< with spaces between them
    bool is_repeatable = false;
    command_set commands; ///< those that it goes with
    std::string_view text;
};

/// All options, in the order of the help: first those of single commands.
inline constexpr option_row option_table[] = {
    {.id = option_id::name,
     .name = "--name",
     .value = "NAME",
     .kind = value_kind::word,
     .is_repeatable = true,
     .commands = {command::headers},
     .text = "only fields with this name; may be repeated"},
    {.id = option_id::raw,
     .name = "--raw",
     .commands = {command::headers},
     .text = "unchanged, neither unfolded nor decoded"},
    {.id = option_id::trust,
     .name = "--trust",
     .value = "ID",
     .kind = value_kind::word,
     .is_repeatable = true,
     .commands = {command::auth, command::json},
     .text = "trust what the server ID recorded, which is yours; may be repeated (default: nothing "
             "is trusted)"},
    {.id = option_id::host,
     .name = "--host",
     .value = "NAME",
     .kind = value_kind::word,
     .is_repeatable = true,
     .commands = {command::auth, command::json},
     .text = "trust nothing below the Received field of a host that is not NAME; may be repeated"},
    {.id = option_id::public_suffixes,
     .name = "--public-suffixes",
     .value = "F",
     .kind = value_kind::file,
     .commands = {command::auth, command::json},
     .text = "the file F says which domains belong together (default: the system's list, if any); "
             "none: no file, so only identical domains align"},
    {.id = option_id::text,
     .name = "--text",
     .commands = {command::json},
     .text = "with the text of the body, as show prints it"},
    {.id = option_id::jmap,
     .name = "--jmap",
     .commands = {command::json},
     .text = "Email objects of JMAP (RFC 8621); with --text, with bodyValues"},
    {.id = option_id::property,
     .name = "--property",
     .value = "P",
     .kind = value_kind::word,
     .is_repeatable = true,
     .commands = {command::json},
     .text = "with --jmap: also the property P, such as header:List-Post:asURLs or "
             "header:Received:all; may be repeated"},
    {.id = option_id::severity,
     .name = "--severity",
     .value = "LEVEL",
     .kind = value_kind::choice,
     .choices = "note obsolete violation ambiguity limit",
     .commands = {command::lint},
     .text = "only problems at least as grave as LEVEL: note, obsolete, violation (default), "
             "ambiguity or limit"},
    {.id = option_id::summary,
     .name = "--summary",
     .commands = {command::lint},
     .text = "counts by code, with the first message of each"},
    {.id = option_id::json,
     .name = "--json",
     .commands = {command::lint, command::stats},
     .text = "lint: one JSON object per problem, one per line; stats: one JSON object"},
    {.id = option_id::explain,
     .name = "--explain",
     .value = "CODE",
     .kind = value_kind::word,
     .is_repeatable = true,
     .commands = {command::lint},
     .text = "what a code means; may be repeated"},
    {.id = option_id::message,
     .name = "--message",
     .commands = {command::smtp},
     .text = "write the message of the transaction FILE:K"},
    {.id = option_id::all,
     .name = "--all",
     .commands = {command::extract},
     .text = "all parts that contain no other parts, and attached messages"},
    {.id = option_id::attachments,
     .name = "--attachments",
     .commands = {command::extract},
     .text = "the parts that show lists as attachments"},
    {.id = option_id::output,
     .name = "--output",
     .letter = "-o",
     .value = "DIR",
     .kind = value_kind::directory,
     .commands = {command::extract},
     .text = "save into DIR, under safe names that are not in use yet"},
    {.id = option_id::shards,
     .name = "--shards",
     .value = "N",
     .kind = value_kind::word,
     .commands = {command::split},
     .text = "the number of ranges"},
    {.id = option_id::man, .name = "--man", .commands = {command::help}, .text = "the man page"},
    {.id = option_id::completion,
     .name = "--completion",
     .value = "SHELL",
     .kind = value_kind::choice,
     .choices = "bash zsh fish",
     .commands = {command::help},
     .text = "a script for bash, zsh or fish that completes commands and options"},
    {.id = option_id::recursive,
     .name = "--recursive",
     .commands = command_set::all_but({command::smtp, command::split, command::help}),
     .text = "the folders in a folder, too"},
    {.id = option_id::range,
     .name = "--range",
     .value = "FIRST LAST",
     .kind = value_kind::word,
     .commands = command_set::all_but({command::smtp, command::split, command::help}),
     .text = "only messages that start at offsets FIRST to LAST - 1"},
    {.id = option_id::shard,
     .name = "--shard",
     .value = "K/N",
     .kind = value_kind::word,
     .commands = command_set::all_but({command::smtp, command::split, command::help}),
     .text = "only the K-th of N shares of each file"},
    {.id = option_id::jobs,
     .name = "--jobs",
     .letter = "-j",
     .value = "N",
     .kind = value_kind::word,
     .commands = {command::ls, command::headers, command::show, command::lint, command::json},
     .text = "read with N threads, for the same output in less time (default: 1)"},
    {.id = option_id::format,
     .name = "--format",
     .value = "F",
     .kind = value_kind::choice,
     .choices = "mboxrd mboxo mboxcl mboxcl2",
     .commands = command_set::all_but({command::help}),
     .text = "how the bodies of an mbox are quoted: mboxrd (default), mboxo, mboxcl or mboxcl2"},
    {.id = option_id::separator,
     .name = "--separator",
     .value = "S",
     .kind = value_kind::choice,
     .choices = "likely after-empty-line any dated",
     .commands = command_set::all_but({command::help}),
     .text = "which lines `From ' start a message of an mbox: likely (default), after-empty-line, "
             "any or dated"},
    {.id = option_id::fallback_charset,
     .name = "--fallback-charset",
     .value = "C",
     .kind = value_kind::word,
     .commands = command_set::all_but({command::help}),
     .text = "the character set of text that declares none and is not UTF-8 (default: "
             "windows-1252)"},
    {.id = option_id::color,
     .name = "--color",
     .value = "[=WHEN]",
     .kind = value_kind::choice,
     .choices = "always never auto",
     .commands = command_set::all_but({command::help}),
     .text = "always, never or auto (default: only on a terminal, and not if NO_COLOR is set)"},
    {.id = option_id::ascii,
     .name = "--ascii",
     .commands = command_set::all_but({command::help}),
     .text = "print nothing but ASCII"},
    {.id = option_id::width,
     .name = "--width",
     .value = "N",
     .kind = value_kind::word,
     .commands = command_set::all_but({command::help}),
     .text = "print for people, in N columns, into a pipe too (default: the terminal's width)"},
    {.id = option_id::help,
     .name = "--help",
     .letter = "-h",
     .commands = command_set::all_but({}),
     .text = "this help, or that of the command"},
    {.id = option_id::version,
     .name = "--version",
     .commands = command_set::all_but({}),
     .text = "the version"},
};

/// The names of at most three commands: "a, b and c"; empty if there are more. `last` comes before
/// the last one.
inline std::string commands_text(command_set const& commands, std::string_view last = " and ") {
    std::string text;
    std::string_view before;
    std::size_t count = 0;
    for (auto const& row : command_table) {
        if (!commands.has(row.id)) continue;
        if (++count > 3) return {};
        text.append(text.empty() ? "" : ", ").append(before);
        before = row.name;
    }
    return text.append(text.empty() ? "" : last).append(before);
}

/// What an option does with one of its commands: for "stats", of a text such as "lint: one object
/// per problem; stats: one object", only "one object"; of a text without names of commands,
/// everything.
constexpr std::string_view text_for(option_row const& row, std::string_view command) {
    for (auto rest = row.text; !rest.empty();) {
        auto const clause = rest.substr(0, rest.find("; "));
        auto const after_name = clause.substr(clause.starts_with(command) ? command.size() : 0);
        if (after_name.starts_with(": ")) return after_name.substr(2);
        rest.remove_prefix(clause.size() == rest.size() ? rest.size() : clause.size() + 2);
    }
    return row.text;
}

/// Whether the text of an option itself names commands, such as "lint: ...; stats: ...".
constexpr bool names_commands(option_row const& row) {
    for (auto const& command : command_table)
        if (row.commands.has(command.id) && text_for(row, command.name) != row.text) return true;
    return false;
}

/// The row of the option with this name, such as "--output" or "-o", or a null pointer.
constexpr option_row const* find_option(std::string_view name) {
    for (auto const& row : option_table)
        if (row.name == name || (!row.letter.empty() && row.letter == name)) return &row;
    return nullptr;
}

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_HELP_COMPLETION_HPP
#define FOLDWISE_TOOLS_HELP_COMPLETION_HPP

#include "command_table.hpp"
#include "option_table.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace tool {

// Scripts with which shells complete the commands, the options and their values.

/// `text` in single quotes, as shells read it.
inline std::string in_quotes(std::string_view text) {
    std::string quoted = "'";
    for (char const octet : text) {
        if (octet == '\'')
            quoted += "'\\''";
        else
            quoted += octet;
    }
    return quoted += '\'';
}

/// The names of all commands, with spaces between them.
inline std::string command_names() {
    std::string names;
    for (auto const& row : command_table) names.append(names.empty() ? "" : " ").append(row.name);
    return names;
}

/// The script for bash 4 or later. It does not need the package bash-completion. Where it finds
/// nothing, bash completes the names of files.
inline std::string bash_completion() {
    std::string text =
        R"(# Completion of foldwise for bash, printed by: foldwise help --completion bash

_foldwise() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command='' word options=''
    if [[ $current == '=' ]]; then
        current=''
    elif [[ $previous == '=' ]] && ((COMP_CWORD > 1)); then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    elif [[ $previous == --color ]]; then
        previous=''
    fi
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
)";
    auto const all = command_names();
    auto alternatives = all;
    for (auto at = alternatives.find(' '); at != alternatives.npos; at = alternatives.find(' ', at))
        alternatives[at] = '|';
    text.append("        ").append(alternatives).append(") command=$word; break ;;\n");
    text += "        esac\n    done\n    case $previous in\n";
    for (auto const& row : option_table) {
        if (row.kind == value_kind::none) continue;
        std::string label{row.letter};
        label.append(label.empty() ? "" : "|").append(row.name);
        text.append("    ").append(label).append(") ");
        if (row.kind == value_kind::choice)
            text.append("mapfile -t COMPREPLY < <(compgen -W ")
                .append(in_quotes(row.choices))
                .append(" -- \"$current\")\n        ");
        else if (row.kind == value_kind::directory)
            text += "compopt -o filenames 2>/dev/null\n"
                    "        mapfile -t COMPREPLY < <(compgen -d -- \"$current\")\n        ";
        text += "return ;;\n";
    }
    text += "    esac\n    case ${command:-ls} in\n";
    for (auto const& command : command_table) {
        text.append("    ").append(command.name).append(") options='");
        bool is_first = true;
        for (auto const& row : option_table) {
            if (!row.commands.has(command.id)) continue;
            text.append(is_first ? "" : " ").append(row.name);
            is_first = false;
        }
        text += "' ;;\n";
    }
    text += "    esac\n"
            "    if [[ $current == -* ]]; then\n"
            "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\")\n"
            "    elif [[ -z $command || $command == help ]]; then\n"
            "        mapfile -t COMPREPLY < <(compgen -W ";
    text.append(in_quotes(all));
    return text.append(" -- \"$current\")\n    fi\n}\n\n"
                       "complete -o default -o bashdefault -F _foldwise foldwise\n");
}

/// The script for zsh: a function that compinit finds.
inline std::string zsh_completion() {
    // Text of a specification of _arguments: brackets and colons have a meaning there.
    auto const plain = [](std::string_view words) {
        std::string escaped;
        for (char const octet : words) {
            if (octet == '[' || octet == ']' || octet == ':' || octet == '\\') escaped += '\\';
            escaped += octet;
        }
        return escaped;
    };
    auto const value = [](option_row const& row) {
        switch (row.kind) {
        case value_kind::choice: return std::string{"("}.append(row.choices).append(")");
        case value_kind::file: return std::string{"_files"};
        case value_kind::directory: return std::string{"_files -/"};
        default: return std::string{" "};
        }
    };
    std::string text =
        "#compdef foldwise\n"
        "# Completion of foldwise for zsh, printed by: foldwise help --completion zsh\n\n"
        "local -a commands options\nlocal command=ls word is_named=\n\ncommands=(\n";
    for (auto const& row : command_table)
        text.append("    ")
            .append(in_quotes(std::string{row.name} + ':' + plain(row.brief)))
            .append("\n");
    text += ")\n\nfor word in ${words[2,CURRENT-1]}; do\n"
            "    if [[ -n ${commands[(r)$word:*]} ]]; then\n"
            "        command=$word\n        is_named=yes\n        break\n    fi\ndone\n\n"
            "case $command in\n";
    for (auto const& command : command_table) {
        text.append(command.name).append(")\n    options=(\n");
        for (auto const& row : option_table) {
            if (!row.commands.has(command.id)) continue;
            bool const has_value = row.kind != value_kind::none;
            bool const is_optional = row.value.starts_with('[');
            for (auto const name : {row.letter, row.name}) {
                if (name.empty()) continue;
                std::string spec{row.is_repeatable ? "*" : ""};
                spec.append(name);
                if (has_value && name == row.name) spec += is_optional ? "=-" : "=";
                spec.append("[").append(plain(text_for(row, command.name))).append("]");
                for (auto rest = row.value; has_value && !rest.empty();) {
                    auto const word = rest.substr(0, rest.find(' '));
                    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
                    spec.append(is_optional ? "::" : ":").append(plain(word)).append(":");
                    spec.append(value(row));
                }
                text.append("        ").append(in_quotes(spec)).append("\n");
            }
        }
        text += "    ) ;;\n";
    }
    return text += "esac\n\n"
                   "if [[ -z $is_named && $words[CURRENT] != -* ]]; then\n"
                   "    _describe -t commands command commands\n    _files\n"
                   "elif [[ $command == help ]]; then\n"
                   "    _arguments -S $options '1: :(help)' '2:command:(" +
                   command_names() +
                   ")'\n"
                   "else\n    _arguments -S $options '*:file:_files'\nfi\n";
}

/// The script for fish.
inline std::string fish_completion() {
    std::string text =
        "# Completion of foldwise for fish, printed by: foldwise help --completion fish\n\n";
    auto const all = command_names();
    for (auto const& row : command_table)
        text.append("complete -c foldwise -n '__fish_use_subcommand' -a ")
            .append(row.name)
            .append(" -d ")
            .append(in_quotes(row.brief))
            .append("\n");
    text.append("complete -c foldwise -n '__fish_seen_subcommand_from help' -f -a ")
        .append(in_quotes(all))
        .append("\n");
    // What an option does with these commands. Without the name of a command, ls is run.
    auto const add_option = [&text](option_row const& row, command_set const& commands,
                                    std::string_view what) {
        bool const is_for_ls = commands.has(tool::command::ls);
        std::string names; // of these commands, or of the others
        for (auto const& command : command_table)
            if (commands.has(command.id) != is_for_ls) names.append(" ").append(command.name);
        text += "complete -c foldwise";
        if (!names.empty())
            text.append(is_for_ls ? " -n 'not " : " -n '")
                .append("__fish_seen_subcommand_from")
                .append(names)
                .append("'");
        if (!row.letter.empty()) text.append(" -s ").append(row.letter.substr(1));
        text.append(" -l ").append(row.name.substr(2));
        bool const is_required = !row.value.starts_with('[');
        if (row.kind == value_kind::choice)
            text.append(is_required ? " -x -a " : " -f -a ").append(in_quotes(row.choices));
        else if (row.kind == value_kind::directory)
            text += " -x -a '(__fish_complete_directories)'";
        else if (row.kind == value_kind::file)
            text += " -r -F";
        else if (row.kind == value_kind::word)
            text += " -x";
        text.append(" -d ").append(in_quotes(what)).append("\n");
    };
    for (auto const& row : option_table) {
        if (!names_commands(row)) add_option(row, row.commands, row.text);
        for (auto const& command : command_table)
            if (names_commands(row) && row.commands.has(command.id))
                add_option(row, {command.id}, text_for(row, command.name));
    }
    return text;
}

} // namespace tool

#endif

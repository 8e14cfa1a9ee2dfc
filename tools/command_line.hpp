#ifndef FOLDWISE_TOOLS_COMMAND_LINE_HPP
#define FOLDWISE_TOOLS_COMMAND_LINE_HPP

#include "options.hpp"

#include <foldwise/base/decimal.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_cjk.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Reads the command line. If it is wrong, `problem()` describes the error in one line.
class command_line {
  public:
    command_line(int argc, char** argv) : arguments_(argv + (argc > 0 ? 1 : 0), argv + argc) {
        while (problem_.empty() && next_ < arguments_.size()) read_argument();
        if (problem_.empty()) check();
    }

    tool::options const& options() const { return options_; }
    std::string const& problem() const { return problem_; }

  private:
    template <class T>
    struct word {
        std::string_view name;
        T value;
    };

    /// Reads the command, which may be the first word that is not an option. Returns false if
    /// `argument` is not a command.
    bool read_command(std::string_view argument) {
        constexpr word<tool::command> commands[] = {
            {"ls", command::ls},       {"headers", command::headers}, {"show", command::show},
            {"tree", command::tree},   {"extract", command::extract}, {"trace", command::trace},
            {"auth", command::auth},   {"json", command::json},       {"count", command::count},
            {"split", command::split}, {"smtp", command::smtp},       {"lint", command::lint},
            {"help", command::help},   {"raw", command::raw},
        };
        if (std::exchange(command_is_over_, true)) return false;
        for (auto const& [name, value] : commands) {
            if (argument != name) continue;
            if (options_.command == command::ls) options_.command = value; // --help stays
            return true;
        }
        return false;
    }

    void read_argument() {
        auto const argument = arguments_[next_++];
        bool const is_stdin = argument == "-" || argument.starts_with("-:");
        if (only_files_ || is_stdin || !argument.starts_with('-')) {
            if (only_files_ || !read_command(argument)) options_.files.push_back(argument);
            return;
        }
        auto const equals = argument.find('=');
        option_ = argument.substr(0, equals);
        attached_ =
            equals == argument.npos ? std::nullopt : std::optional{argument.substr(equals + 1)};
        read_option();
        if (problem_.empty() && attached_) problem_ = std::string{option_} + " takes no value";
    }

    void read_option() {
        if (option_ == "--")
            only_files_ = true;
        else if (option_ == "--help" || option_ == "-h")
            options_.command = command::help;
        else if (option_ == "--version")
            options_.command = command::version;
        else if (option_ == "--ascii")
            options_.ascii = true;
        else if (option_ == "--fallback-charset")
            read_fallback();
        else if (option_ == "--raw")
            options_.raw = true, used_by_headers_ = option_;
        else if (option_ == "--name")
            read_name();
        else if (option_ == "--trust")
            read_words(options_.trusted, "an authserv-id");
        else if (option_ == "--host")
            read_words(options_.hosts, "the name of a host");
        else if (option_ == "--public-suffixes")
            read_suffixes();
        else if (option_ == "--all")
            options_.parts = extracted_parts::all, used_by_extract_ = option_;
        else if (option_ == "--attachments")
            options_.parts = extracted_parts::attachments, used_by_extract_ = option_;
        else if (option_ == "--text")
            options_.text = true;
        else if (option_ == "--message")
            options_.message = true;
        else if (option_ == "--json")
            options_.json = true, used_by_lint_ = option_;
        else if (option_ == "--summary")
            options_.summary = true, used_by_lint_ = option_;
        else if (option_ == "--severity")
            read_severity();
        else if (option_ == "--explain")
            used_by_lint_ = option_, options_.explained.push_back(value());
        else if (option_ == "--output" || option_ == "-o")
            read_directory();
        else if (option_ == "--shards")
            options_.shards = positive(value());
        else if (option_ == "--range")
            read_range();
        else if (option_ == "--shard")
            read_share();
        else if (option_ == "--color")
            options_.color = attached_ ? one_of<color_choice>({{"auto", color_choice::automatic},
                                                               {"always", color_choice::always},
                                                               {"never", color_choice::never}})
                                       : color_choice::always;
        else if (option_ == "--format")
            options_.mbox.format =
                one_of<foldwise::mbox_format>({{"mboxrd", foldwise::mbox_format::mboxrd},
                                               {"mboxo", foldwise::mbox_format::mboxo},
                                               {"mboxcl", foldwise::mbox_format::mboxcl},
                                               {"mboxcl2", foldwise::mbox_format::mboxcl2}});
        else if (option_ == "--separator")
            options_.mbox.separator = one_of<foldwise::mbox_separator>(
                {{"likely", foldwise::mbox_separator::likely},
                 {"after-empty-line", foldwise::mbox_separator::after_empty_line},
                 {"any", foldwise::mbox_separator::any},
                 {"dated", foldwise::mbox_separator::dated}});
        else
            problem_ = "unknown option " + std::string{option_} + " (see foldwise --help)";
    }

    /// The value of the option: the text after "=", or the next argument.
    std::string_view value() {
        if (attached_) {
            auto const text = *attached_;
            attached_.reset();
            return text;
        }
        if (next_ < arguments_.size()) return arguments_[next_++];
        if (problem_.empty())
            problem_ = std::string{option_} + " needs a value (see foldwise --help)";
        return {};
    }

    void bad_value(std::string_view text, std::string_view wanted) {
        if (!problem_.empty()) return;
        problem_.append(option_).append(": '").append(text).append("' is not ").append(wanted);
    }

    template <class T>
    T one_of(std::initializer_list<word<T>> words) {
        auto const text = value();
        std::string wanted;
        for (auto const& candidate : words) {
            if (candidate.name == text) return candidate.value;
            wanted.append(wanted.empty() ? "one of " : ", ").append(candidate.name);
        }
        bad_value(text, wanted);
        return words.begin()->value;
    }

    std::uint64_t positive(std::string_view text) {
        auto const found = foldwise::read_decimal(text);
        if (!found || *found == 0) bad_value(text, "a number above 0");
        return found.value_or(0);
    }

    void read_fallback() {
        auto const label = value();
        auto const found = foldwise::find_charset(label);
        foldwise::cjk_converter converter;
        if (found && (foldwise::is_built_in(*found) || converter.start(*found)))
            options_.fallback = *found;
        else
            bad_value(label, "a character set that foldwise can read");
    }

    /// Reads a name, with or without a colon after it.
    void read_name() {
        used_by_headers_ = option_;
        auto const text = value();
        auto const name = text.substr(0, text.size() - (text.ends_with(':') ? 1 : 0));
        if (name.empty()) bad_value(text, "the name of a field");
        options_.names.push_back(name);
    }

    void read_words(std::vector<std::string_view>& to, std::string_view wanted) {
        used_by_auth_ = option_;
        to.push_back(value());
        if (to.back().empty()) bad_value(to.back(), wanted);
    }

    void read_severity() {
        using enum foldwise::severity;
        used_by_lint_ = option_;
        options_.severity = one_of<foldwise::severity>({{name_of(note), note},
                                                        {name_of(obsolete), obsolete},
                                                        {name_of(violation), violation},
                                                        {name_of(ambiguity), ambiguity},
                                                        {name_of(limit), limit}});
    }

    void read_suffixes() {
        used_by_auth_ = option_;
        options_.suffixes = value();
        if (options_.suffixes->empty()) bad_value(*options_.suffixes, "a file, or none");
    }

    void read_directory() {
        used_by_extract_ = option_;
        options_.directory = value();
        if (options_.directory.empty()) bad_value(options_.directory, "a directory");
    }

    void read_range() {
        std::uint64_t ends[2] = {};
        for (auto& end : ends) {
            auto const text = value();
            auto const found = foldwise::read_decimal(text);
            if (!found) bad_value(text, "a number of octets (--range FIRST LAST)");
            end = found.value_or(0);
        }
        if (ends[0] > ends[1] && problem_.empty()) problem_ = "--range: FIRST is greater than LAST";
        options_.range = {ends[0], ends[1]};
    }

    void read_share() {
        auto const text = value();
        auto const slash = text.find('/');
        auto const k = foldwise::read_decimal(text.substr(0, slash));
        auto const n =
            slash == text.npos ? std::nullopt : foldwise::read_decimal(text.substr(slash + 1));
        if (!k || !n || *k == 0 || *k > *n)
            bad_value(text, "K/N with K from 1 to N");
        else
            options_.share = {*k, *n};
    }

    void check() {
        auto const command = options_.command;
        if (command == command::help || command == command::version) return;
        if (!used_by_headers_.empty() && command != command::headers)
            problem_ = std::string{used_by_headers_} + " goes with the command headers only";
        else if (!used_by_extract_.empty() && command != command::extract)
            problem_ = std::string{used_by_extract_} + " goes with the command extract only";
        else if (!used_by_auth_.empty() && command != command::auth && command != command::json)
            problem_ = std::string{used_by_auth_} + " goes with the commands auth and json only";
        else if (used_by_auth_ != "" && options_.trusted.empty())
            problem_ = std::string{used_by_auth_} + " needs --trust ID";
        else if (!used_by_lint_.empty() && command != command::lint)
            problem_ = std::string{used_by_lint_} + " goes with the command lint only";
        else if (!options_.explained.empty() && (options_.summary || !options_.files.empty()))
            problem_ = "--explain takes one CODE, and reads no FILE";
        else if (options_.text && command != command::json)
            problem_ = "--text goes with the command json only";
        else if (options_.message && command != command::smtp)
            problem_ = "--message goes with the command smtp only";
        else if (command == command::smtp && (options_.range || options_.share))
            problem_ = "smtp does not go with --range or --shard";
        else if (options_.message && options_.files.size() > 1)
            problem_ = "--message goes with one FILE";
        else if (options_.shards != 0 && command != command::split)
            problem_ = "--shards goes with the command split only (did you mean --shard K/N?)";
        else if (options_.shards == 0 && command == command::split)
            problem_ = "split needs --shards N";
        else if (command == command::split && (options_.range || options_.share))
            problem_ = "split does not go with --range or --shard";
        else if (options_.range && options_.share)
            problem_ = "--range and --shard exclude each other";
        else if (command == command::extract && !take_part())
            problem_ = "extract needs PART, such as 1.2, or --all or --attachments and -o DIR";
        else if (options_.files.empty() && options_.explained.empty())
            problem_ = "no FILE given ('-' is standard input; see foldwise --help)";
    }

    /// Reads PART, the first word after the command, unless several parts are wanted. Returns false if
    /// it is missing.
    bool take_part() {
        if (options_.parts != extracted_parts::one) return !options_.directory.empty();
        if (options_.files.empty()) return false;
        options_.part = options_.files.front();
        options_.files.erase(options_.files.begin());
        return options_.part == "TEXT" ||
               foldwise::read_decimal(options_.part.substr(0, 1)).has_value();
    }

    std::vector<std::string_view> arguments_;
    std::size_t next_ = 0;
    bool command_is_over_ = false;
    bool only_files_ = false;
    std::string_view option_;                  // the one being read
    std::optional<std::string_view> attached_; // the text after "=", until it is read
    std::string_view used_by_headers_;
    std::string_view used_by_extract_;
    std::string_view used_by_auth_;
    std::string_view used_by_lint_;
    tool::options options_;
    std::string problem_;
};

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_COMMAND_LINE_HPP
#define FOLDWISE_TOOLS_COMMAND_LINE_HPP

#include "help/command_table.hpp"
#include "help/option_table.hpp"
#include "names_near.hpp"
#include "options.hpp"
#include "part_argument.hpp"
#include "used_options.hpp"
#include "json/header_property.hpp"

#include <foldwise/base/decimal.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_cjk.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/diagnostic/severity.hpp>

#include <algorithm>
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
    /// `has_input` says whether standard input is read if no FILE is given.
    command_line(int argc, char** argv, bool has_input = false)
        : arguments_(argv + (argc > 0 ? 1 : 0), argv + argc), has_input_{has_input} {
        while (problem_.empty() && next_ < arguments_.size()) read_argument();
        if (problem_.empty()) check();
    }

    tool::options const& options() const { return options_; }
    /// What is wrong, in one line; empty if nothing is.
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
        if (std::exchange(command_is_over_, true)) return false;
        auto const* const row = find_command(argument);
        if (row == nullptr) return false;
        options_.command = row->id;
        options_.has_command = true;
        return true;
    }

    void read_argument() {
        auto const argument = arguments_[next_++];
        bool const is_stdin = argument == "-" || argument.starts_with("-:");
        if (only_files_ || is_stdin || !argument.starts_with('-')) {
            if (only_files_ || !read_command(argument)) options_.files.push_back(argument);
            return;
        }
        if (argument == "--") {
            only_files_ = true;
            return;
        }
        auto const equals = argument.find('=');
        option_ = argument.substr(0, equals);
        attached_ =
            equals == argument.npos ? std::nullopt : std::optional{argument.substr(equals + 1)};
        if (auto const* const row = find_option(option_)) {
            used_.add(*row);
            read_option(row->id);
        } else {
            problem_ = "unknown option " + std::string{option_} + " (see foldwise --help)";
        }
        if (problem_.empty() && attached_) problem_ = std::string{option_} + " takes no value";
    }

    void read_option(option_id id) {
        switch (id) {
        case option_id::name: return read_name();
        case option_id::raw: options_.raw = true; return;
        case option_id::trust: return read_words(options_.trusted, "an authserv-id");
        case option_id::host: return read_words(options_.hosts, "the name of a host");
        case option_id::public_suffixes: return read_suffixes();
        case option_id::text: options_.text = true; return;
        case option_id::jmap: options_.jmap = true; return;
        case option_id::property: return read_property();
        case option_id::severity: return read_severity();
        case option_id::summary: options_.summary = true; return;
        case option_id::json: options_.json = true; return;
        case option_id::explain: options_.explained.push_back(value()); return;
        case option_id::message: options_.message = true; return;
        case option_id::all: options_.parts = extracted_parts::all; return;
        case option_id::attachments: options_.parts = extracted_parts::attachments; return;
        case option_id::output: return read_directory();
        case option_id::shards: options_.shards = positive(value()); return;
        case option_id::recursive: options_.recursive = true; return;
        case option_id::range: return read_range();
        case option_id::shard: return read_share();
        case option_id::jobs: return read_jobs();
        case option_id::format: return read_format();
        case option_id::separator: return read_separator();
        case option_id::fallback_charset: return read_fallback();
        case option_id::color: return read_color();
        case option_id::ascii: options_.ascii = true; return;
        case option_id::width: return read_width();
        case option_id::man: options_.help = help_page::man; return;
        case option_id::completion: return read_shell();
        case option_id::help: wants_help_ = true; return;
        case option_id::version: wants_version_ = true; return;
        }
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

    /// Reports a value that is not `wanted`, such as "a directory".
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

    void read_color() {
        options_.color = !attached_ ? color_choice::always
                                    : one_of<color_choice>({{"auto", color_choice::automatic},
                                                            {"always", color_choice::always},
                                                            {"never", color_choice::never}});
    }

    void read_jobs() {
        constexpr std::uint64_t most = 256;
        auto const text = value();
        auto const found = foldwise::read_decimal(text).value_or(0);
        if (found == 0 || found > most) bad_value(text, "a number of threads, at most 256");
        options_.jobs = static_cast<std::size_t>(found);
    }

    void read_format() {
        using enum foldwise::mbox_format;
        options_.mbox.format = one_of<foldwise::mbox_format>(
            {{"mboxrd", mboxrd}, {"mboxo", mboxo}, {"mboxcl", mboxcl}, {"mboxcl2", mboxcl2}});
    }

    void read_separator() {
        using enum foldwise::mbox_separator;
        options_.mbox.separator =
            one_of<foldwise::mbox_separator>({{"likely", likely},
                                              {"after-empty-line", after_empty_line},
                                              {"any", any},
                                              {"dated", dated}});
    }

    void read_shell() {
        options_.help = one_of<help_page>(
            {{"bash", help_page::bash}, {"zsh", help_page::zsh}, {"fish", help_page::fish}});
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

    void read_width() {
        constexpr std::uint64_t most = 10000;
        auto const text = value();
        auto const found = foldwise::read_decimal(text).value_or(0);
        if (found == 0 || found > most) bad_value(text, "a number of columns, at most 10000");
        options_.width = static_cast<std::size_t>(found);
    }

    /// Reads a name, with or without a colon after it.
    void read_name() {
        auto const text = value();
        auto const name = text.substr(0, text.size() - (text.ends_with(':') ? 1 : 0));
        if (name.empty()) bad_value(text, "the name of a field");
        options_.names.push_back(name);
    }

    void read_property() {
        auto const text = value();
        auto const found = read_header_property(text);
        if (!found)
            bad_value(text, "header:NAME, or with :asFORM (Raw, Text, Addresses, GroupedAddresses, "
                            "MessageIds, Date, URLs) or :all or both after it");
        else if (!is_form_of(found->form, found->field_name))
            bad_value(text, "a form that RFC 8621 section 4.1.2 allows for this field");
        else if (!has_property(text))
            options_.properties.push_back(*found);
    }
    bool has_property(std::string_view text) const {
        return std::any_of(options_.properties.begin(), options_.properties.end(),
                           [text](header_property const& each) { return each.key == text; });
    }

    void read_words(std::vector<std::string_view>& to, std::string_view wanted) {
        to.push_back(value());
        if (to.back().empty()) bad_value(to.back(), wanted);
    }

    void read_severity() {
        using enum foldwise::severity;
        options_.severity = one_of<foldwise::severity>({{name_of(note), note},
                                                        {name_of(obsolete), obsolete},
                                                        {name_of(violation), violation},
                                                        {name_of(ambiguity), ambiguity},
                                                        {name_of(limit), limit}});
    }

    void read_suffixes() {
        options_.suffixes = value();
        if (options_.suffixes->empty()) bad_value(*options_.suffixes, "a file, or none");
    }

    void read_directory() {
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
        if (wants_help_) ask_for_help();
        if (wants_version_) options_.command = command::version;
        auto const command = options_.command;
        if (command == command::version || wants_help_) return;
        problem_ = command == command::help ? used_.stray(options_) : used_.problem(options_);
        if (!problem_.empty()) return;
        if (command == command::help) return check_topic();
        if (command == command::extract) problem_ = take_part(options_);
        if (!problem_.empty() || !options_.files.empty() || !options_.explained.empty()) return;
        if (has_input_)
            options_.files.emplace_back("-");
        else
            problem_ = "no FILE given" + file_like(options_.part) +
                       " ('-' is standard input; see foldwise --help)";
    }

    /// With a command, `--help` asks for the help of that command. Everything else is ignored.
    void ask_for_help() {
        if (options_.has_command && options_.command != command::help)
            options_.topic = options_.command;
        options_.command = command::help;
        options_.files.clear();
    }

    /// Reads the command after `help`.
    void check_topic() {
        if (options_.files.empty()) return;
        auto const* const row = find_command(options_.files.front());
        if (options_.files.size() > 1 || options_.help != help_page::text)
            problem_ = "help takes one COMMAND, or --man, or --completion SHELL";
        else if (row == nullptr)
            problem_ = "no command " + std::string{options_.files.front()} +
                       " (see foldwise --help)" + did_you_mean_command(options_.files.front());
        else
            options_.topic = row->id;
    }

    std::vector<std::string_view> arguments_;
    bool has_input_;
    std::size_t next_ = 0;
    bool command_is_over_ = false;
    bool only_files_ = false;
    std::string_view option_;                  // the one being read
    std::optional<std::string_view> attached_; // the text after "=", until it is read
    used_options used_;
    bool wants_help_ = false;
    bool wants_version_ = false;
    tool::options options_;
    std::string problem_;
};

} // namespace tool

#endif

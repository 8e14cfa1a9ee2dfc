#ifndef FOLDWISE_TOOLS_USED_OPTIONS_HPP
#define FOLDWISE_TOOLS_USED_OPTIONS_HPP

#include "help/command_table.hpp"
#include "help/option_table.hpp"
#include "options.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tool {

/// The options of a command line, and whether they go together.
class used_options {
  public:
    void add(option_row const& row) { rows_.push_back(&row); }

    /// Why an option does not go with the command; empty if all do.
    std::string stray(options const& options) const {
        for (auto const* const row : rows_)
            if (!row->commands.has(options.command)) return does_not_go(*row, options.command);
        return {};
    }

    /// The same, and why two options exclude each other, or one needs another.
    std::string problem(options const& options) const {
        if (auto why = stray(options); !why.empty()) return why;
        if ((has(option_id::host) || has(option_id::public_suffixes)) && options.trusted.empty())
            return std::string{has(option_id::host) ? "--host" : "--public-suffixes"} +
                   " needs --trust ID";
        if (!options.explained.empty() && (options.summary || !options.files.empty()))
            return "--explain takes one CODE, and reads no FILE";
        if (options.jmap && !options.trusted.empty())
            return "--jmap does not go with --trust: Email objects hold no such results";
        if (!options.properties.empty() && !options.jmap) return "--property needs --jmap";
        if (options.message && options.files.size() > 1) return "--message goes with one FILE";
        if (options.shards == 0 && options.command == command::split)
            return "split needs --shards N";
        if (options.range && options.share) return "--range and --shard exclude each other";
        if (has(option_id::all) && has(option_id::attachments))
            return "--all and --attachments exclude each other";
        return {};
    }

  private:
    bool has(option_id id) const {
        return std::any_of(rows_.begin(), rows_.end(),
                           [id](option_row const* row) { return row->id == id; });
    }

    /// Why an option that belongs to other commands is refused.
    static std::string does_not_go(option_row const& row, command used) {
        auto const names = commands_text(row.commands);
        std::string why{row.name};
        if (names.empty())
            why.append(" does not go with the command ").append(row_of(used).name);
        else
            why.append(" goes with the command")
                .append(names.find(' ') == names.npos ? " " : "s ")
                .append(names)
                .append(" only");
        if (row.id == option_id::shards) why += " (did you mean --shard K/N?)";
        return why;
    }

    std::vector<option_row const*> rows_;
};

} // namespace tool

#endif

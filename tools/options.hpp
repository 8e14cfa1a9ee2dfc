#ifndef FOLDWISE_TOOLS_OPTIONS_HPP
#define FOLDWISE_TOOLS_OPTIONS_HPP

#include "json/header_property.hpp"

#include <foldwise/charset/charset.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/diagnostic/severity.hpp>
#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tool {

/// What the command line asks for: a command, or the version.
enum class command : unsigned char {
    ls,
    headers,
    show,
    raw,
    tree,
    extract,
    trace,
    auth,
    smtp,
    lint,
    json,
    stats,
    count,
    split,
    help,
    version
};

/// --color: when output has colours.
enum class color_choice : unsigned char { automatic, always, never };

/// help: what is printed.
enum class help_page : unsigned char { text, man, bash, zsh, fish };

/// extract: which parts.
enum class extracted_parts : unsigned char { one, all, attachments };

/// --shard: the k-th of n shares.
struct share {
    std::uint64_t k; ///< from 1
    std::uint64_t n;
};

/// The command line, parsed.
struct options {
    tool::command command = command::ls;
    bool has_command = false; ///< whether the command is named
    std::vector<std::string_view> files;
    help_page help = help_page::text;
    std::optional<tool::command> topic; ///< help: the command that it is about
    bool recursive = false;             ///< the folders in a folder, too
    std::optional<foldwise::byte_range> range;
    std::optional<tool::share> share;
    std::size_t jobs = 1; ///< the number of threads that read
    foldwise::mbox_options mbox;
    color_choice color = color_choice::automatic;
    bool ascii = false;
    std::size_t width = 0;               ///< the columns of output for people; 0: the terminal's
    std::vector<std::string_view> names; ///< headers: only these fields
    bool raw = false;                    ///< headers: unchanged
    bool text = false;                   ///< json: with the text of the body
    bool jmap = false;                   ///< json: Email objects of JMAP
    std::vector<header_property> properties; ///< json --jmap: more properties
    bool message = false;                    ///< smtp: write the message
    bool json = false;                       ///< lint, stats: as JSON
    bool summary = false;                    ///< lint: counts by code
    /// lint: problems that are less serious do not count.
    foldwise::severity severity = foldwise::severity::violation;
    std::vector<std::string_view> explained; ///< lint: codes to explain
    std::uint64_t shards = 0;                ///< split: the number of ranges
    extracted_parts parts = extracted_parts::one;
    std::string_view part;      ///< extract: the number of the part; empty for several parts
    std::string_view directory; ///< extract: the target; empty: standard output
    /// auth, json: the servers whose results are trusted, and the hosts that are the user's own.
    std::vector<std::string_view> trusted;
    std::vector<std::string_view> hosts;
    /// auth, json: a file of public suffixes; "none" for no file; otherwise the system's, if any.
    std::optional<std::string_view> suffixes;
    /// The charset of text that declares none and is not UTF-8.
    foldwise::charset fallback = foldwise::charset::windows_1252;
};

} // namespace tool

#endif

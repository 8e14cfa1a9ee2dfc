#ifndef FOLDWISE_TOOLS_FOUND_HPP
#define FOLDWISE_TOOLS_FOUND_HPP

#include <foldwise/store/mbox_entry.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tool {

/// A message for a command to work on.
struct found {
    std::string_view file; ///< the file in which its offsets count
    /// The mailbox in which its number counts: FILE as it was given, without ":K"; in a folder, the
    /// file in it, or the Maildir in it. A Maildir is one mailbox.
    std::string_view argument;
    /// Its K in FILE:K; unknown if reading did not begin at the start.
    std::optional<std::uint64_t> number;
    foldwise::mbox_entry const& entry;
    std::string_view flags = {}; ///< of a message in a Maildir, such as "RS"
    /// Whether other messages may come from other mailboxes, so that label() is not enough as a
    /// name.
    bool is_among_several = false;
    bool is_followed = false; ///< whether others of its mailbox are known to follow

    /// The message in its mailbox: "3", or "@4096", where 4096 is an offset in `file`.
    std::string label() const {
        if (number) return std::to_string(*number);
        auto const from_line = entry.from_line();
        return '@' +
               std::to_string(entry.message_offset() - (from_line ? from_line->raw().size() : 0));
    }

    /// The name with which it can be passed to the tool again: "in.mbox:3", "in.mbox:@4096".
    std::string name() const { return std::string{argument} + ':' + label(); }

    /// The shortest name that is clear: label() if there is only one mailbox, else name().
    std::string short_name() const { return is_among_several ? name() : label(); }
};

/// What a command does with a message. One type for all commands, so that reading is compiled once.
using message_user = std::function<void(found const&)>;

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_FILE_MESSAGES_HPP
#define FOLDWISE_TOOLS_FILE_MESSAGES_HPP

#include "file_reader.hpp"
#include "found.hpp"
#include "not_mail.hpp"
#include "options.hpp"
#include "output.hpp"
#include "passed_over.hpp"
#include "session.hpp"

#include <foldwise/store/mbox_entry.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace tool {

/// A file to read messages from.
struct source_file {
    std::string path;
    file_part part = {};
    bool is_in_folder = false;     ///< not named on the command line
    bool is_among_several = false; ///< as in tool::found
    bool is_wanted_whole = true;   ///< FILE does not name some of its messages
};

/// Makes the entries of a file messages with numbers, and finds out what is doubtful about the
/// file.
class file_messages {
  public:
    file_messages(options const& options, source_file const& file)
        : options_{options}, file_{file}, lines_{options.mbox} {}

    /// Whether the numbers of the messages are known: whether reading begins at the start.
    static bool have_numbers(file_part const& part) {
        return !part.octet && (!part.range || part.range->first == 0) &&
               (!part.share || part.share->k == 1);
    }

    /// Says that `count` messages come before the first one.
    void start_after(std::uint64_t count) { count_ = count; }

    /// The message of the next entry.
    found next(foldwise::mbox_entry const& entry) {
        ++count_;
        bool const is_emlx = entry.is_alone() && entry.message_offset() != 0;
        bool const is_expected = options_.command == command::lint && is_session(entry);
        if (is_checked() && !is_expected) about_.see(entry);
        if (is_checked() && !is_expected && !is_emlx) lines_.see(entry);
        bool const is_first = file_.part.octet && entry.offset() == 0;
        auto const number = have_numbers(file_.part) ? std::optional{count_}
                            : is_first               ? std::optional<std::uint64_t>{1}
                                                     : std::nullopt;
        return {file_.path, file_.path, number, entry, {}, file_.is_among_several};
    }

    /// Adds what was found out from the entries that come after those of this object.
    void add(file_messages const& later) {
        about_.add(later.about_);
        lines_.add(later.lines_);
    }

    /// Reports what is doubtful, after all entries.
    void report() const {
        if (!is_checked()) return;
        if (auto const what = lines_.what(file_.path, options_))
            complain(file_.path + ": " + *what);
        else if (auto const other = about_.what(file_.path, options_))
            complain(file_.path + ": " + *other);
    }

  private:
    bool is_checked() const { return file_.is_wanted_whole && file_.part.is_whole(); }

    options const& options_;
    source_file const& file_;
    std::uint64_t count_ = 0;
    doubt about_;
    passed_over lines_;
};

/// Passes the messages of a file to `use`, until it returns false. Reports errors and what is
/// doubtful about the file, and returns the exit status.
template <class Use>
status read_messages(options const& options, file_reader& reader, source_file const& file,
                     Use const& use) {
    file_messages messages{options, file};
    auto const result =
        reader.read(file.path, file.is_in_folder, file.part,
                    [&](foldwise::mbox_entry const& entry) { return use(messages.next(entry)); });
    if (result == status::done) messages.report();
    return result;
}

} // namespace tool

#endif

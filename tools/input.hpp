#ifndef FOLDWISE_TOOLS_INPUT_HPP
#define FOLDWISE_TOOLS_INPUT_HPP

#include "file_reader.hpp"
#include "folder_size.hpp"
#include "folder_walk.hpp"
#include "found.hpp"
#include "location.hpp"
#include "not_mail.hpp"
#include "options.hpp"
#include "output.hpp"
#include "passed_over.hpp"
#include "progress.hpp"
#include "session.hpp"

#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/mail_folder.hpp>
#include <foldwise/store/maildir.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace tool {

/// Passes the messages of one FILE to a command, one by one. Recognises whether FILE is an mbox, an
/// MMDF file, a Maildir or another folder, an .emlx, a single message, or "-".
class reader {
  public:
    reader(options const& options, output& out, progress& progress, std::string_view argument,
           message_user const& use)
        : options_{options}, progress_{progress}, location_{locate(argument)}, use_{use},
          file_reader_{options, out, progress} {}

    /// Reads FILE. Reports errors, and returns the exit status.
    status read() {
        auto const& numbers = location_.numbers;
        bool const is_in_part = options_.range || options_.share;
        if (numbers && numbers->first > numbers->last)
            return fail("no messages from " + std::to_string(numbers->first) + " to " +
                        std::to_string(numbers->last) + ": the first number is the greater one");
        if (numbers && numbers->first == 0 && numbers->last != 0)
            return fail("no message 0: messages are counted from 1");
        if (!location_.is_whole() && is_in_part)
            return fail("a message number or offset does not go with --range or --shard");
        std::error_code error;
        if (location_.path != "-" && std::filesystem::is_directory(location_.path, error))
            return read_folder();
        auto const result = read_file(location_.path, {options_.range, options_.share, {}}, false);
        return result == status::done ? finish() : result;
    }

  private:
    status fail(std::string_view why) const {
        complain(location_.path + ": " + std::string{why});
        return status::failed;
    }

    /// Reads one file: FILE, or a file in the folder FILE.
    status read_file(std::string const& path, file_part part, bool is_in_folder) {
        part.octet = location_.octet;
        std::uint64_t count = 0;
        doubt about;
        passed_over lines{options_.mbox};
        bool const is_whole = location_.is_whole() && part.is_whole();
        bool const counts = !part.octet && (!part.range || part.range->first == 0) &&
                            (!part.share || part.share->k == 1);
        auto const result =
            file_reader_.read(path, is_in_folder, part, [&](foldwise::mbox_entry const& entry) {
                ++count;
                bool const is_emlx = entry.is_alone() && entry.message_offset() != 0;
                bool const is_expected = options_.command == command::lint && is_session(entry);
                if (is_whole && !is_expected) about.see(entry);
                if (is_whole && !is_expected && !is_emlx) lines.see(entry);
                bool const is_first = part.octet && entry.offset() == 0;
                auto const number = counts     ? std::optional{count}
                                    : is_first ? std::optional<std::uint64_t>{1}
                                               : std::nullopt;
                return hand_on({path,
                                is_in_folder ? std::string_view{path} : location_.path,
                                number,
                                entry,
                                {},
                                is_among_several(is_in_folder)});
            });
        if (result != status::done || !is_whole) return result;
        if (auto const what = lines.what(path, options_))
            complain(path + ": " + *what);
        else if (auto const other = about.what(path, options_))
            complain(path + ": " + *other);
        return result;
    }

    /// Whether label() is not enough as the name of a message.
    bool is_among_several(bool is_in_folder) const {
        return is_in_folder || options_.recursive || options_.files.size() > 1;
    }

    bool is_next_wanted() const {
        return !location_.numbers || location_.numbers->contains(count_ + 1);
    }

    /// Passes on one message if it was requested; returns whether to continue.
    bool hand_on(found const& found) {
        bool const is_wanted = is_next_wanted();
        ++count_;
        if (!is_wanted) return true;
        ++found_;
        use_(found);
        return !is_over();
    }

    /// Whether no more messages are wanted.
    bool is_over() const {
        return location_.numbers && location_.numbers->last != 0 &&
               count_ >= location_.numbers->last;
    }

    /// Reports that no message was found, if particular ones were requested.
    status finish() const {
        if (location_.is_whole() || found_ != 0) return status::done;
        std::string what = "no message";
        if (location_.octet)
            what += " at octet " + std::to_string(*location_.octet);
        else
            what += numbers_text(*location_.numbers) + "; it has " + std::to_string(count_);
        complain(location_.path + ": " + what);
        return status::nothing_matched;
    }

    status read_folder() {
        if (location_.octet) return fail("a folder; name a file in it, before the offset");
        if (options_.range)
            return fail("--range counts octets of a file, and this is a folder; use --shard");
        folder_walk folders{options_.recursive};
        auto worst = status::done;
        std::size_t file_count = 0;
        auto const walked = folders.walk(location_.path, [&](foldwise::mail_folder const& folder) {
            file_count += folder.files().size();
            bool const is_maildir = folder.what() == foldwise::mail_folder::kind::maildir;
            if (is_maildir) ++file_count;
            worst = worse(worst, is_maildir ? read_maildir(folder.path().string())
                                            : read_files(folder, folders));
            return !is_over();
        });
        if (file_count == 0 && folders.folder_count() != 0 && !options_.recursive)
            complain(location_.path + ": no file in it, but folders; --recursive reads them");
        worst = worse(worst, walked);
        return worst == status::failed ? worst : worse(worst, finish());
    }

    /// Reads the files of a folder. --shard shares out the octets of all files together.
    status read_files(foldwise::mail_folder const& folder, folder_walk const& folders) {
        auto worst = status::done;
        std::uint64_t start = 0; // of the file among all octets
        auto const wanted = share_of(options_.share ? total_size(folder) : 0);
        for (auto const& each : folder.files()) {
            if (is_over()) break;
            auto const path = each.string();
            file_part part;
            if (options_.share) {
                auto const size = size_of(each);
                auto const end = start + size;
                auto const first = wanted.first > start ? wanted.first - start : 0;
                auto const last = wanted.last > start ? wanted.last - start : 0;
                start = end;
                if (first >= size || last == 0) continue;
                part.range = foldwise::byte_range{first, last};
            }
            if (folders.is_link_back(each)) continue;
            worst = worse(worst, read_file(path, part, true));
        }
        return worst;
    }

    static std::uint64_t size_of(std::filesystem::path const& file) {
        std::error_code error;
        auto const size = std::filesystem::file_size(file, error);
        return error ? 0 : size;
    }

    static std::uint64_t total_size(foldwise::mail_folder const& folder) {
        std::uint64_t sum = 0;
        for (auto const& file : folder.files()) sum += size_of(file);
        return sum;
    }

    /// The share that was requested of `size` octets or messages.
    foldwise::byte_range share_of(std::uint64_t size) const {
        if (!options_.share) return {};
        return foldwise::shard(size, options_.share->k - 1, options_.share->n);
    }

    /// Reads a Maildir, whose messages are numbered as those of one mailbox. --shard shares them
    /// out.
    status read_maildir(std::string const& folder) {
        std::error_code error;
        auto box = foldwise::maildir::open(folder, error);
        auto worst = folder_walk::report(box.others());
        auto const wanted = share_of(box.size());
        bool const is_in_folder = folder != location_.path;
        std::uint64_t number = 0;
        for (auto const& entry : box) {
            ++number;
            if (is_over()) break;
            if (!wanted.contains(number - 1) || !is_next_wanted()) {
                ++count_;
                continue;
            }
            auto const path = box.path_of(entry).string();
            auto const file = box.read(entry, error);
            if (error) worst = fail(path, error.message());
            if (!file) {
                ++count_;
                continue;
            }
            auto const bytes = file->bytes();
            progress_.add(bytes.size());
            if (auto const what = why_foreign(bytes, path, options_)) {
                worst = fail(path, *what);
                ++count_;
                continue;
            }
            foldwise::mbox_entry const whole{bytes, {0, 0, bytes.size(), false}, 0, {}};
            doubt about;
            about.see(whole);
            auto const what = about.what(path, options_);
            if (what && location_.is_whole() && !options_.share) complain(path + ": " + *what);
            bool const is_followed = !location_.is_one() && number < box.size();
            hand_on({path, folder, number, whole, entry.flags(), is_among_several(is_in_folder),
                     is_followed && wanted.contains(number)});
        }
        if (box.vanished() != 0)
            complain(folder + ": " + std::to_string(box.vanished()) +
                     " messages vanished while it was read");
        return worst;
    }

    static status fail(std::string const& path, std::string_view why) {
        complain(path + ": " + std::string{why});
        return status::failed;
    }

    options const& options_;
    progress& progress_;
    location location_;
    message_user const& use_;
    file_reader file_reader_;
    std::uint64_t count_ = 0; ///< the messages that have been seen
    std::uint64_t found_ = 0; ///< and those that have been passed on
};

/// Passes the messages of every FILE to `use`.
inline status for_each_message(options const& options, output& out, progress& progress,
                               message_user const& use) {
    auto worst = status::done;
    for (auto const file : options.files)
        worst = worse(worst, reader{options, out, progress, file, use}.read());
    return worst;
}

/// The number of octets to read; 0 if it is not known. Files count as a whole, so if only some of
/// their messages are read, the total is not reached.
inline std::uint64_t total_size(options const& options) {
    std::uint64_t sum = 0;
    for (auto const file : options.files) {
        std::error_code error;
        auto const path = locate(file).path;
        bool const is_folder = std::filesystem::is_directory(path, error);
        auto const size = is_folder ? folder_size(path, options.recursive)
                                    : std::filesystem::file_size(path, error);
        if (error) return 0;
        sum += size;
    }
    if (options.range && options.range->last < sum) sum = options.range->last;
    if (options.range) sum -= options.range->first < sum ? options.range->first : sum;
    return options.share ? sum / options.share->n : sum;
}

} // namespace tool

#endif

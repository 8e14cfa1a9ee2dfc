#ifndef FOLDWISE_TOOLS_INPUT_HPP
#define FOLDWISE_TOOLS_INPUT_HPP

#include "divider.hpp"
#include "file_messages.hpp"
#include "file_reader.hpp"
#include "folder_size.hpp"
#include "folder_walk.hpp"
#include "found.hpp"
#include "jobs.hpp"
#include "location.hpp"
#include "maildir_messages.hpp"
#include "options.hpp"
#include "output.hpp"
#include "progress.hpp"

#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/mail_folder.hpp>
#include <foldwise/store/maildir.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace tool {

/// Passes the messages of one FILE to a command, one by one. Recognises whether FILE is an mbox, an
/// MMDF file, a Maildir or another folder, an .emlx, a single message, or "-".
class reader {
  public:
    /// If a `divider` is given, it may take files, and have other threads read them.
    reader(options const& options, output& out, progress& progress, std::string_view argument,
           message_user const& use, tool::divider* divider = nullptr)
        : options_{options}, progress_{progress}, location_{locate(argument)}, use_{use},
          file_reader_{options, out, progress}, divider_{divider} {}

    /// Reads FILE. Reports errors, and returns the exit status.
    status read() {
        auto const& numbers = location_.numbers;
        bool const is_in_part = options_.range || options_.share;
        if (auto const what = numbers ? problem_of(*numbers, "message") : ""; !what.empty())
            return fail(what);
        if (!location_.is_whole() && is_in_part)
            return fail("a message number or offset does not go with --range or --shard");
        std::error_code error;
        if (location_.path != "-" && std::filesystem::is_directory(location_.path, error))
            return read_folder();
        auto const result = read_file({location_.path, {options_.range, options_.share, {}}});
        return result == status::done ? finish() : result;
    }

  private:
    status fail(std::string_view why) const {
        complain(location_.path + ": " + std::string{why});
        return status::failed;
    }

    /// Reads one file: FILE, or a file in the folder FILE.
    status read_file(source_file file) {
        file.part.octet = location_.octet;
        file.is_among_several = is_among_several(file.is_in_folder);
        file.is_wanted_whole = location_.is_whole();
        if (divider_ != nullptr && file.is_wanted_whole && divider_->take(file))
            return status::done;
        if (divider_ != nullptr) divider_->stop();
        return read_messages(options_, file_reader_, file,
                             [this](found const& found) { return hand_on(found); });
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
            source_file file{.path = each.string(), .is_in_folder = true};
            if (options_.share) {
                auto const size = size_of(each);
                auto const end = start + size;
                auto const first = wanted.first > start ? wanted.first - start : 0;
                auto const last = wanted.last > start ? wanted.last - start : 0;
                start = end;
                if (first >= size || last == 0) continue;
                file.part.range = foldwise::byte_range{first, last};
            }
            if (folders.is_link_back(each)) continue;
            worst = worse(worst, read_file(std::move(file)));
        }
        return worst;
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

    /// Reads a Maildir. --shard shares out its messages.
    status read_maildir(std::string const& folder) {
        std::error_code error;
        auto box = foldwise::maildir::open(folder, error);
        auto worst = folder_walk::report(box.others());
        maildir_messages::selection wanted;
        wanted.places = share_of(box.size());
        wanted.is_checked = location_.is_whole() && !options_.share;
        wanted.is_one = location_.is_one();
        wanted.is_among_several = is_among_several(folder != location_.path);
        auto const messages =
            std::make_shared<maildir_messages>(options_, folder, std::move(box), wanted);
        if (divider_ != nullptr && location_.is_whole()) {
            divider_->take(messages, wanted.places);
            return worst;
        }
        if (divider_ != nullptr) divider_->stop();
        for (std::size_t place = 0; place < messages->size() && !is_over(); ++place) {
            auto const before = count_;
            if (wanted.places.contains(place) && is_next_wanted())
                worst = worse(worst, messages->read(place, progress_, [this](found const& found) {
                    return hand_on(found);
                }));
            count_ = before + 1;
        }
        messages->report_vanished();
        return worst;
    }

    options const& options_;
    progress& progress_;
    location location_;
    message_user const& use_;
    file_reader file_reader_;
    tool::divider* divider_;  ///< null for one job
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

/// The same with the threads of --jobs, each of which has a command of its own.
inline status for_each_message(options const& options, output& out, progress& progress,
                               divisible_command const& command) {
    if (options.jobs < 2) return for_each_message(options, out, progress, command.make(out));
    jobs threads{options, out, progress, command};
    divider divider{options, threads, progress};
    auto worst = status::done;
    for (auto const file : options.files) {
        reader one{options, out, progress, file, threads.alone().use, &divider};
        worst = worse(worst, one.read());
    }
    divider.stop();
    return worse(worst, threads.finish());
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

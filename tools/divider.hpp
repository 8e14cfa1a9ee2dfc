#ifndef FOLDWISE_TOOLS_DIVIDER_HPP
#define FOLDWISE_TOOLS_DIVIDER_HPP

#include "divided_file.hpp"
#include "file_messages.hpp"
#include "file_reader.hpp"
#include "jobs.hpp"
#include "maildir_messages.hpp"
#include "options.hpp"
#include "progress.hpp"

#include <foldwise/store/byte_range.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace tool {

/// Divides the input for --jobs: large files into byte ranges, and small files into groups.
class divider {
  public:
    divider(options const& options, jobs& threads, progress& progress)
        : options_{options}, threads_{threads}, progress_{progress} {}

    /// Takes a file of which all messages, or those of its part, are wanted. Returns false if it
    /// must be read from front to back, such as a pipe.
    bool take(source_file const& file) {
        std::error_code error; // set for what is not a regular file
        auto const size = std::filesystem::file_size(file.path, error);
        if (file.path == "-" || error) return false;
        threads_.hold_notes();
        if (size >= divided_file::least_size) {
            end_group();
            if (divided_file::divide(options_, file, threads_, progress_)) return true;
        }
        if (threads_.has_notes()) end_group();
        group_.push_back(file);
        group_size_ += size;
        if (group_.size() == most_files || group_size_ >= divided_file::least_size) add_group();
        return true;
    }

    /// Takes the messages of a Maildir that are at certain places.
    void take(std::shared_ptr<maildir_messages> const& box, foldwise::byte_range places) {
        threads_.hold_notes();
        end_group();
        auto const end = std::min<std::uint64_t>(places.last, box->size());
        for (auto first = places.first; first < end; first += most_files) {
            auto const last = std::min<std::uint64_t>(first + most_files, end);
            threads_.add([box, first, last, end, &progress = progress_](job& mine) {
                for (auto place = first; place < last; ++place)
                    mine.worst = worse(
                        mine.worst, box->read(static_cast<std::size_t>(place), progress, mine.use));
                if (last == end) mine.then = [box] { box->report_vanished(); };
            });
        }
    }

    /// Waits until everything that was taken is read and written.
    void stop() {
        add_group();
        threads_.work_alone();
    }

  private:
    static constexpr std::size_t most_files = 64;

    /// Ends the group: what comes now comes after its files, and after what was reported since.
    void end_group() {
        add_group();
        threads_.add_notes();
    }

    void add_group() {
        group_size_ = 0;
        if (group_.empty()) return;
        threads_.add([&options = options_, &progress = progress_,
                      files = std::exchange(group_, std::vector<source_file>{})](job& mine) {
            file_reader reader{options, mine.out, progress};
            for (auto const& file : files)
                mine.worst =
                    worse(mine.worst, read_messages(options, reader, file, [&](found const& found) {
                              mine.use(found);
                              return true;
                          }));
        });
    }

    options const& options_;
    jobs& threads_;
    progress& progress_;
    std::vector<source_file> group_; // small files
    std::uint64_t group_size_ = 0;   // in octets
};

} // namespace tool

#endif

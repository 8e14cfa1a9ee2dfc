#ifndef FOLDWISE_TOOLS_DIVIDED_FILE_HPP
#define FOLDWISE_TOOLS_DIVIDED_FILE_HPP

#include "emlx_entry.hpp"
#include "file_messages.hpp"
#include "file_reader.hpp"
#include "jobs.hpp"
#include "not_mail.hpp"
#include "options.hpp"
#include "progress.hpp"

#include <foldwise/store/byte_range.hpp>
#include <foldwise/store/mapped_file.hpp>
#include <foldwise/store/mbox.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace tool {

/// A mapped file that several threads read, each a byte range at a time. A message belongs to the
/// range in which it starts. A thread finds the messages of its range first, and so learns how many
/// they are; with the counts of the ranges before, it knows their numbers.
class divided_file {
  public:
    /// Smaller files are not divided.
    static constexpr std::size_t least_size = 1 << 20;

    /// Divides a file, and adds its ranges to `threads`. Returns false, and adds nothing, if it
    /// cannot be divided.
    static bool divide(options const& options, source_file const& file, jobs& threads,
                       progress& progress) {
        using enum foldwise::mbox_format;
        auto const format = options.mbox.format;
        if (format == mboxcl || format == mboxcl2) return false; // ranges are read from the start
        std::error_code error;
        auto mapped = foldwise::mapped_file::open(file.path, error);
        if (error || find_foreign_kind(mapped.bytes()) != nullptr) return false;
        auto const bytes = mapped.bytes();
        if (bytes.find_first_not_of("\r\n") >= least_size) return false; // read for each range
        auto wanted = file.part.range.value_or(foldwise::byte_range{});
        if (auto const share = file.part.share)
            wanted = foldwise::shard(bytes.size(), share->k - 1, share->n);
        wanted.last = std::min<std::uint64_t>(wanted.last, bytes.size());
        auto const whole = std::make_shared<divided_file>(options, file, std::move(mapped));
        std::uint64_t index = 0;
        for (auto first = wanted.first; first < wanted.last; first += range_size) {
            auto const last = std::min<std::uint64_t>(first + range_size, wanted.last);
            bool const is_last = last == wanted.last;
            foldwise::byte_range const range{first, last};
            threads.add([whole, range, is_last, index, &progress](job& mine) {
                auto const found = whole->read(range, index, mine, progress);
                mine.then = [whole, range, is_last, found] {
                    whole->messages_.add(found);
                    whole->release(range.last);
                    if (is_last) whole->messages_.report();
                };
            });
            ++index;
        }
        return true;
    }

    divided_file(options const& options, source_file file, foldwise::mapped_file mapped)
        : options_{options}, file_{std::move(file)}, mapped_{std::move(mapped)},
          messages_{options, file_} {}

  private:
    static constexpr std::uint64_t range_size = 1 << 20;

    /// Passes the messages of a range to a command. Returns what is doubtful about them.
    file_messages read(foldwise::byte_range range, std::uint64_t index, job& mine,
                       progress& progress) {
        // The first entries are kept, so that they are not searched for twice; there are seldom
        // more.
        constexpr std::size_t most_kept = 4096;
        auto const bytes = mapped_.bytes();
        std::vector<foldwise::mbox_entry> kept;
        std::uint64_t count = 0;
        for (auto const entry : foldwise::mbox{bytes, options_.mbox, range})
            if (++count <= most_kept) kept.push_back(entry);
        file_messages messages{options_, file_};
        if (file_messages::have_numbers(file_.part)) messages.start_after(before(index, count));
        auto const use = [&](foldwise::mbox_entry const& entry) {
            progress.add(entry.raw().size());
            auto const inner = read_emlx(file_.path, entry);
            mine.use(messages.next(inner ? *inner : entry));
        };
        for (auto const& entry : kept) use(entry);
        if (count > most_kept) {
            range.first = kept.back().offset() + kept.back().raw().size();
            for (auto const entry : foldwise::mbox{bytes, options_.mbox, range}) use(entry);
        }
        return messages;
    }

    /// The number of messages in the ranges before, when `count` are in the one at `index`. Waits
    /// until those have been counted: other threads do that, because they have begun earlier.
    std::uint64_t before(std::uint64_t index, std::uint64_t count) {
        std::unique_lock lock{mutex_};
        counted_.wait(lock, [&] { return ranges_counted_ == index; });
        ++ranges_counted_;
        counted_.notify_all();
        return std::exchange(count_, count_ + count);
    }

    /// Releases the memory of the octets before `end`, which have been read.
    void release(std::uint64_t end) {
        constexpr std::uint64_t least = 1 << 24;
        if (end - released_ < least) return;
        mapped_.release(static_cast<std::size_t>(released_), static_cast<std::size_t>(end));
        released_ = end;
    }

    options const& options_;
    source_file file_;
    foldwise::mapped_file mapped_;
    file_messages messages_;     // what was found out about the ranges that are written
    std::uint64_t released_ = 0; // octets at the start of the file
    std::mutex mutex_;
    std::condition_variable counted_;
    std::uint64_t ranges_counted_ = 0; // in order
    std::uint64_t count_ = 0;          // of the messages in them
};

} // namespace tool

#endif

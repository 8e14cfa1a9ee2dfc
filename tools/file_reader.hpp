#ifndef FOLDWISE_TOOLS_FILE_READER_HPP
#define FOLDWISE_TOOLS_FILE_READER_HPP

#include "emlx_entry.hpp"
#include "names_near.hpp"
#include "not_mail.hpp"
#include "options.hpp"
#include "output.hpp"
#include "progress.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/store/mapped_file.hpp>
#include <foldwise/store/mbox.hpp>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

namespace tool {

/// Whether the octet at `offset` of the file belongs to the entry.
inline bool holds(foldwise::mbox_entry const& entry, std::uint64_t offset) {
    return entry.offset() <= offset && offset - entry.offset() < entry.raw().size();
}

/// The entry that holds the octet at `offset` of an mbox; none if the file ends before it. Searches
/// near the octet first, and then in larger and larger parts of the file: O(entry), but O(file) if
/// Content-Length fields must be followed from the start.
inline std::optional<foldwise::mbox_entry>
entry_at(std::string_view bytes, foldwise::mbox_options options, std::uint64_t offset) {
    if (offset >= bytes.size()) return std::nullopt;
    constexpr std::uint64_t near = 1 << 16;
    for (std::uint64_t size = near;; size *= 4) {
        auto const first = size < offset ? offset - size : 0;
        std::optional<foldwise::mbox_entry> last;
        for (auto const entry : foldwise::mbox{bytes, options, {first, offset + 1}}) last = entry;
        if (last) return last;
        if (first == 0) break;
    }
    // The octet is in empty lines before the first `From ` line.
    return *foldwise::mbox{bytes, options}.begin();
}

/// Which part of a file is read.
struct file_part {
    std::optional<foldwise::byte_range> range = {};
    std::optional<tool::share> share = {};
    std::optional<std::uint64_t> octet = {}; ///< the one message that holds this octet

    bool is_whole() const { return !range && !share && !octet; }
};

/// Reads the messages of one file: an mbox, an MMDF file, an .emlx, a single message, or "-".
class file_reader {
  public:
    /// Receives an entry; returns whether to continue.
    using entry_user = std::function<bool(foldwise::mbox_entry const&)>;

    file_reader(options const& options, output& out, progress& progress)
        : options_{options}, out_{out}, progress_{progress} {}

    /// Passes the entries of a part of a file to `use`. Reports errors, and returns the exit
    /// status. If `is_in_folder`, it is not an error if the file no longer exists.
    status read(std::string const& path, bool is_in_folder, file_part const& part,
                entry_user const& use) {
        path_ = path;
        part_ = part;
        use_ = &use;
        if (path == "-") {
            // A file that standard input was redirected from is read like any other.
            if (std::ftell(stdin) == 0)
                if (auto const result = read_mapped("/dev/stdin")) return *result;
            return read_stream(stdin);
        }
        if (auto const result = read_mapped(path)) return *result;
        std::error_code error;
        bool const is_regular = std::filesystem::is_regular_file(path, error);
        std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file{
            is_in_folder && !is_regular ? nullptr : std::fopen(path.c_str(), "rb"), std::fclose};
        if (file) return read_stream(file.get());
        bool const is_gone = is_in_folder && (!is_regular || errno == ENOENT);
        if (!is_gone) return fail(why_not(path));
        complain(path + ": skipped: it vanished while the folder was read");
        return status::done;
    }

  private:
    status fail(std::string_view why) const {
        complain(path_ + ": " + std::string{why});
        return status::failed;
    }

    /// Why a file cannot be opened.
    std::string why_not(std::string const& path) const {
        bool const maybe_command =
            errno == ENOENT && !options_.has_command && path.find_first_of("./") == path.npos;
        if (!maybe_command) return std::strerror(errno);
        return "neither a command nor a file" + did_you_mean_command(path);
    }

    /// Passes on one entry; returns whether to continue.
    bool hand_on(foldwise::mbox_entry const& entry) {
        auto const inner = read_emlx(path_, entry);
        return (*use_)(inner ? *inner : entry);
    }

    /// Reads a regular file without copying it. Returns none if it is not one or cannot be mapped.
    std::optional<status> read_mapped(std::string const& path) {
        std::error_code error;
        if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
        auto const size = std::filesystem::file_size(path, error);
        if (error || (size == 0 && !part_.share)) return std::nullopt; // in /proc, it is 0
        auto file = foldwise::mapped_file::open(path, error);
        if (error) return std::nullopt;
        auto const bytes = file.bytes();
        if (auto const what = why_foreign(bytes, path_, options_)) return fail(*what);
        if (part_.octet) {
            if (auto const entry = entry_at(bytes, options_.mbox, *part_.octet)) hand_on(*entry);
            return status::done;
        }
        constexpr std::size_t release_each = 1 << 24;
        std::size_t released = 0;
        auto const share = part_.share;
        auto const wanted = share ? foldwise::shard(bytes.size(), share->k - 1, share->n)
                                  : part_.range.value_or(foldwise::byte_range{});
        for (auto const entry : foldwise::mbox{bytes, options_.mbox, wanted}) {
            progress_.add(entry.raw().size());
            if (!hand_on(entry)) break;
            auto const done = foldwise::offset_of(bytes, entry.raw());
            if (done - released < release_each) continue;
            file.release(released, done);
            released = done;
        }
        return status::done;
    }

    /// Reads through a window that is as large as the longest entry, and at least 1 MiB.
    status read_stream(std::FILE* file) {
        if (part_.share) return fail("--shard needs a file whose size is known; use --range");
        foldwise::mbox_splitter splitter{options_.mbox,
                                         part_.range.value_or(foldwise::byte_range{})};
        std::vector<char> buffer(1 << 20);
        std::size_t filled = 0;
        bool is_start = true;
        for (auto input = foldwise::mbox_input::continues;
             input == foldwise::mbox_input::continues && !splitter.done();) {
            if (filled == buffer.size()) buffer.resize(buffer.size() * 2);
            out_.flush(); // the next octets may take long to arrive
            auto const count = read_some(file, buffer.data() + filled, buffer.size() - filled);
            if (count < 0) return fail(std::strerror(errno));
            if (count == 0) input = foldwise::mbox_input::ended;
            progress_.add(static_cast<std::uint64_t>(count));
            filled += static_cast<std::size_t>(count);
            std::string_view window{buffer.data(), filled};
            if (is_start) {
                if (filled < foreign_start_size && count != 0) continue;
                if (auto const what = why_foreign(window, path_, options_)) return fail(*what);
                is_start = false;
            }
            while (auto const entry = splitter.next(window, input)) {
                bool const is_wanted = !part_.octet || holds(*entry, *part_.octet);
                if (is_wanted && (!hand_on(*entry) || part_.octet)) return status::done;
            }
            std::memmove(buffer.data(), window.data(), window.size());
            filled = window.size();
        }
        return status::done;
    }

    /// Reads the octets that are available now, so that output follows a slow pipe.
    static std::ptrdiff_t read_some(std::FILE* file, char* to, std::size_t size) {
#if defined(_WIN32)
        return ::_read(_fileno(file), to, static_cast<unsigned>(size));
#else
        std::ptrdiff_t count = 0;
        do count = ::read(::fileno(file), to, size);
        while (count < 0 && errno == EINTR);
        return count;
#endif
    }

    options const& options_;
    output& out_;
    progress& progress_;
    std::string path_;
    file_part part_;
    entry_user const* use_ = nullptr;
};

} // namespace tool

#endif

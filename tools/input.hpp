#ifndef FOLDWISE_TOOLS_INPUT_HPP
#define FOLDWISE_TOOLS_INPUT_HPP

#include "not_mail.hpp"
#include "options.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "session.hpp"

#include <foldwise/base/decimal.hpp>
#include <foldwise/store/emlx.hpp>
#include <foldwise/store/maildir.hpp>
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

/// A message for a command to work on.
struct found {
    std::string_view file;     ///< the file in which its offsets count
    std::string_view argument; ///< FILE as it was given, without ":K"
    std::optional<std::uint64_t>
        number; ///< its K in FILE:K; unknown if reading did not begin at the start
    foldwise::mbox_entry const& entry;
    std::string_view flags = {}; ///< of a message in a Maildir, such as "RS"

    /// The name of the message in output: "3", or "@4096", where 4096 is an offset for --range.
    std::string label() const {
        if (number) return std::to_string(*number);
        auto const from_line = entry.from_line();
        return '@' +
               std::to_string(entry.message_offset() - (from_line ? from_line->raw().size() : 0));
    }
};

/// FILE or FILE:K of the command line.
struct location {
    std::string path;
    std::optional<std::uint64_t> k;
};

/// Separates FILE from K. A file whose whole name is `argument` comes first, even if the name ends
/// like FILE:K: file names in a Maildir contain colons.
inline location locate(std::string_view argument) {
    std::string path{argument};
    auto const colon = argument.rfind(':');
    std::error_code ignored;
    if (colon == argument.npos || std::filesystem::exists(path, ignored)) return {path, {}};
    auto const k = foldwise::read_decimal(argument.substr(colon + 1));
    if (!k) return {path, {}};
    return {path.substr(0, colon), k};
}

/// The message in a file of Apple Mail. Its first line is a number, as it might be in other files:
/// a property list, or the name of the file, must say that it is one.
inline std::optional<foldwise::mbox_entry> read_emlx(std::string_view path,
                                                     std::string_view bytes) {
    auto const file = foldwise::emlx::read(bytes);
    if (!file) return std::nullopt;
    bool const has_list = !file->deviation() && !file->property_list().empty();
    if (!has_list && !path.ends_with(".emlx")) return std::nullopt;
    auto const start = file->message_offset();
    return foldwise::mbox_entry{
        bytes, {start, start, start + file->message_bytes().size(), false}, 0, {}};
}

/// What a command does with a message. One type for all commands, so that reading is compiled once.
using message_user = std::function<void(found const&)>;

/// Passes the messages of one FILE to a command, one by one. Recognises whether FILE is an mbox, an
/// MMDF file, a Maildir, an .emlx, a single message, or "-".
class reader {
  public:
    reader(options const& options, output& out, progress& progress, std::string_view argument,
           message_user const& use)
        : options_{options}, out_{out}, progress_{progress}, location_{locate(argument)},
          use_{use} {}

    /// Reports errors, and returns the exit status.
    status read() {
        auto const& path = location_.path;
        if (location_.k && (options_.range || options_.share))
            return fail("a message number does not go with --range or --shard");
        std::error_code error;
        if (path == "-") {
            // A file that standard input was redirected from is read like any other.
            std::optional<bool> is_read;
            if (std::ftell(stdin) == 0) is_read = read_mapped("/dev/stdin");
            if (!is_read) is_read = read_stream(stdin);
            return *is_read ? finish() : status::failed;
        }
        if (std::filesystem::is_directory(path, error)) return read_maildir();
        if (auto const is_read = read_mapped(path)) return *is_read ? finish() : status::failed;
        std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file{std::fopen(path.c_str(), "rb"),
                                                                   std::fclose};
        if (!file) {
            bool const maybe_command = errno == ENOENT && path.find_first_of("./") == path.npos;
            return fail(maybe_command ? "neither a command nor a file" : std::strerror(errno));
        }
        return read_stream(file.get()) ? finish() : status::failed;
    }

  private:
    status fail(std::string_view why) const {
        complain(location_.path + ": " + std::string{why});
        return status::failed;
    }

    /// Says what is doubtful about a file of which every message was read.
    void note(std::string_view path, doubt const& about) const {
        if (location_.k || options_.range || options_.share) return;
        if (auto const what = about.what()) complain(std::string{path} + ": " + std::string{*what});
    }

    /// The requested range of a file. `size` is 0 if it is not known.
    std::optional<foldwise::byte_range> range(std::uint64_t size) const {
        if (options_.range) return options_.range;
        if (options_.share) return foldwise::shard(size, options_.share->k - 1, options_.share->n);
        return std::nullopt;
    }

    /// Passes on one message if it was requested; returns whether to continue.
    bool hand_on(std::string_view file, foldwise::mbox_entry const& entry,
                 foldwise::byte_range const& wanted) {
        if (entry.is_alone() && entry.message_offset() == 0)
            if (auto const inner = read_emlx(file, entry.raw()))
                return hand_on(file, *inner, wanted);
        ++count_;
        bool const is_expected = options_.command == command::lint && is_session(entry);
        if (!is_expected) doubt_.see(entry);
        if (location_.k && *location_.k != count_) return true;
        auto const number = wanted.first == 0 ? std::optional{count_} : std::nullopt;
        use_(found{file, location_.path, number, entry});
        return !location_.k;
    }

    status finish() const {
        note(location_.path, doubt_);
        if (!location_.k || (*location_.k != 0 && *location_.k <= count_)) return status::done;
        complain(location_.path + ": no message " + std::to_string(*location_.k) + ", it has " +
                 std::to_string(count_));
        return status::nothing_matched;
    }

    /// Reads a regular file without copying it. Returns none if it is not one or cannot be mapped,
    /// and false if it is certainly not mail.
    std::optional<bool> read_mapped(std::string const& path) {
        std::error_code error;
        if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
        auto const size = std::filesystem::file_size(path, error);
        if (error || (size == 0 && !options_.share)) return std::nullopt; // as in /proc
        auto file = foldwise::mapped_file::open(path, error);
        if (error) return std::nullopt;
        if (auto const what = foreign_kind_of(file.bytes())) {
            fail(*what);
            return false;
        }
        constexpr std::size_t release_each = 1 << 24;
        std::size_t released = 0;
        auto const wanted = range(file.bytes().size()).value_or(foldwise::byte_range{});
        for (auto const entry : foldwise::mbox{file.bytes(), options_.mbox, wanted}) {
            progress_.add(entry.raw().size());
            if (!hand_on(location_.path, entry, wanted)) break;
            auto const done = foldwise::offset_of(file.bytes(), entry.raw());
            if (done - released < release_each) continue;
            file.release(released, done);
            released = done;
        }
        return true;
    }

    /// Reads through a window that is as large as the longest entry, and at least 1 MiB.
    bool read_stream(std::FILE* file) {
        if (options_.share) {
            fail("--shard needs a file whose size is known; use --range");
            return false;
        }
        auto const wanted = range(0).value_or(foldwise::byte_range{});
        foldwise::mbox_splitter splitter{options_.mbox, wanted};
        std::vector<char> buffer(1 << 20);
        std::size_t filled = 0;
        bool is_start = true;
        for (auto input = foldwise::mbox_input::continues;
             input == foldwise::mbox_input::continues && !splitter.done();) {
            if (filled == buffer.size()) buffer.resize(buffer.size() * 2);
            out_.flush(); // the next octets may take long to arrive
            auto const count = read_some(file, buffer.data() + filled, buffer.size() - filled);
            if (count < 0) {
                fail(std::strerror(errno));
                return false;
            }
            if (count == 0) input = foldwise::mbox_input::ended;
            progress_.add(static_cast<std::uint64_t>(count));
            filled += static_cast<std::size_t>(count);
            std::string_view window{buffer.data(), filled};
            if (is_start) {
                if (filled < foreign_start_size && count != 0) continue;
                if (auto const what = foreign_kind_of(window)) {
                    fail(*what);
                    return false;
                }
                is_start = false;
            }
            while (auto const entry = splitter.next(window, input))
                if (!hand_on(location_.path, *entry, wanted)) return true;
            std::memmove(buffer.data(), window.data(), window.size());
            filled = window.size();
        }
        return true;
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

    status read_maildir() {
        std::error_code error;
        auto box = foldwise::maildir::open(location_.path, error);
        if (error == std::errc::no_such_file_or_directory)
            return fail("a directory, but no Maildir (neither cur nor new is in it)");
        if (error) return fail(error.message());
        if (options_.range)
            return fail("--range counts octets of a file, and this is a Maildir; use --shard");
        auto const wanted = range(box.size()).value_or(foldwise::byte_range{});
        auto worst = status::done;
        for (auto const& entry : box) {
            ++count_;
            if (!wanted.contains(count_ - 1) || (location_.k && *location_.k != count_)) continue;
            auto const path = box.path_of(entry).string();
            auto const file = box.read(entry, error);
            if (error) {
                complain(path + ": " + error.message());
                worst = status::failed;
            }
            if (!file) continue;
            auto const bytes = file->bytes();
            progress_.add(bytes.size());
            if (auto const what = foreign_kind_of(bytes)) {
                complain(path + ": " + std::string{*what});
                worst = status::failed;
                continue;
            }
            foldwise::mbox_entry const whole{bytes, {0, 0, bytes.size(), false}, 0, {}};
            doubt about;
            about.see(whole);
            note(path, about);
            use_(found{path, location_.path, count_, whole, entry.flags()});
        }
        if (box.vanished() != 0)
            complain(location_.path + ": " + std::to_string(box.vanished()) +
                     " messages vanished while it was read");
        return worse(worst, finish());
    }

    options const& options_;
    output& out_;
    progress& progress_;
    location location_;
    message_user const& use_;
    std::uint64_t count_ = 0;
    doubt doubt_;
};

/// Passes the messages of every FILE to `use`.
inline status for_each_message(options const& options, output& out, progress& progress,
                               message_user const& use) {
    auto worst = status::done;
    for (auto const file : options.files)
        worst = worse(worst, reader{options, out, progress, file, use}.read());
    return worst;
}

/// The number of octets to read; 0 if it is not known.
inline std::uint64_t total_size(options const& options) {
    std::uint64_t sum = 0;
    for (auto const file : options.files) {
        std::error_code error;
        auto const size = std::filesystem::file_size(locate(file).path, error);
        if (error) return 0;
        sum += size;
    }
    if (options.range && options.range->last < sum) sum = options.range->last;
    if (options.range) sum -= options.range->first < sum ? options.range->first : sum;
    return options.share ? sum / options.share->n : sum;
}

} // namespace tool

#endif

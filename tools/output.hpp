#ifndef FOLDWISE_TOOLS_OUTPUT_HPP
#define FOLDWISE_TOOLS_OUTPUT_HPP

#include "interruption.hpp"
#include "progress.hpp"
#include "utf8.hpp"

#include <foldwise/base/utf8.hpp>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#if defined(_WIN32)
#include <fcntl.h>
#include <io.h>
#endif

namespace tool {

/// Exit statuses. The tool ends with the greatest one that occurred.
enum class status : int { done = 0, nothing_matched = 1, problem_found = 1, failed = 2 };

/// The greater one of two statuses.
inline status worse(status left, status right) { return left < right ? right : left; }

/// Reports an error, or writes a note, on standard error, in one line: control characters of file
/// names and other words of the command line are escaped. On a terminal, the output that comes
/// before it is written first.
inline void complain(std::string_view what) {
    std::string line = "foldwise: ";
    for (std::size_t at = 0; at < what.size();) {
        auto const c = foldwise::utf8_character_at(what, at);
        if (is_unsafe(c.code_point))
            append_visible(line, c.code_point);
        else if (c.code_point == 0xFFFD)
            append_replacement(line);
        else
            line.append(what, at, c.size);
        at += c.size;
    }
    line += '\n';
    if (!interruptible::make_way(interruption::note)) line.insert(0, 1, '\n');
    progress::take_away();
    std::fwrite(line.data(), 1, line.size(), stderr);
}

/// Standard output. If its reader is gone, the program ends quietly. If writing fails (a full
/// disk), the program reports it and fails. A terminal gets whole lines, so that errors and
/// progress do not appear in the middle of one.
class output final : interruptible {
  public:
    output() : is_terminal_{is_terminal(stdout)} {
        std::setvbuf(stdout, nullptr, _IONBF, 0);
#if defined(_WIN32)
        _setmode(_fileno(stdout), _O_BINARY);
#else
        std::signal(SIGPIPE, SIG_IGN);
#endif
    }
    /// For tests: keeps `size` octets in buffer() before it writes them.
    explicit output(std::size_t size) : flush_size_{size} {}
    ~output() { write_out(buffer_.size()); }

    /// Writes octets, unchanged.
    void write(std::string_view text) {
        for (; text.size() > flush_size_; text.remove_prefix(flush_size_)) {
            buffer_ += text.substr(0, flush_size_);
            flush();
        }
        buffer_ += text;
        flush_if_full();
    }

    /// The octets that are not written yet, to append to. Call flush_if_full() now and then.
    std::string& buffer() { return buffer_; }
    void flush_if_full() {
        if (buffer_.size() >= flush_size_) flush();
    }

    /// Writes the octets so far; to a terminal, whole lines, unless a line is longer than the
    /// buffer.
    void flush() {
        auto const size = is_terminal_ ? size_of_lines() : buffer_.size();
        write_out(size == 0 && buffer_.size() >= flush_size_ ? buffer_.size() : size);
    }

  private:
    /// Before a note, the output so far is needed only on a terminal.
    bool make_way_for(interruption by) override {
        if (by == interruption::note && !is_terminal_) return true;
        write_out(size_of_lines());
        return !is_in_line_;
    }

    /// The number of octets up to the end of the last whole line.
    std::size_t size_of_lines() const {
        auto const last = buffer_.rfind('\n');
        return last == buffer_.npos ? 0 : last + 1;
    }

    void write_out(std::size_t size) {
        if (size == 0) return;
        progress::take_away();
        errno = 0;
        auto const written = std::fwrite(buffer_.data(), 1, size, stdout);
        if (written != size) {
            if (errno == EPIPE) std::_Exit(static_cast<int>(status::done));
            complain(std::string{"standard output: "} + std::strerror(errno));
            std::_Exit(static_cast<int>(status::failed));
        }
        is_in_line_ = is_terminal_ && buffer_[size - 1] != '\n';
        buffer_.erase(0, size);
    }

    bool is_terminal_ = false;
    bool is_in_line_ = false; // whether the terminal shows a line that has not ended
    std::size_t flush_size_ = 1 << 16;
    std::string buffer_;
};

} // namespace tool

#endif

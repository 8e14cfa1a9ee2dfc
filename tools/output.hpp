#ifndef FOLDWISE_TOOLS_OUTPUT_HPP
#define FOLDWISE_TOOLS_OUTPUT_HPP

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

/// Exit statuses. A run ends with the greatest one.
enum class status : int { done = 0, nothing_matched = 1, problem_found = 1, failed = 2 };

inline status worse(status left, status right) { return left < right ? right : left; }

/// Reports an error on standard error, in one line. File names and other words from the command
/// line are escaped, so that the report stays in one line.
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
    progress::take_away();
    std::fwrite(line.data(), 1, line.size(), stderr);
}

/// Standard output. If its reader is gone, the program ends quietly. If writing fails (a full
/// disk), the program reports it and fails.
class output {
  public:
    output() {
        std::setvbuf(stdout, nullptr, _IONBF, 0);
#if defined(_WIN32)
        _setmode(_fileno(stdout), _O_BINARY);
#else
        std::signal(SIGPIPE, SIG_IGN);
#endif
    }
    /// For tests: keeps `size` octets in buffer() before it writes them.
    explicit output(std::size_t size) : flush_size_{size} {}
    output(output const&) = delete;
    output& operator=(output const&) = delete;
    ~output() { flush(); }

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

    void flush() {
        if (buffer_.empty()) return;
        progress::take_away();
        errno = 0;
        auto const written = std::fwrite(buffer_.data(), 1, buffer_.size(), stdout);
        if (written != buffer_.size()) {
            if (errno == EPIPE) std::_Exit(static_cast<int>(status::done));
            complain(std::string{"standard output: "} + std::strerror(errno));
            std::_Exit(static_cast<int>(status::failed));
        }
        buffer_.clear();
    }

  private:
    std::size_t flush_size_ = 1 << 16;
    std::string buffer_;
};

} // namespace tool

#endif

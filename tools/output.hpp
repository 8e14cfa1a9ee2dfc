#ifndef FOLDWISE_TOOLS_OUTPUT_HPP
#define FOLDWISE_TOOLS_OUTPUT_HPP

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

/// Exit statuses; the greatest one of a run counts.
enum class status : int { done = 0, nothing_matched = 1, failed = 2 };

inline status worse(status left, status right) { return left < right ? right : left; }

/// Says on standard error, in one line, what went wrong.
inline void complain(std::string_view what) {
    std::string line = "foldwise: ";
    line.append(what).push_back('\n');
    std::fwrite(line.data(), 1, line.size(), stderr);
}

/// Standard output. When nobody reads it any more, the program ends quietly; when
/// it cannot be written (a full disk), it says so and fails.
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
    output(output const&) = delete;
    output& operator=(output const&) = delete;
    ~output() { flush(); }

    void write(std::string_view text) {
        buffer_ += text;
        if (buffer_.size() >= flush_size_) flush();
    }

    void flush() {
        if (buffer_.empty()) return;
        if (before_writing_ != nullptr) before_writing_();
        errno = 0;
        auto const written = std::fwrite(buffer_.data(), 1, buffer_.size(), stdout);
        if (written != buffer_.size()) {
            if (errno == EPIPE) std::_Exit(static_cast<int>(status::done));
            complain(std::string{"standard output: "} + std::strerror(errno));
            std::_Exit(static_cast<int>(status::failed));
        }
        buffer_.clear();
    }

    /// Calls `hook` before anything is written: to take a progress line away.
    void before_writing(void (*hook)()) { before_writing_ = hook; }

  private:
    static constexpr std::size_t flush_size_ = 1 << 16;
    std::string buffer_;
    void (*before_writing_)() = nullptr;
};

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_OUTPUT_HPP
#define FOLDWISE_TOOLS_OUTPUT_HPP

#include "interruption.hpp"
#include "piece.hpp"
#include "progress.hpp"
#include "utf8.hpp"

#include <foldwise/base/utf8.hpp>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#if defined(_WIN32)
#include <fcntl.h>
#include <io.h>
#endif

namespace tool {

/// Exit statuses. The tool ends with the greatest one that occurred.
enum class status : int { done = 0, nothing_matched = 1, problem_found = 1, failed = 2 };

/// The greater one of two statuses.
inline status worse(status left, status right) { return left < right ? right : left; }

/// Writes a line on standard error. On a terminal, the output that comes before it is written
/// first; elsewhere too, so that both are in order if they go to the same file.
inline void write_note(std::string line) {
    if (!interruptible::make_way(interruption::note)) line.insert(0, 1, '\n');
    progress::take_away();
    std::fwrite(line.data(), 1, line.size(), stderr);
}

/// Reports an error, or writes a note, on standard error, in one line: control characters of file
/// names and other words of the command line are escaped. The note of a job waits until the output
/// before it is written.
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
    if (auto* const piece = piece::current())
        piece->notes.push_back({piece->text.size(), std::move(line)});
    else
        write_note(std::move(line));
}

/// Where a command writes: standard output, or the output of a job.
class output {
  public:
    output(output const&) = delete;
    output& operator=(output const&) = delete;

    /// Writes octets, unchanged.
    void write(std::string_view text) {
        for (; text.size() > step; text.remove_prefix(step)) {
            buffer_ += text.substr(0, step);
            flush_if_full();
        }
        buffer_ += text;
        flush_if_full();
    }

    /// The octets that are not written yet, to append to. Call flush_if_full() now and then.
    std::string& buffer() { return buffer_; }
    void flush_if_full() {
        if (buffer_.size() >= limit_) pass_on();
    }

    /// Writes the octets so far, because the next ones may take long to arrive.
    virtual void flush() = 0;

    /// Whether the output of several messages comes before it.
    virtual bool continues() const = 0;

    /// The number of the piece of the input from which the next octets are made: 0 if the input is
    /// not divided.
    std::uint64_t place() const { return place_; }
    void set_place(std::uint64_t place) { place_ = place; }

  protected:
    explicit output(std::string& buffer) : buffer_{buffer} {}
    ~output() = default;

    static constexpr std::size_t step = 1 << 16;

    /// Called when the buffer has reached its limit. Empties it, or raises the limit.
    virtual void pass_on() = 0;

    std::string& buffer_;
    std::size_t limit_ = step;

  private:
    std::uint64_t place_ = 0;
};

/// Standard output. If its reader is gone, the program ends quietly. If writing fails (a full
/// disk), the program reports it and fails. A terminal gets whole lines, so that errors and
/// progress do not appear in the middle of one.
class standard_output final : public output, interruptible {
  public:
    standard_output() : output{text_}, is_terminal_{is_terminal(stdout)} {
        std::setvbuf(stdout, nullptr, _IONBF, 0);
#if defined(_WIN32)
        _setmode(_fileno(stdout), _O_BINARY);
#else
        std::signal(SIGPIPE, SIG_IGN);
#endif
    }
    ~standard_output() { write_out(text_.size()); }

    /// Writes the octets so far; to a terminal, whole lines, unless a line is longer than the
    /// buffer.
    void flush() override {
        auto const size = is_terminal_ ? size_of_lines() : text_.size();
        write_out(size == 0 && text_.size() >= limit_ ? text_.size() : size);
    }

    bool continues() const override { return false; }

  private:
    void pass_on() override { flush(); }

    bool make_way_for(interruption by) override {
        bool const is_whole = by == interruption::note && !is_terminal_;
        write_out(is_whole ? text_.size() : size_of_lines());
        return !is_in_line_;
    }

    /// The number of octets up to the end of the last whole line.
    std::size_t size_of_lines() const {
        auto const last = text_.rfind('\n');
        return last == text_.npos ? 0 : last + 1;
    }

    void write_out(std::size_t size) {
        if (size == 0) return;
        progress::take_away();
        errno = 0;
        auto const written = std::fwrite(text_.data(), 1, size, stdout);
        if (written != size) {
            if (errno == EPIPE) std::_Exit(static_cast<int>(status::done));
            complain(std::string{"standard output: "} + std::strerror(errno));
            std::_Exit(static_cast<int>(status::failed));
        }
        is_in_line_ = is_terminal_ && text_[size - 1] != '\n';
        text_.erase(0, size);
    }

    std::string text_;
    bool is_terminal_ = false;
    bool is_in_line_ = false; // whether the terminal shows a line that has not ended
};

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_PROGRESS_HPP
#define FOLDWISE_TOOLS_PROGRESS_HPP

#include "interruption.hpp"
#include "piece.hpp"
#include "terminal.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

namespace tool {

/// "1.4 GiB": a number of octets for people, in at most three digits.
inline std::string human_size(std::uint64_t octets) {
    constexpr char const* units[] = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    auto value = static_cast<double>(octets);
    std::size_t unit = 0;
    for (; value >= 999.5 && unit < 6; ++unit) value /= 1024;
    char digits[32];
    auto const decimals = unit == 0 || value >= 9.95 ? 0 : 1;
    auto const end =
        std::to_chars(digits, std::end(digits), value, std::chars_format::fixed, decimals).ptr;
    return std::string{digits, end}.append(" ").append(units[unit]);
}

/// A progress line on standard error: octets, rate, time left. It is shown only on a terminal, and
/// only after a second. Before that, the output so far is written.
class progress {
  public:
    /// `total` returns the number of octets to read, or 0 if it is not known. It is called before
    /// the line is shown for the first time: to add up the files of a folder takes time.
    explicit progress(std::function<std::uint64_t()> total)
        : ask_total_{std::move(total)}, shown_{is_terminal(stderr)} {
        active() = this;
    }
    /// The same if the number is known already.
    explicit progress(std::uint64_t total) : progress{[total] { return total; }} {}
    progress(progress const&) = delete;
    progress& operator=(progress const&) = delete;
    ~progress() {
        take_away();
        active() = nullptr;
    }

    /// `octets` more have been read. What a job reads counts when its output is written.
    void add(std::uint64_t octets) {
        if (auto* const piece = piece::current()) {
            piece->octets_read += octets;
            return;
        }
        done_ += octets;
        if (shown_ && done_ - looked_at_ >= (1 << 20)) look();
    }

    /// Erases the line, so that something else can be written.
    static void take_away() {
        if (active() == nullptr || !active()->visible_) return;
        std::fputs("\r\x1B[K", stderr);
        active()->visible_ = false;
    }

  private:
    using clock = std::chrono::steady_clock;

    static progress*& active() {
        static progress* instance = nullptr;
        return instance;
    }

    /// Shows the line again if enough time has passed.
    void look() {
        looked_at_ = done_;
        auto const now = clock::now();
        auto const since_last = std::chrono::duration<double>(now - last_).count();
        if (since_last < (last_ == start_ ? 1.0 : 0.2)) return;
        if (!interruptible::make_way(interruption::progress)) return;
        if (ask_total_) total_ = std::exchange(ask_total_, nullptr)();
        last_ = now;
        auto const seconds = std::chrono::duration<double>(now - start_).count();
        auto const rate = static_cast<double>(done_) / seconds;
        std::string line = "\r\x1B[K" + human_size(done_);
        if (total_ > done_) line += " of " + human_size(total_);
        line += ", " + human_size(static_cast<std::uint64_t>(rate)) + "/s";
        if (total_ > done_) {
            auto const left =
                static_cast<unsigned long>(static_cast<double>(total_ - done_) / rate);
            char buffer[48];
            std::snprintf(buffer, sizeof buffer, ", %lu:%02lu left", left / 60, left % 60);
            line += buffer;
        }
        std::fputs(line.c_str(), stderr);
        visible_ = true;
    }

    std::function<std::uint64_t()> ask_total_; // until it has been called
    std::uint64_t total_ = 0;
    std::uint64_t done_ = 0;
    std::uint64_t looked_at_ = 0;
    bool shown_;
    bool visible_ = false;
    clock::time_point start_ = clock::now();
    clock::time_point last_ = start_;
};

} // namespace tool

#endif

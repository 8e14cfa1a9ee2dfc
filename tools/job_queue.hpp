#ifndef FOLDWISE_TOOLS_JOB_QUEUE_HPP
#define FOLDWISE_TOOLS_JOB_QUEUE_HPP

#include "output.hpp"
#include "piece.hpp"
#include "progress.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

struct job;

/// The work of the jobs, piece by piece, and their output, in the order of the input.
///
///     piece    4          5          6            7
///              is turn_   finished   at work      waits for a job
///
/// The output of a finished piece is kept until its turn comes. The job that finishes the piece
/// whose turn it is writes it, and those after it that are finished. A job at work on the piece
/// whose turn it is writes its output as it is made. At most `most_held` octets for each job are
/// kept: a job that would keep more waits for its turn. So however long the output of one message
/// is, the job that is ahead of it waits, and nothing needs more memory.
class job_queue {
  public:
    /// Works at a piece.
    using task = std::function<void(job&)>;

    job_queue(std::size_t jobs, output& out, progress& progress)
        : jobs_{jobs}, out_{out}, progress_{progress} {}

    // For the thread that divides the input:

    /// Adds the next piece. Waits while too many pieces are not written yet.
    void add(task work) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return next_ - turn_ < most_ahead * jobs_; });
        work_.push_back({next_++, std::move(work)});
        changed_.notify_all();
    }

    /// Adds notes that come after the pieces so far.
    void add_notes(piece&& notes) {
        {
            std::unique_lock const lock{mutex_};
            notes.number = next_++;
        }
        finish(std::move(notes));
    }

    /// Waits until all pieces are written. Returns the number of the next one.
    std::uint64_t wait() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return turn_ == next_; });
        return next_;
    }

    /// Ends the jobs. All pieces must be written.
    void close() {
        std::unique_lock const lock{mutex_};
        is_closed_ = true;
        changed_.notify_all();
    }

    // For the jobs:

    struct numbered_task {
        std::uint64_t number;
        task work;
    };

    /// The next piece to work at, or none after the last one.
    std::optional<numbered_task> take() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return is_closed_ || !work_.empty(); });
        if (work_.empty()) return std::nullopt;
        auto first = std::move(work_.front());
        work_.pop_front();
        return first;
    }

    /// Keeps `octets` more of the output of a piece, or writes it if that is its turn or there is
    /// no room. Returns whether it was kept.
    bool keep(piece& mine, std::size_t octets) {
        {
            std::unique_lock lock{mutex_};
            auto const has_room = [&] { return held_ + octets <= most_held * jobs_; };
            changed_.wait(lock, [&] { return turn_ == mine.number || has_room(); });
            if (turn_ != mine.number) {
                held_ += octets;
                mine.held += octets;
                return true;
            }
            give_back(mine);
        }
        write(mine);
        return false;
    }

    /// A string without content but perhaps with room, to make the text of a piece in. New memory
    /// for each piece would take time.
    std::string spare_text() {
        std::unique_lock const lock{mutex_};
        if (spare_.empty()) return {};
        auto text = std::move(spare_.back());
        spare_.pop_back();
        return text;
    }

    /// Takes the output of a finished piece, and writes it when its turn comes.
    void finish(piece&& mine) {
        std::unique_lock lock{mutex_};
        if (turn_ != mine.number) {
            auto const number = mine.number;
            finished_.emplace(number, std::move(mine));
            return;
        }
        writes_itself const now;
        for (auto first = std::move(mine);;) {
            give_back(first);
            lock.unlock();
            write(first);
            if (first.then) first.then();
            lock.lock();
            if (spare_.size() < jobs_ && first.text.capacity() <= most_held)
                spare_.push_back(std::move(first.text));
            ++turn_;
            changed_.notify_all();
            auto const next = finished_.find(turn_);
            if (next == finished_.end()) return;
            first = std::move(next->second);
            finished_.erase(next);
        }
    }

  private:
    static constexpr std::size_t most_held = 1 << 22; // for each job
    static constexpr std::uint64_t most_ahead = 8;    // pieces that are not written, for each job

    void give_back(piece& mine) {
        held_ -= std::exchange(mine.held, 0);
        changed_.notify_all();
    }

    /// Writes what a piece consists of so far. Only for the piece whose turn it is.
    void write(piece& mine) {
        writes_itself const now;
        std::string_view const text = mine.text;
        std::size_t done = 0;
        for (auto& note : mine.notes) {
            out_.write(text.substr(done, note.at - done));
            done = note.at;
            write_note(std::move(note.line));
        }
        out_.write(text.substr(done));
        mine.text.clear();
        mine.notes.clear();
        progress_.add(std::exchange(mine.octets_read, 0));
    }

    std::size_t const jobs_;
    output& out_;
    progress& progress_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<numbered_task> work_;
    std::map<std::uint64_t, piece> finished_; // but not written
    std::uint64_t next_ = 0;                  // the number of the next piece to be added
    std::uint64_t turn_ = 0;                  // the number of the first piece that is not written
    std::size_t held_ = 0;                    // octets of output that are kept
    std::vector<std::string> spare_;          // of pieces that are written
    bool is_closed_ = false;
};

/// The output of a job: of one piece after another.
class job_output final : public output {
  public:
    explicit job_output(job_queue& queue) : output{piece_.text}, queue_{queue} {}

    /// Starts a piece.
    void start(std::uint64_t number) {
        piece_.number = number;
        piece_.text = queue_.spare_text();
        limit_ = step;
        set_place(number);
        piece::current() = &piece_;
    }
    /// Ends it. `then` is called, if it is not empty, when the piece is written.
    void finish(std::function<void()> then) {
        piece_.then = std::move(then);
        piece::current() = nullptr;
        queue_.finish(std::exchange(piece_, piece{}));
    }

    void flush() override {} // jobs read files, which do not make them wait
    bool continues() const override { return true; }

  private:
    void pass_on() override { limit_ = queue_.keep(piece_, step) ? limit_ + step : step; }

    piece piece_;
    job_queue& queue_;
};

} // namespace tool

#endif

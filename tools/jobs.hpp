#ifndef FOLDWISE_TOOLS_JOBS_HPP
#define FOLDWISE_TOOLS_JOBS_HPP

#include "found.hpp"
#include "job_queue.hpp"
#include "options.hpp"
#include "output.hpp"
#include "piece.hpp"
#include "progress.hpp"

#include <cstddef>
#include <deque>
#include <functional>
#include <system_error>
#include <thread>
#include <utility>

namespace tool {

/// One of the threads that read, or the thread that does it alone.
struct job {
    output& out;
    message_user use; ///< the command of this job
    status worst = status::done;
    std::function<void()> then = {}; ///< to be called when the piece at hand is written, or empty
};

/// What --jobs needs to know about a command.
struct divisible_command {
    /// Makes a command that writes to an output. The first one is for the output of the program.
    std::function<message_user(output&)> make;
    /// Whether what the first command printed no longer matters for what others print.
    std::function<bool()> is_ready;
};

/// The threads of --jobs. One thread divides the input into pieces and adds them here.
///     jobs threads{options, out, progress, command};
///     threads.add([](job& mine) { ... mine.use(found) ... });
///     threads.work_alone();           // and writes to `out`
///     auto const worst = threads.finish();
/// Their output is the same, in the same order, as if each piece were worked at when it is added.
/// That is what happens while the command is not ready.
class jobs {
  public:
    jobs(options const& options, output& out, progress& progress, divisible_command const& command)
        : count_{options.jobs}, command_{command}, alone_{out, command.make(out)},
          queue_{count_, out, progress} {}
    jobs(jobs const&) = delete;
    jobs& operator=(jobs const&) = delete;
    ~jobs() { finish(); }

    /// The job of this thread, for what is not added.
    job& alone() { return alone_; }

    /// Adds a piece, which comes before what this thread has reported meanwhile.
    void add(job_queue::task work) {
        if (command_.is_ready() && start()) return queue_.add(std::move(work));
        writes_itself const now;
        work(alone_);
        if (auto const then = std::exchange(alone_.then, nullptr)) then();
    }

    /// From now on, what this thread reports waits for add_notes(), so that pieces can be added
    /// that come before it.
    void hold_notes() { piece::current() = &notes_; }
    bool has_notes() const { return !notes_.notes.empty(); }
    /// Adds what this thread has reported. It comes after all pieces so far.
    void add_notes() {
        if (has_notes()) queue_.add_notes(std::exchange(notes_, piece{}));
    }

    /// Waits until all pieces are written, so that this thread can go on alone.
    void work_alone() {
        add_notes();
        alone_.out.set_place(queue_.wait());
        piece::current() = nullptr;
    }

    /// Ends the threads. Returns the worst status of all jobs.
    status finish() {
        work_alone();
        queue_.close();
        for (auto& each : workers_) {
            if (each.thread.joinable()) each.thread.join();
            alone_.worst = worse(alone_.worst, each.mine.worst);
        }
        return alone_.worst;
    }

  private:
    struct worker {
        worker(job_queue& queue, divisible_command const& command)
            : out{queue}, mine{out, command.make(out)} {}
        job_output out;
        job mine;
        std::thread thread;
    };

    /// Starts the threads, unless that is done. Returns false if none can be started.
    bool start() {
        if (!workers_.empty()) return workers_.front().thread.joinable();
        // All commands are made before the first thread starts.
        for (std::size_t i = 0; i < count_; ++i) workers_.emplace_back(queue_, command_);
        for (auto& each : workers_)
            if (!start(each)) break;
        return workers_.front().thread.joinable();
    }

    /// Starts a thread. Returns false if the system allows no more.
    bool start(worker& each) {
#if defined(__cpp_exceptions)
        try {
            each.thread = std::thread{[this, &each] { run(each); }};
        } catch (std::system_error const&) {
            return false;
        }
#else
        each.thread = std::thread{[this, &each] { run(each); }};
#endif
        return true;
    }

    void run(worker& self) {
        while (auto next = queue_.take()) {
            self.out.start(next->number);
            next->work(self.mine);
            self.out.finish(std::exchange(self.mine.then, nullptr));
        }
    }

    std::size_t const count_;
    divisible_command const& command_;
    job alone_;
    job_queue queue_;
    piece notes_; // of this thread
    std::deque<worker> workers_;
};

} // namespace tool

#endif

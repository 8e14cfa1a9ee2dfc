#ifndef FOLDWISE_BENCH_SUPPORT_HPP
#define FOLDWISE_BENCH_SUPPORT_HPP

// Used by every benchmark: mailboxes that are made once, and timing that compares a task with a
// walk over the lines of the same bytes with memchr, and with a copy of the bytes with memcpy.

#include "hostile.hpp"
#include "mailbox.hpp"
#include "tally.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

/// The median. Reorders `values`, which must not be empty.
inline double median(std::vector<double>& values) {
    auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Runs `task`, stores its result in `found`, and returns the seconds that it took.
template <class Task>
double seconds(Task const& task, tally& found) {
    using clock = std::chrono::steady_clock;
    auto const start = clock::now();
    found = task();
    // A copy: with GCC, benchmark 1.7.1 loses the value of a non-const argument, and the overload
    // for const arguments is deprecated in 1.9.
    auto copy = found;
    benchmark::DoNotOptimize(copy.count);
    benchmark::DoNotOptimize(copy.octets);
    benchmark::ClobberMemory();
    return std::chrono::duration<double>(clock::now() - start).count();
}

/// A number from an environment variable, or `otherwise` if it is not set.
inline std::size_t setting(char const* name, std::size_t otherwise) {
    auto const* const text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoul(text, nullptr, 10);
}

/// The least number of runs of each task: FOLDWISE_BENCH_ROUNDS, or 9. Set it to 1 if times do not
/// matter.
inline std::size_t least_rounds() { return setting("FOLDWISE_BENCH_ROUNDS", 9); }

/// Adds the sizes to run with: FOLDWISE_BENCH_KIB if that is set, or else `mib`.
inline void add_sizes(benchmark::internal::Benchmark& to, std::initializer_list<std::int64_t> mib) {
    to.UseManualTime()->Unit(benchmark::kMillisecond)->ArgName("KiB");
    if (auto const set = setting("FOLDWISE_BENCH_KIB", 0); set != 0)
        to.Arg(static_cast<std::int64_t>(set));
    else
        for (auto const size : mib) to.Arg(size << 10);
}

/// The times that a task takes, round by round.
class rounds {
  public:
    rounds(byte_pieces pieces, tally expected)
        : pieces_{pieces}, expected_{expected}, lines_{0, size_of(pieces)}, copy_(lines_.octets) {
        for (auto const piece : pieces)
            lines_.count += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
    }

    /// Times the walk over the lines, the copy and the task. Returns whether all of them returned
    /// the expected result.
    template <class Task>
    bool run(Task const& task) {
        tally found_lines;
        tally copied;
        tally found;
        auto const walk = seconds([&] { return walk_lines(pieces_); }, found_lines);
        auto const copying = seconds([&] { return copy_octets(pieces_, copy_); }, copied);
        auto const time = seconds(task, found);
        walks_.push_back(walk);
        times_.push_back(time);
        to_lines_.push_back(walk / time);
        to_copy_.push_back(copying / time);
        return found == expected_ && found_lines == lines_ && copied.octets == lines_.octets;
    }
    std::size_t count() const { return times_.size(); }
    double last() const { return times_.back(); }

    void report(benchmark::State& state) {
        auto const size = static_cast<double>(lines_.octets);
        auto const pieces = static_cast<double>(pieces_.size());
        state.SetBytesProcessed(state.iterations() *
                                static_cast<benchmark::IterationCount>(lines_.octets));
        state.counters["ns_per_byte"] = median(times_) * 1e9 / size;
        if (pieces_.size() > 1) {
            state.counters["ns_per_piece"] = median(times_) * 1e9 / pieces;
            state.counters["lines_ns_per_piece"] = median(walks_) * 1e9 / pieces;
        }
        state.counters["to_lines"] = median(to_lines_);
        state.counters["to_copy"] = median(to_copy_);
        state.counters["rounds"] = static_cast<double>(count());
    }

  private:
    byte_pieces pieces_;
    tally expected_;
    tally lines_;
    std::vector<char> copy_;
    std::vector<double> walks_;
    std::vector<double> times_;
    std::vector<double> to_lines_;
    std::vector<double> to_copy_;
};

/// Times `task`, which reads `pieces` and must return `expected` each time.
///
/// Method: each round walks the lines of the same bytes, copies them, and then runs the task, so
/// that a busy machine slows all three. There are at least nine rounds, even if they take longer
/// than the benchmark's time. The report has bytes_per_second of the task (mean) and medians over
/// the rounds, which a single slow round does not change:
///     ns_per_byte         of the task
///     to_lines            the task's speed divided by the speed of the walk
///     to_copy             the task's speed divided by the speed of the copy
///     ns_per_piece        if there are several pieces: of the task, for one piece
///     lines_ns_per_piece  of the walk, for one piece
template <class Task>
void beside_lines(benchmark::State& state, byte_pieces pieces, tally expected, Task const& task) {
    rounds all{pieces, expected};
    for (auto _ : state) {
        if (!all.run(task)) {
            state.SkipWithError("the result is wrong");
            return;
        }
        state.SetIterationTime(all.last());
    }
    while (all.count() < least_rounds())
        if (!all.run(task)) return state.SkipWithError("the result is wrong");
    all.report(state);
}

/// A kind of mailbox, by name, that can be made in any size.
struct source {
    std::string_view name;
    mailbox (*make)(std::size_t size);
};

template <mail_kind Kind, newline Ending>
mailbox make(std::size_t size) {
    return make_mailbox(Kind, Ending, size);
}
template <hostile_kind Kind>
mailbox make(std::size_t size) {
    return make_mailbox(Kind, size);
}

/// Ordinary mail.
inline constexpr source ordinary[] = {
    {"list_lf", make<mail_kind::list, newline::lf>},
    {"list_crlf", make<mail_kind::list, newline::crlf>},
    {"attach_lf", make<mail_kind::attach, newline::lf>},
    {"attach_crlf", make<mail_kind::attach, newline::crlf>},
    {"headers_lf", make<mail_kind::headers, newline::lf>},
    {"headers_crlf", make<mail_kind::headers, newline::crlf>},
};

/// Input that tries to make cutting an mbox slow.
inline constexpr source hostile_to_splitting[] = {
    {"one_folded_field", make<hostile_kind::one_folded_field>},
    {"lines_without_colon", make<hostile_kind::lines_without_colon>},
    {"quote_runs", make<hostile_kind::quote_runs>},
    {"near_separators", make<hostile_kind::near_separators>},
    {"empty_lines", make<hostile_kind::empty_lines>},
    {"from_lines", make<hostile_kind::from_lines>},
    {"from_lines_any", make<hostile_kind::from_lines_any>},
    {"from_lines_dated", make<hostile_kind::from_lines_dated>},
};

/// Input that tries to make reading fields slow.
inline constexpr source hostile_to_fields[] = {
    {"one_folded_field", make<hostile_kind::one_folded_field>},
    {"one_blank_field", make<hostile_kind::one_blank_field>},
    {"lines_without_colon", make<hostile_kind::lines_without_colon>},
    {"from_lines", make<hostile_kind::from_lines>},
};

/// The mailbox of the given kind and size, made at the first call.
inline mailbox const& mailbox_of(source const& from, std::size_t size) {
    static std::map<std::pair<std::string_view, std::size_t>, mailbox> made;
    auto const [at, is_new] = made.try_emplace({from.name, size});
    if (is_new) at->second = from.make(size);
    return at->second;
}

/// Adds the benchmarks `name/SOURCE/KiB:SIZE`. If the cost per octet grows with the size, the task
/// is not linear.
inline void add(std::string const& name, std::span<source const> sources,
                void (*run)(benchmark::State&, mailbox const&)) {
    for (auto const& from : sources) {
        auto const with = [&from, run](benchmark::State& state) {
            run(state, mailbox_of(from, static_cast<std::size_t>(state.range(0)) << 10));
        };
        auto const full_name = (name + "/").append(from.name);
        add_sizes(*benchmark::RegisterBenchmark(full_name.c_str(), with), {1, 16});
    }
}

} // namespace bench

#endif

#ifndef FOLDWISE_BENCH_SUPPORT_HPP
#define FOLDWISE_BENCH_SUPPORT_HPP

// What every benchmark uses: mailboxes that are made once, and the timing beside
// the walk of the same bytes with memchr, and their copy with memcpy.

#include "hostile.hpp"
#include "mailbox.hpp"
#include "tally.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

/// The median; reorders `values`, of which there must be one.
inline double median(std::vector<double>& values) {
    auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Runs `task`, keeps what it found in `found`, and gives the seconds that it took.
template <class Task>
double seconds(Task const& task, tally& found) {
    using clock = std::chrono::steady_clock;
    auto const start = clock::now();
    found = task();
    // A copy: with GCC, benchmark 1.7.1 loses the value of what is not const, and the
    // overload for what is const is deprecated in 1.9.
    auto copy = found;
    benchmark::DoNotOptimize(copy.count);
    benchmark::DoNotOptimize(copy.octets);
    benchmark::ClobberMemory();
    return std::chrono::duration<double>(clock::now() - start).count();
}

/// Times `task`, which reads `pieces` and must find `expected` each time.
///
/// Method: each iteration walks the lines of the same bytes, copies them, and then runs the
/// task, all on the clock, so that whatever slows the machine down slows each. Reported
/// are bytes_per_second of the task (mean), and medians over the iterations, which a
/// disturbed iteration does not move: ns_per_byte of the task; to_lines, the task's speed
/// divided by the walk's (1.0: as fast as walking the lines); and to_copy, the same to the copy.
template <class Task>
void beside_lines(benchmark::State& state, byte_pieces pieces, tally expected, Task const& task) {
    auto const size = size_of(pieces);
    tally lines{0, size};
    for (auto const piece : pieces)
        lines.count += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));

    std::vector<char> copy(size);
    std::vector<double> task_seconds;
    std::vector<double> to_lines;
    std::vector<double> to_copy;
    for (auto _ : state) {
        tally found_lines;
        tally copied;
        tally found;
        auto const walk = seconds([&] { return walk_lines(pieces); }, found_lines);
        auto const copying = seconds([&] { return copy_octets(pieces, copy); }, copied);
        auto const time = seconds(task, found);
        if (found != expected || found_lines != lines || copied.octets != size) {
            state.SkipWithError("not what was put in");
            return;
        }
        state.SetIterationTime(time);
        task_seconds.push_back(time);
        to_lines.push_back(walk / time);
        to_copy.push_back(copying / time);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<benchmark::IterationCount>(size));
    state.counters["ns_per_byte"] = median(task_seconds) * 1e9 / static_cast<double>(size);
    state.counters["to_lines"] = median(to_lines);
    state.counters["to_copy"] = median(to_copy);
}

/// A mailbox by name, to be made in some size.
struct source {
    std::string_view name;
    mailbox (*make)(std::size_t size);
    std::int64_t largest = 16; ///< MiB
};

template <mail_kind Kind, newline Ending>
mailbox make(std::size_t size) {
    return make_mailbox(Kind, Ending, size);
}
template <hostile_kind Kind>
mailbox make(std::size_t size) {
    return make_mailbox(Kind, size);
}

/// Mail as it comes.
inline constexpr source ordinary[] = {
    {"list_lf", make<mail_kind::list, newline::lf>, 64},
    {"list_crlf", make<mail_kind::list, newline::crlf>},
    {"attach_lf", make<mail_kind::attach, newline::lf>},
    {"attach_crlf", make<mail_kind::attach, newline::crlf>},
    {"headers_lf", make<mail_kind::headers, newline::lf>},
    {"headers_crlf", make<mail_kind::headers, newline::crlf>},
};

/// What tries to make cutting an mbox slow, ...
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

/// ... and reading fields.
inline constexpr source hostile_to_fields[] = {
    {"one_folded_field", make<hostile_kind::one_folded_field>},
    {"one_blank_field", make<hostile_kind::one_blank_field>},
    {"lines_without_colon", make<hostile_kind::lines_without_colon>},
    {"from_lines", make<hostile_kind::from_lines>},
};

/// The mailbox of that name and size, made when it is first asked for.
inline mailbox const& mailbox_of(source const& from, std::size_t size) {
    static std::map<std::pair<std::string_view, std::size_t>, mailbox> made;
    auto const [at, is_new] = made.try_emplace({from.name, size});
    if (is_new) at->second = from.make(size);
    return at->second;
}

/// Adds the benchmarks `name/SOURCE/MiB:SIZE`. A cost per octet that grows with the
/// size is not linear.
inline void add(std::string const& name, std::span<source const> sources,
                void (*run)(benchmark::State&, mailbox const&)) {
    for (auto const& from : sources) {
        auto const with = [&from, run](benchmark::State& state) {
            run(state, mailbox_of(from, static_cast<std::size_t>(state.range(0)) << 20));
        };
        auto const full_name = (name + "/").append(from.name);
        auto* const added = benchmark::RegisterBenchmark(full_name.c_str(), with);
        added->UseManualTime()->Unit(benchmark::kMillisecond)->ArgName("MiB");
        for (std::int64_t size = 1; size <= from.largest; size *= size == 16 ? 4 : 16)
            added->Arg(size);
    }
}

} // namespace bench

#endif

// The main program: the tasks, done by each reader (TASK/KIND_ENDING/READER/KiB:SIZE), and the
// benchmarks of the other files.

#include "support.hpp"
#include "tasks.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

/// Keeps only the last corpus, since corpora are large, and quick to make.
bench::corpus const& corpus_of(bench::corpus_kind const& kind, bench::newline ending,
                               std::size_t size) {
    static bench::corpus made;
    static std::string last;
    auto const name = bench::joined({kind.name, ending == bench::newline::lf ? " " : " cr ",
                                     std::to_string(reinterpret_cast<std::uintptr_t>(&kind)), " ",
                                     std::to_string(size)});
    if (name == last) return made;
    made = {};
    kind.make(made, ending, size);
    last = name;
    return made;
}

void measure(benchmark::State& state, bench::task const& task, bench::corpus_kind const& kind,
             bench::newline ending, bench::reading const& reading) {
    auto const& made = corpus_of(kind, ending, static_cast<std::size_t>(state.range(0)) << 10);
    if (reading.check != nullptr && !reading.check(made))
        return state.SkipWithError("the result differs from the input, octet by octet");
    bench::beside_lines(state, made.beside, reading.finds(task, made),
                        [&] { return reading.run(made); });
}

void add(bench::task const& task, bench::corpus_kind const& kind, bench::newline ending) {
    for (auto const& reader : bench::readers()) {
        auto const* const reading = bench::find_reading(reader.name, task.name);
        if (reading == nullptr || !reader.can_read(kind, ending)) continue;
        auto const name =
            bench::joined({task.name, "/", kind.name,
                           ending == bench::newline::lf ? "_lf/" : "_crlf/", reader.name});
        auto const run = [&task, &kind, ending, reading](benchmark::State& state) {
            measure(state, task, kind, ending, *reading);
        };
        auto& added = *benchmark::RegisterBenchmark(name.c_str(), run);
        if (kind.is_small)
            added.UseManualTime()->ArgName("KiB")->Arg(128);
        else
            bench::add_sizes(added, {16});
    }
}

} // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    for (auto const& task : bench::tasks)
        for (auto const& kind : task.kinds) {
            add(task, kind, bench::newline::lf);
            if (kind.has_crlf) add(task, kind, bench::newline::crlf);
        }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}

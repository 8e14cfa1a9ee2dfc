// Runs one task a given number of times, so that instructions.py can count instructions, or writes
// a generated mailbox.
//
//     foldwise_tasks list                               all combinations READER TASK KIND ENDING
//     foldwise_tasks run READER TASK KIND ENDING KIB TIMES
//     foldwise_tasks make KIND ENDING KIB               write an mbox to standard output
//     foldwise_tasks expected TASK KIND ENDING KIB      print the expected count and sum
//     foldwise_tasks check KIB                          run every combination once
//
// The READER "lines" walks the lines of the same octets instead. `run` prints the number of octets
// and the count and sum that were found, and fails if they are not the expected ones.

#include "tasks.hpp"

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

using bench::tally;

constexpr std::string_view ending_names[] = {"lf", "crlf"};

bench::task const* find_task(std::string_view name) {
    for (auto const& task : bench::tasks)
        if (task.name == name) return &task;
    return nullptr;
}
bench::corpus_kind const* find_kind(bench::task const& task, std::string_view name) {
    for (auto const& kind : task.kinds)
        if (kind.name == name) return &kind;
    return nullptr;
}
bench::newline ending_of(std::string_view name) {
    return name == "crlf" ? bench::newline::crlf : bench::newline::lf;
}

/// Calls `use` for each combination that a reader supports.
template <class Use>
void for_each(Use use) {
    for (auto const& reader : bench::readers())
        for (auto const& reading : reader.readings)
            for (auto const& kind : find_task(reading.task)->kinds)
                for (auto const ending : ending_names)
                    if (reader.can_read(kind, ending_of(ending)))
                        use(reader, reading, kind, ending);
}

int list() {
    for_each([](auto const& reader, auto const& reading, auto const& kind, auto ending) {
        std::printf("%s %s %s %s\n", reader.name.data(), reading.task.data(), kind.name.data(),
                    ending.data());
    });
    return 0;
}

int complain(char const* what) {
    std::fprintf(stderr, "foldwise_tasks: %s\n", what);
    return 2;
}

bool is_right(tally found, tally expected, bench::reader const& reader,
              bench::reading const& reading, bench::corpus_kind const& kind) {
    if (found == expected) return true;
    std::fprintf(stderr, "%s %s %s: found %zu and %zu, not %zu and %zu\n", reader.name.data(),
                 reading.task.data(), kind.name.data(), found.count, found.octets, expected.count,
                 expected.octets);
    return false;
}

int check(std::size_t size) {
    bool all_right = true;
    for_each([&](auto const& reader, auto const& reading, auto const& kind, auto ending) {
        bench::corpus made;
        kind.make(made, ending_of(ending), size);
        auto const expected = reading.finds(*find_task(reading.task), made);
        bool right = is_right(reading.run(made), expected, reader, reading, kind);
        if (reading.check != nullptr && !reading.check(made)) right = false;
        std::printf("%s: %s %s %s %s\n", right ? "right" : "WRONG", reader.name.data(),
                    reading.task.data(), kind.name.data(), ending.data());
        all_right = all_right && right;
    });
    return all_right ? 0 : 1;
}

int run(std::string_view reader_name, bench::task const& task, bench::corpus_kind const& kind,
        bench::newline ending, std::size_t size, long times) {
    bench::corpus made;
    kind.make(made, ending, size);
    auto const* const reading = bench::find_reading(reader_name, task.name);
    if (reading == nullptr && reader_name != "lines")
        return complain("no such task of this reader");
    auto const expected = reading == nullptr ? tally{} : reading->finds(task, made);
    tally found;
    for (long i = 0; i < times; ++i) {
        found = reading == nullptr ? bench::walk_lines(made.beside) : reading->run(made);
        if (reading == nullptr) bench::keep(made.bytes);
        if (reading != nullptr && found != expected) return complain("the result is wrong");
    }
    std::printf("%zu %zu %zu %zu\n", made.bytes.size(), bench::size_of(made.beside),
                made.pieces.size(), found.count);
    return 0;
}

int expected(bench::task const& task, bench::corpus_kind const& kind, bench::newline ending,
             std::size_t size) {
    bench::corpus made;
    kind.make(made, ending, size);
    auto const must_find = task.expected(made);
    std::printf("%zu %zu\n", must_find.count, must_find.octets);
    return 0;
}

int make(std::string_view kind_name, bench::newline ending, std::size_t size) {
    for (auto const& kind : bench::detail::mail) {
        if (kind.name != kind_name) continue;
        bench::corpus made;
        kind.make(made, ending, size);
        auto const written = std::fwrite(made.bytes.data(), 1, made.bytes.size(), stdout);
        return written == made.bytes.size() && std::fflush(stdout) == 0 ? 0 : 2;
    }
    return complain("no such kind of mailbox");
}

std::size_t number(char const* digits, unsigned shift) {
    return static_cast<std::size_t>(std::strtoull(digits, nullptr, 10)) << shift;
}

} // namespace

int main(int argc, char** argv) {
    std::string_view const command{argc > 1 ? argv[1] : ""};
    if (command == "list" && argc == 2) return list();
    if (command == "check" && argc == 3) return check(number(argv[2], 10));
    if (command == "make" && argc == 5)
        return make(argv[2], ending_of(argv[3]), number(argv[4], 10));
    bool const runs = command == "run" && argc == 8;
    if (runs || (command == "expected" && argc == 6)) {
        auto const* const task = find_task(argv[runs ? 3 : 2]);
        auto const* const kind = task == nullptr ? nullptr : find_kind(*task, argv[runs ? 4 : 3]);
        if (kind == nullptr) return complain("no such task or kind");
        if (!runs) return expected(*task, *kind, ending_of(argv[4]), number(argv[5], 10));
        return run(argv[2], *task, *kind, ending_of(argv[5]), number(argv[6], 10),
                   std::strtol(argv[7], nullptr, 10));
    }
    return complain("run READER TASK KIND ENDING KIB TIMES | list | check KIB | "
                    "make KIND ENDING KIB | expected TASK KIND ENDING KIB");
}

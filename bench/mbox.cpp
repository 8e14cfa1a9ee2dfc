// Splitting an mbox into its entries, in ways that are not among the tasks of tasks.hpp.

#include "support.hpp"

#include <foldwise/store/mbox.hpp>
#include <foldwise/store/mbox_splitter.hpp>

#include <cstddef>
#include <string_view>

namespace {

/// Counts all entries, and sums the lengths of their messages.
bench::tally split(std::string_view bytes, foldwise::mbox_options options) {
    bench::tally found;
    for (auto const entry : foldwise::mbox{bytes, options}) {
        ++found.count;
        found.octets += entry.message_bytes().size();
    }
    return found;
}

/// The same for a stream that delivers 1 MiB at a time. Nothing is copied: the window is a view
/// of the bytes that grows.
bench::tally split_windows(std::string_view bytes, foldwise::mbox_options options) {
    constexpr std::size_t step = 1 << 20;
    bench::tally found;
    foldwise::mbox_splitter splitter{options};
    std::string_view window{bytes.data(), 0};
    auto input = foldwise::mbox_input::continues;
    while (input == foldwise::mbox_input::continues && !splitter.done()) {
        auto const offset = static_cast<std::size_t>(window.data() - bytes.data());
        window = bytes.substr(offset, window.size() + step);
        if (offset + window.size() == bytes.size()) input = foldwise::mbox_input::ended;
        while (auto const entry = splitter.next(window, input)) {
            ++found.count;
            found.octets += entry->message_bytes().size();
        }
    }
    return found;
}

/// Sums the lengths of all bodies without the `>` before `From `.
bench::tally unquote(std::string_view bytes, foldwise::mbox_options options) {
    bench::tally found;
    for (auto const entry : foldwise::mbox{bytes, options}) {
        ++found.count;
        found.octets += entry.body().length();
    }
    return found;
}

bench::tally messages_of(bench::mailbox const& box) {
    return {box.put.messages, box.put.message_octets};
}

void measure_split(benchmark::State& state, bench::mailbox const& box) {
    std::string_view const bytes{box.bytes};
    bench::beside_lines(state, {&bytes, 1}, messages_of(box),
                        [&] { return split(bytes, box.read_as); });
}

void measure_split_windows(benchmark::State& state, bench::mailbox const& box) {
    std::string_view const bytes{box.bytes};
    bench::beside_lines(state, {&bytes, 1}, messages_of(box),
                        [&] { return split_windows(bytes, box.read_as); });
}

void measure_unquote(benchmark::State& state, bench::mailbox const& box) {
    std::string_view const bytes{box.bytes};
    bench::beside_lines(state, {&bytes, 1},
                        {box.put.messages, box.put.body_octets - box.put.quotes},
                        [&] { return unquote(bytes, box.read_as); });
}

[[maybe_unused]] bool const added = [] {
    bench::add("split", bench::hostile_to_splitting, measure_split);
    bench::add("split_windows", bench::ordinary, measure_split_windows);
    bench::add("split_windows", bench::hostile_to_splitting, measure_split_windows);
    bench::add("unquote", bench::ordinary, measure_unquote);
    bench::add("unquote", bench::hostile_to_splitting, measure_unquote);
    return true;
}();

} // namespace

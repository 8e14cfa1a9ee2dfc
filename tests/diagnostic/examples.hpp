#ifndef FOLDWISE_TESTS_DIAGNOSTIC_EXAMPLES_HPP
#define FOLDWISE_TESTS_DIAGNOSTIC_EXAMPLES_HPP

// For tests of the examples in tools/diagnostics: each must have the diagnostic that it is for, at
// the octets that it marks, and no others than those that it names.

#include "../../tools/diagnostics/example.hpp"

#include "../support.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/kind_of.hpp>

#include <cstddef>
#include <string_view>

namespace test {

/// Whether `word` is one of the words in `list`, which spaces separate.
constexpr bool has_word(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        auto const end = list.find(' ');
        if (list.substr(0, end) == word) return true;
        if (end == list.npos) return false;
        list.remove_prefix(end + 1);
    }
    return false;
}

/// Checks the diagnostics of an example. `read(example, text, report)` reads `text`, which is the
/// example's, and reports them. `longest` is the size of the longest text.
template <class Read>
constexpr void check_example(tool::diagnostic_example const& example, std::string_view marked,
                             Read read) {
    auto const name = foldwise::kind_of(example.code).name;
    text_buffer text;
    auto const range = tool::append_unmarked(text, marked);
    std::string_view const octets = text;
    std::size_t count = 0;
    std::size_t companions = 0;
    read(example, octets, [&](foldwise::diagnostic const& problem) {
        if (problem.code != example.code) {
            REQUIRE_SAME(name, has_word(example.also, problem.name()) ? name : problem.name(),
                         name);
            ++companions;
            return;
        }
        ++count;
        REQUIRE_SAME(octets, problem.offset, range.offset);
        REQUIRE_SAME(octets, problem.length, range.length);
    });
    REQUIRE_SAME(octets, count, std::size_t{1});
    REQUIRE_SAME(octets, companions == 0, example.also.empty());
}

/// The same for the text of the example, and, if its lines end with LF, for that with CRLF.
template <class Read>
constexpr bool check_example(tool::diagnostic_example const& example, Read read) {
    check_example(example, example.marked, read);
    if (example.marked.find('\r') == example.marked.npos)
        check_example(example, with_crlf(example.marked), read);
    return true;
}

template <class Read, std::size_t Count>
constexpr bool check_examples(tool::diagnostic_example const (&examples)[Count], Read read) {
    for (auto const& example : examples) check_example(example, read);
    return true;
}

} // namespace test

#endif

#ifndef FOLDWISE_TESTS_SMTP_PROBLEMS_HPP
#define FOLDWISE_TESTS_SMTP_PROBLEMS_HPP

// For tests of commands: their diagnostics as text.

#include "../support.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>

#include <cstddef>

namespace test {

constexpr void append_number(text_buffer& text, std::size_t number) {
    char digits[20] = {};
    std::size_t size = 0;
    do digits[size++] = static_cast<char>('0' + number % 10);
    while ((number /= 10) != 0);
    while (size != 0) text.append(digits[--size]);
}

/// The name, offset and length of a diagnostic.
///     "smtp_verb_case 0 4"
constexpr void append_problem(text_buffer& text, foldwise::diagnostic const& problem) {
    if (!std::string_view{text}.empty()) text.append(", ");
    text.append(problem.name());
    text.append(' ');
    append_number(text, problem.offset);
    text.append(' ');
    append_number(text, problem.length);
}

/// All diagnostics that `value` reports, in order, separated by ", ".
template <class T>
constexpr text_buffer problems_of(T const& value) {
    text_buffer text;
    value.diagnose([&text](foldwise::diagnostic const& problem) { append_problem(text, problem); });
    return text;
}

/// The same for a result; its error starts with "! ".
template <class T>
constexpr text_buffer problems_of_result(T const& read) {
    if (read) return problems_of(*read);
    text_buffer text;
    text.append("! ");
    text_buffer error;
    append_problem(error, read.error());
    text.append(error);
    return text;
}

} // namespace test

#endif

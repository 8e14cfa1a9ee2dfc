// The examples of diagnostics that are messages.

#include "../../tools/diagnostics/catalog.hpp"

#include "examples.hpp"

#include <foldwise/inspect/diagnose.hpp>

#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace {

using namespace foldwise;
using tool::example_kind;

/// Appends the fields before the text of an example of a message, except for those that it has
/// itself.
constexpr void append_fields_before(test::text_buffer& bytes, std::string_view text) {
    auto const end = text.find("\r\n") != text.npos ? std::string_view{"\r\n"} : "\n";
    auto const add = [&](std::string_view name, std::string_view value) {
        if (text.starts_with(name)) return;
        bytes.append(name);
        bytes.append(value);
        bytes.append(end);
    };
    add("From:", " foe@sample.net");
    add("Date:", " Mon, 15 Dec 2014 10:00:00 +0000");
}

/// What most examples would have, because they are short: their lines are not folded, and they have
/// no Message-ID, no MIME-Version and no Content-Transfer-Encoding.
constexpr bool is_left_out(diagnostic_code code) {
    using enum diagnostic_code;
    return code == line_over_78 || code == message_id_missing || code == mime_version_missing ||
           code == header_utf8 || code == header_octet || code == body_octet;
}

constexpr auto read_message = [](tool::diagnostic_example const& example, std::string_view text,
                                 auto report) {
    test::text_buffer bytes;
    if (example.kind == example_kind::message) append_fields_before(bytes, text);
    auto const before = std::string_view{bytes}.size();
    bytes.append(text);
    text_options options;
    if (example.code == diagnostic_code::charset_fallback) options.fallback = charset::windows_1252;
    diagnose(
        message{std::string_view{bytes}},
        [&](diagnostic problem) {
            if (problem.code != example.code && is_left_out(problem.code)) return;
            problem.offset -= before; // perhaps below 0, for a companion
            report(problem);
        },
        options);
};

// Some at compile time, too, each on its own: clang limits the steps of an evaluation.
#if !defined(FOLDWISE_RUN_TIME_CASES)
template <auto& Examples, std::size_t Index>
constexpr bool example_holds = test::check_example(Examples[Index], read_message);

template <auto& Examples, std::size_t... Index>
constexpr bool each_holds(std::index_sequence<Index...>) {
    return (example_holds<Examples, Index> && ...);
}

template <auto& Examples>
constexpr bool all_hold = each_holds<Examples>(std::make_index_sequence<std::size(Examples)>{});

static_assert(all_hold<tool::message_id_examples>);
static_assert(all_hold<tool::address_examples>);
static_assert(all_hold<tool::date_examples>);
static_assert(all_hold<tool::encoded_word_examples>);
#endif

TEST_CASE("diagnostic examples: messages") {
    for (auto const& subject : tool::diagnostic_subjects)
        for (auto const& example : subject)
            if (example.kind == example_kind::message ||
                example.kind == example_kind::whole_message)
                test::check_example(example, read_message);
}

} // namespace

// docs/diagnostics.md lists each diagnostic with an example. It is made here, from the table of
// codes and the table of examples, and the test checks that the file is current. To write it, run
//
//     FOLDWISE_WRITE_PAGE=1 foldwise_tests --test-case="diagnostics page*"

#include "../../tools/diagnostics/catalog.hpp"
#include "../../tools/diagnostics/shown_example.hpp"

#include "../support.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/kind_of.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using foldwise::diagnostic_code;
using foldwise::kind_of;

/// Appends a paragraph in lines of at most 100 columns.
void append_paragraph(std::string& page, std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        auto const word = text.substr(0, text.find(' '));
        bool const fits = columns + 1 + word.size() <= 100;
        if (columns != 0) page += fits ? ' ' : '\n';
        columns = columns == 0 || !fits ? word.size() : columns + 1 + word.size();
        page += word;
        text.remove_prefix(word.size() == text.size() ? word.size() : word.size() + 1);
    }
    page += "\n\n";
}

/// "RFC 5322 section 2.3"; empty if no RFC defines the problem.
std::string place_of(diagnostic_code code) {
    auto const whole = to_string(foldwise::diagnostic{code, 0, 0});
    auto const kind = kind_of(code);
    return kind.rfc.empty()
               ? std::string{}
               : whole.substr(whole.rfind('(') + 1, whole.size() - 2 - whole.rfind('('));
}

std::string with_capital(std::string_view text) {
    std::string sentence{text};
    if (sentence[0] >= 'a' && sentence[0] <= 'z')
        sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
    return sentence;
}

void append_example(std::string& page, tool::diagnostic_example const& example) {
    std::string what; // the introduction describes messages
    using enum tool::example_kind;
    if (example.kind != message && example.kind != value)
        what.append(with_capital(name_of(example.kind))).append(":");
    auto const add = [&what](std::string_view sentence) {
        if (!what.empty()) what += ' ';
        what += sentence;
    };
    if (!example.note.empty()) add(example.note);
    if (!example.also.empty()) {
        add("Also reported:");
        for (auto rest = example.also; !rest.empty();) {
            auto const name = rest.substr(0, rest.find(' '));
            what.append(" `").append(name).append("`");
            rest.remove_prefix(name.size());
            what += rest.empty() ? '.' : ',';
            if (!rest.empty()) rest.remove_prefix(1);
        }
    }
    if (!what.empty()) append_paragraph(page, what);
    page.append("```\n").append(tool::shown_example{example}.text()).append("```\n\n");
}

void append_code(std::string& page, diagnostic_code code) {
    auto const& kind = kind_of(code);
    page.append("### ").append(kind.name).append("\n\n");
    auto text = std::string{"**"}.append(name_of(kind.severity)).append("**");
    if (auto const place = place_of(code); !place.empty()) text.append(", ").append(place);
    append_paragraph(page, text.append(": ").append(kind.text).append("."));
    tool::for_each_example(
        code, [&page](tool::diagnostic_example const& each) { append_example(page, each); });
}

/// The name of the link to a heading, as GitHub makes it.
std::string anchor_of(std::string_view heading) {
    std::string anchor;
    for (char const octet : heading) {
        bool const is_upper = octet >= 'A' && octet <= 'Z';
        anchor += octet == ' ' ? '-' : is_upper ? static_cast<char>(octet - 'A' + 'a') : octet;
    }
    return anchor;
}

std::string introduction() {
    return R"(# Diagnostics

What foldwise reports about mail, by subject: each code with its severity, the section of the RFC,
what is wrong and what foldwise does about it, and an example.

| severity | meaning |
| --- | --- |
| note | unusual, but allowed, and all programs agree on the meaning |
| obsolete | a form that the RFCs still describe, and that must not be written any more |
| violation | breaks the format, but has only one possible meaning |
| ambiguity | another program could read the same bytes differently |
| limit | something was not read, since a limit was reached |

In an example, `^` marks what the diagnostic covers, or the place where something is missing.
Control characters, and spaces at the end of a line, are shown as pictures, such as ␍ for CR, ␊ for
LF and ␠ for a space; line endings only if they are not all alike. `<E9>` is the octet E9, and
`[x × 65]` stands for 65 times "x". Where nothing else is said, an example is a message whose fields
From and Date, which come first, are left out. Of what is also reported, these are left out:
`line_over_78`, `message_id_missing`, `mime_version_missing`, `header_utf8`, `header_octet` and
`body_octet`.

`foldwise lint` prints the diagnostics of messages, and `foldwise lint --explain CODE` what is here
about one code. [ambiguities.md](ambiguities.md) has both readings of each ambiguity. This page is
made from the table of codes (`include/foldwise/diagnostic/`) and the table of examples
(`tools/diagnostics/`); `tests/diagnostic/page.cpp` says how.

)";
}

/// Whether no example before this one is for the same code.
bool is_first_of_its_code(tool::diagnostic_example const& example) {
    tool::diagnostic_example const* first = nullptr;
    tool::for_each_example(example.code, [&first](tool::diagnostic_example const& each) {
        if (first == nullptr) first = &each;
    });
    return first == &example;
}

std::string diagnostics_page() {
    auto page = introduction();
    for (auto const& subject : tool::diagnostic_subjects)
        page.append("- [")
            .append(subject.title())
            .append("](#")
            .append(anchor_of(subject.title()))
            .append(")\n");
    for (auto const& subject : tool::diagnostic_subjects) {
        page.append("\n## ").append(subject.title()).append("\n\n");
        for (auto const& example : subject)
            if (is_first_of_its_code(example)) append_code(page, example.code);
        page.pop_back(); // one of two line endings
    }
    return page;
}

TEST_CASE("diagnostics page: each code has an example") {
    for (auto const& kind : foldwise::diagnostic_kinds()) {
        std::size_t count = 0;
        tool::for_each_example(kind.code, [&count](auto const&) { ++count; });
        INFO("no example of ", std::string{kind.name});
        CHECK(count != 0);
    }
}

TEST_CASE("diagnostics page: docs/diagnostics.md is current") {
    auto const path = FOLDWISE_SOURCE_DIR "/docs/diagnostics.md";
    auto const page = diagnostics_page();
    if (std::getenv("FOLDWISE_WRITE_PAGE") != nullptr)
        std::ofstream{path, std::ios::binary} << page;
    std::ifstream file{path, std::ios::binary};
    std::string const written{std::istreambuf_iterator<char>{file}, {}};
    INFO("tests/diagnostic/page.cpp says how to write it");
    CHECK(written == page);
}

} // namespace

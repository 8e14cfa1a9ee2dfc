// The examples of diagnostics that are messages.

#include "../../tools/diagnostics/catalog.hpp"

#include "examples.hpp"

#include <foldwise/inspect/diagnose.hpp>

#include <string>

namespace {

using namespace foldwise;
using tool::example_kind;

/// The fields before the text of an example of a message, except for those that it has itself.
std::string fields_before(std::string_view text) {
    bool const has_crlf = text.find("\r\n") != text.npos;
    std::string fields;
    if (!text.starts_with("From:")) fields += "From: foe@sample.net\n";
    if (!text.starts_with("Date:")) fields += "Date: Mon, 15 Dec 2014 10:00:00 +0000\n";
    return has_crlf ? std::string{std::string_view{test::with_crlf(fields)}} : fields;
}

template <class Report>
void diagnose_message(tool::diagnostic_example const& example, std::string_view text,
                      Report report) {
    auto const before =
        example.kind == example_kind::whole_message ? std::string{} : fields_before(text);
    auto const bytes = before + std::string{text};
    text_options options;
    if (example.code == diagnostic_code::charset_fallback) options.fallback = charset::windows_1252;
    diagnose(
        message{std::string_view{bytes}},
        [&](diagnostic problem) {
            problem.offset -= before.size(); // perhaps below 0, for a companion
            report(problem);
        },
        options);
}

TEST_CASE("diagnostic examples: messages") {
    for (auto const& subject : tool::diagnostic_subjects)
        for (auto const& example : subject)
            if (example.kind == example_kind::message ||
                example.kind == example_kind::whole_message)
                test::check_example(example,
                                    [](auto const& each, std::string_view text, auto report) {
                                        diagnose_message(each, text, report);
                                    });
}

} // namespace

// The examples of diagnostics that are records of the DNS, or errors that functions return.

#include "../../tools/diagnostics/catalog.hpp"

#include "examples.hpp"

#include <foldwise/dmarc/bimi_record.hpp>
#include <foldwise/dmarc/dmarc_record.hpp>
#include <foldwise/message/get.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/words/fields.hpp>

namespace {

using namespace foldwise;

/// The error of `type.parameters().find("charset")`, with its offset from the start of `text`.
constexpr diagnostic missing_charset(std::string_view text) {
    auto const f = *message{text}.header().begin();
    auto problem = content_type{f}.parameters().find("charset").error();
    problem.offset += offset_of(text, f.raw_value());
    return problem;
}

constexpr auto read_example = [](tool::diagnostic_example const& example, std::string_view text,
                                 auto report) {
    using enum diagnostic_code;
    if (example.kind == tool::example_kind::dmarc_record)
        dmarc_record{text}.diagnose(report);
    else if (example.kind == tool::example_kind::bimi_record)
        bimi_record{text}.diagnose(report);
    else if (example.code == field_missing)
        report(get<"Subject">(message{text}).error());
    else if (example.code == parameter_missing)
        report(missing_charset(text));
    else if (example.code == cid_url_malformed)
        report(cid_url::read(text).error());
};

constexpr bool records() {
    for (auto const& example : tool::tag_examples)
        if (example.kind == tool::example_kind::dmarc_record)
            test::check_example(example, read_example);
    return test::check_examples(tool::record_examples, read_example);
}
CASE("diagnostic examples: records", records)

/// All errors, except for those of commands and files, which other tests read.
constexpr bool errors() {
    using enum diagnostic_code;
    for (auto const& subject : tool::diagnostic_subjects)
        for (auto const& example : subject)
            if (example.kind == tool::example_kind::value &&
                example.code != esmtp_parameter_missing && example.code != content_length_missing)
                test::check_example(example, read_example);
    return true;
}
CASE("diagnostic examples: errors", errors)

} // namespace

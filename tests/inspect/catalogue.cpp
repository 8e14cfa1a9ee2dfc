// What foldwise makes of the ambiguous messages of tests/readers/cases.tsv and mailbox files of
// mailboxes.tsv: it takes the first reading of each, and reports its code.

#include <foldwise/inspect/ambiguity.hpp>

#include "../support.hpp"
#include "catalogue_cases.hpp"

#include <foldwise/fields.hpp>
#include <foldwise/inspect/diagnose.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/suggested_file_name.hpp>
#include <foldwise/store/mbox.hpp>

#include <algorithm>

namespace {

using foldwise::diagnostic;
using foldwise::entity;
using foldwise::message;
using test::catalogue_case;

std::string joined(std::string text, std::string_view next, bool is_first) {
    if (!is_first) text += '|';
    return text.append(next);
}

std::string from_answer(message const& m) {
    std::string answer;
    if (auto const from = foldwise::get<"From">(m))
        for (auto const each : from->mailboxes())
            answer = joined(answer, each.to_string(), answer.empty());
    return answer;
}

std::string text_answer(message const& m) {
    std::string answer;
    bool is_first = true;
    for (auto const part : entity{m}.walk()) {
        if (!part.is_leaf()) continue;
        std::string text;
        for (char const octet : part.decoded())
            if (octet != '\r' || part.encoding() == foldwise::transfer_encoding::base64)
                text += octet;
        std::erase(text, '\r');
        while (text.starts_with('\n')) text.erase(0, 1);
        while (text.ends_with('\n')) text.pop_back();
        answer = joined(answer, text, is_first);
        is_first = false;
    }
    return answer;
}

std::string name_answer(message const& m) {
    for (auto const part : entity{m}.walk())
        if (auto const name = foldwise::suggested_file_name(part))
            return foldwise::decoded_parameter{*name}.to_string();
    return {};
}

std::string answer_of(message const& m, std::string_view question) {
    if (question == "from") return from_answer(m);
    if (question == "text") return text_answer(m);
    if (question == "name") return name_answer(m);
    if (question == "subject" || question == "words") {
        auto const subject = foldwise::get<"Subject">(m);
        return subject ? subject->to_string() : "";
    }
    if (question == "date") {
        auto const date = foldwise::get<"Date">(m);
        if (!date) return {};
        auto text = foldwise::date_time{*date}.to_string();
        return text.substr(0, 19) + "Z"; // of the cases, those with a value are in UTC
    }
    if (question == "type") {
        auto const type = entity{m}.content_type();
        return std::string{type.type()}.append("/").append(type.subtype());
    }
    auto const found = entity{m}.header().find(question);
    return found ? found->value().to_string() : "";
}

TEST_CASE("catalogue: foldwise takes the first reading") {
    auto const cases = test::catalogue_cases();
    REQUIRE(cases.size() > 100);
    for (auto const& row : cases) {
        auto answer = answer_of(message{row.message}, row.question);
        if (answer.empty()) answer = "-";
        bool const is_first = std::ranges::count(row.first, answer) != 0;
        REQUIRE_SAME(row.name, is_first ? row.first.front() : answer, row.first.front());
        for (auto const& other : row.second)
            REQUIRE_SAME(row.name, std::ranges::count(row.first, other), 0);
    }
}

/// Whether diagnose() reports a code for the message, with both readings if it is an ambiguity.
bool is_reported(message const& m, std::string_view code) {
    bool has_readings = false;
    foldwise::diagnose(m, [&](diagnostic const& problem) {
        if (problem.name() != code) return;
        bool const is_ambiguity = problem.severity() == foldwise::severity::ambiguity;
        has_readings = has_readings || !is_ambiguity || ambiguity_of(m, problem).has_value();
    });
    return has_readings;
}

TEST_CASE("catalogue: the code of each message is reported") {
    for (auto const& row : test::catalogue_cases())
        if (row.code != "-")
            REQUIRE_SAME(row.name, is_reported(message{row.message}, row.code), true);
}

TEST_CASE(
    "catalogue: foldwise takes the first reading of each mailbox file, and reports its code") {
    auto const cases = test::mailbox_cases();
    REQUIRE(cases.size() >= 20);
    for (auto const& row : cases) {
        std::string answer;
        bool is_first = true;
        bool is_reported = false;
        for (auto const entry : foldwise::mbox{row.message}) {
            auto body = entry.body().to_string();
            while (body.ends_with('\n')) body.pop_back();
            answer = joined(answer, body, is_first);
            is_first = false;
            entry.diagnose([&](diagnostic const& problem) {
                bool const is_ambiguity = problem.severity() == foldwise::severity::ambiguity;
                if (problem.name() != row.code) return;
                is_reported = !is_ambiguity || ambiguity_of(entry, problem).has_value();
            });
        }
        REQUIRE_SAME(row.name, answer, row.first.front());
        REQUIRE_SAME(row.name, is_reported, true);
        for (auto const& other : row.second)
            REQUIRE_SAME(row.name, std::ranges::count(row.first, other), 0);
    }
}

} // namespace

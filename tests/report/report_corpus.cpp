// Reports in real mail. A part starts at its Content-Type line, and ends at the next line that
// could be a delimiter.

#include <foldwise/report.hpp>

#include "../mail_files.hpp"
#include "../support.hpp"

#include <string>
#include <string_view>

namespace {

using namespace foldwise;

/// The octets before the first line that starts with "--".
std::string_view part_of(std::string_view rest) {
    if (rest.starts_with("--")) return {};
    auto const delimiter = rest.find("\n--");
    return delimiter == rest.npos ? rest : rest.substr(0, delimiter + 1);
}

/// Calls `use(kind, body)` for each part that is a report.
template <class Use>
void for_each_report(std::string_view bytes, Use use) {
    for (auto const line : lines{bytes}) {
        constexpr std::string_view name = "Content-Type:";
        if (!ascii_iequals(line.raw().substr(0, name.size()), name)) continue;
        auto const part = part_of(bytes.substr(offset_of(bytes, line.raw())));
        message const m{part};
        auto const kind = report_kind_of(content_type{*m.header().begin()});
        if (kind != report_kind::none) use(kind, m.body());
    }
}

struct figures {
    std::size_t statuses = 0;   // message/delivery-status
    std::size_t recipients = 0; // in the statuses
    std::size_t addresses = 0;  // of recipients, if they can be read, as are the next three
    std::size_t actions = 0;
    std::size_t status_codes = 0;
    std::size_t reasons = 0;
    std::size_t missing = 0; // fields that the RFCs require
    std::size_t other_problems = 0;
    std::size_t complaints = 0; // of a known type
    std::size_t sources = 0;
    std::size_t headers = 0; // returned header sections
    std::size_t fields = 0;  // in the returned header sections
};

void count_problem(figures& sums, diagnostic const& problem) {
    if (problem.code == diagnostic_code::field_missing)
        ++sums.missing;
    else
        ++sums.other_problems;
}

void add_status(figures& sums, std::string const& path, std::string_view body) {
    delivery_status const status{body};
    ++sums.statuses;
    for (auto const each : status.recipients()) {
        ++sums.recipients;
        if (auto const to = each.final_recipient()) sums.addresses += to->addr_spec() ? 1u : 0u;
        sums.actions += each.action() ? 1u : 0u;
        sums.status_codes += each.status() ? 1u : 0u;
        sums.reasons += each.diagnostic_code() ? 1u : 0u;
    }
    status.diagnose([&](diagnostic const& problem) {
        REQUIRE_SAME(path, problem.offset <= body.size(), true);
        count_problem(sums, problem);
    });
}

void add_feedback(figures& sums, std::string_view body) {
    auth_failure_report const report{body};
    auto const type = report.feedback_type();
    sums.complaints += type && type->keyword() != feedback_type_keyword::other ? 1u : 0u;
    sums.sources += report.source_ip() ? 1u : 0u;
    report.feedback_report::diagnose(
        [&](diagnostic const& problem) { count_problem(sums, problem); });
}

TEST_CASE("report: the fields of reports in real mail") {
    figures sums;
    bool is_there = false;
    test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
        if (path.find("/shared/corpus/") != path.npos) is_there = true;
        for_each_report(bytes, [&](report_kind kind, std::string_view body) {
            if (kind == report_kind::delivery_status) add_status(sums, path, body);
            if (kind == report_kind::feedback_report) add_feedback(sums, body);
            // The corpus has none yet.
            if (kind == report_kind::disposition_notification)
                REQUIRE_SAME(path, disposition_notification{body}.disposition().has_value(), true);
            if (kind != report_kind::headers) return;
            ++sums.headers;
            for (auto const f : message{body}.header()) sums.fields += f.has_name() ? 1u : 0u;
        });
    });
    if (!is_there) return;
    CHECK(sums.statuses >= 12);
    CHECK(sums.recipients >= 15);
    CHECK(sums.addresses == sums.recipients);
    CHECK(sums.actions == sums.recipients);
    CHECK(sums.status_codes == sums.recipients);
    CHECK(sums.reasons >= 13);
    // In a status that is text for people, and in one that is encoded, which is not decoded here.
    CHECK(sums.missing <= 4);
    CHECK(sums.other_problems <= 5); // addresses without brackets, a missing type, dates
    CHECK(sums.complaints >= 6);
    CHECK(sums.sources >= 5);
    CHECK(sums.headers >= 5);
    CHECK(sums.fields >= 60);
}

} // namespace

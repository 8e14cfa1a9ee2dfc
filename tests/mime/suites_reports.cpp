// Expectations of the test suite of Stalwart Labs' mail-auth for feedback reports (RFC 5965,
// RFC 6591): NAME.json has the contents of the report in NAME.eml.

#include <foldwise/mime/entity.hpp>
#include <foldwise/report.hpp>

#include "../support.hpp"
#include "suites.hpp"

namespace {

using namespace foldwise;
using facts_map = std::map<std::string, std::string>;

/// The text without angle brackets and without white space: the suite keeps the white space of
/// folds.
std::string bare(std::string_view text) {
    constexpr char_class left_out{" \t\r\n<>"};
    std::string bare;
    for (char const octet : text)
        if (!left_out.contains(octet)) bare += octet;
    return bare;
}

// ---- The expectations of the suite

/// The text, followed by the items of a list. Empty for null.
std::string text_in(test::json_value const& said) {
    auto text = bare(said.text);
    for (auto const& item : said.items) text.append(bare(item.text)).append(" ");
    return text;
}

facts_map facts_in(test::json_value const& report) {
    facts_map facts;
    for (auto const* const name :
         {"arrival_date", "auth_failure", "authentication_results", "dkim_domain", "dkim_identity",
          "dkim_selector", "feedback_type", "incidents", "original_envelope_id",
          "original_mail_from", "original_rcpt_to", "reported_domain", "reported_uri",
          "reporting_mta", "source_ip", "user_agent", "version"})
        facts[name] = text_in(report[name]);
    facts["dkim_canonicalized_body"] =
        base64_decoded{report["dkim_canonicalized_body"].text}.to_string();
    facts["headers"] = report["headers"].text;
    return facts;
}

// ---- The results of foldwise

template <class Text>
std::string text_of(optional<Text> const& text) {
    return text ? bare(text->to_string()) : std::string{};
}
std::string text_of(result<path> const& read) {
    return text_of(read ? read->addr_spec() : std::nullopt);
}
template <class Range>
std::string texts_of(Range const& range) {
    std::string texts;
    for (auto const& text : range) texts.append(bare(text.to_string())).append(" ");
    return texts;
}

std::string_view word_of(result<feedback_type> const& read) {
    if (!read) return "";
    return read->is("abuse") ? "Abuse" : read->is("auth-failure") ? "AuthFailure" : "another";
}
std::string_view word_of(result<auth_failure> const& read) {
    if (!read) return "Unspecified";
    return read->is("bodyhash") ? "BodyHash" : read->is("dmarc") ? "Dmarc" : "another";
}

facts_map facts_of(auth_failure_report const& report) {
    facts_map facts;
    if (auto const date = report.arrival_date())
        facts["arrival_date"] = std::to_string(date->unix_seconds());
    facts["feedback_type"] = word_of(report.feedback_type());
    facts["auth_failure"] = word_of(report.auth_failure());
    for (auto const field : report.authentication_results())
        facts["authentication_results"].append(bare(field.raw_value())).append(" ");
    facts["dkim_domain"] = text_of(report.dkim_domain());
    facts["dkim_identity"] = text_of(report.dkim_identity());
    facts["dkim_selector"] = text_of(report.dkim_selector());
    if (auto const body = report.dkim_canonicalized_body())
        facts["dkim_canonicalized_body"] = body->to_string();
    facts["incidents"] = std::to_string(report.incidents().value_or(1));
    facts["original_envelope_id"] = text_of(report.original_envelope_id());
    facts["original_mail_from"] = text_of(report.original_mail_from());
    for (auto const path : report.original_rcpt_to()) facts["original_rcpt_to"] += text_of(path);
    facts["reported_domain"] = texts_of(report.reported_domains());
    facts["reported_uri"] = texts_of(report.reported_uris());
    if (auto const mta = report.reporting_mta())
        facts["reporting_mta"] = mta->without_comments().to_string();
    if (auto const ip = report.source_ip()) facts["source_ip"] = std::string{ip->text};
    facts["user_agent"] = text_of(report.user_agent());
    if (auto const version = report.version()) facts["version"] = std::to_string(*version);
    return facts;
}

facts_map facts_of(std::string_view octets) {
    facts_map facts;
    std::string headers;
    for (auto const part : entity{message{octets}}.walk()) {
        auto const kind = report_kind_of(part.content_type());
        auto const body = part.decoded().to_string();
        if (kind == report_kind::feedback_report) facts = facts_of(auth_failure_report{body});
        if (kind == report_kind::headers) headers = test::with_lf(body);
    }
    facts["headers"] = headers;
    return facts;
}

TEST_CASE("mail-auth: the feedback reports of its messages, except for the listed differences") {
    test::suite suite{"suite-mail-auth"};
    for (auto const& file : test::corpus_files("stalwart-mail-auth/arf", ".json")) {
        auto const json = test::strict_json::read(test::plain_json(test::corpus_octets(file)));
        REQUIRE_SAME(file, json.has_value(), true);
        auto const path = file.substr(0, file.size() - 5);
        if (!json) continue;
        suite.compare(path.substr(path.rfind('/') + 1), {{"1", "report", facts_in(*json)}},
                      {{"1", "report", facts_of(test::corpus_octets(path + ".eml"))}});
    }
    suite.finish();
}

} // namespace

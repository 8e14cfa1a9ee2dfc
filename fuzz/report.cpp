// Properties of reports: groups and the empty lines between them make up the body; recipients come
// in order and are inside the body; values are inside their fields; problems are inside the body,
// and their number is bounded; LF and CRLF make no difference; a decoded address contains CR, LF,
// "@" or NUL only if the encoded address does.

#include "parts.hpp"
#include "properties.hpp"

#include <foldwise/base/line.hpp>
#include <foldwise/report.hpp>

#include <string>
#include <string_view>

namespace {

using namespace foldwise;

bool are_empty_lines(std::string_view text) {
    for (auto const line : lines{text})
        if (line.raw() != "\n" && line.raw() != "\r\n") return false;
    return true;
}

void groups_are_the_body(std::string_view body) {
    fuzz::parts_in_order parts{body};
    for (auto const group : detail::field_groups{body}) {
        REQUIRE_PROPERTY(!group.raw().empty());
        REQUIRE_PROPERTY(are_empty_lines(parts.take(group.raw())));
        for (auto const f : group) REQUIRE_PROPERTY(!are_empty_lines(f.raw()));
    }
    REQUIRE_PROPERTY(are_empty_lines(parts.rest()));
}

/// `part` is inside the value of the first field with the name.
void lies_in_field(header_section const& fields, std::string_view name, std::string_view part) {
    auto const value = fields.find(name)->raw_value();
    fuzz::parts_in_order parts{value};
    parts.take(part);
}

void lies_in_field(header_section const& fields, std::string_view name,
                   result<typed_value> const& read) {
    if (!read) return;
    if (!read->type().empty()) lies_in_field(fields, name, read->type());
    lies_in_field(fields, name, read->raw_text());
    REQUIRE_PROPERTY(read->text().length() <= fields.find(name)->raw_value().size());
}

void lies_in_field(header_section const& fields, std::string_view name,
                   result<recipient_address> const& read) {
    if (!read) return;
    lies_in_field(fields, name, result<typed_value>{*read});
    if (auto const address = read->addr_spec()) lies_in_field(fields, name, address->raw());
    auto const text = read->decoded();
    auto const copy = text.to_string();
    REQUIRE_PROPERTY(text == copy && text.length() == copy.size());
    REQUIRE_PROPERTY(text.empty() == copy.empty() && copy.size() <= read->raw_text().size());
    REQUIRE_PROPERTY(!text.contiguous() || *text.contiguous() == copy);
    if (!read->is("utf-8")) REQUIRE_PROPERTY(read->text() == copy);
    for (auto const octet : {'\n', '\r', '@', '\0'})
        REQUIRE_PROPERTY(copy.find(octet) == copy.npos ||
                         read->raw_text().find(octet) != std::string_view::npos);
}

void properties_of_recipient(std::string_view body, delivery_recipient const& r) {
    auto const fields = r.fields();
    lies_in_field(fields, "Original-Recipient", r.original_recipient());
    lies_in_field(fields, "Final-Recipient", r.final_recipient());
    lies_in_field(fields, "Remote-MTA", r.remote_mta());
    if (auto const code = r.diagnostic_code()) { // it includes the lines after the field
        fuzz::parts_in_order parts{fields.raw()};
        parts.take(code->raw());
        if (!code->type().empty()) lies_in_field(fields, "Diagnostic-Code", code->type());
    }
    if (auto const code = r.status()) {
        auto const text = code->to_string();
        auto const again = status_code::read(text);
        REQUIRE_PROPERTY(again && *again == *code && !again->deviation());
        REQUIRE_PROPERTY(code->subject() <= 999 && code->detail() <= 999);
    }
    if (!r.status()) fuzz::covered_by(body, r.status().error());
    if (!r.action()) fuzz::covered_by(body, r.action().error());
}

void properties_of_status(std::string_view body) {
    delivery_status const status{body};
    fuzz::problems_lie_in(body, status);
    lies_in_field(status.fields(), "Reporting-MTA", status.reporting_mta());
    lies_in_field(status.fields(), "DSN-Gateway", status.dsn_gateway());
    fuzz::parts_in_order parts{body};
    bool is_first = true;
    for (auto const r : status.recipients()) {
        auto const before = parts.take(r.fields().raw());
        REQUIRE_PROPERTY(!r.fields().empty());
        // The fields about the message precede the recipients, or are those of the first recipient,
        // or, where a group is joined with the next one, the first of those.
        auto const own = status.fields().raw();
        auto const recipient = r.fields().raw();
        if (is_first)
            REQUIRE_PROPERTY(own.starts_with(recipient) || recipient.starts_with(own) ||
                             offset_of(body, own) + own.size() <= before.size());
        is_first = false;
        properties_of_recipient(body, r);
    }
}

void properties_of_notification(std::string_view body) {
    disposition_notification const n{body};
    fuzz::problems_lie_in(body, n);
    lies_in_field(n.fields(), "Original-Recipient", n.original_recipient());
    lies_in_field(n.fields(), "Final-Recipient", n.final_recipient());
    lies_in_field(n.fields(), "MDN-Gateway", n.mdn_gateway());
    if (auto const d = n.disposition()) {
        fuzz::parts_in_order parts{n.fields().find("Disposition")->raw_value()};
        for (auto const word : {d->parts().action_mode, d->parts().sending_mode, d->parts().type}) {
            REQUIRE_PROPERTY(!word.empty());
            parts.take(word);
        }
        for (auto const modifier : d->modifiers()) {
            REQUIRE_PROPERTY(!modifier.raw().empty());
            parts.take(modifier.raw());
        }
    }
    if (auto const ua = n.reporting_ua()) {
        fuzz::parts_in_order parts{n.fields().find("Reporting-UA")->raw_value()};
        parts.take(ua->name().raw());
        if (ua->product()) parts.take(ua->product()->raw());
    }
    if (auto const id = n.original_message_id())
        lies_in_field(n.fields(), "Original-Message-ID", id->raw());
}

void properties_of_feedback(std::string_view body) {
    auth_failure_report const r{body};
    fuzz::problems_lie_in(body, r);
    lies_in_field(r.fields(), "Reporting-MTA", r.reporting_mta());
    if (auto const address = r.source_ip()) lies_in_field(r.fields(), "Source-IP", address->text);
    fuzz::parts_in_order paths{body};
    for (auto const to : r.original_rcpt_to()) {
        if (!to) paths.take(fuzz::covered_by(body, to.error()));
        if (to && !to->is_null()) paths.take(to->addr_spec()->raw());
    }
    fuzz::parts_in_order uris{body};
    for (auto const uri : r.reported_uris()) uris.take(uri.raw());
    fuzz::parts_in_order domains{body};
    for (auto const domain : r.reported_domains()) domains.take(domain.raw());
}

void append(std::string& to, std::string_view name, result<typed_value> const& read) {
    to.append("|").append(name).append("=");
    if (!read) to.append(read.error().name());
    if (!read) return;
    to.append(read->type()).append(";");
    read->text().append_to(to);
    read->without_comments().append_to(to += ';');
}

std::string summary_of_status(delivery_status const& status) {
    std::string text;
    append(text, "reporting", status.reporting_mta());
    if (auto const id = status.original_envelope_id()) id->append_to(text);
    if (auto const when = status.arrival_date()) text += std::to_string(when->unix_seconds());
    for (auto const r : status.recipients()) {
        text += '|';
        if (auto const to = r.final_recipient()) to->decoded().append_to(text);
        if (auto const code = r.status()) code->append_to(text);
        if (auto const action = r.action()) text += action->word();
        append(text, "code", r.diagnostic_code());
        append(text, "remote", r.remote_mta());
    }
    fuzz::append_problems(text, status);
    return text;
}

std::string summary_of_notification(disposition_notification const& n) {
    std::string text;
    append(text, "gateway", n.mdn_gateway());
    if (auto const d = n.disposition()) {
        text.append(d->parts().action_mode).append("/").append(d->parts().sending_mode);
        text.append(";").append(d->parts().type);
        for (auto const modifier : d->modifiers()) modifier.append_to(text += '/');
    }
    if (auto const id = n.original_message_id()) id->text().append_to(text);
    for (auto const f : n.errors()) f.value().append_to(text += '|');
    fuzz::append_problems(text, n);
    return text;
}

std::string summary_of_feedback(auth_failure_report const& r) {
    std::string text;
    if (auto const type = r.feedback_type()) text += type->word();
    if (auto const agent = r.user_agent()) agent->append_to(text);
    if (auto const number = r.incidents()) text += std::to_string(*number);
    if (auto const address = r.source_ip()) text.append(address->text);
    for (auto const to : r.original_rcpt_to())
        if (to && !to->is_null()) to->addr_spec()->local_part().append_to(text += '|');
    for (auto const uri : r.reported_uris()) uri.append_to(text += '|');
    for (auto const domain : r.reported_domains()) domain.append_to(text += '|');
    fuzz::append_problems(text, r);
    return text;
}

void properties_of(std::string_view bytes) {
    groups_are_the_body(bytes);
    fuzz::passes_agree(detail::field_groups{bytes});
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [bytes] { properties_of_status(bytes); },
        [bytes] { properties_of_notification(bytes); }, [bytes] { properties_of_feedback(bytes); },
        [bytes] { fuzz::reads_lf_and_crlf_alike<delivery_status>(bytes, summary_of_status); },
        [bytes] {
            fuzz::reads_lf_and_crlf_alike<disposition_notification>(bytes, summary_of_notification);
        },
        [bytes] {
            fuzz::reads_lf_and_crlf_alike<auth_failure_report>(bytes, summary_of_feedback);
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

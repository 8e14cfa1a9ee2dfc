#ifndef FOLDWISE_TOOLS_REPORT_SUMMARY_HPP
#define FOLDWISE_TOOLS_REPORT_SUMMARY_HPP

#include "date_text.hpp"
#include "report_text.hpp"

#include <foldwise/mime/entity.hpp>
#include <foldwise/report/delivery_recipient.hpp>
#include <foldwise/report/delivery_status.hpp>
#include <foldwise/report/disposition_notification.hpp>
#include <foldwise/report/feedback_report.hpp>
#include <foldwise/report/find_report.hpp>

#include <string>
#include <string_view>

namespace tool {

/// A report about another message in a few lines for people:
///     Delivery report from mx.example.org:
///       foe@sample.net: failed, status 5.1.1 (no such mailbox)
///         mx.sample.net: 550 5.1.1 User unknown
class report_summary {
  public:
    explicit report_summary(text_decoder& decoder) : decoder_{decoder} {}

    /// The lines about the report in a message; empty if there is none.
    std::string read(foldwise::entity const& root) {
        lines_.clear();
        auto const found = foldwise::find_report(root);
        if (!found) return {};
        auto const body = found->part.decoded().to_string();
        if (found->kind == foldwise::report_kind::delivery_status)
            add(foldwise::delivery_status{body});
        else if (found->kind == foldwise::report_kind::disposition_notification)
            add(foldwise::disposition_notification{body});
        else
            add(foldwise::feedback_report{body});
        return lines_;
    }

  private:
    /// Adds a line, indented by two spaces for each `depth`.
    void add_line(std::size_t depth, std::string const& text) {
        lines_.append(2 * depth, ' ').append(text) += '\n';
    }

    void add(foldwise::delivery_status const& report) {
        auto const server = server_text(report.reporting_mta());
        add_line(0, "Delivery report" + (server ? " from " + *server : "") + ":");
        if (report.recipients().empty()) add_line(1, "no recipients");
        for (auto const each : report.recipients()) add(each);
    }

    void add(foldwise::delivery_recipient const& recipient) {
        auto const sent_to = recipient_text(recipient.original_recipient());
        auto const last = recipient_text(recipient.final_recipient());
        auto text = last ? *last : sent_to.value_or("an unknown recipient");
        text.append(": ").append(plain_action(recipient.action()));
        if (auto const status = recipient.status()) {
            text.append(", status ").append(status->to_string());
            if (auto const meaning = meaning_of(*status); !meaning.empty())
                text.append(" (").append(meaning).append(")");
        }
        add_line(1, text);
        if (sent_to && last && *sent_to != *last) add_line(2, "sent to " + *sent_to);
        if (auto const reply = diagnostic_text(decoder_, recipient.diagnostic_code())) {
            auto const server = server_text(recipient.remote_mta());
            auto const words = with_single_spaces(*reply);
            if (!words.empty()) add_line(2, (server ? *server + ": " : "") + words);
        }
        if (auto const until = recipient.will_retry_until())
            add_line(2, "it will be tried again until " + short_text(*until));
    }

    /// The text with one space for several: servers indent the lines of a reply.
    static std::string with_single_spaces(std::string_view text) {
        std::string words;
        for (char const octet : text)
            if (octet != ' ' && octet != '\t')
                words += octet;
            else if (!words.empty() && words.back() != ' ')
                words += ' ';
        return words;
    }

    static std::string plain_action(foldwise::result<foldwise::delivery_action> const& action) {
        using enum foldwise::delivery_action_keyword;
        if (!action) return "nothing is said about the delivery";
        switch (action->keyword()) {
        case failed: return "failed";
        case delayed: return "delayed, not delivered yet";
        case delivered: return "delivered";
        case relayed: return "relayed to a server that may not report";
        case expanded: return "expanded, sent on to several addresses";
        case other: break;
        }
        return lower(action->word());
    }

    void add(foldwise::disposition_notification const& report) {
        add_line(0, "Notification of what became of a message:");
        auto text = recipient_text(report.final_recipient()).value_or("an unknown recipient");
        if (auto const disposition = report.disposition()) {
            text.append(": ").append(lower(disposition->parts().type));
            using enum foldwise::mdn_action_mode;
            if (disposition->action_mode() == manual) text += " by hand";
            if (disposition->action_mode() == automatic) text += " automatically";
            for (auto const modifier : disposition->modifiers())
                text.append(", ").append(modifier.to_string());
        }
        add_line(1, text);
        for (auto const& range : {report.errors(), report.failures(), report.warnings()})
            for (auto const field : range)
                add_line(2, decoder_.undeclared(field.value().to_string()));
        if (auto const id = report.original_message_id())
            add_line(2, "message " + id->text().to_string());
    }

    void add(foldwise::feedback_report const& report) {
        auto const type = report.feedback_type();
        add_line(0, "Feedback report: " + (type ? lower(type->word()) : "of an unknown type"));
        if (auto const source = report.source_ip())
            add_line(1, "the message came from " + std::string{source->text});
        if (auto const sender = report.original_mail_from())
            add_line(1, "its sender is " + address_of(*sender));
        for (auto const to : report.original_rcpt_to())
            if (to) add_line(1, "it was sent to " + address_of(*to));
        if (auto const count = report.incidents(); count && *count > 1)
            add_line(1, std::to_string(*count) + " messages");
    }

    static std::string address_of(foldwise::path const& path) {
        auto const address = path.addr_spec();
        return address ? address->to_string() : "<>";
    }

    text_decoder& decoder_;
    std::string lines_;
};

} // namespace tool

#endif

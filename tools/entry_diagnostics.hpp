#ifndef FOLDWISE_TOOLS_ENTRY_DIAGNOSTICS_HPP
#define FOLDWISE_TOOLS_ENTRY_DIAGNOSTICS_HPP

#include <foldwise/address/address_list.hpp>
#include <foldwise/address/unread_address.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/fields.hpp>
#include <foldwise/inspect/diagnose.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/diagnose_bodies.hpp>
#include <foldwise/mime/diagnose_parts.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/uuencoded_files.hpp>
#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/report/delivery_status.hpp>
#include <foldwise/report/disposition_notification.hpp>
#include <foldwise/report/feedback_report.hpp>
#include <foldwise/report/find_report.hpp>
#include <foldwise/store/emlx.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/transfer/diagnose_base64.hpp>
#include <foldwise/transfer/diagnose_quoted_printable.hpp>
#include <foldwise/transfer/diagnose_uuencode.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>
#include <foldwise/words/text_options.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tool {

/// Calls `report` with each problem of the value of `f`, if its name is `Name`. Text for people is
/// read with `options`.
template <foldwise::field_name Name, class Report>
bool diagnose_value(foldwise::field const& f, Report& report,
                    foldwise::text_options const& options) {
    if (!f.is(Name.text())) return false;
    auto const value = foldwise::field_type<Name>::read(f);
    if constexpr (requires { value.diagnose(report, options); })
        value.diagnose(report, options);
    else if constexpr (requires { value.diagnose(report); })
        value.diagnose(report);
    else if (value)
        value->diagnose(report);
    else
        report(value.error());
    return true;
}

template <foldwise::field_name... Names, class Report>
void diagnose_values(foldwise::field const& f, Report& report,
                     foldwise::text_options const& options) {
    static_cast<void>((diagnose_value<Names>(f, report, options) || ...));
}

/// Calls `report` with each problem of the text for people in a list of addresses: names, comments,
/// and what is not an address. No problem of theirs concerns an address.
template <class Report>
void diagnose_names(foldwise::field const& f, Report& report,
                    foldwise::text_options const& options) {
    if (!f.is("From") && !f.is("Sender") && !f.is("Reply-To") && !f.is("To") && !f.is("Cc") &&
        !f.is("Bcc"))
        return;
    auto const check = [&](auto const& text) {
        auto const start = foldwise::offset_of(f.raw_value(), text.raw());
        auto const in_value = [&report, start](foldwise::diagnostic problem) {
            problem.offset += start;
            report(problem);
        };
        text.diagnose(in_value, options);
    };
    auto const check_element = [&](auto const& list, auto const& mailbox, auto const& element) {
        if (!element) return check(foldwise::unread_address{list.raw(), element.error()}.text());
        if (auto const name = mailbox->display_name()) check(*name);
        if (auto const comment = mailbox->comment()) check(*comment);
    };
    foldwise::address_list const list{f};
    for (auto const element : list) {
        auto const group = element ? element->group() : std::nullopt;
        if (!group) {
            check_element(list, element ? element->mailbox() : std::nullopt, element);
            continue;
        }
        check(group->name());
        for (auto const member : group->members()) check_element(*group, member, member);
    }
}

/// Calls `report` with each problem of the charset of the file names in a field of a part.
template <class Report>
void diagnose_file_names(foldwise::field const& f, Report& report,
                         foldwise::text_options const& options) {
    auto const check = [&](auto const& field) {
        for (std::string_view const name : {"filename", "name"})
            if (auto const found = field.parameters().find(name))
                foldwise::decoded_parameter{*found}.diagnose(report, options);
    };
    if (f.is("Content-Type")) check(foldwise::content_type{f});
    if (f.is("Content-Disposition")) check(foldwise::content_disposition{f});
}

/// Calls `report` with each problem of the charset of a text. If its body is encoded or quoted, the
/// place of each problem is that of the body. Offsets count from the start of the body.
template <class Report>
void diagnose_charset(foldwise::entity const& part, Report& report,
                      foldwise::text_options const& options) {
    if (!part.content_type().is("text")) return;
    foldwise::body_text const text{part};
    auto const body = text.octets();
    auto const in_body = [&](foldwise::diagnostic problem) {
        if (!body.is_raw()) problem = {problem.code, 0, body.raw().size()};
        report(problem);
    };
    text.diagnose(in_body, options);
}

/// Calls `report` with each problem of the body of a leaf: of its transfer encoding, of the
/// uuencoded files in it, and of the fields of a report about another message. Offsets count from
/// the start of the body.
template <class Report>
void diagnose_body(foldwise::entity const& part, Report& report) {
    auto const body = part.decoded();
    if (foldwise::is_encoded(body.encoding()) && foldwise::has_uuencoded_file(part))
        report(foldwise::diagnostic{foldwise::diagnostic_code::uuencoded_file_in_text, 0,
                                    body.raw().size()});
    if (body.encoding() == foldwise::transfer_encoding::base64)
        return foldwise::diagnose_base64(body.raw(), report);
    if (body.encoding() == foldwise::transfer_encoding::quoted_printable)
        return foldwise::diagnose_quoted_printable(body.raw(), report);
    if (body.encoding() == foldwise::transfer_encoding::uuencode)
        return foldwise::diagnose_uuencode(body.raw(), report);
    foldwise::uuencoded_files{part}.diagnose(report);
    using enum foldwise::report_kind;
    switch (foldwise::report_kind_of(part.content_type())) {
    case delivery_status: return foldwise::delivery_status{part}.diagnose(report);
    case disposition_notification: return foldwise::disposition_notification{part}.diagnose(report);
    case feedback_report: return foldwise::feedback_report{part}.diagnose(report);
    default: return;
    }
}

/// Passes diagnostics on to `report(problem, offset)`. Their offsets count from `start` in a file,
/// and `offset` from the start of the file.
template <class Report>
struct in_file {
    Report& report;
    std::uint64_t start;

    void operator()(foldwise::diagnostic const& problem) const {
        report(problem, start + problem.offset);
    }
};
template <class Report>
in_file(Report&, std::uint64_t) -> in_file<Report>;

/// Calls `report(problem, offset)` with all that is wrong or doubtful about an entry of a mailbox,
/// where `offset` counts from the start of the file: the problems of the file around the message,
/// of its lines, of how it is split into parts and shown, and, part by part, of the fields and the
/// body. Text for people is read with `options`.
template <class Report>
void diagnose_entry(foldwise::mbox_entry const& entry, foldwise::text_options const& options,
                    Report&& report) {
    auto const message = entry.message();
    foldwise::entity const root{entry};
    auto const start = entry.message_offset();
    in_file const in_entry{report, entry.offset()};
    entry.diagnose(in_entry);
    bool const is_emlx = entry.is_alone() && entry.message_offset() != entry.offset();
    if (is_emlx)
        if (auto const file = foldwise::emlx::read(entry.raw())) file->diagnose(in_entry);
    in_file const in_message{report, start};
    foldwise::diagnose(message, in_message);
    foldwise::diagnose_parts(root, in_message);
    foldwise::diagnose_bodies(root, in_message);
    for (auto const part : root.walk()) {
        for (auto const field : part.header()) {
            in_file const in_value{report, start + message.offset_of(field.raw_value())};
            diagnose_values<"Content-Type", "Content-Disposition", "Content-Transfer-Encoding",
                            "Content-ID", "Content-Description">(field, in_value, options);
            diagnose_file_names(field, in_value, options);
            if (part.depth() != 0) continue;
            diagnose_values<"From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Message-ID",
                            "In-Reply-To", "References", "Subject", "Received", "Return-Path",
                            "Delivered-To", "MIME-Version", "Authentication-Results",
                            "Received-SPF", "DKIM-Signature", "ARC-Seal", "ARC-Message-Signature",
                            "ARC-Authentication-Results">(field, in_value, options);
            diagnose_names(field, in_value, options);
        }
        if (!part.is_leaf()) continue; // the end of others is not known yet
        in_file const in_body{report, start + message.offset_of(part.raw_body())};
        diagnose_body(part, in_body);
        diagnose_charset(part, in_body, options);
    }
}

} // namespace tool

#endif

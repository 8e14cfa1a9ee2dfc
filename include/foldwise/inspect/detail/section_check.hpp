#ifndef FOLDWISE_INSPECT_DETAIL_SECTION_CHECK_HPP
#define FOLDWISE_INSPECT_DETAIL_SECTION_CHECK_HPP

#include <foldwise/address/address_list.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/address/same_address.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Reports a problem of a header section that covers `octets`.
template <class Report>
constexpr void report_in(header_section const& header, Report const& report, diagnostic_code code,
                         std::string_view octets) {
    report(diagnostic{code, offset_of(header.raw(), octets), octets.size()});
}

/// The only mailbox of a From or Resent-From field, and whether there are several.
struct sole_author {
    optional<mailbox> only;
    bool are_several = false;

    constexpr explicit sole_author(field const& from) noexcept {
        for (auto const author : address_list{from}.mailboxes()) {
            are_several = only.has_value();
            if (are_several) return;
            only = author;
        }
    }
};

/// Checks the Sender field that belongs to the From field of a message, or the Resent-Sender that
/// belongs to the only Resent-From.
///     sender_missing              several mailboxes in From, and no Sender; covers the From value
///     sender_redundant            a Sender with the mailbox of the only author; covers its value
template <class Report>
constexpr void check_sender(header_section const& header, Report const& report, field const& from,
                            optional<field> const& sender) {
    sole_author const author{from};
    if (!sender) {
        if (author.are_several)
            report_in(header, report, diagnostic_code::sender_missing, from.raw_value());
        return;
    }
    auto const same = mailbox::read(*sender);
    if (same && author.only && !author.are_several &&
        same_address{}(same->addr_spec(), author.only->addr_spec()))
        report_in(header, report, diagnostic_code::sender_redundant, sender->raw_value());
}

/// Checks that the header section of a message has the fields that it must have (RFC 5322 section
/// 3.6, RFC 2045 section 4). Offsets count from the start of the section. O(header).
///     from_missing, date_missing  at the end of the section
///     message_id_missing          at the end of the section
///     sender_missing, sender_redundant
///     mime_version_missing        a field of MIME, and no MIME-Version; covers that field
/// An attached message need not have all of them (RFC 2046 section 5.2.1). In place of
/// from_missing, date_missing and message_id_missing, one diagnostic is reported of it:
///     message_fields_missing      no From, Date or Subject; at the end of the section
template <class Report>
constexpr void check_required_fields(header_section const& header, Report const& report,
                                     bool is_attached) {
    optional<field> from;
    optional<field> sender;
    optional<field> of_mime;
    bool has_date = false;
    bool has_id = false;
    bool has_version = false;
    bool has_subject = false;
    for (auto const f : header) {
        has_date = has_date || f.is("Date");
        has_id = has_id || f.is("Message-ID");
        has_subject = has_subject || f.is("Subject");
        has_version = has_version || f.is("MIME-Version");
        if (!from && f.is("From")) from = f;
        if (!sender && f.is("Sender")) sender = f;
        if (!of_mime && (f.is("Content-Type") || f.is("Content-Transfer-Encoding"))) of_mime = f;
    }
    auto const at_end = [&](diagnostic_code code) {
        report_in(header, report, code, header.raw().substr(header.raw().size()));
    };
    if (is_attached) {
        if (!from && !has_date && !has_subject) at_end(diagnostic_code::message_fields_missing);
    } else {
        if (!from) at_end(diagnostic_code::from_missing);
        if (!has_date) at_end(diagnostic_code::date_missing);
        if (!has_id) at_end(diagnostic_code::message_id_missing);
    }
    if (from) check_sender(header, report, *from, sender);
    if (of_mime && !has_version)
        report_in(header, report, diagnostic_code::mime_version_missing, of_mime->raw());
}

/// Checks the fields of resendings (RFC 5322 section 3.6.6). Which of them are of one resending is
/// not certain. Offsets count from the start of the section. O(header).
///     resent_field_missing        at the end: there are Resent fields, but no Resent-From or no
///                                 Resent-Date; of the others, only field_obsolete is then reported
///     field_duplicate             more Resent fields of one name than resendings, as far as
///                                 Resent-From and Resent-Date tell; covers the last one
///     sender_missing, sender_redundant
///                                 of the Resent-Sender of the only Resent-From
///     message_id_missing          no Resent-Message-ID; at the end
///     field_obsolete              a Resent-Reply-To field; covers it
template <class Report>
constexpr void check_resent_fields(header_section const& header, Report const& report) {
    constexpr std::string_view names[] = {"Resent-Date",      "Resent-From", "Resent-Sender",
                                          "Resent-To",        "Resent-Cc",   "Resent-Bcc",
                                          "Resent-Message-ID"};
    constexpr std::size_t name_count = 7;
    struct {
        std::size_t count = 0;
        field last;
    } resent[name_count];
    bool is_resent = false;
    for (auto const f : header) {
        if (f.is("Resent-Reply-To"))
            report_in(header, report, diagnostic_code::field_obsolete, f.raw());
        for (std::size_t i = 0; i < name_count; ++i)
            if (f.is(names[i])) {
                ++resent[i].count;
                resent[i].last = f;
                is_resent = true;
            }
    }
    if (!is_resent) return;
    auto const dates = resent[0].count;
    auto const authors = resent[1].count;
    if (dates == 0 || authors == 0)
        return report_in(header, report, diagnostic_code::resent_field_missing,
                         header.raw().substr(header.raw().size()));
    auto const most = dates < authors ? authors : dates;
    for (auto const& each : resent)
        if (each.count > most)
            report_in(header, report, diagnostic_code::field_duplicate, each.last.raw());
    if (authors == 1 && resent[2].count < 2)
        check_sender(header, report, resent[1].last,
                     resent[2].count == 1 ? optional{resent[2].last} : std::nullopt);
    if (resent[6].count == 0)
        report_in(header, report, diagnostic_code::message_id_missing,
                  header.raw().substr(header.raw().size()));
}

/// Checks the required fields, and those of resendings unless the message is attached. O(header).
template <class Report>
constexpr void check_section(header_section const& header, Report const& report, bool is_attached) {
    check_required_fields(header, report, is_attached);
    if (!is_attached) check_resent_fields(header, report);
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

#ifndef FOLDWISE_INSPECT_DETAIL_SECTION_CHECK_HPP
#define FOLDWISE_INSPECT_DETAIL_SECTION_CHECK_HPP

#include <foldwise/address/address_list.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::detail {

/// Reports a problem of a header section that covers `octets`.
template <class Report>
constexpr void report_in(header_section const& header, Report const& report, diagnostic_code code,
                         std::string_view octets) {
    report(diagnostic{code, offset_of(header.raw(), octets), octets.size()});
}

/// Checks that the header section of a message has the fields that it must have (RFC 5322 section
/// 3.6, RFC 2045 section 4). Offsets count from the start of the section. O(header).
///     from_missing, date_missing  at the end of the section
///     sender_missing              several mailboxes in From, and no Sender; covers the From value
///     mime_version_missing        a field of MIME, and no MIME-Version; covers that field
template <class Report>
constexpr void check_required_fields(header_section const& header, Report const& report) {
    optional<field> from;
    optional<field> of_mime;
    bool has_date = false;
    bool has_sender = false;
    bool has_version = false;
    for (auto const f : header) {
        has_date = has_date || f.is("Date");
        has_sender = has_sender || f.is("Sender");
        has_version = has_version || f.is("MIME-Version");
        if (!from && f.is("From")) from = f;
        if (!of_mime && (f.is("Content-Type") || f.is("Content-Transfer-Encoding"))) of_mime = f;
    }
    auto const end = header.raw().substr(header.raw().size());
    if (!from) report_in(header, report, diagnostic_code::from_missing, end);
    if (!has_date) report_in(header, report, diagnostic_code::date_missing, end);
    if (from && !has_sender) {
        auto author = address_list{*from}.mailboxes().begin();
        bool const has_one = author != std::default_sentinel;
        if (has_one && ++author != std::default_sentinel)
            report_in(header, report, diagnostic_code::sender_missing, from->raw_value());
    }
    if (of_mime && !has_version)
        report_in(header, report, diagnostic_code::mime_version_missing, of_mime->raw());
}

/// Checks the fields of resendings (RFC 5322 section 3.6.6). Which of them are of one resending is
/// not certain. Offsets count from the start of the section. O(header).
///     resent_field_missing        at the end: there are Resent fields, but no Resent-From or no
///                                 Resent-Date
///     field_duplicate             more Resent fields of one name than resendings, as far as
///                                 Resent-From and Resent-Date tell; covers the last one
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
}

/// Both.
template <class Report>
constexpr void check_section(header_section const& header, Report const& report) {
    check_required_fields(header, report);
    check_resent_fields(header, report);
}

} // namespace foldwise::detail

#endif

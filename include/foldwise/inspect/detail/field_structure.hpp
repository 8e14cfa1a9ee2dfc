#ifndef FOLDWISE_INSPECT_DETAIL_FIELD_STRUCTURE_HPP
#define FOLDWISE_INSPECT_DETAIL_FIELD_STRUCTURE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/field.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::detail {

/// Reports each run of CR and each run of NUL in the octets of `bytes` from `first` to `last`. A CR
/// directly before an LF is not part of a run.
template <class Report>
constexpr void diagnose_octets(std::string_view bytes, std::size_t first, std::size_t last,
                               Report& report) {
    auto const part = bytes.substr(0, last);
    for (auto at = scan::octet(part, '\r', first); at < last; at = scan::octet(part, '\r', at)) {
        auto end = scan::not_in(char_class{"\r"}, part, at);
        auto const next = end;
        if (end < bytes.size() && bytes[end] == '\n') --end; // the last CR is part of a CRLF
        if (end > at) report(diagnostic{diagnostic_code::bare_cr, at, end - at});
        at = next;
    }
    for (auto at = scan::octet(part, '\0', first); at < last; at = scan::octet(part, '\0', at)) {
        auto const end = scan::not_in(char_class::range(0, 0), part, at);
        report(diagnostic{diagnostic_code::nul, at, end - at});
        at = end;
    }
}

/// Where a field is: whether it is the first one of a message, or of one that is attached.
enum class field_place : unsigned char { elsewhere, start_of_message, start_of_attached_message };

/// Reports the problems of the name and the lines of a field. Offsets count from the start of
/// `whole`. O(field).
template <class Report>
constexpr void diagnose_field_structure(std::string_view whole, field const& f, field_place place,
                                        Report& report) {
    auto const raw = f.raw();
    auto const start = offset_of(whole, raw);
    // diagnose_parts() reports the mark of an attached message.
    if (place == field_place::start_of_message && raw.starts_with(utf8_byte_order_mark))
        report(diagnostic{diagnostic_code::byte_order_mark, start, utf8_byte_order_mark.size()});
    auto const name_end = offset_of(raw, f.name()) + f.name().size();
    if (!f.has_name()) {
        bool const is_from_line = place != field_place::elsewhere && raw.starts_with("From ");
        auto const code =
            is_from_line ? diagnostic_code::mbox_from_line : diagnostic_code::field_without_name;
        report(diagnostic{code, start, raw.size()});
    } else if (raw[name_end] != ':') {
        auto const colon = scan::not_in(wsp, raw, name_end);
        report(diagnostic{diagnostic_code::space_before_colon, start + name_end, colon - name_end});
    }
    for (auto const l : f.lines())
        if (!l.text().empty() && scan::not_in(wsp, l.text(), 0) == l.text().size())
            report(diagnostic{diagnostic_code::blank_continuation, start + offset_of(raw, l.raw()),
                              l.raw().size()});
    diagnose_octets(whole, start, start + raw.size(), report);
}

/// Reports the first LF without CR in a header section that also has CRLF. Offsets count from the
/// start of `whole`. O(header).
template <class Report>
constexpr void diagnose_line_endings(std::string_view whole, std::string_view header,
                                     Report& report) {
    auto bare = header.size();
    bool has_crlf = false;
    for (auto at = scan::line_feed(header, 0); at < header.size();
         at = scan::line_feed(header, at + 1)) {
        bool const is_bare = at == 0 || header[at - 1] != '\r';
        has_crlf = has_crlf || !is_bare;
        if (is_bare && bare == header.size()) bare = at;
        if (has_crlf && bare != header.size())
            return report(diagnostic{diagnostic_code::bare_lf, offset_of(whole, header) + bare, 1});
    }
}

} // namespace foldwise::detail

#endif

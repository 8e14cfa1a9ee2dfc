#ifndef FOLDWISE_INSPECT_DIAGNOSE_HPP
#define FOLDWISE_INSPECT_DIAGNOSE_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise {

namespace detail {

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

/// Reports the problems in the structure of one field of the message.
template <class Report>
constexpr void diagnose_field(message const& m, field const& f, Report& report) {
    auto const raw = f.raw();
    auto const start = m.offset_of(raw);
    if (start == 0 && raw.starts_with(utf8_byte_order_mark))
        report(diagnostic{diagnostic_code::byte_order_mark, 0, utf8_byte_order_mark.size()});
    auto const name_end = offset_of(raw, f.name()) + f.name().size();
    if (!f.has_name()) {
        bool const is_from_line = start == 0 && raw.starts_with("From ");
        auto const code =
            is_from_line ? diagnostic_code::mbox_from_line : diagnostic_code::field_without_name;
        report(diagnostic{code, start, raw.size()});
    } else if (raw[name_end] != ':') {
        auto const colon = scan::not_in(wsp, raw, name_end);
        report(diagnostic{diagnostic_code::space_before_colon, start + name_end, colon - name_end});
    }
    for (auto const l : f.lines())
        if (!l.text().empty() && scan::not_in(wsp, l.text(), 0) == l.text().size())
            report(diagnostic{diagnostic_code::blank_continuation, m.offset_of(l.raw()),
                              l.raw().size()});
}

} // namespace detail

/// Calls `report` with a `diagnostic` for each problem in the structure of a message: a line that
/// has no field name, a byte order mark before the first one, white space before a colon, a folded
/// line of white space only, CR without LF, or NUL. Offsets count from the start of the message.
///     diagnose(message{"a\rb: c\n\nbody"}, [](diagnostic const& d) { ... });
///       ->  field_without_name at 0, 7 octets; bare_cr at 1, 1 octet
/// The fields come first, in order, and then the octets of the body. The problems of a field are
/// those of its name, then of its lines, then of its octets. A run of CR or of NUL is one problem.
/// O(message). Allocates and throws only if `report` does. `report` is not copied.
template <class Report>
constexpr void diagnose(message const& m, Report&& report) {
    for (auto const f : m.header()) {
        detail::diagnose_field(m, f, report);
        auto const start = m.offset_of(f.raw());
        detail::diagnose_octets(m.raw(), start, start + f.raw().size(), report);
    }
    detail::diagnose_octets(m.raw(), m.offset_of(m.body()), m.raw().size(), report);
}

} // namespace foldwise

#endif

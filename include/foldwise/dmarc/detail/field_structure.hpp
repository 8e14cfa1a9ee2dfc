#ifndef FOLDWISE_DMARC_DETAIL_FIELD_STRUCTURE_HPP
#define FOLDWISE_DMARC_DETAIL_FIELD_STRUCTURE_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/field.hpp>

#include <cstddef>

/// Places in a field at which programs disagree about where fields start and end. Offsets count
/// from the start of the field's raw().
namespace foldwise::inline FOLDWISE_ABI::detail {

/// A place that may make other programs see a field that is not there: a field without a name, a
/// byte order mark before the name, or a CR without LF. The `From ` line of an mbox, which may
/// be the first field, is no such place. O(raw).
constexpr optional<diagnostic> find_hidden_field(field const& f, bool is_first) noexcept {
    using enum diagnostic_code;
    auto const raw = f.raw();
    if (raw.starts_with(utf8_byte_order_mark))
        return diagnostic{byte_order_mark, 0, utf8_byte_order_mark.size()};
    if (!f.has_name() && !(is_first && raw.starts_with("From ")))
        return diagnostic{field_without_name, 0, raw.size()};
    auto const cr = scan::bare_cr(raw, 0);
    if (cr != raw.size()) return diagnostic{bare_cr, cr, 1};
    return std::nullopt;
}

/// A place at which other programs may stop reading the header section: NUL, or a line of white
/// space only. O(raw).
constexpr optional<diagnostic> find_early_end(field const& f) noexcept {
    using enum diagnostic_code;
    auto const raw = f.raw();
    auto const nul_at = scan::octet(raw, '\0', 0);
    if (nul_at < raw.size()) return diagnostic{nul, nul_at, 1};
    for (auto const each : f.lines()) {
        auto const text = each.text();
        if (!text.empty() && scan::not_in(wsp, text, 0) == text.size())
            return diagnostic{blank_continuation, offset_of(raw, text), text.size()};
    }
    return std::nullopt;
}

/// An LF without CR in a header section that also has CRLF. A program that takes only CRLF for a
/// line ending sees other fields there, and another end of the section. O(header).
constexpr optional<diagnostic> find_bare_lf(std::string_view header) noexcept {
    if (scan::octet_pair<'\r', '\n'>(header, 0) == header.size()) return std::nullopt;
    for (auto at = scan::line_feed(header, 0); at < header.size();
         at = scan::line_feed(header, at + 1))
        if (at == 0 || header[at - 1] != '\r') return diagnostic{diagnostic_code::bare_lf, at, 1};
    return std::nullopt;
}

/// White space between the name and the colon.
constexpr optional<diagnostic> find_space_before_colon(field const& f) noexcept {
    auto const raw = f.raw();
    auto const end = offset_of(raw, f.name()) + f.name().size();
    auto const colon = scan::not_in(wsp, raw, end);
    if (!f.has_name() || colon == end) return std::nullopt;
    return diagnostic{diagnostic_code::space_before_colon, end, colon - end};
}

/// What is wrong with the structure of one field: a hidden field, an early end, or white space
/// before the colon, in this order. O(raw).
constexpr optional<diagnostic> find_structure_problem(field const& f) noexcept {
    if (auto const problem = find_hidden_field(f, false)) return problem;
    if (auto const problem = find_early_end(f)) return problem;
    return find_space_before_colon(f);
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

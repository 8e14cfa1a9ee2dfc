#ifndef FOLDWISE_TRANSFER_DIAGNOSE_UUENCODE_HPP
#define FOLDWISE_TRANSFER_DIAGNOSE_UUENCODE_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/transfer/uuencoded_line.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Calls `report` with a diagnostic for each place where `text`, a whole uuencoded text, deviates
/// from the format:
///     uuencode_begin_missing   the first line of data without a "begin" line before it; the whole
///                              text if it has no data
///     uuencode_not_ended       a file without an "end" line; covers its "begin" or first line
///     uuencode_line_size       a line of data with too few or too many characters
///     uuencode_line_malformed  a line in a file that is not data; it ends the file
///     uuencode_other_text      a line outside of the files that is not blank; only the first
///                              before each file, and after the last one
/// See uuencode_decoder for how such text is decoded. Offsets count from the start of `text`; lines
/// are without their endings. Allocates nothing; O(text).
template <class Report>
constexpr void diagnose_uuencode(std::string_view text, Report&& report) {
    using enum diagnostic_code;
    using enum detail::uuencoded_line_kind;
    detail::uuencode_state state;
    std::size_t start = 0; // of the file
    std::size_t start_size = 0;
    bool has_file = false;
    bool has_other = false;
    for (std::size_t at = 0; at != text.size(); at = detail::after_line(text, at)) {
        auto const line = detail::uuencoded_text_at(text, at);
        auto const kind = detail::uuencoded_kind_of(line);
        bool const was_inside = state.is_inside();
        bool const has_data = state.take(line) != 0;
        if (was_inside && (kind == begin || (!state.is_inside() && kind != end)))
            report(diagnostic{uuencode_not_ended, start, start_size});
        if (kind == begin || (!was_inside && has_data)) {
            start = at;
            start_size = line.size();
            has_other = false;
            has_file = true;
        }
        if (!was_inside && has_data) report(diagnostic{uuencode_begin_missing, at, line.size()});
        if (has_data &&
            line.size() != 1 + detail::uuencoded_characters(detail::uuencoded_octets(line)))
            report(diagnostic{uuencode_line_size, at, line.size()});
        if (was_inside && !state.is_inside() && kind != end)
            report(diagnostic{uuencode_line_malformed, at, line.size()});
        bool const is_other =
            !was_inside && !state.is_inside() && scan::not_in(wsp, line, 0) != line.size();
        if (is_other && !has_other) report(diagnostic{uuencode_other_text, at, line.size()});
        has_other = has_other || is_other;
    }
    if (state.is_inside()) report(diagnostic{uuencode_not_ended, start, start_size});
    if (!has_file && !text.empty()) report(diagnostic{uuencode_begin_missing, 0, text.size()});
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

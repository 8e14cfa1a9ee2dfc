#ifndef FOLDWISE_INSPECT_DETAIL_DATA_AMBIGUITY_HPP
#define FOLDWISE_INSPECT_DETAIL_DATA_AMBIGUITY_HPP

#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/inspect/detail/ambiguity_place.hpp>
#include <foldwise/inspect/detail/ambiguity_table.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The codes of severity ambiguity that occur only in the transmission of a message, after DATA.
inline constexpr ambiguity_row data_ambiguity_rows[] = {
    {diagnostic_code::end_of_data_near_miss,
     {extent::covered, "text of the message, which goes on after it"sv},
     {extent::entity_after,
      "commands of the client, and so perhaps another message: this one ends before them"sv}},
    {diagnostic_code::data_bare_lf,
     {extent::line, "one line, with the LF in it"sv},
     {extent::line_after, "a line of its own, because the LF ends the one before"sv}},
};

/// The row of `code`; null if there is none.
constexpr ambiguity_row const* data_ambiguity_row_of(diagnostic_code code) noexcept {
    for (auto const& row : data_ambiguity_rows)
        if (row.code == code) return &row;
    return nullptr;
}

/// The octets of a reading in `text`, which is what was sent up to the end of the message, without
/// the line of only a dot. Its lines end with CRLF. O(text).
constexpr octet_range range_in_data(std::string_view text, octet_range problem,
                                    extent which) noexcept {
    constexpr std::string_view ending = "\r\n";
    auto const from = problem.last < text.size() ? problem.last : text.size();
    auto const next = text.find(ending, from);
    auto const line_end = next == text.npos ? text.size() : next + ending.size();
    switch (which) {
    case extent::line: {
        auto const before = problem.first == 0 ? text.npos : text.rfind(ending, problem.first - 1);
        return {before == text.npos ? 0 : before + ending.size(), line_end};
    }
    case extent::line_after: return {from, line_end};
    case extent::entity_after: return {from, text.size()};
    default: return problem;
    }
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

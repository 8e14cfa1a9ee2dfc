#ifndef FOLDWISE_INSPECT_DETAIL_ENTRY_AMBIGUITY_HPP
#define FOLDWISE_INSPECT_DETAIL_ENTRY_AMBIGUITY_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/inspect/detail/ambiguity_place.hpp>
#include <foldwise/inspect/detail/ambiguity_table.hpp>
#include <foldwise/message/field.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The codes of severity ambiguity that occur in an mbox, outside of its messages, in the order of
/// the enum.
inline constexpr ambiguity_row entry_ambiguity_rows[] = {
    {diagnostic_code::content_length_conflict,
     {extent::body, "the body, which ends before the next separator line"sv},
     {extent::body_through, "a body that ends where one of the values says"sv}},
    {diagnostic_code::content_length_mismatch,
     {extent::body, "the body, which ends before the next separator line"sv},
     {extent::body_through, "a body that ends where the value says, perhaps in another message"sv}},
    {diagnostic_code::from_line_date_missing,
     {extent::entity_from, "the start of a message"sv},
     {extent::entity_from, "text of the message before, or of none"sv}},
    {diagnostic_code::from_line_address_missing,
     {extent::entity_from, "the start of a message"sv},
     {extent::entity_from, "text of the message before, or of none"sv}},
    {diagnostic_code::from_line_unquoted,
     {extent::line, "a line of the body"sv},
     {extent::entity_from, "the start of another message"sv}},
    {diagnostic_code::from_line_quoted_twice,
     {extent::covered, "quotes, one of which mboxrd takes off"sv},
     {extent::covered, "text: none of them is taken off"sv}},
};

/// The row of `code`; null if there is none.
constexpr ambiguity_row const* entry_ambiguity_row_of(diagnostic_code code) noexcept {
    for (auto const& row : entry_ambiguity_rows)
        if (row.code == code) return &row;
    return nullptr;
}

/// The octets of a reading in `raw`, an entry whose message has the body `text`. No reading goes on
/// in the next entry. O(entry).
constexpr octet_range range_in_entry(std::string_view raw, std::string_view text,
                                     octet_range problem, extent which) noexcept {
    auto const body = offset_of(raw, text);
    switch (which) {
    case extent::line: {
        auto const end = scan::line_feed(raw, problem.last);
        return {problem.first, end < raw.size() ? end + 1 : end};
    }
    case extent::entity_from: return {problem.first, raw.size()};
    case extent::body: return {body, body + text.size()};
    case extent::body_through: {
        field const length{raw.substr(problem.first, problem.last - problem.first)};
        auto const digits = length.value().contiguous();
        auto const size = read_decimal(digits ? *digits : std::string_view{}, raw.size() - body);
        return {body, size ? body + static_cast<std::size_t>(*size) : raw.size()};
    }
    default: return problem;
    }
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

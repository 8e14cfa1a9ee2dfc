#ifndef FOLDWISE_STORE_DETAIL_MMDF_MARKS_HPP
#define FOLDWISE_STORE_DETAIL_MMDF_MARKS_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/store/detail/separators.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <string_view>

/// The lines of four Control-A in an MMDF file. One is before each message, and one after it:
///
///     ^A^A^A^A LF          opens
///     Subject: one LF
///     ^A^A^A^A LF          closes
///     ^A^A^A^A LF          opens
///     Subject: two LF
///     ^A^A^A^A LF          closes
///
/// So that a file can be read from any offset, a mark opens a message if neither another mark nor
/// the end of the file follows it, directly or after one empty line. Marks that are missing or
/// doubled do no harm.
namespace foldwise::inline FOLDWISE_ABI::detail {

inline constexpr std::string_view mmdf_mark = "\1\1\1\1";

/// Whether the line that starts at `at` is a mark. At the end of the file, it needs no ending.
constexpr verdict is_mark(std::string_view bytes, std::size_t at, mbox_input input) noexcept {
    auto const starts = has_text(bytes, at, mmdf_mark, input);
    if (starts != verdict::yes) return starts;
    auto const end = at + mmdf_mark.size();
    if (empty_line_size(bytes, end) != 0) return verdict::yes;
    auto const rest = bytes.substr(end);
    if (rest.empty() && input == mbox_input::ended) return verdict::yes;
    return rest.empty() || rest == "\r" ? undecided_if(input) : verdict::no;
}

/// The end of the line that starts at `at`, which is a mark.
constexpr std::size_t mark_end(std::string_view bytes, std::size_t at) noexcept {
    auto const end = at + mmdf_mark.size();
    return end + empty_line_size(bytes, end);
}

/// Whether `text` is one mark.
constexpr bool is_one_mark(std::string_view text) noexcept {
    return is_mark(text, 0, mbox_input::ended) == verdict::yes && mark_end(text, 0) == text.size();
}

/// Whether a mark or the end of the file is at `at`.
constexpr verdict is_mark_or_end(std::string_view bytes, std::size_t at,
                                 mbox_input input) noexcept {
    if (at == bytes.size()) return input == mbox_input::ended ? verdict::yes : verdict::undecided;
    return is_mark(bytes, at, input);
}

/// Whether the line that starts at `at` is a mark that opens a message.
constexpr verdict opens_message(std::string_view bytes, std::size_t at, mbox_input input) noexcept {
    auto const mark = is_mark(bytes, at, input);
    if (mark != verdict::yes) return mark;
    auto const end = mark_end(bytes, at);
    auto after = is_mark_or_end(bytes, end, input);
    if (after == verdict::no) {
        auto const empty = empty_line_size(bytes, end);
        if (empty != 0)
            after = is_mark_or_end(bytes, end + empty, input);
        else if (bytes.substr(end) == "\r")
            after = undecided_if(input);
    }
    if (after == verdict::undecided) return after;
    return after == verdict::no ? verdict::yes : verdict::no;
}

/// The first line for which `is_wanted(bytes, at, input)` is not `no`, and that follows the line
/// feed at `from` or a later one.
template <verdict (*is_wanted)(std::string_view, std::size_t, mbox_input) noexcept>
constexpr found_line find_mark_that(std::string_view bytes, std::size_t from,
                                    mbox_input input) noexcept {
    for (auto at = scan::octet_pair<'\n', '\1'>(bytes, from); at < bytes.size();
         at = scan::octet_pair<'\n', '\1'>(bytes, at + 1))
        if (auto const is = is_wanted(bytes, at + 1, input); is != verdict::no) return {at + 1, is};
    bool const may_follow = from < bytes.size() && bytes.back() == '\n';
    return {bytes.size(), may_follow ? undecided_if(input) : verdict::no};
}

constexpr found_line find_mark(std::string_view bytes, std::size_t from,
                               mbox_input input) noexcept {
    return find_mark_that<is_mark>(bytes, from, input);
}
constexpr found_line find_opening_mark(std::string_view bytes, std::size_t from,
                                       mbox_input input) noexcept {
    return find_mark_that<opens_message>(bytes, from, input);
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

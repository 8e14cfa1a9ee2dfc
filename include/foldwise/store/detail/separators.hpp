#ifndef FOLDWISE_STORE_DETAIL_SEPARATORS_HPP
#define FOLDWISE_STORE_DETAIL_SEPARATORS_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::detail {

/// The size of the longest separator line of `mbox_separator::dated`, including its ending: 998
/// octets (RFC 5322 section 2.1.1) and CRLF.
inline constexpr std::size_t longest_dated_line = 998 + 2;

/// The start of the line that ends with the line feed at `line_feed`, if that line is empty;
/// otherwise the offset after the line feed.
constexpr std::size_t back_over_empty_line(std::string_view bytes, std::size_t line_feed) noexcept {
    auto start = line_feed;
    if (start > 0 && bytes[start - 1] == '\r') --start;
    return start == 0 || bytes[start - 1] == '\n' ? start : line_feed + 1;
}

/// Whether the text of the line that starts at `at` is that of a separator. The line before it,
/// which must be empty with `after_empty_line`, is not checked.
constexpr bool is_from_line(std::string_view bytes, std::size_t at, mbox_separator rule,
                            mbox_input input) noexcept {
    auto const rest = bytes.substr(at);
    if (!rest.starts_with("From ")) return false;
    if (rule != mbox_separator::dated) return true;
    auto const reach = rest.substr(0, longest_dated_line);
    auto const line_feed = scan::line_feed(reach, 0);
    bool const is_whole =
        line_feed < reach.size() || (reach.size() == rest.size() && input == mbox_input::ended);
    auto const line = without_ending(reach.substr(0, line_feed + 1));
    return is_whole && line.size() <= longest_dated_line - 2 && from_line{line}.is_dated();
}

/// Whether the line that starts at `at` is not a separator yet, but may become one if more bytes
/// follow `bytes`.
constexpr bool may_become_from_line(std::string_view bytes, std::size_t at,
                                    mbox_separator rule) noexcept {
    auto const rest = bytes.substr(at);
    if (rest.size() < 5) return std::string_view{"From "}.starts_with(rest);
    return rule == mbox_separator::dated && rest.starts_with("From ") &&
           rest.size() < longest_dated_line && scan::line_feed(rest, 0) == rest.size();
}

/// The start of the next separator line that follows the line feed at `from` or a later one;
/// bytes.size() if there is none.
constexpr std::size_t find_separator(std::string_view bytes, std::size_t from, mbox_separator rule,
                                     mbox_input input) noexcept {
    for (auto at = scan::octet_pair<'\n', 'F'>(bytes, from); at < bytes.size();
         at = scan::octet_pair<'\n', 'F'>(bytes, at + 1)) {
        if (!is_from_line(bytes, at + 1, rule, input)) continue;
        if (rule != mbox_separator::after_empty_line || back_over_empty_line(bytes, at) <= at)
            return at + 1;
    }
    return bytes.size();
}

/// Where find_separator continues when more bytes follow `bytes`: at the last line feed, if the
/// line after it may become a separator; otherwise at the end.
constexpr std::size_t resume_separator(std::string_view bytes, mbox_separator rule) noexcept {
    auto const reach = rule == mbox_separator::dated ? longest_dated_line : std::size_t{5};
    auto const first = bytes.size() - (bytes.size() < reach ? bytes.size() : reach);
    auto const line_feed = bytes.substr(first).rfind('\n');
    if (line_feed == std::string_view::npos) return bytes.size();
    auto const at = first + line_feed;
    return may_become_from_line(bytes, at + 1, rule) ? at : bytes.size();
}

} // namespace foldwise::detail

#endif

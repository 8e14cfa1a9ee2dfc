#ifndef FOLDWISE_STORE_DETAIL_SEPARATORS_HPP
#define FOLDWISE_STORE_DETAIL_SEPARATORS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/config.hpp>
#include <foldwise/store/from_line.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether something is so. `undecided` means that it depends on bytes that have not arrived.
enum class verdict : unsigned char { no, yes, undecided };

/// The answer of a search for a line.
struct found_line {
    std::size_t position; ///< the start of the line; the size of the bytes if there is none
    verdict is_wanted;    ///< if undecided, the search must continue at the line feed before it

    /// Where to continue when more bytes follow, if no line was found. The search covered `bytes`.
    constexpr std::size_t resume() const noexcept {
        return is_wanted == verdict::undecided ? position - 1 : position;
    }
};

/// The longest separator line without its ending (RFC 5322 section 2.1.1). The name of the field
/// after it must end within as many bytes.
inline constexpr std::size_t longest_separator = 998;

/// `undecided` if more bytes may follow, otherwise `no`.
constexpr verdict undecided_if(mbox_input input) noexcept {
    return input == mbox_input::continues ? verdict::undecided : verdict::no;
}

/// Whether `text` is at `at`. Inline, so that the comparison takes a few instructions.
FOLDWISE_ALWAYS_INLINE constexpr verdict
has_text(std::string_view bytes, std::size_t at, std::string_view text, mbox_input input) noexcept {
    auto const there = bytes.substr(at, text.size());
    if (there == text) return verdict::yes;
    return text.starts_with(there) ? undecided_if(input) : verdict::no;
}

/// The start of the line that ends with the line feed at `line_feed`, if that line is empty;
/// otherwise the offset after the line feed.
constexpr std::size_t back_over_empty_line(std::string_view bytes, std::size_t line_feed) noexcept {
    auto start = line_feed;
    if (start > 0 && bytes[start - 1] == '\r') --start;
    return start == 0 || bytes[start - 1] == '\n' ? start : line_feed + 1;
}

/// Whether the line that starts at `at` is the first line of a header field, perhaps after a byte
/// order mark: a name, white space perhaps, and a colon that is not followed by `//`.
constexpr verdict starts_field(std::string_view bytes, std::size_t at, mbox_input input) noexcept {
    if (at < bytes.size() && bytes[at] == utf8_byte_order_mark.front()) {
        auto const mark = has_text(bytes, at, utf8_byte_order_mark, input);
        if (mark != verdict::yes) return mark;
        at += utf8_byte_order_mark.size();
    }
    auto const rest = bytes.substr(at, longest_separator);
    auto const name_end = scan::not_ftext(rest, 0);
    auto const colon = scan::not_in(wsp, rest, name_end);
    if (colon == rest.size())
        return rest.size() < longest_separator ? undecided_if(input) : verdict::no;
    if (name_end == 0 || rest[colon] != ':') return verdict::no;
    switch (has_text(bytes, at + colon + 1, "//", input)) {
    case verdict::yes: return verdict::no;
    case verdict::undecided: return verdict::undecided;
    case verdict::no: break;
    }
    return verdict::yes;
}

/// Whether the line at `at` comes before the first line of a field, in the form that nearly all
/// fields have: without white space before the colon, and not at the end of the bytes. A false
/// answer leaves the question open.
constexpr bool is_before_plain_field(std::string_view bytes, std::size_t at) noexcept {
    auto const reach = [bytes](std::size_t from) noexcept {
        auto const left = bytes.size() - from;
        return octets_at(bytes.data() + from, left < longest_separator ? left : longest_separator);
    };
    auto const line = reach(at);
    auto const line_feed = scan::one_of<'\n'>(line, 0);
    if (line_feed == line.size()) return false;
    auto const field = reach(at + line_feed + 1);
    auto const name_end = scan::not_ftext(field, 0);
    return name_end != 0 && field.size() - name_end > 1 && field[name_end] == ':' &&
           field[name_end + 1] != '/';
}

/// Whether the line at `at`, which starts with `From `, is a field (RFC 5322 section 4.5).
constexpr verdict is_from_field(std::string_view bytes, std::size_t at, mbox_input input) noexcept {
    auto const rest = bytes.substr(at, longest_separator);
    auto const colon = scan::not_in(wsp, rest, 5);
    if (colon != rest.size()) return rest[colon] == ':' ? verdict::yes : verdict::no;
    return rest.size() < longest_separator ? undecided_if(input) : verdict::no;
}

/// Whether the line at `at`, which starts with `From `, is a postmark, or, with `likely`, comes
/// before a field. O(1): the lines that count are short.
FOLDWISE_NOINLINE constexpr verdict is_likely_separator(std::string_view bytes, std::size_t at,
                                                        mbox_separator rule,
                                                        mbox_input input) noexcept {
    constexpr auto longest = longest_separator + 2; // with its ending
    auto const reach = bytes.substr(at, longest);
    auto const line_feed = scan::line_feed(reach, 0);
    if (line_feed == reach.size()) {
        if (reach.size() == longest) return verdict::no;
        if (input == mbox_input::continues) return verdict::undecided;
    }
    auto const line = without_ending(reach.substr(0, line_feed + 1));
    if (line.size() > longest_separator) return verdict::no;
    auto before_field = verdict::no;
    if (rule == mbox_separator::likely && line_feed != reach.size())
        before_field = starts_field(bytes, at + line_feed + 1, input);
    if (before_field == verdict::yes || from_line{line}.is_dated()) return verdict::yes;
    return before_field;
}

/// Whether the line that starts at `at` is a separator. The line before it, which must be empty
/// with `likely` and `after_empty_line`, is not checked.
constexpr verdict is_separator(std::string_view bytes, std::size_t at, mbox_separator rule,
                               mbox_input input) noexcept {
    auto const starts = has_text(bytes, at, "From ", input);
    if (starts != verdict::yes) return starts;
    if (bytes.size() - at == 5 || is_wsp(bytes[at + 5]) || bytes[at + 5] == ':') {
        auto const field = is_from_field(bytes, at, input);
        if (field != verdict::no) return field == verdict::yes ? verdict::no : verdict::undecided;
    }
    if (rule == mbox_separator::any || rule == mbox_separator::after_empty_line)
        return verdict::yes;
    if (rule == mbox_separator::likely && is_before_plain_field(bytes, at)) return verdict::yes;
    return is_likely_separator(bytes, at, rule, input);
}

/// Whether a separator must follow an empty line, so that none is in a header section.
constexpr bool follows_empty_line(mbox_separator rule) noexcept {
    return rule == mbox_separator::likely || rule == mbox_separator::after_empty_line;
}

/// The next separator line that follows the line feed at `from` or a later one, or the first line
/// that may become one.
constexpr found_line find_separator(std::string_view bytes, std::size_t from, mbox_separator rule,
                                    mbox_input input) noexcept {
    for (auto at = scan::octet_pair<'\n', 'F'>(bytes, from); at < bytes.size();
         at = scan::octet_pair<'\n', 'F'>(bytes, at + 1)) {
        auto const is_wanted = is_separator(bytes, at + 1, rule, input);
        if (is_wanted == verdict::no) continue;
        if (!follows_empty_line(rule) || back_over_empty_line(bytes, at) <= at)
            return {at + 1, is_wanted};
    }
    bool const may_follow = from < bytes.size() && bytes.back() == '\n';
    return {bytes.size(), may_follow ? undecided_if(input) : verdict::no};
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

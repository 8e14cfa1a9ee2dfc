#ifndef FOLDWISE_STORE_DETAIL_MBOX_START_HPP
#define FOLDWISE_STORE_DETAIL_MBOX_START_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/utf8.hpp>
#include <foldwise/store/detail/mmdf_marks.hpp>
#include <foldwise/store/detail/separators.hpp>
#include <foldwise/store/mbox_options.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// What the start of a file says.
struct mbox_start {
    verdict is_mbox;
    std::size_t position; ///< of the first separator line; if undecided, where to continue
    mbox_format format;   ///< mmdf if the first line is its mark, otherwise as given
};

/// Decides whether a file is an mbox: its first line that is not empty must be a separator. A byte
/// order mark may be before it, and belongs to a separator line directly after it. `from` is 0, or
/// the position of the last answer. O(n) for n bytes of empty lines and marks.
constexpr mbox_start find_mbox_start(std::string_view bytes, std::size_t from, mbox_options options,
                                     mbox_input input) noexcept {
    auto at = from;
    if (from == 0) {
        auto const mark = has_text(bytes, 0, utf8_byte_order_mark, input);
        if (mark == verdict::undecided) return {mark, 0, options.format};
        if (mark == verdict::yes) at = utf8_byte_order_mark.size();
    }
    for (;;) {
        while (auto const size = empty_line_size(bytes, at)) at += size;
        if (bytes.substr(at) == "\r" && input == mbox_input::continues)
            return {verdict::undecided, at, options.format};
        auto const mark = is_mark(bytes, at, input);
        if (mark == verdict::undecided) return {mark, at, options.format};
        if (mark == verdict::no) break;
        options.format = mbox_format::mmdf;
        auto const opens = opens_message(bytes, at, input);
        if (opens != verdict::no) return {opens, at, options.format};
        at = mark_end(bytes, at); // another mark follows
    }
    if (options.format == mbox_format::mmdf) return {verdict::no, at, options.format};
    auto const separates = is_separator(bytes, at, options.separator, input);
    bool const is_after_mark =
        at == utf8_byte_order_mark.size() && bytes.starts_with(utf8_byte_order_mark);
    return {separates, separates == verdict::yes && is_after_mark ? 0 : at, options.format};
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

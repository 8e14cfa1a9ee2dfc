#ifndef FOLDWISE_MESSAGE_UNFOLD_HPP
#define FOLDWISE_MESSAGE_UNFOLD_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/spliced.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A `Cut` of `spliced` for the places where a field is folded (RFC 5322 section 2.2.3): a line
/// ending, LF or CRLF, directly before SP or HTAB.
struct folds {
    constexpr std::size_t cut_at(std::string_view bytes, std::size_t at) const noexcept {
        std::size_t size = 0;
        if (at < bytes.size() && bytes[at] == '\r') ++size;
        if (at + size >= bytes.size() || bytes[at + size] != '\n') return 0;
        ++size;
        return at + size < bytes.size() && wsp.contains(bytes[at + size]) ? size : 0;
    }

    constexpr std::size_t find_cut(std::string_view bytes, std::size_t from) const noexcept {
        auto const at = scan::line_feed_before_wsp(bytes, from);
        bool const after_cr = at < bytes.size() && at > from && bytes[at - 1] == '\r';
        return after_cr ? at - 1 : at;
    }
};

/// The text of a field with folding undone (RFC 5322 section 2.2.3): a line ending directly before
/// white space is dropped, the white space stays.
///     unfolded{"a\r\n b"}  ->  "a b"
///     unfolded{"a\r b"}    ->  "a\r b"     a bare CR is data
/// Borrows the bytes. begin() is O(1), a traversal is O(n), nothing is allocated. Total: every byte
/// sequence has an unfolded value.
using unfolded = spliced<folds>;

namespace detail {

/// The same as take_off_fws(), for all cases.
FOLDWISE_NOINLINE constexpr std::size_t take_off_all_fws(std::string_view& bytes) noexcept {
    std::size_t folds_taken = 0;
    std::size_t first = 0;
    for (; first != bytes.size() && static_cast<unsigned char>(bytes[first]) <= ' '; ++first) {
        if (is_wsp(bytes[first])) continue;
        auto const fold = folds{}.cut_at(bytes, first);
        if (fold == 0) break;
        folds_taken += fold;
        first += fold;
    }
    bytes.remove_prefix(first);
    while (!bytes.empty() && is_wsp(bytes.back())) {
        bytes.remove_suffix(1);
        if (!bytes.ends_with('\n')) continue;
        auto const fold = bytes.ends_with("\r\n") ? 2u : 1u;
        bytes.remove_suffix(fold);
        folds_taken += fold;
    }
    return folds_taken;
}

/// Removes the folding white space at both ends of `bytes`, and returns how many of the removed
/// octets are folds. Fast if there is only a single SP at the start, as in most values.
constexpr std::size_t take_off_fws(std::string_view& bytes) noexcept {
    auto const is_visible = [](char octet) noexcept {
        return static_cast<unsigned char>(octet) > ' ';
    };
    if (bytes.size() < 2 || bytes[0] != ' ' || !is_visible(bytes[1]) || !is_visible(bytes.back()))
        return take_off_all_fws(bytes);
    bytes.remove_prefix(1);
    return 0;
}

} // namespace detail

/// `bytes` without the folding white space at both ends: SP, HTAB and the line endings that
/// unfolding drops (RFC 5322 section 3.2.2).
///     FWS = ([*WSP CRLF] 1*WSP) / obs-FWS
///     trim_fws(" \r\n a\r\n b ")  ->  "a\r\n b"
/// Borrows the bytes. Costs time in proportion to the octets that it removes.
constexpr std::string_view trim_fws(std::string_view bytes) noexcept {
    detail::take_off_fws(bytes);
    return bytes;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

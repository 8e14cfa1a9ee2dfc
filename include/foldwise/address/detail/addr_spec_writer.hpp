#ifndef FOLDWISE_ADDRESS_DETAIL_ADDR_SPEC_WRITER_HPP
#define FOLDWISE_ADDRESS_DETAIL_ADDR_SPEC_WRITER_HPP

#include <foldwise/base/char_class.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether a local part needs no quotes: it is dot-atom-text (RFC 5322 section 3.2.3), and none of
/// its atoms starts with "=?", as an encoded-word does.
///     dot-atom-text = 1*atext *("." 1*atext)
template <class Text>
constexpr bool is_bare_local_part(Text const& text) noexcept {
    char before = '.';
    bool starts_with_equals = false; // the atom is "=" so far
    for (char const octet : text) {
        if (octet == '.' ? before == '.' : !(atext + utf8_non_ascii).contains(octet)) return false;
        if (starts_with_equals && octet == '?') return false;
        starts_with_equals = before == '.' && octet == '=';
        before = octet;
    }
    return before != '.';
}

/// Calls `use` with each piece of `text` in the form that it has between delimiters: with a
/// backslash before each octet of `special`, and before white space after LF, which would be
/// folding without the backslash. No piece is empty.
template <class Text, class Use>
constexpr void for_each_quoted_piece(Text const& text, char_class special, Use& use) {
    char before = '\0';
    for (std::string_view const piece : text.pieces()) {
        std::size_t start = 0; // of what has not been passed on
        for (std::size_t at = 0; at < piece.size(); ++at) {
            auto const octet = piece[at];
            if (special.contains(octet) || (before == '\n' && wsp.contains(octet))) {
                if (start != at) use(piece.substr(start, at - start));
                use(std::string_view{"\\"});
                start = at;
            }
            before = octet;
        }
        use(piece.substr(start));
    }
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

#ifndef FOLDWISE_TESTS_ADDRESS_ADDRESSES_SHOWN_HPP
#define FOLDWISE_TESTS_ADDRESS_ADDRESSES_SHOWN_HPP

// A list of addresses in one line, to be compared with the expected text. "~" precedes the name of
// a deviation, "!" the name of the error of an element that has no value:
//     "Foe <a@b> (c) ~address_obsolete | Sales { <d@e> | !address_malformed } | !address_dots"

#include <foldwise/address/address.hpp>

#include "../support.hpp"

namespace test {

template <class Text>
constexpr void show_pieces(text_buffer& to, Text const& text) {
    for (auto const piece : text.pieces()) to.append(piece);
}

constexpr void show(text_buffer& to, foldwise::mailbox const& m) {
    if (auto const name = m.display_name()) {
        show_pieces(to, name->undecoded());
        to.append(' ');
    }
    to.append('<');
    show_pieces(to, m.local_part());
    to.append('@');
    show_pieces(to, m.domain());
    to.append('>');
    if (auto const comment = m.comment()) {
        to.append(" (");
        show_pieces(to, comment->undecoded());
        to.append(')');
    }
    if (auto const deviation = m.deviation()) {
        to.append(" ~");
        to.append(deviation->name());
    }
}

constexpr void show(text_buffer& to, foldwise::result<foldwise::mailbox> const& m) {
    if (m) return show(to, *m);
    to.append('!');
    to.append(m.error().name());
}

/// Appends the elements of a range, separated by bars.
template <class Range>
constexpr void show_each(text_buffer& to, Range const& range) {
    bool is_first = true;
    for (auto const element : range) {
        if (!is_first) to.append(" | ");
        is_first = false;
        show(to, element);
    }
}

constexpr void show(text_buffer& to, foldwise::group const& g) {
    show_pieces(to, g.name().undecoded());
    to.append(" { ");
    show_each(to, g.members());
    to.append(g.members().empty() ? "}" : " }");
    if (!g.is_closed()) to.append(" ~group_not_closed");
}

constexpr void show(text_buffer& to, foldwise::result<foldwise::address> const& a) {
    if (a && a->group()) return show(to, *a->group());
    if (a) return show(to, *a->mailbox());
    show(to, foldwise::result<foldwise::mailbox>{a.error()});
}

template <class Read>
constexpr text_buffer shown_read(Read const& read) {
    text_buffer to;
    show(to, read);
    return to;
}

template <class Range>
constexpr text_buffer each_shown(Range const& range) {
    text_buffer to;
    show_each(to, range);
    return to;
}

} // namespace test

#endif

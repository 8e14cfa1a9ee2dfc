#ifndef FOLDWISE_TESTS_RESULTS_TABLE_HPP
#define FOLDWISE_TESTS_RESULTS_TABLE_HPP

#include <foldwise/auth/authentication_results.hpp>

#include "support.hpp"

namespace test {

template <class Text>
constexpr void append(text_buffer& to, Text const& text) {
    to.append('<');
    for (char const octet : text)
        if (octet != '\r') to.append(octet);
    to.append('>');
}

constexpr void append(text_buffer& to, foldwise::resinfo const& r) {
    to.append(r.method());
    if (r.method_version() != 1) to.append(r.method_version() == 2 ? "/2" : "/?");
    to.append('=');
    to.append(r.result());
    if (auto const reason = r.reason()) {
        to.append(" reason=");
        append(to, reason->text());
    }
    for (auto const p : r.properties()) {
        to.append(' ');
        if (!p) {
            to.append('!');
            to.append(p.error().name());
            continue;
        }
        to.append(p->ptype());
        if (!p->ptype().empty()) to.append('.');
        to.append(p->property());
        to.append('=');
        append(to, p->value().text());
    }
}

/// A value in one line: the authserv-id, then each result after a semicolon. Texts are in angle
/// brackets. An element that cannot be read is "!" and the name of its diagnostic.
constexpr text_buffer said_by(foldwise::authentication_results const& ar) {
    text_buffer said;
    if (auto const id = ar.authserv_id()) {
        append(said, *id);
    } else {
        said.append('!');
        said.append(id.error().name());
    }
    if (auto const version = ar.version(); !version || *version != 1) said.append(" version");
    if (ar.is_none()) said.append("; none");
    for (auto const r : ar) {
        said.append("; ");
        if (r) {
            append(said, *r);
        } else {
            said.append('!');
            said.append(r.error().name());
        }
    }
    return said;
}

/// A value of Authentication-Results, and the result of said_by() for it.
struct results_row {
    std::string_view from;
    std::string_view value; // with LF; each is checked with CRLF as well
    std::string_view said;
};

template <std::size_t N>
constexpr bool check_results(results_row const (&table)[N]) {
    for (auto const& row : table)
        with_both_line_endings(row.value, [&row](std::string_view value) {
            REQUIRE_SAME(row.from,
                         std::string_view{said_by(foldwise::authentication_results{value})},
                         row.said);
        });
    return true;
}

} // namespace test

#endif

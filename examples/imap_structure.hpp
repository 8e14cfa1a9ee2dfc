#ifndef FOLDWISE_EXAMPLES_IMAP_STRUCTURE_HPP
#define FOLDWISE_EXAMPLES_IMAP_STRUCTURE_HPP

#include "imap_envelope.hpp"

#include <foldwise/charset.hpp>
#include <foldwise/mime.hpp>
#include <foldwise/parameters.hpp>
#include <foldwise/transfer.hpp>

#include <algorithm>
#include <string>

/// The parameters with their sections joined; those with a charset are converted to UTF-8, and
/// their names end with an asterisk. `more` is a parameter to add.
inline std::string imap_parameters(foldwise::parameters const& all, std::string more = {}) {
    for (auto const segment : all.segments()) {
        auto const p = all.find(segment ? segment->name() : "");
        bool const is_first = p && p->first().raw().data() == segment->raw().data();
        if (!is_first) continue; // a later section, or a duplicate
        auto value = p->text().to_string();
        auto const charset = foldwise::find_charset(p->charset());
        if (charset) value = foldwise::utf8_text{value, *charset}.to_string();
        more +=
            (more.empty() ? "" : " ") + imap_string(std::string{p->name()} += charset ? "*" : "");
        more += ' ' + imap_string(value);
    }
    return more.empty() ? "NIL" : '(' + more + ')';
}

/// What BODYSTRUCTURE has at the end of each part: disposition, language, location.
inline std::string imap_extension(foldwise::entity const& part) {
    std::string text = " NIL";
    if (auto const how = part.content_disposition(); how && !how->word().empty())
        text = " (" + imap_string(std::string{how->word()}) + ' ' +
               imap_parameters(how->parameters()) + ')';
    return text + ' ' + imap_value(part.header(), "Content-Language") + ' ' +
           imap_value(part.header(), "Content-Location") + ')';
}

/// The BODYSTRUCTURE of a message or part, whose lines end with CRLF (RFC 9051 section 7.5.2).
/// Recurses into parts, at most `foldwise::deepest_entity` levels.
inline std::string imap_structure(foldwise::entity const& part) {
    auto type = part.content_type();
    std::string children;
    for (auto const child : part.children()) children += imap_structure(child);
    if (part.kind() == foldwise::entity_kind::multipart)
        return '(' + children + ' ' + imap_string(std::string{type.subtype()}) + ' ' +
               imap_parameters(type.parameters()) + imap_extension(part);

    // A multipart without parts or an encoded message is a leaf: only its octets are known.
    bool const is_message = !children.empty();
    if (!is_message && (type.is("multipart") || type.is("message", "rfc822")))
        type = foldwise::content_type{"application/octet-stream"};
    bool const needs_charset = type.is("text") && !type.parameters().find("charset");
    auto const encoding = part.header().find("Content-Transfer-Encoding");
    auto const body = part.raw_body();
    auto const lines = ' ' + std::to_string(std::ranges::count(body, '\n'));
    auto const value = [&](std::string_view name) { return ' ' + imap_value(part.header(), name); };
    return '(' + imap_string(std::string{type.type()}) + ' ' +
           imap_string(std::string{type.subtype()}) + ' ' +
           imap_parameters(type.parameters(), needs_charset ? "\"charset\" \"us-ascii\"" : "") +
           value("Content-ID") + value("Content-Description") +
           (encoding ? value("Content-Transfer-Encoding") : " \"7BIT\"") + ' ' +
           std::to_string(body.size()) +
           (is_message
                ? ' ' + imap_envelope((*part.children().begin()).header()) + ' ' + children + lines
            : type.is("text") ? lines
                              : "") +
           value("Content-MD5") + imap_extension(part);
}

#endif

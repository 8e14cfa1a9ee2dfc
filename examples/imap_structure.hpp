#ifndef FOLDWISE_EXAMPLES_IMAP_STRUCTURE_HPP
#define FOLDWISE_EXAMPLES_IMAP_STRUCTURE_HPP

#include "imap_envelope.hpp"

#include <foldwise/charset.hpp>
#include <foldwise/mime.hpp>
#include <foldwise/parameters.hpp>

#include <algorithm>
#include <string>
#include <string_view>

/// The parameters with their sections joined; those with a charset are converted to UTF-8, and
/// their names end with an asterisk. `more` is a parameter to add.
inline std::string imap_parameters(foldwise::parameters const& all, std::string more = {}) {
    for (auto const segment : all.segments()) {
        auto const p = all.find(segment ? segment->name() : "");
        bool const is_first = p && p->first().raw().data() == segment->raw().data();
        if (!is_first) continue; // a later section, or a duplicate
        std::string name{p->name()};
        auto value = p->text().to_string();
        if (auto const charset = foldwise::find_charset(p->charset())) {
            name += '*';
            value = foldwise::utf8_text{value, *charset}.to_string();
        }
        if (!more.empty()) more += ' ';
        (more.append(imap_string(name)) += ' ').append(imap_string(value));
    }
    return more.empty() ? "NIL" : imap_list({more});
}

/// The BODYSTRUCTURE of a message or part, whose lines end with CRLF (RFC 9051 section 7.5.2).
/// Recurses into parts, at most `foldwise::deepest_entity` levels.
inline std::string imap_structure(foldwise::entity const& part) {
    auto const value = [&](std::string_view name) { return imap_value(part.header(), name); };
    std::string disposition = "NIL";
    if (auto const how = part.content_disposition(); how && !how->word().empty())
        disposition =
            imap_list({imap_string(std::string{how->word()}), imap_parameters(how->parameters())});
    std::string children;
    for (auto const child : part.children()) children += imap_structure(child);
    auto type = part.content_type();
    if (part.kind() == foldwise::entity_kind::multipart)
        return imap_list({children, imap_string(std::string{type.subtype()}),
                          imap_parameters(type.parameters()), disposition,
                          value("Content-Language"), value("Content-Location")});

    // A multipart without parts or an encoded message is a leaf: only its octets are known.
    bool const is_message = part.kind() == foldwise::entity_kind::message;
    if (!is_message &&
        (type.is("multipart") || type.is("message", "rfc822") || type.is("message", "global")))
        type = foldwise::content_type{"application/octet-stream"};
    bool const needs_charset = type.is("text") && !type.parameters().find("charset");
    auto const parameters =
        imap_parameters(type.parameters(), needs_charset ? "\"charset\" \"us-ascii\"" : "");
    auto const encoding = value("Content-Transfer-Encoding");
    auto const body = part.raw_body();
    auto size = std::to_string(body.size());
    if (is_message)
        for (auto const child : part.children())
            (((size += ' ').append(imap_envelope(child.header()))) += ' ').append(children);
    if (is_message || type.is("text"))
        (size += ' ').append(std::to_string(std::ranges::count(body, '\n')));
    return imap_list({imap_string(std::string{type.type()}),
                      imap_string(std::string{type.subtype()}), parameters, value("Content-ID"),
                      value("Content-Description"), encoding == "NIL" ? "\"7BIT\"" : encoding, size,
                      value("Content-MD5"), disposition, value("Content-Language"),
                      value("Content-Location")});
}

#endif

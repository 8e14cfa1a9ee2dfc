#ifndef FOLDWISE_EXAMPLES_IMAP_ENVELOPE_HPP
#define FOLDWISE_EXAMPLES_IMAP_ENVELOPE_HPP

#include <foldwise/address.hpp>
#include <foldwise/message.hpp>

#include <initializer_list>
#include <string>
#include <string_view>

/// A text as IMAP sends it (RFC 9051 section 4.3): in quotes, or, if it may not be in quotes, as a
/// literal, which is valid for every server and client. IMAP cannot send the octet NUL.
inline std::string imap_string(std::string text) {
    std::erase(text, '\0');
    std::string quoted{'"'};
    for (char const c : text) {
        if (c == '\r' || c == '\n' || static_cast<unsigned char>(c) >= 0x80)
            return std::string{'{'}
                .append(std::to_string(text.size()))
                .append("}\r\n")
                .append(text);
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    quoted += '"';
    return quoted;
}

/// Items in parentheses.
inline std::string imap_list(std::initializer_list<std::string> items) {
    std::string list;
    for (auto const& item : items) (list += list.empty() ? '(' : ' ') += item;
    list += ')';
    return list;
}

/// The value of a field, or NIL if there is none.
inline std::string imap_value(foldwise::header_section const& header, std::string_view name) {
    auto const field = header.find(name);
    return field ? imap_string(field->value().to_string()) : "NIL";
}

inline std::string imap_address(foldwise::mailbox const& m) {
    std::string name = "NIL";
    if (auto const display = m.display_name())
        name = imap_string(display->undecoded().to_string());
    else if (auto const comment = m.comment())
        name = imap_string(comment->undecoded().to_string());
    return imap_list({name, m.route().empty() ? "NIL" : imap_string(std::string{m.route()}),
                      imap_string(m.local_part().to_string()),
                      imap_string(m.domain().to_string())});
}

/// The addresses of a field, or NIL if it has none. Elements that are no addresses are left out.
inline std::string imap_addresses(foldwise::header_section const& header, std::string_view name) {
    std::string list;
    auto const field = header.find(name);
    for (auto const element : field ? foldwise::address_list{*field} : foldwise::address_list{}) {
        if (auto const m = element ? element->mailbox() : std::nullopt) list += imap_address(*m);
        auto const group = element ? element->group() : std::nullopt;
        if (!group) continue;
        auto const group_name = imap_string(group->name().undecoded().to_string());
        list += imap_list({"NIL", "NIL", group_name, "NIL"});
        for (auto const member : group->members())
            if (member) list += imap_address(*member);
        list += "(NIL NIL NIL NIL)";
    }
    return list.empty() ? "NIL" : imap_list({list});
}

/// The ENVELOPE of a message (RFC 9051 section 7.5.2).
inline std::string imap_envelope(foldwise::header_section const& header) {
    auto const from = imap_addresses(header, "From");
    auto const or_from = [&](std::string const& list) { return list == "NIL" ? from : list; };
    return imap_list({imap_value(header, "Date"), imap_value(header, "Subject"), from,
                      or_from(imap_addresses(header, "Sender")),
                      or_from(imap_addresses(header, "Reply-To")), imap_addresses(header, "To"),
                      imap_addresses(header, "Cc"), imap_addresses(header, "Bcc"),
                      imap_value(header, "In-Reply-To"), imap_value(header, "Message-ID")});
}

#endif

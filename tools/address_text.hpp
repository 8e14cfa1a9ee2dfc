#ifndef FOLDWISE_TOOLS_ADDRESS_TEXT_HPP
#define FOLDWISE_TOOLS_ADDRESS_TEXT_HPP

#include "decoded_text.hpp"

#include <foldwise/address/address_list.hpp>

#include <string>
#include <string_view>

namespace tool {

/// Calls `use` with the name of a mailbox: its display name, or the comment that old programs wrote
/// in its place. Does not call it if there is neither.
template <class Use>
void with_name(foldwise::mailbox const& mailbox, Use use) {
    if (auto const name = mailbox.display_name())
        use(*name);
    else if (auto const comment = mailbox.comment())
        use(*comment);
}

/// This name, decoded; empty if there is none.
inline std::string name_of(text_decoder& decoder, foldwise::mailbox const& mailbox) {
    std::string decoded;
    with_name(mailbox, [&](auto const& name) { decoded = decoder.text(name); });
    return decoded;
}

/// The author of a message, for a column: the name of the first author. The address is used if
/// there is no name, or if the name looks like an address, which may belong to somebody else. Empty
/// if there is no author.
inline std::string short_author(text_decoder& decoder, foldwise::address_list const& from) {
    for (auto const author : from.mailboxes()) {
        auto name = name_of(decoder, author);
        bool const can_deceive = name.find('@') != name.npos;
        return name.empty() || can_deceive ? author.to_string() : name;
    }
    return {};
}

} // namespace tool

#endif

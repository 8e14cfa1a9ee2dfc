#ifndef FOLDWISE_TOOLS_ADDRESS_TEXT_HPP
#define FOLDWISE_TOOLS_ADDRESS_TEXT_HPP

#include "decoded_text.hpp"

#include <foldwise/address/address_list.hpp>

#include <string>
#include <string_view>

namespace tool {

/// The name of a mailbox: its display name, or the comment that old programs wrote in its place;
/// empty if there is neither.
inline std::string name_of(text_decoder& decoder, foldwise::mailbox const& m) {
    if (auto const name = m.display_name()) return decoder.text(*name);
    if (auto const comment = m.comment()) return decoder.text(*comment);
    return {};
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

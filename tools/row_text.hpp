#ifndef FOLDWISE_TOOLS_ROW_TEXT_HPP
#define FOLDWISE_TOOLS_ROW_TEXT_HPP

#include "address_text.hpp"
#include "decoded_text.hpp"
#include "field_text.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/message/field_index.hpp>

#include <string>
#include <string_view>

namespace tool {

/// The value of the first field with this name, for the row of a message in a list; empty if there
/// is none.
inline std::string row_value(text_decoder& decoder, foldwise::field_index const& fields,
                             std::string_view name) {
    auto const field = fields.find(name);
    return field ? field_text(decoder, *field) : std::string{};
}

/// The author in short form, for the row of a message in a list; the whole value of From if there
/// is no address.
inline std::string row_author(text_decoder& decoder, foldwise::field_index const& fields) {
    auto const field = fields.find("From");
    auto name = short_author(decoder, foldwise::address_list{field ? field->raw_value() : ""});
    return name.empty() ? row_value(decoder, fields, "From") : name;
}

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_PART_TEXT_HPP
#define FOLDWISE_TOOLS_PART_TEXT_HPP

#include "decoded_text.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/uuencoded_files.hpp>
#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/suggested_file_name.hpp>
#include <foldwise/transfer/content_transfer_encoding.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tool {

// The properties that a part declares. Words whose case does not matter are in lower case.

/// The text with its ASCII letters in lower case.
inline std::string lower(std::string_view text) {
    std::string word;
    for (char const octet : text) word += foldwise::ascii_lower(octet);
    return word;
}

/// "text/plain"
inline std::string type_text(foldwise::content_type const& type) {
    return lower(type.type()).append("/").append(lower(type.subtype()));
}

/// The charset that the part names; nothing if it names none, and the default applies.
inline std::optional<std::string> charset_text(foldwise::content_type const& type) {
    auto const named = type.parameters().find("charset");
    if (!named) return std::nullopt;
    return lower(named->text().to_string());
}

/// The transfer encoding that the part names, even if it is unknown.
inline std::optional<std::string> encoding_text(foldwise::entity const& part) {
    auto const field = part.header().find("Content-Transfer-Encoding");
    if (!field) return std::nullopt;
    return lower(foldwise::content_transfer_encoding{*field}.name());
}

/// "attachment"; nothing if the part names no disposition.
inline std::optional<std::string> disposition_text(foldwise::entity const& part) {
    auto const disposition = part.content_disposition();
    if (!disposition || disposition->word().empty()) return std::nullopt;
    return lower(disposition->word());
}

/// The file name that the sender chose, decoded.
inline std::optional<std::string> file_name_text(text_decoder& decoder,
                                                 foldwise::entity const& part) {
    auto const name = foldwise::suggested_file_name(part);
    if (!name) return std::nullopt;
    return decoder.text(foldwise::decoded_parameter{*name});
}

/// Calls `use` with each uuencoded file in a text. An encoded text is decoded as a whole for that.
template <class Use>
void for_each_file(foldwise::entity const& part, Use use) {
    if (!foldwise::uuencoded_files::may_have_files(part)) return;
    if (!foldwise::is_encoded(part.encoding())) {
        for (auto const file : foldwise::uuencoded_files{part}) use(file);
        return;
    }
    auto const text = part.decoded().to_string();
    for (auto const file : foldwise::uuencoded_files{std::string_view{text}}) use(file);
}

} // namespace tool

#endif

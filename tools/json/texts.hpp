#ifndef FOLDWISE_TOOLS_JSON_TEXTS_HPP
#define FOLDWISE_TOOLS_JSON_TEXTS_HPP

#include "../address_text.hpp"
#include "../decoded_text.hpp"
#include "writer.hpp"

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/suggested_file_name.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tool {

// Texts of any length, which are written while they are decoded.

/// Writes a text that is decoded with text_options, such as a decoded_text.
template <class Text>
void write_text(json_writer& json, text_decoder& decoder, Text const& text) {
    json.value_by([&](auto const& put) { decoder.for_each_block(text, put); });
}

/// Calls `use` with the name of a mailbox, if it is not empty when it is decoded; returns whether.
template <class Use>
bool with_shown_name(text_decoder& decoder, foldwise::mailbox const& mailbox, Use use) {
    bool is_empty = true;
    with_name(mailbox, [&](auto const& name) {
        decoder.for_each_block(
            name, [&](std::string_view block) { is_empty = is_empty && block.empty(); });
        if (!is_empty) use(name);
    });
    return !is_empty;
}

/// Writes the name of a mailbox, or null.
inline void write_name(json_writer& json, text_decoder& decoder, foldwise::mailbox const& mailbox) {
    bool const has_name = with_shown_name(
        decoder, mailbox, [&](auto const& text) { write_text(json, decoder, text); });
    if (!has_name) json.null();
}

/// Writes an address in its shortest form.
inline void write_address(json_writer& json, foldwise::addr_spec const& address) {
    json.value_by([&](auto const& put) { address.for_each_piece(put); });
}

/// Writes the file name that the sender chose for a part, or null.
inline void write_file_name(json_writer& json, text_decoder& decoder,
                            foldwise::entity const& part) {
    if (auto const name = foldwise::suggested_file_name(part))
        write_text(json, decoder, foldwise::decoded_parameter{*name});
    else
        json.null();
}

/// Writes the Content-ID of a part, or null.
inline void write_content_id(json_writer& json, foldwise::entity const& part) {
    if (auto const id = foldwise::content_id(part))
        json.value_in_pieces(id->text());
    else
        json.null();
}

/// Calls `put` with a text, piece by piece, its ASCII letters in lower case.
template <class Put>
void put_lower(std::string_view text, Put const& put) {
    char block[256];
    for (; !text.empty(); text.remove_prefix(std::min(text.size(), sizeof block))) {
        auto const piece = text.substr(0, sizeof block);
        std::transform(piece.begin(), piece.end(), block, foldwise::ascii_lower);
        put(std::string_view{block, piece.size()});
    }
}

/// Writes a word whose case does not matter, in lower case.
inline void write_lower(json_writer& json, std::string_view word) {
    json.value_by([&](auto const& put) { put_lower(word, put); });
}

/// Writes "text/plain".
inline void write_type(json_writer& json, foldwise::content_type const& type) {
    json.value_by([&](auto const& put) {
        put_lower(type.type(), put);
        put("/");
        put_lower(type.subtype(), put);
    });
}

/// Writes the charset that a part names; returns false, and writes nothing, if it names none.
inline bool write_charset(json_writer& json, foldwise::content_type const& type) {
    auto const named = type.parameters().find("charset");
    if (!named) return false;
    json.value_by([&](auto const& put) {
        for (auto const piece : named->text().pieces()) put_lower(piece, put);
    });
    return true;
}

/// Writes the disposition of a part, or null.
inline void write_disposition(json_writer& json, foldwise::entity const& part) {
    auto const disposition = part.content_disposition();
    if (disposition && !disposition->word().empty())
        write_lower(json, disposition->word());
    else
        json.null();
}

/// Writes text that declares no charset, and has no encoded-words: a std::string_view or a lazy
/// text of the library.
template <class Text>
void write_undeclared(json_writer& json, text_decoder& decoder, Text const& text) {
    json.value_by([&](auto const& put) { decoder.for_each_undeclared_block(text, put); });
}

/// A function object that passes the pieces of a text on to `put` without the octets for which
/// `is_wanted` is false. `is_wanted` is called with each octet, in order.
template <class Put, class IsWanted>
class octet_filter {
  public:
    octet_filter(Put const& put, IsWanted is_wanted) : put_{put}, is_wanted_{is_wanted} {}

    void operator()(std::string_view piece) {
        std::size_t start = 0;
        for (std::size_t at = 0; at < piece.size(); ++at) {
            if (is_wanted_(piece[at])) continue;
            if (start != at) put_(piece.substr(start, at - start));
            start = at + 1;
        }
        if (start != piece.size()) put_(piece.substr(start));
    }

  private:
    Put const& put_;
    IsWanted is_wanted_;
};

} // namespace tool

#endif

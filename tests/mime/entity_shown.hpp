#ifndef FOLDWISE_TESTS_MIME_ENTITY_SHOWN_HPP
#define FOLDWISE_TESTS_MIME_ENTITY_SHOWN_HPP

// A message with its parts in one line, to be compared with the expected text: "<>" is a preamble
// or epilogue, "[]" a part, "{}" the body of a leaf.
//     "TEXT multipart/mixed <pre> [1 text/plain {one}] [2 text/html {two}] <post>"

#include <foldwise/mime/entity.hpp>

#include "../support.hpp"

#include <string_view>

namespace test {

/// Appends `octets` with "|" in place of each line ending.
constexpr void append_shown(text_buffer& to, std::string_view octets) {
    for (char const octet : octets) {
        if (octet == '\r') continue;
        to.append(octet == '\n' ? '|' : octet);
    }
}

constexpr void append_path(text_buffer& to, foldwise::entity_path const& path) {
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (i != 0) to.append('.');
        char digits[10] = {};
        auto first = sizeof digits;
        for (auto left = path[i]; left != 0; left /= 10)
            digits[--first] = static_cast<char>('0' + left % 10);
        to.append(std::string_view{digits + first, sizeof digits - first});
    }
    if (path.is_text()) to.append(path.size() == 0 ? "TEXT" : ".TEXT");
}

/// The line of `root`, from entity::walk() and entity::pieces().
constexpr text_buffer shown_tree(foldwise::entity const& root) {
    using foldwise::piece_kind;
    text_buffer text;
    auto const walk = root.walk();
    auto part = walk.begin();
    for (auto const piece : root.pieces()) {
        switch (piece.kind) {
        case piece_kind::header: {
            auto const entity = *part++;
            if (entity.depth() != root.depth()) text.append(" [");
            append_path(text, entity.path());
            auto const type = entity.content_type();
            text.append(' ');
            text.append(type.type());
            text.append('/');
            text.append(type.subtype());
            break;
        }
        case piece_kind::body:
            text.append(" {");
            append_shown(text, piece.raw);
            text.append('}');
            break;
        case piece_kind::preamble:
        case piece_kind::epilogue:
            if (piece.raw.empty()) break;
            text.append(" <");
            append_shown(text, piece.raw);
            text.append('>');
            break;
        case piece_kind::end:
            if (piece.depth != root.depth()) text.append(']');
            break;
        default: break;
        }
    }
    return text;
}

} // namespace test

#endif

#ifndef FOLDWISE_TOOLS_PARTS_JSON_HPP
#define FOLDWISE_TOOLS_PARTS_JSON_HPP

#include "decoded_text.hpp"
#include "input.hpp"
#include "json.hpp"
#include "part_text.hpp"

#include <foldwise/mime/entity.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

/// Writes the parts of a message as JSON, each before the parts that it contains.
class parts_json {
  public:
    void add(json_writer& json, text_decoder& decoder, found const& found) {
        foldwise::entity const root{found.entry};
        find_bodies(root);
        json.open('[');
        auto body = bodies_.begin();
        for (auto const part : root.walk()) {
            auto const [offset, length] = *body++;
            auto const type = part.content_type();
            json.open('{').key("path").value(part.path().to_string());
            json.key("type").value(type_text(type));
            add(json.key("charset"), charset_text(type));
            add(json.key("encoding"), encoding_text(part));
            add(json.key("disposition"), disposition_text(part));
            add(json.key("filename"), file_name_text(decoder, part));
            json.key("offset").value(found.entry.message_offset() + offset);
            json.key("length").value(length).key("decoded_size");
            json.value(part.is_leaf() ? part.decoded().length() : length).close('}');
        }
        json.close(']');
    }

  private:
    struct extent {
        std::uint64_t offset;
        std::uint64_t length;
    };

    /// Finds the place of each body, in the order of the walk. The body of a container ends after
    /// its children: until then its index is in open_.
    void find_bodies(foldwise::entity const& root) {
        bodies_.clear();
        open_.clear();
        std::uint64_t at = 0;
        for (auto const piece : root.pieces()) {
            if (piece.kind == foldwise::piece_kind::header) {
                open_.push_back(bodies_.size());
                bodies_.push_back({});
            }
            at += piece.raw.size();
            auto& body = bodies_[open_.back()];
            if (piece.kind == foldwise::piece_kind::separator) body.offset = at;
            if (piece.kind != foldwise::piece_kind::end) continue;
            body.length = at - body.offset;
            open_.pop_back();
        }
    }

    static void add(json_writer& json, std::optional<std::string> const& text) {
        if (text)
            json.value(*text);
        else
            json.null();
    }

    std::vector<extent> bodies_;
    std::vector<std::size_t> open_; // indexes into bodies_
};

} // namespace tool

#endif

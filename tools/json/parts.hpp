#ifndef FOLDWISE_TOOLS_JSON_PARTS_HPP
#define FOLDWISE_TOOLS_JSON_PARTS_HPP

#include "../decoded_text.hpp"
#include "../input.hpp"
#include "../part_text.hpp"
#include "writer.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/part_role.hpp>
#include <foldwise/mime/uuencoded_files.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Writes the parts of a message as JSON, each before the parts that it contains.
class parts_json {
  public:
    void add(json_writer& json, text_decoder& decoder, found const& found,
             foldwise::entity const& root) {
        find_bodies(root);
        json.open('[');
        auto body = bodies_.begin();
        for (auto const& [part, role] : foldwise::part_roles{root}) {
            auto const [offset, length] = *body++;
            auto const type = part.content_type();
            json.open('{').key("path").value(part.path().to_string());
            json.key("type").value(type_text(type));
            json.key("charset").value_or_null(charset_text(type));
            json.key("encoding").value_or_null(encoding_text(part));
            json.key("disposition").value_or_null(disposition_text(part));
            json.key("filename").value_or_null(file_name_text(decoder, part));
            json.key("role").value_or_null(role_text(role));
            json.key("content_id").value_or_null(content_id_text(part));
            json.key("description").value_or_null(description_text(decoder, part));
            add_parameters(json.key("parameters"), decoder, type.parameters());
            if (part.is_leaf())
                add_files(json, decoder, part, {found.entry.message_offset() + offset, length});
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

    /// Adds the uuencoded files in a text. If the text is encoded, the place of each file is that
    /// of the body.
    static void add_files(json_writer& json, text_decoder& decoder, foldwise::entity const& part,
                          extent const& body) {
        auto const text = part.raw_body();
        bool const is_encoded = foldwise::is_encoded(part.encoding());
        bool is_first = true;
        for_each_file(part, [&](foldwise::uuencoded_file const& file) {
            if (std::exchange(is_first, false)) json.key("files").open('[');
            auto const start = is_encoded ? 0 : foldwise::offset_of(text, file.raw());
            json.open('{')
                .key("name")
                .value(decoder.undeclared(file.name()))
                .key("offset")
                .value(body.offset + start);
            json.key("length").value(is_encoded ? body.length : file.raw().size()).close('}');
        });
        if (!is_first) json.close(']');
    }

    static std::optional<std::string_view> role_text(foldwise::part_role role) {
        using enum foldwise::part_role;
        switch (role) {
        case text: return "text";
        case html: return "html";
        case inline_part: return "inline";
        case attachment: return "attachment";
        case none: break;
        }
        return std::nullopt;
    }

    static std::optional<std::string> content_id_text(foldwise::entity const& part) {
        auto const id = foldwise::content_id(part);
        if (!id) return std::nullopt;
        return id->text().to_string();
    }

    static std::optional<std::string> description_text(text_decoder& decoder,
                                                       foldwise::entity const& part) {
        auto const field = part.header().find("Content-Description");
        if (!field) return std::nullopt;
        return decoder.text(foldwise::decoded_text{*field});
    }

    /// Adds the first `most_parameters` parameters, each once. Only names of files are decoded as
    /// text for people: a boundary may look like an encoded-word.
    void add_parameters(json_writer& json, text_decoder& decoder, foldwise::parameters const& all) {
        names_.clear();
        json.open('{');
        for (auto const segment : all.segments()) {
            if (!segment || names_.size() == most_parameters) continue;
            auto const name = lower(segment->name());
            if (std::find(names_.begin(), names_.end(), name) != names_.end()) continue;
            names_.push_back(name);
            auto const parameter = all.find(name);
            if (!parameter) continue;
            bool const is_plain = parameter->form() == foldwise::parameter_form::plain &&
                                  name != "name" && name != "filename";
            if (!is_plain)
                json.key(name).value(decoder.text(foldwise::decoded_parameter{*parameter}));
            else if (name == "boundary" || name == "charset") // for programs: never in a fallback
                json.key(name).value(parameter->text().to_string());
            else
                json.key(name).value(decoder.undeclared(parameter->text().to_string()));
        }
        json.close('}');
    }

    static constexpr std::size_t most_parameters = 100;
    std::vector<extent> bodies_;
    std::vector<std::size_t> open_; // indexes into bodies_
    std::vector<std::string> names_;
};

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_JSON_PARTS_HPP
#define FOLDWISE_TOOLS_JSON_PARTS_HPP

#include "../decoded_text.hpp"
#include "../found.hpp"
#include "body_places.hpp"
#include "texts.hpp"
#include "writer.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/part_role.hpp>
#include <foldwise/mime/uuencoded_files.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/transfer/content_transfer_encoding.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Writes the parts of a message as JSON, each before the parts that it contains.
class parts_json {
  public:
    /// Writes the array of all parts, or of the first `most`.
    void add(json_writer& json, text_decoder& decoder, found const& found,
             foldwise::entity const& root, std::size_t most = static_cast<std::size_t>(-1)) {
        body_places bodies{root};
        json.open('[');
        for (auto const& [part, role] : foldwise::part_roles{root}) {
            if (most-- == 0) break;
            auto const [offset, length] = bodies.next();
            auto const type = part.content_type();
            json.open('{').key("path").value(part.path().to_string());
            write_type(json.key("type"), type);
            if (!write_charset(json.key("charset"), type)) json.null();
            add_encoding(json.key("encoding"), part);
            write_disposition(json.key("disposition"), part);
            write_file_name(json.key("filename"), decoder, part);
            json.key("role").value_or_null(role_text(role));
            write_content_id(json.key("content_id"), part);
            add_description(json.key("description"), decoder, part);
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
    /// Adds the uuencoded files in a text. If the text itself is encoded, the place of each file is
    /// that of the whole body.
    static void add_files(json_writer& json, text_decoder& decoder, foldwise::entity const& part,
                          extent const& body) {
        if (!foldwise::uuencoded_files::may_have_files(part)) return;
        bool is_first = true;
        auto const add = [&](std::string_view name, extent const& place) {
            if (std::exchange(is_first, false)) json.key("files").open('[');
            write_undeclared(json.open('{').key("name"), decoder, name);
            json.key("offset").value(place.offset).key("length").value(place.length).close('}');
        };
        if (foldwise::is_encoded(part.encoding())) {
            foldwise::uuencoded_name_finder finder{[&](std::string_view name) { add(name, body); }};
            part.decoded().for_each_block([&](std::string_view block) { finder.take(block); });
            finder.finish();
        } else {
            for (auto const file : foldwise::uuencoded_files{part})
                add(file.name(), {body.offset + foldwise::offset_of(part.raw_body(), file.raw()),
                                  file.raw().size()});
        }
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

    static void add_encoding(json_writer& json, foldwise::entity const& part) {
        if (auto const field = part.header().find("Content-Transfer-Encoding"))
            write_lower(json, foldwise::content_transfer_encoding{*field}.name());
        else
            json.null();
    }

    static void add_description(json_writer& json, text_decoder& decoder,
                                foldwise::entity const& part) {
        if (auto const field = part.header().find("Content-Description"))
            write_text(json, decoder, foldwise::decoded_text{*field});
        else
            json.null();
    }

    /// Adds the first `most_parameters` parameters, each once. Only names of files are decoded as
    /// text for people: a boundary may look like an encoded-word.
    void add_parameters(json_writer& json, text_decoder& decoder, foldwise::parameters const& all) {
        names_.clear();
        json.open('{');
        for (auto const segment : all.segments()) {
            if (!segment || names_.size() == most_parameters) continue;
            auto const name = segment->name();
            auto const is_name = [name](std::string_view other) {
                return foldwise::ascii_iequals(name, other);
            };
            if (std::any_of(names_.begin(), names_.end(), is_name)) continue;
            names_.push_back(name);
            auto const parameter = all.find(name);
            if (!parameter) continue;
            bool const is_plain = parameter->form() == foldwise::parameter_form::plain &&
                                  !is_name("name") && !is_name("filename");
            json.key_by([name](auto const& put) { put_lower(name, put); });
            if (!is_plain)
                write_text(json, decoder, foldwise::decoded_parameter{*parameter});
            else if (is_name("boundary") || is_name("charset")) // for programs: never in a fallback
                json.value_in_pieces(parameter->text());
            else
                write_undeclared(json, decoder, parameter->text());
        }
        json.close('}');
    }

    static constexpr std::size_t most_parameters = 100;
    std::vector<std::string_view> names_; // of the parameters of a part
};

} // namespace tool

#endif

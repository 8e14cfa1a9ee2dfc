#ifndef FOLDWISE_TOOLS_PAGE_MESSAGE_FACTS_HPP
#define FOLDWISE_TOOLS_PAGE_MESSAGE_FACTS_HPP

#include "../date_text.hpp"
#include "../decoded_text.hpp"
#include "../field_text.hpp"
#include "../found.hpp"
#include "../json/addresses.hpp"
#include "../json/dates.hpp"
#include "../json/parts.hpp"
#include "../json/texts.hpp"
#include "../json/writer.hpp"
#include "../protection_text.hpp"
#include "../report_summary.hpp"
#include "route_json.hpp"

#include <foldwise/message/field_index.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/trace/hops.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <cstddef>

namespace tool {

/// Writes what the page shows of a message, except its text, its problems and its authentication,
/// as an object. Most keys are those of docs/json.md. Fields and parts beyond a limit are only
/// counted, so that a browser can show any message.
class message_facts {
  public:
    static constexpr std::size_t most_fields = 2000;
    static constexpr std::size_t most_parts = 2000;

    message_facts(json_writer& json, text_decoder& decoder) : json_{json}, decoder_{decoder} {}

    void add(found const& found) {
        foldwise::entity const root{found.entry};
        foldwise::field_index const fields{root.header(), room_};
        json_.open('{').key("offset").value(found.entry.message_offset());
        json_.key("length").value(found.entry.message_bytes().size()).key("subject");
        if (auto const field = fields.find("Subject"))
            write_text(json_, decoder_, foldwise::decoded_text{*field});
        else
            json_.null();
        write_date(json_.key("date"), date_of(fields));
        addresses_json{json_, decoder_}.add_all(fields);
        add_header(found, root);
        add_parts(found, root);
        json_.key("protection").value(protection_of_all(root));
        json_.key("report").value(report_summary{decoder_}.read(root)).key("route");
        route_json{json_, found.entry.message(), found.entry.message_offset()}.add(
            foldwise::hops{root.header()});
        json_.close('}');
    }

  private:
    /// Adds the fields as people read them, in one line each.
    void add_header(found const& found, foldwise::entity const& root) {
        auto const message = found.entry.message();
        auto const start = found.entry.message_offset();
        std::size_t count = 0;
        json_.key("header").open('[');
        for (auto const field : root.header()) {
            if (count++ >= most_fields) continue;
            json_.open('{').key("name").value(field.name());
            json_.key("offset").value(start + message.offset_of(field.raw()));
            json_.key("length").value(field.raw().size());
            json_.key("value").value(field_text(decoder_, field)).close('}');
        }
        json_.close(']').key("header_count").value(count);
    }

    /// Adds the parts, and the depth of each of them.
    void add_parts(found const& found, foldwise::entity const& root) {
        parts_.add(json_.key("parts"), decoder_, found, root, most_parts);
        std::size_t count = 0;
        json_.key("depths").open('[');
        for (auto const part : root.walk())
            if (count++ < most_parts) json_.value(part.depth());
        json_.close(']').key("part_count").value(count);
    }

    json_writer& json_;
    text_decoder& decoder_;
    parts_json parts_;
    foldwise::field_slot room_[64]; // for the fields of a message
};

} // namespace tool

#endif

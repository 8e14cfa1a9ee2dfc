#ifndef FOLDWISE_TOOLS_JSON_MESSAGE_HPP
#define FOLDWISE_TOOLS_JSON_MESSAGE_HPP

#include "../date_text.hpp"
#include "../decoded_text.hpp"
#include "../found.hpp"
#include "../options.hpp"
#include "../output.hpp"
#include "addresses.hpp"
#include "authentication.hpp"
#include "body_lines.hpp"
#include "dates.hpp"
#include "diagnostics.hpp"
#include "parts.hpp"
#include "received.hpp"
#include "report.hpp"
#include "texts.hpp"
#include "writer.hpp"

#include <foldwise/message/field_index.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/report/delivery_status.hpp>
#include <foldwise/report/find_report.hpp>
#include <foldwise/trace/message_id.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Prints one JSON object per message, one per line: schema 2 of docs/json.md.
class message_json {
  public:
    message_json(options const& options, output& out, auth_trust const& trust)
        : json_{out, options.ascii ? json_characters::ascii : json_characters::utf8},
          decoder_{options.fallback}, wants_text_{options.text}, trust_{trust} {}

    /// Prints a message.
    void operator()(found const& found) {
        auto const message = found.entry.message();
        foldwise::entity const root{found.entry};
        auto const start = found.entry.message_offset();
        add_place(found, message);
        add_header(message, root, start);
        foldwise::field_index const fields{root.header(), room_};
        addresses_json{json_, decoder_}.add_all(fields);
        write_received(json_.key("received"), fields);
        add_subject(fields);
        write_date(json_.key("date"), date_of(fields));
        add_identifiers(fields);
        parts_.add(json_.key("parts"), decoder_, found, root);
        if (wants_text_)
            json_.key("text").value_by(
                [&](auto const& put) { put_body_lines(decoder_, root, put); });
        authentication_json{json_.key("authentication"), trust_}.add(message, fields, start);
        add_report(root);
        write_diagnostics(json_.key("diagnostics"), found.entry, decoder_.options());
        json_.close('}').end_line();
    }

  private:
    void add_place(found const& found, foldwise::message const& message) {
        json_.open('{').key("schema").value(2).key("file").value(found.file).key("index");
        json_.value_or_null(found.number);
        json_.key("entry_offset").value(found.entry.offset());
        json_.key("offset").value(found.entry.message_offset());
        json_.key("length").value(message.raw().size()).key("flags");
        if (!found.flags.empty())
            json_.value(found.flags);
        else
            json_.null();
        json_.key("from_line");
        if (auto const from_line = found.entry.from_line())
            json_.value(from_line->text());
        else
            json_.null();
    }

    void add_header(foldwise::message const& message, foldwise::entity const& root,
                    std::uint64_t start) {
        json_.key("header").open('[');
        for (auto const field : root.header()) {
            json_.open('{').key("name").value(field.name());
            json_.key("offset").value(start + message.offset_of(field.raw()));
            json_.key("length").value(field.raw().size());
            json_.key("value").value_in_pieces(field.value()).close('}');
        }
        json_.close(']').key("body").open('{');
        json_.key("offset").value(start + message.offset_of(root.raw_body()));
        json_.key("length").value(root.raw_body().size()).close('}');
    }

    void add_subject(foldwise::field_index const& fields) {
        json_.key("subject");
        if (auto const field = fields.find("Subject"))
            write_text(json_, decoder_, foldwise::decoded_text{*field});
        else
            json_.null();
    }

    void add_identifiers(foldwise::field_index const& fields) {
        json_.key("message_id");
        if (auto const own = identifiers(fields, "Message-ID").first())
            json_.value_in_pieces(own->text());
        else
            json_.null();
        for (auto const& [key, name] :
             {std::pair{"in_reply_to", "In-Reply-To"}, std::pair{"references", "References"}}) {
            json_.key(key).open('[');
            for (auto const id : identifiers(fields, name)) json_.value_in_pieces(id.text());
            json_.close(']');
        }
    }

    /// The identifiers of the first field with this name.
    static foldwise::message_ids identifiers(foldwise::field_index const& fields,
                                             std::string_view name) {
        auto const field = fields.find(name);
        return field ? foldwise::message_ids{*field} : foldwise::message_ids{};
    }

    /// Adds the delivery report, if the message is one. Of one that is encoded, the first MiB is
    /// read.
    void add_report(foldwise::entity const& root) {
        auto const report = foldwise::find_report(root);
        if (!report || report->kind != foldwise::report_kind::delivery_status) return;
        auto const body = report->part.decoded();
        std::string octets; // decoded
        constexpr std::size_t most = 1 << 20;
        if (!body.is_raw())
            body.for_each_block([&octets](std::string_view block) {
                octets += block.substr(0, most - octets.size());
            });
        write_report(json_.key("report"), decoder_, report->part.path().to_string(),
                     foldwise::delivery_status{body.is_raw() ? report->part.raw_body()
                                                             : std::string_view{octets}});
    }

    json_writer json_;
    text_decoder decoder_;
    parts_json parts_;
    bool wants_text_;
    auth_trust const& trust_;
    foldwise::field_slot room_[64]; // for the fields of a message
};

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_MESSAGE_JSON_HPP
#define FOLDWISE_TOOLS_MESSAGE_JSON_HPP

#include "address_text.hpp"
#include "date_text.hpp"
#include "decoded_text.hpp"
#include "input.hpp"
#include "json.hpp"
#include "parts_json.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/trace/message_id.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Prints one JSON object per message, one per line: schema 1 of docs/json.md.
class message_json {
  public:
    message_json(options const& options, output& out)
        : out_{out}, characters_{options.ascii ? json_characters::ascii : json_characters::utf8} {}

    void operator()(found const& found) {
        auto const message = found.entry.message();
        foldwise::entity const root{message};
        auto const start = found.entry.message_offset();
        line_.clear();
        json_writer json{line_, characters_};
        json.open('{').key("schema").value(1).key("file").value(found.file).key("index");
        if (found.number)
            json.value(*found.number);
        else
            json.null();
        json.key("offset").value(start).key("length").value(message.raw().size());
        json.key("from_line");
        if (auto const from_line = found.entry.from_line())
            json.value(from_line->text());
        else
            json.null();
        json.key("header").open('[');
        for (auto const field : root.header()) {
            json.open('{').key("name").value(field.name());
            json.key("offset").value(start + message.offset_of(field.raw()));
            json.key("length").value(field.raw().size());
            json.key("value").value(text(field.value())).close('}');
        }
        json.close(']').key("body").open('{');
        json.key("offset").value(start + message.offset_of(root.raw_body()));
        json.key("length").value(root.raw_body().size()).close('}');
        foldwise::field_index const fields{root.header(), room_};
        add_addresses(json, fields);
        add_subject(json, fields);
        add_date(json, fields);
        add_identifiers(json, fields);
        parts_.add(json.key("parts"), decoder_, found);
        json.close('}');
        line_ += '\n';
        out_.write(line_);
    }

  private:
    /// Adds the originators of the first field with each name, and the recipients of all fields
    /// with each name, which form one list (RFC 5322 section 4.5.3).
    void add_addresses(json_writer& json, foldwise::field_index const& fields) {
        for (auto const& [key, name] : {std::pair{"from", "From"}, std::pair{"sender", "Sender"}}) {
            json.key(key).open('[');
            add_mailboxes(json, fields.find(name));
            json.close(']');
        }
        for (auto const& [key, name] :
             {std::pair{"to", "To"}, std::pair{"cc", "Cc"}, std::pair{"bcc", "Bcc"}}) {
            json.key(key).open('[');
            for (auto const field : fields.find_all(std::string_view{name}))
                add_mailboxes(json, field);
            json.close(']');
        }
        json.key("reply_to").open('[');
        add_mailboxes(json, fields.find("Reply-To"));
        json.close(']');
    }

    void add_mailboxes(json_writer& json, std::optional<foldwise::field> const& field) {
        if (!field) return;
        for (auto const mailbox : foldwise::address_list{field->raw_value()}.mailboxes()) {
            json.open('{').key("name");
            if (auto const name = name_of(decoder_, mailbox); !name.empty())
                json.value(name);
            else
                json.null();
            json.key("address").value(text(mailbox));
            if (auto const group = mailbox.group_name())
                json.key("group").value(decoder_.text(*group));
            json.close('}');
        }
    }

    void add_subject(json_writer& json, foldwise::field_index const& fields) {
        json.key("subject");
        if (auto const field = fields.find("Subject"))
            json.value(decoder_.text(foldwise::decoded_text{field->raw_value()}));
        else
            json.null();
    }

    void add_date(json_writer& json, foldwise::field_index const& fields) {
        json.key("date");
        auto const date = date_of(fields);
        if (!date.when) {
            json.null();
            return;
        }
        json.open('{').key("unix").value(date.when->unix_seconds()).key("offset_minutes");
        if (date.when->is_offset_known())
            json.value(date.when->offset_minutes());
        else
            json.null();
        json.key("iso").value(iso_text(*date.when));
        if (date.problem) json.key("problem").value(foldwise::kind_of(*date.problem).name);
        json.close('}');
    }

    void add_identifiers(json_writer& json, foldwise::field_index const& fields) {
        json.key("message_id");
        auto const own = identifiers(fields, "Message-ID").first();
        if (own)
            json.value(text(own->text()));
        else
            json.null();
        for (auto const& [key, name] :
             {std::pair{"in_reply_to", "In-Reply-To"}, std::pair{"references", "References"}}) {
            json.key(key).open('[');
            for (auto const id : identifiers(fields, name)) json.value(text(id.text()));
            json.close(']');
        }
    }

    /// The identifiers of the first field with this name.
    static foldwise::message_ids identifiers(foldwise::field_index const& fields,
                                             std::string_view name) {
        auto const field = fields.find(name);
        return field ? foldwise::message_ids{field->raw_value()} : foldwise::message_ids{};
    }

    /// The text in memory. Valid until the next call.
    template <class Lazy>
    std::string_view text(Lazy const& lazy) {
        value_.clear();
        lazy.append_to(value_);
        return value_;
    }

    output& out_;
    text_decoder decoder_;
    parts_json parts_;
    json_characters characters_;
    foldwise::field_slot room_[64]; // for the fields of a message
    std::string line_;
    std::string value_;
};

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_PAGE_LIST_JSON_HPP
#define FOLDWISE_TOOLS_PAGE_LIST_JSON_HPP

#include "../date_text.hpp"
#include "../decoded_text.hpp"
#include "../json/writer.hpp"
#include "../options.hpp"
#include "../row_text.hpp"

#include <foldwise/message/field_index.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/part_role.hpp>
#include <foldwise/store/mbox_entry.hpp>

#include <cstddef>

namespace tool {

/// Writes a row of the list of messages as an object: what `foldwise ls` shows on a terminal, with
/// the date in seconds since 1970, or null if there is none that can be read.
class list_json {
  public:
    list_json(json_writer& json, options const& options)
        : json_{json}, decoder_{options.fallback} {}

    /// Adds the row of a message, which is the one with this number.
    void add(std::size_t number, foldwise::mbox_entry const& entry) {
        foldwise::entity const root{entry};
        foldwise::field_index const fields{root.header(), room_};
        json_.open('{').key("number").value(number);
        add_date(entry, fields);
        json_.key("from").value(row_author(decoder_, fields));
        json_.key("subject").value(row_value(decoder_, fields, "Subject"));
        json_.key("size").value(entry.message_bytes().size());
        json_.key("attachment").boolean(foldwise::has_attachment(root)).close('}');
    }

  private:
    /// Adds the date of the Date field; if there is no such field, the date of delivery.
    void add_date(foldwise::mbox_entry const& entry, foldwise::field_index const& fields) {
        bool const has_field = fields.find("Date").has_value();
        auto const date =
            has_field ? date_of(fields) : message_date{delivery_date_of(entry, fields), {}};
        json_.key("date");
        if (date.when)
            json_.value(date.when->unix_seconds());
        else
            json_.null();
        json_.key("is_of_delivery").boolean(!has_field && date.when.has_value());
        json_.key("is_doubtful").boolean(date.is_doubtful());
    }

    json_writer& json_;
    text_decoder decoder_;
    foldwise::field_slot room_[64]; // for the fields of a message
};

} // namespace tool

#endif

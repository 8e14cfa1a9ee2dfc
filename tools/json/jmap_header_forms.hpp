#ifndef FOLDWISE_TOOLS_JSON_JMAP_HEADER_FORMS_HPP
#define FOLDWISE_TOOLS_JSON_JMAP_HEADER_FORMS_HPP

#include "../decoded_text.hpp"
#include "../timeline.hpp"
#include "header_property.hpp"
#include "jmap_raw.hpp"
#include "texts.hpp"
#include "writer.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/address/unread_address.hpp>
#include <foldwise/lists/list_uris.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/trace/message_id.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <string_view>
#include <utility>

namespace tool {

/// Writes the value of a field in one of the forms of JMAP (RFC 8621 section 4.1.2).
class jmap_header_forms {
  public:
    jmap_header_forms(json_writer& json, text_decoder& decoder) : json_{json}, decoder_{decoder} {}

    void write(foldwise::field const& field, header_form form) {
        switch (form) {
        case header_form::raw: return write_jmap_raw(json_, field);
        case header_form::text: return write_text_form(foldwise::decoded_text{field});
        case header_form::addresses: return write_addresses(field);
        case header_form::grouped_addresses: return write_groups(field);
        case header_form::message_ids: return write_message_ids(field);
        case header_form::date: return write_date(field);
        case header_form::urls: return write_urls(field);
        }
    }

  private:
    /// Writes the mailboxes, without their groups.
    void write_addresses(foldwise::field const& field) {
        json_.open('[');
        auto const value = field.raw_value();
        for (auto const element : foldwise::address_list{value})
            if (auto const group = element ? element->group() : std::nullopt)
                write_members(*group);
            else
                write_element(value, element);
        json_.close(']');
    }

    /// Writes each group as an object, and so the mailboxes between groups, whose name is null.
    void write_groups(foldwise::field const& field) {
        json_.open('[');
        auto const value = field.raw_value();
        bool is_open = false;
        auto const close = [&] {
            if (std::exchange(is_open, false)) json_.close(']').close('}');
        };
        for (auto const element : foldwise::address_list{value}) {
            if (auto const group = element ? element->group() : std::nullopt) {
                close();
                json_.open('{').key("name");
                write_text_form(group->name());
                json_.key("addresses").open('[');
                write_members(*group);
                json_.close(']').close('}');
            } else {
                if (!std::exchange(is_open, true))
                    json_.open('{').key("name").null().key("addresses").open('[');
                write_element(value, element);
            }
        }
        close();
        json_.close(']');
    }

    void write_members(foldwise::group const& group) {
        for (auto const member : group.members())
            if (member)
                write_mailbox(*member);
            else
                write_unread({group.raw(), member.error()});
    }

    /// Writes an element of the list `value` that is not a group.
    void write_element(std::string_view value, foldwise::result<foldwise::address> const& element) {
        if (!element)
            write_unread({value, element.error()});
        else if (auto const mailbox = element->mailbox())
            write_mailbox(*mailbox);
    }

    void write_mailbox(foldwise::mailbox const& mailbox) {
        json_.open('{').key("name");
        bool const has_name =
            with_shown_name(decoder_, mailbox, [&](auto const& text) { write_text_form(text); });
        if (!has_name) json_.null();
        write_address(json_.key("email"), mailbox.addr_spec());
        json_.close('}');
    }

    /// Writes an element that is not an address: `email` is its text.
    void write_unread(foldwise::unread_address const& element) {
        json_.open('{').key("name").null().key("email");
        write_text_form(element.text());
        json_.close('}');
    }

    void write_message_ids(foldwise::field const& field) {
        bool is_first = true;
        for (auto const id : foldwise::message_ids{field}) {
            if (std::exchange(is_first, false)) json_.open('[');
            json_.value_in_pieces(id.text());
        }
        close_unless(is_first);
    }

    void write_urls(foldwise::field const& field) {
        bool is_first = true;
        for (auto const uri : foldwise::list_uris{field}) {
            if (!uri) continue;
            if (std::exchange(is_first, false)) json_.open('[');
            json_.value_in_pieces(uri->text());
        }
        close_unless(is_first);
    }

    /// Closes an array, or writes null in place of one that would be empty.
    void close_unless(bool is_empty) {
        if (is_empty)
            json_.null();
        else
            json_.close(']');
    }

    void write_date(foldwise::field const& field) {
        if (auto const when = date_of(field).when)
            json_.value(when->to_string());
        else
            json_.null();
    }

    /// Writes a decoded text without the control characters that it may hold, and without spaces
    /// at its start, as the Text form demands.
    template <class Text>
    void write_text_form(Text const& text) {
        json_.value_by([&](auto const& put) {
            bool is_started = false;
            octet_filter filter{put, [&is_started](char octet) {
                                    if (static_cast<unsigned char>(octet) < 0x20 || octet == 0x7F)
                                        return false;
                                    is_started = is_started || octet != ' ';
                                    return is_started;
                                }};
            decoder_.for_each_block(text, [&filter](std::string_view block) { filter(block); });
        });
    }

    json_writer& json_;
    text_decoder& decoder_;
};

} // namespace tool

#endif

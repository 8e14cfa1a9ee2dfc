#ifndef FOLDWISE_TOOLS_JSON_ADDRESSES_HPP
#define FOLDWISE_TOOLS_JSON_ADDRESSES_HPP

#include "../decoded_text.hpp"
#include "texts.hpp"
#include "writer.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/address/unread_address.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <optional>
#include <string_view>
#include <utility>

namespace tool {

/// Writes lists of addresses as arrays. Each element keeps its place: a group is written as its
/// members, an empty group and text that is not an address as an object whose address is null.
class addresses_json {
  public:
    addresses_json(json_writer& json, text_decoder& decoder) : json_{json}, decoder_{decoder} {}

    /// Adds the originators of one field of each name, and the recipients of all fields of each
    /// name, which form one list (RFC 5322 section 4.5.3).
    void add_all(foldwise::field_index const& fields) {
        add_originators("from", fields, "From");
        add_originators("sender", fields, "Sender");
        for (auto const& [key, name] :
             {std::pair{"to", "To"}, std::pair{"cc", "Cc"}, std::pair{"bcc", "Bcc"}}) {
            json_.key(key).open('[');
            for (auto const field : fields.find_all(std::string_view{name})) add_list(field);
            json_.close(']');
        }
        add_originators("reply_to", fields, "Reply-To");
    }

  private:
    /// Adds the first field with this name that has a mailbox, or else the first one.
    void add_originators(std::string_view key, foldwise::field_index const& fields,
                         std::string_view name) {
        json_.key(key).open('[');
        std::optional<foldwise::field> chosen;
        for (auto const field : fields.find_all(name)) {
            bool const has_mailbox = !foldwise::address_list{field}.mailboxes().empty();
            if (!chosen || has_mailbox) chosen = field;
            if (has_mailbox) break;
        }
        if (chosen) add_list(*chosen);
        json_.close(']');
    }

    void add_list(foldwise::field const& field) {
        auto const value = field.raw_value();
        for (auto const element : foldwise::address_list{value}) {
            if (!element) {
                add_problem(value, element.error(), nullptr);
            } else if (auto const mailbox = element->mailbox()) {
                add_mailbox(*mailbox, nullptr);
            } else if (auto const group = element->group()) {
                add_group(*group);
            }
        }
    }

    void add_group(foldwise::group const& group) {
        bool is_empty = true;
        for (auto const member : group.members()) {
            is_empty = false;
            if (member)
                add_mailbox(*member, &group);
            else
                add_problem(group.raw(), member.error(), &group);
        }
        if (!is_empty) return;
        json_.open('{').key("name").null().key("address").null();
        add_name(&group);
        json_.close('}');
    }

    /// Adds the name of the group that an element is in, if it is in one.
    void add_name(foldwise::group const* group) {
        if (group != nullptr) write_text(json_.key("group"), decoder_, group->name());
    }

    void add_mailbox(foldwise::mailbox const& mailbox, foldwise::group const* group) {
        json_.open('{').key("name");
        write_name(json_, decoder_, mailbox);
        write_address(json_.key("address"), mailbox.addr_spec());
        add_name(group);
        if (auto const problem = mailbox.deviation()) json_.key("problem").value(problem->name());
        json_.close('}');
    }

    /// Adds an element of `list` that is not an address.
    void add_problem(std::string_view list, foldwise::diagnostic const& problem,
                     foldwise::group const* group) {
        foldwise::unread_address const element{list, problem};
        json_.open('{').key("name");
        if (auto const name = element.display_name())
            write_text(json_, decoder_, *name);
        else
            json_.null();
        json_.key("address").null();
        add_name(group);
        write_text(json_.key("shown"), decoder_, element.text());
        json_.key("problem").value(problem.name()).close('}');
    }

    json_writer& json_;
    text_decoder& decoder_;
};

} // namespace tool

#endif

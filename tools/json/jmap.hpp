#ifndef FOLDWISE_TOOLS_JSON_JMAP_HPP
#define FOLDWISE_TOOLS_JSON_JMAP_HPP

#include "../date_text.hpp"
#include "../decoded_text.hpp"
#include "../input.hpp"
#include "../timeline.hpp"
#include "jmap_parts.hpp"
#include "jmap_preview.hpp"
#include "texts.hpp"
#include "writer.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/address/unread_address.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/part_role.hpp>
#include <foldwise/trace/message_id.hpp>
#include <foldwise/words/decoded_text.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// Prints each message as an Email object of JMAP (RFC 8621 section 4.1), one per line. What only a
/// server knows (id, threadId, mailboxIds) is null, as in the answer to Email/parse (section 4.9).
class jmap_json {
  public:
    jmap_json(options const& options, output& out)
        : json_{out, options.ascii ? json_characters::ascii : json_characters::utf8},
          decoder_{options.fallback}, wants_text_{options.text} {}

    /// Prints a message.
    void operator()(found const& found) {
        auto const message = found.entry.message();
        foldwise::entity const root{found.entry};
        foldwise::field_index const fields{root.header(), room_};
        auto const start = found.entry.message_offset();
        json_.open('{').key("id").null();
        json_.key("blobId").value(jmap_blob_id(start, message.raw().size()));
        json_.key("threadId").null().key("mailboxIds").null();
        add_keywords(found);
        json_.key("size").value(message.raw().size());
        add_received(found, fields);
        json_.key("headers");
        write_jmap_headers(json_, root.header());
        add_identifiers("messageId", last(root, "Message-ID"));
        add_identifiers("inReplyTo", last(root, "In-Reply-To"));
        add_identifiers("references", last(root, "References"));
        for (auto const& [key, name] :
             {std::pair{"sender", "Sender"}, std::pair{"from", "From"}, std::pair{"to", "To"},
              std::pair{"cc", "Cc"}, std::pair{"bcc", "Bcc"}, std::pair{"replyTo", "Reply-To"}})
            add_addresses(key, last(root, name));
        add_subject(last(root, "Subject"));
        add_sent(last(root, "Date"));
        json_.key("hasAttachment").boolean(foldwise::has_attachment(root));
        json_.key("preview").value(jmap_preview{decoder_}.of(root));
        jmap_parts{json_, decoder_}.add(message, root, start, wants_text_);
        json_.close('}').end_line();
    }

  private:
    /// The last field with a name: the one that `header:NAME` means (section 4.1.3).
    static std::optional<foldwise::field> last(foldwise::entity const& root,
                                               std::string_view name) {
        std::optional<foldwise::field> found;
        for (auto const field : root.header().find_all(name)) found = field;
        return found;
    }

    /// Adds the flags of a message in a Maildir; null for others, whose keywords are not known.
    void add_keywords(found const& found) {
        json_.key("keywords");
        if (found.file == found.argument) {
            json_.null();
            return;
        }
        json_.open('{');
        for (auto const& [flag, keyword] :
             {std::pair{'D', "$draft"}, std::pair{'F', "$flagged"}, std::pair{'P', "$forwarded"},
              std::pair{'R', "$answered"}, std::pair{'S', "$seen"}})
            if (found.flags.find(flag) != found.flags.npos) json_.key(keyword).boolean(true);
        json_.close('}');
    }

    /// Adds when the message was delivered, as a UTCDate: "2014-12-15T10:00:00Z".
    void add_received(found const& found, foldwise::field_index const& fields) {
        json_.key("receivedAt");
        if (auto const when = delivery_date_of(found.entry, fields))
            json_.value(utc_text(when->unix_seconds()));
        else
            json_.null();
    }

    static std::string utc_text(std::int64_t seconds) {
        auto const days = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
        auto const time = static_cast<unsigned>(seconds - days * 86400);
        auto const date = calendar_day::of(days);
        auto text = std::to_string(date.year);
        for (auto const& [mark, number] :
             {std::pair{'-', date.month}, std::pair{'-', date.day}, std::pair{'T', time / 3600},
              std::pair{':', time / 60 % 60}, std::pair{':', time % 60}})
            (text += mark).append(number < 10 ? "0" : "").append(std::to_string(number));
        return text += 'Z';
    }

    void add_identifiers(std::string_view key, std::optional<foldwise::field> const& field) {
        json_.key(key);
        bool is_first = true;
        if (field)
            for (auto const id : foldwise::message_ids{*field}) {
                if (std::exchange(is_first, false)) json_.open('[');
                json_.value_in_pieces(id.text());
            }
        if (is_first)
            json_.null();
        else
            json_.close(']');
    }

    /// Adds the Addresses form: the mailboxes, without their groups. The `email` of an element that
    /// is not an address is its text.
    void add_addresses(std::string_view key, std::optional<foldwise::field> const& field) {
        json_.key(key);
        if (!field) {
            json_.null();
            return;
        }
        json_.open('[');
        auto const value = field->raw_value();
        for (auto const element : foldwise::address_list{value}) {
            if (!element) {
                add_unread({value, element.error()});
            } else if (auto const mailbox = element->mailbox()) {
                add_mailbox(*mailbox);
            } else if (auto const group = element->group()) {
                for (auto const member : group->members()) {
                    if (member)
                        add_mailbox(*member);
                    else
                        add_unread({group->raw(), member.error()});
                }
            }
        }
        json_.close(']');
    }
    void add_mailbox(foldwise::mailbox const& mailbox) {
        json_.open('{').key("name");
        if (!with_name(decoder_, mailbox, [&](auto const& text) { add_text(text); })) json_.null();
        json_.key("email").value(mailbox.to_string()).close('}');
    }
    void add_unread(foldwise::unread_address const& element) {
        json_.open('{').key("name").null().key("email");
        add_text(element.text());
        json_.close('}');
    }

    /// Adds the Text form.
    void add_subject(std::optional<foldwise::field> const& field) {
        json_.key("subject");
        if (field)
            add_text(foldwise::decoded_text{*field});
        else
            json_.null();
    }

    void add_sent(std::optional<foldwise::field> const& field) {
        json_.key("sentAt");
        auto const when = field ? date_of(*field).when : std::nullopt;
        if (when)
            json_.value(when->to_string());
        else
            json_.null();
    }

    /// Adds a decoded text without the control characters that it may hold, and without spaces at
    /// its start, as the Text form demands.
    template <class Text>
    void add_text(Text const& text) {
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

    json_writer json_;
    text_decoder decoder_;
    bool wants_text_;
    foldwise::field_slot room_[64]; // for the fields of a message
};

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_JSON_JMAP_HPP
#define FOLDWISE_TOOLS_JSON_JMAP_HPP

#include "../date_text.hpp"
#include "../decoded_text.hpp"
#include "../found.hpp"
#include "../options.hpp"
#include "../output.hpp"
#include "../timeline.hpp"
#include "header_property.hpp"
#include "jmap_header_forms.hpp"
#include "jmap_parts.hpp"
#include "jmap_preview.hpp"
#include "writer.hpp"

#include <foldwise/message/field_index.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/part_role.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// Prints each message as an Email object of JMAP (RFC 8621 section 4.1), one per line. What only a
/// server knows (id, threadId, mailboxIds) is null, as in the answer to Email/parse (section 4.9).
class jmap_json {
  public:
    jmap_json(options const& options, output& out)
        : json_{out, options.ascii ? json_characters::ascii : json_characters::utf8},
          decoder_{options.fallback}, properties_{options.properties}, wants_text_{options.text} {}

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
        for (auto const& each : convenient) add(root, each);
        for (auto const& each : properties_) add(root, each);
        json_.key("hasAttachment").boolean(foldwise::has_attachment(root));
        json_.key("preview").value(jmap_preview{decoder_}.of(root));
        jmap_parts{json_, decoder_}.add(message, root, start, wants_text_);
        json_.close('}').end_line();
    }

  private:
    /// The properties that have a name of their own (section 4.1.3).
    static constexpr header_property convenient[] = {
        {"messageId", "Message-ID", header_form::message_ids},
        {"inReplyTo", "In-Reply-To", header_form::message_ids},
        {"references", "References", header_form::message_ids},
        {"sender", "Sender", header_form::addresses},
        {"from", "From", header_form::addresses},
        {"to", "To", header_form::addresses},
        {"cc", "Cc", header_form::addresses},
        {"bcc", "Bcc", header_form::addresses},
        {"replyTo", "Reply-To", header_form::addresses},
        {"subject", "Subject", header_form::text},
        {"sentAt", "Date", header_form::date},
    };

    /// Adds the last field of a name, or an array of all.
    void add(foldwise::entity const& root, header_property const& property) {
        json_.key(property.key);
        jmap_header_forms forms{json_, decoder_};
        auto const fields = root.header().find_all(property.field_name);
        if (property.is_of_all) {
            json_.open('[');
            for (auto const field : fields) forms.write(field, property.form);
            json_.close(']');
            return;
        }
        std::optional<foldwise::field> last;
        for (auto const field : fields) last = field;
        if (last)
            forms.write(*last, property.form);
        else
            json_.null();
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

    json_writer json_;
    text_decoder decoder_;
    std::vector<header_property> properties_;
    bool wants_text_;
    foldwise::field_slot room_[64]; // for the fields of a message
};

} // namespace tool

#endif

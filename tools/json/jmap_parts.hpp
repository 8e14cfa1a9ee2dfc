#ifndef FOLDWISE_TOOLS_JSON_JMAP_PARTS_HPP
#define FOLDWISE_TOOLS_JSON_JMAP_PARTS_HPP

#include "../decoded_text.hpp"
#include "../line_filters.hpp"
#include "body_places.hpp"
#include "jmap_raw.hpp"
#include "texts.hpp"
#include "writer.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/content_location.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tool {

/// The blobId of a range of a file: "B45-1042" for 1,042 octets from offset 45 on.
inline std::string jmap_blob_id(std::uint64_t offset, std::uint64_t length) {
    return std::string{"B"}.append(std::to_string(offset)) + '-' + std::to_string(length);
}

/// Writes the body of a message as the properties of RFC 8621 section 4.1.4.
class jmap_parts {
  public:
    jmap_parts(json_writer& json, text_decoder& decoder) : json_{json}, decoder_{decoder} {}

    /// Writes the properties. `start` is the offset of the message in its file.
    void add(foldwise::message const& message, foldwise::entity const& root, std::uint64_t start,
             bool wants_text) {
        message_ = message.raw();
        start_ = start;
        add_structure(root);
        add_list("textBody", foldwise::text_body(root));
        add_list("htmlBody", foldwise::html_body(root));
        add_list("attachments", foldwise::attachments(root));
        json_.key("bodyValues").open('{');
        if (wants_text) add_values(root);
        json_.close('}');
    }

  private:
    /// Adds the tree of parts, without those inside of attached messages. A multipart stays open
    /// until its last part is written.
    void add_structure(foldwise::entity const& root) {
        json_.key("bodyStructure");
        auto const none = static_cast<std::size_t>(-1);
        auto closed_depth = none; // of an attached message
        std::size_t open = 0;     // multiparts
        body_places bodies{root};
        for (auto const part : root.walk()) {
            auto const body = bodies.next();
            if (part.depth() > closed_depth) continue;
            closed_depth = part.kind() == foldwise::entity_kind::message ? part.depth() : none;
            for (; open > part.depth(); --open) json_.close(']').close('}');
            add_properties(part, body);
            json_.key("headers");
            write_jmap_headers(json_, part.header());
            if (part.kind() == foldwise::entity_kind::multipart) {
                json_.key("subParts").open('[');
                ++open;
            } else {
                json_.key("subParts").null().close('}');
            }
        }
        for (; open != 0; --open) json_.close(']').close('}');
    }

    /// Adds the parts of a list. A multipart without parts is left out, because it has no octets.
    template <class Parts>
    void add_list(std::string_view key, Parts const& parts) {
        json_.key(key).open('[');
        for (auto const part : parts) {
            if (part.kind() == foldwise::entity_kind::multipart) continue;
            auto const body = part.raw_body();
            add_properties(part, {foldwise::offset_of(message_, body), body.size()});
            json_.close('}');
        }
        json_.close(']');
    }

    /// Begins an EmailBodyPart, whose object the caller closes.
    void add_properties(foldwise::entity const& part, extent const& body) {
        bool const is_multipart = part.kind() == foldwise::entity_kind::multipart;
        auto const type = part.content_type();
        json_.open('{').key("partId");
        if (is_multipart)
            json_.null().key("blobId").null();
        else
            json_.value(part.path().to_string())
                .key("blobId")
                .value(jmap_blob_id(start_ + body.offset, body.length));
        json_.key("size").value(part.is_leaf() ? part.decoded().length() : body.length);
        write_file_name(json_.key("name"), decoder_, part);
        write_type(json_.key("type"), type);
        if (!write_charset(json_.key("charset"), type))
            type.is("text") ? json_.value("us-ascii") : json_.null();
        write_disposition(json_.key("disposition"), part);
        write_content_id(json_.key("cid"), part);
        add_languages(part);
        json_.key("location");
        if (auto const field = part.header().find("Content-Location"))
            json_.value_in_pieces(foldwise::content_location{*field}.text());
        else
            json_.null();
    }

    /// Adds the tags of Content-Language (RFC 3282), which are separated by commas.
    void add_languages(foldwise::entity const& part) {
        json_.key("language");
        auto const field = part.header().find("Content-Language");
        if (!field) {
            json_.null();
            return;
        }
        json_.open('[');
        for (auto rest = field->raw_value(); !rest.empty();) {
            auto const tag = foldwise::trim_fws(rest.substr(0, rest.find(',')));
            rest.remove_prefix(std::min(rest.find(','), rest.size() - 1) + 1);
            if (!tag.empty()) json_.value_in_pieces(foldwise::unfolded{tag});
        }
        json_.close(']');
    }

    /// Adds the texts of both bodies, each once: those of the HTML body that are also in the text
    /// body are left out. O(parts), because both lists are in the order of the message.
    void add_values(foldwise::entity const& root) {
        for (auto const part : foldwise::text_body(root)) add_value(part);
        auto const text = foldwise::text_body(root);
        auto other = text.begin();
        for (auto const part : foldwise::html_body(root)) {
            auto const* const place = part.raw().data();
            while (other != text.end() && (*other).raw().data() < place) ++other;
            if (other == text.end() || (*other).raw().data() != place) add_value(part);
        }
    }

    /// Adds a text, with LF for CRLF, if the part is one.
    void add_value(foldwise::entity const& part) {
        if (!part.content_type().is("text")) return;
        json_.key(part.path().to_string()).open('{').key("value").value_by([&](auto const& put) {
            lf_endings lines{put};
            decoder_.for_each_block(foldwise::body_text{part},
                                    [&lines](std::string_view block) { lines(block); });
            lines.finish();
        });
        json_.key("isEncodingProblem").boolean(has_problem(part));
        json_.key("isTruncated").boolean(false).close('}');
    }

    /// Whether the charset or the transfer encoding is unknown, or the text is malformed in its
    /// charset.
    bool has_problem(foldwise::entity const& part) {
        bool has_one = part.encoding() == foldwise::transfer_encoding::other ||
                       !foldwise::charset_of(part.content_type());
        foldwise::body_text{part}.diagnose(
            [&](foldwise::diagnostic const& problem) {
                has_one |= foldwise::kind_of(problem.code).severity != foldwise::severity::note;
            },
            decoder_.options());
        return has_one;
    }

    json_writer& json_;
    text_decoder& decoder_;
    std::string_view message_;
    std::uint64_t start_ = 0;
};

} // namespace tool

#endif

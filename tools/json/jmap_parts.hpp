#ifndef FOLDWISE_TOOLS_JSON_JMAP_PARTS_HPP
#define FOLDWISE_TOOLS_JSON_JMAP_PARTS_HPP

#include "../decoded_text.hpp"
#include "../part_text.hpp"
#include "writer.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/content_location.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace tool {

/// Writes the fields of a header section as EmailHeader objects: each value in the Raw form, from
/// the colon to the line ending, without NUL (RFC 8621 section 4.1.2.1).
inline void write_jmap_headers(json_writer& json, foldwise::header_section const& header) {
    json.open('[');
    for (auto const field : header) {
        std::string value{foldwise::without_ending(field.raw_value())};
        std::erase(value, '\0');
        json.open('{').key("name").value(field.name()).key("value").value(value).close('}');
    }
    json.close(']');
}

/// The identifier of octets of a file: "B45-1042" for 1,042 octets from offset 45 on.
inline std::string jmap_blob_id(std::uint64_t offset, std::uint64_t length) {
    return std::string{"B"}.append(std::to_string(offset)) + '-' + std::to_string(length);
}

/// Writes the body of a message as the properties of RFC 8621 section 4.1.4.
class jmap_parts {
  public:
    jmap_parts(json_writer& json, text_decoder& decoder) : json_{json}, decoder_{decoder} {}

    /// `start` is the offset of the message in its file.
    void add(foldwise::message const& message, foldwise::entity const& root, std::uint64_t start,
             bool wants_text) {
        message_ = message.raw();
        start_ = start;
        add_structure(root);
        add_list("textBody", foldwise::text_body(root));
        add_list("htmlBody", foldwise::html_body(root));
        add_list("attachments", foldwise::attachments(root));
        json_.key("bodyValues").open('{');
        ids_.clear();
        if (wants_text) {
            add_values(foldwise::text_body(root));
            add_values(foldwise::html_body(root));
        }
        json_.close('}');
    }

  private:
    /// Adds the tree, without the parts of attached messages. Each multipart is closed after its
    /// last part.
    void add_structure(foldwise::entity const& root) {
        json_.key("bodyStructure");
        auto const none = static_cast<std::size_t>(-1);
        auto closed_depth = none; // of an attached message
        std::size_t open = 0;     // multiparts
        for (auto const part : root.walk()) {
            if (part.depth() > closed_depth) continue;
            closed_depth = part.kind() == foldwise::entity_kind::message ? part.depth() : none;
            for (; open > part.depth(); --open) json_.close(']').close('}');
            add_properties(part);
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

    /// Adds the parts of a list that have octets: a multipart without parts has none.
    template <class Parts>
    void add_list(std::string_view key, Parts const& parts) {
        json_.key(key).open('[');
        for (auto const part : parts) {
            if (part.kind() == foldwise::entity_kind::multipart) continue;
            add_properties(part);
            json_.close('}');
        }
        json_.close(']');
    }

    /// Begins an EmailBodyPart.
    void add_properties(foldwise::entity const& part) {
        bool const is_multipart = part.kind() == foldwise::entity_kind::multipart;
        auto const type = part.content_type();
        auto const body = part.raw_body();
        auto const offset = start_ + foldwise::offset_of(message_, body);
        json_.open('{').key("partId");
        if (is_multipart)
            json_.null().key("blobId").null();
        else
            json_.value(part.path().to_string())
                .key("blobId")
                .value(jmap_blob_id(offset, body.size()));
        json_.key("size").value(part.is_leaf() ? part.decoded().length() : body.size());
        json_.key("name").value_or_null(file_name_text(decoder_, part));
        json_.key("type").value(type_text(type)).key("charset");
        if (auto const charset = charset_text(type))
            json_.value(*charset);
        else if (type.is("text"))
            json_.value("us-ascii");
        else
            json_.null();
        json_.key("disposition").value_or_null(disposition_text(part)).key("cid");
        if (auto const id = foldwise::content_id(part))
            json_.value(id->text().to_string());
        else
            json_.null();
        add_languages(part);
        json_.key("location");
        if (auto const field = part.header().find("Content-Location"))
            json_.value(foldwise::content_location{*field}.text().to_string());
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
        auto const value = field->value().to_string();
        json_.open('[');
        for (std::string_view rest = value; !rest.empty();) {
            auto const tag = foldwise::trim_fws(rest.substr(0, rest.find(',')));
            rest.remove_prefix(std::min(rest.find(','), rest.size() - 1) + 1);
            if (!tag.empty()) json_.value(tag);
        }
        json_.close(']');
    }

    /// Adds the texts among `parts`, each once.
    template <class Parts>
    void add_values(Parts const& parts) {
        for (auto const part : parts) {
            auto const type = part.content_type();
            auto const id = part.path().to_string();
            if (!type.is("text") || !ids_.insert(id).second) continue;
            json_.key(id).open('{').key("value").value(text_of(part));
            json_.key("isEncodingProblem").boolean(has_problem(part));
            json_.key("isTruncated").boolean(false).close('}');
        }
    }

    /// The text, with LF for CRLF.
    std::string text_of(foldwise::entity const& part) {
        auto text = decoder_.text(foldwise::body_text{part});
        std::size_t size = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            bool const is_crlf = text[at] == '\r' && at + 1 != text.size() && text[at + 1] == '\n';
            if (!is_crlf) text[size++] = text[at];
        }
        text.resize(size);
        return text;
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
    std::unordered_set<std::string> ids_; // of the values that are there
};

} // namespace tool

#endif

#ifndef FOLDWISE_TESTS_MIME_PLAIN_LISTS_HPP
#define FOLDWISE_TESTS_MIME_PLAIN_LISTS_HPP

// The lists of a message by the algorithm of RFC 8621 section 4.1.4, as the RFC writes it: a
// recursive function on a tree, which passes null for a body that takes no further parts.

#include <foldwise/mime/body_parts.hpp>

#include "../support.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace test {

/// A part with the properties that the algorithm uses.
struct plain_part {
    std::string path;
    std::string type; // in lower case
    std::string disposition;
    bool has_name = false;
    bool is_multipart = false; // and it has parts
    std::vector<plain_part> parts;

    bool is_media() const {
        return type.starts_with("image/") || type.starts_with("audio/") ||
               type.starts_with("video/");
    }
};

inline std::string lower(std::string_view text) {
    std::string to{text};
    std::transform(to.begin(), to.end(), to.begin(), foldwise::ascii_lower);
    return to;
}

inline plain_part plain_part_of(foldwise::entity const& e) {
    plain_part part;
    part.path = e.path().to_string();
    auto const type = e.content_type();
    part.type = lower(type.type()) + "/" + lower(type.subtype());
    auto const name = type.parameters().find("name");
    part.has_name = name && !name->text().empty();
    if (auto const disposition = e.content_disposition()) {
        part.disposition = lower(disposition->word());
        auto const filename = disposition->filename();
        part.has_name = part.has_name || (filename && !filename->text().empty());
    }
    part.is_multipart = e.kind() == foldwise::entity_kind::multipart;
    if (part.is_multipart)
        for (auto const child : e.children()) part.parts.push_back(plain_part_of(child));
    return part;
}

using paths = std::vector<std::string>;

struct plain_lists {
    paths text, html, attachments, inline_parts;

    explicit plain_lists(foldwise::entity const& root) {
        auto const part = plain_part_of(root);
        sort({part}, "mixed", false, &html, &text);
    }

  private:
    static bool is_shown(plain_part const& part, bool is_first, std::string const& in) {
        if (part.disposition == "attachment") return false;
        bool const is_text = part.type == "text/plain" || part.type == "text/html";
        if (!is_text && !part.is_media()) return false;
        return is_first || (in != "related" && (part.is_media() || !part.has_name));
    }

    // `html_body` and `text_body` are null if they take no further parts.
    void sort(std::vector<plain_part> const& parts, std::string const& in, bool in_alternative,
              paths* html_body, paths* text_body) {
        auto const text_before = text.size();
        auto const html_before = html.size();
        bool is_first = true;
        for (auto const& part : parts) {
            bool const shown = is_shown(part, is_first, in);
            if (part.is_multipart) {
                auto const kind = part.type.substr(part.type.find('/') + 1);
                sort(part.parts, kind, in_alternative || kind == "alternative", html_body,
                     text_body);
            } else if (shown) {
                if (in != "alternative" && in_alternative) {
                    if (part.type == "text/plain") html_body = nullptr;
                    if (part.type == "text/html") text_body = nullptr;
                }
                add(part, in == "alternative", html_body, text_body);
            } else {
                attachments.push_back(part.path);
            }
            if (!part.is_multipart && in == "related" && !is_first &&
                part.disposition != "attachment")
                inline_parts.push_back(part.path);
            is_first = false;
        }
        if (in != "alternative" || html_body == nullptr || text_body == nullptr) return;
        bool const has_text = text.size() != text_before;
        bool const has_html = html.size() != html_before;
        if (has_text && !has_html) copy(text, text_before, html);
        if (has_html && !has_text) copy(html, html_before, text);
    }

    static void copy(paths const& from, std::size_t first, paths& to) {
        for (auto i = first; i < from.size(); ++i) to.push_back(from[i]);
    }

    void add(plain_part const& part, bool is_alternative, paths* html_body, paths* text_body) {
        if (is_alternative) {
            auto* const body = part.type == "text/plain"  ? text_body
                               : part.type == "text/html" ? html_body
                                                          : nullptr;
            // If the body is null, the literal algorithm of the RFC makes the part an attachment.
            (body == nullptr ? attachments : *body).push_back(part.path);
            return;
        }
        for (auto* const body : {text_body, html_body})
            if (body != nullptr) body->push_back(part.path);
        bool const is_nowhere = text_body == nullptr && html_body == nullptr;
        bool const is_in_one = text_body == nullptr || html_body == nullptr;
        // The literal algorithm also makes text in no body an attachment.
        if (part.is_media() ? is_in_one : is_nowhere) attachments.push_back(part.path);
        if (part.is_media() && !is_nowhere) inline_parts.push_back(part.path);
    }
};

template <class Range>
paths paths_of(Range const& range) {
    paths all;
    for (auto const part : range) all.push_back(part.path().to_string());
    return all;
}

inline std::string joined(paths const& all) {
    std::string text;
    for (auto const& path : all) text.append(path).append(" ");
    return text;
}

/// Checks that the lists are those of the RFC.
inline void check_lists(std::string const& name, foldwise::entity const& root) {
    plain_lists const wanted{root};
    REQUIRE_SAME(name, joined(paths_of(foldwise::text_body(root))), joined(wanted.text));
    REQUIRE_SAME(name, joined(paths_of(foldwise::html_body(root))), joined(wanted.html));
    REQUIRE_SAME(name, joined(paths_of(foldwise::attachments(root))), joined(wanted.attachments));
    REQUIRE_SAME(name, joined(paths_of(foldwise::inline_parts(root))), joined(wanted.inline_parts));
}

} // namespace test

#endif

#ifndef FOLDWISE_TESTS_MIME_PLAIN_LISTS_HPP
#define FOLDWISE_TESTS_MIME_PLAIN_LISTS_HPP

// The lists of a message by the algorithm of RFC 8621 section 4.1.4, as the RFC writes it: a
// recursive function on a tree, which passes null for a body that takes no further parts. With the
// differences that the comment of text_body() lists.

#include <foldwise/mime/body_parts.hpp>

#include "../support.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
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
    bool is_blank = false;
    std::string id;    // Content-ID
    std::string start; // with its brackets
    std::string html;
    std::vector<plain_part> parts;

    bool is_text() const { return type.starts_with("text/") && type != "text/rfc822-headers"; }
    bool is_plain_or_html() const { return type == "text/plain" || type == "text/html"; }
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
    if (auto const id = e.header().find("Content-ID")) part.id = id->value().to_string();
    if (e.is_leaf() && type.is("text", "html")) part.html = e.decoded().to_string();
    if (auto const start = type.parameters().find("start")) part.start = start->text().to_string();
    auto const text = e.is_leaf() ? e.decoded().to_string() : "";
    part.is_blank = e.is_leaf() && text.find_first_not_of(" \r\n\xC2\xA0") == text.npos;
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
        sort({part}, "mixed", "", false, &html, &text);
        bool const has_text = std::any_of(text.begin(), text.end(), [this](auto const& path) {
            return parts_[path].is_text() && !parts_[path].is_blank;
        });
        if (!has_text) add_only_text();
        for (auto const& path : order_)
            if (is_linked(parts_[path])) {
                std::erase(attachments, path);
                inline_parts.push_back(path);
            }
        for (auto* const list : {&text, &html, &attachments, &inline_parts}) put_in_order(*list);
    }

  private:
    static bool is_shown(plain_part const& part, bool is_root, std::string const& in) {
        if (part.disposition == "attachment") return false;
        if (!part.is_text() && !part.is_media()) return false;
        return is_root || (in != "related" && (part.is_media() || !part.has_name));
    }

    static std::size_t root_of(std::vector<plain_part> const& parts, std::string const& start) {
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (!start.empty() && parts[i].id == start) return i;
        return 0;
    }

    // `html_body` and `text_body` are null if they take no further parts.
    void sort(std::vector<plain_part> const& parts, std::string const& in, std::string const& start,
              bool in_alternative, paths* html_body, paths* text_body) {
        auto const text_before = text.size();
        auto const html_before = html.size();
        paths last_choices;
        paths left_out; // not attachments if another alternative is shown
        for (std::size_t i = 0; i < parts.size(); ++i) {
            auto const& part = parts[i];
            bool const is_root = i == root_of(parts, start);
            order_.push_back(part.path);
            parts_[part.path] = part;
            if (part.is_multipart) {
                auto const kind = part.type.substr(part.type.find('/') + 1);
                sort(part.parts, kind, part.start, in_alternative || kind == "alternative",
                     html_body, text_body);
            } else if (is_shown(part, is_root, in)) {
                bool const is_plain = part.type == "text/plain" && !part.is_blank;
                bool const is_html = part.type == "text/html" && !part.is_blank;
                if (in != "alternative" && in_alternative) {
                    if (is_plain) html_body = nullptr;
                    if (is_html) text_body = nullptr;
                }
                auto* const body = is_plain ? text_body : is_html ? html_body : nullptr;
                if (in != "alternative")
                    add(part, html_body, text_body);
                else if (body != nullptr)
                    body->push_back(part.path);
                else if (part.is_text() && !is_plain && !is_html)
                    last_choices.push_back(part.path);
                else
                    left_out.push_back(part.path);
            } else if (part.type.starts_with("multipart/")) {
                // in no list
            } else if (in == "alternative" && part.disposition != "attachment") {
                left_out.push_back(part.path);
            } else {
                attachments.push_back(part.path);
            }
            if (!part.is_multipart && in == "related" && !is_root &&
                part.disposition != "attachment")
                inline_parts.push_back(part.path);
        }
        if (in != "alternative") return;
        bool has_text = text.size() != text_before;
        bool has_html = html.size() != html_before;
        bool const is_balanced = html_body != nullptr && text_body != nullptr;
        if (is_balanced && !has_text && !has_html && !last_choices.empty()) {
            copy(last_choices, 0, text);
            copy(last_choices, 0, html);
            has_text = has_html = true;
        } else {
            copy(last_choices, 0, left_out);
        }
        if (is_balanced && has_text && !has_html) copy(text, text_before, html);
        if (is_balanced && has_html && !has_text) copy(html, html_before, text);
        if (!has_text && !has_html) copy(left_out, 0, attachments);
    }

    static void copy(paths const& from, std::size_t first, paths& to) {
        for (auto i = first; i < from.size(); ++i) to.push_back(from[i]);
    }

    void add(plain_part const& part, paths* html_body, paths* text_body) {
        for (auto* const body : {text_body, html_body})
            if (body != nullptr) body->push_back(part.path);
        bool const is_nowhere = text_body == nullptr && html_body == nullptr;
        bool const is_in_one = text_body == nullptr || html_body == nullptr;
        // The literal algorithm also makes text in no body an attachment.
        if (part.is_media() ? is_in_one : is_nowhere) attachments.push_back(part.path);
        if (part.is_media() && !is_nowhere) inline_parts.push_back(part.path);
    }

    void add_only_text() {
        auto const is_found = [this](auto is_meant) {
            for (auto const& path : order_) {
                auto const& part = parts_[path];
                if (part.is_blank || part.is_multipart || !is_meant(part)) continue;
                for (auto* const list : {&text, &html})
                    if (std::find(list->begin(), list->end(), path) == list->end())
                        list->push_back(path);
                if (part.disposition != "attachment") std::erase(attachments, path);
                return true;
            }
            return false;
        };
        is_found([](auto const& part) { return part.is_plain_or_html(); }) ||
            is_found([](auto const& part) { return part.is_text(); }) ||
            is_found([](auto const& part) { return part.type.starts_with("multipart/"); });
    }

    /// Whether HTML refers to the image. In the tests, identifiers have no characters that a URL
    /// encodes.
    bool is_linked(plain_part const& part) const {
        if (!part.type.starts_with("image/") || part.id.size() < 2) return false;
        bool const has_brackets = part.id.front() == '<' && part.id.back() == '>';
        auto const url = "cid:" + (has_brackets ? part.id.substr(1, part.id.size() - 2) : part.id);
        return std::any_of(parts_.begin(), parts_.end(), [&](auto const& other) {
            auto const& source = other.second.html;
            if (other.second.disposition == "attachment") return false;
            for (auto at = source.find(url); at != source.npos; at = source.find(url, at + 1))
                if (std::string_view{"\"' >)"}.find(source[at + url.size()]) != source.npos)
                    return true;
            return false;
        });
    }

    void put_in_order(paths& list) const {
        paths sorted;
        for (auto const& path : order_)
            if (std::find(list.begin(), list.end(), path) != list.end()) sorted.push_back(path);
        list = sorted;
    }

    paths order_;
    std::map<std::string, plain_part> parts_;
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

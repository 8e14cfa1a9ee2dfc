#ifndef FOLDWISE_TOOLS_HTML_TOKENS_HPP
#define FOLDWISE_TOOLS_HTML_TOKENS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace tool {

/// The kinds of tokens of HTML. Comments, the doctype and the like are left out.
enum class html_token_kind : unsigned char {
    end,       ///< the end of the input
    text,      ///< text with character references
    raw_text,  ///< text without them, in script, style ...
    start_tag, ///< <name attributes>
    end_tag,   ///< </name>
};

/// A piece of HTML.
struct html_token {
    html_token_kind kind = html_token_kind::end;
    std::string_view text;       ///< the text, or the name of the tag, unchanged
    std::string_view attributes; ///< of a start tag, the text between its name and ">"
};

/// An attribute of a start tag.
struct html_attribute {
    std::string_view name;
    std::string_view value; ///< without quotes, with character references
};

/// The white space of HTML.
inline constexpr foldwise::char_class html_blanks{" \t\n\f\r"};

/// Removes the next attribute from the front of `rest` and returns it (WHATWG HTML sections
/// 13.2.5.32 to 39). Returns nothing at the end, or at the ">" that ends the tag. O(attribute).
constexpr std::optional<html_attribute> take_attribute(std::string_view& rest) {
    using namespace foldwise;
    rest.remove_prefix(scan::not_in(html_blanks + char_class{"/"}, rest, 0));
    if (rest.empty() || rest.front() == '>') return std::nullopt;
    auto const name_size = scan::in(html_blanks + char_class{"/>="}, rest, 1);
    html_attribute found{rest.substr(0, name_size), {}};
    auto const sign = scan::not_in(html_blanks, rest, name_size);
    if (sign == rest.size() || rest[sign] != '=') {
        rest.remove_prefix(name_size);
        return found;
    }
    rest.remove_prefix(scan::not_in(html_blanks, rest, sign + 1));
    bool const is_quoted = rest.starts_with('"') || rest.starts_with('\'');
    auto const end = is_quoted ? scan::octet(rest, rest.front(), 1)
                               : scan::in(html_blanks + char_class{">"}, rest, 0);
    auto const start = is_quoted ? std::size_t{1} : std::size_t{0};
    found.value = rest.substr(start, end - start);
    rest.remove_prefix(is_quoted && end < rest.size() ? end + 1 : end);
    return found;
}

/// The value of the first attribute with this name, whose case does not count. O(attributes).
constexpr std::optional<std::string_view> find_attribute(std::string_view attributes,
                                                         std::string_view name) {
    while (auto const found = take_attribute(attributes))
        if (foldwise::ascii_iequals(found->name, name)) return found->value;
    return std::nullopt;
}

/// Cuts HTML into tokens, as web browsers do if scripts are disabled (WHATWG HTML section 13.2.5).
/// Total. Borrows the text. O(text) for all tokens.
class html_tokens {
  public:
    explicit constexpr html_tokens(std::string_view html) : rest_{html} {}

    /// The next token; at the end, one of the kind `end`.
    constexpr html_token next() {
        if (!raw_name_.empty()) {
            auto const text = take_raw_text();
            if (!text.text.empty()) return text;
        }
        while (!rest_.empty()) {
            if (auto const size = text_size()) return {html_token_kind::text, take(size), {}};
            if (!starts_name(rest_.substr(rest_[1] == '/' ? 2 : 1))) {
                skip_comment();
                continue;
            }
            auto const tag = take_tag();
            if (tag.kind != html_token_kind::end) return tag;
        }
        return {};
    }

  private:
    static constexpr bool starts_name(std::string_view text) {
        return !text.empty() && foldwise::alpha.contains(text.front());
    }

    constexpr std::string_view take(std::size_t size) {
        auto const taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    /// The size of the text up to a "<" that starts a tag or a comment.
    constexpr std::size_t text_size() const {
        auto at = foldwise::scan::octet(rest_, '<', 0);
        while (at < rest_.size() && !starts_markup(rest_.substr(at)))
            at = foldwise::scan::octet(rest_, '<', at + 1);
        return at;
    }
    static constexpr bool starts_markup(std::string_view text) {
        if (text.size() < 2) return false;
        if (text[1] == '!' || text[1] == '?' || foldwise::alpha.contains(text[1])) return true;
        return text[1] == '/' && text.size() > 2;
    }

    /// Skips a comment, a doctype, "<![endif]>", "</ >" and the like.
    constexpr void skip_comment() {
        auto end = rest_.size();
        if (!rest_.starts_with("<!--")) {
            end = foldwise::scan::octet(rest_, '>', 2);
        } else if (rest_.substr(4).starts_with('>')) {
            end = 4;
        } else if (rest_.substr(4).starts_with("->")) {
            end = 5;
        } else {
            for (auto at = rest_.find("--", 4); at != rest_.npos; at = rest_.find("--", at + 1)) {
                auto const after = rest_.substr(at + 2);
                if (!after.starts_with('>') && !after.starts_with("!>")) continue;
                end = at + (after.front() == '>' ? 2 : 3);
                break;
            }
        }
        rest_.remove_prefix(end < rest_.size() ? end + 1 : end);
    }

    /// Reads a tag. A tag that is not closed is left out, with the rest of the input.
    constexpr html_token take_tag() {
        bool const is_end = rest_[1] == '/';
        rest_.remove_prefix(is_end ? 2 : 1);
        auto const name =
            take(foldwise::scan::in(html_blanks + foldwise::char_class{"/>"}, rest_, 0));
        auto attributes = rest_;
        while (take_attribute(rest_)) {
        }
        if (rest_.empty()) return {};
        attributes = attributes.substr(0, attributes.size() - rest_.size());
        rest_.remove_prefix(1);
        if (is_end) return {html_token_kind::end_tag, name, {}};
        for (auto const raw : {"script", "style", "xmp", "iframe", "noembed", "noframes", "title",
                               "textarea", "plaintext"})
            if (foldwise::ascii_iequals(name, raw)) raw_name_ = raw;
        return {html_token_kind::start_tag, name, attributes};
    }

    /// Reads everything up to the end tag of the element, or the rest if there is none.
    constexpr html_token take_raw_text() {
        bool const has_references = raw_name_ == "title" || raw_name_ == "textarea";
        auto const kind = has_references ? html_token_kind::text : html_token_kind::raw_text;
        auto const size = raw_name_ == "script" ? script_size() : raw_size();
        raw_name_ = {};
        return {kind, take(size), {}};
    }

    /// Whether `text` starts with a tag such as "<script", with the whole name.
    static constexpr bool starts_tag(std::string_view text, std::string_view start,
                                     std::string_view name) {
        auto const size = start.size() + name.size();
        return text.size() > size && text.starts_with(start) &&
               foldwise::ascii_iequals(text.substr(start.size(), name.size()), name) &&
               (html_blanks + foldwise::char_class{"/>"}).contains(text[size]);
    }

    /// The size of raw text other than a script.
    constexpr std::size_t raw_size() const {
        if (raw_name_ == "plaintext") return rest_.size();
        auto at = foldwise::scan::octet(rest_, '<', 0);
        while (at < rest_.size() && !starts_tag(rest_.substr(at), "</", raw_name_))
            at = foldwise::scan::octet(rest_, '<', at + 1);
        return at;
    }

    /// The size of a script. In a comment in a script, "<script>" to "</script>" belong to the
    /// script (section 13.2.5.26).
    constexpr std::size_t script_size() const {
        bool is_escaped = false;
        bool is_doubled = false;
        for (std::size_t at = 0; at < rest_.size(); ++at) {
            auto const text = rest_.substr(at);
            if (text.starts_with("-->")) is_escaped = is_doubled = false;
            if (text.front() != '<') continue;
            if (text.starts_with("<!--")) {
                is_escaped = true; // "<!-->" starts and ends it
            } else if (starts_tag(text, "</", "script")) {
                if (!is_doubled) return at;
                is_doubled = false;
            } else if (is_escaped && starts_tag(text, "<", "script")) {
                is_doubled = true;
            }
        }
        return rest_.size();
    }

    std::string_view rest_;
    std::string_view raw_name_; // of the element whose raw text comes next
};

} // namespace tool

#endif

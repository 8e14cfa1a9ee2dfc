#ifndef FOLDWISE_CHARSET_DETAIL_HTML_PRESCAN_HPP
#define FOLDWISE_CHARSET_DETAIL_HTML_PRESCAN_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/detail/html_labels.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// See html_charset.
struct html_declaration {
    foldwise::charset charset;
    std::string_view label;
};

/// Reads the start of an HTML document for its charset, by the algorithm of the HTML standard
/// (section 13.2.3.2); see find_html_charset. Linear: no octet is read more than a few times.
class html_prescan {
  public:
    explicit constexpr html_prescan(std::string_view octets) noexcept : octets_{octets} {}

    constexpr optional<html_declaration> run() noexcept {
        // An XML declaration in UTF-16.
        if (octets_.starts_with(octets_at("<\0?\0x\0", 6)))
            return html_declaration{charset::utf_16le, {}};
        if (octets_.starts_with(octets_at("\0<\0?\0x", 6)))
            return html_declaration{charset::utf_16be, {}};
        for (; at_ < octets_.size(); ++at_) {
            at_ = scan::octet(octets_, '<', at_);
            auto const rest = octets_.substr(at_);
            if (rest.starts_with("<!--")) {
                pass_comment();
            } else if (is_meta(rest)) {
                at_ += meta.size();
                if (auto const found = read_meta()) return found;
            } else if (is_tag(rest)) {
                at_ = scan::in(after_name, octets_, at_);
                while (next_attribute()) {
                }
            } else if (rest.starts_with("<!") || rest.starts_with("</") || rest.starts_with("<?")) {
                at_ = scan::octet(octets_, '>', at_);
            }
        }
        return xml_encoding();
    }

  private:
    struct attribute {
        std::string_view name;
        std::string_view value;
    };

    static constexpr char_class white_space{" \t\n\f\r"};
    static constexpr char_class after_name{" \t\n\f\r>"};
    static constexpr std::string_view meta = "<meta";

    constexpr bool at_end() const noexcept { return at_ >= octets_.size(); }

    static constexpr bool is_meta(std::string_view rest) noexcept {
        constexpr auto ends = white_space + char_class{"/"};
        return rest.size() > meta.size() && ascii_istarts_with(rest, meta) &&
               ends.contains(rest[meta.size()]);
    }
    static constexpr bool is_tag(std::string_view rest) noexcept {
        auto const name = rest.substr(rest.starts_with("</") ? 2 : rest.empty() ? 0 : 1);
        return !name.empty() && alpha.contains(name[0]);
    }

    /// Stops at the ">" of the first "-->", whose dashes may be those of "<!--".
    constexpr void pass_comment() noexcept {
        for (at_ += 4; !at_end(); ++at_) {
            at_ = scan::octet(octets_, '>', at_);
            if (!at_end() && octets_.substr(at_ - 2, 2) == "--") return;
        }
    }

    /// Reads the next attribute of a tag (the standard's "get an attribute"). If there is none, it
    /// stops at the ">".
    constexpr optional<attribute> next_attribute() noexcept {
        at_ = scan::not_in(white_space + char_class{"/"}, octets_, at_);
        if (at_end() || octets_[at_] == '>') return std::nullopt;
        attribute found;
        auto const start = at_;
        // An equals sign at the start is a part of the name.
        at_ = scan::in(white_space + char_class{"/>="}, octets_, at_ + 1);
        found.name = octets_.substr(start, at_ - start);
        at_ = scan::not_in(white_space, octets_, at_);
        if (at_end() || octets_[at_] != '=') return found;
        at_ = scan::not_in(white_space, octets_, at_ + 1);
        if (at_end() || octets_[at_] == '>') return found;
        if (octets_[at_] == '"' || octets_[at_] == '\'') {
            auto const first = at_ + 1;
            at_ = scan::octet(octets_, octets_[at_], first);
            found.value = octets_.substr(first, at_ - first);
            if (!at_end()) ++at_;
        } else {
            auto const first = at_;
            at_ = scan::in(after_name, octets_, at_);
            found.value = octets_.substr(first, at_ - first);
        }
        return found;
    }

    /// Reads the attributes of a meta tag. Of attributes with the same name, the first one counts.
    constexpr optional<html_declaration> read_meta() noexcept {
        bool has_http_equiv = false;
        bool has_content = false;
        bool has_charset = false;
        bool got_pragma = false;
        bool is_declared = false;
        bool needs_pragma = false;
        optional<html_declaration> found;
        while (auto const next = next_attribute()) {
            if (at_end()) return std::nullopt; // the tag is cut off
            if (ascii_iequals(next->name, "http-equiv") && !has_http_equiv) {
                has_http_equiv = true;
                got_pragma = ascii_iequals(next->value, "content-type");
            } else if (ascii_iequals(next->name, "content") && !has_content) {
                has_content = true;
                if (has_charset) continue;
                found = named(label_in(next->value));
                if (!found) continue;
                is_declared = needs_pragma = true;
            } else if (ascii_iequals(next->name, "charset") && !has_charset) {
                has_charset = true;
                found = named(next->value);
                is_declared = true;
                needs_pragma = false;
            }
        }
        if (at_end() || !is_declared || (needs_pragma && !got_pragma)) return std::nullopt;
        return found;
    }

    /// The label in the content of a meta element (the standard's "extracting a character encoding
    /// from a meta element"); empty if there is none.
    static constexpr std::string_view label_in(std::string_view content) noexcept {
        constexpr std::string_view word = "charset";
        for (std::size_t at = 0; at + word.size() <= content.size(); ++at) {
            if (!ascii_iequals(content.substr(at, word.size()), word)) continue;
            auto start = scan::not_in(white_space, content, at + word.size());
            if (start == content.size()) break;
            if (content[start] != '=') {
                at = start - 1;
                continue;
            }
            start = scan::not_in(white_space, content, start + 1);
            if (start == content.size()) break;
            if (content[start] != '"' && content[start] != '\'') {
                auto const end = scan::in(white_space + char_class{";"}, content, start);
                return content.substr(start, end - start);
            }
            auto const end = scan::octet(content, content[start], start + 1);
            return end == content.size() ? std::string_view{}
                                         : content.substr(start + 1, end - start - 1);
        }
        return {};
    }

    static constexpr optional<html_declaration> named(std::string_view label) noexcept {
        if (auto const found = find_html_label(label)) return html_declaration{*found, label};
        return std::nullopt;
    }

    /// The encoding in an XML declaration at the start (the standard's "get an XML encoding").
    constexpr optional<html_declaration> xml_encoding() const noexcept {
        if (!octets_.starts_with("<?xml")) return std::nullopt;
        auto const declaration = octets_.substr(0, scan::octet(octets_, '>', 0));
        if (declaration.size() == octets_.size()) return std::nullopt;
        constexpr auto blanks = char_class::range(0, ' ');
        constexpr std::string_view word = "encoding";
        auto at = declaration.find(word);
        if (at == declaration.npos) return std::nullopt;
        at = scan::not_in(blanks, declaration, at + word.size());
        if (at == declaration.size() || declaration[at] != '=') return std::nullopt;
        at = scan::not_in(blanks, declaration, at + 1);
        if (at == declaration.size()) return std::nullopt;
        if (declaration[at] != '"' && declaration[at] != '\'') return std::nullopt;
        auto const end = scan::octet(declaration, declaration[at], at + 1);
        if (end == declaration.size()) return std::nullopt;
        auto const label = declaration.substr(at + 1, end - at - 1);
        if (scan::in(blanks, label, 0) != label.size()) return std::nullopt;
        return named(label);
    }

    std::string_view octets_;
    std::size_t at_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

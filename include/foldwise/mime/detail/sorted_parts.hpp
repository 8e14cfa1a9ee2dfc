#ifndef FOLDWISE_MIME_DETAIL_SORTED_PARTS_HPP
#define FOLDWISE_MIME_DETAIL_SORTED_PARTS_HPP

#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/detail/blank_text.hpp>
#include <foldwise/mime/detail/body_part_sorter.hpp>
#include <foldwise/mime/detail/html_references.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/content_type.hpp>

#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Finds the text that is shown if the bodies have no text, or only white space; see text_body().
/// Returns the start of its header section, or a null pointer if the bodies have a text, or if
/// there is no such text.
constexpr char const* find_only_text(entity const& root) noexcept {
    char const* chosen = nullptr;
    int chosen_rank = 0; // 3: text/plain or text/html, 2: other text, 1: a multipart
    for (body_part_sorter<rfc8621_rule> at{root, {}}; !at.at_end(); at.advance()) {
        auto const& part = at.current();
        if (!part.is_leaf()) continue;
        auto const type = part.content_type();
        bool const text = is_text(type);
        int const rank = is_plain(type) || is_html(type) ? 3 : text ? 2 : type.is("multipart");
        bool const may_be_shown = text && at.is_in(body_list::text);
        if ((rank <= chosen_rank && !may_be_shown) || is_blank(part)) continue;
        if (may_be_shown) return nullptr;
        chosen = part.header().raw().data();
        chosen_rank = rank;
    }
    return chosen;
}

/// Walks over the entities of a message, except those in attached messages, and knows the final
/// lists of each.
template <body_part_rule Rule>
class sorted_parts {
  public:
    constexpr sorted_parts() = default;
    constexpr sorted_parts(entity const& root, Rule const& rule) noexcept
        : sorter_{root, rule}, root_{root}, rule_{rule} {}

    constexpr bool at_end() const noexcept { return sorter_.at_end(); }
    constexpr entity const& current() const noexcept { return sorter_.current(); }
    constexpr auto position() const noexcept { return sorter_.position(); }
    constexpr void advance() noexcept { sorter_.advance(); }

    constexpr bool is_in(body_list list) noexcept {
        if (current().kind() == entity_kind::multipart) return false;
        switch (list) {
        case body_list::attachments: return is_attachment();
        case body_list::inline_parts: return sorter_.lists().has(list) || is_linked_image();
        default: return sorter_.is_in(list) || is_only_text();
        }
    }

    /// For diagnose_bodies().
    constexpr bool is_hidden_blank_alternative() noexcept {
        using enum body_list;
        return sorter_.is_blank_alternative() && !is_in(text) && !is_in(html);
    }
    constexpr related_start start() const noexcept { return sorter_.start(); }
    constexpr bool is_only_text() noexcept {
        auto const& part = current();
        if (!part.is_leaf()) return false;
        auto const type = part.content_type();
        if (!is_text(type) && !type.is("multipart")) return false;
        if constexpr (!std::is_same_v<Rule, rfc8621_rule>) return false;
        if (!knows_only_text_) only_text_ = find_only_text(root_);
        knows_only_text_ = true;
        return part.header().raw().data() == only_text_;
    }
    constexpr bool is_linked_image() noexcept {
        auto const& part = current();
        if (!may_be_linked_image(part)) return false;
        if (!knows_references_) references_ = html_references(root_);
        knows_references_ = true;
        return refer_to(references_, part);
    }

  private:
    constexpr bool is_attachment() noexcept {
        using enum body_list;
        auto const& part = current();
        if (!sorter_.lists().has(attachments) || is_without_parts(part)) return false;
        if (is_linked_image()) return false;
        if (is_said_to_be_attachment(part)) return true;
        if (is_text(part.content_type()) && (sorter_.is_in(text) || sorter_.is_in(html)))
            return false;
        return !sorter_.is_alternative_to_shown() && !is_only_text();
    }

    body_part_sorter<Rule> sorter_;
    entity root_;
    Rule rule_{};
    link_hashes references_;
    char const* only_text_ = nullptr;
    bool knows_only_text_ = false;
    bool knows_references_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

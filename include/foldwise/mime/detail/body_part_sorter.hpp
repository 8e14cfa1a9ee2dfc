#ifndef FOLDWISE_MIME_DETAIL_BODY_PART_SORTER_HPP
#define FOLDWISE_MIME_DETAIL_BODY_PART_SORTER_HPP

#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/parameters/content_type.hpp>

#include <cstddef>
#include <cstdint>

namespace foldwise {

/// The lists into which the parts of a message are sorted; see text_body().
enum class body_list : unsigned char { text, html, attachments, inline_parts };

namespace detail {

class body_list_set {
  public:
    constexpr bool has(body_list list) const noexcept { return (bits_ & bit(list)) != 0; }
    constexpr void add(body_list list) noexcept {
        bits_ = static_cast<std::uint8_t>(bits_ | bit(list));
    }

  private:
    static constexpr unsigned bit(body_list list) noexcept {
        return 1U << static_cast<unsigned>(list);
    }
    std::uint8_t bits_ = 0;
};

/// A multipart that the walk is in. A multipart/alternative is balanced if both bodies can still
/// take parts of it. If one body takes none of its parts, it gets the parts of the other body.
struct body_level {
    multipart_kind kind = multipart_kind::mixed;
    bool is_in_alternative = false; ///< is a multipart/alternative or is inside one
    bool has_part = false;
    body_list_set closed;      ///< the bodies that take no more of its parts
    std::uint8_t balanced = 0; ///< the level of the innermost balanced multipart, perhaps its own
    // For a balanced multipart only:
    std::uint8_t outer = 0; ///< the level of the balanced multipart around it
    body_list_set found;    ///< the bodies that are known to take some of its parts
    body_list_set lacking;  ///< the bodies that are known to take none
};

/// Walks over the entities of a message, except those in attached messages, and sorts each part
/// into lists by the algorithm of RFC 8621 section 4.1.4.
template <body_part_rule Rule>
class body_part_sorter {
  public:
    constexpr body_part_sorter() = default;
    constexpr body_part_sorter(entity const& root, Rule rule) noexcept
        : at_{root}, rule_{rule}, root_depth_{root.depth()} {
        sort();
    }

    constexpr bool at_end() const noexcept { return at_.at_end(); }
    constexpr entity const& current() const noexcept { return part_; }
    constexpr auto position() const noexcept { return at_.position(); }
    constexpr void advance() noexcept {
        at_.advance();
        sort();
    }

    /// The lists that the part itself belongs to; none if it is a multipart.
    constexpr body_list_set const& lists() const noexcept { return lists_; }

    /// Whether `body` gets a part that only the other body has taken. It does if the innermost
    /// balanced multipart has no part for `body`. Looks ahead up to the first such part.
    constexpr bool gets(body_list body) noexcept {
        auto const number = levels_[depth_].balanced;
        auto& alternative = levels_[number];
        if (alternative.found.has(body)) return false;
        if (alternative.lacking.has(body)) return true;
        auto ahead = *this;
        do ahead.advance();
        while (!ahead.at_end() && ahead.depth_ >= number && !ahead.levels_[number].found.has(body));
        bool const is_found = !ahead.at_end() && ahead.depth_ >= number;
        (is_found ? alternative.found : alternative.lacking).add(body);
        return !is_found;
    }

  private:
    constexpr void sort() noexcept {
        lists_ = {};
        if (at_end()) return;
        part_ = at_.current();
        if (part_.kind() == entity_kind::message) part_ = at_.pass_current();
        depth_ = part_.depth() - root_depth_;
        auto& in = levels_[depth_];
        bool const is_first = !in.has_part;
        in.has_part = true;
        if (part_.kind() == entity_kind::multipart)
            open(part_.content_type());
        else
            place({part_, in.kind, is_first}, in);
    }

    constexpr void open(content_type const& type) noexcept {
        auto const& in = levels_[depth_];
        auto& level = levels_[depth_ + 1];
        level = {};
        level.closed = in.closed;
        level.balanced = in.balanced;
        level.is_in_alternative = in.is_in_alternative;
        if (type.is("multipart", "related")) level.kind = multipart_kind::related;
        if (!type.is("multipart", "alternative")) return;
        level.kind = multipart_kind::alternative;
        level.is_in_alternative = true;
        if (in.closed.has(body_list::text) || in.closed.has(body_list::html)) return;
        level.outer = in.balanced;
        level.balanced = static_cast<std::uint8_t>(depth_ + 1);
    }

    constexpr void place(placed_part const& at, body_level& in) noexcept {
        using enum body_list;
        if (rule_(at)) {
            place_in_bodies(at.part.content_type(), in);
        } else {
            lists_.add(attachments);
        }
        if (at.in == multipart_kind::related && !at.is_first && !is_said_to_be_attachment(at.part))
            lists_.add(inline_parts);
    }

    constexpr void place_in_bodies(content_type const& type, body_level& in) noexcept {
        using enum body_list;
        bool const plain = is_plain(type);
        bool const html_text = is_html(type);
        bool const is_alternative = in.kind == multipart_kind::alternative;
        if (in.is_in_alternative && !is_alternative) {
            if (plain) in.closed.add(html);
            if (html_text) in.closed.add(text);
        }
        if (!in.closed.has(text) && (plain || !is_alternative)) lists_.add(text);
        if (!in.closed.has(html) && (html_text || !is_alternative)) lists_.add(html);
        bool const in_text = lists_.has(text);
        bool const in_html = lists_.has(html);
        bool const is_text = plain || html_text;
        if (is_text ? !in_text && !in_html : !in_text || !in_html) lists_.add(attachments);
        if (!is_text && (in_text || in_html)) lists_.add(inline_parts);
        if (in_text || in_html) note(in.balanced, lists_);
    }

    /// Notes which bodies take parts of a balanced multipart. In the end both bodies have parts of
    /// it: their own, or those of the other body. So the balanced multipart around it has parts for
    /// both bodies.
    constexpr void note(std::size_t number, body_list_set lists) noexcept {
        using enum body_list;
        for (; number != 0; number = levels_[number].outer) {
            auto& found = levels_[number].found;
            if (found.has(text) && found.has(html)) return;
            if (lists.has(text)) found.add(text);
            if (lists.has(html)) found.add(html);
            lists.add(text);
            lists.add(html);
        }
    }

    entity_walker at_; // at the part, or, if that is an attached message, at its end
    entity part_;
    Rule rule_{};
    std::size_t root_depth_ = 0;
    std::size_t depth_ = 0; // of the part, below the root
    body_list_set lists_;
    body_level levels_[deepest_entity + 1]; // for each depth, the multipart around the part there
};

} // namespace detail

} // namespace foldwise

#endif

#ifndef FOLDWISE_MIME_DETAIL_BODY_PART_SORTER_HPP
#define FOLDWISE_MIME_DETAIL_BODY_PART_SORTER_HPP

#include <foldwise/config.hpp>
#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/detail/blank_text.hpp>
#include <foldwise/mime/detail/related_root.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/parameters/content_type.hpp>

#include <cstddef>
#include <cstdint>

namespace foldwise::inline FOLDWISE_ABI {

/// The lists into which the parts of a message are sorted; see text_body().
enum class body_list : unsigned char { text, html, attachments, inline_parts };

namespace detail {

/// What the `start` parameter of a multipart/related says.
enum class related_start : unsigned char {
    none,         ///< nothing, or that the first part is the root
    later_part,   ///< the root comes later
    missing_part, ///< it names no part
};

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
    bool has_shown = false;         ///< has had a part that may be shown in a body
    std::uint8_t starts = 0;        ///< how many multipart/related with a `start` are around it
    std::uint32_t root = 0;         ///< how many parts come before its root; counts down
    body_list_set closed;           ///< the bodies that take no more of its parts
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

    /// Whether the part is a blank text in a multipart/alternative.
    constexpr bool is_blank_alternative() const noexcept { return is_blank_alternative_; }

    /// What the `start` parameter says if the part is a multipart/related.
    constexpr related_start start() const noexcept { return start_; }

    /// Whether `body` takes the part.
    constexpr bool is_in(body_list body) noexcept {
        using enum body_list;
        if (lists_.has(body)) return true;
        if (is_last_choice_) return gets(text) && gets(html);
        return (lists_.has(text) || lists_.has(html)) && gets(body);
    }

    /// Whether the part is directly in a multipart/alternative of which a body shows a part. Looks
    /// ahead up to the next part that is shown.
    constexpr bool is_alternative_to_shown() noexcept {
        auto const& in = levels_[depth_];
        if (in.kind != multipart_kind::alternative) return false;
        if (in.has_shown) return true;
        if (next_shown_ == next_shown::unknown) find_next_shown();
        if (next_shown_ == next_shown::none) return false;
        auto around = part_.path();
        around.cut(around.size() - 1);
        return next_shown_path_.starts_with(around);
    }

  private:
    FOLDWISE_NOINLINE constexpr void sort() noexcept {
        lists_ = {};
        is_last_choice_ = false;
        is_blank_alternative_ = false;
        start_ = related_start::none;
        if (at_end()) return;
        part_ = at_.current();
        if (part_.kind() == entity_kind::message) part_ = at_.pass_current();
        depth_ = part_.depth() - root_depth_;
        auto& in = levels_[depth_];
        bool const is_root = in.root-- == 0;
        if (part_.kind() == entity_kind::multipart)
            open(part_.content_type());
        else
            place({part_, in.kind, is_root}, in);
    }

    constexpr void open(content_type const& type) noexcept {
        auto const& in = levels_[depth_];
        auto& level = levels_[depth_ + 1];
        level = {};
        level.closed = in.closed;
        level.balanced = in.balanced;
        level.is_in_alternative = in.is_in_alternative;
        level.starts = in.starts;
        if (type.is("multipart", "related")) open_related(type, level);
        if (!type.is("multipart", "alternative")) return;
        level.kind = multipart_kind::alternative;
        level.is_in_alternative = true;
        if (in.closed.has(body_list::text) || in.closed.has(body_list::html)) return;
        level.outer = in.balanced;
        level.balanced = static_cast<std::uint8_t>(depth_ + 1);
    }

    /// Looks ahead up to the root. Not at any depth, so that the parts are read a few times only.
    constexpr void open_related(content_type const& type, body_level& level) noexcept {
        constexpr std::uint8_t most_starts = 3;
        level.kind = multipart_kind::related;
        if (level.starts == most_starts) return;
        auto const start = type.parameters().find("start");
        if (!start) return;
        ++level.starts;
        auto const before = parts_before_root(at_, start->text());
        if (!before) start_ = related_start::missing_part;
        level.root = before.value_or(0);
        if (level.root != 0) start_ = related_start::later_part;
    }

    constexpr void place(placed_part const& at, body_level& in) noexcept {
        using enum body_list;
        if (rule_(at)) {
            place_in_bodies(at.part, in);
        } else {
            lists_.add(attachments);
        }
        if (at.in == multipart_kind::related && !at.is_root && !is_said_to_be_attachment(at.part))
            lists_.add(inline_parts);
    }

    constexpr void place_in_bodies(entity const& part, body_level& in) noexcept {
        using enum body_list;
        auto const type = part.content_type();
        bool plain = is_plain(type);
        bool html_text = is_html(type);
        bool const text_for_people = is_text(type);
        bool const is_alternative = in.kind == multipart_kind::alternative;
        // A blank text is not preferred to another alternative, and neither is an unknown type.
        is_blank_alternative_ = in.is_in_alternative && (plain || html_text) && is_blank(part);
        if (is_blank_alternative_) plain = html_text = false;
        if (in.is_in_alternative && !is_alternative) {
            if (plain) in.closed.add(html);
            if (html_text) in.closed.add(text);
        }
        if (!in.closed.has(text) && (plain || !is_alternative)) lists_.add(text);
        if (!in.closed.has(html) && (html_text || !is_alternative)) lists_.add(html);
        bool const in_text = lists_.has(text);
        bool const in_html = lists_.has(html);
        is_last_choice_ = is_alternative && text_for_people && !plain && !html_text &&
                          in.balanced == static_cast<std::uint8_t>(depth_);
        if (text_for_people ? !in_text && !in_html : !in_text || !in_html) lists_.add(attachments);
        if (!text_for_people && (in_text || in_html)) lists_.add(inline_parts);
        if (in_text || in_html) note(in.balanced, lists_);
        if (is_last_choice_) note_both(in.outer);
        if (in_text || in_html || is_last_choice_) note_shown();
    }

    /// Notes which bodies take parts of a balanced multipart. In the end both bodies have parts of
    /// it: their own, or those of the other body. So the balanced multipart around it has parts for
    /// both bodies.
    constexpr void note(std::size_t number, body_list_set lists) noexcept {
        using enum body_list;
        if (number == 0) return;
        auto& found = levels_[number].found;
        if (found.has(text) && found.has(html)) return;
        if (lists.has(text)) found.add(text);
        if (lists.has(html)) found.add(html);
        note_both(levels_[number].outer);
    }
    constexpr void note_both(std::size_t number) noexcept {
        using enum body_list;
        for (; number != 0; number = levels_[number].outer) {
            auto& found = levels_[number].found;
            if (found.has(text) && found.has(html)) return;
            found.add(text);
            found.add(html);
        }
    }
    constexpr void note_shown() noexcept {
        next_shown_ = next_shown::unknown;
        for (auto left = depth_ + 1; left != 0 && !levels_[left - 1].has_shown; --left)
            levels_[left - 1].has_shown = true;
    }

    /// Whether `body` gets a part that it has not taken. It does if the innermost balanced
    /// multipart has no part for `body`. Looks ahead up to the first such part.
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

    constexpr void find_next_shown() noexcept {
        auto ahead = *this;
        ahead.next_shown_ = next_shown::none;
        do ahead.advance();
        while (!ahead.at_end() && ahead.next_shown_ == next_shown::none);
        next_shown_ = ahead.at_end() ? next_shown::none : next_shown::known;
        next_shown_path_ = ahead.part_.path();
    }

    entity_walker at_; // at the part, or, if that is an attached message, at its end
    entity part_;
    Rule rule_{};
    std::size_t root_depth_ = 0;
    std::size_t depth_ = 0; // of the part, below the root
    body_list_set lists_;
    bool is_last_choice_ = false; // shown only if nothing else of its multipart/alternative is
    bool is_blank_alternative_ = false;
    related_start start_ = related_start::none;
    enum class next_shown : unsigned char { unknown, known, none } next_shown_ = {};
    entity_path next_shown_path_;           // of the next part that may be shown, if it is known
    body_level levels_[deepest_entity + 1]; // for each depth, the multipart around the part there
};

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_MIME_BODY_PARTS_HPP
#define FOLDWISE_MIME_BODY_PARTS_HPP

#include <foldwise/base/walk.hpp>
#include <foldwise/mime/detail/body_part_rule.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_path.hpp>
#include <foldwise/parameters/content_type.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace foldwise {

/// A list of parts that a message is shown with.
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

/// A multipart that is open. One that is `balanced` is a multipart/alternative that both bodies
/// still take parts of: at its end, the body that got none of them gets those of the other one.
struct body_level {
    multipart_kind kind = multipart_kind::mixed;
    bool is_in_alternative = false; ///< or is one
    bool has_part = false;
    body_list_set closed;      ///< the bodies that take no more parts of it
    std::uint8_t balanced = 0; ///< the level of the innermost balanced one, which it may be itself
    std::uint8_t outer = 0;    ///< of a balanced one: the level of that around it
    body_list_set found;       ///< of a balanced one: the bodies that get parts of it by themselves
    body_list_set lacking;     ///< and those that are known not to
};

/// Goes over the entities of a message, but for those in attached messages, and says of each part
/// to which lists it belongs.
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

    /// Where the part belongs by itself; nowhere, if it is a multipart.
    constexpr body_list_set const& lists() const noexcept { return lists_; }

    /// Whether `body` gets the part from the other body, to which alone it belongs: whether what
    /// it is an alternative of has nothing for `body`. Looks ahead as far as to what it has.
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

    /// Notes what a balanced alternative has. Since both bodies have something in the end of one
    /// that has anything, so have they of the one around it.
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

    entity_walker at_; // at the part, or behind what lies in it
    entity part_;
    Rule rule_{};
    std::size_t root_depth_ = 0;
    std::size_t depth_ = 0; // of the part, in the root
    body_list_set lists_;
    body_level levels_[deepest_entity + 1]; // what the entities of a depth lie in
};

/// Of what the parts are sorted, and how.
template <body_part_rule Rule>
struct body_part_origin {
    entity root;
    Rule rule;
};

template <body_list List, body_part_rule Rule>
class body_part_walker {
  public:
    constexpr body_part_walker() = default;
    explicit constexpr body_part_walker(body_part_origin<Rule> const& from) noexcept
        : sorter_{from.root, from.rule} {
        if (!at_end() && !is_wanted()) advance();
    }

    constexpr bool at_end() const noexcept { return sorter_.at_end(); }
    constexpr entity current() const noexcept { return sorter_.current(); }
    constexpr auto position() const noexcept { return sorter_.position(); }
    constexpr void advance() noexcept {
        do sorter_.advance();
        while (!at_end() && !is_wanted());
    }

  private:
    constexpr bool is_wanted() noexcept {
        if (sorter_.lists().has(List)) return true;
        if constexpr (List == body_list::text)
            return sorter_.lists().has(body_list::html) && sorter_.gets(List);
        else if constexpr (List == body_list::html)
            return sorter_.lists().has(body_list::text) && sorter_.gets(List);
        else
            return false;
    }
    body_part_sorter<Rule> sorter_;
};

} // namespace detail

/// The parts of a message that are in one of its lists: a forward, borrowed range of entity, in
/// the order in which they lie in the message. begin() and empty() cost the search for the first.
template <body_list List, body_part_rule Rule = rfc8621_rule>
class body_parts {
  public:
    using iterator = walk_iterator<detail::body_part_walker<List, Rule>>;

    explicit constexpr body_parts(entity const& root, Rule rule = {}) noexcept
        : from_{root, rule} {}

    constexpr iterator begin() const noexcept { return iterator{std::in_place, from_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

  private:
    detail::body_part_origin<Rule> from_;
};

/// What is shown of a message, as RFC 8621 section 4.1.4 sorts its parts:
///
///     multipart/mixed                 text_body    html_body    attachments
///       multipart/alternative
///         text/plain          A          A
///         multipart/related
///           text/html         B                       B
///           image/png         C                                     C
///       image/jpeg            D          D            D
///       application/pdf       E                                     E
///
///     for (auto const part : text_body(entity{m})) body_text{part}.append_to(text);
///
/// text_body() and html_body() are what is to be shown one after the other, text/plain or text/html
/// preferred where there are both. What has only one of them is in both bodies: each part may be
/// text/plain, text/html or media, so look at its type. attachments() are all the other parts, and
/// media that are not in both bodies by themselves. The parts of an attached message are not looked
/// at: it is an attachment; to read it, ask for the bodies of its `children()`.
///
/// Where the algorithm of RFC 8621 has no list for a text, such as text/plain beside text/html in a
/// multipart/mixed in a multipart/alternative, it is an attachment, as the RFC defines these; so
/// is a multipart that is a leaf, since it has no part: every part is in one of the lists.
///
/// Who sees it otherwise gives another rule for what is no attachment:
///
///     struct no_media {
///         constexpr bool operator()(placed_part const& at) const noexcept {
///             return at.part.content_type().is("text") && rfc8621_rule{}(at);
///         }
///     };
///     for (auto const part : attachments(entity{m}, no_media{})) save(part);
///
/// What it takes and is neither text/plain nor text/html is sorted as media are.
///
/// `root` may be any entity; its depth limit bounds the walk. Borrows the message's bytes;
/// allocates nothing. O(root.raw()): all of a range costs two walks and what the rule costs at
/// most, whatever lies in it; the end of each part is known. Its iterators have 9 KiB, and going
/// on needs as much of the stack.
template <body_part_rule Rule = rfc8621_rule>
constexpr body_parts<body_list::text, Rule> text_body(entity const& root, Rule rule = {}) noexcept {
    return body_parts<body_list::text, Rule>{root, rule};
}
template <body_part_rule Rule = rfc8621_rule>
constexpr body_parts<body_list::html, Rule> html_body(entity const& root, Rule rule = {}) noexcept {
    return body_parts<body_list::html, Rule>{root, rule};
}
template <body_part_rule Rule = rfc8621_rule>
constexpr body_parts<body_list::attachments, Rule> attachments(entity const& root,
                                                               Rule rule = {}) noexcept {
    return body_parts<body_list::attachments, Rule>{root, rule};
}

/// What is shown inside of a body: the parts of text_body() and html_body() that are no text, and
/// those that lie in a multipart/related behind its first part, unless they are said to be
/// attachments. So some of them are attachments() as well. Costs one walk.
template <body_part_rule Rule = rfc8621_rule>
constexpr body_parts<body_list::inline_parts, Rule> inline_parts(entity const& root,
                                                                 Rule rule = {}) noexcept {
    return body_parts<body_list::inline_parts, Rule>{root, rule};
}

} // namespace foldwise

template <foldwise::body_list List, foldwise::body_part_rule Rule>
inline constexpr bool std::ranges::enable_view<foldwise::body_parts<List, Rule>> = true;
template <foldwise::body_list List, foldwise::body_part_rule Rule>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::body_parts<List, Rule>> = true;

#endif

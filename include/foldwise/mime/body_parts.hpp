#ifndef FOLDWISE_MIME_BODY_PARTS_HPP
#define FOLDWISE_MIME_BODY_PARTS_HPP

#include <foldwise/base/walk.hpp>
#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/detail/body_part_sorter.hpp>
#include <foldwise/mime/detail/sorted_parts.hpp>
#include <foldwise/mime/entity.hpp>

#include <utility>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The entity whose parts are sorted, and the rule.
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
        : parts_{from.root, from.rule} {
        if (!at_end() && !parts_.is_in(List)) advance();
    }

    constexpr bool at_end() const noexcept { return parts_.at_end(); }
    constexpr entity current() const noexcept { return parts_.current(); }
    constexpr auto position() const noexcept { return parts_.position(); }
    constexpr void advance() noexcept {
        do parts_.advance();
        while (!at_end() && !parts_.is_in(List));
    }

  private:
    sorted_parts<Rule> parts_;
};

} // namespace detail

/// The parts of a message that are in the list `List`: a forward, borrowed range of entity, in the
/// order of the message. begin() and empty() search for the first part.
template <body_list List, body_part_rule Rule = rfc8621_rule>
class body_parts {
  public:
    using iterator = walk_iterator<detail::body_part_walker<List, Rule>>;

    /// The parts of `root` that belong to the list by this rule.
    explicit constexpr body_parts(entity const& root, Rule rule = {}) noexcept
        : from_{root, rule} {}

    constexpr iterator begin() const noexcept { return iterator{std::in_place, from_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

  private:
    detail::body_part_origin<Rule> from_;
};

/// The parts of a message as RFC 8621 section 4.1.4 sorts them for display:
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
/// text_body() and html_body() contain the parts to display, one after the other. If a message has
/// text/plain and text/html as alternatives, each body has the alternative of its own type. If the
/// message has only one of them, both bodies contain that. So each part may be text/plain,
/// text/html or media: check its type. attachments() contains all other parts, and media that are
/// not in both bodies. An attached message is an attachment, and its parts are not sorted: to sort
/// them, pass the entity in its `children()`.
///
/// What differs from the algorithm of the RFC:
///     - text of any subtype is text; a subtype other than plain and html is read as plain (RFC
///       2046 section 4.1.4), except for text/rfc822-headers
///     - in a multipart/alternative, a blank text and a text of another subtype are shown only if
///       there is nothing else to show
///     - the root of a multipart/related is the part that `start` names (RFC 2387 section 3.2).
///       That parameter is ignored in a multipart/related inside three others that have it
///     - with the rule of the RFC: if the bodies have no text, or only white space, both also have
///       the first text/plain or text/html that is not blank, else the first text of any subtype,
///       else the first multipart without parts
///     - texts that are in no body are attachments, as the RFC's definition of attachments says
///     - not attachments: an alternative to a part that is shown, unless its Content-Disposition is
///       attachment; an image that HTML refers to, which is an inline part: by its Content-ID (of
///       the first 48 that HTML refers to), or by its Content-Location in `src`, `background` or
///       `url(...)`, perhaps relative to that of the HTML; a multipart without parts
///
/// To sort differently, supply a rule that decides which parts can belong to a body:
///
///     struct no_media {
///         constexpr bool operator()(placed_part const& at) const noexcept {
///             return at.part.content_type().is("text") && rfc8621_rule{}(at);
///         }
///     };
///     for (auto const part : attachments(entity{m}, no_media{})) save(part);
///
/// A part that the rule accepts and that is not text is sorted like media.
///
/// `root` may be any entity; its depth limit bounds the walk. Borrows the message's bytes;
/// allocates nothing. A traversal is O(root.raw()): it costs a few walks and the calls of the rule,
/// and decodes the start of some texts, and HTML if images have a Content-ID or a Content-Location.
/// For each part, raw() is O(1). An iterator has 6 KiB, and incrementing one needs 16 KiB of stack.
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

/// The parts that are shown inside a body: the parts of text_body() and html_body() that are not
/// text, all but the root of a multipart/related whose Content-Disposition is not attachment, and
/// the images that HTML refers to. Some of them are also attachments().
template <body_part_rule Rule = rfc8621_rule>
constexpr body_parts<body_list::inline_parts, Rule> inline_parts(entity const& root,
                                                                 Rule rule = {}) noexcept {
    return body_parts<body_list::inline_parts, Rule>{root, rule};
}

} // namespace foldwise::inline FOLDWISE_ABI

template <foldwise::body_list List, foldwise::body_part_rule Rule>
inline constexpr bool std::ranges::enable_view<foldwise::body_parts<List, Rule>> = true;
template <foldwise::body_list List, foldwise::body_part_rule Rule>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::body_parts<List, Rule>> = true;

#endif

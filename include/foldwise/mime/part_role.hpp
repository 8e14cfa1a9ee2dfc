#ifndef FOLDWISE_MIME_PART_ROLE_HPP
#define FOLDWISE_MIME_PART_ROLE_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/detail/sorted_parts.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/uuencoded_files.hpp>

#include <string_view>
#include <utility>

namespace foldwise::inline FOLDWISE_ABI {

/// What a part is for the reader of a message.
enum class part_role : unsigned char {
    none,        ///< nothing by itself: it consists of parts, is in an attached message, is an
                 ///< alternative that is not shown, or a multipart without parts
    text,        ///< text of a body, of any type but HTML
    html,        ///< HTML of a body
    inline_part, ///< shown inside a body, such as an image that HTML refers to
    attachment,  ///< to be listed and saved
};

/// A part, and what it is for the reader.
struct part_with_role {
    entity part;                      ///< the part
    part_role role = part_role::none; ///< what it is for readers
};

namespace detail {

/// Walks over all entities. `sorted_` stops at an attached message while `inner_` walks over the
/// entities in it.
class part_role_walker {
  public:
    constexpr part_role_walker() = default;
    explicit constexpr part_role_walker(entity const& root) noexcept : sorted_{root, {}} { find(); }

    constexpr bool at_end() const noexcept { return sorted_.at_end(); }
    constexpr part_with_role current() const noexcept {
        if (!inner_.at_end()) return {inner_.current(), part_role::none};
        return {sorted_.current(), role_};
    }
    constexpr void advance() noexcept {
        if (inner_.at_end() && sorted_.current().kind() == entity_kind::message)
            inner_ = entity_walker{sorted_.current()};
        if (!inner_.at_end()) inner_.advance();
        if (!inner_.at_end()) return;
        sorted_.advance();
        find();
    }

    struct place {
        decltype(sorted_parts<rfc8621_rule>{}.position()) outer;
        decltype(entity_walker{}.position()) inner;
        friend constexpr bool operator==(place const&, place const&) = default;
    };
    constexpr place position() const noexcept { return {sorted_.position(), inner_.position()}; }

  private:
    constexpr void find() noexcept {
        using enum body_list;
        role_ = part_role::none;
        if (at_end()) return;
        auto const type = sorted_.current().content_type();
        bool const is_media = is_inline_media(type);
        if (sorted_.is_in(attachments))
            role_ = part_role::attachment;
        else if (!is_media && (sorted_.is_in(text) || sorted_.is_in(html)))
            role_ = is_html(type) ? part_role::html : part_role::text;
        else if (sorted_.is_in(inline_parts))
            role_ = part_role::inline_part;
    }

    sorted_parts<rfc8621_rule> sorted_;
    entity_walker inner_;
    part_role role_ = part_role::none;
};

} // namespace detail

/// All entities of a message, as entity::walk() returns them, with their roles: the part of a
/// multipart/mixed that is an attachment, the HTML of a multipart/alternative ...
///
///     for (auto const [part, role] : part_roles{entity{m}})
///         if (role == part_role::attachment) list(part);
///
/// An attachment is a part of attachments(); so are some of the images that are shown inside a
/// body. Otherwise a text has the role text or html if it is in text_body() or html_body(), and
/// other parts of inline_parts() have the role inline_part. A forward, borrowed range of
/// part_with_role. Borrows the message's bytes; allocates nothing. A traversal costs as much as
/// that of attachments(), and another walk over attached messages; an iterator has 8 KiB.
class part_roles {
  public:
    using iterator = walk_iterator<detail::part_role_walker>;

    /// The parts of `root`, in order.
    explicit constexpr part_roles(entity const& root) noexcept : root_{root} {}

    constexpr iterator begin() const noexcept { return iterator{std::in_place, root_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return false; }

  private:
    entity root_;
};

/// Whether there is something to save in a message (RFC 8621 section 4.1.4, hasAttachment): a part
/// of attachments() whose Content-Disposition is missing or attachment, and that is not a
/// signature; or a uuencoded file in a text. Costs as much as attachments() up to that part, and
/// reads the texts before it.
constexpr bool has_attachment(entity const& root) noexcept {
    for (detail::sorted_parts<rfc8621_rule> at{root, {}}; !at.at_end(); at.advance()) {
        if (has_uuencoded_file(at.current())) return true;
        if (!at.is_in(body_list::attachments)) continue;
        auto const disposition = at.current().content_disposition();
        if (disposition && !disposition->is_attachment()) continue;
        auto const subtype = at.current().content_type().subtype();
        constexpr std::string_view signature = "signature";
        if (subtype.size() < signature.size() ||
            !ascii_iequals(subtype.substr(subtype.size() - signature.size()), signature))
            return true;
    }
    return false;
}

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::part_roles> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::part_roles> = true;

#endif

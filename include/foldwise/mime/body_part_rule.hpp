#ifndef FOLDWISE_MIME_BODY_PART_RULE_HPP
#define FOLDWISE_MIME_BODY_PART_RULE_HPP

#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/suggested_file_name.hpp>

#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI {

/// How the parts of a multipart belong together (RFC 2046 section 5.1, RFC 2387).
enum class multipart_kind : unsigned char {
    mixed,       ///< independent parts in order; also the kind of unknown subtypes
    alternative, ///< several versions of the same content
    related,     ///< a root, and others that it refers to
};

/// A part, and its place in the multipart that directly contains it. The part does not itself
/// consist of parts.
struct placed_part {
    entity const& part;                        ///< the part
    multipart_kind in = multipart_kind::mixed; ///< mixed if no multipart contains the part
    /// Whether it is the first part; in a multipart/related, whether it is the root, which is the
    /// part that the `start` parameter names, else the first one (RFC 2387 section 3.2).
    bool is_root = true;
};

/// A function object that decides whether a part can belong to a body, and so is not an attachment.
/// It must not throw, and must always return the same result for the same part. It must be
/// default-constructible, because the ranges that store it are. A lambda without captures is.
template <class T>
concept body_part_rule =
    std::is_default_constructible_v<T> && std::is_copy_constructible_v<T> &&
    std::is_copy_assignable_v<T> &&
    requires(T const& rule, placed_part const& part) { static_cast<bool>(rule(part)); };

namespace detail {

constexpr bool is_plain(content_type const& type) noexcept { return type.is("text", "plain"); }
constexpr bool is_html(content_type const& type) noexcept { return type.is("text", "html"); }

/// Whether a part of this type is text for people: text of any subtype but the header section that
/// a report returns (RFC 6522 section 4).
constexpr bool is_text(content_type const& type) noexcept {
    return type.is("text") && !type.is("text", "rfc822-headers");
}

/// Whether a multipart has no parts (or too many levels of them), and so is a leaf.
constexpr bool is_without_parts(entity const& leaf) noexcept {
    return leaf.is_leaf() && leaf.content_type().is("multipart");
}

/// Whether the part's Content-Disposition is attachment. An unknown disposition is ignored, as RFC
/// 8621 does.
constexpr bool is_said_to_be_attachment(entity const& part) noexcept {
    auto const said = part.content_disposition();
    return said && said->kind() == disposition::attachment;
}

} // namespace detail

/// Whether parts of this type can be shown inside a text: image, audio and video (RFC 8621 section
/// 4.1.4).
constexpr bool is_inline_media(content_type const& type) noexcept {
    return type.is("image") || type.is("audio") || type.is("video");
}

/// The rule of RFC 8621 section 4.1.4. A part can belong to a body if it is text or media, its
/// Content-Disposition is not attachment, and one of these conditions is true: it is the first part
/// of its multipart, or the root of a multipart/related; or it is not in a multipart/related, and
/// is media or has no file name. All subtypes of text are text, because an unknown one is read as
/// text/plain (RFC 2046 section 4.1.4); only text/rfc822-headers, which is in reports, is not.
/// O(header).
struct rfc8621_rule {
    /// Whether the part can belong to a body.
    constexpr bool operator()(placed_part const& at) const noexcept {
        auto const type = at.part.content_type();
        bool const is_media = is_inline_media(type);
        if (!is_media && !detail::is_text(type)) return false;
        if (detail::is_said_to_be_attachment(at.part)) return false;
        if (at.is_root) return true;
        return at.in != multipart_kind::related && (is_media || !suggested_file_name(at.part));
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

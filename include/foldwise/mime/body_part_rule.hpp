#ifndef FOLDWISE_MIME_BODY_PART_RULE_HPP
#define FOLDWISE_MIME_BODY_PART_RULE_HPP

#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/suggested_file_name.hpp>

#include <concepts>

namespace foldwise {

/// How the parts of a multipart belong together (RFC 2046 section 5.1, RFC 2387).
enum class multipart_kind : unsigned char {
    mixed,       ///< independent parts in order; also the kind of unknown subtypes
    alternative, ///< several versions of the same content
    related,     ///< the first part, and others that it refers to
};

/// A part, and its place in the multipart that directly contains it. The part does not itself
/// consist of parts.
struct placed_part {
    entity const& part;
    multipart_kind in = multipart_kind::mixed; ///< mixed if no multipart contains the part
    bool is_first = true;
};

/// A function object that decides whether a part can belong to a body, and so is not an attachment.
/// It must not throw, and must always return the same result for the same part. It must be
/// default-constructible, because the ranges that store it are. A lambda without captures is.
template <class T>
concept body_part_rule = std::default_initializable<T> && std::copyable<T> &&
                         std::predicate<T const&, placed_part const&>;

namespace detail {

constexpr bool is_plain(content_type const& type) noexcept { return type.is("text", "plain"); }
constexpr bool is_html(content_type const& type) noexcept { return type.is("text", "html"); }

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

/// The rule of RFC 8621 section 4.1.4. A part can belong to a body if it is text/plain, text/html
/// or media, its Content-Disposition is not attachment, and one of these conditions is true: it is
/// the first part of its multipart; or it is not in a multipart/related, and is media or has no
/// file name. O(header).
struct rfc8621_rule {
    constexpr bool operator()(placed_part const& at) const noexcept {
        auto const type = at.part.content_type();
        bool const is_media = is_inline_media(type);
        if (!is_media && !detail::is_plain(type) && !detail::is_html(type)) return false;
        if (detail::is_said_to_be_attachment(at.part)) return false;
        if (at.is_first) return true;
        return at.in != multipart_kind::related && (is_media || !suggested_file_name(at.part));
    }
};

} // namespace foldwise

#endif

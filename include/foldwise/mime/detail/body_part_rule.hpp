#ifndef FOLDWISE_MIME_DETAIL_BODY_PART_RULE_HPP
#define FOLDWISE_MIME_DETAIL_BODY_PART_RULE_HPP

#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/suggested_file_name.hpp>

#include <concepts>

namespace foldwise {

/// What the kind of a multipart says of the parts that lie in it (RFC 2046 section 5.1, RFC 2387).
enum class multipart_kind : unsigned char {
    mixed,       ///< one after the other; so are those of a kind that nobody knows
    alternative, ///< the same, several times
    related,     ///< what the first one needs
};

/// A part that is no multipart with parts, and where it lies.
struct placed_part {
    entity const& part;
    multipart_kind in = multipart_kind::mixed; ///< the one that it lies in directly
    bool is_first = true;                      ///< of those beside it
};

/// Says whether a part is one of the body, and not an attachment. It may be asked twice of the
/// same part, and must say the same then; it must not throw. Ranges keep it and must be able to
/// be made of nothing, so it has a default constructor: a lambda that captures nothing will do.
template <class T>
concept body_part_rule = std::default_initializable<T> && std::copyable<T> &&
                         std::predicate<T const&, placed_part const&>;

namespace detail {

constexpr bool is_plain(content_type const& type) noexcept { return type.is("text", "plain"); }
constexpr bool is_html(content_type const& type) noexcept { return type.is("text", "html"); }

/// Whether it is said to be an attachment. As RFC 8621 has it, one that is said to be something
/// unknown is none.
constexpr bool is_said_to_be_attachment(entity const& part) noexcept {
    auto const said = part.content_disposition();
    return said && said->kind() == disposition::attachment;
}

} // namespace detail

/// Whether it can be shown beside text: image, audio and video (RFC 8621 section 4.1.4).
constexpr bool is_inline_media(content_type const& type) noexcept {
    return type.is("image") || type.is("audio") || type.is("video");
}

/// The rule of RFC 8621 section 4.1.4. A part is one of the body where it is text/plain, text/html
/// or media, where it is not said to be an attachment, and where it is either the first in its
/// multipart, or does not lie in a multipart/related, and is media or has no file name. O(header).
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

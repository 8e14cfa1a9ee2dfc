#ifndef FOLDWISE_MIME_LINKED_PART_HPP
#define FOLDWISE_MIME_LINKED_PART_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/content_location.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_path.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Measures how near the entities of a walk are to one of them, `from`: the number of
/// multipart/related entities that contain both.
class nearness {
  public:
    explicit constexpr nearness(entity const& root, entity const& from) noexcept
        : root_depth_{root.depth()}, from_{from.path()} {}

    /// How near the next entity of the walk is.
    constexpr std::size_t of(entity const& next) noexcept {
        auto const depth = next.depth() - root_depth_;
        if (depth < shared_) shared_ = depth;
        auto const related = related_[shared_];
        if (!next.is_leaf() && from_.starts_with(next.path())) {
            ++shared_;
            bool const is_related = next.content_type().is("multipart", "related");
            related_[shared_] = static_cast<std::uint8_t>(related + (is_related ? 1 : 0));
        }
        return related;
    }

  private:
    std::size_t root_depth_;
    entity_path from_;
    std::size_t shared_ = 0; // how many entities contain both
    // For each number of shared entities, how many of them are multipart/related.
    std::uint8_t related_[deepest_entity + 1] = {};
};

/// The entity nearest to `from` for which `is_meant` returns true; the first of equally near ones.
template <class IsMeant>
constexpr optional<entity> find_nearest(entity const& root, entity const& from,
                                        IsMeant is_meant) noexcept {
    optional<entity> found;
    std::size_t found_near = 0;
    nearness to_from{root, from};
    for (auto const part : root.walk()) {
        auto const part_near = to_from.of(part);
        if ((found && part_near <= found_near) || !is_meant(part)) continue;
        found = part;
        found_near = part_near;
    }
    return found;
}

} // namespace detail

/// Finds the first entity, `root` included, with the Content-ID `id`. `id` has no brackets and is
/// compared octet by octet.
///     find_by_content_id(entity{m}, "foo4@bar.net")
/// Borrows the message's bytes. O(root.raw()).
constexpr optional<entity> find_by_content_id(entity const& root, std::string_view id) noexcept {
    for (auto const part : root.walk())
        if (auto const own = content_id(part); own && own->text() == id) return part;
    return std::nullopt;
}

/// Finds the first entity, `root` included, with the Content-Location `uri`, compared by
/// content_location::is. Borrows the message's bytes. O(root.raw()).
constexpr optional<entity> find_by_location(entity const& root, std::string_view uri) noexcept {
    for (auto const part : root.walk())
        if (auto const own = location_of(part); own && own->is(uri)) return part;
    return std::nullopt;
}

/// Finds the entity that a URI in the part `from` refers to, such as a picture in HTML. Searches
/// `root`, the message that contains `from`.
///     find_linked(entity{m}, html, "cid:foo4%40bar.net")
///     find_linked(entity{m}, html, "images/logo.gif")
/// A "cid" URL refers to a Content-ID, any other URI to a Content-Location (RFC 2557 sections 8.2
/// and 8.3). If several entities match, the result is the first match in the innermost
/// multipart/related that contains `from` and a match. If there is no such multipart/related, the
/// RFC does not say which one is meant; the result is the first match in `root`. If no Content-ID
/// matches the decoded "cid" URL, the undecoded URL is compared, as in the example of RFC 2392.
/// Relative URIs are compared unchanged: the caller applies the base URI of an HTML document.
/// Borrows the message's bytes. O(root.raw()), at most two walks.
constexpr optional<entity> find_linked(entity const& root, entity const& from,
                                       std::string_view uri) noexcept {
    auto const cid = cid_url::read(uri);
    if (!cid)
        return detail::find_nearest(root, from, [&](entity const& part) {
            auto const location = location_of(part);
            return location && location->is(uri);
        });
    auto const found = detail::find_nearest(root, from, [&](entity const& part) {
        auto const id = content_id(part);
        return id && cid->refers_to(*id);
    });
    if (found) return found;
    return detail::find_nearest(root, from, [&](entity const& part) {
        auto const id = content_id(part);
        return id && id->text() == cid->encoded_id();
    });
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

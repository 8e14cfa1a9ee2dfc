#ifndef FOLDWISE_MIME_LINKED_PART_HPP
#define FOLDWISE_MIME_LINKED_PART_HPP

#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/content_location.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/entity_path.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

/// Whether `path` is that of an entity that lies in the one of `outer`, or its own.
constexpr bool lies_in(entity_path const& path, entity_path const& outer) noexcept {
    if (outer.size() > path.size()) return false;
    for (std::size_t i = 0; i < outer.size(); ++i)
        if (path[i] != outer[i]) return false;
    return true;
}

/// How near the entities of a walk are to one of them: how many multipart/related are around both.
class nearness {
  public:
    explicit constexpr nearness(entity const& root, entity const& from) noexcept
        : root_depth_{root.depth()}, from_{from.path()} {}

    /// How near that one is, which is the next one of the walk.
    constexpr std::size_t of(entity const& next) noexcept {
        auto const depth = next.depth() - root_depth_;
        if (depth < shared_) shared_ = depth;
        auto const near = related_[shared_];
        if (!next.is_leaf() && lies_in(from_, next.path())) {
            ++shared_;
            bool const is_related = next.content_type().is("multipart", "related");
            related_[shared_] = static_cast<std::uint8_t>(near + (is_related ? 1 : 0));
        }
        return near;
    }

  private:
    std::size_t root_depth_;
    entity_path from_;
    std::size_t shared_ = 0;                        // how many entities are around both
    std::uint8_t related_[deepest_entity + 1] = {}; // how many of these are multipart/related
};

/// The first entity for which `is_meant`, of the nearest ones.
template <class IsMeant>
constexpr std::optional<entity> find_nearest(entity const& root, entity const& from,
                                             IsMeant is_meant) noexcept {
    std::optional<entity> found;
    std::size_t found_near = 0;
    nearness near{root, from};
    for (auto const part : root.walk()) {
        auto const part_near = near.of(part);
        if ((found && part_near <= found_near) || !is_meant(part)) continue;
        found = part;
        found_near = part_near;
    }
    return found;
}

} // namespace detail

/// The first entity in `root`, or `root` itself, whose Content-ID is `id`, given without brackets
/// and compared octet by octet.
///     find_by_content_id(entity{m}, "foo4@bar.net")
/// O(root.raw()).
constexpr std::optional<entity> find_by_content_id(entity const& root,
                                                   std::string_view id) noexcept {
    for (auto const part : root.walk())
        if (auto const own = content_id(part); own && own->text() == id) return part;
    return std::nullopt;
}

/// The first entity in `root`, or `root` itself, whose Content-Location is `uri`, as
/// content_location::is compares them. O(root.raw()).
constexpr std::optional<entity> find_by_location(entity const& root,
                                                 std::string_view uri) noexcept {
    for (auto const part : root.walk())
        if (auto const own = location_of(part); own && own->is(uri)) return part;
    return std::nullopt;
}

/// What a URI in the part `from` refers to, both of them in `root`, the message: a picture in
/// HTML, mostly.
///     find_linked(entity{m}, html, "cid:foo4%40bar.net")
///     find_linked(entity{m}, html, "images/logo.gif")
/// A "cid" URL is that of a Content-ID, and of nothing else; any other URI that of a
/// Content-Location (RFC 2557 sections 8.2 and 8.3). Where several parts have it, it is the first
/// one in the innermost multipart/related around `from` that has one of them, then what lies in
/// the next one around that, and at last, where the RFC leaves it open, anywhere in `root`. A "cid"
/// URL that no part has with "%" and digits decoded is looked for as it stands, as in the example
/// of RFC 2392.
/// Relative URIs are compared as they are: what HTML says of its base is for the caller to resolve.
/// O(root.raw()), twice at most.
constexpr std::optional<entity> find_linked(entity const& root, entity const& from,
                                            std::string_view uri) noexcept {
    auto const cid = cid_url::from(uri);
    if (!cid)
        return detail::find_nearest(root, from, [&](entity const& part) {
            auto const location = location_of(part);
            return location && location->is(uri);
        });
    auto const found = detail::find_nearest(root, from, [&](entity const& part) {
        auto const id = content_id(part);
        return id && cid->is_of(*id);
    });
    if (found) return found;
    return detail::find_nearest(root, from, [&](entity const& part) {
        auto const id = content_id(part);
        return id && id->text() == cid->raw();
    });
}

} // namespace foldwise

#endif

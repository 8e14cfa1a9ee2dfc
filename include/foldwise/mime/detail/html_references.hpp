#ifndef FOLDWISE_MIME_DETAIL_HTML_REFERENCES_HPP
#define FOLDWISE_MIME_DETAIL_HTML_REFERENCES_HPP

#include <foldwise/base/text_hash.hpp>
#include <foldwise/mime/body_part_rule.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/content_location.hpp>
#include <foldwise/mime/detail/link_finders.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/trace/message_id.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

constexpr bool may_be_linked_image(entity const& part) noexcept {
    if (!part.content_type().is("image")) return false;
    auto const header = part.header();
    return header.find("Content-ID").has_value() || header.find("Content-Location").has_value();
}

constexpr text_hash hash_of(content_location const& location) noexcept {
    auto hash = url_hash();
    for (char const octet : location.text()) hash.add(octet);
    return hash;
}

/// The hash of a URL up to its last slash.
constexpr text_hash directory_hash_of(content_location const& location) noexcept {
    auto hash = url_hash();
    auto directory = hash;
    for (char const octet : location.text()) {
        hash.add(octet);
        if (octet == '/') directory = hash;
    }
    return directory;
}

/// Calls `use` with the leaves of a message; those of attached messages do not count.
template <class Use>
constexpr void for_each_leaf(entity const& root, Use use) noexcept {
    std::size_t in_message = deepest_entity + 1; // deeper parts are in an attached message
    for (auto const part : root.walk()) {
        if (part.depth() > in_message) continue;
        in_message = part.kind() == entity_kind::message ? part.depth() : deepest_entity + 1;
        if (part.is_leaf()) use(part);
    }
}

constexpr void find_references(entity const& html, link_hashes const& locations,
                               link_hashes& found) noexcept {
    auto const location = location_of(html);
    cid_finder cids{found};
    url_finder urls{locations, location ? directory_hash_of(*location) : url_hash(), found};
    html_octets octets;
    auto const take = [&](char octet) {
        cids.take(octet);
        if (!locations.empty()) urls.take(octet);
    };
    html.decoded().for_each_block([&](std::string_view block) {
        for (char const octet : block) octets.take(octet, take);
    });
    octets.flush(take);
    cids.finish();
    urls.finish();
}

/// What the HTML of a message refers to: Content-IDs, and the Content-Locations of images. Attached
/// messages and attached HTML are not read. Content-IDs after the first 48 may be left out. A
/// relative URL is resolved with the Content-Location of the HTML, but not if it starts with a
/// slash or has dots. O(root.raw()).
constexpr link_hashes html_references(entity const& root) noexcept {
    link_hashes locations;
    for_each_leaf(root, [&](entity const& part) {
        if (!may_be_linked_image(part)) return;
        if (auto const location = location_of(part)) locations.add(hash_of(*location).value());
    });
    link_hashes found;
    for_each_leaf(root, [&](entity const& part) {
        if (is_html(part.content_type()) && !is_said_to_be_attachment(part))
            find_references(part, locations, found);
    });
    return found;
}

/// Whether the references contain the Content-ID or the Content-Location of the part. O(header).
constexpr bool refer_to(link_hashes const& references, entity const& part) noexcept {
    if (auto const location = location_of(part))
        if (references.has(hash_of(*location).value())) return true;
    auto const id = content_id(part);
    if (!id) return false;
    text_hash hash;
    for (char const octet : id->text()) hash.add(octet);
    return references.has(hash.value());
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

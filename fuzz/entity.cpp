// Properties of entities: pieces make up the message; walk(), children() and the lists of parts
// agree with them; problems are inside the message; LF and CRLF make no difference; any bytes can
// be a part of a multipart.

#include "parts.hpp"
#include "utf8.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/utf8_writer.hpp>
#include <foldwise/charset/html_charset.hpp>
#include <foldwise/charset/utf8_text.hpp>
#include <foldwise/mime/body_parts.hpp>
#include <foldwise/mime/body_text.hpp>
#include <foldwise/mime/content_id.hpp>
#include <foldwise/mime/content_location.hpp>
#include <foldwise/mime/diagnose_bodies.hpp>
#include <foldwise/mime/diagnose_parts.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/linked_part.hpp>
#include <foldwise/mime/part_role.hpp>
#include <foldwise/mime/uuencoded_files.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

struct extent {
    std::string path;
    std::size_t depth;
    std::size_t start;
    std::size_t size;
};

/// The places of the entities according to pieces(), which must make up `bytes`.
std::vector<extent> lossless(entity const& root, std::string_view bytes) {
    std::vector<extent> all;
    std::vector<std::size_t> open;
    std::size_t at = 0;
    for (auto const piece : root.pieces()) {
        REQUIRE_PROPERTY(piece.raw.data() == bytes.data() + at);
        REQUIRE_PROPERTY(piece.depth <= deepest_entity);
        if (piece.kind == piece_kind::header) {
            REQUIRE_PROPERTY(piece.depth == open.size());
            open.push_back(all.size());
            all.push_back({{}, piece.depth, at, 0});
        }
        REQUIRE_PROPERTY(piece.depth + 1 == open.size());
        at += piece.raw.size();
        if (piece.kind != piece_kind::end) continue;
        all[open.back()].size = at - all[open.back()].start;
        open.pop_back();
    }
    REQUIRE_PROPERTY(at == bytes.size() && open.empty());
    return all;
}

/// walk() returns each entity of pieces() once, in order. children() returns those of depth 1.
void is_walked(entity const& root, std::string_view bytes) {
    auto all = lossless(root, bytes);
    std::size_t next = 0;
    for (auto const part : root.walk()) {
        REQUIRE_PROPERTY(next < all.size());
        auto& known = all[next++];
        REQUIRE_PROPERTY(part.depth() == known.depth);
        REQUIRE_PROPERTY(part.header().raw().data() == bytes.data() + known.start);
        known.path = part.path().to_string();
        REQUIRE_PROPERTY(part.path() == known.path);
        if (part.is_leaf()) {
            REQUIRE_PROPERTY(part.raw().size() == known.size);
            REQUIRE_PROPERTY(part.decoded().length() <= part.decoded().size_limit());
        } else if (next < 4) { // only a few, since raw() searches for the end
            REQUIRE_PROPERTY(part.raw().size() == known.size);
        }
    }
    REQUIRE_PROPERTY(next == all.size());

    next = 0;
    for (auto const child : root.children()) {
        while (++next < all.size() && all[next].depth != 1) {
        }
        REQUIRE_PROPERTY(next < all.size());
        REQUIRE_PROPERTY(child.raw().data() == bytes.data() + all[next].start);
        REQUIRE_PROPERTY(child.raw().size() == all[next].size);
        // Walked alone, the child has the same parts.
        auto part = next;
        for (auto const inner : child.walk()) {
            REQUIRE_PROPERTY(inner.path() == all[part].path && inner.depth() == all[part].depth);
            ++part;
        }
    }
    for (auto i = next + 1; i < all.size(); ++i) REQUIRE_PROPERTY(all[i].depth > 1);
    if (all.size() <= 8) fuzz::passes_agree(root.walk());
}

/// The paths of the parts in a list, which must be a subsequence of the walk.
template <class Parts>
std::vector<std::string> paths_of(entity const& root, Parts const& parts) {
    std::vector<std::string> paths;
    auto const walk = root.walk();
    auto at = walk.begin();
    for (auto const part : parts) {
        while (at != walk.end() && (*at).path() != part.path()) ++at;
        REQUIRE_PROPERTY(at != walk.end());
        if (paths.size() < 4) REQUIRE_PROPERTY(part.raw() == (*at).raw()); // a few: raw() searches
        ++at;
        paths.push_back(part.path().to_string());
    }
    return paths;
}

void is_sorted_into_lists(entity const& root) {
    auto const text = paths_of(root, text_body(root));
    auto const html = paths_of(root, html_body(root));
    auto const attached = paths_of(root, attachments(root));
    auto const shown = paths_of(root, inline_parts(root));
    auto const walk = root.walk();
    auto at = walk.begin();
    std::size_t in_message = deepest_entity + 1; // deeper parts are in an attached message
    std::vector<bool> is_alternative(1);         // by depth, whether the parts there are
    for (auto const [part, role] : part_roles{root}) {
        REQUIRE_PROPERTY(at != walk.end() && (*at).path() == part.path());
        ++at;
        auto const path = part.path().to_string();
        auto const is_in = [&path](std::vector<std::string> const& list) {
            return std::find(list.begin(), list.end(), path) != list.end();
        };
        bool const is_listed = is_in(text) || is_in(html) || is_in(attached) || is_in(shown);
        REQUIRE_PROPERTY(is_listed == (role != part_role::none));
        REQUIRE_PROPERTY(is_in(attached) == (role == part_role::attachment));
        if (part.depth() > in_message) {
            REQUIRE_PROPERTY(!is_listed);
            continue;
        }
        bool const is_message = part.kind() == entity_kind::message;
        in_message = is_message ? part.depth() : deepest_entity + 1;
        is_alternative.resize(part.depth() + 2);
        auto const type = part.content_type();
        is_alternative[part.depth() + 1] = type.is("multipart", "alternative");
        if (!part.is_leaf() && !is_message) {
            REQUIRE_PROPERTY(!is_listed);
        } else if (type.is("multipart")) {
            REQUIRE_PROPERTY(!is_in(attached));
        } else {
            REQUIRE_PROPERTY(is_listed || is_alternative[part.depth()]);
        }
    }
    REQUIRE_PROPERTY(at == walk.end());
    bool has_file = false;
    for (auto const part : root.walk()) has_file = has_file || has_uuencoded_file(part);
    REQUIRE_PROPERTY(!has_attachment(root) || !attached.empty() || has_file);
}

void problems_lie_in(entity const& root, std::string_view bytes) {
    std::size_t count = 0;
    auto const is_inside = [&](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset <= bytes.size());
        REQUIRE_PROPERTY(problem.length <= bytes.size() - problem.offset);
        ++count;
    };
    diagnose_parts(root, is_inside);
    diagnose_bodies(root, is_inside);
    REQUIRE_PROPERTY(count <= bytes.size() + 2);
}

std::string summary(std::string_view bytes) {
    std::string text;
    for (auto const part : entity{message{bytes}}.walk()) {
        text.append(part.path().to_string()).append(" ");
        auto const type = part.content_type();
        text.append(type.type()).append("/").append(type.subtype());
        if (part.is_leaf()) text.append(fuzz::with_lf(part.raw_body()));
        text += '\n';
    }
    return text;
}

/// The text of a body is UTF-8, and is that of the charset that is chosen.
void texts_are_utf8(entity const& root) {
    text_options const options{.fallback = charset::windows_1252};
    for (auto const part : root.walk()) {
        if (!part.is_leaf()) continue;
        for (auto const& used : {text_options{}, options}) {
            body_text const body{part};
            auto const octets = body.octets().to_string();
            auto const from = body.charset_for(used);
            auto wanted = utf8_text{octets, from}.to_string();
            if (wanted.starts_with(utf8_byte_order_mark)) wanted.erase(0, 3);
            auto const text = body.to_string(used);
            REQUIRE_PROPERTY(text == wanted && fuzz::is_utf8(text));
            if (body.charset() != charset::us_ascii) REQUIRE_PROPERTY(from == body.charset());
            if (from == charset::utf_8 && fuzz::is_utf8(octets))
                REQUIRE_PROPERTY(text.size() + 3 >= octets.size());
            std::size_t count = 0;
            body.diagnose(
                [&](diagnostic const& problem) {
                    REQUIRE_PROPERTY(problem.offset <= octets.size());
                    REQUIRE_PROPERTY(problem.length <= octets.size() - problem.offset);
                    ++count;
                },
                used);
            REQUIRE_PROPERTY(count <= 3);
            bool const is_ascii = detail::ascii_end(octets, 0) == octets.size();
            if (!is_ascii && body.charset() == charset::us_ascii) REQUIRE_PROPERTY(count != 0);
        }
    }
}

/// Of an HTML document, only the start counts; octets after it make no difference.
void html_declares_its_charset_at_the_start(std::string_view bytes) {
    auto const found = find_html_charset(bytes);
    auto const start = bytes.substr(0, html_prescan_limit);
    REQUIRE_PROPERTY(found == find_html_charset(start));
    if (!found) return;
    REQUIRE_PROPERTY(found->charset != charset::utf_7);
    if (!found->label.empty()) {
        auto const at = offset_of(bytes, found->label);
        REQUIRE_PROPERTY(at + found->label.size() <= start.size());
        REQUIRE_PROPERTY(find_charset(found->label).has_value());
    }
    // After so many octets, it does not count.
    auto const later = std::string(html_prescan_limit, ' ').append(bytes);
    REQUIRE_PROPERTY(!find_html_charset(std::string_view{later}));
}

/// A part is found by each of its names, or an earlier one that has the same.
void links_lead_to_parts(entity const& root) {
    std::size_t count = 0;
    for (auto const part : root.walk()) {
        if (++count > 6) break; // a few, since each look-up is a walk
        auto const is_found = [&](optional<entity> const& found) {
            REQUIRE_PROPERTY(found && found->raw().data() <= part.raw().data());
        };
        if (auto const id = content_id(part)) {
            auto const text = id->text().to_string();
            is_found(find_by_content_id(root, text));
            REQUIRE_PROPERTY(find_linked(root, root, "cid:" + text).has_value() ||
                             text.find('%') != text.npos);
        }
        if (auto const location = location_of(part)) {
            auto const uri = location->text().to_string();
            is_found(find_by_location(root, uri));
            REQUIRE_PROPERTY(location->is(uri));
            static_cast<void>(find_linked(root, part, uri));
        }
    }
}

/// Any bytes between two delimiter lines are one part. Exceptions: bytes that contain the boundary;
/// bytes that end with CR, which belongs to the line ending after them; bytes with a multipart that
/// has the same boundary, written in another way.
void is_one_part(std::string_view bytes) {
    constexpr std::string_view boundary = "=_foldwise_0123456789";
    if (bytes.find(boundary) != bytes.npos || bytes.ends_with('\r')) return;
    std::string text = "Content-Type: multipart/mixed; boundary=\"=_foldwise_0123456789\"\n\n";
    text.append("--").append(boundary).append("\n");
    auto const start = text.size();
    text.append(bytes).append("\n--").append(boundary).append("--\n");
    entity const root{message{text}};
    is_walked(root, text);
    for (auto const part : root.walk()) {
        auto const inner = part.content_type().boundary();
        if (part.depth() != 0 && inner && *inner == boundary) return;
    }
    std::size_t parts = 0;
    for (auto const child : root.children()) {
        REQUIRE_PROPERTY(child.raw() == std::string_view{text}.substr(start, bytes.size()));
        ++parts;
    }
    REQUIRE_PROPERTY(parts == 1);
}

void properties_of(std::string_view bytes) {
    entity const root{message{bytes}};
    is_walked(root, bytes);
    problems_lie_in(root, bytes);
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [&root] { is_sorted_into_lists(root); }, [&root] { texts_are_utf8(root); },
        [bytes] { html_declares_its_charset_at_the_start(bytes); },
        [bytes] {
            auto const lf = fuzz::with_lf(bytes);
            REQUIRE_PROPERTY(summary(lf) == summary(fuzz::with_crlf(lf)));
        },
        [bytes] { is_one_part(bytes); }, [&root] { links_lead_to_parts(root); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    properties_of(bytes);
    return 0;
}

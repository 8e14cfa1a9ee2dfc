#include <foldwise/mime/detail/open_entity.hpp>

#include "../../support.hpp"

#include <optional>
#include <string_view>
#include <type_traits>

namespace {

using namespace foldwise;
using detail::entity_places;

static_assert(std::is_trivially_copyable_v<entity_places>);

struct row {
    std::string_view from;
    std::string_view bytes; // with the boundary "b" open
    std::string_view header;
    std::string_view separator;
    std::string_view type; // the field, unchanged
    transfer_encoding encoding = transfer_encoding::seven_bit;
    std::string_view disposition = {}; // the field, unchanged
};

constexpr row table[] = {
    {"RFC 2045 section 5.2, no field", "A: b\n\nbody\n", "A: b\n", "\n", ""},
    {"RFC 2045 section 5", "Content-Type: a/b\nContent-Transfer-Encoding: base64\n\nbody\n",
     "Content-Type: a/b\nContent-Transfer-Encoding: base64\n", "\n", "Content-Type: a/b\n",
     transfer_encoding::base64},
    {"DESIGN section 3, the first of several fields counts, in any case",
     "content-type: a/b\n c\nCONTENT-TYPE: d/e\n"
     "Content-Transfer-Encoding: 8bit\nContent-Transfer-Encoding: base64\n\n",
     "content-type: a/b\n c\nCONTENT-TYPE: d/e\n"
     "Content-Transfer-Encoding: 8bit\nContent-Transfer-Encoding: base64\n",
     "\n", "content-type: a/b\n c\n", transfer_encoding::eight_bit},
    {"RFC 2183 section 2", "Content-Disposition: inline;\n a=b\ncontent-disposition: c\n\nbody\n",
     "Content-Disposition: inline;\n a=b\ncontent-disposition: c\n", "\n", "",
     transfer_encoding::seven_bit, "Content-Disposition: inline;\n a=b\n"},
    {"RFC 2183 section 2, before a delimiter line", "Content-Disposition: inline\n--b\n",
     "Content-Disposition: inline", "", "", transfer_encoding::seven_bit,
     "Content-Disposition: inline"},
    {"other fields with that letter", "Cc: a\nContent-Types: a/b\ncontent\n\n",
     "Cc: a\nContent-Types: a/b\ncontent\n", "\n", ""},
    {"a continuation line is not a field", "A: b\n Content-Type: a/b\n\n",
     "A: b\n Content-Type: a/b\n", "\n", ""},
    {"no empty line", "Content-Type: a/b", "Content-Type: a/b", "", "Content-Type: a/b"},
    {"nothing", "", "", "", ""},
    {"an empty line at once", "\nContent-Type: a/b\n\n", "", "\n", ""},
    {"a CR alone is not an empty line", "A: b\n\rC: d\n\n", "A: b\n\rC: d\n", "\n", ""},
    {"RFC 2046 section 5.1.1, a delimiter line, with the line ending before it",
     "A: b\nContent-Type: a/b\n--b\nC: d\n\n", "A: b\nContent-Type: a/b", "", "Content-Type: a/b"},
    {"a delimiter line at once", "--b--\n\n", "", "", ""},
    {"a byte order mark, not at the start of a message",
     "\xEF\xBB\xBF"
     "Content-Type: a/b\n\n",
     "\xEF\xBB\xBF"
     "Content-Type: a/b\n",
     "\n", ""},
    {"lines that are not delimiters", "--c\n-\n--bb\n\n", "--c\n-\n--bb\n", "\n", ""},
};

/// Opens the entity that starts after the first line of `bytes`. That line is the Content-Type of
/// the multipart around it.
struct opened {
    std::string_view bytes;
    detail::open_boundaries boundaries{bytes};
    optional<detail::delimiter> next = std::nullopt;
    entity_places places = {};

    constexpr entity_places const& open() {
        auto const type = bytes.substr(0, bytes.find('\n'));
        boundaries.open(*content_type{type}.boundary());
        places.start = type.size() + 1;
        places = detail::entity_opener{bytes, boundaries, next}.open(places);
        return places;
    }
    constexpr std::string_view between(std::size_t first, std::size_t last) const {
        return bytes.substr(first, last - first);
    }
};
constexpr std::string_view outer_type = "multipart/a; boundary=b\n";

constexpr bool header_sections_are_read() {
    for (auto const& r : table) {
        test::text_buffer whole;
        whole.append(outer_type);
        whole.append(r.bytes);
        test::with_both_line_endings(whole, [&r](std::string_view text) {
            bool const is_lf = text.size() == outer_type.size() + r.bytes.size();
            opened entity{text};
            auto const& places = entity.open();
            if (is_lf) {
                REQUIRE_SAME(r.from, entity.between(places.start, places.header_end), r.header);
                REQUIRE_SAME(r.from, entity.between(places.header_end, places.body), r.separator);
                REQUIRE_SAME(r.from, places.type, r.type);
                REQUIRE_SAME(r.from, places.disposition, r.disposition);
            }
            REQUIRE_SAME(r.from, places.type.empty(), r.type.empty());
            REQUIRE_SAME(r.from, places.encoding == r.encoding, true);
            REQUIRE_SAME(r.from, places.kind == entity_kind::leaf, true);
        });
    }
    return true;
}
// At run time only: the table takes clang 14 more steps than it allows a constant expression.
TEST_CASE("open_entity: header sections are read") { CHECK(header_sections_are_read()); }

struct body_row {
    std::string_view from;
    std::string_view bytes; // in a multipart with the boundary "b"
    entity_kind kind;
    std::string_view text; // the body of a leaf, the preamble of a multipart
    std::size_t next;      // the number of the multipart that the delimiter line belongs to
};

constexpr body_row body_table[] = {
    {"RFC 2046 section 5.1.1", "\nbody\n--b\n", entity_kind::leaf, "body", 1},
    {"the end of the bytes", "\nbody\n", entity_kind::leaf, "body\n", 0},
    {"no octets", "--b\n", entity_kind::leaf, "", 1},
    {"RFC 2046 section 5.1", "Content-Type: multipart/a; boundary=c\n\npreamble\n--c\n--b\n",
     entity_kind::multipart, "preamble", 2},
    {"a multipart without a part", "Content-Type: multipart/a; boundary=c\n\n--c--\n--b\n",
     entity_kind::leaf, "--c--", 1},
    {"RFC 2046 section 5.2.1", "Content-Type: message/rfc822\n\nA: b\n", entity_kind::message, "",
     0},
};

constexpr bool bodies_are_opened() {
    for (auto const& r : body_table) {
        test::text_buffer whole;
        whole.append(outer_type);
        whole.append(r.bytes);
        opened entity{whole};
        auto const& places = entity.open();
        REQUIRE_SAME(r.from, places.kind == r.kind, true);
        if (r.kind == entity_kind::message) continue;
        REQUIRE_SAME(r.from, entity.between(places.body, places.text_end), r.text);
        REQUIRE_SAME(r.from, std::size_t{entity.next->multipart.number}, r.next);
    }
    return true;
}
CASE("open_entity: the start of a body is read", bodies_are_opened)

constexpr bool places_move_with_their_bytes() {
    entity_places places;
    places.start = 10;
    places.header_end = 12;
    places.body = 13;
    places.text_end = 14;
    auto const moved = places.from_own_start();
    REQUIRE_TRUE(moved.start == 0 && moved.header_end == 2 && moved.body == 3);
    REQUIRE_TRUE(moved.text_end == 4);
    return true;
}
CASE("open_entity: offsets can count from the start of the entity", places_move_with_their_bytes)

} // namespace

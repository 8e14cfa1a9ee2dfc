#include <foldwise/mime/detail/entity_places.hpp>

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
    std::string_view type; // the field, as it stands
    transfer_encoding encoding = transfer_encoding::seven_bit;
    std::string_view disposition = {}; // as it stands
};

constexpr row table[] = {
    {"RFC 2045 section 5.2, nothing is said", "A: b\n\nbody\n", "A: b\n", "\n", ""},
    {"RFC 2045 section 5", "Content-Type: a/b\nContent-Transfer-Encoding: base64\n\nbody\n",
     "Content-Type: a/b\nContent-Transfer-Encoding: base64\n", "\n", "Content-Type: a/b\n",
     transfer_encoding::base64},
    {"DESIGN section 3, the first of several counts, whatever its case",
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
    {"what folds a field is none", "A: b\n Content-Type: a/b\n\n", "A: b\n Content-Type: a/b\n",
     "\n", ""},
    {"no empty line", "Content-Type: a/b", "Content-Type: a/b", "", "Content-Type: a/b"},
    {"nothing", "", "", "", ""},
    {"an empty line at once", "\nContent-Type: a/b\n\n", "", "\n", ""},
    {"a CR alone is no empty line", "A: b\n\rC: d\n\n", "A: b\n\rC: d\n", "\n", ""},
    {"RFC 2046 section 5.1.1, a delimiter line, with the line ending before it",
     "A: b\nContent-Type: a/b\n--b\nC: d\n\n", "A: b\nContent-Type: a/b", "", "Content-Type: a/b"},
    {"a delimiter line at once", "--b--\n\n", "", "", ""},
    {"a line that is none", "--c\n-\n--bb\n\n", "--c\n-\n--bb\n", "\n", ""},
};

constexpr bool header_sections_are_read() {
    for (auto const& r : table)
        test::with_both_line_endings(r.bytes, [&r](std::string_view text) {
            auto const is_lf = text.size() == r.bytes.size();
            detail::open_boundaries open;
            open.open(*content_type{"multipart/a; boundary=b"}.boundary());
            std::optional<detail::delimiter> next;
            entity_places places;
            detail::read_header(text, open, places, next);
            if (is_lf) {
                REQUIRE_SAME(r.from, text.substr(0, places.header_end), r.header);
                REQUIRE_SAME(r.from,
                             text.substr(places.header_end, places.body - places.header_end),
                             r.separator);
                REQUIRE_SAME(r.from, places.type ? places.type->raw() : "", r.type);
                REQUIRE_SAME(r.from, places.disposition, r.disposition);
            }
            REQUIRE_SAME(r.from, places.type.has_value(), !r.type.empty());
            REQUIRE_SAME(r.from, places.encoding == r.encoding, true);
            REQUIRE_SAME(r.from, next.has_value(),
                         r.separator.empty() && places.header_end != text.size());
        });
    return true;
}
CASE("entity_places: header sections are read", header_sections_are_read)

constexpr bool a_known_delimiter_ends_it() {
    detail::open_boundaries open;
    open.open(*content_type{"multipart/a; boundary=b"}.boundary());
    constexpr std::string_view text = "A: b\n\n--b\n";
    std::optional next = detail::find_delimiter(text, 0, 6, open);
    entity_places places;
    places.start = 6;
    detail::read_header(text, open, places, next);
    REQUIRE_TRUE(places.header_end == 6 && places.body == 6 && next->line == 6);
    return true;
}
CASE("entity_places: a delimiter line that is known ends it", a_known_delimiter_ends_it)

constexpr bool places_move_with_their_bytes() {
    entity_places places;
    places.start = 10;
    places.header_end = 12;
    places.body = 13;
    places.preamble_end = 14;
    places.body_end = 15;
    auto const moved = places.from_own_start();
    REQUIRE_TRUE(moved.start == 0 && moved.header_end == 2 && moved.body == 3);
    REQUIRE_TRUE(moved.preamble_end == 4 && moved.body_end == 5);
    return true;
}
CASE("entity_places: offsets can be from its own start on", places_move_with_their_bytes)

} // namespace

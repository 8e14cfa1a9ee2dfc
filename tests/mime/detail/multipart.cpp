#include <foldwise/mime/detail/multipart.hpp>

#include <foldwise/parameters/content_type.hpp>

#include "../../support.hpp"

#include <string>
#include <type_traits>

namespace {

using namespace foldwise;
using foldwise::detail::open_boundaries;

static_assert(std::is_trivially_copyable_v<open_boundaries>);

constexpr bool open(open_boundaries& boundaries, std::string_view type) {
    return boundaries.open(*content_type{type}.boundary());
}

struct row {
    std::string_view line;
    std::size_t number;
    bool is_close;
    bool has_start;
};

/// With the boundaries "a", "ab", "a--", "a" and "x y" open.
constexpr row table[] = {
    {"--a", 4, false, true},      {"--a \t", 4, false, true},    {"--ab", 2, false, true},
    {"--ab--", 2, true, true},    {"--a--", 4, true, true},      {"--a----", 3, true, true},
    {"--x y", 5, false, true},    {"--x y-- ", 5, true, true},   {"--x  y", 0, false, false},
    {"--", 0, false, false},      {"----", 0, false, false},     {"--A", 0, false, false},
    {"--abc", 0, false, true},    {"--a-", 0, false, true},      {"-- a", 0, false, false},
    {"--x", 0, false, false},     {"--x y z", 0, false, true},   {"--a\r", 0, false, true},
    {"--x y --", 5, true, true},  {"--x y  --", 0, false, true}, {"--a --", 0, false, true},
    {"--a-- --", 0, false, true},
};

constexpr bool lines_are_found() {
    open_boundaries boundaries;
    REQUIRE_TRUE(boundaries.empty());
    for (auto const* const type :
         {"multipart/a; boundary=a", "multipart/a; boundary=ab", "multipart/a; boundary=a--",
          "multipart/a; boundary=a", "multipart/a; boundary*0=x; boundary*1*=%20y%20"})
        REQUIRE_TRUE(open(boundaries, type));
    for (auto const& r : table) {
        auto const found = boundaries.find(r.line);
        REQUIRE_SAME(r.line, found.number, r.number);
        REQUIRE_SAME(r.line, found.is_close, r.is_close);
        REQUIRE_SAME(r.line, boundaries.has_start_of(r.line), r.has_start);
    }
    boundaries.close();
    boundaries.close();
    REQUIRE_TRUE(boundaries.size() == 3);
    REQUIRE_TRUE(boundaries.find("--x y").number == 0);
    REQUIRE_TRUE(boundaries.find("--a").number == 1); // the outer one again
    REQUIRE_TRUE(boundaries.find("--a--").number == 3);
    return true;
}
CASE("multipart: lines of open boundaries are found, the innermost first", lines_are_found)

constexpr bool some_boundaries_cannot_be_opened() {
    open_boundaries boundaries;
    // Nothing is left of one that is closed.
    REQUIRE_TRUE(open(boundaries, "multipart/a; boundary*0=a; boundary*1=b"));
    boundaries.close();
    REQUIRE_TRUE(!open(boundaries, "multipart/a; boundary=\" \""));
    REQUIRE_TRUE(!open(boundaries, "multipart/a; boundary*0=\" \"; boundary*1=\"\t\""));
    REQUIRE_TRUE(boundaries.empty() && boundaries.find("--").number == 0);
    for (int i = 0; i < 100; ++i) REQUIRE_TRUE(open(boundaries, "multipart/a; boundary=a"));
    REQUIRE_TRUE(!open(boundaries, "multipart/a; boundary=a"));
    REQUIRE_TRUE(boundaries.find("--a").number == 100);
    while (!boundaries.empty()) {
        REQUIRE_TRUE(boundaries.find("--a").number == boundaries.size());
        boundaries.close();
    }
    REQUIRE_TRUE(boundaries.find("--a").number == 0);
    return true;
}
CASE("multipart: boundaries of white space are none, and 100 can be open",
     some_boundaries_cannot_be_opened)

TEST_CASE("multipart: a hundred boundaries with the same place in the table are kept apart") {
    // Many fall on the same of its 256 slots; each is found, and gone when it is closed.
    std::string types[100];
    open_boundaries boundaries;
    std::size_t size = 0;
    for (int i = 0; size < std::size(types); ++i) {
        auto const text = std::to_string(i);
        if (foldwise::text_hash{}.add(text).value() % 256 != 255) continue;
        types[size] = std::string{"multipart/a; boundary="}.append(text);
        CHECK(open(boundaries, types[size]));
        ++size;
    }
    for (; size > 0; --size) {
        auto const line = types[size - 1].replace(0, types[size - 1].find('=') + 1, "--");
        CHECK(boundaries.find(line).number == size);
        boundaries.close();
        CHECK(boundaries.find(line).number == 0);
    }
}

constexpr bool delimiters_have_places() {
    open_boundaries boundaries;
    constexpr std::string_view bytes = "x\r\n--a \r\ny\n--a--";
    REQUIRE_TRUE(foldwise::detail::find_delimiter(bytes, 0, 0, boundaries).line == bytes.size());
    REQUIRE_TRUE(open(boundaries, "multipart/a; boundary=a"));
    auto const first = foldwise::detail::find_delimiter(bytes, 0, 0, boundaries);
    REQUIRE_TRUE(first.start == 1 && first.line == 3 && first.text_end == 7 && first.end == 9);
    REQUIRE_TRUE(first.multipart.number == 1 && !first.multipart.is_close);
    // No octet before `first` belongs to one.
    REQUIRE_TRUE(foldwise::detail::find_delimiter(bytes, 3, 3, boundaries).start == 3);
    REQUIRE_TRUE(foldwise::detail::find_delimiter(bytes, 3, 2, boundaries).start == 2);
    auto const last = foldwise::detail::find_delimiter(bytes, 9, 9, boundaries);
    REQUIRE_TRUE(last.start == 10 && last.line == 11 && last.end == bytes.size());
    REQUIRE_TRUE(last.multipart.is_close);
    return true;
}
CASE("multipart: delimiters have places", delimiters_have_places)

} // namespace

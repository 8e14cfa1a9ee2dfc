#include <foldwise/mime/detail/open_boundaries.hpp>

#include <foldwise/base/line.hpp>
#include <foldwise/base/text_hash.hpp>
#include <foldwise/parameters/content_type.hpp>

#include "../../support.hpp"

#include <string>
#include <type_traits>
#include <vector>

namespace {

using namespace foldwise;
using foldwise::detail::open_boundaries;

static_assert(std::is_trivially_copyable_v<open_boundaries>);

static_assert(sizeof(open_boundaries) <= 1440);

/// Opens a multipart whose Content-Type has the value `type`.
constexpr bool open(open_boundaries& boundaries, std::string_view type) {
    return boundaries.open(*content_type{type}.boundary());
}

struct row {
    std::string_view line;
    std::size_t number;
    bool is_close;
    bool has_start;
};

/// Lines, read while the boundaries "a", "ab", "a--", "a" and "x y" are open.
constexpr row table[] = {
    {"--a", 4, false, true},      {"--a \t", 4, false, true},    {"--ab", 2, false, true},
    {"--ab--", 2, true, true},    {"--a--", 4, true, true},      {"--a----", 3, true, true},
    {"--x y", 5, false, true},    {"--x y-- ", 5, true, true},   {"--x  y", 0, false, false},
    {"--", 0, false, false},      {"----", 0, false, false},     {"--A", 0, false, false},
    {"--abc", 0, false, true},    {"--a-", 0, false, true},      {"-- a", 0, false, false},
    {"--x", 0, false, false},     {"--x y z", 0, false, true},   {"--a\r", 0, false, true},
    {"--x y --", 5, true, true},  {"--x y  --", 0, false, true}, {"--a --", 0, false, true},
    {"--a-- --", 0, false, true}, {"--X Y", 0, false, true},     {"--X y z", 0, false, true},
    {"--X", 0, false, false},
};

constexpr bool lines_are_found() {
    constexpr std::string_view types = "multipart/a; boundary=a\n"
                                       "multipart/a; boundary=ab\n"
                                       "multipart/a; boundary=a--\n"
                                       "multipart/a; boundary=a\n"
                                       "multipart/a; boundary*0=x; boundary*1*=%20y%20\n";
    open_boundaries boundaries{types};
    REQUIRE_TRUE(boundaries.empty());
    for (auto const type : lines{types}) REQUIRE_TRUE(open(boundaries, type.text()));
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
    REQUIRE_TRUE(boundaries.find("--a").number == 1); // now the outer "a"
    REQUIRE_TRUE(boundaries.find("--a--").number == 3);
    return true;
}
CASE("open_boundaries: lines of open boundaries are found, the innermost first", lines_are_found)

constexpr bool some_boundaries_cannot_be_opened() {
    constexpr std::string_view space = "multipart/a; boundary=\" \"";
    open_boundaries boundaries{space};
    REQUIRE_TRUE(!open(boundaries, space));
    // A boundary in sections is copied. Closing it releases the copy.
    for (int i = 0; i < 6; ++i) {
        REQUIRE_TRUE(open(boundaries, "multipart/a; boundary*0=a234567890123456789012345678; "
                                      "boundary*1=b"));
        REQUIRE_TRUE(boundaries.find("--a234567890123456789012345678b").number == 1);
        boundaries.close();
    }
    REQUIRE_TRUE(!open(boundaries, "multipart/a; boundary*0=\" \"; boundary*1=\"\t\""));
    REQUIRE_TRUE(boundaries.empty() && boundaries.find("--").number == 0);
    return true;
}
CASE("open_boundaries: white space is not a boundary", some_boundaries_cannot_be_opened)

constexpr bool a_hundred_can_be_open() {
    constexpr std::string_view type = "multipart/a; boundary=a";
    open_boundaries boundaries{type};
    for (int i = 0; i < 100; ++i) REQUIRE_TRUE(open(boundaries, type));
    REQUIRE_TRUE(!open(boundaries, type));
    REQUIRE_TRUE(boundaries.find("--a").number == 100);
    while (!boundaries.empty()) {
        REQUIRE_TRUE(boundaries.find("--a").number == boundaries.size());
        boundaries.close();
    }
    REQUIRE_TRUE(boundaries.find("--a").number == 0);
    return true;
}
CASE("open_boundaries: 100 boundaries can be open", a_hundred_can_be_open)

TEST_CASE("open_boundaries: long boundaries, up to 65,535 octets, and 144 octets of copies") {
    for (std::size_t const size : {70U, 65535U, 65536U}) {
        auto const type = "multipart/a; boundary=" + std::string(size, 'x');
        open_boundaries boundaries{type};
        REQUIRE_SAME(size, open(boundaries, type), size < 65536);
        auto const found = boundaries.find("--" + std::string(size, 'x'));
        REQUIRE_SAME(size, found.number, size < 65536 ? 1 : 0);
    }
    for (std::size_t const size : {143U, 144U}) {
        auto const type =
            "multipart/a; boundary*0=" + std::string(size - 1, 'x') + "; boundary*1=y";
        open_boundaries boundaries{type};
        REQUIRE_SAME(size, open(boundaries, type), size < 144);
    }
    auto const copied = "multipart/a; boundary*0=" + std::string(69, 'x') + "; boundary*1=y";
    open_boundaries boundaries{copied};
    CHECK(open(boundaries, copied));
    CHECK(open(boundaries, copied));
    CHECK(!open(boundaries, copied));
    CHECK(boundaries.find("--" + std::string(69, 'x') + "y").number == 2);
    boundaries.close();
    CHECK(open(boundaries, copied));
}

TEST_CASE("open_boundaries: up to 255 octets of white space at the end of a boundary") {
    for (std::size_t const size : {255U, 256U}) {
        auto const type = "multipart/a; boundary=\"x" + std::string(size, ' ') + "\"";
        open_boundaries boundaries{type};
        REQUIRE_SAME(size, open(boundaries, type), size < 256);
        REQUIRE_SAME(size, boundaries.find("--x").number, size < 256 ? 1 : 0);
    }
}

TEST_CASE("open_boundaries: a hundred boundaries with the same place in the table are kept apart") {
    // Many fall on the same of its 256 slots; each is found, and gone when it is closed.
    std::string types;
    std::vector<std::string> texts;
    for (int i = 0; texts.size() < 100; ++i) {
        auto const text = std::to_string(i);
        if ((text_hash{}.add(text).value() * 0x9E3779B97F4A7C15) >> 56 != 255) continue;
        types.append("multipart/a; boundary=").append(text).append("\n");
        texts.push_back(text);
    }
    open_boundaries boundaries{types};
    for (auto const type : lines{types}) CHECK(open(boundaries, type.text()));
    for (auto size = texts.size(); size > 0; --size) {
        auto const line = "--" + texts[size - 1];
        CHECK(boundaries.find(line).number == size);
        boundaries.close();
        CHECK(boundaries.find(line).number == 0);
    }
}

} // namespace

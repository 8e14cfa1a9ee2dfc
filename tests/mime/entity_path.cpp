#include <foldwise/mime/entity_path.hpp>

#include <foldwise/mime/entity.hpp>

#include "../support.hpp"

#include <string>
#include <type_traits>

namespace {

using foldwise::entity_path;

static_assert(std::is_trivially_copyable_v<entity_path> && sizeof(entity_path) == 128);

constexpr bool paths_are_written_as_imap_has_them() {
    entity_path path;
    REQUIRE_TRUE(path.empty() && path == "");
    path.add_text();
    REQUIRE_TRUE(!path.empty() && path.is_text() && path == "TEXT");
    path.cut(0);
    REQUIRE_TRUE(path.empty());
    path.add(2);
    REQUIRE_TRUE(path == "2" && path.size() == 1 && path[0] == 2);
    path.add(4294967295);
    path.add(10);
    REQUIRE_TRUE(path == "2.4294967295.10");
    path.add_text();
    REQUIRE_TRUE(path == "2.4294967295.10.TEXT");
    for (std::string_view const other :
         {"", "2", "2.4294967295.10", "2.4294967295.10.TEX", "2.4294967295.10.TEXT.",
          "2.4294967295.10.text", "2.4294967295.1.TEXT", "02.4294967295.10.TEXT"})
        REQUIRE_SAME(other, path == other, false);
    if (test::can_allocate()) {
        REQUIRE_TRUE(path.to_string() == "2.4294967295.10.TEXT");
        std::string text = "part ";
        path.append_to(text);
        REQUIRE_TRUE(text == "part 2.4294967295.10.TEXT");
    }
    path.cut(2);
    REQUIRE_TRUE(path == "2.4294967295");
    path.cut(3);
    REQUIRE_TRUE(path == "2.4294967295");
    return true;
}
CASE("entity_path: paths are written in IMAP notation", paths_are_written_as_imap_has_them)

constexpr bool paths_are_compared() {
    entity_path left;
    entity_path right;
    REQUIRE_TRUE(left == right);
    left.add(1);
    REQUIRE_TRUE(left != right);
    right.add(2);
    REQUIRE_TRUE(left != right);
    right = left;
    REQUIRE_TRUE(left == right);
    right.add_text();
    REQUIRE_TRUE(left != right);
    return true;
}
CASE("entity_path: paths are compared", paths_are_compared)

constexpr bool the_deepest_path_fits() {
    entity_path path;
    for (std::size_t i = 0; i <= foldwise::deepest_entity; ++i) path.add(1);
    REQUIRE_TRUE(path.size() == 101);
    path.add(1);
    REQUIRE_TRUE(path.size() == 102);
    return true;
}
CASE("entity_path: the path of the deepest entity fits", the_deepest_path_fits)

constexpr bool paths_end_where_there_is_no_room() {
    entity_path path;
    for (int i = 0; i < 63; ++i) path.add(300);
    REQUIRE_TRUE(path.size() == 63);
    path.add(1);
    REQUIRE_TRUE(path.size() == 63 && path[62] == 300);
    path.cut(62);
    path.add(4294967295);
    REQUIRE_TRUE(path.size() == 62);
    path.add(128);
    REQUIRE_TRUE(path.size() == 63 && path[62] == 128);
    return true;
}
CASE("entity_path: a number that does not fit is not added", paths_end_where_there_is_no_room)

constexpr bool paths_start_with_others() {
    entity_path outer;
    entity_path path;
    path.add(300);
    path.add(2);
    REQUIRE_TRUE(path.starts_with(outer) && path.starts_with(path) && !outer.starts_with(path));
    outer.add(300);
    outer.add_text();
    REQUIRE_TRUE(path.starts_with(outer));
    outer.cut(0);
    outer.add(2);
    REQUIRE_TRUE(!path.starts_with(outer));
    return true;
}
CASE("entity_path: a path starts with the paths of the enclosing entities", paths_start_with_others)

TEST_CASE("entity_path: an entity without room for more numbers is a leaf") {
    // 60 multiparts, each the 128th part of the one around it, have paths of up to 120 octets. In
    // the last one, a multipart has 121, so that a message in it and its part might not fit.
    std::string text;
    for (int i = 0; i <= 60; ++i) {
        auto const number = std::to_string(i);
        text.append("Content-Type: multipart/mixed; boundary=b").append(number).append("x\n\n");
        for (int part = 0; part < (i < 60 ? 128 : 1); ++part)
            text.append("--b").append(number).append("x\n");
    }
    text.append("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n--b--\n");
    std::size_t deepest = 0;
    for (auto const part : foldwise::entity{foldwise::message{text}}.walk()) {
        if (part.depth() > deepest) deepest = part.depth();
        if (part.depth() == 60) CHECK(part.is_leaf() == (part.path()[59] != 128));
        if (part.depth() == 61) CHECK((part.is_leaf() && part.path().size() == 61));
    }
    CHECK(deepest == 61);
}

} // namespace

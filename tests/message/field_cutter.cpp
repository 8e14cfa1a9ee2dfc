#include <foldwise/message/field_cutter.hpp>

#include "../support.hpp"

#include <string>
#include <type_traits>

namespace {

using foldwise::detail::field_cutter;
using foldwise::detail::field_end;

static_assert(std::is_trivially_copyable_v<field_cutter>);

/// Whether the cutter, asked for `most` fields at a time, finds the fields that a loop over single
/// octets finds.
constexpr bool agrees_by(std::size_t most, std::string_view bytes) {
    std::size_t at = 0;
    std::size_t folds = 0;
    std::size_t taken = 0;
    bool is_same = true;
    auto const check = [&](field_end const& f) noexcept {
        for (;; ++at) {
            auto const after = bytes.substr(at + 1);
            if (bytes[at] != '\n' && !after.empty()) continue;
            if (!after.starts_with(' ') && !after.starts_with('\t')) break;
            folds += at != 0 && bytes[at - 1] == '\r' ? 2u : 1u;
        }
        ++at;
        is_same = is_same && REQUIRE_SAME(bytes, f.end == bytes.data() + at, true) &&
                  REQUIRE_SAME(bytes, f.fold_octets, folds) &&
                  REQUIRE_SAME(bytes, f.next, at == bytes.size() ? '\0' : bytes[at]);
        folds = 0;
        return ++taken % most != 0;
    };
    for (field_cutter cutter{bytes}; is_same && !cutter.at_end();) {
        auto const before = taken;
        if (!cutter.cut(check)) is_same = is_same && REQUIRE_SAME(bytes, taken % most, 0u);
        if (taken == before && cutter.at_end()) return REQUIRE_SAME(bytes, taken, before + 1);
    }
    return is_same && REQUIRE_SAME(bytes, at, bytes.size());
}
constexpr bool agrees_with_a_loop(std::string_view bytes) {
    return agrees_by(1, bytes) && agrees_by(3, bytes);
}

constexpr bool fields_and_their_folds_are_found() {
    for (std::string_view const bytes :
         {"", "a", "\n", "a: b\n", "a: b\n c\n", "a: b\r\n c\r\n", "a: b\r\n\tc\r\n \r\n d",
          "\n x\ny", "a\r\n\r\n b", "a: b\n ", "a\n\n\nb"})
        REQUIRE_TRUE(agrees_with_a_loop(bytes));
    return true;
}
CASE("field_cutter: fields and the octets that fold them are found",
     fields_and_their_folds_are_found)

constexpr bool short_strings_agree() {
    return test::for_each_string("\n\r \tx", 3, agrees_with_a_loop);
}
CASE("field_cutter: it agrees with a loop for any octets", short_strings_agree)

TEST_CASE("field_cutter: it agrees with a loop for any octets, longer strings") {
    CHECK(test::for_each_string("\n\r \tx", 7, agrees_with_a_loop));
}

// Fields that end at each place of a block, and fields that are longer than one search.
TEST_CASE("field_cutter: long fields and many fields") {
    for (std::size_t size = 0; size != 1200; ++size)
        for (std::string_view const end : {"\n", "\r\n", "\r\n x\r\n", "\n x\n"}) {
            auto const filler = std::string(size, 'x').append(end);
            CHECK(agrees_with_a_loop(filler));
            if (size < 140) CHECK(agrees_with_a_loop(filler + filler + filler + "\n\n a"));
        }
    std::string lines;
    for (int i = 0; i != 300; ++i) {
        lines.append(i % 7 == 0 ? "\n\t" : i % 5 == 0 ? "a\r\n b\r\n" : "\n");
        CHECK(agrees_with_a_loop(lines));
    }
}

TEST_CASE("field_cutter: octets after the bytes are ignored") {
    for (std::size_t size = 1; size <= 200; ++size) {
        auto const text = std::string(size - 1, 'x') + "\n y";
        CHECK(agrees_with_a_loop(std::string_view{text}.substr(0, size)));
    }
}

constexpr bool an_octet_before_the_bytes_is_ignored() {
    for (std::string_view const bytes : {"\r\n x\ny", "\r\n "})
        REQUIRE_TRUE(agrees_with_a_loop(bytes.substr(1)));
    return true;
}
CASE("field_cutter: a CR before the bytes is not part of a fold",
     an_octet_before_the_bytes_is_ignored)

} // namespace

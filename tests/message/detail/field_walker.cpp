#include <foldwise/message/detail/field_walker.hpp>

#include "../../support.hpp"

#include <string>
#include <type_traits>

namespace {

using foldwise::detail::field_walker;
using foldwise::detail::named_field_walker;

static_assert(std::is_trivially_copyable_v<field_walker>);
static_assert(
    noexcept(field_walker{test::some_octets, foldwise::header_place::elsewhere}.advance()));

// More fields than the walker cuts ahead, and fields that are longer than one search.
TEST_CASE("field_walker: long fields and many fields") {
    std::string bytes;
    for (std::size_t i = 0; i != 100; ++i) {
        bytes.append("A: ").append(i % 10 == 3 ? 1500 : i, 'x').append("\n");
        if (i % 3 == 0) bytes.append(" y\r\n\tz\n");
    }
    std::size_t count = 0;
    std::size_t at = 0;
    for (field_walker all{bytes, foldwise::header_place::elsewhere}; !all.at_end();
         all.advance(), ++count) {
        REQUIRE_SAME(count, all.position(), at);
        REQUIRE_SAME(count, all.raw().data() - bytes.data(), static_cast<std::ptrdiff_t>(at));
        auto const f = all.current();
        REQUIRE_SAME(count, f.value().length(), foldwise::unfolded{f.value().raw()}.length());
        at += all.raw().size();
    }
    CHECK(count == 100);
    CHECK(at == bytes.size());
}

constexpr bool fields_of_a_name_are_found() {
    constexpr std::string_view bytes = "A: 1\nB: 2\n c\na: 3\nAb: 4\nA : 5";
    std::size_t at[3] = {};
    std::size_t count = 0;
    for (named_field_walker named{bytes, foldwise::header_place::elsewhere, "a"}; !named.at_end();
         named.advance())
        at[count++] = named.position();
    REQUIRE_TRUE(count == 3 && at[0] == 0 && at[1] == 13 && at[2] == 24);
    REQUIRE_TRUE(named_field_walker{}.at_end());
    return true;
}
CASE("named_field_walker: it finds the fields of a name", fields_of_a_name_are_found)

constexpr bool the_small_walker_finds_the_same() {
    using foldwise::detail::front_field_walker;
    constexpr std::string_view bytes = "A: 1\nB: 2\r\n c\na: 3\nAb: 4\n\nA : 5";
    field_walker wanted{bytes};
    front_field_walker all{bytes};
    for (; !wanted.at_end(); wanted.advance(), all.advance()) {
        REQUIRE_TRUE(!all.at_end() && all.position() == wanted.position());
        REQUIRE_SAME(all.position(), all.current().raw(), wanted.current().raw());
        REQUIRE_SAME(all.position(), all.current().value().length(),
                     wanted.current().value().length());
    }
    REQUIRE_TRUE(all.at_end() && all.position() == bytes.size());
    front_field_walker named{bytes};
    named.find(foldwise::detail::sought_name{"ab"});
    REQUIRE_TRUE(named.current().raw() == "Ab: 4\n");
    REQUIRE_TRUE(front_field_walker{}.at_end() && front_field_walker{""}.at_end());
    return true;
}
CASE("front_field_walker: it finds the same fields as field_walker",
     the_small_walker_finds_the_same)

} // namespace

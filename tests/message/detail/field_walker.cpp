#include <foldwise/message/detail/field_walker.hpp>

#include "../../support.hpp"

#include <string>
#include <type_traits>

namespace {

using foldwise::detail::field_walker;
using foldwise::detail::named_field_walker;

static_assert(std::is_trivially_copyable_v<field_walker>);
static_assert(noexcept(field_walker{""}.advance()));

// More fields than the walker cuts ahead, and fields that are longer than one search.
TEST_CASE("field_walker: long fields and many fields") {
    std::string bytes;
    for (std::size_t i = 0; i != 100; ++i) {
        bytes.append("A: ").append(i % 10 == 3 ? 1500 : i, 'x').append("\n");
        if (i % 3 == 0) bytes.append(" y\r\n\tz\n");
    }
    std::size_t count = 0;
    std::size_t at = 0;
    for (field_walker all{bytes}; !all.at_end(); all.advance(), ++count) {
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
    for (named_field_walker named{field_walker{bytes}, "a"}; !named.at_end(); named.advance())
        at[count++] = named.position();
    REQUIRE_TRUE(count == 3 && at[0] == 0 && at[1] == 13 && at[2] == 24);
    REQUIRE_TRUE(named_field_walker{}.at_end());
    return true;
}
CASE("named_field_walker: it finds the fields of a name", fields_of_a_name_are_found)

} // namespace

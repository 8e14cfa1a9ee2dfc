#include <foldwise/base/printed_text.hpp>

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/unfold.hpp>

#include "../support.hpp"

namespace {

constexpr bool it_is_what_the_type_says() {
    REQUIRE_TRUE(foldwise_printed_text(foldwise::unfolded{"a\r\n b"}) == "a b");
    foldwise::diagnostic const nul{foldwise::diagnostic_code::nul, 7, 1};
    REQUIRE_TRUE(foldwise_printed_text(nul) == to_string(nul));
    return true;
}
TEST_CASE("printed_text: append_to, or else to_string") { CHECK(it_is_what_the_type_says()); }

} // namespace

#include <foldwise/store/mbox_options.hpp>

#include "../support.hpp"

namespace {

constexpr bool the_defaults_are_those_of_the_design() {
    using foldwise::mbox_options;
    REQUIRE_TRUE(mbox_options{}.format == foldwise::mbox_format::mboxrd);
    REQUIRE_TRUE(mbox_options{}.separator == foldwise::mbox_separator::after_empty_line);
    REQUIRE_TRUE(mbox_options{} == mbox_options{});
    REQUIRE_TRUE(mbox_options{} != mbox_options{.format = foldwise::mbox_format::mboxo});
    return true;
}
CASE("mbox_options: the defaults are mboxrd and an empty line",
     the_defaults_are_those_of_the_design)

} // namespace

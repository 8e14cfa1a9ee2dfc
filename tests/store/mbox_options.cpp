#include <foldwise/store/mbox_options.hpp>

#include "../support.hpp"

namespace {

constexpr bool the_defaults_are_those_of_the_design() {
    using foldwise::mbox_options;
    REQUIRE_TRUE(mbox_options{}.format == foldwise::mbox_format::mboxrd);
    REQUIRE_TRUE(mbox_options{}.separator == foldwise::mbox_separator::likely);
    REQUIRE_TRUE(mbox_options{} == mbox_options{});
    REQUIRE_TRUE(mbox_options{} != mbox_options{.format = foldwise::mbox_format::mboxo});
    return true;
}
CASE("mbox_options: the defaults are mboxrd and likely separators",
     the_defaults_are_those_of_the_design)

constexpr bool each_format_quotes_some_lines() {
    using foldwise::from_quoting, foldwise::mbox_format, foldwise::quoting_of;
    REQUIRE_TRUE(quoting_of(mbox_format::mboxrd) == from_quoting::mboxrd);
    REQUIRE_TRUE(quoting_of(mbox_format::mboxo) == from_quoting::mboxo);
    REQUIRE_TRUE(quoting_of(mbox_format::mboxcl) == from_quoting::mboxo);
    REQUIRE_TRUE(quoting_of(mbox_format::mboxcl2) == from_quoting::none);
    REQUIRE_TRUE(quoting_of(mbox_format::mmdf) == from_quoting::none);
    return true;
}
CASE("mbox_options: which lines each format quotes", each_format_quotes_some_lines)

} // namespace

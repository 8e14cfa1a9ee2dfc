#include <foldwise/address/domain_text.hpp>

#include "../support.hpp"

#include <ranges>

namespace {

using foldwise::domain_text;

static_assert(std::is_trivially_copyable_v<domain_text>);
static_assert(std::ranges::forward_range<domain_text>);
static_assert(std::ranges::view<domain_text> && std::ranges::borrowed_range<domain_text>);
static_assert(noexcept(domain_text{}.is(test::some_octets)) &&
              noexcept(domain_text{}.is(domain_text{})));
static_assert(!std::is_constructible_v<domain_text, std::string>);

constexpr bool ascii_case_does_not_count() {
    domain_text const domain{"Sample . (x) NET"};
    REQUIRE_TRUE(domain == "Sample.NET" && !(domain == "sample.net"));
    for (std::string_view const same : {"Sample.NET", "sample.net", "SAMPLE.NET"}) {
        REQUIRE_TRUE(domain.is(same) && domain.is(domain_text{same}));
        REQUIRE_TRUE(domain_text{same}.is(domain));
    }
    for (std::string_view const other :
         {"", "sample", "sample.ne", "sample.net.", "sample.nett", "xsample.net", "sample-net"}) {
        REQUIRE_TRUE(!domain.is(other) && !domain.is(domain_text{other}));
        REQUIRE_TRUE(!domain_text{other}.is(domain));
    }
    REQUIRE_TRUE(domain_text{}.is("") && domain_text{"[IPv6:AB::1]"}.is("[ipv6:ab::1]"));
    // Only the case of ASCII letters is ignored (RFC 5321 section 2.4).
    REQUIRE_TRUE(!domain_text{"\xC3\xA9"}.is("\xC3\x89"));
    return true;
}
CASE("domain_text: is() ignores ASCII case, == compares octet by octet", ascii_case_does_not_count)

} // namespace

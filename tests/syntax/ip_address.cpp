#include <foldwise/syntax/ip_address.hpp>

#include "../support.hpp"

namespace {

using foldwise::ip_address;
using foldwise::ip_version;

static_assert(std::is_trivially_copyable_v<foldwise::ip_address>);
static_assert(noexcept(ip_address::read({})));

enum class read_as : unsigned char { nothing, v4, v6 };

struct row {
    std::string_view text;
    read_as what;
};

constexpr row table[] = {
    // RFC 5321 section 4.1.3: Snum = 1*3DIGIT, 0 to 255.
    {"192.0.2.1", read_as::v4},
    {"0.0.0.0", read_as::v4},
    {"255.255.255.255", read_as::v4},
    {"010.001.000.099", read_as::v4},
    {"192.0.2.256", read_as::nothing},
    {"192.0.2.999", read_as::nothing},
    {"192.0.2", read_as::nothing},
    {"192.0.2.1.1", read_as::nothing},
    {"192.0.2.1.", read_as::nothing},
    {"192.0.2.0001", read_as::nothing},
    {"192..2.1", read_as::nothing},
    {" 192.0.2.1", read_as::nothing},
    {"192.0.2.1 ", read_as::nothing},
    {"5.0.2195.2966", read_as::nothing}, // a version number of a Microsoft server
    {"", read_as::nothing},
    // RFC 4291 section 2.2.
    {"ABCD:EF01:2345:6789:ABCD:EF01:2345:6789", read_as::v6},
    {"2001:DB8:0:0:8:800:200C:417A", read_as::v6},
    {"2001:db8::8:800:200c:417a", read_as::v6},
    {"::1", read_as::v6},
    {"::", read_as::v6},
    {"1::", read_as::v6},
    {"1:2:3:4:5:6:7::", read_as::v6},
    {"::2:3:4:5:6:7:8", read_as::v6},
    {"0:0:0:0:0:0:13.1.68.3", read_as::v6},
    {"::FFFF:129.144.52.38", read_as::v6},
    {"1:2:3:4:5:6:7:13.1.68.3", read_as::nothing},
    {"::13.1.68.3:1", read_as::nothing},
    {"1:2:3:4:5:6:7", read_as::nothing},
    {"1:2:3:4:5:6:7:8:9", read_as::nothing},
    {"1:2:3:4:5:6:7:8::", read_as::nothing},
    {"1::2::3", read_as::nothing},
    {":::", read_as::nothing},
    {"1:::2", read_as::nothing},
    {":1::2", read_as::nothing},
    {"1:", read_as::nothing},
    {"12345::", read_as::nothing},
    {"g::", read_as::nothing},
    {"::1 ", read_as::nothing},
    // RFC 4007 section 11: a zone, as Exchange writes it.
    {"fe80::a8bb:ccff:fedd:eeff%12", read_as::v6},
    {"fe80::1%eth0.5", read_as::v6},
    {"fe80::1%", read_as::nothing},
    {"fe80::1%a%b", read_as::nothing},
    {"192.0.2.1%1", read_as::nothing},
    {"%1", read_as::nothing},
};

constexpr bool table_of_addresses() {
    for (auto const& row : table) {
        auto const got = ip_address::read(row.text);
        REQUIRE_SAME(row.text, got.has_value(), row.what != read_as::nothing);
        if (!got) continue;
        REQUIRE_SAME(row.text, got->text, row.text);
        REQUIRE_SAME(row.text, got->version,
                     row.what == read_as::v4 ? ip_version::v4 : ip_version::v6);
    }
    return true;
}
CASE("ip_address: texts that are addresses, with their version, and others", table_of_addresses)

constexpr bool the_tag_is_no_part_of_it() {
    for (std::string_view const text : {"IPv6:2001:db8::1", "ipv6:2001:db8::1"})
        REQUIRE_SAME(text, ip_address::read(text)->text, "2001:db8::1");
    REQUIRE_TRUE(!ip_address::read("IPv6:192.0.2.1"));
    REQUIRE_TRUE(!ip_address::read("IPv6:IPv6:::1"));
    REQUIRE_TRUE(!ip_address::read("IPv6:"));
    REQUIRE_TRUE(!ip_address::read("IPv4:192.0.2.1"));
    return true;
}
CASE("ip_address: the tag IPv6: is allowed before IPv6 addresses only", the_tag_is_no_part_of_it)

constexpr bool the_hash_is_that_of_the_text() {
    constexpr std::hash<ip_address> hash;
    auto const one = *ip_address::read("IPv6:2001:db8::1");
    REQUIRE_TRUE(hash(one) == hash(*ip_address::read("2001:db8::1")));
    REQUIRE_TRUE(hash(one) != hash(*ip_address::read("2001:db8::2")));
    return true;
}
CASE("ip_address: equal addresses have the same hash, others another", the_hash_is_that_of_the_text)

} // namespace

#include <foldwise/address/same_address.hpp>

#include "../support.hpp"

#include <foldwise/address/mailbox.hpp>

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace {

using foldwise::addr_spec;
using foldwise::address_hash;
using foldwise::domain_hash;
using foldwise::domain_text;
using foldwise::same_address;
using foldwise::same_domain;

constexpr bool domains() {
    domain_text const domain{"Sample . NET"};
    REQUIRE_TRUE(same_domain{}(domain, "sample.net") && same_domain{}("SAMPLE.net", domain));
    REQUIRE_TRUE(same_domain{}(domain, domain) && same_domain{}("a.B", std::string_view{"A.b"}));
    REQUIRE_TRUE(!same_domain{}(domain, "sample.ne") && !same_domain{}("a", "b"));
    REQUIRE_TRUE(domain_hash{}(domain) == domain_hash{}("sample.net"));
    REQUIRE_TRUE(domain_hash{}("sample.net") != domain_hash{}("sample.ne"));
    return true;
}
CASE("same_domain, domain_hash: ASCII case is ignored", domains)

constexpr bool addresses() {
    constexpr std::string_view same[] = {"a.Foe@sample.net", "\"a.Foe\"@Sample.NET",
                                         "a . \"Foe\" @ (x) sample . net"};
    for (auto const left : same)
        for (auto const right : same) {
            REQUIRE_TRUE(same_address{}(left, right));
            REQUIRE_TRUE(same_address{}(*addr_spec::read(left), right));
            REQUIRE_TRUE(same_address{}(left, *addr_spec::read(right)));
            REQUIRE_TRUE(same_address{}(*addr_spec::read(left), *addr_spec::read(right)));
            REQUIRE_TRUE(address_hash{}(left) == address_hash{}(*addr_spec::read(right)));
        }
    for (std::string_view const other : {"a.foe@sample.net", "a.Foe@sample.nett", "a.Foe", ""}) {
        REQUIRE_TRUE(!same_address{}(same[0], other) && !same_address{}(other, same[0]));
        REQUIRE_TRUE(address_hash{}(same[0]) != address_hash{}(other));
    }
    // Strings that are not an address.
    REQUIRE_TRUE(same_address{}("foe", "foe") && !same_address{}("foe", "Foe"));
    REQUIRE_TRUE(address_hash{}("foe") == address_hash{}(std::string_view{"foe"}));
    return true;
}
CASE("same_address, address_hash: local parts octet by octet, domains without ASCII case",
     addresses)

TEST_CASE("same_address, same_domain: keys of containers") {
    std::unordered_set<std::string, address_hash, same_address> seen;
    seen.insert("a@Sample.net");
    CHECK(seen.contains("a@sample.NET"));
    CHECK(seen.contains(foldwise::mailbox::read("Foe <\"a\"@sample.net>")->addr_spec()));
    CHECK_FALSE(seen.contains("A@sample.net"));
    std::unordered_map<std::string, int, domain_hash, same_domain> count;
    ++count["Sample.net"];
    ++count["sample.NET"];
    CHECK(count.size() == 1);
    CHECK(count.find(domain_text{"SAMPLE . net"})->second == 2);
}

} // namespace

#include <foldwise/dmarc/domain_name.hpp>

#include <foldwise/address/addr_spec.hpp>

#include "../support.hpp"

namespace {

using foldwise::addr_spec;
using foldwise::domain_name;

static_assert(std::is_trivially_copyable_v<domain_name>);
static_assert(noexcept(domain_name::read(std::string_view{})));

struct row {
    std::string_view source;
    std::string_view name; // empty if it is not a domain name
};

constexpr row table[] = {
    {"sample.net", "sample.net"},
    {"News.SAMPLE.Net", "news.sample.net"},
    {"net", "net"},
    {"_dmarc.sample.net", "_dmarc.sample.net"},
    {"xn--bcher-kva.example", "xn--bcher-kva.example"},
    {"XN--BCHER-KVA.example", "xn--bcher-kva.example"},
    {"B\xC3\xBC"
     "cher.example",
     "b\xC3\xBC"
     "cher.example"},
    {"1.example", "1.example"},
    {"192.0.2.1.example", "192.0.2.1.example"},
    {"", ""},
    {".", ""},
    {"sample.net.", ""},
    {".sample.net", ""},
    {"sample..net", ""},
    {"-a.example", ""},
    {"a-.example", ""},
    {"a b.example", ""},
    {"a@b.example", ""},
    {"a/b.example", ""},
    {"a*.example", ""},
    {"a\\.example", ""},
    {"(a)b.example", ""},
    {"\"a\".example", ""},
    {std::string_view{"a\0b.example", 11}, ""},
    {"a.example\n", ""},
    {"a.example\r\n", ""},
    {"192.0.2.1", ""},
    {"1", ""},
    {"a.1", ""},
    {"b.a1", "b.a1"},
    {"b.1a", "b.1a"},
    {"a.b.c", "a.b.c"},
    {"[192.0.2.1]", ""},
    {"[IPv6:::1]", ""},
    {"a\xFC.example", ""},         // not UTF-8
    {"a\xC0\xAE.example", ""},     // an overlong form of "."
    {"a\xED\xA0\x80.example", ""}, // a surrogate
    {"a\xE3\x80\x82"
     "example",
     ""}, // U+3002, which IDNA maps to a dot
    {"a\xEF\xBC\x8E"
     "example",
     ""}, // U+FF0E
    {"a\xEF\xBD\xA1"
     "example",
     ""}, // U+FF61
};

constexpr bool names() {
    for (auto const& row : table) {
        auto const name = domain_name::read(row.source);
        REQUIRE_SAME(row.source, name.has_value(), !row.name.empty());
        if (name) REQUIRE_SAME(row.source, name->text(), row.name);
        if (name) REQUIRE_SAME(row.source, *domain_name::read(name->text()) == *name, true);
    }
    return true;
}
CASE("domain_name: names and what is none", names)

constexpr bool lengths() {
    char octets[300] = {};
    for (auto& octet : octets) octet = 'a';
    std::string_view const text{octets, 300};
    REQUIRE_TRUE(domain_name::read(text.substr(0, 63)).has_value());
    REQUIRE_TRUE(!domain_name::read(text.substr(0, 64)));
    REQUIRE_TRUE(!domain_name::read(text.substr(0, 65)));
    // The size of a U-label counts after it has been converted, which is not done here.
    octets[10] = '\xC2';
    octets[11] = '\x80';
    REQUIRE_TRUE(domain_name::read(text.substr(0, 65)).has_value());
    octets[10] = octets[11] = 'a';
    for (std::size_t i = 49; i < 300; i += 50) octets[i] = '.';
    REQUIRE_TRUE(domain_name::read(text.substr(0, 253)).has_value());
    REQUIRE_TRUE(!domain_name::read(text.substr(0, 254)));
    REQUIRE_TRUE(!domain_name::read(text));
    return true;
}
CASE("domain_name: 63 octets of a label and 253 of a name", lengths)

constexpr bool texts_in_pieces() {
    auto const folded = addr_spec::read("a@Sample (x)\r\n . NET");
    REQUIRE_TRUE(folded.has_value());
    REQUIRE_TRUE(domain_name::read(folded->domain())->text() == "sample.net");
    // A piece that is too long is not left out.
    char octets[258] = {};
    for (auto& octet : octets) octet = 'a';
    octets[1] = '@';
    for (std::size_t i = 65; i < 200; i += 64) octets[i] = '.';
    octets[193] = ' ';
    octets[194] = '.';
    auto const fits = addr_spec::read({octets, 256});
    REQUIRE_TRUE(fits.has_value() && domain_name::read(fits->domain()).has_value());
    auto const is_longer = addr_spec::read({octets, 257});
    REQUIRE_TRUE(is_longer.has_value() && !domain_name::read(is_longer->domain()));
    octets[256] = '.';
    auto const has_another_label = addr_spec::read({octets, 258});
    REQUIRE_TRUE(has_another_label.has_value() && !domain_name::read(has_another_label->domain()));
    auto const literal = addr_spec::read("a@[192.0.2.1]");
    REQUIRE_TRUE(literal.has_value() && !domain_name::read(literal->domain()));
    return true;
}
CASE("domain_name: from a text in pieces", texts_in_pieces)

constexpr bool members() {
    auto const name = *domain_name::read("a.b.example");
    REQUIRE_TRUE(name.labels() == 3 && name.is_ascii());
    REQUIRE_TRUE(name.is_in("example") && name.is_in("B.example") && name.is_in("a.b.example"));
    REQUIRE_TRUE(!name.is_in("") && !name.is_in("xample") && !name.is_in(".example"));
    REQUIRE_TRUE(!name.is_in("x.a.b.example") && !name.is_in("c.example"));
    REQUIRE_TRUE(!domain_name::read("\xC3\xBC.example")->is_ascii());
    REQUIRE_TRUE(domain_name{}.labels() == 0 && domain_name{}.text().empty());
    REQUIRE_TRUE(name == *domain_name::read("A.B.Example"));
    REQUIRE_TRUE(!(name == *domain_name::read("b.example")));
    std::hash<domain_name> const hash;
    REQUIRE_TRUE(hash(name) == hash(*domain_name::read("A.B.Example")));
    REQUIRE_TRUE(hash(name) != hash(*domain_name::read("b.example")));
    return true;
}
CASE("domain_name: labels and parents", members)

} // namespace

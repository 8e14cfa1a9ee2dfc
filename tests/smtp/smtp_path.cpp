#include <foldwise/smtp/smtp_path.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;
using namespace std::string_view_literals;

static_assert(std::is_trivially_copyable_v<smtp_path>);

struct row {
    std::string_view from;
    std::string_view path;
    std::string_view address; // of the addr-spec, unchanged
    std::string_view problems = {};
    std::string_view route = {};
    std::string_view ip_address = {};
};

constexpr row table[] = {
    {"RFC 5321 D.1", "<Smith@bar.com>", "Smith@bar.com"},
    {"RFC 5321 4.1.2, Quoted-string", "<\"a b\"@c>", "\"a b\"@c"},
    {"a bracket in quotes", "<\"a> \\\"\"@c>", "\"a> \\\"\"@c"},
    {"RFC 5321 C", "<@hosta.int,@jkl.org:userc@d.bar.org>", "userc@d.bar.org",
     "smtp_source_route 1 20", "@hosta.int,@jkl.org"},
    {"a route of one", "<@a:b@c>", "b@c", "smtp_source_route 1 3", "@a"},
    {"RFC 5321 4.1.3", "<a@[192.0.2.1]>", "a@[192.0.2.1]", "", "", "192.0.2.1"},
    {"RFC 5321 4.1.3", "<a@[IPv6:2001:db8::1]>", "a@[IPv6:2001:db8::1]", "", "", "2001:db8::1"},
    {"a route and a literal", "<@a:b@[IPv6:2001:db8::1]>", "b@[IPv6:2001:db8::1]",
     "smtp_source_route 1 3", "@a", "2001:db8::1"},
    {"RFC 6531 3.3", "<\xC3\xA9@\xC3\xA9.example>", "\xC3\xA9@\xC3\xA9.example"},
    {"RFC 5321 4.5.1, with a domain", "<Postmaster@a.example>", "Postmaster@a.example"},
    {"no brackets", "a@b", "a@b", "path_without_brackets 0 3"},
    {"white space in the brackets", "< a@b\t>", "a@b",
     "smtp_white_space 1 1, smtp_white_space 5 1"},
    {"an underscore", "<a@b_c>", "a@b_c", "address_not_for_smtp 4 1"},
    {"quotes next to a dot", "<\"a\".b@c>", "\"a\".b@c", "address_not_for_smtp 4 1"},
    {"two dots", "<a..b@c>", "a..b@c", "address_dots 1 6"},
    {"a dot at the start", "<.a@c>", ".a@c", "address_dots 1 4"},
    {"a dot at the end of the domain", "<a@b.>", "a@b", "address_domain_dot 1 3"},
    {"IPv6 without its tag", "<a@[::1]>", "a@[::1]", "address_not_for_smtp 3 5", "", "::1"},
    {"no IP address", "<a@[x]>", "a@[x]", "address_not_for_smtp 3 3"},
    {"a tab in quotes", "<\"a\tb\"@c>", "\"a\tb\"@c", "address_not_for_smtp 3 1"},
    {"all at once", "@a:b..c@d_e.", "b..c@d_e",
     "path_without_brackets 0 12, smtp_source_route 0 3, address_dots 3 8, address_domain_dot 3 8",
     "@a"},
};

constexpr bool paths_are_read() {
    for (auto const& r : table) {
        auto const read = smtp_path::read(r.path);
        REQUIRE_SAME(r.path, read.has_value(), true);
        if (!read) continue;
        REQUIRE_SAME(r.path, read->raw(), r.path);
        REQUIRE_SAME(r.path, read->is_null() || read->is_postmaster(), false);
        REQUIRE_SAME(r.path, read->addr_spec()->raw(), r.address);
        REQUIRE_SAME(r.path, read->route(), r.route);
        auto const ip = read->address_literal();
        REQUIRE_SAME(r.path, ip ? ip->text : "", r.ip_address);
        REQUIRE_SAME(r.path, std::string_view{test::problems_of(*read)}, r.problems);
        REQUIRE_SAME(r.path, read->deviation().has_value(), !r.problems.empty());
    }
    return true;
}
CASE("smtp_path: addresses", paths_are_read)

constexpr bool paths_without_an_address() {
    auto const null = smtp_path::read("<>");
    REQUIRE_TRUE(null && null->is_null() && !null->addr_spec() && !null->deviation());
    auto const with_space = smtp_path::read("< >");
    REQUIRE_TRUE(with_space->is_null());
    REQUIRE_TRUE(with_space->deviation() == diagnostic{diagnostic_code::smtp_white_space, 1, 1});
    REQUIRE_TRUE(smtp_path{}.is_null() && !smtp_path{}.deviation());
    for (std::string_view const text : {"<Postmaster>", "<postmaster>", "POSTMASTER"}) {
        auto const read = smtp_path::read(text);
        REQUIRE_SAME(text, read && read->is_postmaster() && !read->addr_spec(), true);
        REQUIRE_SAME(text, !read->deviation(), text[0] == '<');
    }
    return true;
}
CASE("smtp_path: the null path and Postmaster", paths_without_an_address)

struct unread_row {
    std::string_view from;
    std::string_view path;
    std::string_view problem;
};

constexpr unread_row unread_table[] = {
    {"nothing", "", "! address_without_at 0 0"},
    {"a user", "<foe>", "! address_without_at 1 3"},
    {"one bracket", "<", "! address_not_closed 0 1"},
    {"the second one is missing", "<a@b", "! address_not_closed 0 4"},
    {"the first one is missing", "a@b>", "! address_malformed 0 4"},
    {"brackets twice", "<<a@b>>", "! address_malformed 1 5"},
    {"two paths", "<a@b><c@d>", "! address_malformed 1 8"},
    {"a quote is not closed", "<\"a@b>", "! address_not_closed 1 4"},
    {"a comment", "<a@b(c)>", "! address_malformed 1 6"},
    {"a comment before it", "<(c)a@b>", "! address_malformed 1 6"},
    {"a comment in it", "<a(c)@b>", "! address_malformed 1 6"},
    {"white space in it", "<a @b>", "! address_malformed 1 4"},
    {"after the at sign", "<a@ b>", "! address_malformed 1 4"},
    {"next to a dot", "<a@b. c>", "! address_malformed 1 6"},
    {"a line ending in quotes", "<\"a\r\n b\"@c>", "! address_malformed 1 9"},
    {"a bare CR", "<a\r@b>", "! address_malformed 1 4"},
    {"a bare LF in quotes", "<\"\n\"@b>", "! address_malformed 1 5"},
    {"NUL", "<a\0@b>"sv, "! address_malformed 1 4"},
    {"a control character in quotes", "<\"\x01\"@b>", "! address_malformed 1 5"},
    {"white space in a literal", "<a@[192.0.2.1 ]>", "! address_malformed 1 14"},
    {"two addresses", "<a@b,c@d>", "! address_malformed 1 7"},
    {"two at signs", "<a@b@c>", "! address_malformed 1 5"},
    {"a name", "A <a@b>", "! address_malformed 0 7"},
    {"not UTF-8", "<\xE9@b>", "! address_malformed 1 3"},
    {"an encoded-word", "<=?utf-8?q?a?=@b>", "! address_encoded_word 1 15"},
    {"a route without a colon", "<@a,b@c>", "! address_malformed 1 6"},
    {"a route without an address", "<@a:>", "! address_without_at 4 0"},
    {"a comma at the end of a route", "<@a,:b@c>", "! address_malformed 1 7"},
    {"white space in a route", "<@a, @b:c@d>", "! address_malformed 1 10"},
    {"white space after a route", "<@a: b@c>", "! address_malformed 4 4"},
    {"a route without an at sign", "<@a,b:c@d>", "! address_malformed 1 8"},
    {"Postmaster after a route", "<@a:postmaster>", "! address_without_at 4 10"},
};

constexpr bool other_texts_are_not_read() {
    for (auto const& r : unread_table) {
        auto const read = smtp_path::read(r.path);
        REQUIRE_SAME(r.from, std::string_view{test::problems_of_result(read)}, r.problem);
    }
    return true;
}
CASE("smtp_path: texts that are not paths", other_texts_are_not_read)

constexpr bool lengths_are_limited() { // RFC 5321 section 4.5.3.1
    char text[300] = {};
    for (char& octet : text) octet = 'a';
    text[0] = '<';
    text[65] = '@'; // after 64 octets
    for (std::size_t at = 66 + 60; at < 256; at += 60) text[at] = '.';
    text[255] = '>';
    REQUIRE_TRUE(!smtp_path::read(std::string_view{text, 256})->deviation());
    text[255] = 'a';
    text[256] = '>';
    auto const too_long = smtp_path::read(std::string_view{text, 257});
    REQUIRE_TRUE(too_long->deviation() == diagnostic{diagnostic_code::address_too_long, 1, 255});
    text[65] = 'a';
    text[66] = '@';
    auto const long_local = smtp_path::read(std::string_view{text, 257});
    REQUIRE_TRUE(long_local->deviation() == diagnostic{diagnostic_code::address_too_long, 1, 65});

    for (char& octet : text) octet = 'a';
    text[0] = '<';
    text[1] = '@';
    for (std::size_t at = 60; at <= 240; at += 60) text[at] = '.';
    std::string_view{":b@c>"}.copy(text + 252, 5);
    auto const with_route = smtp_path::read(std::string_view{text, 257});
    REQUIRE_TRUE(with_route->deviation() == diagnostic{diagnostic_code::address_too_long, 0, 257});
    std::string_view{":b@c>"}.copy(text + 251, 5);
    auto const fits = smtp_path::read(std::string_view{text, 256});
    REQUIRE_TRUE(fits->deviation() == diagnostic{diagnostic_code::smtp_source_route, 1, 251});
    return true;
}
CASE("smtp_path: lengths are limited", lengths_are_limited)

} // namespace

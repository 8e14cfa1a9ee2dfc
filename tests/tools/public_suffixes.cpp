#include "../../tools/public_suffixes.hpp"

#include "../support.hpp"
#include "files.hpp"

TEST_CASE("tool: A-labels of domain names") {
    struct {
        std::string_view domain;
        std::optional<std::string> wanted;
    } const rows[] = {
        {"Example.COM", "example.com"},
        {"", ""},
        {"a..b", "a..b"},
        {"xn--wgv71a119e.jp", "xn--wgv71a119e.jp"},
        {"\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E.jp", "xn--wgv71a119e.jp"},
        {"b\xC3\xBC"
         "cher.Example",
         "xn--bcher-kva.example"},
        {"\xD1\x80\xD1\x84", "xn--p1ai"},
        {"\xE5\x85\xAC\xE5\x8F\xB8.cn", "xn--55qx5d.cn"},
        // RFC 3492 section 7.1, (L), (P) and (S)
        {"3\xE5\xB9\xB4"
         "b\xE7\xB5\x84\xE9\x87\x91\xE5\x85\xAB\xE5\x85\x88\xE7\x94\x9F",
         "xn--3b-ww4c5e180e575a65lsy2b"},
        {"maji\xE3\x81\xA7koi\xE3\x81\x99\xE3\x82\x8B"
         "5\xE7\xA7\x92\xE5\x89\x8D",
         "xn--majikoi5-783gue6qz075azm5e"},
        {"-> $1.00 <-", "-> $1.00 <-"},
        {"\xE9.example", {}}, // not UTF-8
        {std::string_view{"x\xED\xA0\x80", 4}, {}},
    };
    for (auto const& row : rows)
        REQUIRE_SAME(row.domain, tool::with_a_labels(row.domain) == row.wanted, true);
    REQUIRE_SAME("long", tool::with_a_labels(std::string(254, 'a')).has_value(), false);
    REQUIRE_SAME("longest", tool::with_a_labels(std::string(253, 'a')).has_value(), true);
}

TEST_CASE("tool: organizational domains by a list of public suffixes") {
    tool::public_suffixes const list{
        "// a list\n\ncom\nuk\nco.uk  // text after a rule\n*.ck\n"
        "!www.ck\n\xE5\x85\xAC\xE5\x8F\xB8.cn\r\ncn\nblog.example.com"};
    struct {
        std::string_view domain;
        std::optional<std::string_view> wanted;
    } const rows[] = {
        {"example.com", "example.com"},
        {"a.b.example.com", "example.com"},
        {"com", {}},
        {"a.b.example.co.uk", "example.co.uk"},
        {"co.uk", {}},
        {"a.uk", "a.uk"},
        {"a.b.c.ck", "b.c.ck"},
        {"c.ck", {}},
        {"a.www.ck", "www.ck"},
        {"www.ck", "www.ck"},
        {"one.unknown", "one.unknown"}, // the rule "*"
        {"a.one.unknown", "one.unknown"},
        {"me.blog.example.com", "me.blog.example.com"},
        {"x.me.blog.example.com", "me.blog.example.com"},
        {"a.b.xn--55qx5d.cn", "b.xn--55qx5d.cn"}, // a U-label in the list
        {"", {}},
        {"unknown", {}},
    };
    for (auto const& row : rows)
        REQUIRE_SAME(row.domain, list.find(row.domain).value_or("none"),
                     row.wanted.value_or("none"));
}

TEST_CASE("tool: a file of public suffixes") {
    test::temporary_directory const here;
    auto const file = here.file("suffixes", "co.uk\n");
    auto const list = tool::public_suffixes::read(file);
    REQUIRE_SAME(file, list.has_value(), true);
    if (!list) return;
    REQUIRE_SAME("read", list->find("a.b.co.uk").value_or("none"), "b.co.uk");
    for (auto const& other : {here.file("empty", ""), here.file("comments", "// no rule\n\n"),
                              here.file("gone", "") + ".not", here.path()})
        REQUIRE_SAME(other, tool::public_suffixes::read(other).has_value(), false);
}

#include <foldwise/mime/detail/link_finders.hpp>

#include "../../support.hpp"

#include <string_view>

namespace {

using namespace foldwise;

struct row {
    std::string_view html;
    std::string_view found; // each after a "|"
};

/// Whether `found` contains each of `texts`.
constexpr bool has_all(detail::link_hashes const& found, std::string_view texts, text_hash start) {
    while (!texts.empty()) {
        texts.remove_prefix(1);
        auto const text = texts.substr(0, texts.find('|'));
        if (!found.has(text_hash{start}.add(text).value())) return false;
        texts.remove_prefix(text.size());
    }
    return true;
}

template <class Finder>
constexpr void read(std::string_view html, Finder& finder) {
    detail::html_octets octets;
    auto const take = [&finder](char octet) { finder.take(octet); };
    for (char const octet : html) octets.take(octet, take);
    octets.flush(take);
    finder.finish();
}

constexpr bool character_references_are_decoded() {
    struct {
        std::string_view html;
        std::string_view text;
    } constexpr table[] = {
        {"a", "a"},
        {"&amp;&lt;", "&<"},
        {"&#64;", "@"},
        {"&#X40;", "@"},
        {"&#x4a;", "J"},
        {"&#6a;", "&#6a;"},
        {"&#127;", "\x7F"},
        {"&#128;", "&#128;"},
        {"&#x7F;", "\x7F"},
        {"&abcdefghijkl;x", "&abcdefghijkl;x"},
        {"&;&&amp", "&;&&amp"},
    };
    for (auto const& each : table) {
        test::text_buffer text;
        auto const append = [&text](char octet) { text.append(octet); };
        detail::html_octets octets;
        for (char const octet : each.html) octets.take(octet, append);
        octets.flush(append);
        REQUIRE_SAME(each.html, std::string_view{text}, each.text);
    }
    return true;
}
CASE("link_finders: character references", character_references_are_decoded)

constexpr row cids[] = {
    {"<img src=\"cid:a@b\"><img src='CID:c%40d'>", "|a@b|c@d|c%40d"},
    {"<img src=cid:a@b>cid:c@d", "|a@b"},
    {"url(cid:a@b) url( cid:c@d )", "|a@b|c@d"},
    {"\"cid:%\" \"cid:%4\" \"cid:%%41\" \"cid:%zz\"", "|%|%4|%A|%zz"},
    {"\"cid:\" \"cid\" \"cid:", ""},
    {"\"cid:a", "|a"},
    {"\"cid:a&amp;b@c\" 'cid:d&#64;e' 'cid:f&#x40;g'", "|a&b@c|d@e|f@g"},
    {"\"cid:&nbsp;&\" 'cid:a&#300;b' 'cid:&#;'", "|&nbsp;&|a&#300;b|&#;"},
    {"style=\"x: url(&quot;cid:a@b&quot;)\"", "|a@b"},
    {"\"cid:my logo.png\" 'cid:a\n b' \" cid:c%20d \"", "|mylogo.png|ab|cd"},
    {"\"cid:a=b@c\" 'cid:(a)@c' \"cid:don't\"", "|a=b@c|(a)@c|don't"},
    {"\"\ncid:a b\"", "|ab"},
    {"\"cid:a<b 'cid:c>d", "|a|c"},
};

constexpr bool identifiers_are_found() {
    for (auto const& r : cids) {
        detail::link_hashes found;
        detail::cid_finder finder{found};
        read(r.html, finder);
        REQUIRE_SAME(r.html, found.empty(), r.found.empty());
        REQUIRE_SAME(r.html, has_all(found, r.found, {}), true);
        REQUIRE_SAME(r.html, has_all(found, "|cid", {}), false);
    }
    return true;
}
CASE("link_finders: cid URLs", identifiers_are_found)

constexpr row urls[] = {
    {"<img src=\"a\"><img\nSRC = 'd/a'><img src=b>", "|a|d/a|b"},
    {"<td background=a><i style=\"x:url( b )\"><i style='url(\"d/a\")'>", "|a|b|d/a"},
    {"<img src=\"http://h/\n ?x=1&amp;y\">", "|http://h/?x=1&y"},
    {"<img src=\"http://h/?x=1&y\">", "|http://h/?x=1&y"},
    {"<img src=\"c\">", "|h/c"}, // the document is h/x
    {"<img src=\"a", "|a"},
    {"<img src=a alt=x><i style=x:url(b)>", "|a|b"},
    {"<td background src=a>", "|a"},
    {"<td backgroundcolors src=a>", "|a"},
    {"<img source=a srcs=a src.=a src a src=><a href=a>a curl(a)", ""},
    {"<img src=\"a'\" src=\"ab\" src=A>", ""},
};

constexpr bool urls_are_found() {
    detail::link_hashes wanted;
    for (auto const* const url : {"a", "b", "d/a", "http://h/?x=1&y", "h/c"})
        wanted.add(detail::url_hash().add(url).value());
    for (auto const& r : urls) {
        detail::link_hashes found;
        detail::url_finder finder{wanted, detail::url_hash().add("h/"), found};
        read(r.html, finder);
        REQUIRE_SAME(r.html, found.empty(), r.found.empty());
        REQUIRE_SAME(r.html, has_all(found, r.found, detail::url_hash()), true);
    }
    return true;
}
CASE("link_finders: URLs of pictures", urls_are_found)

} // namespace

#include <foldwise/auth/propspec.hpp>

#include "../but_for_cr.hpp"
#include "../support.hpp"

#include <optional>
#include <ranges>

namespace {

using foldwise::diagnostic_code;
using foldwise::propspec;
using foldwise::propspecs;
using enum diagnostic_code;

static_assert(std::is_trivially_copyable_v<propspec>);
static_assert(std::ranges::forward_range<propspecs>);
static_assert(std::ranges::view<propspecs>);
static_assert(std::ranges::borrowed_range<propspecs>);

struct property {
    std::string_view raw; // empty after the last property of a row
    std::string_view ptype;
    std::string_view name; // empty: no property, but an error
    std::string_view value;
    std::optional<diagnostic_code> code; // the deviation or the error
};

struct text_row {
    std::string_view from;
    std::string_view text;
    property properties[4];
};

constexpr std::optional<diagnostic_code> proper = std::nullopt;
constexpr auto without = authres_property_without_ptype;
constexpr auto unquoted = authres_value_unquoted;
constexpr auto malformed = authres_property_malformed;

constexpr text_row text_table[] = {
    {"nothing", "", {}},
    {"comments", " (x)\n (y) ", {}},
    {"RFC 8601 section 2.2",
     " smtp.mailfrom=b.example",
     {{"smtp.mailfrom=b.example", "smtp", "mailfrom", "b.example", proper}}},
    {"RFC 8601 appendix B.7",
     " (x)\n policy (A dot can go here) . (like that) expired\n (this) = (as I) 136 (z)",
     {{"policy (A dot can go here) . (like that) expired\n (this) = (as I) 136", "policy",
       "expired", "136", proper}}},
    {"several",
     " a.b=c d.e=\"f\n g\"(x)h.i=j@k.example",
     {{"a.b=c", "a", "b", "c", proper},
      {"d.e=\"f\n g\"", "d", "e", "\"f\n g\"", proper},
      {"h.i=j@k.example", "h", "i", "j@k.example", proper}}},
    {"no ptype", "action = none", {{"action = none", "", "action", "none", without}}},
    {"no ptype and no quotes", "bits=128/128", {{"bits=128/128", "", "bits", "128/128", without}}},
    {"empty",
     "a.b= (x)\n ; c",
     {{"a.b= (x)\n ;", "a", "b", ";", unquoted}, {"c", "", "", "", malformed}}},
    {"empty at the end", "a.b = \n ", {{"a.b =", "a", "b", "", unquoted}}},
    {"two meanings", "a.b= c.d=e", {{"a.b= c.d=e", "", "", "", malformed}}},
    {"two meanings, with CFWS",
     "a.b= c (x) . d=e f.g=h",
     {{"a.b= c", "", "", "", malformed},
      {".", "", "", "", malformed},
      {"d=e", "", "d", "e", without},
      {"f.g=h", "f", "g", "h", proper}}},
    {"an address split by white space",
     "a.b=c @d.example e.f=g",
     {{"a.b=c", "", "", "", malformed},
      {"@d.example", "", "", "", malformed},
      {"e.f=g", "e", "f", "g", proper}}},
    {"words",
     "a b (c) d. .e",
     {{"a", "", "", "", malformed},
      {"b", "", "", "", malformed},
      {"d.", "", "", "", malformed},
      {".e", "", "", "", malformed}}},
    {"malformed names",
     "a-.b=c a.b-=c \"a\".b=c a.b.c=d",
     {{"a-.b=c", "", "", "", malformed},
      {"a.b-=c", "", "", "", malformed},
      {"\"a\".b=c", "", "", "", malformed},
      {"a.b.c=d", "", "", "", malformed}}},
    {"a control character",
     "a.b=c\x01 d.e=f",
     {{"a.b=c\x01", "", "", "", malformed}, {"d.e=f", "d", "e", "f", proper}}},
    {"not closed", "a.b=\"c d.e=f", {{"a.b=\"c d.e=f", "", "", "", auth_not_closed}}},
    {"a comment that is not closed instead of a value",
     "a.b= (c",
     {{"a.b=", "", "", "", auth_not_closed}}},
    {"a comment that is not closed", "a.b=c (d e.f=g", {{"a.b=c", "a", "b", "c", proper}}},
};

constexpr void check(text_row const& row, std::string_view text) {
    std::size_t count = 0;
    for (auto const p : propspecs{foldwise::detail::propspec_walker{text, 100}}) {
        auto const& wanted = row.properties[count++];
        REQUIRE_SAME(row.from, p.has_value(), !wanted.name.empty());
        if (!p) {
            auto const at = p.error().offset - 100;
            REQUIRE_SAME(row.from, p.error().code == wanted.code, true);
            REQUIRE_SAME(row.from,
                         test::same_but_for_cr(text.substr(at, p.error().length), wanted.raw),
                         true);
            continue;
        }
        REQUIRE_SAME(row.from, test::same_but_for_cr(p->raw(), wanted.raw), true);
        REQUIRE_SAME(row.from, p->ptype(), wanted.ptype);
        REQUIRE_SAME(row.from, p->property(), wanted.name);
        REQUIRE_SAME(row.from, test::same_but_for_cr(p->value().raw(), wanted.value), true);
        REQUIRE_SAME(row.from, p->deviation().has_value(), wanted.code.has_value());
        if (auto const d = p->deviation()) {
            REQUIRE_SAME(row.from, d->code == wanted.code && d->length == p->raw().size(), true);
            REQUIRE_SAME(row.from, d->offset, 100 + foldwise::offset_of(text, p->raw()));
        }
        REQUIRE_SAME(row.from, p->is(wanted.ptype, wanted.name), true);
    }
    REQUIRE_SAME(row.from, count == 4 || row.properties[count].raw.empty(), true);
}

constexpr bool table_of_properties() {
    for (auto const& row : text_table)
        test::with_both_line_endings(row.text, [&row](std::string_view text) { check(row, text); });
    REQUIRE_TRUE(propspecs{}.empty() && propspecs{}.begin() == propspecs{}.end());
    return true;
}
CASE("propspec: the properties that follow a result", table_of_properties)

TEST_CASE("propspec: any octets; properties in order, each the same when read on its own") {
    test::for_each_string("ab.= (@\"\n", 6, [](std::string_view text) {
        std::size_t end = 0;
        for (auto const p : propspecs{foldwise::detail::propspec_walker{text, 0}}) {
            auto const at = p ? foldwise::offset_of(text, p->raw()) : p.error().offset;
            auto const size = p ? p->raw().size() : p.error().length;
            REQUIRE_SAME(text, at >= end && size > 0 && size <= text.size() - at, true);
            end = at + size;
            if (!p) continue;
            propspecs const again{foldwise::detail::propspec_walker{p->raw(), 0}};
            auto const same = *again.begin();
            REQUIRE_SAME(text, same && same->raw() == p->raw(), true);
            REQUIRE_SAME(text, same && same->value().raw() == p->value().raw(), true);
            REQUIRE_SAME(text, same && same->deviation().has_value() == p->deviation().has_value(),
                         true);
        }
        return true;
    });
}

} // namespace

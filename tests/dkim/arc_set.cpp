#include <foldwise/dkim/arc_set.hpp>

#include <foldwise/dkim/arc_chain.hpp>

#include "../support.hpp"
#include "arc_fields.hpp"

namespace {

using foldwise::arc_chain;
using foldwise::arc_member;
using foldwise::arc_set;
using foldwise::authentication_results;
using foldwise::header_section;

static_assert(std::is_trivially_copyable_v<arc_set>);

struct oldest_pass_row {
    std::string_view from;
    std::string_view value;
    std::string_view number; // empty if none is recorded, "!" if it cannot be read
    std::string_view where;  // the octets of the error
};

constexpr oldest_pass_row oldest_pass_table[] = {
    {"RFC 8617 section 6", "a.example; arc=pass header.oldest-pass=0", "0", ""},
    {"the most", "a.example; arc=pass header.oldest-pass=50", "50", ""},
    {"leading zeros", "a.example; arc=pass header.oldest-pass=007", "7", ""},
    {"other case, and another property before it",
     "a; ARC=pass smtp.remote-ip=192.0.2.1 Header.Oldest-Pass=2", "2", ""},
    {"quoted", "a; arc=pass header.oldest-pass=\"3\"", "3", ""},
    {"after another result", "a; spf=pass header.oldest-pass=3; arc=pass header.oldest-pass=4", "4",
     ""},
    {"not recorded", "a; arc=pass", "", ""},
    {"no result of ARC", "a; spf=pass header.oldest-pass=3", "", ""},
    {"of another type", "a; arc=pass smtp.oldest-pass=3", "", ""},
    {"too large", "a; arc=pass header.oldest-pass=51", "!", "header.oldest-pass=51"},
    {"no number", "a; arc=pass header.oldest-pass=i1", "!", "header.oldest-pass=i1"},
    {"empty", "a; arc=pass header.oldest-pass=\"\"", "!", "header.oldest-pass=\"\""},
};

constexpr bool oldest_passes() {
    for (auto const& row : oldest_pass_table) {
        auto const found = foldwise::arc_oldest_pass(authentication_results{row.value});
        REQUIRE_SAME(row.from, found.has_value(), row.number != "!");
        if (!found) {
            REQUIRE_SAME(row.from, found.error().name(), "authres_property_malformed");
            auto const where = row.value.substr(found.error().offset, found.error().length);
            REQUIRE_SAME(row.from, where, row.where);
            continue;
        }
        REQUIRE_SAME(row.from, found->has_value(), !row.number.empty());
        if (*found)
            REQUIRE_SAME(row.from, foldwise::read_decimal(row.number).value_or(99),
                         std::uint64_t{**found});
    }
    return true;
}
CASE("arc_set: header.oldest-pass", oldest_passes)

constexpr bool members_of_a_set() {
    auto const header = test::arc_fields("s1:none m1 a1 s2:pass");
    arc_chain const chain{header_section{header}};
    auto const first = chain.set(1);
    REQUIRE_TRUE(first.instance() == 1 && first.is_complete() && !first.empty());
    REQUIRE_TRUE(first.find(arc_member::seal)->is("ARC-Seal"));
    REQUIRE_TRUE(first.find(arc_member::message_signature)->is("ARC-Message-Signature"));
    REQUIRE_TRUE(first.seal()->is_domain("a.example"));
    REQUIRE_TRUE(*first.message_signature()->instance() == 1);
    REQUIRE_TRUE(*first.authentication_results()->results().authserv_id() == "a.example");
    REQUIRE_TRUE(first.oldest_pass() && !*first.oldest_pass());

    auto const second = chain.set(2);
    REQUIRE_TRUE(second.instance() == 2 && !second.is_complete() && !second.empty());
    REQUIRE_TRUE(second.seal() && !second.message_signature());
    REQUIRE_TRUE(!second.authentication_results() && !second.find(arc_member::message_signature));
    REQUIRE_TRUE(second.oldest_pass() && !*second.oldest_pass());

    arc_set const none;
    REQUIRE_TRUE(none.empty() && !none.is_complete() && none.instance() == 0 && !none.seal());
    return true;
}
CASE("arc_set: the fields of a set", members_of_a_set)

constexpr bool what_a_set_recorded() {
    constexpr std::string_view header =
        "ARC-Authentication-Results: i=2; a; arc=pass header.oldest-pass=1\n"
        "ARC-Authentication-Results: i=1; a; arc=pass header.oldest-pass=x\n";
    arc_chain const chain{header_section{header}};
    REQUIRE_TRUE(**chain.newest().oldest_pass() == 1);
    auto const malformed = chain.set(1).oldest_pass();
    REQUIRE_TRUE(!malformed && malformed.error().offset == 18); // in raw(), with the instance
    return true;
}
CASE("arc_set: oldest-pass as the server of the set recorded it", what_a_set_recorded)

} // namespace

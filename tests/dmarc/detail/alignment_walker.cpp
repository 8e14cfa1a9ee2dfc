#include <foldwise/dmarc/detail/alignment_walker.hpp>

#include "../../support.hpp"

namespace {

using foldwise::alignment_options;
using foldwise::authentication_results;
using foldwise::author_domain;
using foldwise::field;
using foldwise::message;
using foldwise::detail::alignment_walker;
using foldwise::detail::find_results_problem;
using foldwise::detail::is_received_by;

struct received_row {
    std::string_view raw;
    bool is_ours;
};

constexpr std::string_view hosts[] = {"a.example", ""};

constexpr received_row received_table[] = {
    {"Received: from x by A.Example (y) with SMTP; 1 Jan 2024", true},
    {"Received: by a.example", true},
    {"Received: by (x) a.example", true},
    {"Received: from by by a.example", true},
    {"Received: from x", false},
    {"Received: by ", false},
    {"Received: by a.example.", false},
    {"Received: by \"a.example\"", false},
    {"Received: by [a.example]", false},
    {"Received: by a.example x", false},
    {"Received: by a.example:25", false},
    {"Received: by a.example by a.example", false},
    {"Received: by a.example (x", false},
    {"Received: by a.example \"x", false},
    {"Received : by a.example", false},
    {"Received: by a.example\n \n", false},
    {"by a.example", false},
};

constexpr bool certain_hosts() {
    for (auto const& row : received_table) {
        REQUIRE_SAME(row.raw, is_received_by(field{row.raw}, hosts), row.is_ours);
        REQUIRE_SAME(row.raw, is_received_by(field{row.raw}, {}), false);
    }
    return true;
}
CASE("alignment_walker: Received fields that are certainly by a host", certain_hosts)

constexpr bool problems_of_a_field_and_of_a_result() {
    REQUIRE_TRUE(!find_results_problem(authentication_results{"a; spf=pass x=/ y.z="}));
    REQUIRE_TRUE(!find_results_problem(authentication_results{"a;; ;"}));
    REQUIRE_TRUE(find_results_problem(authentication_results{"a; spf=pass x"}).has_value());
    auto const problem = find_results_problem(authentication_results{"a b; x; spf=pass (y"});
    REQUIRE_TRUE(problem->name() == "auth_not_closed");
    return true;
}
CASE("alignment_walker: the problems of a field are not those of its results",
     problems_of_a_field_and_of_a_result)

constexpr bool many_servers_share_the_last_bit() {
    std::string_view names[80] = {};
    names[70] = "a.example";
    names[75] = "b.example";
    names[3] = "c.example";
    message const m{"Authentication-Results: a.example; dkim=none\n"
                    "Authentication-Results: b.example; dkim=pass header.d=d.example\n"
                    "Authentication-Results: c.example; dkim=pass header.d=d.example\n"
                    "From: a@d.example\n\n"};
    alignment_options const options{.authserv_ids = names};
    std::size_t count = 0;
    std::size_t superseded = 0;
    std::size_t aligned = 0;
    for (alignment_walker at{m, author_domain{m}, options}; !at.at_end(); at.advance(), ++count) {
        auto const finding = at.current().finding();
        superseded += finding == foldwise::alignment_finding::result_superseded ? 1u : 0u;
        aligned += foldwise::is_aligned(finding) ? 1u : 0u;
    }
    REQUIRE_TRUE(count == 7 && superseded == 1 && aligned == 1);
    return true;
}
CASE("alignment_walker: authserv-ids from the 64th on count as one server",
     many_servers_share_the_last_bit)

} // namespace

#include <foldwise/dmarc/alignment_step.hpp>

#include <foldwise/dmarc/alignment.hpp>

#include "../support.hpp"

namespace {

using foldwise::alignment;
using foldwise::alignment_step;
using foldwise::message;
using enum foldwise::alignment_finding;

static_assert(std::is_trivially_copyable_v<alignment_step>);

constexpr std::string_view ids[] = {"mx.sample.net"};
constexpr std::string_view hosts[] = {"mx.sample.net"};

constexpr bool what_each_step_is_about() {
    std::string_view const source =
        "Received: by mx.sample.net; 1 Jan 2024 00:00:00 +0000\n"
        "Authentication-Results: mx.sample.net; spf=pass smtp.mailfrom=a@C.example; dmarc=pass;\n"
        " dkim=pass header.d=b.example x=y\n"
        "From: a@B.example\n\n";
    alignment const a{message{source}, {.authserv_ids = ids, .own_hosts = hosts}};
    REQUIRE_TRUE(!a.is_aligned() && !a.aligned_step());
    auto at = a.steps().begin();
    REQUIRE_TRUE((*at).finding() == author_found && (*at).field()->is("From"));
    REQUIRE_TRUE((*at).domain()->text() == "b.example" && !(*at).result() && !(*at).problem());
    ++at;
    REQUIRE_TRUE((*at).finding() == own_host && (*at).field()->is("Received"));
    ++at;
    REQUIRE_TRUE((*at).finding() == results_trusted && !(*at).result() && !(*at).domain());
    ++at;
    REQUIRE_TRUE((*at).finding() == organizational_domain_unknown);
    REQUIRE_TRUE((*at).result()->is("spf") && (*at).property()->is("smtp", "mailfrom"));
    REQUIRE_TRUE((*at).domain()->text() == "c.example" && !(*at).is_aligned());
    REQUIRE_TRUE((*at).field()->is("authentication-results"));
    auto const same = at++;
    REQUIRE_TRUE(same != at && (*same).result()->is("spf"));
    REQUIRE_TRUE((*at).finding() == other_method && (*at).result()->is("dmarc"));
    ++at;
    REQUIRE_TRUE((*at).finding() == result_doubtful && (*at).property()->is("header", "d"));
    auto const problem = *(*at).problem();
    REQUIRE_TRUE(problem.name() == "authres_property_without_ptype");
    REQUIRE_TRUE(source.substr(problem.offset, problem.length) == "x=y");
    REQUIRE_TRUE(++at == a.steps().end());
    return true;
}
CASE("alignment_step: what each step is about", what_each_step_is_about)

constexpr bool a_problem_of_a_field() {
    std::string_view const source = "Authentication-Results: mx.sample.net x; dkim=none\n"
                                    "Authentication-Results : mx.sample.net; dkim=none\n"
                                    "From : a@b.example\n\n";
    alignment const a{message{source}, {.authserv_ids = ids}};
    std::string_view const places[] = {" ", "x", " "};
    std::size_t index = 0;
    for (auto const step : a.steps()) {
        auto const problem = step.problem();
        REQUIRE_SAME(index, problem.has_value(), true);
        REQUIRE_SAME(index, source.substr(problem->offset, problem->length), places[index]);
        ++index;
    }
    REQUIRE_TRUE(index == 3);
    return true;
}
CASE("alignment_step: the problem because of which a field does not count", a_problem_of_a_field)

} // namespace

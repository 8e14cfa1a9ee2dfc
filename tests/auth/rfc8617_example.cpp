// The message of RFC 8617 appendix B, which three servers have sealed.

#include "rfc8617_example.hpp"

#include <foldwise/auth/arc_chain.hpp>
#include <foldwise/auth/fields.hpp>
#include <foldwise/auth/signed_fields.hpp>
#include <foldwise/message/message.hpp>

#include "../support.hpp"

#include <string>

namespace {

using namespace foldwise;

struct set_row {
    std::string_view domain;
    arc_chain_status status;
    std::string_view results; // each followed by a space
};

constexpr set_row sets[] = {
    {"lists.example.org", arc_chain_status::none, "spf=pass dkim=pass dmarc=pass "},
    {"gmail.example", arc_chain_status::pass, "spf=fail dkim=fail dmarc=fail arc=pass "},
    {"clochette.example.org", arc_chain_status::pass, "spf=fail dkim=fail dmarc=fail arc=pass "},
};

constexpr test::text_buffer results_of(authentication_results const& results) {
    test::text_buffer text;
    for (auto const r : results) {
        text.append(r->method());
        text.append('=');
        text.append(r->result());
        text.append(' ');
    }
    return text;
}

constexpr void check_chain(std::string_view bytes) {
    message const m{bytes};
    arc_chain const chain{m};
    REQUIRE_TRUE(chain.size() == 3 && !chain.has_stray_fields());
    REQUIRE_TRUE(chain.can_pass() && !chain.deviation());
    REQUIRE_TRUE(*chain.recorded_status() == arc_chain_status::pass);
    for (auto const& set : chain) {
        auto const& row = sets[set.instance() - 1];
        REQUIRE_SAME(row.domain, set.is_complete(), true);
        REQUIRE_SAME(row.domain, set.seal()->is_domain(row.domain), true);
        REQUIRE_SAME(row.domain, *set.seal()->chain_status(), row.status);
        REQUIRE_SAME(row.domain, set.message_signature()->is_domain(row.domain), true);
        auto const results = set.authentication_results()->results();
        REQUIRE_SAME(row.domain, *results.authserv_id() == row.domain, true);
        REQUIRE_SAME(row.domain, std::string_view{results_of(results)}, row.results);
        REQUIRE_SAME(row.domain, set.oldest_pass()->has_value(), false);
    }
}

constexpr bool the_chain_with_lf() {
    check_chain(test::rfc8617_example);
    return true;
}
CASE("RFC 8617 appendix B: the sets", the_chain_with_lf)

constexpr void check_coverage(message const& m, signature_tags const& signature) {
    signed_fields const s{m, signature};
    for (auto const name : {"Message-ID", "Date", "From", "To", "Subject"}) {
        auto const coverage = s.coverage_of(name);
        REQUIRE_SAME(name, coverage.signed_count(), std::size_t{1});
        REQUIRE_SAME(name, coverage.unsigned_count(), std::size_t{0});
        REQUIRE_SAME(name, coverage.is_oversigned(), false);
    }
    REQUIRE_TRUE(s.coverage_of("Received").unsigned_count() == 4);
    REQUIRE_TRUE(!s.deviation()); // the message has no other field that is shown
}

constexpr bool what_the_signatures_cover() {
    message const m{test::rfc8617_example};
    check_coverage(m, *get<"DKIM-Signature">(m));
    check_coverage(m, *get<"ARC-Message-Signature">(m));
    return true;
}
CASE("RFC 8617 appendix B: what the signatures cover", what_the_signatures_cover)

TEST_CASE("RFC 8617 appendix B, with CRLF") {
    std::string crlf;
    for (char const octet : test::rfc8617_example)
        octet == '\n' ? crlf.append("\r\n") : crlf.append(1, octet);
    check_chain(crlf);
    message const m{crlf};
    check_coverage(m, *get<"DKIM-Signature">(m));
    for (auto const signature : all<"ARC-Message-Signature">(m)) check_coverage(m, signature);
}

} // namespace

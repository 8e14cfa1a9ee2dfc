// The message of RFC 8617 appendix B, which three servers have sealed.

#include "rfc8617_example.hpp"

#include <foldwise/auth/fields.hpp>
#include <foldwise/dkim/arc_chain.hpp>
#include <foldwise/dkim/fields.hpp>
#include <foldwise/dkim/sealed_header.hpp>
#include <foldwise/dkim/signed_body.hpp>
#include <foldwise/dkim/signed_fields.hpp>
#include <foldwise/dkim/signed_header.hpp>
#include <foldwise/message/message.hpp>

#include "../sha1.hpp"
#include "../sha256.hpp"
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
    signed_fields const s{signature, m};
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

// ---- Hashes. The RFC has no keys, so that the signatures themselves cannot be verified.

constexpr void check_body_hash(message const& m, signature_tags const& signature) {
    REQUIRE_TRUE(*signature.body_hash() == test::base64_hash_of(*signed_body(signature, m)));
}

constexpr bool body_hashes() {
    message const m{test::rfc8617_example};
    for (auto const signature : all<"ARC-Message-Signature">(m)) check_body_hash(m, signature);
    // The DKIM-Signature has a SHA-1 hash of the same text.
    auto const signature = *get<"DKIM-Signature">(m);
    auto const hash = test::base64_hash_of<test::sha1>(*signed_body(signature, m));
    REQUIRE_TRUE(*signature.body_hash() == hash);
    return true;
}
CASE("RFC 8617 appendix B: bh= is the hash of the body", body_hashes)

constexpr bool what_a_seal_covers() {
    message const m{test::rfc8617_example};
    sealed_header const header{arc_chain{m}, 1, m};
    REQUIRE_TRUE(
        header ==
        "arc-authentication-results:i=1; lists.example.org; spf=pass "
        "smtp.mfrom=jqd@d1.example; dkim=pass (512-bit key) header.i=@d1.example; "
        "dmarc=pass\r\n"
        "arc-message-signature:i=1; a=rsa-sha256; c=relaxed/relaxed; d= lists.example.org; "
        "h=message-id:date:from:to:subject; s= dk-lists; t=12345; "
        "bh=KWSe46TZKCcDbH4klJPo+tjk5LWJnVRlP5pvjXFZYL Q=; "
        "b=DsoD3n3hiwlrN1ma8IZQFgZx8EDO7Wah3hUjIEsYKuShRKYB4LwGUiKD5Y "
        "yHgcIwGHhSc/4+ewYqHMWDnuFxiQ==\r\n"
        "arc-seal:i=1; a=rsa-sha256; cv=none; d=lists.example.org; s=dk-lists; t=12345; "
        "b=");
    return true;
}
CASE("RFC 8617 appendix B: what a seal covers", what_a_seal_covers)

TEST_CASE("RFC 8617 appendix B, with CRLF") {
    std::string crlf;
    for (char const octet : test::rfc8617_example)
        octet == '\n' ? crlf.append("\r\n") : crlf.append(1, octet);
    check_chain(crlf);
    message const m{crlf};
    check_coverage(m, *get<"DKIM-Signature">(m));
    for (auto const signature : all<"ARC-Message-Signature">(m)) {
        check_coverage(m, signature);
        check_body_hash(m, signature);
    }
    message const with_lf{test::rfc8617_example};
    for (unsigned i = 1; i <= 3; ++i) {
        sealed_header const sealed{arc_chain{m}, i, m};
        sealed_header const sealed_with_lf{arc_chain{with_lf}, i, with_lf};
        CHECK(sealed.to_string() == sealed_with_lf.to_string());
        CHECK_FALSE(sealed.problem());
    }
}

} // namespace

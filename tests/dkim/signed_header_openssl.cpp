// Verifies whole signatures with the openssl command, with the keys of RFC 6376 appendix C and RFC
// 8463 appendix A. What is hashed, and the signature, come from foldwise.

#include <foldwise/dkim/signed_header.hpp>

#include "../sha256.hpp"
#include "../support.hpp"
#include "openssl.hpp"

#include <foldwise/dkim/dkim_signature.hpp>
#include <foldwise/dkim/signed_body.hpp>

#include <string>

namespace {

using foldwise::dkim_signature;
using foldwise::message;
using foldwise::signed_header;

// RFC 6376 appendix A.2. The printed example has other white space than the message that was signed,
// which matters since its canonical forms are simple. In the message, continuation lines start with
// six SPs, one more than is printed after the margin of three, and there is one SP after "game.",
// where two are printed. Both signature and bh= verify with these changes only.
constexpr std::string_view rfc6376_a2 =
    "DKIM-Signature: v=1; a=rsa-sha256; s=brisbane; d=example.com;\n"
    "      c=simple/simple; q=dns/txt; i=joe@football.example.com;\n"
    "      h=Received : From : To : Subject : Date : Message-ID;\n"
    "      bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\n"
    "      b=AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB\n"
    "      4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut\n"
    "      KVdkLLkpVaVVQPzeRDI009SO2Il5Lu7rDNH6mZckBdrIx0orEtZV\n"
    "      4bmp/YzhwvcubU4=;\n"
    "Received: from client1.football.example.com  [192.0.2.1]\n"
    "      by submitserver.example.com with SUBMISSION;\n"
    "      Fri, 11 Jul 2003 21:01:54 -0700 (PDT)\n"
    "From: Joe SixPack <joe@football.example.com>\n"
    "To: Suzie Q <suzie@shopping.example.net>\n"
    "Subject: Is dinner ready?\n"
    "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\n"
    "Message-ID: <20030712040037.46341.5F8J@football.example.com>\n"
    "\n"
    "Hi.\n"
    "\n"
    "We lost the game. Are you hungry yet?\n"
    "\n"
    "Joe.\n";

// RFC 8463 appendix A.3.
constexpr std::string_view rfc8463_a3 =
    "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\n"
    " d=football.example.com; i=@football.example.com;\n"
    " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\n"
    " subject : date : message-id : from : subject : date;\n"
    " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\n"
    " b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus\n"
    " Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==\n"
    "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\n"
    " d=football.example.com; i=@football.example.com;\n"
    " q=dns/txt; s=test; t=1528637909; h=from : to : subject :\n"
    " date : message-id : from : subject : date;\n"
    " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\n"
    " b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3\n"
    " DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz\n"
    " dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=\n"
    "From: Joe SixPack <joe@football.example.com>\n"
    "To: Suzie Q <suzie@shopping.example.net>\n"
    "Subject: Is dinner ready?\n"
    "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\n"
    "Message-ID: <20030712040037.46341.5F8J@football.example.com>\n"
    "\n"
    "Hi.\n"
    "\n"
    "We lost the game.  Are you hungry yet?\n"
    "\n"
    "Joe.\n"
    "\n";

struct key {
    std::string_view domain;
    std::string_view selector;
    std::string_view key; // SubjectPublicKeyInfo in base64
};

constexpr key keys[] = {
    {"example.com", "brisbane",
     "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkM\n"
     "oGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/R\n"
     "tdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToI\n"
     "MmPSPDdQPNUYckcQ2QIDAQAB\n"},
    // The p= of an Ed25519 key is the 32 octets of the key (RFC 8463 section 4). In base64, the
    // header of RFC 8410 before them, 12 octets, is MCowBQYDK2VwAyEA.
    {"football.example.com", "brisbane",
     "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"},
    {"football.example.com", "test",
     "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6\n"
     "Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/\n"
     "e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G\n"
     "+2kryOTIKT+l/K4w3QIDAQAB\n"},
};

/// Whether openssl verifies the signature with its key.
bool is_verified(dkim_signature const& s, signed_header const& header) {
    std::string key;
    for (auto const& each : keys)
        if (s.is_domain(each.domain) && *s.selector() == each.selector) key = each.key;
    std::erase(key, '\n');
    return test::is_verified(s, header, key);
}

TEST_CASE("signed_header: openssl verifies the signatures of RFC 6376 and RFC 8463") {
    if (!test::has_openssl()) {
        MESSAGE("the openssl command is missing: no signature was verified");
        return;
    }
    std::size_t verified = 0;
    for (auto const octets_with_lf : {rfc6376_a2, rfc8463_a3})
        test::with_both_line_endings(octets_with_lf, [&](std::string_view octets) {
            message const m{octets};
            for (auto const f : m.header().find_all("DKIM-Signature")) {
                dkim_signature const s{f};
                signed_header const header{s, f, m};
                CHECK(*s.body_hash() == test::base64_hash_of(*signed_body(s, m)));
                CHECK(is_verified(s, header));
                ++verified;

                // The same signature over another text.
                auto changed = std::string{octets};
                changed[changed.find("dinner")] = 'D';
                message const other{changed};
                for (auto const g : other.header().find_all("DKIM-Signature"))
                    if (dkim_signature const t{g}; *t.selector() == *s.selector())
                        CHECK(!is_verified(t, signed_header{t, g, other}));
            }
        });
    CHECK(verified == 6);
}

} // namespace

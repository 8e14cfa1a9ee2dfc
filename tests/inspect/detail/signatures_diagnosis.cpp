#include <foldwise/inspect/detail/signatures_diagnosis.hpp>

#include "../inspection.hpp"

#include <string>

namespace {

using enum foldwise::diagnostic_code;

constexpr std::string_view signature =
    "DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=b; h=from; bh=YQ==; b=YQ==\n";

TEST_CASE("diagnose: what signatures leave unsigned, once for all signatures") {
    auto const one = std::string{signature} + "From: a@a.example\nSubject: a\n\n";
    auto const two = std::string{signature} + one;
    auto const partly = std::string{"DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=b;\n h=from:"
                                    "subject; bh=YQ==; b=YQ==; l=1\n"} +
                        "From: a@a.example\nSubject: a\n\nabc\n";
    test::check({
        {"RFC 6376 section 5.4", one, {{dkim_shown_field_unsigned, "Subject: a\n"}}},
        {"two signatures", two, {{dkim_shown_field_unsigned, "Subject: a\n"}}},
        {"RFC 6376 section 8.2: l=", partly, {{dkim_body_partly_signed, "abc\n"}}},
    });
}

TEST_CASE("diagnose: a limit of the signatures that are compared") {
    std::string bytes;
    for (int i = 0; i < 10; ++i) bytes += signature;
    test::check({{"10", bytes + "From: a@a.example\n", {}},
                 {"11",
                  bytes + std::string{signature} + "From: a@a.example\n",
                  {{dkim_signatures_limit, signature}}}});
}

TEST_CASE("diagnose: ARC sets together") {
    test::check({{"RFC 8617 section 4.2.1",
                  "ARC-Seal: i=1; a=rsa-sha256; d=a.example; s=b; cv=none; b=YQ==\n",
                  {{arc_set_incomplete,
                    "ARC-Seal: i=1; a=rsa-sha256; d=a.example; s=b; cv=none; b=YQ==\n"}}}});
}

} // namespace

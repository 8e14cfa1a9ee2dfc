#include <foldwise/dmarc/detail/result_doubts.hpp>

#include "../../support.hpp"

namespace {

using foldwise::authentication_results;
using foldwise::domain_name;
using foldwise::resinfo;
using foldwise::detail::find_dkim_doubt;
using foldwise::detail::find_second_sender;
using foldwise::detail::find_spf_doubt;
using enum foldwise::alignment_finding;

struct row {
    std::string_view result;
    foldwise::alignment_finding finding; // strict_alignment: no doubt
    std::string_view place = {};
};

constexpr row table[] = {
    {"dkim=pass header.d=b.example", strict_alignment},
    {"dkim=pass (2048-bit key; unprotected) header.d=b.example", strict_alignment},
    {"dkim=pass header.d=b.example header.i=@b.example header.s=x header.b=y header.a=z",
     strict_alignment},
    {"dkim=pass header.i=\"x@Y.B.example\"", strict_alignment},
    {"dkim=pass header.i=b.example", strict_alignment},
    {"dkim=pass policy.x=y body.z=1", strict_alignment},
    {"dkim=pass header.i=@example", signer_outside_domain, "header.i=@example"},
    {"dkim=pass header.i=@xb.example", signer_outside_domain, "header.i=@xb.example"},
    {"dkim=pass header.i=x", signer_outside_domain, "header.i=x"},
    {"dkim=pass header.i=\"\"", signer_outside_domain, "header.i=\"\""},
    {"dkim=pass header.i=@b.example header.I=@b.example", property_repeated, "header.I=@b.example"},
    {"dkim=pass header.s=x header.s=x", property_repeated, "header.s=x"},
    {"dkim=pass header.b=x header.b=y", property_repeated, "header.b=y"},
    {"dkim=pass header.a=x header.a=y", property_repeated, "header.a=y"},
    {"dkim=pass header.s=x@b.example", property_misplaced, "header.s=x@b.example"},
    {"dkim=pass policy.x=\"y@z\"", property_misplaced, "policy.x=\"y@z\""},
    {"dkim=pass smtp.mailfrom=b.example", property_misplaced, "smtp.mailfrom=b.example"},
    {"dkim=pass (x@y) header.d=b.example", comment_misplaced, "(x@y)"},
    {"dkim=pass header.d=b.example (a=b)", comment_misplaced, "(a=b)"},
    {"spf=pass smtp.mailfrom=b.example smtp.helo=c.example", strict_alignment},
    {"spf=pass smtp.mailfrom=x@b.example smtp.mail=y@b.example", strict_alignment},
    {"spf=pass smtp.rcpttodomain=c.example policy.x=y", strict_alignment},
    {"spf=pass (x@y helo=z) smtp.mailfrom=b.example", strict_alignment},
    {"spf=pass smtp.rcptto=x@c.example", property_misplaced, "smtp.rcptto=x@c.example"},
    {"spf=pass smtp.helo=x@c.example", property_misplaced, "smtp.helo=x@c.example"},
    {"spf=pass header.d=b.example", property_misplaced, "header.d=b.example"},
    {"spf=pass x.y=z", property_misplaced, "x.y=z"},
    {"spf=pass smtp.helo=a smtp.HELO=b", property_repeated, "smtp.HELO=b"},
    {"spf=pass smtp.mail=a smtp.mail=a", property_repeated, "smtp.mail=a"},
};

constexpr bool contradictions() {
    auto const domain = *domain_name::read("b.example");
    for (auto const& row : table) {
        auto const r = *resinfo::read(row.result);
        auto const found = r.is("spf") ? find_spf_doubt(r) : find_dkim_doubt(r, domain, {});
        REQUIRE_SAME(row.result, found.has_value(), row.finding != strict_alignment);
        if (!found) continue;
        REQUIRE_SAME(row.result, name_of(found->finding), name_of(row.finding));
        REQUIRE_SAME(row.result, found->place, row.place);
    }
    return true;
}
CASE("result_doubts: results that contradict themselves", contradictions)

struct senders_row {
    std::string_view value;
    std::string_view second; // empty: none
};

constexpr senders_row senders_table[] = {
    {"a; spf=pass smtp.mailfrom=x@b.example", ""},
    {"a; spf=pass smtp.mailfrom=x@b.example; auth=pass smtp.mailfrom=B.example", ""},
    {"a; spf=none smtp.mailfrom=\"\"; spf=none smtp.mailfrom=\"\"", ""},
    {"a; spf=none smtp.mailfrom=\"\" smtp.helo=b.example; spf=none smtp.helo=c.example", ""},
    {"a; spf=none smtp.pra=x@c.example; spf=pass smtp.mailfrom=x@b.example", ""},
    {"a; spf=pass smtp.mailfrom=b.example; x=y smtp.mailfrom=z@c.example",
     "smtp.mailfrom=z@c.example"},
    {"a; spf=pass smtp.mailfrom=b.example smtp.mail=c.example", "smtp.mail=c.example"},
    {"a; spf=none smtp.mailfrom=\"\"; spf=pass smtp.mailfrom=b.example", "smtp.mailfrom=b.example"},
    {"a; spf=none smtp.mailfrom=*; spf=pass smtp.mailfrom=**", "smtp.mailfrom=**"},
};

constexpr bool senders() {
    for (auto const& row : senders_table) {
        auto const found = find_second_sender(authentication_results{row.value});
        REQUIRE_SAME(row.value, found ? found->place : "", row.second);
        if (found) REQUIRE_TRUE(found->finding == results_for_two_senders);
    }
    return true;
}
CASE("result_doubts: two addresses of MAIL FROM", senders)

constexpr senders_row verdicts_table[] = {
    {"x; dkim=fail header.b=A; dkim=pass header.b=A", "header.b=A"},
    {"x; DKIM=pass header.b=A;\n dkim=none header.b=B; dkim=neutral header.b=A", "header.b=A"},
    {"x; dkim=pass header.b=A; dkim=pass header.b=A", ""},
    {"x; dkim=pass header.b=A; dkim=fail header.b=a", ""},
    {"x; dkim=pass header.d=b.example; dkim=fail header.d=b.example", ""},
    {"x; spf=fail header.b=A; dkim=pass header.b=A", ""},
    // RFC 6008 section 4: as many octets as are needed to tell the signatures apart
    {"x; dkim=fail header.b=ABCDEFGH; dkim=pass header.b=ABCDEFGHIJ", "header.b=ABCDEFGHIJ"},
    {"x; dkim=fail header.b=ABCDEFGHIJ; dkim=pass header.b=ABCDEFGH", "header.b=ABCDEFGH"},
    {"x; dkim=fail header.b=ABCDEFGHIJ; dkim=pass header.b=ABCDEFGHIK", ""},
    {"x; dkim=fail header.b=\"AB\"; dkim=pass header.b=AB", "header.b=AB"},
    {"x; dkim=pass header.b=1; dkim=pass header.b=2; dkim=pass header.b=3; dkim=pass header.b=4;"
     " dkim=pass header.b=5; dkim=pass header.b=6; dkim=pass header.b=7; dkim=pass header.b=8;"
     " dkim=fail header.b=A; dkim=pass header.b=A",
     "header.b=A"},
    {"x; dkim=pass header.b=1; dkim=pass header.b=2; dkim=pass header.b=3; dkim=pass header.b=4;"
     " dkim=pass header.b=5; dkim=pass header.b=6; dkim=pass header.b=7; dkim=pass header.b=8;"
     " dkim=pass header.b=9; dkim=pass header.b=a; dkim=pass header.b=b; dkim=pass header.b=c;"
     " dkim=pass header.b=d; dkim=pass header.b=e; dkim=pass header.b=f; dkim=pass header.b=g",
     ""},
    {"x; dkim=pass header.b=1; dkim=pass header.b=2; dkim=pass header.b=3; dkim=pass header.b=4;"
     " dkim=pass header.b=5; dkim=pass header.b=6; dkim=pass header.b=7; dkim=pass header.b=8;"
     " dkim=pass header.b=9; dkim=pass header.b=a; dkim=pass header.b=b; dkim=pass header.b=c;"
     " dkim=pass header.b=d; dkim=pass header.b=e; dkim=pass header.b=f; dkim=pass header.b=g;"
     " dkim=pass header.b=h",
     "header.b=h"}, // perhaps of a signature that is not remembered
};

constexpr bool verdicts() {
    for (auto const& row : verdicts_table) {
        auto const found = foldwise::detail::find_second_verdict(authentication_results{row.value});
        REQUIRE_SAME(row.value, found ? found->place : "", row.second);
    }
    return true;
}
CASE("result_doubts: two results of one signature", verdicts)

} // namespace

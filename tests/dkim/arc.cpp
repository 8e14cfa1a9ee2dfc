#include <foldwise/dkim/arc.hpp>

#include "../but_for_cr.hpp"
#include "../laws.hpp"
#include "../support.hpp"

#include <optional>
#include <string>

namespace {

using foldwise::arc_authentication_results;
using foldwise::arc_chain_status;
using foldwise::arc_message_signature;
using foldwise::arc_seal;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using enum diagnostic_code;

static_assert(foldwise::reads_fields<arc_authentication_results>);
static_assert(test::keeps_the_laws<arc_authentication_results>("i=0; a.example; spf=pass x=(",
                                                               diagnostic_code::auth_not_closed));
static_assert(foldwise::reads_fields<arc_message_signature>);
static_assert(test::keeps_the_laws<arc_message_signature>("i=51; a=rsa-sha1; a=; h=x",
                                                          diagnostic_code::tag_duplicate));
static_assert(foldwise::reads_fields<arc_seal>);
static_assert(test::keeps_the_laws<arc_seal>("i=1; cv=maybe; h=x",
                                             diagnostic_code::dkim_algorithm_missing));
static_assert(std::is_trivially_copyable_v<arc_authentication_results>);
static_assert(std::is_trivially_copyable_v<arc_message_signature>);
static_assert(std::is_trivially_copyable_v<arc_seal>);
static_assert(!std::is_constructible_v<arc_authentication_results, std::string>);
static_assert(!std::is_constructible_v<arc_message_signature, std::string>);
static_assert(!std::is_constructible_v<arc_seal, std::string>);

// ---- RFC 8617 appendix B

struct seal_row {
    std::string_view field;
    unsigned instance;
    arc_chain_status status;
    std::string_view domain;
    std::string_view selector;
};

constexpr seal_row seal_table[] = {
    {"ARC-Seal: i=3; a=rsa-sha256; cv=pass; d=clochette.example.org; s=\n"
     "        clochette; t=12345; b=CU87XzXlNlk5X/yW4l73UvPUcP9ivwYWxyBWcVrRs7\n"
     "        +HPx3K05nJhny2fvymbReAmOA9GTH/y+k9kEc59hAKVg==\n",
     3, arc_chain_status::pass, "clochette.example.org", "clochette"},
    {"ARC-Seal: i=2; a=rsa-sha256; cv=pass; d=gmail.example; s=20120806; t=\n"
     "        12345; b=Zpukh/kJL4Q7Kv391FKwTepgS56dgHIcdhhJZjsalhqkFIQQAJ4T9BE\n"
     "        8jjLXWpRNuh81yqnT1/jHn086RwezGw==\n",
     2, arc_chain_status::pass, "gmail.example", "20120806"},
    {"ARC-Seal: i=1; a=rsa-sha256; cv=none; d=lists.example.org; s=dk-lists;\n"
     "         t=12345; b=TlCCKzgk3TrAa+G77gYYO8Fxk4q/Ml0biqduZJeOYh6+0zhwQ8u/\n"
     "        lHxLi21pxu347isLSuNtvIagIvAQna9a5A==\n",
     1, arc_chain_status::none, "lists.example.org", "dk-lists"},
};

struct signature_row {
    std::string_view field;
    unsigned instance;
    std::string_view domain;
    std::string_view selector;
};

constexpr signature_row signature_table[] = {
    {"ARC-Message-Signature: i=3; a=rsa-sha256; c=relaxed/relaxed; d=\n"
     "        clochette.example.org; h=message-id:date:from:to:subject; s=\n"
     "        clochette; t=12345; bh=KWSe46TZKCcDbH4klJPo+tjk5LWJnVRlP5pvjXFZY\n"
     "        LQ=; b=o71vwyLsK+Wm4cOSlirXoRwzEvi0vqIjd/2/GkYFYlSd/GGfKzkAgPqxf\n"
     "        K7ccBMP7Zjb/mpeggswHjEMS8x5NQ==\n",
     3, "clochette.example.org", "clochette"},
    {"ARC-Message-Signature: i=2; a=rsa-sha256; c=relaxed/relaxed; d=\n"
     "        gmail.example; h=message-id:date:from:to:subject; s=20120806; t=\n"
     "        12345; bh=KWSe46TZKCcDbH4klJPo+tjk5LWJnVRlP5pvjXFZYLQ=; b=CVoG44\n"
     "        cVZvoSs2mMig2wwqPaJ4OZS5XGMCegWqQs1wvRZJS894tJM0xO1RJLgCPsBOxdA5\n"
     "        9WSqI9s9DfyKDfWg==\n",
     2, "gmail.example", "20120806"},
    {"ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=\n"
     "        lists.example.org; h=message-id:date:from:to:subject; s=\n"
     "        dk-lists; t=12345; bh=KWSe46TZKCcDbH4klJPo+tjk5LWJnVRlP5pvjXFZYL\n"
     "        Q=; b=DsoD3n3hiwlrN1ma8IZQFgZx8EDO7Wah3hUjIEsYKuShRKYB4LwGUiKD5Y\n"
     "        yHgcIwGHhSc/4+ewYqHMWDnuFxiQ==\n",
     1, "lists.example.org", "dk-lists"},
};

struct results_row {
    std::string_view field;
    unsigned instance;
    std::string_view authserv_id;
    std::string_view results; // each followed by a space
};

constexpr results_row results_table[] = {
    {"ARC-Authentication-Results: i=3; clochette.example.org; spf=fail\n"
     "    smtp.from=jqd@d1.example; dkim=fail (512-bit key)\n"
     "    header.i=@d1.example; dmarc=fail; arc=pass (as.2.gmail.example=pass,\n"
     "    ams.2.gmail.example=pass, as.1.lists.example.org=pass,\n"
     "    ams.1.lists.example.org=fail (message has been altered))\n",
     3, "clochette.example.org", "spf fail dkim fail dmarc fail arc pass "},
    {"ARC-Authentication-Results: i=2; gmail.example; spf=fail\n"
     "    smtp.from=jqd@d1.example; dkim=fail (512-bit key)\n"
     "    header.i=@example.org; dmarc=fail; arc=pass\n"
     "    (as.1.lists.example.org=pass, ams.1.lists.example.org=pass)\n",
     2, "gmail.example", "spf fail dkim fail dmarc fail arc pass "},
    {"ARC-Authentication-Results: i=1; lists.example.org; spf=pass\n"
     "    smtp.mfrom=jqd@d1.example; dkim=pass (512-bit key)\n"
     "    header.i=@d1.example; dmarc=pass\n",
     1, "lists.example.org", "spf pass dkim pass dmarc pass "},
};

template <class Field>
constexpr void check_proper(std::string_view row, Field const& field) {
    field.diagnose([row](diagnostic const& problem) {
        REQUIRE_SAME(row, problem.name(), std::string_view{});
    });
}

constexpr bool seals_of_the_rfc() {
    for (auto const& row : seal_table)
        test::with_both_line_endings(row.field, [&row](std::string_view bytes) {
            arc_seal const seal{foldwise::field{bytes}};
            REQUIRE_SAME(row.field, *seal.instance(), row.instance);
            REQUIRE_SAME(row.field, *seal.chain_status(), row.status);
            REQUIRE_SAME(row.field, *seal.domain(), row.domain);
            REQUIRE_SAME(row.field, *seal.selector(), row.selector);
            REQUIRE_SAME(row.field, **seal.timestamp(), 12345u);
            REQUIRE_SAME(row.field, seal.algorithm()->hash, "sha256");
            check_proper(row.field, seal);
        });
    return true;
}
CASE("arc: the seals of RFC 8617", seals_of_the_rfc)

constexpr bool signatures_of_the_rfc() {
    for (auto const& row : signature_table)
        test::with_both_line_endings(row.field, [&row](std::string_view bytes) {
            arc_message_signature const signature{foldwise::field{bytes}};
            REQUIRE_SAME(row.field, *signature.instance(), row.instance);
            REQUIRE_SAME(row.field, *signature.domain(), row.domain);
            REQUIRE_SAME(row.field, *signature.selector(), row.selector);
            REQUIRE_SAME(row.field, signature.canonicalization()->body, "relaxed");
            REQUIRE_SAME(
                row.field,
                *signature.body_hash() == "KWSe46TZKCcDbH4klJPo+tjk5LWJnVRlP5pvjXFZYLQ=", true);
            REQUIRE_SAME(row.field, signature.lists("Subject"), true);
            check_proper(row.field, signature);
        });
    return true;
}
CASE("arc: the message signatures of RFC 8617", signatures_of_the_rfc)

constexpr bool results_of_the_rfc() {
    for (auto const& row : results_table)
        test::with_both_line_endings(row.field, [&row](std::string_view bytes) {
            arc_authentication_results const aar{foldwise::field{bytes}};
            REQUIRE_SAME(row.field, *aar.instance(), row.instance);
            REQUIRE_SAME(row.field, *aar.results().authserv_id() == row.authserv_id, true);
            test::text_buffer results;
            for (auto const r : aar.results()) {
                results.append(r->method());
                results.append(' ');
                results.append(r->result());
                results.append(' ');
            }
            REQUIRE_SAME(row.field, std::string_view{results}, row.results);
            check_proper(row.field, aar);
        });
    return true;
}
CASE("arc: the authentication results of RFC 8617", results_of_the_rfc)

// ---- The instance

struct instance_row {
    std::string_view from;
    std::string_view value;
    std::optional<unsigned> instance; // as a seal reads it
    bool is_first = true;             // if false, authentication results have none
};

constexpr instance_row instance_table[] = {
    {"RFC 8617 section 3.9", "i=1; a=b", 1},
    {"CFWS around everything", " (a;b) i\n (\"c) = (;i=9) 50 (d\n e) ; a=b", 50},
    {"an instance alone", "i=7", 7},
    {"two digits", "i=09; a=b", 9},
    {"0", "i=0; a=b", {}},
    {"51", "i=51; a=b", {}},
    {"three digits", "i=001; a=b", {}},
    {"no number", "i=x; a=b", {}},
    {"nothing", "i=; a=b", {}},
    {"quoted", "i=\"1\"; a=b", {}},
    {"two numbers", "i=1 2; a=b", {}},
    {"a sign", "i=+1; a=b", {}},
    {"a comment that is not closed", "i=1 (; a=b", {}},
    {"another tag", "a=b; d=c", {}, false},
    {"a capital", "I=1; a=b", {}, false},
    {"a longer name", "ii=1; a=b", {}, false},
    {"no value", "i; a=b", {}, false},
    {"the second tag", "a=b; i=2", 2, false},
    {"a comment with the second tag", "a=b; i=2 (c)", 2, false},
};

constexpr bool instances() {
    for (auto const& row : instance_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const of_seal = arc_seal{value}.instance();
            auto const of_signature = arc_message_signature{value}.instance();
            auto const of_results = arc_authentication_results{value}.instance();
            REQUIRE_SAME(row.from, of_seal.has_value(), row.instance.has_value());
            if (row.instance) REQUIRE_SAME(row.from, *of_seal, *row.instance);
            REQUIRE_SAME(row.from, of_seal == of_signature, true);
            REQUIRE_SAME(row.from, row.is_first ? of_results == of_seal : !of_results, true);
        });
    REQUIRE_TRUE(foldwise::detail::read_arc_instance("i=x; a=b").end == 4);
    auto const missing = foldwise::detail::read_arc_instance("a=b");
    REQUIRE_TRUE(missing.end == 0 && missing.position.error() == diagnostic{tag_missing, 3, 0});
    // The tags are those after the instance.
    REQUIRE_TRUE(arc_seal{"i=1 (;d=no.no); d=a.b"}.domain().value_or("") == "a.b");
    REQUIRE_TRUE(arc_seal{"i=x; d=a.b"}.domain().value_or("") == "a.b");
    REQUIRE_TRUE(arc_seal{"d=a.b; i=1"}.domain().value_or("") == "a.b");
    REQUIRE_TRUE(arc_authentication_results{"a.b; spf=pass"}.results().find("spf"));
    REQUIRE_TRUE(*arc_authentication_results{"i=99; a.b; spf=pass"}.results().authserv_id() ==
                 "a.b");
    return true;
}
CASE("arc: instances", instances)

constexpr bool chain_statuses() {
    REQUIRE_TRUE(*arc_seal{"i=1; cv=fail"}.chain_status() == arc_chain_status::fail);
    REQUIRE_TRUE(*arc_seal{"i=1; cv = (a) PASS\n (b) "}.chain_status() == arc_chain_status::pass);
    for (std::string_view const bad : {"cv=", "cv=passed", "cv=pass fail", "cv=pass (a", "cv=x"}) {
        auto const status = arc_seal{bad}.chain_status();
        REQUIRE_SAME(bad, !status && status.error().code == tag_value_malformed, true);
    }
    REQUIRE_TRUE(arc_seal{"i=1"}.chain_status().error() == diagnostic{tag_missing, 3, 0});
    return true;
}
CASE("arc: chain status", chain_statuses)

// ---- Problems

struct problem_row {
    std::string_view from;
    std::string_view tags; // added before or after the tags of a valid field
    diagnostic_code code;
    std::string_view where; // the octets that the problem covers, with LF
};

template <class Field>
constexpr void check_problem(problem_row const& row, std::string_view value) {
    std::size_t count = 0;
    Field{value}.diagnose([&](diagnostic const& problem) {
        REQUIRE_SAME(row.from, problem.name(), kind_of(row.code).name);
        auto const where = value.substr(problem.offset, problem.length);
        REQUIRE_SAME(row.from, test::same_but_for_cr(where, row.where), true);
        ++count;
    });
    REQUIRE_SAME(row.from, count, std::size_t{1});
}

constexpr problem_row seal_problems[] = {
    {"RFC 8617 section 4.1.3, h=", "i=1;a=x-y;b=QQ==;cv=none;d=a.b;s=c;h=From",
     arc_seal_with_header_names, "From"},
    {"RFC 8617 section 4.1.3, not first", "a=x-y;i=1;b=QQ==;cv=none;d=a.b;s=c",
     arc_instance_not_first, "i=1"},
    {"two instances", "i=1;a=x-y;b=QQ==;cv=none;d=a.b;s=c; i=2", tag_duplicate, " i=2"},
    {"no instance", "a=x-y;b=QQ==;cv=none;d=a.b;s=c", arc_instance_missing,
     "a=x-y;b=QQ==;cv=none;d=a.b;s=c"},
    {"a bad instance", "i=51;a=x-y;b=QQ==;cv=none;d=a.b;s=c", tag_value_malformed, "51"},
    {"no a=", "i=1;b=QQ==;cv=none;d=a.b;s=c", dkim_algorithm_missing,
     "i=1;b=QQ==;cv=none;d=a.b;s=c"},
    {"no b=", "i=1;a=x-y;cv=none;d=a.b;s=c", dkim_signature_data_missing,
     "i=1;a=x-y;cv=none;d=a.b;s=c"},
    {"no cv=", "i=1;a=x-y;b=QQ==;d=a.b;s=c", arc_chain_status_missing,
     "i=1;a=x-y;b=QQ==;d=a.b;s=c"},
    {"no d=", "i=1;a=x-y;b=QQ==;cv=none;s=c", dkim_domain_missing, "i=1;a=x-y;b=QQ==;cv=none;s=c"},
    {"no s=", "i=1;a=x-y;b=QQ==;cv=none;d=a.b", dkim_selector_missing,
     "i=1;a=x-y;b=QQ==;cv=none;d=a.b"},
    {"a bad cv=", "i=1;a=x-y;b=QQ==;cv= y\n z ;d=a.b;s=c", tag_value_malformed, "y\n z"},
    {"a bad t=", "i=1;a=x-y;b=QQ==;cv=none;d=a.b;s=c;t=x", tag_value_malformed, "x"},
    {"SHA-1", "i=1;a=rsa-sha1;b=QQ==;cv=none;d=a.b;s=c", dkim_algorithm_historic, "rsa-sha1"},
    {"an octet", "i=1;a=x-y;b=QQ==;cv=none;d=a.b;s=c;y=\x01", tag_value_octet, "y=\x01"},
    {"two cv=", "i=1;a=x-y;b=QQ==;cv=none;d=a.b;s=c;cv=pass", tag_duplicate, "cv=pass"},
};

constexpr problem_row signature_problems[] = {
    {"RFC 8617 section 4.1.2, a signed seal", "i=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=From:Arc-Seal",
     arc_field_signed, "Arc-Seal"},
    {"RFC 8617 section 4.1.2, signed results",
     "i=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=From: Authentication-Results ", arc_field_signed,
     "Authentication-Results"},
    {"RFC 8617 section 4.1.2, signed results of ARC",
     "i=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=From:ARC-Authentication-Results", arc_field_signed,
     "ARC-Authentication-Results"},
    {"RFC 8617 section 4.1.2, a signed signature of ARC",
     "i=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=ARC-Message-Signature:From", arc_field_signed,
     "ARC-Message-Signature"},
    {"RFC 6376 section 5.4", "i=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=To", dkim_from_unsigned, "To"},
    {"a time", "i=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=From;t=2;x=1",
     dkim_expiration_before_timestamp, "1"},
    {"not first", "a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=From;i=1", arc_instance_not_first, "i=1"},
    {"no instance", "v=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=From", arc_instance_missing,
     "v=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=From"},
    {"no h=", "i=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c", dkim_header_names_missing,
     "i=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c"},
    {"no bh=", "i=1;a=x-y;b=QQ==;d=a.b;s=c;h=From", dkim_body_hash_missing,
     "i=1;a=x-y;b=QQ==;d=a.b;s=c;h=From"},
    {"a bad c=", "i=1;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=From;c=/", tag_value_malformed, "/"},
};

constexpr problem_row results_problems[] = {
    {"no instance", "a; spf=pass", arc_instance_missing, "a; spf=pass"},
    {"a bad instance", "i=(x) 99 ; a; spf=pass", tag_value_malformed, "99"},
    {"a problem after the instance", "i=1; a; spf=pass x", authres_property_malformed, "x"},
    {"nothing after the instance", "i=1; a", authres_result_missing, ""},
};

constexpr bool problems_of_seals() {
    for (auto const& row : seal_problems)
        test::with_both_line_endings(
            row.tags, [&row](std::string_view value) { check_problem<arc_seal>(row, value); });
    return true;
}
CASE("arc: problems of seals", problems_of_seals)

constexpr bool problems_of_signatures() {
    for (auto const& row : signature_problems) check_problem<arc_message_signature>(row, row.tags);
    // RFC 8617 section 4.1.2: v= has no meaning.
    check_proper("v=", arc_message_signature{"i=1;v=9;a=x-y;b=QQ==;bh=QQ==;d=a.b;s=c;h=From"});
    return true;
}
CASE("arc: problems of message signatures", problems_of_signatures)

constexpr bool problems_of_results() {
    for (auto const& row : results_problems)
        check_problem<arc_authentication_results>(row, row.tags);
    return true;
}
CASE("arc: problems of authentication results", problems_of_results)

TEST_CASE("arc: any octets can be read, and problems are inside of them") {
    test::for_each_string("i1=;( c\"", 5, [](std::string_view value) {
        auto const is_inside = [&](diagnostic const& problem) {
            REQUIRE_SAME(value, problem.offset <= value.size(), true);
            REQUIRE_SAME(value, problem.length <= value.size() - problem.offset, true);
        };
        arc_seal{value}.diagnose(is_inside);
        arc_message_signature{value}.diagnose(is_inside);
        arc_authentication_results{value}.diagnose(is_inside);
        return true;
    });
}

} // namespace

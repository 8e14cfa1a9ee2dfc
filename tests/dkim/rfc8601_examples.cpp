// The example messages of RFC 8601 appendix B, as a receiver reads them.

#include <foldwise/address/fields.hpp>
#include <foldwise/auth/fields.hpp>
#include <foldwise/date/fields.hpp>
#include <foldwise/dkim/fields.hpp>
#include <foldwise/dkim/signed_fields.hpp>
#include <foldwise/trace/hops.hpp>

#include "../results_table.hpp"
#include "../support.hpp"

#include <iterator>
#include <utility>

namespace {

using namespace foldwise;

struct example {
    std::string_view section;
    std::string_view text;
    std::string_view results; // of each Authentication-Results field, followed by LF
    std::string_view hops;    // the server of each Received field, followed by a space
    std::string_view from;
    // For each DKIM signature: its domain, and how many Authentication-Results fields it covers
    // and does not cover.
    std::string_view signatures;
};

constexpr example examples[] = {
    {"RFC 8601 B.1",
     "Received: from mail-router.example.com\n"
     "              (mail-router.example.com [192.0.2.1])\n"
     "          by server.example.org (8.11.6/8.11.6)\n"
     "              with ESMTP id g1G0r1kA003489;\n"
     "          Fri, Feb 15 2002 17:19:07 -0800\n"
     "From: sender@example.com\n"
     "Date: Fri, Feb 15 2002 16:54:30 -0800\n"
     "To: receiver@example.org\n"
     "Message-Id: <12345.abc@example.com>\n"
     "Subject: here's a sample\n"
     "\n"
     "Hello!  Goodbye!\n",
     "", "server.example.org ", "sender@example.com", ""},
    {"RFC 8601 B.2",
     "Authentication-Results: example.org 1; none\n"
     "Received: from mail-router.example.com\n"
     "              (mail-router.example.com [192.0.2.1])\n"
     "          by server.example.org (8.11.6/8.11.6)\n"
     "              with ESMTP id g1G0r1kA003489;\n"
     "          Fri, Feb 15 2002 17:19:07 -0800\n"
     "From: sender@example.com\n"
     "Date: Fri, Feb 15 2002 16:54:30 -0800\n"
     "To: receiver@example.org\n"
     "Message-Id: <12345.abc@example.com>\n"
     "Subject: here's a sample\n"
     "\n"
     "Hello!  Goodbye!\n",
     "<example.org>; none\n", "server.example.org ", "sender@example.com", ""},
    {"RFC 8601 B.3",
     "Authentication-Results: example.com;\n"
     "          spf=pass smtp.mailfrom=example.net\n"
     "Received: from dialup-1-2-3-4.example.net\n"
     "              (dialup-1-2-3-4.example.net [192.0.2.200])\n"
     "          by mail-router.example.com (8.11.6/8.11.6)\n"
     "              with ESMTP id g1G0r1kA003489;\n"
     "          Fri, Feb 15 2002 17:19:07 -0800\n"
     "From: sender@example.net\n"
     "Date: Fri, Feb 15 2002 16:54:30 -0800\n"
     "To: receiver@example.com\n"
     "Message-Id: <12345.abc@example.net>\n"
     "Subject: here's a sample\n"
     "\n"
     "Hello!  Goodbye!\n",
     "<example.com>; spf=pass smtp.mailfrom=<example.net>\n", "mail-router.example.com ",
     "sender@example.net", ""},
    {"RFC 8601 B.4",
     "Authentication-Results: example.com;\n"
     "          auth=pass (cram-md5) smtp.auth=sender@example.net;\n"
     "          spf=pass smtp.mailfrom=example.net\n"
     "Authentication-Results: example.com; iprev=pass\n"
     "          policy.iprev=192.0.2.200\n"
     "Received: from dialup-1-2-3-4.example.net (8.11.6/8.11.6)\n"
     "              (dialup-1-2-3-4.example.net [192.0.2.200])\n"
     "          by mail-router.example.com (8.11.6/8.11.6)\n"
     "              with ESMTPA id g1G0r1kA003489;\n"
     "          Fri, Feb 15 2002 17:19:07 -0800\n"
     "Date: Fri, Feb 15 2002 16:54:30 -0800\n"
     "To: receiver@example.com\n"
     "From: sender@example.net\n"
     "Message-Id: <12345.abc@example.net>\n"
     "Subject: here's a sample\n"
     "\n"
     "Hello!  Goodbye!\n",
     "<example.com>; auth=pass smtp.auth=<sender@example.net>; spf=pass "
     "smtp.mailfrom=<example.net>\n<example.com>; iprev=pass policy.iprev=<192.0.2.200>\n",
     "mail-router.example.com ", "sender@example.net", ""},
    {"RFC 8601 B.5",
     "Authentication-Results: example.com;\n"
     "          dkim=pass (good signature) header.d=example.com\n"
     "Received: from mail-router.example.com\n"
     "              (mail-router.example.com [192.0.2.1])\n"
     "          by auth-checker.example.com (8.11.6/8.11.6)\n"
     "              with ESMTP id i7PK0sH7021929;\n"
     "          Fri, Feb 15 2002 17:19:22 -0800\n"
     "DKIM-Signature:  v=1; a=rsa-sha256; s=gatsby; d=example.com;\n"
     "          t=1188964191; c=simple/simple; h=From:Date:To:Subject:\n"
     "          Message-Id:Authentication-Results;\n"
     "          bh=sEuZGD/pSr7ANysbY3jtdaQ3Xv9xPQtS0m70;\n"
     "          b=EToRSuvUfQVP3Bkz ... rTB0t0gYnBVCM=\n"
     "Authentication-Results: example.com;\n"
     "          auth=pass (cram-md5) smtp.auth=sender@example.com;\n"
     "          spf=fail smtp.mailfrom=example.com\n"
     "Received: from dialup-1-2-3-4.example.net\n"
     "              (dialup-1-2-3-4.example.net [192.0.2.200])\n"
     "          by mail-router.example.com (8.11.6/8.11.6)\n"
     "              with ESMTPA id g1G0r1kA003489;\n"
     "          Fri, Feb 15 2002 17:19:07 -0800\n"
     "From: sender@example.com\n"
     "Date: Fri, Feb 15 2002 16:54:30 -0800\n"
     "To: receiver@example.com\n"
     "Message-Id: <12345.abc@example.com>\n"
     "Subject: here's a sample\n"
     "\n"
     "Hello!  Goodbye!\n",
     "<example.com>; dkim=pass header.d=<example.com>\n<example.com>; auth=pass "
     "smtp.auth=<sender@example.com>; spf=fail smtp.mailfrom=<example.com>\n",
     "auth-checker.example.com mail-router.example.com ", "sender@example.com",
     "example.com +1-1 "},
    {"RFC 8601 B.6",
     "Authentication-Results: example.com;\n"
     "      dkim=pass reason=\"good signature\"\n"
     "        header.i=@mail-router.example.net;\n"
     "      dkim=fail reason=\"bad signature\"\n"
     "        header.i=@newyork.example.com\n"
     "Received: from mail-router.example.net\n"
     "          (mail-router.example.net [192.0.2.250])\n"
     "      by chicago.example.com (8.11.6/8.11.6)\n"
     "          for <recipient@chicago.example.com>\n"
     "          with ESMTP id i7PK0sH7021929;\n"
     "      Fri, Feb 15 2002 17:19:22 -0800\n"
     "DKIM-Signature: v=1; a=rsa-sha256; s=furble;\n"
     "      d=mail-router.example.net; t=1188964198; c=relaxed/simple;\n"
     "      h=From:Date:To:Message-Id:Subject:Authentication-Results;\n"
     "      bh=ftA9J6GtX8OpwUECzHnCkRzKw1uk6FNiLfJl5Nmv49E=;\n"
     "      b=oINEO8hgn/gnunsg ... 9n9ODSNFSDij3=\n"
     "Authentication-Results: example.net;\n"
     "      dkim=pass (good signature) header.i=@newyork.example.com\n"
     "Received: from smtp.newyork.example.com\n"
     "          (smtp.newyork.example.com [192.0.2.220])\n"
     "      by mail-router.example.net (8.11.6/8.11.6)\n"
     "          with ESMTP id g1G0r1kA003489;\n"
     "      Fri, Feb 15 2002 17:19:07 -0800\n"
     "DKIM-Signature: v=1; a=rsa-sha256; s=gatsby;\n"
     "      d=newyork.example.com;\n"
     "      t=1188964191; c=simple/simple;\n"
     "      h=From:Date:To:Message-Id:Subject;\n"
     "      bh=sEu28nfs9fuZGD/pSr7ANysbY3jtdaQ3Xv9xPQtS0m7=;\n"
     "      b=EToRSuvUfQVP3Bkz ... rTB0t0gYnBVCM=\n"
     "From: sender@newyork.example.com\n"
     "Date: Fri, Feb 15 2002 16:54:30 -0800\n"
     "To: meetings@example.net\n"
     "Message-Id: <12345.abc@newyork.example.com>\n"
     "Subject: here's a sample\n",
     "<example.com>; dkim=pass reason=<good signature> header.i=<@mail-router.example.net>; "
     "dkim=fail reason=<bad signature> header.i=<@newyork.example.com>\n<example.net>; dkim=pass "
     "header.i=<@newyork.example.com>\n",
     "chicago.example.com mail-router.example.net ", "sender@newyork.example.com",
     "mail-router.example.net +1-1 newyork.example.com +0-2 "},
    {"RFC 8601 B.7",
     "Authentication-Results: foo.example.net (foobar) 1 (baz);\n"
     "    dkim (Because I like it) / 1 (One yay) = (wait for it) fail\n"
     "      policy (A dot can go here) . (like that) expired\n"
     "      (this surprised me) = (as I wasn't expecting it) 1362471462\n",
     "<foo.example.net>; dkim=fail policy.expired=<1362471462>\n", "", "", ""},
};

constexpr void append_count(test::text_buffer& to, char sign, std::size_t count) {
    to.append(sign);
    to.append(static_cast<char>('0' + count));
}

constexpr test::text_buffer results_of(message const& m) {
    test::text_buffer text;
    for (auto const results : all<"Authentication-Results">(m)) {
        text.append(test::said_by(results));
        text.append('\n');
        results.diagnose([](diagnostic const& problem) {
            REQUIRE_SAME("a problem", problem.name(), std::string_view{});
        });
    }
    return text;
}

constexpr test::text_buffer hops_of(message const& m) {
    test::text_buffer text;
    for (auto const hop : hops{m.header()}) {
        for (char const octet : hop.received().by()->helo()) text.append(octet);
        text.append(' ');
    }
    return text;
}

constexpr test::text_buffer signatures_of(message const& m) {
    test::text_buffer text;
    for (auto const signature : all<"DKIM-Signature">(m)) {
        text.append(signature.domain().value_or("!"));
        signed_fields const fields{signature, m};
        auto const results = fields.coverage_of("Authentication-Results");
        text.append(' ');
        append_count(text, '+', results.signed_count());
        append_count(text, '-', results.unsigned_count());
        text.append(' ');
        // Whoever signed, signed what readers see.
        for (auto const& each : fields.shown())
            REQUIRE_SAME(each.name(), each.unsigned_count(), std::size_t{0});
    }
    return text;
}

constexpr bool check_example(example const& row) {
    test::with_both_line_endings(row.text, [&row](std::string_view bytes) {
        message const m{bytes};
        REQUIRE_SAME(row.section, std::string_view{results_of(m)}, row.results);
        REQUIRE_SAME(row.section, std::string_view{hops_of(m)}, row.hops);
        REQUIRE_SAME(row.section, std::string_view{signatures_of(m)}, row.signatures);
        if (row.from.empty()) return;
        auto const from = get<"From">(m);
        auto const author = *from->mailboxes().begin();
        REQUIRE_SAME(row.section, author.addr_spec().raw(), row.from);
    });
    return true;
}

// One constant for each row, since clang 14 limits the steps of a constant expression.
#if !defined(FOLDWISE_RUN_TIME_CASES)
template <std::size_t Row>
inline constexpr bool example_is_read = check_example(examples[Row]);
template <std::size_t... Row>
constexpr bool are_read(std::index_sequence<Row...>) {
    return (example_is_read<Row> && ...);
}
static_assert(are_read(std::make_index_sequence<std::size(examples)>{}));
#endif
TEST_CASE("RFC 8601 appendix B: the messages") {
    for (auto const& row : examples) CHECK(check_example(row));
}

} // namespace

#include "../../tools/auth.hpp"

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "on_terminals.hpp"
#include "run.hpp"
#include "json/value_of.hpp"

namespace {

using words = std::vector<std::string>;

constexpr std::string_view nothing_trusted =
    "# as recorded, not verified; Nothing is trusted, as no --trust ID is given: the sender may "
    "have written any of it.\n";
constexpr std::string_view strict =
    "# as recorded, not verified; Trusted, because of --trust: mx.a.example. Only identical "
    "domains align (strict).\n";
constexpr std::string_view no_verdict =
    "verdict\t\tNo verdict. --trust ID names a server whose results you trust: one of your own, "
    "which removes such fields from the mail that comes in.\n";
constexpr std::string_view from = "From: A <a@b.example>\n";

/// What the tool prints about one message for programs: the same with LF and with CRLF.
std::string lines_about(std::string const& mail, words options = {}) {
    options.insert(options.begin(), {"auth", "-"});
    auto const got = test::run(options, {.input = mail});
    REQUIRE_SAME(mail, got.status, 0);
    REQUIRE_SAME(mail, got.err, "");
    REQUIRE_SAME(mail, test::danger_in(got.out.substr(0, got.out.find('\t'))), std::string{});
    REQUIRE_SAME(mail, test::run(options, {.input = test::with_crlf_endings(mail)}).out, got.out);
    return got.out;
}

/// The lines that start with one of these words, which tell what the line is about.
std::string only(std::string_view lines, std::vector<std::string_view> const& kinds) {
    std::string text;
    for (auto const& line : test::lines_of(lines))
        for (auto const kind : kinds)
            if (line.substr(0, line.find('\t')) == kind) text.append(line).append("\n");
    return text;
}

words const trust = {"--trust", "mx.a.example", "--public-suffixes", "none"};

} // namespace

TEST_CASE("tool auth: what was recorded, without a verdict") {
    struct {
        std::string fields;
        std::string_view wanted;
    } const rows[] = {
        {"Authentication-Results: mx.a.example; SPF=Pass (why) smtp.mailfrom=x@C.example;\n"
         "\tdkim=fail reason=\"bad\t\\\"sig\\\"\" header.d=b.example; nonsense\n",
         "result\tmx.a.example\t\tspf\tpass\tc.example\t\t\twhy\n"
         "result\tmx.a.example\t\tdkim\tfail\tb.example\t\t\tbad \"sig\"\n"},
        {"Authentication-Results: mx.a.example; none\n", "result\tmx.a.example\t\t\t\t\t\t\t\n"},
        {"Authentication-Results: dkim=pass header.i=@b.example\n",
         "result\t\t\tdkim\tpass\tb.example\t\t\t\n"},
        {"Authentication-Results: a; spf=none smtp.helo=h.example; iprev=pass "
         "policy.iprev=192.0.2.1; x-new=pass header.d=d.example; auth=pass smtp.auth=u\n",
         "result\ta\t\tspf\tnone\th.example\t\t\t\n"
         "result\ta\t\tiprev\tpass\t192.0.2.1\t\t\t\n"
         "result\ta\t\tx-new\tpass\td.example\t\t\t\n"
         "result\ta\t\tauth\tpass\tu\t\t\t\n"},
        {"Received-SPF: softfail (why) client-ip=192.0.2.1; envelope-from=\"y@c.example\";\n"
         " receiver=mx.c.example\n"
         "Received-SPF: perhaps\n"
         "Received-SPF: pass identity=helo; helo=h.example; envelope-from=\"y@c.example\"\n",
         "received-spf\tmx.c.example\t\tspf\tsoftfail\tc.example\t\t\twhy\n"
         "received-spf\t\t\tspf\t?\t\t\t\t\n"
         "received-spf\t\t\tspf\tpass\th.example\t\t\t\n"},
    };
    for (auto const& row : rows)
        REQUIRE_SAME(row.fields, lines_about(row.fields + std::string{from} + "\n"),
                     std::string{nothing_trusted} + "from\tb.example\tA <a@b.example>\n" +
                         std::string{row.wanted} + std::string{no_verdict});
}

TEST_CASE("tool auth: only trusted results count, and each says why") {
    struct {
        std::string fields;
        std::string_view wanted; // the lines about results, and the verdict
    } const rows[] = {
        {"Authentication-Results: MX.A.example; spf=pass smtp.mailfrom=x@c.example; dkim=pass "
         "header.d=b.example; dmarc=pass header.from=b.example; dkim=fail header.d=b.example\n" +
             std::string{from},
         "result\tMX.A.example\ttrusted\tspf\tpass\tc.example\tnot aligned\tnot identical "
         "to the domain of From\t\n"
         "result\tMX.A.example\ttrusted\tdkim\tpass\tb.example\taligned\tthe domain of From\t\n"
         "result\tMX.A.example\ttrusted\tdmarc\tpass\tb.example\t\t\t\n"
         "result\tMX.A.example\ttrusted\tdkim\tfail\tb.example\tnot aligned\tit did not pass\t\n"
         "verdict\taligned\tAligned with b.example, as MX.A.example recorded: dkim=pass for "
         "b.example.\n"},
        {"Authentication-Results: mx.a.example; spf=none smtp.helo=x;dkim=pass "
         "header.d=b.example\n" +
             std::string{from},
         "result\tmx.a.example\tnot trusted\tspf\tnone\tx\t\tno white space is after a semicolon, "
         "which may be in text of the sender\t\n"
         "result\tmx.a.example\tnot trusted\tdkim\tpass\tb.example\t\tno white space is after a "
         "semicolon, which may be in text of the sender\t\n"
         "verdict\tnot aligned\tNot aligned: the results of mx.a.example do not count: no white "
         "space "
         "is after a semicolon, which may be in text of the sender.\n"},
        {"Authentication-Results: mx.a.example; dkim=pass header.d=b.example; dmarc=fail\n" +
             std::string{from},
         "result\tmx.a.example\ttrusted\tdkim\tpass\tb.example\tnot aligned\tthe domain is "
         "aligned, "
         "but a trusted server recorded that DMARC failed, or found another author\t\n"
         "result\tmx.a.example\ttrusted\tdmarc\tfail\t\t\t\t\n"
         "verdict\tnot aligned\tNot aligned: the domain is aligned, but a trusted server recorded "
         "that DMARC failed, or found another author.\n"},
        {"Authentication-Results: mx.evil.example; dkim=pass header.d=b.example\n" +
             std::string{from},
         "result\tmx.evil.example\tnot trusted\tdkim\tpass\tb.example\t\t\t\n"
         "verdict\tnot aligned\tNot aligned: no trusted server recorded results of SPF or DKIM.\n"},
        {"Authentication-Results: dkim=pass header.d=b.example\n" + std::string{from},
         "result\t\tnot trusted\tdkim\tpass\tb.example\t\tresults without the name of the server "
         "that recorded them are not trusted\t\n"
         "verdict\tnot aligned\tNot aligned: no trusted server recorded results of SPF or DKIM.\n"},
        {"Received-SPF: pass envelope-from=\"a@b.example\"; receiver=mx.a.example\n" +
             std::string{from},
         "received-spf\tmx.a.example\tnot trusted\tspf\tpass\tb.example\t\tonly "
         "Authentication-Results can be trusted\t\n"
         "verdict\tnot aligned\tNot aligned: no trusted server recorded results of SPF or DKIM.\n"},
        {"Authentication-Results: mx.a.example; dkim=pass header.d=c.example\n" + std::string{from},
         "result\tmx.a.example\ttrusted\tdkim\tpass\tc.example\tnot aligned\tnot identical "
         "to the domain of From\t\n"
         "verdict\tnot aligned\tNot aligned: no trusted result of SPF or DKIM that passed is for "
         "b.example.\n"},
        {"Authentication-Results: mx.a.example; dkim=pass header.d=b.example\n" +
             std::string{from} + std::string{from},
         "result\tmx.a.example\ttrusted\tdkim\tpass\tb.example\tnot aligned\tthe check passed, but "
         "there is no author domain to compare its domain with\t\n"
         "verdict\tnot aligned\tNot aligned: the message has several From fields, and programs may "
         "show any of them.\n"},
    };
    for (auto const& row : rows) {
        auto const got = lines_about(row.fields + "\n", trust);
        REQUIRE_SAME(row.fields, got.substr(0, strict.size()), strict);
        REQUIRE_SAME(row.fields, only(got, {"result", "received-spf", "verdict"}), row.wanted);
    }
}

TEST_CASE("tool auth: domains align by a list of public suffixes") {
    test::temporary_directory const here;
    auto const list = here.file("suffixes", "example\nco.example\n");
    struct {
        std::string_view author;
        std::string_view signer;
        std::string_view wanted;
    } const rows[] = {
        {"b.example", "news.b.example", "aligned\tthe same organizational domain as From"},
        {"a.b.example", "c.b.example", "aligned\tthe same organizational domain as From"},
        {"a.b.example", "a.b.example", "aligned\tthe domain of From"},
        {"a.co.example", "b.co.example", "not aligned\tnot the domain of From"},
        {"a.example", "b.example", "not aligned\tnot the domain of From"},
    };
    for (auto const& row : rows) {
        auto mail = "Authentication-Results: mx.a.example; dkim=pass header.d=";
        auto const got = lines_about(
            std::string{mail}.append(row.signer).append("\nFrom: a@").append(row.author) + "\n\n",
            {"--trust=mx.a.example", "--public-suffixes", list});
        REQUIRE_SAME(row.signer, only(got, {"result"}),
                     "result\tmx.a.example\ttrusted\tdkim\tpass\t" + std::string{row.signer} +
                         '\t' + std::string{row.wanted} + "\t\n");
        REQUIRE_SAME(row.signer,
                     got.find("Domains with the same organizational domain align (relaxed), by " +
                              list + ".\n") != got.npos,
                     true);
    }
}

TEST_CASE("tool auth: nothing is trusted below a host that is not the user's own") {
    std::string const mail =
        "Authentication-Results: mx.a.example; spf=none\n"
        "Received: from h by in.a.example; Mon, 15 Dec 2014 10:00:01 +0000\n"
        "Received: from i by h.example; Mon, 15 Dec 2014 10:00:00 +0000\n"
        "Authentication-Results: mx.a.example; dkim=pass header.d=b.example\n" +
        std::string{from} + '\n';
    auto options = trust;
    REQUIRE_SAME("no host", only(lines_about(mail, options), {"verdict"}),
                 "verdict\taligned\tAligned with b.example, as mx.a.example recorded: dkim=pass "
                 "for b.example.\n");
    options.insert(options.end(), {"--host", "in.a.example"});
    auto const got = lines_about(mail, options);
    REQUIRE_SAME("host", only(got, {"result", "verdict"}),
                 "result\tmx.a.example\ttrusted\tspf\tnone\t\tnot aligned\tit did not pass\t\n"
                 "result\tmx.a.example\tnot trusted\tdkim\tpass\tb.example\t\tresults below a "
                 "field of another host are not trusted\t\n"
                 "verdict\tnot aligned\tNot aligned: no trusted result of SPF or DKIM that passed "
                 "is for b.example.\n");
    options.insert(options.begin(), {"auth", "--color=never", "-"});
    auto const drawn = test::run(options, {.input = mail, .out_columns = 200});
    REQUIRE_SAME("drawn",
                 drawn.out.find("Nothing below the Received field of h.example, which is "
                                "not one of your own hosts, is trusted.") != drawn.out.npos,
                 true);
}

TEST_CASE("tool auth: the ARC chain, with what is missing") {
    struct {
        std::string fields;
        std::string_view wanted;
    } const rows[] = {
        {"ARC-Seal: i=1; a=rsa-sha256; cv=none; d=Arc.example; s=x; t=1; b=YQ==\n"
         "ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=arc.example; s=x; "
         "h=From; bh=YQ==; b=YQ==\n"
         "ARC-Authentication-Results: i=1; mx.arc.example; spf=pass smtp.mailfrom=c.example\n",
         "arc\t1\tmx.arc.example\tarc.example\tnone\t\n"
         "arc-result\t1\tmx.arc.example\tspf\tpass\tc.example\t\n"
         "signature\tARC 1\tarc.example\tx\trsa-sha256\trelaxed/relaxed\tFrom\t\tthe body\t\t\n"},
        {"ARC-Seal: i=3; a=rsa-sha256; cv=pass; d=arc.example; s=x; t=1; b=YQ==\n"
         "ARC-Authentication-Results: i=1; mx.arc.example; none\n",
         "arc\t1\tmx.arc.example\t\t\tARC-Seal, ARC-Message-Signature missing\n"
         "arc\t2\t\t\t\tmissing\n"
         "arc\t3\t\tarc.example\tpass\tARC-Message-Signature, ARC-Authentication-Results missing\n"
         "arc-problem\tthe ARC set to which this field belongs lacks one of its three fields "
         "(ARC-Seal, ARC-Message-Signature, ARC-Authentication-Results); the others are read, but "
         "validators reject the chain\n"
         "arc-problem\tan ARC set before which at least one set is missing; the existing sets are "
         "read, but validators reject the chain\n"},
    };
    for (auto const& row : rows)
        REQUIRE_SAME(row.fields,
                     only(lines_about(row.fields + std::string{from} + "\n"),
                          {"arc", "arc-result", "arc-problem", "signature"}),
                     row.wanted);
}

TEST_CASE("tool auth: what was signed, and what readers see although it was not") {
    struct {
        std::string fields;
        std::string_view wanted;
    } const rows[] = {
        {"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=B.example; s=k;\n"
         " h=from:Subject:Cc:From; l=12; bh=YQ==; b=YQ==\n"
         "Subject: upper\nSubject: lower\nX-Mailer: m\n",
         "signature\tDKIM\tb.example\tk\trsa-sha256\trelaxed/simple\tfrom, Subject\tCc, From\tthe "
         "first 12 octets of the body, after which anybody can add text\t\t\n"
         "unsigned\tDKIM\tb.example\tk\tSubject\t1\t2\n"},
        {"DKIM-Signature: v=1; a=rsa-sha256; d=b.example; s=k; h=from; l=15; bh=YQ==; b=YQ==\n",
         "signature\tDKIM\tb.example\tk\trsa-sha256\tsimple/simple\tfrom\t\tthe body, which has 15 "
         "octets, after which anybody can add text\t\t\n"},
        {"DKIM-Signature: v=1; a=rsa-sha256; d=b.example; s=k; h=from; l=16; bh=YQ==; b=YQ==\n",
         "signature\tDKIM\tb.example\tk\trsa-sha256\tsimple/simple\tfrom\t\tnothing of the body, "
         "which has fewer octets than l=16: no such signature is valid\t\t\n"},
        {"DKIM-Signature: v=1; a=rsa-sha1; d=b.example; s=k; h=from; bh=YQ==; b=YQ==\n",
         "signature\tDKIM\tb.example\tk\trsa-sha1\tsimple/simple\tfrom\t\tthe body\t\t\n"
         "signature-problem\tDKIM\tb.example\tk\ta DKIM signature that uses SHA-1, which is no "
         "longer secure; read, but verifiers must reject it\n"},
        {"DKIM-Signature: nonsense\n",
         "signature\tDKIM\t\t\t\tsimple/simple\t\t\tthe body\t\t\n"
         "unsigned\tDKIM\t\t\tFrom\t1\t1\n"
         "signature-problem\tDKIM\t\t\ta tag without an equals sign; ignored, and the other tags "
         "are read\n"
         "signature-problem\tDKIM\t\t\ta DKIM signature without a version (v=); read as version 1, "
         "but verifiers reject it\n"
         "signature-problem\tDKIM\t\t\ta signature without an algorithm (a=); read, but verifiers "
         "reject it\n"
         "signature-problem\tDKIM\t\t\ta signature without its data (b=); read, but verifiers "
         "reject it\n"
         "signature-problem\tDKIM\t\t\ta signature without the hash of the body (bh=); read, but "
         "verifiers reject it\n"
         "signature-problem\tDKIM\t\t\ta signature without a signing domain (d=); read, but "
         "verifiers reject it\n"
         "signature-problem\tDKIM\t\t\ta signature that does not say which header fields it covers "
         "(h=); read, but verifiers reject it\n"
         "signature-problem\tDKIM\t\t\ta signature without the name of its key (s=); read, but "
         "verifiers reject it\n"},
    };
    for (auto const& row : rows)
        REQUIRE_SAME(row.fields,
                     only(lines_about(row.fields + std::string{from} + "\nsigned\nadded\n"),
                          {"signature", "unsigned", "signature-problem"}),
                     row.wanted);
}

TEST_CASE("tool auth: the result of a signature") {
    constexpr std::string_view signature = "DKIM-Signature: v=1; a=rsa-sha256; d=b.example; s=k; "
                                           "h=from; bh=YQ==; b=QUJDREVG RUZHSA==\n";
    struct {
        std::string_view results;
        std::string_view wanted;
    } const rows[] = {
        {"mx.a.example; dkim=pass header.d=B.example", "pass\tmx.a.example"},
        {"mx.a.example; dkim=fail header.d=b.example header.s=K", "fail\tmx.a.example"},
        {"mx.a.example; dkim=pass header.d=b.example header.b=\"QUJDREVGRU\"",
         "pass\tmx.a.example"},
        {"mx.a.example; dkim=pass header.d=b.example header.b=QUJDREVX", "\t"},
        {"mx.a.example; dkim=pass header.d=b.example header.s=other", "\t"},
        {"mx.a.example; dkim=pass header.d=c.example", "\t"},
        {"mx.a.example; spf=pass header.d=b.example", "\t"},
        {"other.example; dkim=pass header.d=b.example", "\t"}, // not trusted
        // Which of them is meant is not known.
        {"mx.a.example; dkim=pass header.d=b.example; dkim=fail header.d=b.example", "\t"},
    };
    for (auto const& row : rows) {
        auto const mail = "Authentication-Results: " + std::string{row.results} + '\n' +
                          std::string{signature} + std::string{from} + '\n';
        REQUIRE_SAME(row.results, only(lines_about(mail, trust), {"signature"}),
                     "signature\tDKIM\tb.example\tk\trsa-sha256\tsimple/simple\tfrom\t\tthe "
                     "body\t" +
                         std::string{row.wanted} + '\n');
    }
}

TEST_CASE("tool auth: a result that may be that of several signatures names none") {
    constexpr std::string_view signatures =
        "DKIM-Signature: v=1; a=rsa-sha256; d=b.example; s=k; h=from; bh=YQ==; b=QUJDREVGRVZJTA==\n"
        "DKIM-Signature: v=1; a=rsa-sha256; d=b.example; s=k; h=from; bh=YQ==; "
        "b=QUJDREVGRUZHSA==\n";
    struct {
        std::string_view results;
        std::string_view upper;
        std::string_view lower;
    } const rows[] = {
        {"dkim=pass header.d=b.example header.s=k header.b=QUJDREVG", "\t", "\t"},
        {"dkim=pass header.d=b.example header.s=k", "\t", "\t"},
        {"dkim=pass header.d=b.example", "\t", "\t"},
        {"dkim=pass header.d=b.example header.b=Q", "\t", "\t"},
        {"dkim=pass header.d=b.example header.b=QUJDREVGRUZH", "\t", "pass\tmx.a.example"},
        {"dkim=fail header.d=b.example header.b=QUJDREVGRV; "
         "dkim=pass header.d=b.example header.b=QUJDREVGRU",
         "fail\tmx.a.example", "pass\tmx.a.example"},
        // The first one may be meant for the lower signature, too.
        {"dkim=fail header.d=b.example; dkim=pass header.d=b.example header.b=QUJDREVGRU", "\t",
         "\t"},
    };
    for (auto const& row : rows) {
        auto const mail = "Authentication-Results: mx.a.example; " + std::string{row.results} +
                          '\n' + std::string{signatures} + std::string{from} + '\n';
        auto const line = [](std::string_view recorded) {
            return "signature\tDKIM\tb.example\tk\trsa-sha256\tsimple/simple\tfrom\t\tthe "
                   "body\t" +
                   std::string{recorded} + '\n';
        };
        REQUIRE_SAME(row.results, only(lines_about(mail, trust), {"signature"}),
                     line(row.upper) + line(row.lower));
    }
}

TEST_CASE("tool auth: many messages are added up by the domain of From") {
    std::string const mail =
        "From x\nAuthentication-Results: mx.a.example; dkim=pass header.d=b.example\n"
        "From: a@b.example\n\n"
        "From x\nAuthentication-Results: mx.a.example; dkim=pass header.d=b.example; spf=pass "
        "smtp.mailfrom=c@B.example\nFrom: b@b.example\n\n"
        "From x\nAuthentication-Results: mx.a.example; dkim=pass header.d=c.example\n"
        "From: a@b.example\n\n"
        "From x\nAuthentication-Results: mx.evil.example; dkim=pass header.d=b.example\n"
        "From: a@b.example\n\n"
        "From x\nReceived-SPF: pass\nFrom: a@d.example\n\n"
        "From x\nAuthentication-Results: mx.a.example; dkim=pass header.d=b.example\n\n";
    auto arguments = trust;
    arguments.insert(arguments.begin(), {"auth", "-"});
    auto const got = test::run(arguments, {.input = mail});
    test::check_output(got, std::string{strict} + "domain\tb.example\t4\t1\t2\t1\t1\n"
                                                  "domain\t(from missing)\t1\t0\t0\t1\t0\n"
                                                  "domain\td.example\t1\t0\t0\t0\t1\n"
                                                  "all\t\t6\t1\t2\t2\t2\n"
                                                  "server\tmx.a.example\ttrusted\t4\n"
                                                  "server\tmx.evil.example\tnot trusted\t1\n");
    auto const claims = test::run({"auth", "-"}, {.input = mail});
    test::check_output(claims, std::string{nothing_trusted} +
                                   "domain\tb.example\t4\t1\t4\t0\t0\n"
                                   "domain\t(from missing)\t1\t0\t1\t0\t0\n"
                                   "domain\td.example\t1\t0\t0\t0\t1\n"
                                   "all\t\t6\t1\t5\t0\t1\n"
                                   "server\tmx.a.example\tnot trusted\t4\n"
                                   "server\tmx.evil.example\tnot trusted\t1\n");
}

TEST_CASE("tool auth: the demonstration mailbox, byte for byte") {
    words const options = {"--trust", "mx.example.org", "--public-suffixes", "none"};
    test::setup here{.directory = test::data_directory()};
    for (int const columns : {0, 80})
        for (std::string const message : {"", "3", "7"}) {
            here.out_columns = columns;
            words arguments = {"auth", "--color=never",
                               "demo.mbox" + (message.empty() ? "" : ":" + message)};
            arguments.insert(arguments.end(), options.begin(), options.end());
            auto const got = test::run(arguments, here);
            test::check_output(got, got.out);
            test::check_golden("demo.auth" + (message.empty() ? "" : "-" + message) +
                                   (columns == 0 ? "" : "-80-columns") + ".txt",
                               got.out);
        }
}

TEST_CASE("tool auth: terminals of any width") {
    test::temporary_directory const here;
    auto const bad = here.file(
        "bad.eml",
        "Authentication-Results: \"mx\x1B[31m\xE2\x80\xAE\"; dkim=pass (\x1B]0;x\x07) "
        "header.d=\"\xE2\x80\xAE.example\"; spf=pass reason=\"" +
            std::string(300, 'w') + "\" smtp.mailfrom=" + std::string(300, 'd') + ".example\n" +
            "DKIM-Signature: v=1; d=\xE6\x97\xA5.example; s=\xC2\x9B; h=from:\x1B[2J\n" +
            "ARC-Authentication-Results: i=2; \"\x1B[31m\"; none\nFrom: \"\xE2\x80\xAE\" "
            "<a@b.example>\n\n");
    test::check_on_terminals("auth", {test::data_file("demo.mbox"), test::data_file("demo.mbox:3"),
                                      test::data_file("demo.mbox:7"), bad});
    for (auto const columns : {0, 30, 80}) {
        auto const got =
            test::run({"auth", "--trust=x", "--color=never", bad}, {.out_columns = columns});
        std::string text = got.out; // TABs are between the values
        for (auto& octet : text)
            if (octet == '\t') octet = ' ';
        REQUIRE_SAME(got.command, test::danger_in(text), std::string{});
    }
}

TEST_CASE("tool auth: nothing to show, and what is wrong") {
    test::check_complaint(test::run({"auth", "-"}, {.input = "From: a@b.example\n\n"}), 1,
                          "nothing is recorded");
    test::check_complaint(test::run({"auth", "-"}, {.input = ""}), 0, "no messages");
    test::temporary_directory const here;
    for (std::string const command : {"auth", "json"}) {
        test::check_complaint(test::run({command, "--host", "h", "-"}), 2, "--trust");
        test::check_complaint(test::run({command, "--public-suffixes", "f", "-"}), 2, "--trust");
        test::check_complaint(test::run({command, "--trust", "", "-"}), 2, "''");
        test::check_complaint(
            test::run({command, "--trust", "x", "--public-suffixes", here.path("none"), "-"}), 2,
            "public suffixes");
    }
    test::check_complaint(test::run({"ls", "--trust", "x", "f"}), 2, "--trust");
}

TEST_CASE("tool auth: a signature counts, in whichever of several messages it is") {
    std::string const plain = "From x@b.example Mon Dec 15 10:00:00 2014\n" + std::string{from};
    for (std::string_view const field :
         {"DKIM-Signature: v=1; d=b.example; s=k; h=from; b=AA\n",
          "ARC-Seal: i=1; cv=none; d=b.example; s=k; b=AA\n", "ARC-Message-Signature: i=1\n",
          "arc-authentication-results: i=1; mx.a.example; none\n"}) {
        std::string const is_signed = plain + std::string{field};
        for (auto const& mail : {is_signed + "\n" + plain + "\n", plain + "\n" + is_signed + "\n"})
            REQUIRE_SAME(mail, lines_about(mail),
                         std::string{nothing_trusted} +
                             "domain\tb.example\t2\t0\t0\t0\t2\nall\t\t2\t0\t0\t0\t2\n");
    }
    test::check_complaint(test::run({"auth", "-"}, {.input = plain + "\n" + plain + "\n"}), 1,
                          "nothing is recorded");
}

TEST_CASE("tool auth: the memory for names is bounded") {
    tool::counts_by_name<tool::auth_counts> names;
    tool::auth_tally const tally{.spf = true, .dkim = false, .is_judged = true};
    for (int i = 0; i < 100; ++i) names.of("frequent").add(tally);
    for (int i = 0; i < 20000; ++i) names.of(std::to_string(i)).add(tally);
    auto const rows = names.rows();
    REQUIRE_SAME("rows", rows.size() <= 4096, true);
    REQUIRE_SAME("first", rows.front().name, "frequent");
    auto sum = names.others();
    for (auto const& row : rows) sum.add(row.counts);
    REQUIRE_SAME("sum", sum.messages, 20100u);
    REQUIRE_SAME("sum", sum.spf, 20100u);
    REQUIRE_SAME("sum", sum.neither + sum.unjudged + sum.dkim, 0u);
}

TEST_CASE("tool auth: many signatures of many fields take linear time") {
    std::string mail = "From: a@b.example\n";
    for (int i = 0; i < 2000; ++i)
        mail += "DKIM-Signature: v=1; d=b.example; s=k; h=from:to:x-" + std::to_string(i) + "\n";
    for (int i = 0; i < 2000; ++i) mail += "X-" + std::to_string(i) + ": y\n";
    auto const got = lines_about(mail + "\n");
    auto const count = [&got](std::string_view word) {
        std::size_t found = 0;
        for (auto const& line : test::lines_of(got)) found += line.starts_with(word) ? 1u : 0u;
        return found;
    };
    REQUIRE_SAME("signatures", count("signature\t"), 30u);
    REQUIRE_SAME("the others", count("more-signatures\t1970"), 1u);
}

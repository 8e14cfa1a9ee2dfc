#include "../../../tools/json/authentication.hpp"

#include "../../support.hpp"
#include "../files.hpp"
#include "value_of.hpp"

namespace {

constexpr std::string_view no_chain =
    R"("arc_chain":{"recorded_status":"none","can_pass":false,"sets":[]}})";

/// The value of "authentication" with one array that is not empty, and perhaps a chain.
std::string with(std::string_view key, std::string_view elements, std::string_view end = no_chain) {
    std::string text = "{";
    for (std::string_view const each :
         {"results", "received_spf", "signatures", "arc_results", "arc_signatures", "arc_seals"}) {
        text.append("\"").append(each).append("\":[");
        if (each == key) text.append(elements);
        text.append("],");
    }
    return text.append(end);
}

} // namespace

TEST_CASE("tool json: recorded results and signatures, in the order of the fields") {
    struct {
        std::string fields;
        std::string wanted;
    } const rows[] = {
        {"Subject: none\n", with("", "")},
        {"Authentication-Results: mx.a.example; SPF=Pass (a) smtp.mailfrom=b@c.example (b \\) c);\n"
         " dkim=fail reason=\"bad signature\" header.d=c.example; nonsense\n"
         "Authentication-Results: dmarc=none\n",
         with("results",
              R"({"authserv_id":"mx.a.example","results":[)"
              R"({"method":"spf","result":"pass","reason":null,"comments":["a","b ) c"],)"
              R"("properties":[{"type":"smtp","property":"mailfrom","value":"b@c.example"}]},)"
              R"({"method":"dkim","result":"fail","reason":"bad signature","comments":[],)"
              R"("properties":[{"type":"header","property":"d","value":"c.example"}]}]},)"
              R"({"authserv_id":null,"results":[{"method":"dmarc","result":"none",)"
              R"("reason":null,"comments":[],"properties":[]}]})")},
        {"Received-SPF: SoftFail (why) client-ip=192.0.2.1; Helo=a.example\n"
         "Received-SPF: perhaps\n",
         with("received_spf",
              R"({"result":"softfail","comment":"why","pairs":[)"
              R"({"key":"client-ip","value":"192.0.2.1"},{"key":"helo","value":"a.example"}]},)"
              R"({"result":null,"comment":null,"pairs":[]})")},
        {"DKIM-Signature: v=1; a=RSA-sha256; d=a.example; s=x; i=foe@b.a.example; t=7; x=9;\n"
         " c=relaxed; l=12; h=From : Subject:Subject\n"
         "Subject: upper\nSubject: lower\nTo: x\nFrom: a@a.example\nSubject: lowest\n",
         with("signatures",
              R"({"domain":"a.example","selector":"x","algorithm":"rsa-sha256","timestamp":7,)"
              R"("identity":"foe@b.a.example","expiration":9,"canonicalization":"relaxed/simple",)"
              R"("body_length":12,"header_names":["From","Subject","Subject"],)"
              R"("unsigned":[{"name":"Subject","fields":3,"signed":2},)"
              R"({"name":"To","fields":1,"signed":0}]})")},
        {"DKIM-Signature: none\n",
         with("signatures",
              R"({"domain":null,"selector":null,"algorithm":null,"timestamp":null,)"
              R"("identity":null,"expiration":null,"canonicalization":"simple/simple",)"
              R"("body_length":null,"header_names":[],"unsigned":[]})")},
        {"ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=y; b=YQ==\n",
         with("arc_seals",
              R"({"instance":1,"chain_status":"none","domain":"a.example","selector":"y",)"
              R"("algorithm":"rsa-sha256","timestamp":null})",
              R"("arc_chain":{"recorded_status":"none","can_pass":false,"sets":[)"
              R"({"instance":1,"complete":false,"duplicate":false,"has":["seal"]}]}})")},
        {"ARC-Authentication-Results: i=2; mx.a.example; arc=none\n",
         with("arc_results",
              R"({"instance":2,"authserv_id":"mx.a.example","results":[{"method":"arc",)"
              R"("result":"none","reason":null,"comments":[],"properties":[]}]})",
              R"("arc_chain":{"recorded_status":null,"can_pass":false,"sets":[)"
              R"({"instance":1,"complete":false,"duplicate":false,"has":[]},)"
              R"({"instance":2,"complete":false,"duplicate":false,"has":["results"]}]}})")},
        {"ARC-Message-Signature: i=1; d=a.example; s=y; h=From\n"
         "ARC-Message-Signature: i=1; d=a.example; s=y; h=From\n",
         with("arc_signatures",
              R"({"instance":1,"domain":"a.example","selector":"y","algorithm":null,)"
              R"("timestamp":null,"expiration":null,"canonicalization":"simple/simple",)"
              R"("body_length":null,"header_names":["From"],"unsigned":[]},)"
              R"({"instance":1,"domain":"a.example","selector":"y","algorithm":null,)"
              R"("timestamp":null,"expiration":null,"canonicalization":"simple/simple",)"
              R"("body_length":null,"header_names":["From"],"unsigned":[]})",
              R"("arc_chain":{"recorded_status":null,"can_pass":false,"sets":[)"
              R"({"instance":1,"complete":false,"duplicate":true,"has":["signature"]}]}})")},
    };
    for (auto const& row : rows)
        REQUIRE_SAME(row.fields, test::value_of(row.fields + "\n", "authentication"), row.wanted);
}

TEST_CASE("tool json: what aligns with From, if a server is trusted") {
    std::string const mail = "From: a@b.example\n"
                             "Authentication-Results: mx.a.example; dkim=pass header.d=b.example\n"
                             "Authentication-Results: other; spf=pass\n\n";
    std::string const end =
        R"({"finding":"results_by_others","aligned":false,"field":{"offset":85,"length":40},)"
        R"("method":null,"domain":null,"rfc":"8601 2.5",)"
        R"("text":"results of a server that the caller does not trust"}]})";
    auto const alignment_of = [&](std::vector<std::string> const& options) {
        auto const object = test::object_of(mail, options);
        for (std::size_t i = 0; i < object.keys.size(); ++i)
            if (object.keys[i] == "authentication")
                return test::value_of(object.items[i], "alignment");
        return std::string{};
    };
    REQUIRE_SAME("nothing is trusted", alignment_of({}), "");
    REQUIRE_SAME(
        "strict", alignment_of({"--trust=mx.a.example", "--public-suffixes=none"}),
        R"({"aligned":true,"spf":false,"dkim":true,"author_domain":"b.example",)"
        R"("public_suffixes":null,"steps":[)"
        R"({"finding":"author_found","aligned":false,"field":{"offset":0,"length":18},)"
        R"("method":null,"domain":"b.example","rfc":"9989 5.3.1",)"
        R"("text":"the From field has one author with a domain"},)"
        R"({"finding":"results_trusted","aligned":false,"field":{"offset":18,"length":67},)"
        R"("method":null,"domain":null,"rfc":"8601 5",)"
        R"("text":"a trusted server recorded these results"},)"
        R"({"finding":"strict_alignment","aligned":true,"field":{"offset":18,"length":67},)"
        R"("method":"dkim","domain":"b.example","rfc":"9989 3.2.10.2",)"
        R"("text":"the domain that was checked is the author domain"},)" +
            end);
}

TEST_CASE("tool json: the list of public suffixes is named") {
    test::temporary_directory const here;
    auto const list = here.file("list", "example\n");
    auto const object =
        test::object_of("Subject: no author\n\n", {"--trust", "x", "--public-suffixes", list});
    auto const wanted = R"("alignment":{"aligned":false,"spf":false,"dkim":false,)"
                        R"("author_domain":null,"public_suffixes":")" +
                        list +
                        R"(","steps":[{"finding":"from_missing","aligned":false,)"
                        R"("field":null,)";
    auto const got = test::value_of(object, "authentication");
    REQUIRE_SAME(got, got.find(wanted) != got.npos, true);
}

TEST_CASE("tool json: many signatures of many fields take linear time") {
    std::string mail;
    for (int i = 0; i < 3000; ++i) mail += "DKIM-Signature: h=from:to\n";
    for (int i = 0; i < 3000; ++i) mail += "To: x\n";
    auto const got = test::value_of(test::object_of(mail + "\n"), "authentication");
    auto const count = [&got](std::string_view text) {
        std::size_t found = 0;
        for (auto at = got.find(text); at != got.npos; at = got.find(text, at + 1)) ++found;
        return found;
    };
    REQUIRE_SAME("compared", count(R"("unsigned":[{"name":"To","fields":3000,"signed":1}])"), 100u);
    REQUIRE_SAME("not compared", count(R"("unsigned":null)"), 2900u);
}

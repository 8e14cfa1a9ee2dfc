#include "../../../tools/json/authentication.hpp"

#include "../../support.hpp"
#include "value_of.hpp"

TEST_CASE("tool json: recorded results and signatures, in the order of the fields") {
    struct {
        std::string fields;
        std::string_view wanted;
    } const rows[] = {
        {"Subject: none\n",
         R"({"results":[],"received_spf":[],"signatures":[],"arc_results":[],"arc_seals":[]})"},
        {"Authentication-Results: mx.a.example; SPF=Pass smtp.mailfrom=b@c.example;\n"
         " dkim=fail reason=\"bad signature\" header.d=c.example; nonsense\n"
         "Authentication-Results: dmarc=none\n",
         R"({"results":[{"authserv_id":"mx.a.example","results":[)"
         R"({"method":"spf","result":"pass","reason":null,"properties":[)"
         R"({"type":"smtp","property":"mailfrom","value":"b@c.example"}]},)"
         R"({"method":"dkim","result":"fail","reason":"bad signature","properties":[)"
         R"({"type":"header","property":"d","value":"c.example"}]}]},)"
         R"({"authserv_id":null,"results":[)"
         R"({"method":"dmarc","result":"none","reason":null,"properties":[]}]}],)"
         R"("received_spf":[],"signatures":[],"arc_results":[],"arc_seals":[]})"},
        {"Received-SPF: SoftFail (why) client-ip=192.0.2.1; Helo=a.example\n"
         "Received-SPF: perhaps\n",
         R"({"results":[],"received_spf":[{"result":"softfail","pairs":[)"
         R"({"key":"client-ip","value":"192.0.2.1"},{"key":"helo","value":"a.example"}]},)"
         R"({"result":null,"pairs":[]}],"signatures":[],"arc_results":[],"arc_seals":[]})"},
        {"DKIM-Signature: v=1; a=RSA-sha256; d=a.example; s=x\n"
         "DKIM-Signature: none\n"
         "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=y; b=YQ==\n"
         "ARC-Authentication-Results: i=1; mx.a.example; arc=none\n",
         R"({"results":[],"received_spf":[],"signatures":[)"
         R"({"domain":"a.example","selector":"x","algorithm":"rsa-sha256"},)"
         R"({"domain":null,"selector":null,"algorithm":null}],)"
         R"("arc_results":[{"instance":1,"authserv_id":"mx.a.example","results":[)"
         R"({"method":"arc","result":"none","reason":null,"properties":[]}]}],)"
         R"("arc_seals":[{"instance":1,"chain_status":"none","domain":"a.example",)"
         R"("selector":"y","algorithm":"rsa-sha256"}]})"},
    };
    for (auto const& row : rows)
        REQUIRE_SAME(row.fields, test::value_of(row.fields + "\n", "authentication"), row.wanted);
}

#include "../../../tools/json/received.hpp"

#include "../../support.hpp"
#include "value_of.hpp"

TEST_CASE("tool json: the hops of a message, the topmost first") {
    struct {
        std::string fields;
        std::string_view wanted;
    } const rows[] = {
        {"Subject: none\n", "[]"},
        {"Received: from pc17 (mail.example.net [192.0.2.25])\n"
         " by mx.example.org (Postfix) with ESMTPS id <3jvP@mx>\n"
         " for <crew@example.org>; Mon, 15 Dec 2014 12:24:09 +0100\n"
         "Received: by b; x\n"
         "Received:\n",
         R"([{"from":"pc17","from_address":"192.0.2.25","by":"mx.example.org","with":"ESMTPS",)"
         R"("id":"3jvP@mx","for":"crew@example.org","date":{"unix":1418642649,)"
         R"("offset_minutes":60,"iso":"2014-12-15T12:24:09+01:00"}},)"
         R"({"from":null,"from_address":null,"by":"b","with":null,"id":null,"for":null,)"
         R"("date":null},)"
         R"({"from":null,"from_address":null,"by":null,"with":null,"id":null,"for":null,)"
         R"("date":null}])"},
        {"Received: from [192.0.2.1]\n by a\n id 1; 15 Dec 14 11:00 GMT\n",
         R"([{"from":"[192.0.2.1]","from_address":null,"by":"a","with":null,"id":"1",)"
         R"("for":null,"date":{"unix":1418641200,"offset_minutes":0,)"
         R"("iso":"2014-12-15T11:00:00+00:00","problem":"date_obsolete"}}])"},
    };
    for (auto const& row : rows)
        REQUIRE_SAME(row.fields, test::value_of(row.fields + "\n", "received"), row.wanted);
}

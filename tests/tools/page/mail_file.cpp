#include "../../../tools/page/mail_file.hpp"

#include "../../support.hpp"
#include "../files.hpp"
#include "../strict_json.hpp"

#include <string>
#include <string_view>

namespace {

/// Checks that `json` is JSON and that `wanted` is in it.
void check_has(std::string const& json, std::string_view wanted) {
    CHECK(test::strict_json::read(json).has_value());
    CAPTURE(wanted);
    CAPTURE(json);
    CHECK(json.find(wanted) != json.npos);
}

std::string const demo = test::contents(test::data_file("demo.mbox"));

} // namespace

TEST_CASE("page: what a file is") {
    tool::mail_file const box{demo, "demo.mbox"};
    CHECK(box.size() == 12);
    CHECK(box.summary() == R"({"messages":12,"refusal":"","note":""})");
    CHECK(tool::mail_file{"", "empty"}.summary() == R"({"messages":0,"refusal":"","note":""})");
    CHECK(tool::mail_file{"BZh91AY&SY....", "a.bz2"}.summary() ==
          R"({"messages":0,"refusal":"compressed with bzip2; unpack it first: bzip2 -dc FILE",)"
          R"("note":""})");
    check_has(tool::mail_file{"\nwords\n", "a.txt"}.summary(),
              R"("messages":1,"refusal":"","note":"has no header field; perhaps it is not mail")");
    check_has(tool::mail_file{"S: 220 mx.example.org\nC: EHLO a.example.org\nS: 250 hello\n", "log"}
                  .summary(),
              R"("note":"a recorded SMTP session)");
    auto const apple =
        std::string_view{"14\nSubject: inner<?xml version=\"1.0\"?><plist></plist>\n"};
    CHECK(tool::mail_file{apple, "1.emlx"}.list(0, 1).find(R"("subject":"inner")") != apple.npos);
}

TEST_CASE("page: the list") {
    tool::mail_file const box{demo, "demo.mbox"};
    CHECK(box.list(1, 1) == R"([{"number":1,"date":1418646245,"is_of_delivery":false,)"
                            R"("is_doubtful":false,"from":"Zoë Lindqvist",)"
                            R"("subject":"Re: I still have the keys to the light",)"
                            R"("size":2034,"attachment":false}])");
    check_has(box.list(0, 100), R"("number":11)");
    CHECK(box.list(12, 5) == "[]");
    CHECK(box.list(99, 5) == "[]");
    tool::mail_file const undated{"From a@example.org Mon Dec 15 10:00:00 2014\n"
                                  "Subject: x\n\n",
                                  ""};
    check_has(undated.list(0, 1), R"("date":1418637600,"is_of_delivery":true)");
}

TEST_CASE("page: a message") {
    tool::mail_file const box{demo, "demo.mbox"};
    auto const facts = box.message(7);
    check_has(facts, R"("subject":"Fwd: Packing list of your lens, Paris 1873")");
    check_has(facts, R"("depths":[0,1,1,2,3,3],"part_count":6)");
    check_has(facts, R"("header_count":11)");
    check_has(box.message(1), R"("route":{"total":{"seconds":2,"text":"2 s"},"hop_count":2,)"
                              R"("hops":[{"from":"quayside.example.net [192.0.2.144]",)"
                              R"("by":"mail.example.net","with":"esmtpsa")");
    check_has(box.message(4), R"("report":"Delivery report from)");
    CHECK(box.text(0).starts_with("Dear"));
}

TEST_CASE("page: fields, parts and problems beyond a limit are only counted") {
    std::string many;
    for (int i = 0; i < 4000; ++i) many += "X: \x01\n";
    tool::mail_file const fields{many, ""};
    check_has(fields.message(0), R"("header_count":4000)");
    std::size_t count = 0;
    auto const facts = fields.message(0);
    for (auto at = facts.find(R"("name":"X")"); at != facts.npos;
         at = facts.find(R"("name":"X")", at + 1))
        ++count;
    CHECK(count == tool::message_facts::most_fields);
    check_has(fields.problems(0), R"("obsolete":4000,)");

    std::string message = "Content-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 2500; ++i) message += "--b\n\n\n";
    std::string hops;
    for (int i = 0; i < 1500; ++i)
        hops +=
            "Received: by mx" + std::to_string(i) + ".example.org; 19 Dec 2014 03:46:55 +0000\n";
    tool::mail_file const route{hops, ""};
    check_has(route.message(0), R"("hop_count":1500,"hops":[{"from":"-","by":"mx999.example.org")");

    std::string results;
    for (int i = 0; i < 150; ++i) results += "Authentication-Results: a.example.org; spf=pass\n";
    tool::mail_file const recorded{results, ""};
    check_has(recorded.authentication(0, {}, nullptr), R"("source_count":150,)");

    tool::mail_file const parts{message, ""};
    check_has(parts.message(0), R"("part_count":2501)");
    CHECK(parts.message(0).find(R"("path":"1999")") != message.npos);
    CHECK(parts.message(0).find(R"("path":"2000")") == message.npos);
}

TEST_CASE("page: problems have their places in the file, and ambiguities their readings") {
    tool::mail_file const box{demo, "demo.mbox"};
    auto const problems = box.problems(6);
    check_has(problems, R"({"code":"field_without_name","severity":"ambiguity","offset":16452,)");
    check_has(problems, R"("readings":[{"offset":16452,"length":)");
    check_has(box.problems(7), R"("violation":0,"ambiguity":0,"limit":0})");
}

TEST_CASE("page: authentication, with and without a server that is trusted") {
    tool::mail_file const box{demo, "demo.mbox"};
    check_has(box.authentication(1, {}, nullptr), R"("aligned":null,"source_count":1,"sources":[)");
    check_has(box.authentication(1, {}, nullptr), R"("trusted":null)");
    check_has(box.authentication(1, {"mx.example.org"}, nullptr), R"("trusted":true)");
    check_has(box.authentication(6, {"mx.example.org"}, nullptr),
              R"("verdict":"Not aligned: the message has several From fields)");
    check_has(box.authentication(6, {"mx.example.org"}, nullptr),
              R"("signatures":[{"kind":"DKIM",)");
}

TEST_CASE("page: with a list of public suffixes, organizational domains align") {
    std::string_view const text = "Authentication-Results: mx.example.org; spf=pass\n"
                                  " smtp.mailfrom=bounce@mail.sample.net\n"
                                  "From: a@sample.net\n\n";
    tool::mail_file const file{text, ""};
    check_has(file.authentication(0, {"mx.example.org"}, nullptr), R"("aligned":false)");
    tool::public_suffixes const list{"net\norg\n"};
    check_has(file.authentication(0, {"mx.example.org"}, &list),
              R"("verdict":"Aligned with sample.net, as mx.example.org recorded: )"
              R"(spf=pass for mail.sample.net.","aligned":true)");
}

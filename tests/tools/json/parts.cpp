#include "../../../tools/json/parts.hpp"

#include "../../support.hpp"
#include "../run.hpp"
#include "../strict_json.hpp"
#include "value_of.hpp"

#include <string>

namespace {

/// The parts of a message as JSON.
std::string parts_of(std::string const& mail) {
    return test::value_of(test::object_of(mail), "parts");
}

/// One value of each part: `mail` with LF and with CRLF.
std::string of_each_part(std::string const& mail, std::string_view key) {
    std::string values;
    for (auto const& lines : {mail, test::with_crlf_endings(mail)}) {
        std::string text;
        for (auto const& part : test::object_of(lines)["parts"].items)
            text.append(part["path"].text).append(" ").append(test::value_of(part, key)) += ' ';
        if (!values.empty()) REQUIRE_SAME(mail + ", CRLF", text, values);
        values = text;
    }
    return values;
}

} // namespace

TEST_CASE("tool json: names and descriptions without a charset") {
    REQUIRE_SAME("charset is what is declared",
                 of_each_part("Content-Type: text/html\n\n<meta charset=koi8-r>\xE4\n", "charset"),
                 "1 null ");
    REQUIRE_SAME("description", of_each_part("Content-Description: \xE9\n\n", "description"),
                 "1 \"\xC3\xA9\" ");
    REQUIRE_SAME("file name", of_each_part("Content-Disposition: x; filename=\xE9\n\n", "filename"),
                 "1 \"\xC3\xA9\" ");
    REQUIRE_SAME("RFC 2231, US-ASCII",
                 of_each_part("Content-Disposition: x; filename*=us-ascii''%E9\n\n", "filename"),
                 "1 \"\xC3\xA9\" ");
    REQUIRE_SAME("RFC 2231, US-ASCII, UTF-8",
                 of_each_part("Content-Disposition: x; filename*=us-ascii''%C3%A9\n\n", "filename"),
                 "1 \"\xC3\xA9\" ");
    REQUIRE_SAME(
        "a boundary is never read in a fallback",
        of_each_part("Content-Type: text/plain; boundary=\"\xE9\"; x=\"\xE9\"\n\n", "parameters"),
        "1 {\"boundary\":\"\xEF\xBF\xBD\",\"x\":\"\xC3\xA9\"} ");
    REQUIRE_SAME("uuencoded file",
                 test::object_of("\nbegin 644 \xE9\n`\nend\n")["parts"]
                     .items[0]["files"]
                     .items[0]["name"]
                     .text,
                 "\xC3\xA9");
}

TEST_CASE("tool json: a message with one part") {
    REQUIRE_SAME("no header", parts_of("\nx"),
                 R"([{"path":"1","type":"text/plain","charset":null,"encoding":null,)"
                 R"("disposition":null,"filename":null,"role":"text","content_id":null,)"
                 R"("description":null,"parameters":{},"offset":1,"length":1,)"
                 R"("decoded_size":1}])");
    REQUIRE_SAME(
        "all of it",
        parts_of("Content-Type: Text/HTML; charset=\"UTF-8\"\nContent-Transfer-Encoding: Base64\n"
                 "Content-Disposition: Attachment; filename*=utf-8''na%C3%AFve.html\n"
                 "Content-ID: <x@y>\nContent-Description: =?utf-8?Q?=C3=A9?=\n\nQUJD\n"),
        R"([{"path":"1","type":"text/html","charset":"utf-8","encoding":"base64",)"
        R"("disposition":"attachment","filename":"na)"
        "\xC3\xAF"
        R"(ve.html","role":"attachment","content_id":"x@y","description":")"
        "\xC3\xA9"
        R"(","parameters":{"charset":"UTF-8"},"offset":200,"length":5,"decoded_size":3}])");
}

TEST_CASE("tool json: the role of each part") {
    struct {
        std::string mail;
        std::string_view wanted;
    } const rows[] = {
        {"Content-Type: multipart/mixed; boundary=a\n\n"
         "--a\nContent-Type: multipart/alternative; boundary=b\n\n"
         "--b\n\nplain\n--b\nContent-Type: multipart/related; boundary=c\n\n"
         "--c\nContent-Type: text/html\n\n<img src=\"cid:a@b\">\n"
         "--c\nContent-Type: image/png\nContent-ID: <a@b>\n\nx\n--c--\n"
         "--b--\n--a\nContent-Type: application/pdf\n\nx\n"
         "--a\nContent-Type: message/rfc822\n\nSubject: x\n\nx\n--a--\n",
         R"(TEXT null 1 null 1.1 "text" 1.2 null 1.2.1 "html" 1.2.2 "inline" 2 "attachment" )"
         R"(3 "attachment" 3.1 null )"},
        {"Content-Type: text/html\n\n<p>\n", R"(1 "html" )"},
        {"Content-Type: application/pdf\n\nx\n", R"(1 "attachment" )"},
        {"Content-Disposition: attachment\n\nx\n", R"(1 "attachment" )"},
        {"Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n"
         "Content-Type: image/png\n\nx\n--b\n\ntwo\n--b--\n",
         R"(TEXT null 1 "text" 2 "inline" 3 "text" )"},
    };
    for (auto const& row : rows) REQUIRE_SAME(row.mail, of_each_part(row.mail, "role"), row.wanted);
}

TEST_CASE("tool json: the parameters of Content-Type") {
    struct {
        std::string type;
        std::string_view wanted;
    } const rows[] = {
        {"text/calendar; METHOD=REQUEST; charset=utf-8",
         R"(1 {"method":"REQUEST","charset":"utf-8"} )"},
        {"text/plain", "1 {} "},
        {"a/b; x=1; X=2; x*=utf-8''3", R"(1 {"x":"3"} )"},
        {"a/b; x*0=1; y=2; x*1=3", R"(1 {"x":"13","y":"2"} )"},
        {"a/b; x=\"=?utf-8?Q?y?=\"; name=\"=?utf-8?Q?y?=\"",
         R"(1 {"x":"=?utf-8?Q?y?=","name":"y"} )"},
        {"a/b; x*=iso-8859-1''%E9", "1 {\"x\":\"\xC3\xA9\"} "},
    };
    for (auto const& row : rows)
        REQUIRE_SAME(row.type, of_each_part("Content-Type: " + row.type + "\n\n", "parameters"),
                     row.wanted);
}

TEST_CASE("tool json: of many parameters, the first hundred are written") {
    std::string type = "a/b";
    for (int i = 0; i < 20000; ++i) type.append("; p").append(std::to_string(i)).append("=1");
    auto const parts = test::object_of("Content-Type: " + type + "\n\n")["parts"];
    REQUIRE_SAME("parts", parts.items.size(), 1u);
    if (parts.items.size() == 1)
        REQUIRE_SAME("parameters", parts.items[0]["parameters"].keys.size(), 100u);
}

TEST_CASE("tool json: containers precede their parts, with their own octets") {
    std::string const mail = "Content-Type: multipart/mixed; boundary=a\n\npre\n--a\n"
                             "Content-Type: message/rfc822; name=\"=?utf-8?Q?=C3=A9?=.eml\"\n\n"
                             "A: b\n\ntext\n--a--\npost\n";
    auto const json = test::strict_json::read(parts_of(mail));
    REQUIRE_SAME(mail, json.has_value(), true);
    if (!json) return;
    auto const& parts = json->items;
    REQUIRE_SAME(mail, parts.size(), 3u);
    if (parts.size() != 3) return;
    struct {
        std::string path;
        std::string type;
        std::string body;
    } const wanted[] = {{"TEXT", "multipart/mixed", mail.substr(mail.find("pre"))},
                        {"1", "message/rfc822", "A: b\n\ntext"},
                        {"1.1", "text/plain", "text"}};
    for (std::size_t i = 0; i < 3; ++i) {
        auto const& row = wanted[i];
        REQUIRE_SAME(row.path, parts[i]["path"].text, row.path);
        REQUIRE_SAME(row.path, parts[i]["type"].text, row.type);
        auto const offset = std::stoul(parts[i]["offset"].text);
        auto const length = std::stoul(parts[i]["length"].text);
        REQUIRE_SAME(row.path, mail.substr(offset, length), row.body);
        REQUIRE_SAME(row.path, parts[i]["decoded_size"].text, std::to_string(row.body.size()));
    }
    REQUIRE_SAME("name", parts[1]["filename"].text, std::string{"\xC3\xA9.eml"});
}

TEST_CASE("tool json: offsets refer to the file, sizes exclude the quotes of an mbox") {
    std::string const first = "From x\nA: b\n\none\n\n";
    std::string const second = "From y Mon Dec 15 10:00:00 2014\n\n>From me\n>>From you\n";
    auto const got = test::run({"json", "-:2"}, {.input = first + second});
    auto const offset = first.size() + second.find(">From me");
    REQUIRE_SAME(got.out,
                 got.out.find("\"offset\":" + std::to_string(offset) +
                              ",\"length\":20,\"decoded_size\":18}") != got.out.npos,
                 true);
}

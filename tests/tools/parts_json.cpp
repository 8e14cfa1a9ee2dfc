#include "../../tools/parts_json.hpp"

#include "../support.hpp"
#include "run.hpp"
#include "strict_json.hpp"

#include <string>

namespace {

/// The parts of a message as JSON.
std::string parts_of(std::string const& mail) {
    auto const got = test::run({"json", "-"}, {.input = mail});
    auto const first = got.out.find("\"parts\":");
    if (first == got.out.npos) return got.out;
    return got.out.substr(first + 8, got.out.rfind('}') - first - 8);
}

} // namespace

TEST_CASE("tool json: a message with one part") {
    REQUIRE_SAME("no header", parts_of("\nx"),
                 std::string{R"([{"path":"1","type":"text/plain","charset":null,"encoding":null,)"
                             R"("disposition":null,"filename":null,"offset":1,"length":1,)"
                             R"("decoded_size":1}])"});
    REQUIRE_SAME(
        "all of it",
        parts_of("Content-Type: Text/HTML; charset=\"UTF-8\"\nContent-Transfer-Encoding: Base64\n"
                 "Content-Disposition: Attachment; filename*=utf-8''na%C3%AFve.html\n\nQUJD\n"),
        std::string{R"([{"path":"1","type":"text/html","charset":"utf-8","encoding":"base64",)"
                    R"("disposition":"attachment","filename":"na)"
                    "\xC3\xAF"
                    R"(ve.html","offset":142,"length":5,"decoded_size":3}])"});
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
    std::string const second = "From y\n\n>From me\n>>From you\n";
    auto const got = test::run({"json", "-:2"}, {.input = first + second});
    auto const offset = first.size() + second.find(">From me");
    REQUIRE_SAME(got.out,
                 got.out.find("\"offset\":" + std::to_string(offset) +
                              ",\"length\":20,\"decoded_size\":18}") != got.out.npos,
                 true);
}

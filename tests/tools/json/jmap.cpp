#include "../../../tools/json/jmap.hpp"

#include "../../support.hpp"
#include "../files.hpp"
#include "../run.hpp"
#include "../strict_json.hpp"
#include "value_of.hpp"

#include <string>
#include <string_view>
#include <vector>

using std::string_literals::operator""s;

namespace {

/// The Email object of a message.
test::json_value email(std::string const& mail, std::vector<std::string> options = {}) {
    options.insert(options.begin(), "--jmap");
    return test::object_of(mail, options);
}

/// The partIds in a list of parts, "-" for null.
std::string ids(test::json_value const& parts) {
    std::string text;
    for (auto const& part : parts.items)
        text.append(text.empty() ? "" : " ")
            .append(part["partId"].is_null() ? "-" : part["partId"].text);
    return text;
}

std::string structure(test::json_value const& part) {
    auto text = part["type"].text;
    if (part["subParts"].is_null()) return text;
    text += '(';
    for (auto const& each : part["subParts"].items) text.append(structure(each)) += ' ';
    return text += ')';
}

// The example of RFC 8621 section 4.1.4.
std::string const nested = "Content-Type: multipart/mixed; boundary=m\n\n"
                           "--m\n\nA\n"
                           "--m\nContent-Type: multipart/mixed; boundary=n\n\n"
                           "--n\nContent-Type: multipart/alternative; boundary=a\n\n"
                           "--a\nContent-Type: multipart/mixed; boundary=x\n\n"
                           "--x\n\nB\n"
                           "--x\nContent-Type: image/jpeg\nContent-Disposition: inline\n\nC\n"
                           "--x\n\nD\n--x--\n"
                           "--a\nContent-Type: multipart/related; boundary=r\n\n"
                           "--r\nContent-Type: text/html\n\nE\n"
                           "--r\nContent-Type: image/jpeg\n\nF\n--r--\n--a--\n"
                           "--n\nContent-Type: image/jpeg\nContent-Disposition: attachment\n\nG\n"
                           "--n\nContent-Type: application/x-excel\n\nH\n"
                           "--n\nContent-Type: message/rfc822\n\nSubject: inner\n\nJ\n--n--\n"
                           "--m\n\nK\n--m--\n";

} // namespace

TEST_CASE("tool json --jmap: header forms (RFC 8621 section 4.1.2)") {
    struct {
        std::string_view what;
        std::string mail;
        std::string_view key;
        std::string_view value;
    } const table[] = {
        {"4.1.2.2 Text", "Subject:  =?utf-8?q?caf=C3=A9?=\n x\n\n", "subject", "\"caf\xC3\xA9 x\""},
        {"4.1.2.2 control characters", "Subject: =?utf-8?q?a=00b=1Bc?=\n\n", "subject", "\"abc\""},
        {"4.1.2.3 Addresses",
         "From: \"  James Smythe\" <james@example.com>, Friends:\n"
         " jane@example.com, =?UTF-8?Q?John_Sm=C3=AEth?=\n <john@example.com>;\n\n",
         "from",
         "[{\"name\":\"James Smythe\",\"email\":\"james@example.com\"},"
         "{\"name\":null,\"email\":\"jane@example.com\"},"
         "{\"name\":\"John Sm\xC3\xAEth\",\"email\":\"john@example.com\"}]"},
        {"4.1.2.3 a comment", "To: a@example.org (Ann)\n\n", "to",
         R"([{"name":"Ann","email":"a@example.org"}])"},
        {"4.1.2.3 no address", "To: nobody\n\n", "to", R"([{"name":null,"email":"nobody"}])"},
        {"4.1.2.5 MessageIds", "Message-ID: <a@b>\n\n", "messageId", R"(["a@b"])"},
        {"4.1.2.5 several", "References: <a@b>\n <c@d>\n\n", "references", R"(["a@b","c@d"])"},
        {"4.1.2.5 not parsed", "In-Reply-To: x\n\n", "inReplyTo", "null"},
        {"4.1.2.6 Date", "Date: Mon, 15 Dec 2014 11:00:00 +0100\n\n", "sentAt",
         "\"2014-12-15T11:00:00+01:00\""},
        {"4.1.2.6 not parsed", "Date: soon\n\n", "sentAt", "null"},
        {"4.1.3 the last field", "Subject: a\nSubject: b\n\n", "subject", "\"b\""},
        {"4.1.3 none", "X: y\n\n", "subject", "null"},
        {"4.1.3 none", "X: y\n\n", "cc", "null"},
        {"4.1.1 null as in Email/parse", "X: y\n\n", "mailboxIds", "null"},
        {"4.1.1 null as in Email/parse", "X: y\n\n", "keywords", "null"},
        {"4.1.1 receivedAt", "Received: by x; Mon, 15 Dec 2014 11:00:00 +0100\n\n", "receivedAt",
         "\"2014-12-15T10:00:00Z\""},
        {"4.1.4 preview", "X: y\n\n  Hello,\n> quoted\n\n   world! \n", "preview",
         "\"Hello, world!\""},
        {"4.1.4 hasAttachment", "X: y\n\nz\n", "hasAttachment", "false"},
    };
    for (auto const& row : table) {
        REQUIRE_SAME(row.what, test::value_of(row.mail, row.key, {"--jmap"}), row.value);
    }
    auto const raw = email("X: a\n b\n\n");
    REQUIRE_SAME("Raw", raw["headers"].items[0]["value"].text, " a\n b");
}

TEST_CASE("tool json --jmap: --property (RFC 8621 section 4.1.3)") {
    // The list of addresses is the example of section 4.1.2.4, with a group more.
    std::string const mail = "To: \"  James Smythe\" <james@example.com>, Friends:\n"
                             " jane@example.com, =?UTF-8?Q?John_Sm=C3=AEth?=\n"
                             " <john@example.com>;, None:;, a@example.org, nobody\n"
                             "X-To: b@example.org\n"
                             "List-Post: <mailto:a@example.org> (all),\n <https://example.org/>\n"
                             "List-Help: NO\n"
                             "Received: a\0b\nRECEIVED:c\n"
                             "Resent-Date: Mon, 15 Dec 2014 11:00:00 +0100\nResent-Date: soon\n"
                             "X-Text:  =?utf-8?q?caf=C3=A9?=\n\n"s;
    struct {
        std::string_view property;
        std::string_view value;
    } const table[] = {
        {"header:to:asGroupedAddresses",
         "[{\"name\":null,\"addresses\":[{\"name\":\"James Smythe\",\"email\":"
         "\"james@example.com\"}]},{\"name\":\"Friends\",\"addresses\":[{\"name\":null,\"email\":"
         "\"jane@example.com\"},{\"name\":\"John Sm\xC3\xAEth\",\"email\":\"john@example.com\"}]},"
         "{\"name\":\"None\",\"addresses\":[]},{\"name\":null,\"addresses\":[{\"name\":null,"
         "\"email\":\"a@example.org\"},{\"name\":null,\"email\":\"nobody\"}]}]"},
        {"header:X-To:asAddresses:all", R"([[{"name":null,"email":"b@example.org"}]])"},
        {"header:List-Post:asURLs", R"(["mailto:a@example.org","https://example.org/"])"},
        {"header:List-Help:asURLs", "null"},
        {"header:Received", "\"c\""},
        {"header:Received:all", "[\" ab\",\"c\"]"},
        {"header:Received:asRaw:all", "[\" ab\",\"c\"]"},
        {"header:Resent-Date:asDate", "null"},
        {"header:Resent-Date:asDate:all", R"(["2014-12-15T11:00:00+01:00",null])"},
        {"header:X-Text:asText", "\"caf\xC3\xA9\""},
        {"header:X-None:asMessageIds", "null"},
        {"header:X-None:asMessageIds:all", "[]"},
    };
    for (auto const& row : table) {
        std::string const property{row.property};
        REQUIRE_SAME(property, test::value_of(mail, property, {"--jmap", "--property", property}),
                     row.value);
    }
}

TEST_CASE("tool json --jmap: the structure and the lists of RFC 8621 section 4.1.4") {
    for (auto const& mail : {nested, test::with_crlf_endings(nested)}) {
        auto const got = email(mail);
        REQUIRE_SAME("bodyStructure", structure(got["bodyStructure"]),
                     "multipart/mixed(text/plain multipart/mixed(multipart/alternative("
                     "multipart/mixed(text/plain image/jpeg text/plain ) "
                     "multipart/related(text/html image/jpeg ) ) image/jpeg application/x-excel "
                     "message/rfc822 ) text/plain )");
        // In the RFC: A B C D K; A E K; C F G H J.
        REQUIRE_SAME("textBody", ids(got["textBody"]), "1 2.1.1.1 2.1.1.2 2.1.1.3 3");
        REQUIRE_SAME("htmlBody", ids(got["htmlBody"]), "1 2.1.2.1 3");
        REQUIRE_SAME("attachments", ids(got["attachments"]), "2.1.1.2 2.1.2.2 2.2 2.3 2.4");
        REQUIRE_SAME("hasAttachment", got["hasAttachment"].text, "true");
        REQUIRE_SAME("preview", got["preview"].text.starts_with("A B"), true);
    }
}

TEST_CASE("tool json --jmap: properties of a part, and where its octets are") {
    std::string const mail = "Content-Type: text/html; charset=ISO-8859-1; name=\"a.html\"\n"
                             "Content-Transfer-Encoding: base64\nContent-ID: <x@y>\n"
                             "Content-Language: en, de\nContent-Location: http://example.org/\n"
                             "Content-Disposition: inline\n\n"
                             "/A==\n";
    auto const got = email(mail);
    auto const& part = got["bodyStructure"];
    auto const start = std::to_string(mail.find("/A=="));
    auto const size = std::to_string(mail.size());
    REQUIRE_SAME("blobId", got["blobId"].text, "B0-" + size);
    REQUIRE_SAME("size", got["size"].text, size);
    REQUIRE_SAME("blobId of the part", part["blobId"].text, "B" + start + "-5");
    for (auto const& [key, value] :
         std::vector<std::pair<std::string, std::string>>{{"partId", "\"1\""},
                                                          {"size", "1"},
                                                          {"name", "\"a.html\""},
                                                          {"type", "\"text/html\""},
                                                          {"charset", "\"iso-8859-1\""},
                                                          {"disposition", "\"inline\""},
                                                          {"cid", "\"x@y\""},
                                                          {"language", "[\"en\",\"de\"]"},
                                                          {"location", "\"http://example.org/\""},
                                                          {"subParts", "null"}})
        REQUIRE_SAME(key, test::value_of(part, key), value);
    auto const plain = email("X: y\n\nz\n")["bodyStructure"];
    REQUIRE_SAME("charset", plain["charset"].text, "us-ascii");
    REQUIRE_SAME("disposition", plain["disposition"].is_null(), true);
}

TEST_CASE("tool json --jmap: bodyValues with --text") {
    REQUIRE_SAME("without", test::value_of(email(nested), "bodyValues"), "{}");
    auto const crlf = test::with_crlf_endings("Content-Type: text/plain; charset=utf-8\n\na\nb\n");
    REQUIRE_SAME("LF", email(crlf, {"--text"})["bodyValues"]["1"]["value"].text, "a\nb\n");
    auto const values = email(nested, {"--text"})["bodyValues"];
    REQUIRE_SAME("texts, each once", values.keys.size(), 5u);
    struct {
        std::string mail;
        std::string_view has_problem;
    } const table[] = {
        {"Content-Type: text/plain; charset=utf-8\n\na\xC3\xA9\n", "false"},
        {"Content-Type: text/plain; charset=utf-8\n\na\xE9\n", "true"},
        {"Content-Type: text/plain; charset=x-nothing\n\na\n", "true"},
        {"Content-Transfer-Encoding: x-nothing\n\na\n", "true"},
        {"X: y\n\na\n", "false"},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.mail,
                     email(row.mail, {"--text"})["bodyValues"]["1"]["isEncodingProblem"].text,
                     row.has_problem);
}

TEST_CASE("tool json --jmap: flags of a Maildir are keywords") {
    test::temporary_directory const directory;
    directory.file("Maildir/cur/1:2,FS", "Subject: x\n\ny\n");
    directory.file("Maildir/new/2", "Subject: x\n\ny\n");
    auto const got = test::run({"json", "--jmap", directory.path("Maildir")});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command,
                 got.out.find(R"("keywords":{"$flagged":true,"$seen":true})") != got.out.npos,
                 true);
    REQUIRE_SAME(got.command, got.out.find(R"("keywords":{})") != got.out.npos, true);
}

TEST_CASE("tool json --jmap: a preview has at most 256 characters") {
    std::string text = "X: y\n\n";
    for (int i = 0; i < 200; ++i) text += "\xC3\xA9\xC3\xA9 ";
    auto const preview = email(text)["preview"].text;
    std::size_t characters = 0;
    for (char const octet : preview)
        characters += (static_cast<unsigned char>(octet) & 0xC0) != 0x80;
    REQUIRE_SAME("characters", characters <= 256 && characters > 250, true);
    REQUIRE_SAME("no half", preview.ends_with("\xA9"), true);
}

TEST_CASE("tool json --jmap: options") {
    auto const mail = test::data_file("demo.mbox");
    test::check_complaint(test::run({"ls", "--jmap", mail}), 2, "--jmap goes with");
    test::check_complaint(test::run({"json", "--jmap", "--trust", "x", mail}), 2, "--trust");
    auto const all = test::run({"json", "--jmap", "--text", mail});
    REQUIRE_SAME(all.command, all.status, 0);
    REQUIRE_SAME(all.command, test::lines_of(all.out).size(), 12u);
    for (auto const& line : test::lines_of(all.out))
        REQUIRE_SAME(all.command, test::strict_json::read(line).has_value(), true);
}

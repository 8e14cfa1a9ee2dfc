#include "../../tools/show.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "on_terminals.hpp"
#include "run.hpp"

#include <string>
#include <vector>

namespace {

std::string shown(std::string const& mail) {
    auto const got = test::run({"show", "-"}, {.input = mail});
    REQUIRE_SAME(got.command, got.err, "");
    return got.out;
}

} // namespace

TEST_CASE("tool show: the main fields in order, decoded; the text in UTF-8") {
    test::check_lines("plain",
                      shown("X-Other: x\nSubject: =?iso-8859-1?Q?caf=E9?=\nTo: \"b, c\" <b@c>\n"
                            "From: =?utf-8?Q?J=C3=BCrgen?= <j@c>\nDate: Mon, 15 Dec 2014 "
                            "11:00:00 +0100\nContent-Type: text/plain; charset=iso-8859-1\n"
                            "Content-Transfer-Encoding: quoted-printable\n\ncaf=E9 =\n1\n\n"),
                      "From: J\xC3\xBCrgen <j@c>\nTo: \"b, c\" <b@c>\n"
                      "Date: Mon, 15 Dec 2014 11:00:00 +0100\nSubject: caf\xC3\xA9\n\n"
                      "caf\xC3\xA9 1\n\n");
    test::check_lines("no fields", shown("X: y\n\ntext"), "\ntext\n");
    test::check_lines("no body", shown("Subject: s\n"), "Subject: s\n\n");
    test::check_lines("an empty field", shown("Subject:\n\n"), "Subject: \n\n");
}

TEST_CASE("tool show: text in the place of an address is decoded, and marked") {
    test::check_lines("names and groups",
                      shown("From: =?utf-8?Q?J=C3=BCrgen?=\nReply-To: \"a\" <>\n"
                            "To: =?utf-8?Q?\"J=C3=BCrgen\"_<a@b>?=, c@d\nCc: "
                            "=?utf-8?Q?T=C3=A9am?=: x;, e:;\n\nx\n"),
                      "From: J\xC3\xBCrgen (no address)\nReply-To: \"a\" <> (no address)\n"
                      "To: \"J\xC3\xBCrgen\" <a@b> (no address), c@d\n"
                      "Cc: T\xC3\xA9"
                      "am: x (no address);, e:;\n\nx\n");
    test::check_lines("not closed", shown("To: a@b, \"c, <d@e>\n f\n\nx\n"),
                      "To: a@b, \"c, <d@e> f (no address)\n\nx\n");
}

TEST_CASE("tool show: flowed text is joined") {
    test::check_lines("flowed",
                      shown("Content-Type: text/plain; format=flowed\n\n"
                            "one \ntwo\n>> three \n>> four\n -- five\n-- \nsix\n"),
                      "\none two\n>> three four\n-- five\n-- \nsix\n");
    test::check_lines("fixed", shown("X: y\n\none \ntwo\n"), "\none \ntwo\n");
}

TEST_CASE("tool show: HTML is shown as text, without scripts and remote content") {
    auto const text = shown("Content-Type: text/html; charset=utf-8\n\n"
                            "<script>alert(1)</script><style>p{}</style>"
                            "<p>one &amp; two<img src=http://e.example/pixel>"
                            "<p><a href=\"https://e.example/\">three</a>\n");
    test::check_lines("html", text, "\none & two\n\nthree <https://e.example/>\n");
    // An alternative text/plain part is shown instead.
    test::check_lines("alternative",
                      shown("Content-Type: multipart/alternative; boundary=b\n\n--b\n\nplain\n"
                            "--b\nContent-Type: text/html\n\n<p>html\n--b--\n"),
                      "\nplain\n");
}

TEST_CASE("tool show: attachments are listed") {
    auto const text = shown("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n"
                            "--b\nContent-Type: image/png\nContent-Disposition: attachment; "
                            "filename=\"a\x1B[1m.png\"\nContent-Transfer-Encoding: base64\n\nQUJD\n"
                            "--b\nContent-Type: message/rfc822\n\nSubject: inner\n\nx\n--b--\n");
    std::string const wanted = "\ntext\n\nAttachments:\n  2  image/png  \"a^[[1m.png\"  3 B\n"
                               "  3  message/rfc822  17 B\n\n";
    test::check_lines("attachments", text.substr(0, wanted.size()), wanted);
    REQUIRE_SAME(text, text.ends_with("\n\nSubject: inner\n\nx\n"), true);
    test::check_lines("media between texts",
                      shown("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n"
                            "--b\nContent-Type: image/png; name=x\n\nABC\n--b\n\ntwo\n--b--\n"),
                      "\none\n\n  2  image/png  \"x\"  3 B\n\ntwo\n");
}

TEST_CASE("tool show: a malformed structure is shown unchanged") {
    auto const text = shown("Content-Type: multipart/mixed; boundary=other\n\n--b\n\ntext\n");
    REQUIRE_SAME(text, text.starts_with("\n--b\n\ntext\n"), true);
    test::check_lines("an unknown charset",
                      shown("Content-Type: text/plain; charset=x-none\n\na\xE9\n"),
                      "\na\xC3\xA9\n");
}

TEST_CASE("tool show: text without a charset") {
    struct {
        std::string_view from;
        std::string mail;
        std::string_view shown;
    } const table[] = {
        {"UTF-8", "X: y\n\ncaf\xC3\xA9\n", "\ncaf\xC3\xA9\n"},
        {"not UTF-8", "X: y\n\ncaf\xE9 \x80\n", "\ncaf\xC3\xA9 \xE2\x82\xAC\n"},
        {"UTF-8 that is cut at the end", "X: y\n\nx\xC3\xA9 \xC3\n",
         "\nx\xC3\x83\xC2\xA9 \xC3\x83\n"},
        {"a field and the body decide alone", "Subject: \xE9\n\n\xC3\xA9\n",
         "Subject: \xC3\xA9\n\n\xC3\xA9\n"},
        {"two parts",
         "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n\xC3\xA9\n--b\n\n\xE9\n--b--\n",
         "\n\xC3\xA9\n\n\xC3\xA9\n"},
        {"a byte order mark", "Content-Type: text/plain; charset=utf-8\n\n\xEF\xBB\xBFx\n",
         "\nx\n"},
        {"HTML", "Content-Type: text/html\n\n<meta charset=windows-1251>\xC4\xE0\n",
         "\n\xD0\x94\xD0\xB0\n"},
        {"HTML with a charset parameter",
         "Content-Type: text/html; charset=koi8-r\n\n<meta charset=windows-1251>\xE4\xC1\n",
         "\n\xD0\x94\xD0\xB0\n"},
        {"HTML that declares it in a comment",
         "Content-Type: text/html\n\n<!-- <meta charset=windows-1251> -->\xC4\n", "\n\xC3\x84\n"},
        {"HTML in base64, in a multipart",
         "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n"
         "Content-Transfer-Encoding: base64\n\nPG1ldGEgY2hhcnNldD1nYjE4MDMwPrXGy/4=\n--b--\n",
         "\n\xE7\x81\xAF\xE5\xA1\x94\n"},
        {"an address", "To: J\xF6rg <j\xF6rg@a.example>\n\nx\n",
         "To: J\xC3\xB6rg <j\xC3\xB6rg@a.example> (no address)\n\nx\n"},
        {"a file name",
         "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b\n"
         "Content-Type: image/png; name=\"\xE9.png\"\n\nABC\n--b--\n",
         "\nx\n\n  2  image/png  \"\xC3\xA9.png\"  3 B\n"},
    };
    for (auto const& row : table) test::check_lines(row.from, shown(row.mail), row.shown);
    for (auto const& row : table)
        test::check_lines(row.from, shown(std::string{std::string_view{test::with_crlf(row.mail)}}),
                          row.shown);
    auto const in_koi8 = test::run({"show", "--fallback-charset=koi8-r", "-"},
                                   {.input = "Subject: \xE4\xC1\n\n\xE4\xC1\n"});
    test::check_lines("--fallback-charset", in_koi8.out,
                      "Subject: \xD0\x94\xD0\xB0\n\n\xD0\x94\xD0\xB0\n");
}

TEST_CASE("tool show: Chinese, Japanese and Korean mail, the same on every system") {
    test::check_lines(
        "a message in five charsets",
        shown("From: =?gb18030?B?xOO6ww==?= <a@b>\n"
              "Subject: =?ISO-2022-JP?B?GyRCJDMbKEI=?=\n =?ISO-2022-JP?B?GyRCJHMbKEI=?= "
              "=?big5?B?p0Gmbg==?=\n"
              "Content-Type: text/plain; charset=shift_jis\n\n\x93\xFA\x96\x7B \x87\x40\n"),
        "From: 你好 <a@b>\nSubject: こん你好\n\n日本 ①\n");
    test::check_lines("ISO-2022-KR",
                      shown("Content-Type: text/plain; charset=iso-2022-kr\n\n"
                            "\x1B$)C\x0E"
                            "0!3*\x0F!\n"),
                      "\n가나!\n");
    test::check_lines("HZ-GB-2312",
                      shown("Content-Type: text/plain; charset=hz-gb-2312\n\n~{<:Ky2;~}!\n"),
                      "\n己所不!\n");
}

TEST_CASE("tool show: a field cannot forge another field") {
    auto const text = shown("Subject: =?utf-8?Q?a=0AFrom:_forged=0D=0A?=\n\nx\n");
    test::check_lines("Subject", text, "Subject: a^JFrom: forged^M^J\n\nx\n");
}

TEST_CASE("tool show: a line names each of several messages; the quotes of an mbox are removed") {
    auto const text = shown("From x\nSubject: 1\n\n>From me\n\nFrom y\nSubject: 2\n\nb\n");
    auto const lines = test::lines_of(text);
    REQUIRE_SAME(text, lines.size(), 11u);
    if (lines.size() != 11) return;
    REQUIRE_SAME(text, lines[0].find(" -:1 ") != std::string::npos, true);
    REQUIRE_SAME(text, lines[4], std::string{"From me"});
    REQUIRE_SAME(text, lines[6].find(" -:2 ") != std::string::npos, true);
    REQUIRE_SAME(text, lines[8], std::string{"Subject: 2"});
}

TEST_CASE("tool show: a uuencoded file is listed, and is not text") {
    auto const got = shown("Content-Type: text/plain\n\nSee it.\n"
                           "begin 644 a.txt\n#0V%T\n`\nend\nBye\n");
    REQUIRE_SAME(got, got.find("See it.\nBye\n") != got.npos, true);
    REQUIRE_SAME(got, got.find("Attachments:\n  1  \"a.txt\"  3 B\n") != got.npos, true);
}

TEST_CASE("tool show: what is signed or encrypted") {
    struct {
        std::string_view from;
        std::string_view type;
        std::string_view said;
    } const rows[] = {
        {"RFC 3156 section 5",
         "multipart/signed; boundary=b; protocol=\"application/pgp-signature\"",
         "\nSigned with OpenPGP; the signature is not verified.\n"},
        {"RFC 8551 section 3.5.3",
         "multipart/signed; boundary=b; protocol=\"application/pkcs7-signature\"",
         "\nSigned with S/MIME; the signature is not verified.\n"},
        {"RFC 1847 section 2.1: another protocol", "multipart/signed; boundary=b; protocol=a/b",
         "\nSigned; the signature is not verified.\n"},
        {"RFC 3156 section 4",
         "multipart/encrypted; boundary=b; protocol=\"application/pgp-encrypted\"",
         "\nEncrypted with OpenPGP; what it says cannot be shown.\n"},
        {"RFC 8551 section 3.3", "application/pkcs7-mime; smime-type=enveloped-data",
         "\nEncrypted with S/MIME; what it says cannot be shown.\n"},
        {"RFC 8551 section 3.5.2", "application/x-pkcs7-mime; smime-type=signed-data",
         "\nSigned with S/MIME; what it says is inside the signature, and is not shown.\n"},
        {"RFC 8551 section 3.6", "application/pkcs7-mime; smime-type=compressed-data",
         "\nCompressed with S/MIME; what it says is not shown.\n"},
        {"certificates only", "application/pkcs7-mime; smime-type=certs-only", ""},
        {"nothing of that", "multipart/mixed; boundary=b", ""},
    };
    for (auto const& row : rows) {
        auto const text = shown("Content-Type: " + std::string{row.type} +
                                "\n\n--b\n\ntext\n--b\nContent-Type: a/b\n\n--b--\n");
        bool const says = text.find("Signed") != text.npos || text.find("Encrypted") != text.npos ||
                          text.find("Compressed") != text.npos;
        REQUIRE_SAME(row.from, says, !row.said.empty());
        REQUIRE_SAME(row.from, text.find(row.said) != text.npos, true);
    }
}

TEST_CASE("tool show: a text that OpenPGP protects without MIME (RFC 9580)") {
    constexpr std::string_view is_signed =
        "\nSigned with OpenPGP, inside the text; the signature is not verified.\n";
    constexpr std::string_view encrypted =
        "\nEncrypted with OpenPGP, inside the text; what it says cannot be shown.\n";
    struct {
        std::string_view from;
        std::string mail;
        std::string_view line;
    } const table[] = {
        {"section 6.2", "X: y\n\n-----BEGIN PGP MESSAGE-----\n\nx\n", encrypted},
        {"section 7", "X: y\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nx\n", is_signed},
        {"after other text, and white space after it",
         "X: y\n\nhello\n\n-----BEGIN PGP MESSAGE----- \t\n\nx\n", encrypted},
        {"in quoted-printable",
         "Content-Transfer-Encoding: quoted-printable\n\n=2D----BEGIN PGP MESSAGE-----\n",
         encrypted},
        {"in base64",
         "Content-Transfer-Encoding: base64\n\nLS0tLS1CRUdJTiBQR1AgTUVTU0FHRS0tLS0tCg==\n",
         encrypted},
        {"in a part",
         "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n-----BEGIN PGP MESSAGE-----\n--b--\n",
         encrypted},
        {"quoted", "X: y\n\n> -----BEGIN PGP MESSAGE-----\n", {}},
        {"in a line", "X: y\n\nsee -----BEGIN PGP MESSAGE-----\n", {}},
        {"text after it", "X: y\n\n-----BEGIN PGP MESSAGE----- is a line\n", {}},
        {"a key", "X: y\n\n-----BEGIN PGP PUBLIC KEY BLOCK-----\n", {}},
        {"a signature alone", "X: y\n\n-----BEGIN PGP SIGNATURE-----\n", {}},
        {"lower case", "X: y\n\n-----begin pgp message-----\n", {}},
        {"not text", "Content-Type: a/b\n\n-----BEGIN PGP MESSAGE-----\n", {}},
        {"an attachment", "Content-Disposition: attachment\n\n-----BEGIN PGP MESSAGE-----\n", {}},
        {"HTML", "Content-Type: text/html\n\n-----BEGIN PGP MESSAGE-----\n", {}},
    };
    for (auto const& row : table)
        for (auto const& mail :
             {row.mail, std::string{std::string_view{test::with_crlf(row.mail)}}}) {
            auto const text = shown(mail);
            if (row.line.empty())
                REQUIRE_SAME(row.from, text.find("OpenPGP,"), text.npos);
            else
                REQUIRE_SAME(row.from, text.find(row.line) != text.npos, true);
        }
    // Wherever the block ends in which it is decoded.
    for (std::size_t size = 4060; size <= 4100; size += 5) {
        std::string mail = "Content-Transfer-Encoding: quoted-printable\n\n";
        for (std::size_t i = 1; i < size; ++i) mail += i % 70 == 0 ? '\n' : 'x';
        auto const text = shown(mail + "\n-----BEGIN PGP MESSAGE-----\n");
        REQUIRE_SAME(size, text.find(encrypted) != text.npos, true);
    }
}

TEST_CASE("tool show: blank and countless parts are left out, and counted") {
    auto const mail = [](std::string_view part, unsigned count) {
        std::string text = "Content-Type: multipart/mixed; boundary=b\n\n";
        for (unsigned i = 0; i < count; ++i) text.append("--b\n").append(part);
        return text + "--b\n\nend\n--b--\n";
    };
    test::check_lines("HTML", shown(mail("Content-Type: text/html\n\n<p>\n", 5000)),
                      "\nend\n\n(5000 empty parts are left out)\n");
    test::check_lines("one", shown(mail("\n \n", 1)), "\nend\n\n(1 empty part is left out)\n");
    test::check_lines(
        "nothing else",
        shown("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n\n--b\n\n\n--b--\n"),
        "\n(2 empty parts are left out)\n");
    auto const many = shown(mail("\nx\n", 1500));
    REQUIRE_SAME("texts", many.ends_with("\nx\n\n(501 more parts are left out)\n"), true);
    auto const attached = shown(mail("Content-Type: a/b\n\nx\n", 1500));
    REQUIRE_SAME("attachments",
                 attached.ends_with("\n  1000  a/b  1 B\n\n(500 more attachments are left out)\n"),
                 true);
    auto const forwarded = shown(mail("Content-Type: message/rfc822\n\nSubject: x\n\ny\n", 30));
    REQUIRE_SAME(
        "messages",
        forwarded.ends_with("\n\nSubject: x\n\ny\n\n(10 more attached messages are left out)\n"),
        true);
}

TEST_CASE("tool show: the text of a forwarded message") {
    auto const text =
        shown("Subject: outer\nContent-Type: multipart/mixed; boundary=b\n\n"
              "--b\n\nsee below\n--b\nContent-Type: message/rfc822\n\n"
              "From: a@b.example\nSubject: =?utf-8?q?inn=C3=A9r?=\nX-Other: x\n\nits text\n"
              "--b--\n");
    auto const rule = text.find(" part 2: a message ");
    REQUIRE_SAME(text, rule != text.npos, true);
    REQUIRE_SAME(text, text.find("\nsee below\n") < rule, true);
    auto const inner =
        text.find("\n\nFrom: a@b.example\nSubject: inn\xC3\xA9r\n\nits text\n", rule);
    REQUIRE_SAME(text, inner != text.npos, true);
    // Messages in messages, and a message that is nothing but one.
    auto const deep = shown("Content-Type: message/rfc822\n\nSubject: 1\n"
                            "Content-Type: message/rfc822\n\nSubject: 2\n\nthe end\n");
    auto const first = deep.find("Subject: 1\n");
    REQUIRE_SAME(deep, deep.find("Subject: 2\n\nthe end\n", first) != deep.npos, true);
    // At most twenty.
    std::string many = "Content-Type: multipart/digest; boundary=b\n";
    for (int i = 0; i < 30; ++i) many += "\n--b\n\nSubject: s\n\nx\n";
    auto const digest = shown(many);
    REQUIRE_SAME(digest, digest.find(" part 20: ") != digest.npos, true);
    REQUIRE_SAME(digest, digest.find(" part 21: ") == digest.npos, true);
}

TEST_CASE("tool show: an invitation's time and place") {
    std::string const event = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Crane\n"
                              "DTSTART:20141220T090000Z\nLOCATION:the slip\n way\nEND:VEVENT\n"
                              "END:VCALENDAR\n";
    std::string const wanted = "\nInvitation: Crane\n  2014-12-20 09:00 UTC\n  at the slipway\n";
    auto const alone = shown("Content-Type: text/calendar\n\n" + event);
    REQUIRE_SAME(alone, alone, wanted);
    auto const beside = shown("Content-Type: multipart/alternative; boundary=b\n\n--b\n\nCome!\n"
                              "--b\nContent-Type: text/calendar\n\n" +
                              event + "--b--\n");
    REQUIRE_SAME(beside, beside.find("\nCome!\n" + wanted) != beside.npos, true);
}

TEST_CASE("tool show: the demonstration mailbox, byte for byte") {
    test::setup const here{.directory = test::data_directory()};
    auto const all = test::run({"show", "demo.mbox"}, here);
    test::check_output(all, all.out);
    test::check_golden("demo.show.txt", all.out);
    auto const narrow = test::run({"show", "--color=never", "demo.mbox:12"},
                                  {.out_columns = 50, .directory = test::data_directory()});
    test::check_golden("demo.show-12-50-columns.txt", narrow.out);
}

TEST_CASE("tool show: no control characters reach a terminal, and lines with spaces fit") {
    std::string words;
    for (int i = 0; i < 300; ++i) words += "w\xC3\xB6rd\x1B[2J \xE2\x80\xAE ";
    auto const hostile = "From: \x1B]0;title\x07 <a@b>\nSubject: " + words + "\n\n" + words + "\n";
    test::temporary_directory const directory;
    test::check_on_terminals("show", {directory.file("hostile", hostile)});
    test::check_on_terminals("show",
                             {test::data_file("demo.mbox"), test::data_file("single.eml"),
                              test::data_file("bare-cr.eml"), test::data_file("mixed-endings.eml"),
                              test::data_file("eight-bit-header.eml")},
                             test::long_lines::some);
}

TEST_CASE("tool show: an empty file, a missing file, and a closed pipe") {
    auto const empty = test::run({"show", test::data_file("empty.eml")});
    REQUIRE_SAME(empty.command, empty.out, "");
    auto const missing = test::run({"show", test::data_file("no such file")});
    test::check_complaint(missing, 2, "no such file");
    auto const left = test::run({"show", test::data_file("demo.mbox")}, {.reads = 0});
    REQUIRE_SAME(left.command, left.status, 0);
    REQUIRE_SAME(left.command, left.err, "");
    auto const help = test::run({"--help"});
    REQUIRE_SAME(help.command, help.out.find("\n  show ") != help.out.npos, true);
}

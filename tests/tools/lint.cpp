#include "../../tools/lint.hpp"
#include "../../tools/lint_explanation.hpp"

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "on_terminals.hpp"
#include "run.hpp"
#include "strict_json.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

using words = std::vector<std::string>;

/// Runs lint on the octets in a pipe.
test::outcome lint(std::string const& bytes, words options = {}) {
    options.insert(options.begin(), "lint");
    options.emplace_back("-");
    return test::run(options, {.input = bytes});
}

constexpr std::string_view space_text =
    "ambiguity [space_before_colon] white space between a field name and its colon; ignored, but "
    "other programs may not recognize the field (RFC 5322 section 4.5)\n";

test::json_value object_in(std::string_view line) {
    auto const found = test::strict_json::read(line);
    REQUIRE_SAME(line, found.has_value(), true);
    return found.value_or(test::json_value{});
}

/// Mail without any problem.
std::string clean(std::string_view ending = "\n") {
    std::string text;
    for (std::string_view const line :
         {"From: A Foe <foe@sample.net>", "To: friend@example.org",
          "Date: Mon, 15 Dec 2014 11:00:00 +0100", "Message-ID: <x@sample.net>", "Subject: hello",
          "", "Hello!"})
        text.append(line).append(ending);
    return text;
}

} // namespace

TEST_CASE("tool lint: one line for each problem, with offsets from the start of the file") {
    auto const got = lint("Subject : a\rb\n\nx\n");
    REQUIRE_SAME(got.command, got.status, 1);
    REQUIRE_SAME(got.command, got.err, "");
    auto const line = "-:1: 7-8: " + std::string{space_text};
    REQUIRE_SAME(got.command, got.out.find(line) != got.out.npos, true);
    REQUIRE_SAME(got.command, got.out.find("-:1: 11-12: ambiguity [bare_cr] a CR") != got.out.npos,
                 true);
    for (auto const& each : test::lines_of(got.out))
        REQUIRE_SAME(each, each.starts_with("-:1: "), true);
    // In a mailbox, they count from its start.
    std::string const entry = "From foe@sample.net Mon Dec 15 10:00:00 2014\n";
    auto const second = lint(entry + clean() + "\n" + entry + "Subject : x\n" + clean());
    auto const at = entry.size() + clean().size() + 1 + entry.size() + 7;
    auto const wanted = "-:2: " + std::to_string(at) + "-" + std::to_string(at + 1) + ": ";
    REQUIRE_SAME(second.command, second.out.starts_with(wanted + std::string{space_text}), true);
    REQUIRE_SAME(second.command, second.out.find("-:1:"), second.out.npos);
}

TEST_CASE("tool lint: nothing is wrong with clean mail, and nothing is printed") {
    for (std::string_view const ending : {"\n", "\r\n"})
        for (std::string const option : {"--severity=note", "--json", "--summary", "--color"})
            test::check_output(lint(clean(ending), {option}), "");
    auto const empty = lint("");
    REQUIRE_SAME("empty", empty.out, "");
    REQUIRE_SAME("empty", empty.status, 0);
}

TEST_CASE("tool lint: --severity decides what is printed, and the exit status") {
    struct {
        std::string_view what;
        std::string mail; // with one problem of that severity, and none that is graver
        std::string_view severity;
    } const rows[] = {
        {"note",
         "MIME-Version: 1.0\nFrom: a@b.example\nDate: Mon, 15 Dec 2014 11:00:00 "
         "+0100\nContent-Type: text/x\n"
         "\nx\n",
         "note"},
        {"obsolete", "From: a@b.example\nDate: 15 Dec 14 11:00:00 +0100\n\nx\n", "obsolete"},
        {"violation",
         "From: a@b.example\nDate: Mon, 15 Dec 2014 11:00:00 +0100\n"
         "Message-ID: x@y.example\n\nx\n",
         "violation"},
        {"ambiguity", "From: a@b.example\nDate : Mon, 15 Dec 2014 11:00:00 +0100\n\nx\n",
         "ambiguity"},
    };
    words const levels{"note", "obsolete", "violation", "ambiguity", "limit"};
    for (auto const& row : rows) {
        bool is_at_least = true; // whether the problem is at least as grave as the level
        for (auto const& level : levels) {
            auto const got = lint(row.mail, {"--severity", level});
            auto const name = std::string{row.what} + " at " + level;
            auto const word = ": " + std::string{row.severity} + " [";
            REQUIRE_SAME(name, got.status, is_at_least ? 1 : 0);
            REQUIRE_SAME(name, got.out.find(word) != got.out.npos, is_at_least);
            if (!is_at_least) REQUIRE_SAME(name, got.out, "");
            if (level == row.severity) is_at_least = false;
        }
    }
    // The default is violation.
    REQUIRE_SAME("default", lint(rows[1].mail).status, 0);
    REQUIRE_SAME("default", lint(rows[2].mail).status, 1);
}

TEST_CASE("tool lint: --json prints an object for each problem, as json does") {
    std::string const mail = "From a Mon Dec 15 10:00:00 2014\nSubject : caf\xE9\rb\n\nx\n";
    auto const got = lint(mail, {"--json"});
    REQUIRE_SAME(got.command, got.status, 1);
    auto const whole = test::run({"json", "-"}, {.input = mail});
    auto const message = object_in(whole.out.substr(0, whole.out.size() - 1));
    std::size_t count = 0;
    for (auto const& line : test::lines_of(got.out)) {
        auto const each = object_in(line);
        REQUIRE_SAME(line, each["file"].text, "-");
        REQUIRE_SAME(line, each["index"].number(), 1u);
        REQUIRE_SAME(line, each["entry_offset"].number(), 0u);
        // After these keys, the object is that of json; the readings are not in that.
        auto const start = line.find("\"code\"");
        auto const end = std::min(line.find(",\"readings\""), line.size() - 1);
        auto const shared = '{' + line.substr(start, end - start) + '}';
        REQUIRE_SAME(line, whole.out.find(shared) != whole.out.npos, true);
        ++count;
    }
    std::size_t grave = 0;
    for (auto const& each : message["diagnostics"].items)
        if (each["severity"].text != "note" && each["severity"].text != "obsolete") ++grave;
    REQUIRE_SAME("as many", count, grave);
    auto const ascii = lint("Subject : x\n\n\xC3\xA9\n", {"--json", "--ascii"});
    REQUIRE_SAME("ASCII", test::is_ascii(ascii.out), true);
}

TEST_CASE("tool lint: --summary counts by code, gravest first, with the first message") {
    std::string const entry = "From foe@sample.net Mon Dec 15 10:00:00 2014\n";
    auto const box = entry + clean() + "\n" + entry + "X : 1\nMessage-ID: y@sample.net\n\n\n" +
                     entry + "X : 1\nY : 2\nFrom: <a@b.example>\n\n";
    auto const got = lint(box, {"--summary"});
    REQUIRE_SAME(got.command, got.status, 1);
    REQUIRE_SAME(got.out, got.out.starts_with("3\t2\tambiguity\tspace_before_colon\t-:2\n"), true);
    auto const id = got.out.find("1\t1\tviolation\tmessage_id_without_brackets\t-:2\n");
    REQUIRE_SAME(got.out, id != got.out.npos, true);
    auto const json = lint(box, {"--summary", "--json"});
    REQUIRE_SAME(json.command, json.status, 1);
    auto const first = object_in(test::lines_of(json.out).front());
    REQUIRE_SAME(json.out, first["code"].text, "space_before_colon");
    REQUIRE_SAME(json.out, first["problems"].number(), 3u);
    REQUIRE_SAME(json.out, first["messages"].number(), 2u);
    REQUIRE_SAME(json.out, first["index"].number(), 2u);
    REQUIRE_SAME(json.out, first["severity"].text, "ambiguity");
    for (auto const* const level : {"limit", "ambiguity"}) {
        auto const some = lint(box, {"--summary", "--severity", level});
        REQUIRE_SAME(level, some.out.find("violation"), some.out.npos);
    }
}

TEST_CASE("tool lint: the names of messages can be passed back") {
    test::temporary_directory const folder;
    std::string const entry = "From foe@sample.net Mon Dec 15 10:00:00 2014\n";
    auto const box = folder.file("in.mbox", entry + clean() + "\n" + entry + "A : b\n\n");
    auto const odd = folder.file("two\nlines", "A : b\n\n");
    folder.file("Maildir/cur/1700000001.M1P1.host:2,S", clean());
    folder.file("Maildir/cur/1700000002.M1P1.host:2,", "A : b\n\n");
    folder.file("Maildir/new/1700000003.M1P1.host", "\n");
    for (std::string const& file : {box, folder.path("Maildir")}) {
        auto const got = test::run({"lint", "--severity=ambiguity", file});
        REQUIRE_SAME(got.command, got.status, 1);
        auto const name = got.out.substr(0, got.out.find(": "));
        REQUIRE_SAME(got.command, name.starts_with(file), true);
        auto const again = test::run({"lint", "--severity=ambiguity", name});
        REQUIRE_SAME(again.command, again.out, got.out);
    }
    // In a range that does not start at the beginning, messages have no numbers.
    auto const part = test::run({"lint", "--severity=ambiguity", "--range", "9", "999", box});
    auto const place = box + ":@" + std::to_string(entry.size() + clean().size() + 1) + ": ";
    REQUIRE_SAME(part.command, part.out.starts_with(place), true);
    // The shares together print what the whole does, except for the numbers of messages.
    std::string shares;
    for (std::string const share : {"1/3", "2/3", "3/3"})
        shares += test::run({"lint", "--json", "--shard", share, box}).out;
    REQUIRE_SAME("shares", test::lines_of(shares).size(),
                 test::lines_of(test::run({"lint", box}).out).size());
    // A line stays a line.
    auto const strange = test::run({"lint", "--severity=ambiguity", odd});
    REQUIRE_SAME(strange.command, strange.out.find("two^Jlines:1: 1-2: ") != strange.out.npos,
                 true);
    REQUIRE_SAME(strange.command, test::lines_of(strange.out).size(), 1u);
}

TEST_CASE("tool lint: a file that cannot be read is status 2, and the others are read") {
    test::temporary_directory const folder;
    auto const bad = folder.file("bad.eml", "A : b\n\n");
    auto const packed = folder.file("in.mbox.gz", "\x1F\x8B\x08");
    auto const good = folder.file("good.eml", clean());
    for (auto const& missing : {folder.path("none.eml"), packed}) {
        auto const got = test::run({"lint", "--severity=ambiguity", missing, bad});
        REQUIRE_SAME(got.command, got.status, 2);
        REQUIRE_SAME(got.command, got.out.starts_with(bad + ":1: 1-2: "), true);
        test::check_one_line(got, missing);
    }
    auto const none = test::run({"lint", good + ":2"});
    REQUIRE_SAME(none.command, none.status, 1);
    test::check_one_line(none, "no message 2");
}

TEST_CASE("tool lint: an ambiguity has both readings, with their octets and known readers") {
    auto const mail = "From: a@b.example\nX: y\n" + clean();
    auto const json = lint(mail, {"--json", "--severity=ambiguity"});
    auto const first = object_in(test::lines_of(json.out).front());
    REQUIRE_SAME(json.out, first["code"].text, "field_duplicate");
    auto const& readings = first["readings"].items;
    REQUIRE_SAME(json.out, readings.size(), 2u);
    auto const octets = [&mail](test::json_value const& one) {
        return mail.substr(one["offset"].number(), one["length"].number());
    };
    REQUIRE_SAME(json.out, octets(readings[0]), "From: a@b.example\n");
    REQUIRE_SAME(json.out, octets(readings[1]), "From: A Foe <foe@sample.net>\n");
    for (auto const& one : readings)
        for (auto const& reader : one["readers"].items) {
            REQUIRE_SAME(json.out, reader["name"].text.empty(), false);
            REQUIRE_SAME(json.out, reader["source"].text.empty(), false);
        }
    // Offsets count from the start of the file.
    std::string const from_line = "From foe@sample.net Mon Dec 15 10:00:00 2014\n";
    auto const box = object_in(
        test::lines_of(lint(from_line + mail, {"--json", "--severity=ambiguity"}).out).front());
    REQUIRE_SAME("in a mailbox", box["readings"].items[0]["offset"].number(), from_line.size());
    // In a pipe, there is only one line; a terminal has room.
    auto const piped = lint(mail, {"--severity=ambiguity"});
    REQUIRE_SAME(piped.command, piped.out.find("could also be"), piped.out.npos);
    auto const shown =
        test::run({"lint", "--severity=ambiguity", "-"}, {.input = mail, .out_columns = 100});
    auto const has = [&shown](std::string_view text) {
        REQUIRE_SAME(shown.out, shown.out.find(text) != shown.out.npos, true);
    };
    has("    read here as: the first field of that name (0-18)");
    has("    could also be read as: ");
    // However many there are, work is in proportion to the message.
    std::string many = "From: a@b.example\n";
    for (int i = 0; i < 20000; ++i) many += "From: a@b.example\n";
    auto const got = lint(many, {"--json", "--severity=ambiguity"});
    REQUIRE_SAME("many", test::lines_of(got.out).size() >= 20000, true);
}

TEST_CASE("tool lint: a recorded session has its lines, commands, replies and messages read") {
    struct {
        std::string_view code;
        std::string_view covered;
    } const rows[] = {
        {"smtp_verb_case", "mail"},         {"smtp_white_space", " "},
        {"reply_status_mismatch", "5.1.0"}, {"space_before_colon", " "},
        {"message_id_not_closed", "<x@y"},  {"transcript_reply_missing", "C: QUIT\n"},
    };
    std::string const session = "S: 220 mx.example.org\n"
                                "C: EHLO smtp.sample.net\n"
                                "S: 250-mx.example.org\n"
                                "S: 250 SIZE 1000\n"
                                "C: mail FROM:<foe@sample.net>\n"
                                "S: 250 5.1.0 ok\n"
                                "C: RCPT TO: <friend@example.org>\n"
                                "S: 250 ok\n"
                                "C: DATA\n"
                                "S: 354 go ahead\n"
                                "C: From : A Foe <foe@sample.net>\n"
                                "C: Message-ID: <x@y\n"
                                "C:\n"
                                "C: ..\n"
                                "C: .\n"
                                "S: 250 ok\n"
                                "C: QUIT\n";
    auto const got = lint(session, {"--json", "--severity=note"});
    REQUIRE_SAME(got.command, got.status, 1);
    REQUIRE_SAME(got.command, got.err, "");
    std::size_t before = 0;
    std::vector<test::json_value> found;
    auto const all = test::lines_of(got.out);
    for (auto const& line : all) {
        found.push_back(object_in(line));
        REQUIRE_SAME(line, found.back()["offset"].number() >= before, true);
        REQUIRE_SAME(line, std::count(all.begin(), all.end(), line), 1);
        before = found.back()["offset"].number();
    }
    for (auto const& row : rows) {
        std::string covered;
        for (auto const& each : found)
            if (each["code"].text == row.code)
                covered = session.substr(each["offset"].number(), each["length"].number());
        REQUIRE_SAME(row.code, covered, row.covered);
    }
    // The recorded sessions of the test data are recognized, whatever their notation.
    for (std::string const name : {"arrows.txt", "bdat.txt", "client-server.txt", "lmtp.txt",
                                   "openssl.txt", "pipelining.txt", "plain-crlf.txt", "plain.txt",
                                   "rejected.txt", "starttls.txt", "swaks.txt", "telnet.txt"}) {
        auto const each = test::run({"lint", test::data_file("smtp/" + name)});
        REQUIRE_SAME(each.command, each.err, "");
        REQUIRE_SAME(each.command, each.out.find("field_without_name"), each.out.npos);
    }
    // A message that only holds one is mail.
    for (std::string const& mail :
         {"Subject: x\n\n" + session, "no name\nSubject: x\n\n" + session,
          std::string{"hello\n\n250 apples\n"}, std::string{"\n\nhello\n"}}) {
        auto const each = lint(mail);
        REQUIRE_SAME(mail, each.out.find("smtp_verb_case"), each.out.npos);
    }
}

TEST_CASE("tool lint: a line that other programs take for a separator has both readings") {
    std::string const start = "From a@b.example Mon Dec 15 10:00:00 2014\nSubject: a\n\none\n\n";
    auto const text = start + start + "From here on\ntwo\n";
    auto const json = lint(text, {"--json", "--severity=ambiguity"});
    auto const problem = object_in(test::lines_of(json.out).front());
    REQUIRE_SAME(json.out, problem["code"].text, "from_line_unquoted");
    auto const& readings = problem["readings"].items;
    REQUIRE_SAME(json.out, readings.size(), 2u);
    auto const octets = [&text](test::json_value const& one) {
        return text.substr(one["offset"].number(), one["length"].number());
    };
    REQUIRE_SAME(json.out, octets(readings[0]), "From here on\n");
    REQUIRE_SAME(json.out, octets(readings[1]), "From here on\ntwo\n");
}

TEST_CASE("tool lint: a near miss of the end of the data has both readings") {
    std::string session = "220 mx.example.org\r\nEHLO a.example\r\n250 mx.example.org\r\n"
                          "MAIL FROM:<foe@sample.net>\r\n250 ok\r\n"
                          "RCPT TO:<friend@example.org>\r\n250 ok\r\nDATA\r\n354 go ahead\r\n";
    for (int i = 0; i != 120; ++i) session += "junk\r\n"; // more ambiguities than have readings
    session += "X: y\n.\r\nMAIL FROM:<z@sample.net>\r\n.\r\n250 ok\r\n";
    auto const got = lint(session, {"--json", "--severity=ambiguity"});
    std::size_t count = 0;
    for (auto const& line : test::lines_of(got.out)) {
        auto const problem = object_in(line);
        if (problem["code"].text != "end_of_data_near_miss") continue;
        ++count;
        auto const octets = [&](std::size_t which) {
            auto const& one = problem["readings"].items[which];
            return session.substr(one["offset"].number(), one["length"].number());
        };
        REQUIRE_SAME(line, problem["readings"].items.size(), 2u);
        REQUIRE_SAME(line, octets(0), "\n.\r\n");
        REQUIRE_SAME(line, octets(1), "MAIL FROM:<z@sample.net>\r\n");
    }
    REQUIRE_SAME(got.out, count, 1u);
}

TEST_CASE("tool lint: both readings of places in a session") {
    std::string const session =
        "220 mx\r\nEHLO a\r\n250-mx\r\n250-SIZE 1\r\n250 SIZE 2\r\n"
        "MAIL FROM:<> SIZE=1 SIZE=2\r\n550-5.1.1 a\r\n550 5.7.1 b\r\nNOOP\r\n250-ok\r\nQUIT\r\n";
    auto const got = lint(session, {"--json", "--severity=ambiguity"});
    std::string readings;
    for (auto const& line : test::lines_of(got.out)) {
        auto const problem = object_in(line);
        readings.append(problem["code"].text);
        for (auto const& one : problem["readings"].items)
            readings.append(" | ").append(
                session.substr(one["offset"].number(), one["length"].number()));
        readings += '\n';
    }
    REQUIRE_SAME(got.out, readings,
                 "ehlo_keyword_duplicate | SIZE 1 | SIZE 2\n"
                 "esmtp_parameter_duplicate | SIZE=1 | SIZE=2\n"
                 "reply_status_differs | 5.1.1 | 5.7.1\n"
                 "reply_not_complete | 250-ok\r\n | QUIT\r\n\n");
}

TEST_CASE("tool lint: credentials of a session are not shown") {
    std::string const session = "S: 220 b\nC: EHLO a.example\nS: 250 b\nC: auth PLAIN c2VjcmV0\n"
                                "S: 235 ok\nC: AUTH  LOGIN\nS: 334 x\nC: c2VjcmV0\nS: 235 5.0.0\n";
    for (std::string const option : {"--severity=note", "--severity=violation"}) {
        auto const got = test::run({"lint", option, "-"}, {.input = session, .out_columns = 80});
        REQUIRE_SAME(got.command, got.status, 1);
        REQUIRE_SAME(got.out, got.out.find("c2Vj"), got.out.npos);
    }
    // Nor after a command that is not known, nor in the place of the mechanism.
    for (std::string const other :
         {"220 b\nEHLO a\n250 b\nAUTHX PLAIN c2VjcmV0c2VjcmV0\n500 x\nc2VjcmV0c2VjcmV0\n500 x\n",
          "220 b\nEHLO a\n250 b\nATUH  PLAIN c2VjcmV0\n500 x\nAUTH  c2VjcmV0c2VjcmV0\n500 x\n",
          "220 b\nEHLO a\n250 b\nAUTHX PLAIN c2VjcmV0c2VjcmV0\n500\nc2VjcmV0c2VjcmV0\n500 x\n",
          "220 b\nEHLO a\n250 b\nFOO x\n500 x\n12c2VjcmV0c2VjcmV0\n"}) {
        auto const got =
            test::run({"lint", "--severity=note", "-"}, {.input = other, .out_columns = 80});
        REQUIRE_SAME(other + got.out, got.status, 1);
        REQUIRE_SAME(got.out, got.out.find("2Vj"), got.out.npos);
    }
}

TEST_CASE("tool lint: lines with credentials are found in logarithmic time") {
    std::string session = "220 b\r\nEHLO a\r\n250 b\r\n";
    std::string_view const secret = "AUTH PLAIN c2VjcmV0c2VjcmV0\r\n";
    for (int i = 0; i < 20'000; ++i) session.append(secret).append("235 ok\r\n");
    tool::session_diagnostics const problems{session, {}};
    std::size_t secrets = 0;
    // To look at each line for each octet would take minutes.
    for (std::size_t at = 0; at < session.size(); ++at) secrets += problems.is_secret(at) ? 1u : 0u;
    REQUIRE_SAME("octets", secrets, 20'000 * secret.size());
}

TEST_CASE("tool lint: --explain says what a code means") {
    auto const got = test::run({"lint", "--explain", "space_before_colon"});
    test::check_output(
        {got.command, got.status, got.out.substr(0, got.out.find("RFC")), got.err, 0},
        "space_before_colon  ambiguity\n\n"
        "white space between a field name and its colon; ignored, but other programs may\n"
        "not recognize the field.\n\n");
    REQUIRE_SAME(got.command, got.out.find("\nRFC 5322 section 4.5\n") != got.out.npos, true);
    // As it is printed, or as people write it.
    for (std::string const code : {"[space_before_colon]", "Space-before-colon"})
        test::check_output(test::run({"lint", "--explain", code}), got.out);
    auto const json = test::run({"lint", "--json", "--explain=nul"});
    REQUIRE_SAME(json.command, object_in(test::lines_of(json.out).front())["rfc"].text, "5322 4");
    for (auto const& kind : foldwise::diagnostic_kinds()) {
        auto const each = test::run({"lint", "--explain", std::string{kind.name}});
        REQUIRE_SAME(each.command, each.status, 0);
        REQUIRE_SAME(each.command, test::danger_in(each.out), std::string{});
        REQUIRE_SAME(each.command, each.out.find("\nExample, ") != each.out.npos, true);
        REQUIRE_SAME(each.command, each.out.find('^') != each.out.npos, true);
    }
    auto const ascii = test::run({"lint", "--ascii", "--explain", "bare_cr"});
    REQUIRE_SAME(ascii.command, test::is_ascii(ascii.out), true);
    auto const& example = object_in(
        test::lines_of(test::run({"lint", "--json", "--explain", "bare_cr"}).out).front());
    auto const& first = example["examples"].items.at(0);
    REQUIRE_SAME("example", first["octets"].text.substr(first["offset"].number(), 1), "\r");
}

TEST_CASE("tool lint: --explain says which codes are near") {
    struct {
        std::string code;
        std::string_view near;
    } const rows[] = {
        {"bare_c", "did you mean bare_cr or bare_lf?"},
        {"nul_byte", "no problem has the code 'nul_byte'"},
        {"qp_lower_case", "qp_escape_lower_case"},
        {"boundary", "boundary_malformed"},
        {"", "no problem has the code ''"},
        {"zzz\x1B", "no problem has the code 'zzz^['"},
        {std::string(100000, 'a'), "no problem has the code"},
    };
    for (auto const& row : rows)
        test::check_complaint(test::run({"lint", "--explain", row.code}), 2, row.near);
    REQUIRE_SAME("edits", tool::edits_between("bare_cr", "bear_cr"), 2u);
    REQUIRE_SAME("edits", tool::edits_between("", "abc"), 3u);
    REQUIRE_SAME("edits", tool::edits_between("abc", ""), 3u);
}

TEST_CASE("tool lint: on a terminal, the octets at fault are shown below the line") {
    test::temporary_directory const folder;
    folder.file("a.eml", "Subject: hel\rlo \xE2\x80\xAE\n\x1B[2J : x\nTo : x@y\n\n");
    auto const got =
        test::run({"lint", "--severity=ambiguity", "a.eml"},
                  {.out_columns = 80, .environment = {"NO_COLOR=1"}, .directory = folder.path()});
    REQUIRE_SAME(got.command, got.status, 1);
    std::string_view const wanted =
        "a.eml:1: 12-13: ambiguity [bare_cr] a CR that no LF follows; kept as data, but\n"
        "    other programs may end the line here (RFC 5322 section 2.3)\n"
        "    Subject: hel^Mlo <U+202E>\n"
        "                ^~\n";
    REQUIRE_SAME(got.command, got.out.substr(0, wanted.size()), wanted);
    REQUIRE_SAME(got.command, test::danger_in(got.out), std::string{});
    REQUIRE_SAME(got.command, got.out.find(" problems in 1 message") != got.out.npos, true);
    // JSON is for programs, also on a terminal.
    auto const json =
        test::run({"lint", "--json", "a.eml"}, {.out_columns = 80, .directory = folder.path()});
    for (auto const& line : test::lines_of(json.out)) object_in(line);
    std::string const entry = "From foe@sample.net Mon Dec 15 10:00:00 2014\n";
    auto const box = folder.file("in.mbox", entry + clean() + "\n" + entry + clean());
    auto const none = test::run({"lint", box}, {.out_columns = 80});
    REQUIRE_SAME(none.command, none.status, 0);
    REQUIRE_SAME(none.command, none.out.find("no problem in 2 messages") != none.out.npos, true);
}

TEST_CASE("tool lint: on terminals of many widths") {
    test::temporary_directory const folder;
    auto const hostile = folder.file(
        "h.eml", "\x1B[2J\x80 no name\nTo : \xE6\xB8\xA1\xE8\xBE\xBA \x9B\r\xE2\x80\xAE"
                 "\nSubject: caf\xE9 e\xCC\x81 \x1B]0;x\x07\nDate: x\nDate: y\n\n\x00\n");
    for (int columns = 30; columns <= 200; columns += 17)
        for (std::string const option : {"--color=always", "--ascii", "--summary", "--json"}) {
            auto const got = test::run({"lint", "--severity=note", option, "h.eml"},
                                       {.out_columns = columns, .directory = folder.path()});
            auto const row = got.command + " in " + std::to_string(columns);
            REQUIRE_SAME(row, got.status, 1);
            REQUIRE_SAME(row, test::danger_in(got.out, true), std::string{});
            if (option == "--ascii") REQUIRE_SAME(row, test::is_ascii(got.out), true);
            if (option == "--json" || option == "--summary") continue;
            for (auto const& line : test::lines_of(got.out))
                REQUIRE_SAME(row + ": " + line,
                             test::columns_of(line) <= static_cast<std::size_t>(columns), true);
        }
    static_cast<void>(hostile);
}

TEST_CASE("tool lint: on a terminal, no line ends with a blank, and styles end in their line") {
    test::temporary_directory const folder;
    static_cast<void>(folder.file("in.eml", "Subject : x\n" + clean()));
    static constexpr std::string_view plain = "\x1B[0m";
    for (int columns = 20; columns <= 80; columns += 12)
        for (std::string const option : {"--severity=violation", "--summary"}) {
            auto const got = test::run({"lint", "--color=always", option, "in.eml"},
                                       {.out_columns = columns, .directory = folder.path()});
            REQUIRE_SAME(got.command, got.status, 1);
            for (auto const& line : test::lines_of(got.out)) {
                auto const row = got.command + " in " + std::to_string(columns) + ": " + line;
                REQUIRE_SAME(row, line.ends_with(' '), false);
                auto const first = line.find('\x1B');
                if (first == line.npos) continue;
                REQUIRE_SAME(row, line.compare(first, plain.size(), plain) != 0, true);
                REQUIRE_SAME(row, line.rfind('\x1B') == line.rfind(plain), true);
            }
        }
}

#include "../../tools/raw.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"
#include "json/value_of.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::string_view first = "From a@example.org Mon Dec 15 10:00:00 2014\n"
                                   "Subject: one\n"
                                   "\n"
                                   ">From me\n";
constexpr std::string_view second = "From b@example.org Mon Dec 15 11:00:00 2014\n"
                                    "Subject: two\n"
                                    "\n"
                                    "2\n";

} // namespace

TEST_CASE("tool raw: the octets of one message") {
    test::temporary_directory const directory;
    for (bool const crlf : {false, true}) {
        auto const text = std::string{first} + '\n' + std::string{second};
        auto const box = directory.file("box", crlf ? test::with_crlf_endings(text) : text);
        std::string const inner{first.substr(first.find("Subject"))};
        auto const got = test::run({"raw", box + ":1"});
        test::check_output(got, crlf ? test::with_crlf_endings(inner) : inner);
        test::check_complaint(test::run({"raw", box + ":3"}), 1, "no message 3");
    }
    std::string every = "A: b\n\n";
    for (int octet = 0; octet < 256; ++octet) every += static_cast<char>(octet);
    test::check_output(test::run({"raw", directory.file("every", every)}), every);
    test::check_output(test::run({"raw", "-"}, {.input = every}), every);
    test::check_output(test::run({"raw", "-:1"}, {.input = every, .chunk = 3}), every);
    std::string const large = "A: b\n\n" + std::string(300'000, 'x');
    test::check_output(test::run({"raw", "-"}, {.input = large}), large);
}

TEST_CASE("tool raw: several messages of an mbox are an mbox") {
    test::temporary_directory const directory;
    auto const text = std::string{first} + '\n' + std::string{second};
    for (bool const crlf : {false, true}) {
        auto const octets = crlf ? test::with_crlf_endings(text) : text;
        test::check_output(test::run({"raw", directory.file("box", octets)}), octets);
        test::check_output(test::run({"raw", "-"}, {.input = octets}), octets);
    }
    auto const box = directory.file("box", text);
    auto const size = std::to_string(first.size() + 1);
    test::check_output(test::run({"raw", "--range", size, "9999", box}), second);
    // The empty line before the next entry is added where it is missing.
    auto const twice = test::run({"raw", box + ":2", box + ":1"});
    test::check_output(twice, std::string{second} + '\n' + std::string{first} + '\n');
    test::check_output(test::run({"raw", box + ":1-2"}), text);
    auto const at = test::run({"raw", box + ":@" + size});
    test::check_output(at, second.substr(second.find("Subject")));
    auto const demo = test::data_file("demo.mbox");
    test::check_output(test::run({"raw", demo}), test::contents(demo));
}

TEST_CASE("tool raw: messages that are in no mbox get a From_ line and quotes") {
    test::temporary_directory const directory;
    auto const one = directory.file("one.eml", "Return-Path: <a@example.org>\n"
                                               "Date: Mon, 5 Jan 2026 11:00:00 +0100\n"
                                               "\n"
                                               "From me\n>From you\nFrom");
    auto const two = directory.file("two.eml", "Return-Path: <>\r\n\r\nFrom us\r\n");
    auto const got = test::run({"raw", one, two});
    test::check_output(got, "From a@example.org Mon Jan  5 10:00:00 2026\n"
                            "Return-Path: <a@example.org>\n"
                            "Date: Mon, 5 Jan 2026 11:00:00 +0100\n"
                            "\n"
                            ">From me\n>>From you\nFrom\n"
                            "\n"
                            "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\r\n"
                            "Return-Path: <>\r\n"
                            "\r\n"
                            ">From us\r\n"
                            "\r\n");
    test::check_output(test::run({"count", "-"}, {.input = got.out}), "2\n");
    auto const maildir = directory.path("Maildir");
    directory.file("Maildir/cur/1:2,S", "A: b\n\n1\n");
    auto const stored = test::run({"raw", maildir});
    test::check_output(stored, "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\nA: b\n\n1\n\n");
    test::check_output(test::run({"raw", maildir + ":1"}), "A: b\n\n1\n");
    directory.file("mh/1", "A: b\n\n1\n");
    auto const folder = test::run({"raw", directory.path("mh")});
    test::check_output(folder, "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\nA: b\n\n1\n\n");
}

TEST_CASE("tool raw: a mailbox can be read back with the same --format, as the same messages") {
    test::temporary_directory const directory;
    constexpr std::string_view bodies[] = {
        "",
        "1\n\n\n",
        "no line ending",
        "From me\n\nFrom a@example.org Mon Dec 15 10:00:00 2014\nSubject: no message\n\n2\n",
        "\nFrom a@example.org Mon Dec 15 10:00:00 2014",
        ">>From us\n>>>From them\n",
        "3\r\n\r\nFrom a@example.org Mon Dec 15 10:00:00 2014\r\n",
    };
    std::size_t count = 0;
    for (auto const body : bodies) {
        // The size is wrong. Some lead to the end of another message.
        auto const text = "Subject: x\nContent-Length: " + std::to_string(98 * count + 1) + "\n\n";
        bool const is_crlf = body.find('\r') != body.npos;
        directory.file("Maildir/cur/" + std::to_string(++count) + ":2,S",
                       (is_crlf ? test::with_crlf_endings(text) : text) + std::string{body});
    }
    for (std::string const format : {"mboxrd", "mboxo", "mboxcl", "mboxcl2"})
        for (std::string const rule : {"likely", "any", "dated", "after-empty-line"}) {
            auto const run = [&](std::vector<std::string> arguments) {
                arguments.insert(arguments.end(), {"--format", format, "--separator", rule});
                auto const got = test::run(arguments);
                REQUIRE_SAME(got.command, got.status, 0);
                REQUIRE_SAME(got.command, got.err, "");
                return got.out;
            };
            auto const same = [&](std::string const& file, std::size_t number, std::size_t wanted) {
                auto const body = run({"extract", "1", file + ':' + std::to_string(number)});
                auto ended = std::string{bodies[wanted - 1]};
                if (!ended.empty() && !ended.ends_with('\n')) ended += '\n';
                REQUIRE_SAME(format + ' ' + rule, body, ended);
            };
            auto const box = directory.file("box", run({"raw", directory.path("Maildir")}));
            REQUIRE_SAME(format + ' ' + rule, run({"count", box}), "7\n");
            for (std::size_t i = 1; i <= count; ++i) same(box, i, i);
            REQUIRE_SAME(format + ' ' + rule, run({"raw", box}), test::contents(box));
            auto const part = directory.file("part", run({"raw", box + ":7", box + ":3-5"}));
            REQUIRE_SAME(format + ' ' + rule, run({"count", part}), "4\n");
            same(part, 1, 7);
            for (std::size_t i = 2; i <= 4; ++i) same(part, i, i + 1);
        }
}

TEST_CASE("tool raw: what an entry needs so that it can be read back") {
    test::temporary_directory const directory;
    // Content-Length counts the quotes and the added line ending, and replaces another one.
    directory.file("mh/1", "A: b\ncontent-length:\n 7\nC: d\n\nFrom me");
    directory.file("mh/2", "A: b\nContent-Length: 9\n");
    auto const folder = directory.path("mh");
    constexpr std::string_view start = "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\nA: b\n";
    auto const wanted = [&](std::string_view fields, std::string_view body) {
        return std::string{start}.append(fields).append(body).append("\n").append(start) + '\n';
    };
    test::check_output(test::run({"raw", "--format=mboxcl", folder}),
                       wanted("C: d\nContent-Length: 9\n\n", ">From me\n"));
    test::check_output(test::run({"raw", "--format=mboxcl2", folder}),
                       wanted("C: d\nContent-Length: 8\n\n", "From me\n"));
    // In mboxcl2, exactly one line ending is between a body and the next entry.
    constexpr std::string_view line = "From a@example.org Mon Dec 15 10:00:00 2014\n";
    auto const box = directory.file("box", std::string{line} + "Content-Length: 4\n\n1\n\n2\n" +
                                               std::string{line} + "Content-Length: 52\n\n3\n\n" +
                                               std::string{line} + "A: b\n");
    auto const swapped = test::run({"raw", "--format=mboxcl2", box + ":2", box + ":1"});
    test::check_output(swapped, std::string{line} + "Content-Length: 52\n\n3\n\n" +
                                    std::string{line} + "A: b\n\n" + std::string{line} +
                                    "Content-Length: 4\n\n1\n\n2\n");
    // A byte order mark belongs to the file.
    auto const marked = directory.file("marked", "\xEF\xBB\xBF" + std::string{first});
    test::check_output(test::run({"raw", marked}), test::contents(marked));
    test::check_output(test::run({"raw", box + ":1", marked}),
                       std::string{line} + "Content-Length: 4\n\n1\n\n2\n" + std::string{line} +
                           "Content-Length: 52\n\n3\n\n" + std::string{first});
}

TEST_CASE("tool raw: an MMDF file is written as an mbox") {
    constexpr std::string_view mark = "\1\1\1\1\n";
    std::string mmdf;
    for (std::string_view const message :
         {"From a@example.org Mon Dec 15 10:00:00 2014\nA: 1\n\nFrom me\n", "A: 2\n\n2\n\n",
          "From no date\nA: 3\n\n3\n"})
        mmdf.append(mark).append(message).append(mark);
    test::check_output(test::run({"raw", "-"}, {.input = mmdf}),
                       "From a@example.org Mon Dec 15 10:00:00 2014\nA: 1\n\n>From me\n\n"
                       "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\nA: 2\n\n2\n\n\n"
                       "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\nA: 3\n\n3\n\n");
}

TEST_CASE("tool raw: the From_ line is a separator, whatever the message says") {
    test::temporary_directory const directory;
    auto const longest = std::string(890, 'a') + "@example.org";
    struct {
        std::string fields;
        std::string_view wanted;
    } const rows[] = {
        {"Return-Path: <" + longest + ">\n", "MAILER-DAEMON Thu Jan  1 00:00:00 1970"},
        {"Date: 5 Jan 19999 10:00 +0000\n", "MAILER-DAEMON Thu Jan  1 00:00:00 1970"},
        {"Date: 31 Dec 9999 23:59:59 +0000\n", "MAILER-DAEMON Fri Dec 31 23:59:59 9999"},
        {"Date: 1 Jan 1900 00:00 +0000\n", "MAILER-DAEMON Mon Jan  1 00:00:00 1900"},
    };
    for (auto const& row : rows) {
        auto const one = directory.file("one.eml", row.fields + "\n1\n");
        auto const entry = "From " + std::string{row.wanted} + '\n' + row.fields + "\n1\n\n";
        test::check_output(test::run({"raw", one, one}), entry + entry);
    }
}

TEST_CASE("tool raw: mboxo cannot keep every line, and the tool says so") {
    test::temporary_directory const directory;
    auto const one = directory.file("one.eml", "A: b\n\nFrom me\n>From you\n>>From us\n");
    for (std::string const format : {"mboxo", "mboxcl"}) {
        auto const got = test::run({"raw", "--format", format, one, one});
        REQUIRE_SAME(got.command, got.status, 0);
        test::check_one_line(got, "2 lines start with \">From \", and will be read as quoted");
        bool const is_quoted = got.out.find("\n>From me\n>From you\n>>From us\n") != got.out.npos;
        REQUIRE_SAME(got.command, is_quoted, true);
        test::check_output(test::run({"raw", "--format", format, one}), test::contents(one));
    }
}

TEST_CASE("tool raw: no control characters reach a terminal") {
    test::temporary_directory const directory;
    auto const text = directory.file("text", "X: y\r\n\r\na\x1B[2J\n");
    auto const shown = test::run({"raw", text}, {.out_columns = 80});
    test::check_output(shown, "X: y\n\na^[[2J\n");
}

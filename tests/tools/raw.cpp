#include "../../tools/raw.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <string>
#include <string_view>

namespace {

/// `text` with CRLF.
std::string with_crlf(std::string_view text) {
    std::string result;
    for (char const octet : text) {
        if (octet == '\n') result += '\r';
        result += octet;
    }
    return result;
}

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
        auto const box = directory.file("box", crlf ? with_crlf(text) : text);
        std::string const inner{first.substr(first.find("Subject"))};
        auto const got = test::run({"raw", box + ":1"});
        test::check_output(got, crlf ? with_crlf(inner) : inner);
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
        auto const octets = crlf ? with_crlf(text) : text;
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
                            ">From me\n>>From you\nFrom\r\n"
                            "\r\n"
                            "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\r\n"
                            "Return-Path: <>\r\n"
                            "\r\n"
                            ">From us\r\n");
    test::check_output(test::run({"count", "-"}, {.input = got.out}), "2\n");
    auto const mboxo = test::run({"raw", "--format=mboxo", one, two});
    REQUIRE_SAME(mboxo.command, mboxo.out.find("\n>From me\n>From you\n") != mboxo.out.npos, true);
    auto const maildir = directory.path("Maildir");
    directory.file("Maildir/cur/1:2,S", "A: b\n\n1\n");
    auto const stored = test::run({"raw", maildir});
    test::check_output(stored, "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\nA: b\n\n1\n");
    test::check_output(test::run({"raw", maildir + ":1"}), "A: b\n\n1\n");
    directory.file("mh/1", "A: b\n\n1\n");
    auto const folder = test::run({"raw", directory.path("mh")});
    test::check_output(folder, "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\nA: b\n\n1\n");
}

TEST_CASE("tool raw: no control characters reach a terminal") {
    test::temporary_directory const directory;
    auto const text = directory.file("text", "X: y\r\n\r\na\x1B[2J\n");
    auto const shown = test::run({"raw", text}, {.out_columns = 80});
    test::check_output(shown, "X: y\n\na^[[2J\n");
}

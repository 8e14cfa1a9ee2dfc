#include "../../tools/headers.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <foldwise/store/mbox.hpp>

using namespace std::string_view_literals;

namespace {

struct row {
    std::string_view from;
    std::string_view message;
    std::string_view printed;
};

constexpr row table[] = {
    {"unchanged", "To: a\nSubject: b\n\nbody\n", "To: a\nSubject: b\n"},
    {"unfolded, without the white space around", "Subject: \t a\r\n b\r\n\tc \r\n\r\n",
     "Subject: a b c\n"},
    {"white space before the colon is dropped", "Subject \t:a\n", "Subject: a\n"},
    {"the name keeps its case", "sUBJECT:a\n", "sUBJECT: a\n"},
    {"no value", "Subject:\nTo: \n \n", "Subject: \nTo: \n"},
    {"a line without a name", "To: a\nno colon\n here\n: b\nCc: c\n",
     "To: a\nno colon here\n: b\nCc: c\n"},
    {"encoded-words are decoded", "Subject: =?UTF-8?Q?c=C3=BC?= =?UTF-8?Q?_x?=\n",
     "Subject: c\xC3\xBC x\n"},
    {"in names and comments of addresses",
     "To: =?UTF-8?Q?c=C3=BC?= <a@b> (=?UTF-8?Q?c=C3=BC?=), \"=?UTF-8?Q?q?=\" <c@d>\n",
     "To: c\xC3\xBC <a@b> (c\xC3\xBC), q <c@d>\n"},
    {"decoded names do not change addresses", "To: =?UTF-8?Q?x@y,_?= <a@b>\n",
     "To: \"x@y, \" <a@b>\n"},
    {"but not in other structured fields",
     "Received: from =?UTF-8?Q?x?= by y\nMessage-ID: <=?UTF-8?Q?x?=@y>\n",
     "Received: from =?UTF-8?Q?x?= by y\nMessage-ID: <=?UTF-8?Q?x?=@y>\n"},
    {"decoded controls are shown", "Subject: =?UTF-8?Q?=1B[31m=0ATo:_x?=\n",
     "Subject: ^[[31m^JTo: x\n"},
    {"no final line ending", "Subject: a", "Subject: a\n"},
    {"controls are shown", "Subject: \x1B[31m\0\n"sv, "Subject: ^[[31m^@\n"},
    {"a CR is data", "Subject: a\rb\r\n", "Subject: a^Mb\n"},
    {"no fields", "\nSubject: a\n", ""},
    {"an empty line between messages", "From a\nTo: a\n\nFrom b\nTo: b\n\nFrom c\nTo: c\n",
     "To: a\n\nTo: b\n\nTo: c\n"},
};

struct named_row {
    std::string_view from;
    std::vector<std::string> options;
    std::string_view printed;
};

/// The input of the rows with names.
constexpr std::string_view mailbox = "From a\nReceived: 1\nTo: a\nReceived: 2\n x\nSubject: s\n\n"
                                     "From b\nto : b\nReceived-SPF: none\n\n"
                                     "From c\nSubject: t\n\n";

std::vector<named_row> const named = {
    {"all fields of a name", {"--name", "Received"}, "Received: 1\nReceived: 2 x\n"},
    {"case does not count", {"--name", "rEcEiVeD"}, "Received: 1\nReceived: 2 x\n"},
    {"of every message", {"--name", "to"}, "To: a\nto: b\n"},
    {"several names, in the order of the message",
     {"--name", "Subject", "--name=To"},
     "To: a\nSubject: s\nto: b\nSubject: t\n"},
    {"a name without a field", {"--name", "X", "--name", "To"}, "To: a\nto: b\n"},
    {"raw",
     {"--raw", "--name", "received", "--name", "to"},
     "Received: 1\nTo: a\nReceived: 2\n x\nto : b\n"},
};

/// The header sections of a mailbox, as the library reads them.
std::string header_sections(std::string_view bytes) {
    std::string text;
    bool first = true;
    for (auto const entry : foldwise::mbox{bytes}) {
        if (!std::exchange(first, false)) text += '\n';
        text += entry.message().header().raw();
    }
    return text;
}

} // namespace

TEST_CASE("tool headers: unfolded and decoded") {
    for (auto const& row : table) {
        auto const got = test::run({"headers", "-"}, {.input = std::string{row.message}});
        REQUIRE_SAME(row.from, got.status, 0);
        REQUIRE_SAME(row.from, got.out, row.printed);
        if (row.from == "no fields")
            test::check_one_line(got, "no header field");
        else
            REQUIRE_SAME(row.from, got.err, "");
    }
}

TEST_CASE("tool headers: the demonstration mailbox") {
    auto const got = test::run({"headers", test::data_file("demo.mbox")});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, got.err, "");
    test::check_golden("demo.headers.txt", got.out);
    for (int k = 1; k <= 12; ++k) { // a single message has the same output as among all
        auto const one = test::run({"headers", test::data_file("demo.mbox:") + std::to_string(k)});
        REQUIRE_SAME(one.command, one.status, 0);
        auto const whole = k == 1 ? one.out : '\n' + one.out;
        REQUIRE_SAME(one.command, got.out.find(whole) != got.out.npos, true);
    }
}

TEST_CASE("tool headers: --raw prints every octet") {
    for (std::string const name :
         {"demo.mbox", "crlf.mbox", "mboxo.mbox", "leading-empty-line.mbox", "single.eml",
          "single-crlf.eml", "nul.eml", "bare-cr.eml", "bad-line.eml", "blank-continuation.eml",
          "mixed-endings.eml", "eight-bit-header.eml", "header-only.eml", "space-before-colon.eml",
          "from-line.eml"}) {
        auto const got = test::run({"headers", "--raw", test::data_file(name)});
        test::check_output(got, header_sections(test::contents(test::data_file(name))));
    }
    auto const body_only = test::run({"headers", "--raw", test::data_file("body-only.eml")});
    REQUIRE_SAME(body_only.command, body_only.out, "");
    test::check_one_line(body_only, "no header field");
}

TEST_CASE("tool headers: an empty line separates the messages of several files, however they end") {
    test::temporary_directory const directory;
    auto const a = directory.file("a", "Subject: a");
    auto const b = directory.file("b", "Subject: b\n\n");
    for (std::string const raw : {"--raw", "--color=never"}) {
        test::check_output(test::run({"headers", raw, b, b}), "Subject: b\n\nSubject: b\n");
        auto const got = test::run({"headers", raw, a, b});
        REQUIRE_SAME(got.command, got.out.find("a\n") != got.out.npos, true);
        auto const with_names = test::run({"headers", raw, "--name", "Subject", a, b});
        REQUIRE_SAME(with_names.command, with_names.out, "Subject: a\nSubject: b\n");
    }
}

TEST_CASE("tool headers: --name") {
    for (auto const& row : named) {
        auto arguments = row.options;
        arguments.insert(arguments.begin(), "headers");
        arguments.push_back("-");
        auto const got = test::run(arguments, {.input = std::string{mailbox}});
        REQUIRE_SAME(row.from, got.status, 0);
        REQUIRE_SAME(row.from, got.out, row.printed);
        REQUIRE_SAME(row.from, got.err, "");
    }
}

TEST_CASE("tool headers: status 1 without a field of the name") {
    for (std::string const name : {"X-Nowhere", "Receive", "no colon"}) {
        auto const got =
            test::run({"headers", "--name", name, "-"}, {.input = std::string{mailbox}});
        REQUIRE_SAME(got.command, got.status, 1);
        REQUIRE_SAME(got.command, got.out, "");
    }
    auto const empty = test::run({"headers", "--name", "To", test::data_file("empty.eml")});
    REQUIRE_SAME(empty.command, empty.status, 1);
    // The name may include the colon.
    auto const colon =
        test::run({"headers", "--name", "received:", "-"}, {.input = std::string{mailbox}});
    REQUIRE_SAME(colon.command, colon.status, 0);
    // Only fields of the selected message count.
    auto const demo = test::data_file("demo.mbox");
    REQUIRE_SAME("message 1", test::run({"headers", "--name", "Cc", demo + ":1"}).status, 1);
    REQUIRE_SAME("message 2", test::run({"headers", "--name", "Cc", demo + ":2"}).status, 0);
}

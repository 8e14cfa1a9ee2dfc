#include "../../tools/headers.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <foldwise/base/line.hpp>
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
    {"a comment that is not closed includes the blanks at the end", "To: a@b (c \n",
     "To: a@b (c \n"},
    {"a comment in a phrase, too", "To: \"x\" y (c \n", "To: \"x\" y (c \n"},
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
    {"several messages are named", "From a\nTo: a\n b\n\nFrom b\nTo: b\nCc: c\n\nFrom c\nTo: c\n",
     "-:1:To: a b\n-:2:To: b\n-:2:Cc: c\n-:3:To: c\n"},
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
    {"all fields of a name", {"--name", "Received"}, "-:1:Received: 1\n-:1:Received: 2 x\n"},
    {"case does not count", {"--name", "rEcEiVeD"}, "-:1:Received: 1\n-:1:Received: 2 x\n"},
    {"of every message", {"--name", "to"}, "-:1:To: a\n-:2:to: b\n"},
    {"several names, in the order of the message",
     {"--name", "Subject", "--name=To"},
     "-:1:To: a\n-:1:Subject: s\n-:2:to: b\n-:3:Subject: t\n"},
    {"a name without a field", {"--name", "X", "--name", "To"}, "-:1:To: a\n-:2:to: b\n"},
    {"raw",
     {"--raw", "--name", "received", "--name", "to"},
     "-:1:Received: 1\n-:1:To: a\n-:1:Received: 2\n-:1: x\n-:2:to : b\n"},
};

/// The header sections of a mailbox, as the library reads them; of several messages, with the name
/// before each line.
std::string header_sections(std::string const& name, std::string_view bytes) {
    std::string text;
    std::size_t count = 0;
    for (auto const entry : foldwise::mbox{bytes}) {
        ++count;
        for (auto const line : foldwise::lines{entry.message().header().raw()})
            text.append(name + ':' + std::to_string(count) + ':').append(line.text()) += '\n';
    }
    if (count > 1) return text;
    return std::string{(*foldwise::mbox{bytes}.begin()).message().header().raw()};
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
    auto const got = test::run({"headers", "demo.mbox"}, {.directory = test::data_directory()});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, got.err, "");
    test::check_golden("demo.headers.txt", got.out);
    std::string all; // a single message has the same lines as among all, without its name
    for (int k = 1; k <= 12; ++k) {
        auto const name = "demo.mbox:" + std::to_string(k);
        auto const one = test::run({"headers", name}, {.directory = test::data_directory()});
        REQUIRE_SAME(one.command, one.status, 0);
        for (auto const& line : test::lines_of(one.out)) all.append(name + ':' + line + '\n');
    }
    REQUIRE_SAME(got.command, got.out, all);
}

TEST_CASE("tool headers: --raw prints every octet") {
    for (std::string const name :
         {"demo.mbox", "crlf.mbox", "mboxo.mbox", "leading-empty-line.mbox", "single.eml",
          "single-crlf.eml", "nul.eml", "bare-cr.eml", "bad-line.eml", "blank-continuation.eml",
          "mixed-endings.eml", "eight-bit-header.eml", "header-only.eml", "space-before-colon.eml",
          "from-line.eml"}) {
        auto const got =
            test::run({"headers", "--raw", name}, {.directory = test::data_directory()});
        test::check_output(got, header_sections(name, test::contents(test::data_file(name))));
    }
    auto const body_only = test::run({"headers", "--raw", test::data_file("body-only.eml")});
    REQUIRE_SAME(body_only.command, body_only.out, "");
    test::check_one_line(body_only, "no header field");
}

TEST_CASE("tool headers: the messages of several files are named, however they end") {
    test::temporary_directory const directory;
    directory.file("a", "Subject: a");
    directory.file("b", "Subject: b\n\n");
    for (std::string const raw : {"--raw", "--color=never"}) {
        auto const got =
            test::run({"headers", raw, "a", "b", "a"}, {.directory = directory.path()});
        test::check_output(got, "a:1:Subject: a\nb:1:Subject: b\na:1:Subject: a\n");
    }
}

TEST_CASE("tool headers: wrapped at white space on a terminal") {
    struct {
        std::string_view from;
        std::string_view input;
        std::string_view printed;
    } const rows[] = {
        {"a short field", "Subject: one two\n", "Subject: one two\n"},
        {"it just fits", "Subject: one two three 45678\n", "Subject: one two three 45678\n"},
        {"it does not", "Subject: one two three 4567 9\n", "Subject: one two three 4567\n    9\n"},
        {"folded", "Received: from mx.example.net\n by mx.example.org; date\n",
         "Received: from\n    mx.example.net by\n    mx.example.org; date\n"},
        {"a word that fits in the next line", "Message-ID: <123456789@a.bcd>\n",
         "Message-ID: \n    <123456789@a.bcd>\n"},
        {"a long word stays whole", "To: a\nX: 123456789/123456789/123456789/ a\n",
         "To: a\nX: 123456789/123456789/123456789/\n    a\n"},
        {"several messages", "From x\nSubject: one two three\n\nFrom x\nTo: b\n",
         "-:1:Subject: one two three\n-:2:To: b\n"},
        {"with wrapped lines", "From x\nSubject: one two three 4567\n\nFrom x\nTo: b\n",
         "-:1:Subject: one two three\n    4567\n-:2:To: b\n"},
        {"the lines that continue a field have all columns",
         "From x\nX: one two three 456 seven eight nine tens\n\nFrom x\nTo: b\n",
         "-:1:X: one two three 456\n    seven eight nine tens\n-:2:To: b\n"},
    };
    for (auto const& row : rows) {
        test::setup with{.input = std::string{row.input}, .out_columns = 28};
        auto const got = test::run({"headers", "--color=never", "-"}, with);
        REQUIRE_SAME(row.from, got.out, row.printed);
    }
    // In a pipe, grep finds the name of the message in each line.
    auto const piped =
        test::run({"headers", "--width", "28", "-"},
                  {.input = "From x\nSubject: one two three 4567\n\nFrom x\nTo: b\n"});
    test::check_output(piped, "-:1:Subject: one two three\n-:1:    4567\n-:2:To: b\n");
}

TEST_CASE("tool headers: the first message of a Maildir is named if a note follows it") {
    test::temporary_directory const directory;
    directory.file("box/new/1", "no field\n");
    directory.file("box/new/2", "Subject: b\n\n");
    directory.file("box/new/3", "Subject: c\n\n");
    for (std::string const file : {"box", "box:1"}) {
        auto const got =
            test::run({"headers", "--color=never", file},
                      {.out_columns = 80, .directory = directory.path(), .joins = true});
        bool const is_named = got.out.find("box:1:no field\n") != got.out.npos;
        REQUIRE_SAME(got.command, is_named, file == "box");
        REQUIRE_SAME(got.command, got.out.find("no field\n") != got.out.npos, true);
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
    test::check_complaint(empty, 0, "no messages");
    // The name may include the colon.
    auto const colon =
        test::run({"headers", "--name", "received:", "-"}, {.input = std::string{mailbox}});
    REQUIRE_SAME(colon.command, colon.status, 0);
    // Only fields of the selected message count.
    auto const demo = test::data_file("demo.mbox");
    REQUIRE_SAME("message 1", test::run({"headers", "--name", "Cc", demo + ":1"}).status, 1);
    REQUIRE_SAME("message 2", test::run({"headers", "--name", "Cc", demo + ":2"}).status, 0);
}

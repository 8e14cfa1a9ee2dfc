#include "../../tools/tree.hpp"

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "on_terminals.hpp"
#include "run.hpp"

namespace {

constexpr std::string_view nested = "Subject: outer\n"
                                    "Content-Type: multipart/mixed; boundary=a\n"
                                    "\n"
                                    "--a\n"
                                    "Content-Type: multipart/alternative; boundary=b\n"
                                    "\n"
                                    "--b\n"
                                    "Content-Type: text/plain; charset=UTF-8\n"
                                    "Content-Transfer-Encoding: Quoted-Printable\n"
                                    "\n"
                                    "caf=C3=A9\n"
                                    "--b\n"
                                    "Content-Type: text/html\n"
                                    "\n"
                                    "<p>\n"
                                    "--b--\n"
                                    "--a\n"
                                    "Content-Type: image/png; name=\"x\x1B[31m.png\"\n"
                                    "Content-Disposition: Attachment\n"
                                    "Content-Transfer-Encoding: base64\n"
                                    "\n"
                                    "QUJD\n"
                                    "--a\n"
                                    "Content-Type: message/rfc822\n"
                                    "\n"
                                    "Subject: =?utf-8?Q?=E2=80=AEinner?=\n"
                                    "\n"
                                    "text\n";

std::string structure_of(std::string_view text) {
    return tool::structure_of(foldwise::entity{foldwise::message{text}});
}

} // namespace

TEST_CASE("tool tree: the parts of one message are drawn") {
    auto const got = test::run({"tree", "--ascii", "-"}, {.input = std::string{nested}});
    test::check_output(
        got, "TEXT  multipart/mixed\n"
             "|- 1  multipart/alternative\n"
             "|  |- 1.1  text/plain  utf-8  quoted-printable  5 B\n"
             "|  `- 1.2  text/html  3 B\n"
             "|- 2  image/png  base64  attachment  \"x^[[31m.png\"  3 B\n"
             "`- 3  message/rfc822\n"
             "   `- 3.1  text/plain  \"<U+202E>inner\"  5 B\n"
             "multipart_not_closed: a multipart without the line that ends it; it ends where its "
             "surroundings end, but other programs may see no parts\n");
    auto const lines = test::run({"tree", "-"}, {.input = std::string{nested}});
    REQUIRE_SAME(lines.command,
                 lines.out.find("\xE2\x94\x82  \xE2\x94\x94\xE2\x94\x80 1.2  text/html") !=
                     lines.out.npos,
                 true);
}

TEST_CASE("tool tree: the demonstration mailbox, byte for byte") {
    test::setup const here{.directory = test::data_directory()};
    auto const all = test::run({"tree", "demo.mbox"}, here);
    test::check_output(all, all.out);
    test::check_golden("demo.tree.txt", all.out);
    auto const one = test::run({"tree", "demo.mbox:8"}, here);
    test::check_output(one, one.out);
    test::check_golden("demo.tree-8.txt", one.out);
}

TEST_CASE("tool tree: structures in one line") {
    REQUIRE_SAME("a leaf", structure_of("A: b\n\n"), std::string{"text/plain"});
    REQUIRE_SAME("nested", structure_of(nested),
                 std::string{"mixed(alternative(text/plain, text/html), image/png, "
                             "message/rfc822(text/plain))"});
    std::string many = "Content-Type: multipart/mixed; boundary=a\n\n";
    for (int i = 0; i < 5; ++i) many += "--a\nContent-Type: image/png\n\n";
    REQUIRE_SAME("repeated", structure_of(many), std::string{"mixed(image/png x5)"});
    many += "--a\n\n--a\n\n";
    REQUIRE_SAME("another", structure_of(many), std::string{"mixed(image/png x5, text/plain x2)"});
    for (int i = 0; i < 200; ++i)
        many.append("--a\nContent-Type: a/").append(std::to_string(i)).append("\n\n");
    auto const cut = structure_of(many);
    REQUIRE_SAME(cut, cut.size() < 450 && cut.ends_with(" ..."), true);
}

TEST_CASE("tool tree: the structures of several messages are counted") {
    std::string mailbox;
    for (int i = 0; i < 3; ++i) mailbox += "From x\nSubject: a\n\ntext\n\n";
    mailbox.append("From x\n").append(nested);
    auto const got = test::run({"tree", "--ascii", "-"}, {.input = mailbox});
    test::check_output(got, "messages                first  structure\n"
                            "       3  ############    -:1  text/plain\n"
                            "       1  ####            -:4  mixed(alternative(text/plain, "
                            "text/html), image/png, message/rfc822(text/plain))\n");
}

TEST_CASE("tool tree: each structure names a message that can be passed back") {
    test::temporary_directory const directory;
    directory.file("a", "From x\nSubject: a\n\ntext\n\nFrom x\n" + std::string{nested});
    directory.file("a-long-name-of-a-mailbox", "From x\nContent-Type: a/b\n\nx\n");
    auto const here = directory.path();
    auto const one = test::run({"tree", "--ascii", "--color=never", "a"},
                               {.out_columns = 60, .directory = here});
    test::check_output(one, "messages                first  structure\n"
                            "       1  ############      2  mixed(alternative(text/plain~\n"
                            "       1  ############      1  text/plain\n");
    auto const two =
        test::run({"tree", "--ascii", "--color=never", "a", "a-long-name-of-a-mailbox"},
                  {.out_columns = 60, .directory = here});
    test::check_output(two, "messages                structure, and the first message\n"
                            "       1  ############  a/b\n"
                            "    a-long-name-of-a-mailbox:1\n"
                            "       1  ############  mixed(alternative(text/plain, text/~\n"
                            "    a:2\n"
                            "       1  ############  text/plain\n"
                            "    a:1\n");
    auto const narrow = test::run({"tree", "--ascii", "--color=never", "a"},
                                  {.out_columns = 30, .directory = here});
    test::check_output(narrow, "messages  first  structure\n"
                               "       1      2  mixed(altern~\n"
                               "       1      1  text/plain\n");
}

TEST_CASE("tool tree: a text that OpenPGP protects without MIME is marked") {
    std::string const encrypted = "X: y\n\n-----BEGIN PGP MESSAGE-----\n\nx\n";
    std::string const is_signed = "X: y\n\nhello\n-----BEGIN PGP SIGNED MESSAGE-----\n\nx\n";
    REQUIRE_SAME("encrypted", structure_of(encrypted), std::string{"encrypted text/plain"});
    REQUIRE_SAME("signed", structure_of(is_signed), std::string{"signed text/plain"});
    auto const got = test::run({"tree", "--ascii", "-"}, {.input = encrypted});
    test::check_output(got, "1  encrypted text/plain  31 B\n");
    auto const stats = test::run({"stats", "-"}, {.input = is_signed});
    REQUIRE_SAME(stats.command, stats.out.ends_with("\nstructure\t1\tsigned text/plain\n"), true);
}

TEST_CASE("tool tree: structures are counted in bounded memory") {
    tool::structure_table table;
    auto const add = [&table](std::string const& subtype) {
        auto const text = "Content-Type: text/" + subtype + "\n\n";
        table.add(foldwise::entity{foldwise::message{text}});
    };
    for (int i = 0; i < 10; ++i) add("often");
    for (int i = 0; i < 5000; ++i) add(std::to_string(i));
    auto const rows = table.rows();
    REQUIRE_SAME("rows", rows.size() <= 4096, true);
    REQUIRE_SAME("first", rows.front().name, "text/often");
    std::uint64_t sum = table.others();
    for (auto const& row : rows) sum += row.counts.messages;
    REQUIRE_SAME("sum", sum, 5010u);
}

TEST_CASE("tool tree: no control characters reach a terminal, and lines fit") {
    std::string deep;
    for (int i = 0; i < 120; ++i) deep += "Content-Type: message/rfc822\n\n";
    test::temporary_directory const directory;
    std::vector<std::string> const files = {
        directory.file("nested", nested), directory.file("deep", deep),
        directory.file("two", "From x\n" + std::string{nested} + "\nFrom y\n" + deep),
        test::data_file("demo.mbox")};
    test::check_on_terminals("tree", files);
}

TEST_CASE("tool tree: any file, a missing file, and a closed pipe") {
    for (std::string const name : {"nul.eml", "bare-cr.eml", "bad-line.eml", "mixed-endings.eml",
                                   "eight-bit-header.eml", "from-line.eml", "body-only.eml"}) {
        auto const got = test::run({"tree", test::data_file(name)}, {.out_columns = 80});
        REQUIRE_SAME(got.command, got.status, 0);
        REQUIRE_SAME(got.command, test::danger_in(got.out, true), std::string{});
    }
    auto const empty = test::run({"tree", test::data_file("empty.eml")});
    REQUIRE_SAME(empty.command, empty.out, "");
    auto const missing = test::run({"tree", test::data_file("no such file")});
    test::check_complaint(missing, 2, "no such file");
    auto const left = test::run({"tree", test::data_file("demo.mbox")}, {.reads = 0});
    REQUIRE_SAME(left.command, left.status, 0);
    REQUIRE_SAME(left.command, left.err, "");
    auto const help = test::run({"--help"});
    REQUIRE_SAME(help.command, help.out.find("\n  tree ") != help.out.npos, true);
}

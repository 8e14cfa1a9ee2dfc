#include "../../tools/extract.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

/// A message with a part for each name. The content of each part is "text".
std::string message_with(std::vector<std::string> const& names) {
    std::string text = "Content-Type: multipart/mixed; boundary=b\n\n";
    for (auto const& name : names) {
        text.append("--b\nContent-Type: text/plain\n");
        if (!name.empty())
            text.append("Content-Disposition: attachment; filename=\"").append(name).append("\"\n");
        text.append("Content-Transfer-Encoding: base64\n\ndGV4dA==\n");
    }
    return text.append("--b--\n");
}

/// Every file below `directory`, as a path relative to it.
std::vector<std::string> files_in(std::string const& directory) {
    std::vector<std::string> files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{directory})
        files.push_back(entry.path().lexically_relative(directory).string());
    std::sort(files.begin(), files.end());
    return files;
}

std::string joined(std::vector<std::string> const& lines) {
    std::string text;
    for (auto const& line : lines) text.append(line).append("\n");
    return text;
}

} // namespace

TEST_CASE("tool extract: one part, decoded, to standard output") {
    auto const text = message_with({"a", "b"});
    auto const got = test::run({"extract", "2", "-"}, {.input = text});
    test::check_output(got, "text");
    auto const whole = test::run({"extract", "TEXT", "-"}, {.input = text});
    test::check_output(whole, text.substr(text.find("--b")));
    auto const none = test::run({"extract", "3", "-"}, {.input = text});
    test::check_complaint(none, 1, "no part 3");
    auto const of_mailbox = test::run({"extract", "1", test::data_file("demo.mbox")});
    test::check_complaint(of_mailbox, 2, "several messages");
    REQUIRE_SAME(of_mailbox.command, of_mailbox.out, "");
    auto const third = test::run({"extract", "1", test::data_file("demo.mbox:3")});
    REQUIRE_SAME(third.command, third.status, 0);
    REQUIRE_SAME(third.command, third.out.empty(), false);
}

TEST_CASE("tool extract: octets are unchanged") {
    std::string octets;
    for (int i = 0; i < 256; ++i) octets += static_cast<char>(i);
    auto const binary = "Content-Transfer-Encoding: binary\n\n" + octets;
    auto const got = test::run({"extract", "1", "-"}, {.input = binary});
    test::check_output(got, octets);
    // The quotes of an mbox are removed from every part.
    auto const mailbox = std::string{"From x\n"} + "Content-Type: multipart/mixed; boundary=b\n\n"
                                                   "--b\n\n>From a\n>>From b\n>Front\n--b--\n";
    auto const unquoted = test::run({"extract", "1", "-"}, {.input = mailbox});
    test::check_output(unquoted, "From a\n>From b\n>Front");
    auto const mboxo = test::run({"extract", "--format=mboxo", "1", "-"}, {.input = mailbox});
    test::check_output(mboxo, "From a\n>>From b\n>Front");
    // A single message has no such quotes.
    auto const alone = test::run({"extract", "1", "-"}, {.input = mailbox.substr(7)});
    test::check_output(alone, ">From a\n>>From b\n>Front");
}

TEST_CASE("tool extract: no control characters reach a terminal") {
    test::temporary_directory const directory;
    auto const text = directory.file("text", "X: y\n\na\x1B[2J\r\n\xE2\x80\xAE\x07"
                                             "b\n");
    auto const shown = test::run({"extract", "1", text}, {.out_columns = 80});
    test::check_output(shown, "a^[[2J\n<U+202E>^Gb\n");
    auto const image = directory.file("image", "Content-Type: image/png\n\n\x1B[2J");
    auto const refused = test::run({"extract", "1", image}, {.out_columns = 80});
    test::check_complaint(refused, 2, "not text");
    REQUIRE_SAME(refused.command, refused.out, "");
    // The output to a pipe is unchanged.
    test::check_output(test::run({"extract", "1", image}), "\x1B[2J");
}

TEST_CASE("tool extract: on a terminal, files are saved whatever they hold") {
    test::temporary_directory const directory;
    directory.file("image", "Content-Type: image/png\n\n\x1B[2J");
    directory.file("mail", message_with({"a", "b"}));
    test::setup const with{.out_columns = 80, .directory = directory.path()};
    test::check_output(test::run({"extract", "1", "-o", "one", "image"}, with), "one/part-1.png\n");
    test::check_output(test::run({"extract", "--all", "-o", "all", "image"}, with),
                       "all/part-1.png\n");
    test::check_output(test::run({"extract", "--attachments", "-o", "files", "mail"}, with),
                       "files/a\nfiles/b\n");
    REQUIRE_SAME("octets", test::contents(directory.path("all/part-1.png")),
                 std::string{"\x1B[2J"});
}

TEST_CASE("tool extract: names of files are visible on a terminal, and unchanged in a pipe") {
    test::temporary_directory const directory;
    directory.file("mail", message_with({"a\xEF\xB8\x8F"         // U+FE0F
                                         "b\xF3\xA0\x84\x80"})); // U+E0100
    std::string const in = "in\x1B[2J\xE2\x80\xAE";
    auto const shown = test::run({"extract", "--all", "-o", in, "mail"},
                                 {.out_columns = 80, .directory = directory.path()});
    test::check_output(shown, "in^[[2J<U+202E>/a<U+FE0F>b<U+E0100>\n");
    auto const piped =
        test::run({"extract", "--all", "-o", in, "mail"}, {.directory = directory.path()});
    REQUIRE_SAME(piped.command, piped.status, 0);
    REQUIRE_SAME(piped.command, test::lines_of(piped.out).size(), 1u);
    for (auto const& line : test::lines_of(piped.out))
        REQUIRE_SAME(line, test::contents(directory.path(line)), std::string{"text"});
}

TEST_CASE("tool extract: file names stay in the directory, and are not hidden") {
    test::temporary_directory const directory;
    auto const inside = directory.path("in");
    auto const mail = directory.file(
        "mail", message_with({"../up", "/etc/passwd", "..", ".", "", "a/../../up", "..\\\\up",
                              "con", "-rf", ".hidden", "a\x1B[31m", "x\xE2\x80\xAEgpj.exe", "~",
                              std::string(400, 'x') + ".txt"}));
    auto const got = test::run({"extract", "--all", "-o", inside, mail});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, got.err, "");
    auto const files = files_in(inside);
    REQUIRE_SAME("files", files.size(), 14u);
    for (auto const& name : files) {
        REQUIRE_SAME(name, test::contents(inside + '/' + name), std::string{"text"});
        REQUIRE_SAME(name, name.size() <= 255, true);
        REQUIRE_SAME(name, name.find_first_of("/\\\x1B") == name.npos, true);
        REQUIRE_SAME(name, name[0] != '.' && name[0] != '-' && name[0] != '~', true);
    }
    std::vector<std::string> below;
    for (auto const& name : files_in(directory.path())) below.push_back(name);
    REQUIRE_SAME("all", below.size(), 16u); // mail, in, and the files
    auto printed = test::lines_of(got.out);
    for (auto& line : printed) line = line.substr(inside.size() + 1);
    std::sort(printed.begin(), printed.end());
    REQUIRE_SAME("printed", joined(printed), joined(files));
}

TEST_CASE("tool extract: uuencoded files have safe names") {
    test::temporary_directory const directory;
    auto const out = directory.path() + "/out";
    auto const got = test::run({"extract", "--all", "-o", out, "-"},
                               {.input = "A: b\n\nbegin 644 ../../a.txt\n#0V%T\n`\nend\n"});
    REQUIRE_SAME(got.command, got.status, 0);
    for (auto const& name : files_in(out))
        REQUIRE_SAME(name, name.find('/') == name.npos && name.front() != '.', true);
    REQUIRE_SAME(got.command, files_in(directory.path()).size(), 3u); // out and two files in it
}

TEST_CASE("tool extract: no file is overwritten, and no link is followed") {
    test::temporary_directory const directory;
    directory.file("in/a.txt", "old");
    directory.file("in/b", "old");
    auto const target = directory.path("target");
    REQUIRE_TRUE(::symlink(target.c_str(), directory.path("in/c.txt").c_str()) == 0);
    auto const mail = directory.file("mail", message_with({"a.txt", "a.txt", "b", "c.txt"}));
    auto const got = test::run({"extract", "--all", "-o", directory.path("in"), mail});
    auto const in = directory.path("in/");
    test::check_output(got, in + "a (2).txt\n" + in + "a (3).txt\n" + in + "b (2)\n" + in +
                                "c (2).txt\n");
    REQUIRE_SAME("a.txt", test::contents(in + "a.txt"), std::string{"old"});
    REQUIRE_SAME("b", test::contents(in + "b"), std::string{"old"});
    REQUIRE_SAME("c.txt", std::filesystem::exists(target), false);
}

TEST_CASE("tool extract: long names of several parts, and of a deeply nested part") {
    test::temporary_directory const directory;
    auto const in = directory.path("in/");
    auto const stem = std::string(249, 'x') + "\xC3\xA9"; // and ".txt": 255 octets
    auto const plain = std::string(300, 'y');
    auto const mail =
        directory.file("mail", message_with({stem + ".txt", stem + ".txt", plain, plain}));
    auto const got = test::run({"extract", "--all", "-o", directory.path("in"), mail});
    test::check_output(got, in + stem + ".txt\n" + in + std::string(247, 'x') + " (2).txt\n" + in +
                                std::string(255, 'y') + "\n" + in + std::string(251, 'y') +
                                " (2)\n");
    std::string deep;
    for (int i = 100; i < 199; ++i) {
        auto const boundary = std::to_string(i);
        deep.append("Content-Type: multipart/mixed; boundary=").append(boundary).append("\n");
        for (int part = 0; part < 10; ++part) deep.append("\n--").append(boundary).append("\n");
    }
    auto const deepest = directory.file("deepest", deep.append("\ntext"));
    auto const all = test::run({"extract", "--all", "-o", directory.path("all"), deepest});
    REQUIRE_SAME(all.command, all.status, 0);
    REQUIRE_SAME(all.command, files_in(directory.path("all")).size(), 99u * 9u + 1u);
}

TEST_CASE("tool extract: files of the same name are numbered") {
    REQUIRE_SAME("1", tool::numbered_name("a.txt", 1), std::string{"a.txt"});
    REQUIRE_SAME("2", tool::numbered_name("a.txt", 2), std::string{"a (2).txt"});
    REQUIRE_SAME("none", tool::numbered_name("a", 2), std::string{"a (2)"});
    REQUIRE_SAME("long", tool::numbered_name("a.what it is about", 2),
                 std::string{"a.what it is about (2)"});
    test::temporary_directory const directory;
    auto const mail = directory.file("mail", message_with(std::vector<std::string>(100, "a.b")));
    auto const got = test::run({"extract", "--all", "-o", directory.path("in"), mail});
    REQUIRE_SAME(got.command, got.status, 0);
    auto expected = directory.path("in/a.b\n");
    for (int i = 2; i <= 100; ++i)
        expected.append(directory.path("in/a (")).append(std::to_string(i)).append(").b\n");
    REQUIRE_SAME(got.command, got.out, expected);
    for (int const gone : {3, 40}) // free names between others
        std::filesystem::remove(directory.path("in/a (" + std::to_string(gone) + ").b"));
    auto const again = test::run({"extract", "1", "-o", directory.path("in"), mail});
    REQUIRE_SAME(again.command, again.status, 0);
    REQUIRE_SAME(again.command, files_in(directory.path("in")).size(), 99u);
}

TEST_CASE("tool extract: names for parts without a name, and for messages of a mailbox") {
    test::temporary_directory const directory;
    auto const one = test::run(
        {"extract", "--all", "-o", directory.path("one"), test::data_file("header-only.eml")});
    REQUIRE_SAME(one.command, joined(files_in(directory.path("one"))), std::string{"part-1.txt\n"});
    auto const all =
        test::run({"extract", "--all", "-o", directory.path("all"), test::data_file("demo.mbox")});
    REQUIRE_SAME(all.command, all.status, 0);
    auto const files = files_in(directory.path("all"));
    for (std::string const name :
         {"1-part-1.txt", "3-part-2.html", "8-packing-list.eml", "12-part-2.1.html"})
        REQUIRE_SAME(name, std::find(files.begin(), files.end(), name) != files.end(), true);
    auto const second =
        test::run({"extract", "2", "-o", directory.path("second"), test::data_file("demo.mbox")});
    REQUIRE_SAME(second.command, second.status, 0);
    for (auto const& name : files_in(directory.path("second")))
        REQUIRE_SAME(name, name.find('-') != name.npos, true);
}

TEST_CASE("tool extract: attached messages are saved as a whole, as .eml") {
    std::string const inner = "Subject: inner\n\ntext\n";
    auto const part = [&](std::string_view fields) {
        return std::string{"--b\nContent-Type: message/rfc822\n"}.append(fields).append("\n") +
               inner;
    };
    auto const text = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n" + part("") +
                      part("Content-Disposition: attachment; filename=a.EML\n") +
                      part("Content-Disposition: attachment; filename=invoice.pdf\n") + "--b--\n";
    for (bool const crlf : {false, true}) {
        test::temporary_directory const directory;
        std::string octets;
        for (char const octet : text) octets += crlf && octet == '\n' ? "\r\n" : std::string{octet};
        auto const mail = directory.file("mail", octets);
        for (std::string const option : {"--all", "--attachments"}) {
            auto const in = directory.path(option.substr(2));
            auto const got = test::run({"extract", option, "-o", in, mail});
            std::string expected = "a.EML\ninvoice.pdf.eml\n";
            if (option == "--all") expected += "part-1.txt\n";
            REQUIRE_SAME(option, joined(files_in(in)), expected + "part-2.eml\n");
            auto const saved = test::contents(in + "/part-2.eml");
            REQUIRE_SAME(option, saved.starts_with("Subject: inner"), true);
            REQUIRE_SAME(option, saved.size() + (crlf ? 2u : 1u), inner.size() + (crlf ? 3u : 0u));
        }
    }
    // A message that consists of another one.
    test::temporary_directory const directory;
    auto const whole = test::run({"extract", "--all", "-o", directory.path("in"), "-"},
                                 {.input = "Content-Type: message/rfc822\n\n" + inner});
    REQUIRE_SAME(whole.command, joined(files_in(directory.path("in"))),
                 std::string{"part-1.eml\n"});
}

TEST_CASE("tool extract: what show lists as attachments") {
    test::temporary_directory const directory;
    auto const mail =
        directory.file("mail", "Content-Type: multipart/mixed; boundary=b\n\n"
                               "--b\nContent-Type: multipart/alternative; boundary=c\n\n"
                               "--c\n\nplain\nbegin 644 table.csv\n#0V%T\n`\nend\n"
                               "--c\nContent-Type: text/html\n\n<p>\n--c--\n"
                               "--b\nContent-Type: application/pdf; name=a.pdf\n\n%PDF\n--b--\n");
    auto const got = test::run({"extract", "--attachments", "-o", directory.path("in"), mail});
    REQUIRE_SAME(got.command, got.status, 0);
    auto const files = joined(files_in(directory.path("in")));
    REQUIRE_SAME(got.command, files, std::string{"a.pdf\ntable.csv\n"});
    auto const one = directory.file("one", "A: b\n\ntext\n");
    auto const none = test::run({"extract", "--attachments", "-o", directory.path("in"), one});
    test::check_complaint(none, 1, "one: no attachment");
    auto const several = test::run({"extract", "7", "-o", directory.path("in"), one, one, one});
    test::check_complaint(several, 1, "one and 2 other files: no part 7");
}

TEST_CASE("tool extract: names tell the message, and among several files the file") {
    test::temporary_directory const directory;
    auto const text = message_with({"x.txt"});
    auto const one = directory.file("one.eml", text);
    auto const box = directory.file("in.2026.mbox", "From a\n" + text + "\nFrom b\n" + text);
    auto const of_box = test::run({"extract", "--all", "-o", directory.path("box"), box});
    REQUIRE_SAME(of_box.command, joined(files_in(directory.path("box"))),
                 std::string{"1-x.txt\n2-x.txt\n"});
    auto const third = test::run({"extract", "1", "-o", directory.path("third"), box + ":2"});
    REQUIRE_SAME(third.command, joined(files_in(directory.path("third"))),
                 std::string{"2-x.txt\n"});
    auto const both = test::run({"extract", "--all", "-o", directory.path("both"), one, box, "-"},
                                {.input = text});
    REQUIRE_SAME(both.command, joined(files_in(directory.path("both"))),
                 std::string{"in.2026-1-x.txt\nin.2026-2-x.txt\none-1-x.txt\nstdin-1-x.txt\n"});
    directory.file("mh/2", text);
    directory.file("mh/10", text);
    auto const folder =
        test::run({"extract", "--all", "-o", directory.path("of-mh"), directory.path("mh")});
    REQUIRE_SAME(folder.command, joined(files_in(directory.path("of-mh"))),
                 std::string{"10-1-x.txt\n2-1-x.txt\n"});
    auto const hidden = directory.file("more/.-" + std::string(200, 'x') + ".eml", text);
    auto const odd = test::run({"extract", "--all", "-o", directory.path("odd"), hidden, hidden});
    for (auto const& name : files_in(directory.path("odd"))) {
        REQUIRE_SAME(name, name.size() < 80, true);
        REQUIRE_SAME(name, name.front() == '.' || name.front() == '-', false);
    }
    REQUIRE_SAME(odd.command, files_in(directory.path("odd")).size(), 2u);
}

TEST_CASE("tool extract: continues after a part that fails, and reports it") {
    test::temporary_directory const directory;
    auto const mail = directory.file("mail", message_with({"a", "b"}));
    auto const file = directory.file("no-directory", "");
    auto const no_directory = test::run({"extract", "--all", "-o", file, mail});
    test::check_complaint(no_directory, 2, "no-directory");
    if (!std::filesystem::exists("/proc/self")) return; // a directory where nobody can write
    auto const denied = test::run({"extract", "--all", "-o", "/proc", mail});
    REQUIRE_SAME(denied.command, denied.status, 2);
    REQUIRE_SAME(denied.command, denied.out, "");
    REQUIRE_SAME(denied.command, test::lines_of(denied.err).size(), 2u);
}

TEST_CASE("tool extract: a part that cannot be written completely leaves no file") {
    test::temporary_directory const directory;
    {
        tool::new_file file{directory.path(), "a"};
        REQUIRE_TRUE(file.is_open());
        file.write("octets");
        REQUIRE_SAME("a", std::filesystem::exists(directory.path("a")), true);
    }
    REQUIRE_SAME("a", std::filesystem::exists(directory.path("a")), false);
    {
        tool::new_file file{directory.path(), "a"};
        file.write("octets");
        REQUIRE_TRUE(file.keep());
    }
    REQUIRE_SAME("a", test::contents(directory.path("a")), std::string{"octets"});
    tool::new_file const nowhere{directory.path("no such directory"), "a"};
    REQUIRE_TRUE(!nowhere.is_open());
}

TEST_CASE("tool extract: PART does not go with several parts, but a file may look like one") {
    test::temporary_directory const directory;
    directory.file("mail", message_with({"a"}));
    test::setup const with{.directory = directory.path()};
    for (std::string const part : {"1", "2.1", "TEXT", "2.TEXT"})
        for (std::string const option : {"--all", "--attachments"})
            test::check_complaint(test::run({"extract", part, option, "-o", "in", "mail"}, with), 2,
                                  "PART (" + part + ") and " + option + " exclude each other");
    for (std::string const other : {"2026.mbox", "1.", ".1", "1..2", "TEXT.1", ".TEXT"})
        test::check_complaint(test::run({"extract", "--all", "-o", "in", other}, with), 2,
                              other + ": No such file");
    directory.file("1", message_with({"b"}));
    test::check_output(test::run({"extract", "--all", "-o", "in", "1"}, with), "in/b\n");
    // A word that is not the number of a part is not taken for one, whatever it starts with.
    directory.file("2026.mbox", message_with({"c"}));
    for (std::string const other : {"2026.mbox", "1.", "1..2", "1.x", "TEXT.1", "mail", ""})
        for (std::vector<std::string> const& rest :
             {std::vector<std::string>{}, std::vector<std::string>{"mail"}}) {
            std::vector<std::string> words{"extract", other};
            words.insert(words.end(), rest.begin(), rest.end());
            test::check_complaint(test::run(words, with), 2, "and '" + other + "' is none");
        }
    // In a folder of MH, messages have such names.
    test::check_complaint(test::run({"extract", "1"}, with), 2, "'1' is PART, not the file");
    auto const piped = directory.file("piped", "A: b\n\nx\n");
    test::check_output(test::run({"extract", "1"},
                                 {.input = test::contents(piped), .directory = directory.path()}),
                       "x\n");
}

TEST_CASE("tool extract: a file that cannot be written as a whole is removed") {
    test::temporary_directory const directory;
    for (std::size_t const size : {std::size_t{100}, std::size_t{100'000}}) {
        auto const mail = directory.file("mail", "A: b\n\n" + std::string(size, 'x') + '\n');
        auto const out = directory.path("out");
        auto const got = test::run({"extract", "--all", "-o", out, mail}, {.file_size = 64});
        test::check_complaint(got, 2,
                              "part-1.txt: File too large; the incomplete file was removed");
        REQUIRE_SAME(got.command, std::filesystem::is_empty(out), true);
    }
}

TEST_CASE("tool extract: bad usage") {
    test::check_complaint(test::run({"extract"}), 2, "extract needs PART");
    test::check_complaint(test::run({"extract", "mail"}), 2, "extract needs PART");
    test::check_complaint(test::run({"extract", "--all", "mail"}), 2, "extract needs PART");
    test::check_complaint(test::run({"extract", "1"}), 2, "no FILE given");
    test::check_complaint(test::run({"extract", "--all", "--attachments", "-o", "x", "mail"}), 2,
                          "--all and --attachments exclude each other");
    test::check_complaint(test::run({"extract", "1", "-o"}), 2, "needs a value");
    test::check_complaint(test::run({"ls", "--all", "mail"}), 2, "extract only");
    test::check_complaint(test::run({"ls", "-o", "x", "mail"}), 2, "extract only");
    auto const empty = test::run({"extract", "1", test::data_file("empty.eml")});
    test::check_complaint(empty, 0, "no messages");
    auto const missing = test::run({"extract", "1", "missing.mbox"});
    test::check_complaint(missing, 2, "missing.mbox: No such file");
    auto const beyond = test::run({"extract", "1", test::data_file("demo.mbox:99")});
    test::check_complaint(beyond, 1, "no message 99");
    auto const help = test::run({"--help"});
    REQUIRE_SAME(help.command, help.out.find("\n  extract ") != help.out.npos, true);
}

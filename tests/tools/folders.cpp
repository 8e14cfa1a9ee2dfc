#include "../locked_path.hpp"
#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace {

constexpr std::string_view postmark = "From foe@sample.net Mon Dec 15 10:00:00 2014\n";

std::string message(std::string_view subject) {
    return "Subject: " + std::string{subject} + "\n\ntext\n";
}
std::string entry(std::string_view subject) {
    return std::string{postmark} + message(subject) + '\n';
}

/// "NAME=subject" for each message, with a blank after it, as JSON and headers name it.
std::string listed(test::outcome const& got) {
    std::string all;
    for (auto const& line : test::lines_of(got.out)) {
        auto const value = [&](std::string const& key) {
            auto const start = line.find('"' + key + "\":") + key.size() + 3;
            return line.substr(start + 1, line.find('"', start + 1) - start - 1);
        };
        all += value("file") + '=' + value("subject") + ' ';
    }
    return all;
}

std::string in(test::temporary_directory const& directory, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "json");
    auto const got = test::run(arguments, {.directory = directory.path()});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, got.err, "");
    return listed(got);
}

} // namespace

TEST_CASE("tool folders: each file in a folder, numbers in numeric order") {
    test::temporary_directory const directory;
    for (std::string const number : {"10", "9", "1"})
        directory.file("inbox/" + number, message(number));
    directory.file("inbox/.mh_sequences", "unseen: 1\n");
    directory.file("inbox/,7", message("deleted"));
    directory.file("inbox/sub/1", message("not asked for"));
    for (std::string const end : {"", "/"})
        REQUIRE_SAME(end, in(directory, {"inbox" + end}), "inbox/1=1 inbox/9=9 inbox/10=10 ");
    directory.file("lists/a.mbox", entry("a1") + entry("a2"));
    directory.file("lists/b.eml", message("b"));
    directory.file("lists/c.emlx", "17\nSubject: c\n\ntext\n<?xml version=\"1.0\"?>\n<plist/>\n");
    directory.file("lists/d.mmdf", "\1\1\1\1\nSubject: d\n\1\1\1\1\n");
    directory.file("lists/empty", "");
    REQUIRE_SAME("kinds", in(directory, {"lists"}),
                 "lists/a.mbox=a1 lists/a.mbox=a2 lists/b.eml=b lists/c.emlx=c lists/d.mmdf=d ");
    REQUIRE_SAME("K", in(directory, {"lists:3"}), "lists/b.eml=b ");
    REQUIRE_SAME("K-L", in(directory, {"lists:2-3"}), "lists/a.mbox=a2 lists/b.eml=b ");
}

TEST_CASE("tool folders: mailboxes of Apple Mail") {
    test::temporary_directory const directory;
    directory.file("out.mbox/mbox", entry("one") + entry("two"));
    directory.file("out.mbox/table_of_contents", "\0\1\2");
    REQUIRE_SAME("export", in(directory, {"out.mbox"}), "out.mbox/mbox=one out.mbox/mbox=two ");
    auto const emlx = [](std::string const& subject) {
        auto const text = message(subject);
        return std::to_string(text.size()) + "\n" + text + "<?xml version=\"1.0\"?>\n<plist/>\n";
    };
    directory.file("in.mbox/Messages/10.emlx", emlx("10"));
    directory.file("in.mbox/Messages/9.partial.emlx", emlx("9"));
    directory.file("in.mbox/4E/Data/3/Messages/3017.emlx", emlx("3017"));
    directory.file("in.mbox/4E/Data/3/Attachments/3017/2/a.txt", "text");
    directory.file("in.mbox/Info.plist", "<plist/>");
    directory.file("in.mbox/Child.mbox/Messages/1.emlx", emlx("child"));
    auto const here = "in.mbox/Messages/9.partial.emlx=9 in.mbox/Messages/10.emlx=10 "
                      "in.mbox/4E/Data/3/Messages/3017.emlx=3017 ";
    REQUIRE_SAME("messages", in(directory, {"in.mbox"}), here);
    REQUIRE_SAME("recursive", in(directory, {"--recursive", "in.mbox/"}),
                 here + std::string{"in.mbox/Child.mbox/Messages/1.emlx=child "});
}

TEST_CASE("tool folders: --recursive reads the folders in a folder") {
    test::temporary_directory const directory;
    directory.file("box/cur/1.host:2,S", message("in"));
    directory.file("box/new/2.host", message("new"));
    directory.file("box/tmp/3.host", message("unfinished"));
    directory.file("box/dovecot-uidlist", "3 V1\n");
    directory.file("box/.Sent/cur/4.host:2,S", message("sent"));
    directory.file("box/.Sent/maildirfolder", "");
    directory.file("box/.Archive.2026/new/5.host", message("archived"));
    directory.file("box/.cache/x", "no mail");
    auto const inbox = "box/cur/1.host:2,S=in box/new/2.host=new ";
    REQUIRE_SAME("Maildir", in(directory, {"box"}), inbox);
    REQUIRE_SAME("Maildir++", in(directory, {"--recursive", "box"}),
                 inbox + std::string{"box/.Archive.2026/new/5.host=archived "
                                     "box/.Sent/cur/4.host:2,S=sent "});
    directory.file("mail/2/b", message("b"));
    directory.file("mail/10/c/d", message("d"));
    directory.file("mail/a", message("a"));
    directory.file("mail/box/cur/1.host", message("in"));
    REQUIRE_SAME("folders", in(directory, {"mail", "--recursive"}),
                 "mail/a=a mail/2/b=b mail/10/c/d=d mail/box/cur/1.host=in ");
    auto const hint = test::run({"ls", "mail/10"}, {.directory = directory.path()});
    REQUIRE_SAME(hint.command, hint.status, 0);
    REQUIRE_SAME(hint.command, hint.err.starts_with("foldwise: mail/10: no file in it"), true);
    // Each name that ls prints can be passed back.
    auto const all =
        test::run({"ls", "--recursive", "mail", "box"}, {.directory = directory.path()});
    auto const lines = test::lines_of(all.out);
    REQUIRE_SAME(all.command, lines.size(), 8u);
    for (auto const& line : lines) {
        auto const start = line.find_first_not_of(' ');
        auto const name = line.substr(start, line.find_first_of(" \t", start) - start);
        auto const one = test::run({"ls", name, "mail/a"}, {.directory = directory.path()});
        REQUIRE_SAME(name, test::lines_of(one.out)[0], line);
    }
}

TEST_CASE("tool folders: links back, FIFOs, sockets and devices are skipped with a note") {
    test::temporary_directory const directory;
    directory.file("mail/a", message("a"));
    directory.file("mail/sub/b", message("b"));
    directory.file("other/c", message("c"));
    auto const link = [&](std::string const& target, std::string const& name) {
        std::filesystem::create_symlink(target, directory.path("mail/" + name));
    };
    REQUIRE(::mkfifo(directory.path("mail/fifo").c_str(), 0600) == 0);
    link("/dev/zero", "device");
    link("loop", "loop");
    link("nothing", "dangling");
    link("a", "again");
    link("..", "up");
    link(".", "here");
    link("../sub", "sub/back");
    link("../other", "outside");
    link("../other", "outside2");
    link("../other/c", "outside3");
    auto const socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    ::sockaddr_un address{};
    address.sun_family = AF_UNIX;
    auto const path = directory.path("mail/socket");
    bool const has_socket =
        path.copy(address.sun_path, sizeof address.sun_path - 1) == path.size() &&
        ::bind(socket, reinterpret_cast<::sockaddr*>(&address), sizeof address) == 0;
    auto const got = test::run({"json", "--recursive", "mail"}, {.directory = directory.path()});
    ::close(socket);
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, listed(got),
                 "mail/a=a mail/outside3=c mail/outside/c=c mail/sub/b=b ");
    for (std::string const name :
         {"fifo", "device", "loop", "dangling", "again", "up", "here", "sub/back", "outside2"})
        REQUIRE_SAME(name, got.err.find("mail/" + name + ": skipped: ") != got.err.npos, true);
    REQUIRE_SAME("socket", got.err.find("mail/socket: skipped: ") != got.err.npos, has_socket);
    REQUIRE_SAME(got.command, test::lines_of(got.err).size(), has_socket ? 10u : 9u);
}

TEST_CASE("tool folders: links into and around other links, whatever comes between by name") {
    test::temporary_directory const directory;
    for (std::string const name : {"a", "a-1", "a/b", "a/b-1", "a-1/b", "ab", "z/y"})
        directory.file("other/" + name + "/m", message(name));
    directory.file("mail/m", message("m"));
    auto const link = [&](std::string const& name, std::string const& target) {
        std::filesystem::create_symlink("../other/" + target, directory.path("mail/" + name));
    };
    link("1", "a/b");
    link("2", "a-1");
    link("3", "a/b-1");
    link("4", "a");     // around 1 and 3
    link("5", "a-1/b"); // in 2
    link("6", "ab");
    link("7", "z/y");
    link("8", "."); // around all
    link("9", "z"); // around 7
    auto const got = test::run({"json", "--recursive", "mail"}, {.directory = directory.path()});
    REQUIRE_SAME(got.command, listed(got),
                 "mail/m=m mail/1/m=a/b mail/2/m=a-1 mail/2/b/m=a-1/b mail/3/m=a/b-1 mail/6/m=ab "
                 "mail/7/m=z/y ");
    std::string skipped;
    for (auto const& line : test::lines_of(got.err)) skipped += line.substr(15, 3);
    REQUIRE_SAME(got.err, skipped, "4: 5: 8: 9: ");
}

TEST_CASE("tool folders: many links to folders take nearly linear time") {
    test::temporary_directory const directory;
    std::filesystem::create_directory(directory.path("mail"));
    for (int i = 0; i < 12'000; ++i) { // each with each other would take more than a minute
        auto const target = directory.path(std::to_string(i));
        std::filesystem::create_directory(target);
        std::filesystem::create_symlink(target, directory.path("mail/" + std::to_string(i)));
    }
    directory.file("11999/m", message("m"));
    test::check_output(test::run({"count", "--recursive", directory.path("mail")}), "1\n");
}

TEST_CASE("tool folders: a file that vanishes is skipped with a note") {
    test::temporary_directory const directory;
    directory.file("mail/1", message("1") + std::string(1 << 17, 'x'));
    auto const gone = directory.file("mail/2", message("2"));
    directory.file("mail/3", message("3"));
    auto const got =
        test::run({"json", "--text", "mail"}, {.remove = gone, .directory = directory.path()});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, listed(got), "mail/1=1 mail/3=3 ");
    test::check_one_line(got, "mail/2: skipped: it vanished");
}

TEST_CASE("tool folders: what cannot be read does not hide the rest") {
    test::temporary_directory const directory;
    directory.file("box/cur/1.host", message("in"));
    std::filesystem::create_symlink("new", directory.path("box/new"));
    directory.file("mail/1", message("1"));
    directory.file("mail/2", "\x1F\x8B\x08");
    directory.file("mail/3", message("3"));
    directory.file("mail/sub/4", message("4"));
    directory.file("mail/sub2/5", message("5"));
    struct {
        std::vector<std::string> files;
        std::string_view found;
        std::string_view complaint;
    } const table[] = {
        {{"box"}, "box/cur/1.host=in ", "box/new: "},
        {{"mail"}, "mail/1=1 mail/3=3 ", "mail/2: compressed with gzip"},
    };
    for (auto const& row : table) {
        auto arguments = row.files;
        arguments.insert(arguments.begin(), "json");
        auto const got = test::run(arguments, {.directory = directory.path()});
        REQUIRE_SAME(got.command, got.status, 2);
        REQUIRE_SAME(got.command, listed(got), row.found);
        test::check_one_line(got, row.complaint);
    }
    auto const counted = test::run({"count", "mail"}, {.directory = directory.path()});
    REQUIRE_SAME(counted.command, counted.status, 2);
    REQUIRE_SAME(counted.command, counted.out, "2\n");
    test::locked_path const file{directory.path("mail/2")};
    test::locked_path const folder{directory.path("mail/sub")};
    if (!file.holds()) return;
    auto const got = test::run({"json", "--recursive", "mail"}, {.directory = directory.path()});
    REQUIRE_SAME(got.command, got.status, 2);
    REQUIRE_SAME(got.command, listed(got), "mail/1=1 mail/3=3 mail/sub2/5=5 ");
    auto const lines = test::lines_of(got.err);
    REQUIRE_SAME(got.command, lines.size(), 2u);
    REQUIRE_SAME(got.command, lines[0], "foldwise: mail/2: Permission denied");
    REQUIRE_SAME(got.command, lines[1], "foldwise: mail/sub: Permission denied");
}

TEST_CASE("tool folders: the shares of a folder contain each message once") {
    test::temporary_directory const directory;
    directory.file("mail/1", message("1"));
    directory.file("mail/2", entry("2a") + entry("2b") + entry("2c"));
    directory.file("mail/3", "");
    directory.file("mail/10", message("10"));
    directory.file("mail/box/cur/1.host", message("in"));
    directory.file("mail/box/cur/2.host", message("in too"));
    auto const whole = in(directory, {"--recursive", "mail"});
    for (int const shares : {1, 2, 3, 4, 7, 1000}) {
        std::string joined;
        for (int k = 1; k <= std::min(shares, 20); ++k) {
            auto const share = std::to_string(k) + '/' + std::to_string(shares);
            joined += in(directory, {"--shard", share, "--recursive", "mail"});
        }
        if (shares > 20) continue;
        auto const sorted = [](std::string const& names) {
            std::string text = names;
            for (auto& c : text) c = c == ' ' ? '\n' : c;
            auto lines = test::lines_of(text);
            std::sort(lines.begin(), lines.end());
            return lines;
        };
        REQUIRE_SAME(std::to_string(shares), sorted(joined) == sorted(whole), true);
    }
}

TEST_CASE("tool folders: a folder without mail") {
    test::temporary_directory const directory;
    std::filesystem::create_directories(directory.path("nothing"));
    test::setup const with{.directory = directory.path()};
    test::check_output(test::run({"count", "nothing"}, with), "0\n");
    test::check_complaint(test::run({"ls", "nothing"}, with), 0, "nothing: no messages");
    test::check_complaint(test::run({"ls", "nothing:1"}, with), 1,
                          "nothing: no message 1; it has 0");
    test::check_complaint(test::run({"split", "--shards", "2", "nothing"}, with), 2, "nothing: ");
}

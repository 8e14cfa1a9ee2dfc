#include "../../tools/input.hpp"

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "run.hpp"

#include <algorithm>
#include <filesystem>

#include <sys/stat.h>

namespace {

/// Lines of ls, or Subject fields, without the names of their messages.
std::string without_names(std::string_view text) {
    std::string result;
    for (auto const& line : test::lines_of(text)) {
        auto const start = std::min(line.find('\t'), line.find("Subject:"));
        result.append(line, std::min(start, line.size())) += '\n';
    }
    return result;
}

std::string subjects(std::vector<std::string> files, test::setup const& with = {}) {
    files.insert(files.begin(), {"headers", "--name", "Subject"});
    return without_names(test::run(files, with).out);
}

/// A FIFO to which another process writes `octets` as soon as it has a reader.
class writer {
  public:
    writer(std::string const& path, std::string_view octets) {
        if (::mkfifo(path.c_str(), 0600) != 0) test::failed(__FILE__, __LINE__, path.c_str());
        child_ = ::fork();
        if (child_ != 0) return;
        ::alarm(test::time_limit);
        auto const file = ::open(path.c_str(), O_WRONLY);
        while (!octets.empty()) {
            auto const count = ::write(file, octets.data(), octets.size());
            if (count <= 0) break;
            octets.remove_prefix(static_cast<std::size_t>(count));
        }
        ::_exit(0);
    }
    writer(writer const&) = delete;
    writer& operator=(writer const&) = delete;
    ~writer() { ::waitpid(child_, nullptr, 0); }

  private:
    ::pid_t child_;
};

std::string const commands[] = {"ls", "headers", "json", "count"};

} // namespace

TEST_CASE("tool input: a pipe yields the output of the file, in pieces of any size") {
    for (std::string const name : {"demo.mbox", "crlf.mbox", "leading-empty-line.mbox",
                                   "single.eml", "nul.eml", "no-final-line-ending.mbox"}) {
        auto const file = test::data_file(name);
        auto const octets = test::contents(file);
        for (auto const& command : commands) {
            auto wanted = test::run({command, file}).out;
            for (auto at = wanted.find(file); at != wanted.npos; at = wanted.find(file))
                wanted.replace(at, file.size(), 1, '-');
            test::check_output(test::run({command, "-"}, {.stdin_file = file}), wanted);
            for (std::size_t const chunk : {1u, 7u, 65536u})
                test::check_output(test::run({command, "-"}, {.input = octets, .chunk = chunk}),
                                   wanted);
        }
    }
}

TEST_CASE("tool input: slow pieces, cut at critical places") {
    std::string const octets =
        "From a\nSubject: 1\n\nx\n\nFrom b\nSubject: 2\n\nFrom c\nSubject: 3\n";
    auto const wanted = test::run({"json", "-"}, {.input = octets}).out;
    REQUIRE_SAME(octets, test::lines_of(wanted).size(), 3u);
    for (std::size_t const chunk : {1u, 2u, 3u, 5u, 22u, 23u, 24u, 25u, 26u})
        test::check_output(test::run({"json", "-"}, {.input = octets, .chunk = chunk, .pause = 2}),
                           wanted);
}

TEST_CASE("tool input: output is written before the next input of a pipe arrives") {
    int to_tool[2] = {};
    int from_tool[2] = {};
    REQUIRE((::pipe(to_tool) == 0 && ::pipe(from_tool) == 0));
    auto const child = ::fork();
    if (child == 0) {
        ::alarm(test::time_limit);
        ::dup2(to_tool[0], 0);
        ::dup2(from_tool[1], 1);
        for (int const descriptor : {to_tool[0], to_tool[1], from_tool[0], from_tool[1]})
            ::close(descriptor);
        ::execl(FOLDWISE_TOOL_PATH, FOLDWISE_TOOL_PATH, "json", "-", nullptr);
        ::_exit(127);
    }
    ::close(to_tool[0]);
    ::close(from_tool[1]);
    // The second separator ends the first message. The pipe stays open.
    std::string_view const octets = "From a\nSubject: 1\n\nFrom b\nSubject: ";
    REQUIRE(::write(to_tool[1], octets.data(), octets.size()) ==
            static_cast<ssize_t>(octets.size()));
    char first = 0;
    CHECK(::read(from_tool[0], &first, 1) == 1); // fails at the time limit
    CHECK(first == '{');
    ::close(to_tool[1]);
    ::close(from_tool[0]);
    ::waitpid(child, nullptr, 0);
}

TEST_CASE("tool input: FILE:K") {
    test::temporary_directory const directory;
    std::string const two = "From a\nSubject: one\n\nFrom b\nSubject: two\n\n";
    directory.file("box", two);
    directory.file("box:2", "Subject: a file of that name\n");
    directory.file("odd:3", two);
    directory.file(":1", "Subject: colon\n");
    directory.file("plain", "Subject: plain\n");
    directory.file("M/new/1.a", "Subject: M1\n");
    directory.file("M/cur/2.b:2,S", "Subject: M2\n");
    test::setup const with{.input = two, .directory = directory.path()};
    struct {
        std::string file;
        std::string_view subject;
    } const table[] = {
        {"box:1", "one"},
        {"box:2", "a file of that name"},
        {"box:2:1", "a file of that name"},
        {"./box:01", "one"},
        {"odd:3:2", "two"},
        {":1", "colon"},
        {":1:1", "colon"},
        {"plain:1", "plain"},
        {"M:1", "M1"},
        {"M/:2", "M2"},
        {"M/cur/2.b:2,S", "M2"},
        {"M/cur/2.b:2,S:1", "M2"},
        {"-:1", "one"},
        {"-:2", "two"},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.file, subjects({row.file}, with),
                     "Subject: " + std::string{row.subject} + '\n');
    REQUIRE_SAME("from a file", subjects({"-:2"}, {.stdin_file = directory.path("box")}),
                 "Subject: two\n");
    REQUIRE_SAME("several", subjects({"box:1", "M:2", "odd:3:2"}, with),
                 "Subject: one\nSubject: M2\nSubject: two\n");
}

TEST_CASE("tool input: a missing message is status 1") {
    struct {
        std::string file;
        std::string_view k;
    } const table[] = {
        {"demo.mbox", "0"},  {"demo.mbox", "13"}, {"demo.mbox", "18446744073709551615"},
        {"single.eml", "0"}, {"single.eml", "2"}, {"maildir", "0"},
        {"maildir", "4"},    {"empty.eml", "1"},  {"-", "0"},
        {"-", "2"},
    };
    for (auto const& [file, k] : table) {
        for (auto const& command : commands) {
            auto const got = test::run({command, file + ':' + std::string{k}},
                                       {.input = "To: a\n", .directory = test::data_directory()});
            test::check_complaint(got, 1, file);
            test::check_one_line(got, k);
        }
    }
}

TEST_CASE("tool input: a FILE that cannot be read is status 2") {
    test::temporary_directory const directory;
    std::filesystem::create_directories(directory.path("folder/tmp"));
    directory.file("box", "From a\n");
    directory.file("M/cur/1.a", "To: a\n");
    ::chmod(directory.file("locked", "To: a\n").c_str(), 0);
    struct {
        std::vector<std::string> arguments;
        std::string_view problem;
    } table[] = {
        {{"missing.mbox"}, "missing.mbox: No such file"},
        {{"missing.mbox:2"}, "missing.mbox"},
        {{"missing.mbox:0"}, "missing.mbox"},
        {{"no/such/box"}, "no/such/box"},
        {{"box/inside"}, "box/inside"},
        {{"box:x"}, "box:x"},
        {{"box:-1"}, "box:-1"},
        {{"box:"}, "box:"},
        {{"box:18446744073709551616"}, "box:18446744073709551616"},
        {{"cuont"}, "cuont"},
        {{""}, ""},
        {{"two\nlines.mbox"}, "lines.mbox"},
        {{"\x1B[2J\xE2\x80\xAE.mbox"}, ".mbox"},
        {{"M:@0"}, "M: a folder"},
        {{"folder:@0"}, "folder: a folder"},
        {{"M", "--range", "0", "9"}, "M: --range counts octets of a file"},
        {{"folder", "--range", "0", "9"}, "folder: --range counts octets of a file"},
        {{"box:@0", "--range", "0", "9"}, "box"},
        {{"box:2-1"}, "box: no messages from 2 to 1"},
        {{"box:0-1"}, "box: no message 0"},
        {{"box:@18446744073709551616"}, "box:@18446744073709551616"},
        {{"box:@"}, "box:@"},
        {{"box:1-"}, "box:1-"},
        {{"box:1", "--range", "0", "9"}, "box"},
        {{"box:1", "--shard", "1/2"}, "box"},
    };
    for (auto const& command : commands) {
        for (auto const& row : table) {
            auto arguments = row.arguments;
            arguments.insert(arguments.begin(), command);
            auto const got = test::run(arguments, {.directory = directory.path()});
            test::check_complaint(got, 2, row.problem);
            REQUIRE_SAME(got.command, test::danger_in(got.err), "");
        }
        if (std::filesystem::exists("/proc/self/mem")) // fails even for root
            test::check_complaint(test::run({command, "/proc/self/mem"}), 2, "/proc/self/mem");
        if (::geteuid() == 0) continue; // root can read every file
        test::check_complaint(test::run({command, directory.path("locked")}), 2, "locked");
    }
    auto const here = test::run({"ls", "-"}, {.stdin_file = directory.path("folder")});
    test::check_complaint(here, 2, "-: ");
}

TEST_CASE("tool input: a bad FILE does not stop the others, and the worst status counts") {
    auto const here = test::data_directory();
    struct {
        std::vector<std::string> files;
        std::string_view subjects;
        std::size_t complaints;
        int status;
    } const table[] = {
        {{"missing.mbox", "demo.mbox:1"}, "Subject: I still have the keys to the light\n", 1, 2},
        {{"maildir:1", "missing.mbox", "maildir:3"},
         "Subject: Read\nSubject: Just delivered\n",
         1,
         2},
        {{"maildir:1", "maildir:4", "maildir:3"}, "Subject: Read\nSubject: Just delivered\n", 1, 1},
        {{"maildir:9", "missing.mbox", "maildir:1"}, "Subject: Read\n", 2, 2},
        {{"missing.mbox", "maildir:9", "missing.eml"}, "", 3, 2},
        {{"empty.eml", "maildir:1"}, "Subject: Read\n", 0, 0},
    };
    for (auto const& row : table) {
        auto arguments = row.files;
        arguments.insert(arguments.begin(), {"headers", "--name", "Subject"});
        auto const got = test::run(arguments, {.directory = here});
        REQUIRE_SAME(got.command, got.status, row.status);
        REQUIRE_SAME(got.command, without_names(got.out), row.subjects);
        REQUIRE_SAME(got.command, test::lines_of(got.err).size(), row.complaints);
    }
}

TEST_CASE("tool input: an unreadable message of a Maildir does not stop the others") {
    if (!std::filesystem::exists("/proc/self/mem")) return;
    test::temporary_directory const directory;
    directory.file("M/cur/1.a", "Subject: 1\n");
    directory.file("M/cur/3.c", "Subject: 3\n");
    std::filesystem::create_symlink("/proc/self/mem", directory.path("M/cur/2.b"));
    auto const got = test::run({"headers", directory.path("M")});
    REQUIRE_SAME(got.command, got.status, 2);
    REQUIRE_SAME(got.command, without_names(got.out), "Subject: 1\nSubject: 3\n");
    test::check_one_line(got, "2.b");
    auto const third = test::run({"headers", directory.path("M:3")}); // it keeps its number
    REQUIRE_SAME(third.command, third.out, "Subject: 3\n");
}

TEST_CASE("tool input: a file that is not a regular file is read as a stream") {
    test::temporary_directory const directory;
    auto const demo = test::contents(test::data_file("demo.mbox"));
    {
        writer const fifo{directory.path("fifo"), demo};
        test::check_output(test::run({"count", directory.path("fifo")}), "12\n");
    }
    {
        writer const fifo{directory.path("fifo2"), demo};
        REQUIRE_SAME("fifo2:12", subjects({directory.path("fifo2:12")}),
                     subjects({test::data_file("demo.mbox:12")}));
    }
    test::check_output(test::run({"count", "/dev/null"}), "0\n");
    if (!std::filesystem::exists("/proc/self/status")) return;
    auto const got = test::run({"headers", "--name", "Threads", "/proc/self/status"});
    test::check_output(got, "Threads: 1\n");
}

TEST_CASE("tool input: a stream and an entry longer than the window") {
    std::string octets;
    for (int i = 0; i < 3; ++i)
        octets +=
            "From x\nSubject: " + std::to_string(i) + "\n\n" + std::string(900000, 'x') + "\n\n";
    octets +=
        "From x\nSubject: long\n\n" + std::string(3 << 20, 'x') + "\n\nFrom x\nSubject: end\n";
    test::temporary_directory const directory;
    auto const file = directory.file("large", octets);
    auto const piped = subjects({"-"}, {.input = octets});
    REQUIRE_SAME("piped", piped,
                 "Subject: 0\nSubject: 1\nSubject: 2\nSubject: long\nSubject: end\n");
    REQUIRE_SAME("file", subjects({file}), piped);
    auto const listed = without_names(test::run({"ls", file}).out);
    REQUIRE_SAME("ls", without_names(test::run({"ls", "-"}, {.input = octets}).out), listed);
}

TEST_CASE("tool input: a stream is read no further than necessary") {
    auto const octets =
        "From x\nSubject: first\n\nFrom x\nSubject: second\n\n" + std::string(8 << 20, 'x');
    for (auto const& arguments : {std::vector<std::string>{"headers", "-:1"},
                                  std::vector<std::string>{"headers", "--range", "0", "9", "-"}}) {
        auto const got = test::run(arguments, {.input = octets});
        test::check_output(got, "Subject: first\n");
        REQUIRE_SAME(got.command, got.fed < octets.size(), true);
    }
}

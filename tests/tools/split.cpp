#include "../../tools/split.hpp"

#include "../../tools/input.hpp"
#include "../locked_path.hpp"
#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <sys/stat.h>

namespace {

/// A small mailbox, to try every cut.
constexpr std::string_view small = "\nFrom a\nA: 1\n\nx\n\nFrom b\r\nB: 2\r\n\r\n\r\nFrom c\nC:\n\n"
                                   "\nFrom d\nD:4\n\nFrom \nE:\n>From ";

/// Lines of ls without the names of the messages, and objects of json without their index. Shares do not know
/// them.
std::string without_numbers(std::string_view text) {
    std::string result;
    for (auto line : test::lines_of(text)) {
        if (line.starts_with('{')) {
            auto const at = line.find("\"index\":");
            line.erase(at, line.find(',', at) - at);
        } else {
            line.erase(0, line.find('\t'));
        }
        result += line + '\n';
    }
    return result;
}

std::string printed(std::vector<std::string> const& arguments, test::setup const& with = {}) {
    auto const got = test::run(arguments, with);
    REQUIRE_SAME(got.command, got.status, 0);
    return without_numbers(got.out);
}

/// The offsets of the messages in a range.
std::vector<std::uint64_t> offsets(std::string const& file, foldwise::mbox_options const& mbox,
                                   foldwise::byte_range range) {
    std::vector<std::uint64_t> result;
    tool::options options;
    options.range = range;
    options.mbox = mbox;
    tool::standard_output out;
    tool::progress progress{0};
    tool::message_user const use = [&](tool::found const& found) {
        result.push_back(found.entry.message_offset());
    };
    tool::reader{options, out, progress, file, use}.read();
    return result;
}

struct mailbox {
    std::string_view name;
    foldwise::mbox_options how;
};

constexpr mailbox mailboxes[] = {
    {"crlf.mbox", {}},
    {"leading-empty-line.mbox", {}},
    {"no-final-line-ending.mbox", {}},
    {"mboxo.mbox", {foldwise::mbox_format::mboxo, {}}},
    {"mboxcl.mbox", {foldwise::mbox_format::mboxcl, {}}},
    {"mboxcl2.mbox", {foldwise::mbox_format::mboxcl2, {}}},
    {"mboxcl2-bad-length.mbox", {foldwise::mbox_format::mboxcl2, {}}},
    {"any-separator.mbox", {{}, foldwise::mbox_separator::any}},
    {"dated.mbox", {{}, foldwise::mbox_separator::dated}},
    {"single.eml", {}},
};

} // namespace

TEST_CASE("tool split: ranges are adjacent") {
    test::temporary_directory const directory;
    directory.file("ten", "0123456789");
    directory.file("two", "01");
    directory.file("none", "");
    test::setup const with{.directory = directory.path()};
    test::check_output(test::run({"split", "--shards", "3", "ten"}, with),
                       "ten\t0\t4\nten\t4\t7\nten\t7\t10\n");
    test::check_output(test::run({"split", "--shards=1", "ten"}, with), "ten\t0\t10\n");
    test::check_output(test::run({"split", "ten", "two", "none", "--shards", "3"}, with),
                       "ten\t0\t4\nten\t4\t7\nten\t7\t10\n"
                       "two\t0\t1\ntwo\t1\t2\ntwo\t2\t2\n"
                       "none\t0\t0\nnone\t0\t0\nnone\t0\t0\n");
}

TEST_CASE("tool split: its ranges and shares contain each message once, in order") {
    struct {
        std::string name;
        std::vector<int> shards;
    } const table[] = {{"demo.mbox", {1, 3, 7, 40}}, {"crlf.mbox", {2, 5}}, {"single.eml", {3}}};
    for (auto const& row : table) {
        auto const file = test::data_file(row.name);
        for (std::string const command : {"ls", "json"}) {
            auto const whole = printed({command, file});
            for (int const shards : row.shards) {
                auto const n = std::to_string(shards);
                auto const split = test::run({"split", "--shards", n, file});
                REQUIRE_SAME(split.command, split.status, 0);
                std::string by_range;
                std::string by_share;
                int k = 0;
                for (auto const& line : test::lines_of(split.out)) {
                    auto const tab = line.find('\t');
                    auto const second = line.find('\t', tab + 1);
                    REQUIRE_SAME(line, line.substr(0, tab), file);
                    by_range += printed({command, "--range", line.substr(tab + 1, second - tab - 1),
                                         line.substr(second + 1), file});
                    by_share += printed({command, "--shard", std::to_string(++k) + '/' + n, file});
                }
                REQUIRE_SAME(split.command, k, shards);
                test::check_lines(command + " by range, " + split.command, by_range, whole);
                test::check_lines(command + " by share, " + split.command, by_share, whole);
            }
        }
    }
}

TEST_CASE("tool split: the shares of a Maildir contain each message, with its number") {
    auto const box = test::data_file("maildir");
    for (std::string const command : {"ls", "json"}) {
        auto const whole = test::run({command, box}).out;
        for (int const shares : {1, 2, 3, 4}) {
            std::string joined;
            for (int k = 1; k <= shares; ++k) {
                auto const share = std::to_string(k) + '/' + std::to_string(shares);
                joined += test::run({command, "--shard", share, box}).out;
            }
            test::check_lines(command + " in " + std::to_string(shares), joined, whole);
        }
    }
}

TEST_CASE("tool split: every cut of a small mailbox") {
    test::temporary_directory const directory;
    directory.file("small", small);
    auto const whole = printed({"json", "small"}, {.directory = directory.path()});
    auto const end = std::to_string(small.size());
    REQUIRE_SAME(small, test::lines_of(whole).size(), 5u);
    for (std::size_t at = 0; at <= small.size(); ++at) {
        auto const cut = std::to_string(at);
        for (bool const piped : {false, true}) {
            auto const part = [&](std::string const& first, std::string const& last) {
                test::setup with{.directory = directory.path()};
                if (piped) with.input = std::string{small};
                with.chunk = 3;
                auto text = printed({"json", piped ? "-" : "small", "--range", first, last}, with);
                for (auto name = text.find("\"-\""); name != text.npos; name = text.find("\"-\""))
                    text.replace(name, 3, "\"small\"");
                return text;
            };
            auto const row = "cut at " + cut + (piped ? " of a pipe" : "");
            test::check_lines(row, part("0", cut) + part(cut, end), whole);
        }
    }
}

TEST_CASE("tool split: every cut of the test mailboxes") {
    for (auto const& [name, how] : mailboxes) {
        auto const file = test::data_file(name);
        auto const size = test::contents(file).size();
        auto const whole = offsets(file, how, {});
        for (std::size_t cut = 0; cut <= size; ++cut) {
            auto parts = offsets(file, how, {0, cut});
            for (auto const offset : offsets(file, how, {cut, size})) parts.push_back(offset);
            if (parts != whole) {
                REQUIRE_SAME(std::string{name} + " cut at " + std::to_string(cut), parts.size(),
                             whole.size());
                break;
            }
        }
    }
}

TEST_CASE("tool split: errors for input that cannot be split") {
    test::temporary_directory const directory;
    std::filesystem::create_directories(directory.path("folder"));
    struct {
        std::vector<std::string> arguments;
        std::string_view problem;
    } const table[] = {
        {{"split", "--shards", "2", "missing"}, "missing"},
        {{"split", "--shards", "2", "-"}, "-: "},
        {{"split", "--shards", "2", test::data_file("maildir")}, "maildir"},
        {{"split", "--shards", "2", "folder"}, "folder"},
        {{"split", "--shards", "2", "/dev/null"}, "/dev/null: not a file but"},
        {{"split", "--shards", "2", "fifo"}, "fifo: not a file but a FIFO"},
        {{"split", "--shards", "2", "packed"}, "unpack it first: gzip -dc FILE >NEW"},
        {{"split", "--shards", "2", "wide"}, "wide: text in UTF-16"},
        {{"split", "--shards", "2", test::data_file("demo.mbox:2")}, "demo.mbox:2"},
        {{"ls", "--shard", "1/2", "-"}, "-: "},
        {{"ls", "--shard", "1/2", "/dev/null"}, "/dev/null"},
    };
    directory.file("packed", "\x1F\x8B\x08");
    directory.file("wide", std::string_view{"S\0u\0b\0j\0", 8});
    REQUIRE_SAME("fifo", ::mkfifo(directory.path("fifo").c_str(), 0600), 0);
    for (auto const& row : table)
        test::check_complaint(
            test::run(row.arguments, {.input = "To: a\n", .directory = directory.path()}), 2,
            row.problem);
    directory.file("ten", "0123456789");
    auto const got =
        test::run({"split", "--shards", "1", "missing", "ten"}, {.directory = directory.path()});
    REQUIRE_SAME(got.command, got.status, 2);
    REQUIRE_SAME(got.command, got.out, "ten\t0\t10\n");
    test::check_one_line(got, "missing");
    test::locked_path const locked{directory.path("ten")};
    if (!locked.holds()) return;
    test::check_complaint(
        test::run({"split", "--shards", "1", "ten"}, {.directory = directory.path()}), 2,
        "ten: Permission denied");
}

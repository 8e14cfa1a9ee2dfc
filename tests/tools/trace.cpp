#include "../../tools/trace.hpp"

#include "../support.hpp"
#include "display.hpp"
#include "files.hpp"
#include "on_terminals.hpp"
#include "run.hpp"

#include <cstdint>
#include <limits>

namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

struct duration_row {
    std::int64_t seconds;
    std::string_view human;
    std::string_view brief;
};

constexpr duration_row durations[] = {
    {0, "0 s", "0 s"},
    {3, "3 s", "3 s"},
    {59, "59 s", "59 s"},
    {minute, "1 min", "1.0 min"},
    {2 * minute + 5, "2 min 5 s", "2.1 min"},
    {59 * minute + 59, "59 min 59 s", "60 min"},
    {hour, "1 h", "1.0 h"},
    {hour + 59, "1 h", "1.0 h"},
    {hour + 4 * minute, "1 h 4 min", "1.1 h"},
    {day - 1, "23 h 59 min", "24 h"},
    {3 * day, "3 d", "3.0 d"},
    {3 * day + 2 * hour, "3 d 2 h", "3.1 d"},
    {1000 * day, "1000 d", "1000 d"},
};

/// A message with hops, the newest first, each "FROM BY SECONDS" after 10:00:00.
std::string message_with(std::vector<std::string> const& hops) {
    std::string text;
    for (auto const& hop : hops) text.append("Received: ").append(hop).append("\n");
    return text + "Subject: s\n\n";
}

std::string at(int minutes, int seconds) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "; Mon, 15 Dec 2014 10:%02d:%02d +0000", minutes, seconds);
    return buffer;
}

struct row {
    std::string_view from;
    std::vector<std::string> hops;
    std::string_view drawing; // in ASCII, without the space on the left; a bar is "#"
};

std::vector<row> const table = {
    {"one hop", {"from a by b with SMTP" + at(0, 0)}, "1  a -> b  SMTP\nin all, 1 hop\n"},
    {"partial hops",
     {"by d" + at(1, 5), "from c (c [192.0.2.3])" + at(0, 0), "(qmail 1 invoked)" + at(0, 0)},
     "1  - -> -\n2  0 s  c [192.0.2.3] -> -\n3  1 min 5 s  - -> d\n#\n1 min 5 s  in all, 3 hops\n"},
    {"names that differ",
     {"from pc17 (a.example [192.0.2.1]) by b" + at(0, 1),
      "from [192.0.2.9] (helo=pc18) by a" + at(0, 0)},
     "1  pc18 [192.0.2.9] -> a\n2  1 s  pc17 (a.example [192.0.2.1]) -> b\n#\n1 s  in all, 2 "
     "hops\n"},
    {"skew",
     {"by c" + at(1, 0), "by b" + at(0, 30), "by a" + at(0, 40)},
     "1  - -> a\n2  -10 s  - -> b\nclock skew: dated before the previous hop\n3  30 s  - -> c\n#\n"
     "20 s  in all, 3 hops\n"},
    {"no dates",
     {"by c; never", "by b; Mon, 15 Dec 2014 10:00:00", "by a" + at(0, 0)},
     "1  - -> a\n2  zone?  - -> b\n3  no date  - -> c\n?  in all, 3 hops\n"},
    {"a date after a hop without one",
     {"by b" + at(0, 0), "by a"},
     "1  no date  - -> a\n2  ?  - -> b\n?  in all, 2 hops\n"},
    {"controls are shown",
     {"from \x1B[31m] by a\x07 with \x9B" + at(0, 0)},
     "1  ^[ -> a^G  ?\nin all, 1 hop\n"},
};

/// The drawing without the widths of columns and bars, which the golden files check.
std::string without_space(std::string_view text) {
    std::string result;
    for (auto const& line : test::lines_of(text)) {
        auto const first = line.find_first_not_of(' ');
        auto const words = line.substr(first == line.npos ? line.size() : first);
        if (words.starts_with('#')) {
            REQUIRE_SAME(line, words.find_first_not_of('#'), words.npos);
            result += "#\n";
            continue;
        }
        bool is_column = true; // number and delay: a run of spaces is one gap
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (is_column && words.substr(i).starts_with("   ")) continue;
            result += words[i];
        }
        result += '\n';
    }
    return result;
}

/// "a7": one of many hosts.
std::string host(int number) { return std::string{"a"}.append(std::to_string(number)); }

/// A mailbox of messages, each with one link that takes some seconds.
std::string mailbox_of(std::vector<std::pair<std::string, int>> const& links) {
    std::string text;
    for (auto const& [hosts, seconds] : links)
        text +=
            "From x\n" + message_with({hosts + at(seconds / 60, seconds % 60), "by o" + at(0, 0)});
    return text;
}

} // namespace

TEST_CASE("tool trace: human-readable durations") {
    for (auto const& row : durations) {
        REQUIRE_SAME(row.human, tool::human_duration(row.seconds), row.human);
        REQUIRE_SAME(row.human, tool::short_duration(row.seconds), row.brief);
        if (row.seconds == 0) continue;
        REQUIRE_SAME(row.human, tool::human_duration(-row.seconds), '-' + std::string{row.human});
    }
    auto const least = tool::human_duration(std::numeric_limits<std::int64_t>::min());
    REQUIRE_SAME(least, least, std::string{"-106751991167300 d 15 h"});
}

TEST_CASE("tool trace: the median, exact or within 3 %") {
    for (std::uint64_t const value :
         {0u, 1u, 63u, 64u, 65u, 100u, 127u, 128u, 3600u, 86400u, 1000000u, 4000000000u}) {
        tool::delay_counts counts;
        for (int i = 0; i < 3; ++i) counts.add(value);
        counts.add(value * 2 + 1);
        auto const median = counts.median();
        auto const off = median > value ? median - value : value - median;
        REQUIRE_SAME(value, off * 100 <= value * 3 + (value < 64 ? 0u : 50u), true);
        REQUIRE_SAME(value, counts.count(), 4u);
    }
    tool::delay_counts counts;
    for (std::uint64_t i = 1; i <= 9; ++i) counts.add(i % 5 * 10);
    REQUIRE_SAME("0 10 10 20 20 30 30 40 40", counts.median(), 20u);
    counts.add(std::numeric_limits<std::uint64_t>::max());
    REQUIRE_SAME("the shorter one of two", counts.median(), 20u);
}

TEST_CASE("tool trace: the links that are kept if there are too many") {
    tool::link_table links;
    for (int i = 0; i < 10000; ++i) {
        links.add(host(i), "b", i == 77 ? 5000u : 1u, std::to_string(i));
        links.add("slow", "b", 10, "slow");
    }
    REQUIRE_SAME("size", links.size() <= 2048, true);
    REQUIRE_SAME("forgotten", links.size() + links.forgotten_hops(), 10001u);
    auto const first = links.first(2);
    REQUIRE_SAME("first", first[0]->from, std::string{"slow"});
    REQUIRE_SAME("first", first[0]->all, 100000u);
    REQUIRE_SAME("second", first[1]->from, std::string{"a77"});
    REQUIRE_SAME("second", first[1]->slowest_label, std::string{"77"});
    REQUIRE_SAME("exact", first[0]->is_exact && first[1]->is_exact, true);
}

TEST_CASE("tool trace: the numbers of a link are exact or lower bounds") {
    // More links than are kept, each with four hops of one second, and one that begins late, with
    // hops of 30 seconds.
    tool::link_table links;
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < 3000; ++i) links.add(host(i), "b", 1, "x");
        if (round >= 2) links.add("late", "b", 30, "x");
    }
    REQUIRE_SAME("forgotten", links.forgotten_hops() != 0, true);
    std::uint64_t hops = links.forgotten_hops();
    for (auto const* const each : links.first(3000)) {
        if (each->from == "late")
            REQUIRE_SAME("late", each->all == 60 && !each->is_exact, true);
        else
            REQUIRE_SAME(each->from, each->is_exact ? each->all == 4 : each->all <= 4, true);
        REQUIRE_SAME(each->from, each->is_exact || each->all > each->missing, true);
        hops += each->delays.count();
    }
    REQUIRE_SAME("hops", hops <= 12002, true);
    REQUIRE_SAME("first", links.first(1)[0]->from, std::string{"late"});
    // Times of zero seconds tell nothing about what was forgotten.
    tool::link_table quick;
    for (int i = 0; i < 3000; ++i) quick.add(host(i), "b", 0, "x");
    for (auto const* const each : quick.first(3000)) REQUIRE_SAME(each->from, each->is_exact, true);
    // Half of them are kept, although all are equally slow.
    REQUIRE_SAME("kept", quick.first(3000).size() >= 1024, true);
}

TEST_CASE("tool trace: lower bounds are marked") {
    std::vector<std::pair<std::string, int>> hops;
    for (int i = 0; i < 3000; ++i) hops.emplace_back("from a" + std::to_string(i) + " by b", 1);
    hops.emplace_back("from late by b", 30);
    hops.emplace_back("from late by b", 30);
    auto const mailbox = mailbox_of(hops);
    auto const got = test::run({"trace", "--ascii", "-"}, {.input = mailbox});
    auto const lines = test::lines_of(got.out);
    REQUIRE_SAME(got.command, lines[0],
                 std::string{"      all      hops   median    slowest  message  from -> by"});
    REQUIRE_SAME(got.command, lines[1],
                 std::string{">=1.0 min       >=2        ?     >=30 s   -:3001  late -> b"});
    REQUIRE_SAME(got.command,
                 got.out.find(" hops of quick links that were not kept\n") != got.out.npos, true);
    REQUIRE_SAME(got.command, got.out.find("\n>=") != got.out.npos, true);
    for (int const columns : {40, 60, 80, 120}) {
        auto const shown =
            test::run({"trace", "--color=never", "-"}, {.input = mailbox, .out_columns = columns});
        for (auto const& line : test::lines_of(shown.out))
            REQUIRE_SAME(line, test::columns_of(line) <= static_cast<std::size_t>(columns), true);
        REQUIRE_SAME(shown.command, shown.out.find(">=1.0 min") != shown.out.npos, true);
    }
}

TEST_CASE("tool trace: the hops of a message") {
    for (auto const& row : table)
        for (std::string const start : {"", "From x\n"}) {
            auto const got =
                test::run({"trace", "--ascii", "-"}, {.input = start + message_with(row.hops)});
            REQUIRE_SAME(row.from, got.status, 0);
            REQUIRE_SAME(row.from, got.err, "");
            REQUIRE_SAME(row.from, without_space(got.out), row.drawing);
        }
}

TEST_CASE("tool trace: bars are proportional to the delays") {
    auto const got = test::run({"trace", "--ascii", "-"},
                               {.input = message_with({"by d" + at(2, 30), "by c" + at(0, 31),
                                                       "by b" + at(0, 1), "by a" + at(0, 0)})});
    std::vector<std::size_t> bars;
    for (auto const& line : test::lines_of(got.out))
        if (line.ends_with('#')) bars.push_back(line.size() - line.find('#'));
    CHECK(bars == std::vector<std::size_t>{1, 15, 61}); // 1 s, 30 s, 119 s in 61 columns
}

TEST_CASE("tool trace: the demonstration mailbox") {
    auto const here = test::data_directory();
    auto const all = test::run({"trace", "demo.mbox"}, {.directory = here});
    test::check_output(all, all.out);
    test::check_golden("demo.trace.txt", all.out);
    for (std::string const k : {"3", "10"}) {
        auto const one = test::run({"trace", "demo.mbox:" + k}, {.directory = here});
        test::check_output(one, one.out);
        test::check_golden("demo.trace-" + k + ".txt", one.out);
    }
    auto const shown =
        test::run({"trace", "demo.mbox", "--color=never"}, {.out_columns = 80, .directory = here});
    test::check_golden("demo.trace-80-columns.txt", shown.out);
}

TEST_CASE("tool trace: several messages, the slowest links first") {
    auto const mailbox = mailbox_of(
        {{"from a by b", 3}, {"from a by b", 5}, {"from c by b", 600}, {"from a by b", 4}});
    auto const got = test::run({"trace", "--ascii", "-"}, {.input = mailbox});
    test::check_output(got, "    all    hops   median  slowest  message  from -> by\n"
                            " 10 min       1   10 min   10 min      -:3  c -> b\n"
                            "   12 s       3      4 s      5 s      -:2  a -> b\n"
                            "\n4 messages\n8 hops\n");
    // With two files, messages are named by their file.
    test::temporary_directory const directory;
    auto const one = directory.file("one", mailbox_of({{"from a by b", 3}}));
    auto const two = directory.file("two", mailbox_of({{"from a by b", 5}}));
    auto const both = test::run({"trace", "--ascii", one, two});
    REQUIRE_SAME(both.command, both.out.find("  " + two + ":1  a -> b\n") != both.out.npos, true);
    REQUIRE_SAME(both.command, both.out.find("\n2 messages\n4 hops\n") != both.out.npos, true);
}

TEST_CASE("tool trace: data missing from the table is counted") {
    std::string mailbox = "From x\nSubject: no hops\n\n";
    mailbox += "From x\n" + message_with({"by b" + at(0, 0), "by a" + at(0, 1)});
    mailbox += "From x\n" + message_with({"by b", "by a" + at(0, 1)});
    auto const got = test::run({"trace", "--ascii", "-"}, {.input = mailbox});
    test::check_output(got, "3 messages\n4 hops\n"
                            "1 hop dated before the previous one (clock skew)\n"
                            "1 hop without a certain date\n"
                            "1 message without Received fields\n");
    std::vector<std::pair<std::string, int>> many;
    for (int i = 0; i < 30; ++i) many.emplace_back("from a" + std::to_string(i) + " by b", i);
    auto const rest = test::run({"trace", "-"}, {.input = mailbox_of(many)});
    REQUIRE_SAME(rest.command, test::lines_of(rest.out).size(), 25u);
    REQUIRE_SAME(rest.command, rest.out.ends_with("\n30 messages\n60 hops\n10 more links\n"), true);
}

TEST_CASE("tool trace: messages without hops, and no messages") {
    auto const none = test::run({"trace", "-"}, {.input = "Subject: s\n\n"});
    test::check_complaint(none, 1, "no Received field");
    auto const several = test::run({"trace", "-"}, {.input = "From x\nA: b\n\nFrom y\n\n"});
    test::check_complaint(several, 1, "no Received field");
    auto const empty = test::run({"trace", test::data_file("empty.eml")});
    REQUIRE_SAME(empty.command, empty.out, "");
    auto const missing = test::run({"trace", test::data_file("no such file")});
    test::check_complaint(missing, 2, "no such file");
    auto const beyond = test::run({"trace", test::data_file("demo.mbox:99")});
    test::check_complaint(beyond, 1, "no message 99");
}

TEST_CASE("tool trace: no control characters reach a terminal, and lines fit") {
    auto const hostile = message_with(
        {"from \x1B[2J]" + std::string(300, 'x') + " (\xE2\x80\xAE.example [192.0.2.1]) by \x07" +
             std::string(90, 'y') + " with \xFF\xE6\xBC\xA2\xE6\xBC\xA2" + at(59, 59),
         "by b" + at(1, 0), "by a" + at(2, 0)});
    test::temporary_directory const directory;
    auto const one = directory.file("one", hostile);
    auto const two = directory.file("two", "From x\n" + hostile + "From y\n" + hostile);
    std::vector<std::string> const files = {one, two, test::data_file("demo.mbox:3"),
                                            test::data_file("demo.mbox")};
    test::check_on_terminals("trace", files);
    auto const no_color = test::run({"trace", test::data_file("demo.mbox:3")},
                                    {.out_columns = 80, .environment = {"NO_COLOR=1"}});
    REQUIRE_SAME(no_color.command, test::has_color(no_color.out), false);
}

TEST_CASE("tool trace: a pipe as input, any file, and a closed pipe") {
    auto const demo = test::contents(test::data_file("demo.mbox"));
    auto const whole = test::run({"trace", "-"}, {.stdin_file = test::data_file("demo.mbox")});
    auto const piped = test::run({"trace", "-"}, {.input = demo, .chunk = 777});
    test::check_output(piped, whole.out);
    for (std::string const name : {"nul.eml", "bare-cr.eml", "bad-line.eml", "mixed-endings.eml",
                                   "eight-bit-header.eml", "from-line.eml", "body-only.eml"}) {
        auto const got = test::run({"trace", test::data_file(name)}, {.out_columns = 80});
        REQUIRE_SAME(got.command, got.status <= 1, true);
        REQUIRE_SAME(got.command, test::danger_in(got.out, true), std::string{});
    }
    auto const left = test::run({"trace", test::data_file("demo.mbox")}, {.reads = 0});
    REQUIRE_SAME(left.command, left.status, 0);
    REQUIRE_SAME(left.command, left.err, "");
}

TEST_CASE("tool trace: the help describes it") {
    auto const help = test::run({"--help"});
    REQUIRE_SAME(help.command, help.out.find("\n  trace ") != help.out.npos, true);
    REQUIRE_SAME(help.command, help.out.find("foldwise trace in.mbox:3") != help.out.npos, true);
}

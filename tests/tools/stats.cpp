#include "../../tools/stats.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"
#include "strict_json.hpp"

#include <string>

namespace {

std::string mailbox(unsigned messages) {
    std::string text;
    for (unsigned i = 0; i < messages; ++i) {
        text += "From x Mon Dec 15 10:00:00 2014\nFrom: A <A" + std::to_string(i % 3) +
                "@Example.org>\n";
        if (i % 2 == 0)
            text += "Date: Tue, 16 Dec 2014 0" + std::to_string(i % 10) + ":00:00 +0000\n";
        text += "\nhello\n\n";
    }
    return text;
}

} // namespace

TEST_CASE("tool stats: lines for programs") {
    auto const got = test::run({"stats", "-"}, {.input = mailbox(5)});
    test::check_output(got, "messages\t5\n"
                            "octets\t274\n"
                            "median\t70\n"
                            "largest\t70\t-:1\n"
                            "attachments\t0\n"
                            "first\t2014-12-15\n"
                            "last\t2014-12-16\n"
                            "undated\t0\n"
                            "day\t2\t2014-12-15\n"
                            "day\t3\t2014-12-16\n"
                            "size\t5\t< 1024\n"
                            "sender\t2\ta0@example.org\n"
                            "sender\t2\ta1@example.org\n"
                            "sender\t1\ta2@example.org\n"
                            "structure\t5\ttext/plain\n");
}

TEST_CASE("tool stats: without dates and senders, and with attachments") {
    auto const text = std::string{"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n"
                                  "--b\nContent-Type: application/pdf\n\nx\n--b--\n"};
    auto const got = test::run({"stats", "-"}, {.input = text});
    test::check_output(got, "messages\t1\noctets\t" + std::to_string(text.size()) + "\nmedian\t" +
                                std::to_string(text.size()) + "\nlargest\t" +
                                std::to_string(text.size()) +
                                "\t-:1\nattachments\t1\nundated\t1\nsize\t1\t< 1024\n"
                                "sender\t1\t(no address)\n"
                                "structure\t1\tmixed(text/plain, application/pdf)\n");
}

TEST_CASE("tool stats: it fits the window") {
    for (int const columns : {40, 60, 80, 120}) {
        auto const got = test::run({"stats", "demo.mbox"}, // paths are never cut
                                   {.out_columns = columns,
                                    .environment = {"NO_COLOR=1"},
                                    .directory = test::data_directory()});
        REQUIRE_SAME(got.command, got.status, 0);
        for (auto const& line : test::lines_of(got.out)) {
            std::string shown;
            auto const used = tool::terminal{false, false, 200}.append(shown, line);
            REQUIRE_SAME(line, used <= static_cast<std::size_t>(columns), true);
        }
    }
    auto const ascii =
        test::run({"stats", "--ascii", test::data_file("demo.mbox")}, {.out_columns = 80});
    for (char const octet : ascii.out)
        REQUIRE_SAME("octet", static_cast<unsigned char>(octet) < 0x80, true);
}

TEST_CASE("tool stats: JSON") {
    auto const got = test::run({"stats", "--json", test::data_file("demo.mbox")});
    REQUIRE_SAME(got.command, got.status, 0);
    REQUIRE_SAME(got.command, test::lines_of(got.out).size(), 1u);
    for (std::string_view const part :
         {"{\"messages\":12,", "\"first\":\"2014-12-15\"", "\"days\":[{\"day\":\"2014-12-15\",",
          "\"senders\":[{\"sender\":\"foe@sample.net\",\"messages\":2}", "\"other_senders\":0}"})
        REQUIRE_SAME(part, got.out.find(part.substr(0, part.size() - 1)) != got.out.npos, true);
}

TEST_CASE("tool stats: rare senders are added up") {
    std::string text;
    for (unsigned i = 0; i < 6000; ++i)
        text += "From x\nFrom: <" + std::to_string(i < 100 ? 0 : i) + "@example.org>\n\n\n";
    auto const got = test::run({"stats", "-"}, {.input = text});
    REQUIRE_SAME(got.command, got.out.find("sender\t100\t0@example.org\n") != got.out.npos, true);
    std::uint64_t sum = 0;
    for (auto const& line : test::lines_of(got.out))
        if (line.starts_with("sender\t")) sum += std::stoul(line.substr(7));
    REQUIRE_SAME(got.command, sum, 6000u);
}

TEST_CASE("tool stats: a count of a sender is exact or a lower bound") {
    // More senders than are counted one by one, four messages each, and two frequent ones, the
    // second of which begins late.
    std::string text;
    auto const add = [&text](std::string const& sender, unsigned times) {
        for (unsigned i = 0; i < times; ++i) text += "From x\nFrom: <" + sender + ">\n\n\n";
    };
    for (unsigned round = 0; round < 4; ++round) {
        add("boss@x.example", 75);
        if (round >= 2) add("mid@x.example", 20);
        for (unsigned i = 0; i < 5000; ++i) add('u' + std::to_string(i) + "@y.example", 1);
    }
    auto const got = test::run({"stats", "-"}, {.input = text});
    std::uint64_t sum = 0;
    for (auto const& line : test::lines_of(got.out)) {
        if (!line.starts_with("sender\t")) continue;
        auto const count = std::stoul(line.substr(7));
        sum += count;
        auto const label = line.substr(line.find('\t', 7) + 1);
        if (label.starts_with('u'))
            REQUIRE_SAME(line, label.ends_with("\tat least") ? count <= 4 : count == 4, true);
    }
    REQUIRE_SAME(got.command, sum, 20340u);
    for (std::string_view const part :
         {"\nsender\t300\tboss@x.example\nsender\t40\tmid@x.example\tat least\n"})
        REQUIRE_SAME(part, got.out.find(part) != got.out.npos, true);

    auto const json = test::run({"stats", "--json", "-"}, {.input = text});
    for (std::string_view const part :
         {"{\"sender\":\"boss@x.example\",\"messages\":300}",
          "{\"sender\":\"mid@x.example\",\"messages\":40,\"at_least\":true}"})
        REQUIRE_SAME(part, json.out.find(part) != json.out.npos, true);
    auto const shown =
        test::run({"stats", "--ascii", "--color=never", "-"}, {.input = text, .out_columns = 80});
    for (std::string_view const part :
         {"      300  ############  boss@x.example\n", "     >=40  #             mid@x.example\n"})
        REQUIRE_SAME(part, shown.out.find(part) != shown.out.npos, true);
}

TEST_CASE("tool stats: more senders than are counted one by one, with one message each") {
    std::string text;
    for (unsigned i = 0; i < 4097; ++i)
        text += "From x\nFrom: <u" + std::to_string(i) + "@y.example>\n\n\n";
    auto const got = test::run({"stats", "-"}, {.input = text});
    std::size_t rows = 0;
    for (auto const& line : test::lines_of(got.out))
        rows += line.starts_with("sender\t1\tu") ? 1u : 0u;
    REQUIRE_SAME(got.command, rows, 2048u);
    auto const others = got.out.find("\nsender\t2049\t\tat most 2 each\n");
    REQUIRE_SAME(got.command, others != got.out.npos, true);
    auto const json = test::run({"stats", "--json", "-"}, {.input = text});
    auto const key = json.out.find("\"other_senders\":2049,\"other_senders_at_most\":2,");
    REQUIRE_SAME(json.command, key != json.out.npos, true);
    auto const shown =
        test::run({"stats", "--ascii", "--color=never", "-"}, {.input = text, .out_columns = 80});
    for (std::string_view const part : {"        1  ############  u0@y.example\n",
                                        "     4087                (others, at most 2 each)\n"})
        REQUIRE_SAME(part, shown.out.find(part) != shown.out.npos, true);
}

TEST_CASE("tool stats: a frequent sender is found, whatever the others do") {
    // After 2,048 senders with 50 messages each, "often" has 40 messages in each round, and then so
    // many names come once that those with fewer than 50 messages are forgotten.
    tool::counts_by_name<tool::message_count> names;
    std::uint64_t all = 0;
    auto const add = [&](std::string const& name, unsigned times) {
        for (unsigned i = 0; i < times; ++i) names.of(name).add({1});
        all += times;
    };
    for (unsigned i = 0; i < 2048; ++i) add('a' + std::to_string(i), 50);
    for (unsigned round = 0; round < 100; ++round) {
        add("often", 40);
        for (unsigned i = 0; i < 2100; ++i) add(std::to_string(2100 * round + i), 1);
    }
    auto const rows = names.rows();
    REQUIRE_SAME("first", rows.empty() ? "" : rows.front().name, "often");
    REQUIRE_SAME("most", rows.front().most >= 4000, true);
    REQUIRE_SAME("bound", names.most_of_another() <= all / 1024, true);
    auto sum = names.others().messages;
    for (auto const& row : rows) sum += row.counts.messages;
    REQUIRE_SAME("sum", sum, all);
}

TEST_CASE("tool stats: no control characters reach a terminal") {
    auto const got = test::run({"stats", "-"}, {.input = "From: <\"a\x1B[2J\"@example.org>\n\n",
                                                .out_columns = 80,
                                                .environment = {"NO_COLOR=1"}});
    REQUIRE_SAME(got.command, got.out.find('\x1B') == got.out.npos, true);
    REQUIRE_SAME(got.command, got.status, 0);
}

TEST_CASE("tool stats: bad usage and empty files") {
    test::check_complaint(test::run({"stats"}), 2, "FILE");
    test::check_complaint(test::run({"stats", "missing"}), 2, "missing");
    auto const empty = test::run({"stats", test::data_file("empty.eml")});
    REQUIRE_SAME(empty.command, empty.out, "");
    REQUIRE_SAME(empty.command, empty.status, 0);
}

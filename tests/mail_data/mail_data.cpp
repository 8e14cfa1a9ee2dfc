#include <foldwise/mail_data/mail_data.hpp>

#include "../mail_files.hpp"
#include "../support.hpp"

#include <foldwise/base/line.hpp>
#include <foldwise/mail_data/dot_stuffed.hpp>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::line_ending;
using foldwise::mail_data;
using namespace std::string_view_literals;
using code = diagnostic_code;

static_assert(std::is_trivially_copyable_v<mail_data>);

struct data_row {
    std::string_view from;
    std::string_view bytes;
    std::string_view text;
    std::string_view rest;
    bool is_complete = true;
};

constexpr data_row data_table[] = {
    {"RFC 5321 section 4.1.1.4", "a: b\r\n\r\nc\r\n.\r\n", "a: b\r\n\r\nc\r\n", ""},
    {"RFC 5321 section 4.1.1.4, no mail data", ".\r\n", "", ""},
    {"RFC 5321 section 4.5.2", "..a\r\n...\r\n.\r\nQUIT\r\n", ".a\r\n..\r\n", "QUIT\r\n"},
    {"RFC 2920 section 3.1, commands that follow", "a\r\n.\r\nMAIL\r\n.\r\n", "a\r\n",
     "MAIL\r\n.\r\n"},
    {"cut off", "a\r\n..b", "a\r\n.b", "", false},
    {"cut off in the end", "a\r\n.\r", "a\r\n\r", "", false},
    {"nothing", "", "", "", false},
    {"a bare LF ends no line", "a\n.\nb\r\n.\r\n", "a\n.\nb\r\n", ""},
};

constexpr bool table_of_mail_data() {
    for (auto const& row : data_table) {
        mail_data const data{row.bytes};
        REQUIRE_SAME(row.from, data.text() == row.text, true);
        REQUIRE_SAME(row.from, data.rest(), row.rest);
        REQUIRE_SAME(row.from, data.is_complete(), row.is_complete);
        REQUIRE_SAME(row.from, data.raw().size() + data.rest().size(), row.bytes.size());
        REQUIRE_SAME(row.from, row.bytes.starts_with(data.raw()), true);
    }
    mail_data const recorded{"..a\n.\nQUIT\n", line_ending::lf};
    REQUIRE_TRUE(recorded.text() == ".a\n" && recorded.rest() == "QUIT\n");
    REQUIRE_TRUE(recorded.raw() == "..a\n.\n" && recorded.is_complete());
    REQUIRE_TRUE(!recorded.deviation());
    return true;
}
CASE("mail_data: the message, the end, and what follows", table_of_mail_data)

struct problem_row {
    std::string_view from;
    std::string_view bytes;
    diagnostic problems[4];
    std::size_t count;
};

constexpr problem_row problem_table[] = {
    {"nothing is wrong", "a\r\n..b\r\n.\r\n", {}, 0},
    {"RFC 5321 section 4.1.1.4, no end", "a\r\n", {{code::end_of_data_missing, 3, 0}}, 1},
    {"RFC 5321 section 2.3.8, LF", "a\nb\r\n.\r\n", {{code::data_bare_lf, 1, 1}}, 1},
    {"RFC 5321 section 2.3.8, CR", "a\rb\r\n.\r\n", {{code::bare_cr, 1, 1}}, 1},
    {"RFC 5321 section 2.3.8, CR CR LF", "a\r\r\n.\r\n", {{code::bare_cr, 1, 1}}, 1},
    {"RFC 5321 section 2.3.8, LF CR",
     "a\n\rb\r\n.\r\n",
     {{code::data_bare_lf, 1, 1}, {code::bare_cr, 2, 1}},
     2},
    {"RFC 5321 section 4.5.2, a dot that was not doubled",
     "a\r\n.b\r\n.\r\n",
     {{code::data_dot_not_stuffed, 3, 1}},
     1},
    {"smuggling",
     "a\n.\r\nb\r\n.\r\n",
     {{code::end_of_data_near_miss, 1, 4}, {code::data_bare_lf, 1, 1}},
     2},
    {"smuggling, cut off",
     "a\r\n.\r",
     {{code::end_of_data_near_miss, 1, 4},
      {code::bare_cr, 4, 1},
      {code::data_dot_not_stuffed, 3, 1},
      {code::end_of_data_missing, 5, 0}},
     4},
    {"a near miss after the end is not part of the data", "a\r\n.\r\n\n.\n", {}, 0},
};

constexpr bool table_of_problems() {
    for (auto const& row : problem_table) {
        std::size_t count = 0;
        mail_data const data{row.bytes};
        data.diagnose([&](diagnostic const& problem) {
            if (count < row.count) {
                REQUIRE_SAME(row.from, problem.name(), row.problems[count].name());
                REQUIRE_SAME(row.from, problem.offset, row.problems[count].offset);
                REQUIRE_SAME(row.from, problem.length, row.problems[count].length);
            }
            ++count;
        });
        REQUIRE_SAME(row.from, count, row.count);
        REQUIRE_SAME(row.from, data.deviation().has_value(), row.count != 0);
    }
    return true;
}
CASE("mail_data: what is wrong, and where", table_of_problems)

constexpr bool lines_have_a_limit() {
    char octets[1010] = {};
    for (auto& octet : octets) octet = 'x';
    auto const problem_of = [&](std::size_t size, std::string_view start, std::string_view end) {
        start.copy(octets, start.size());
        end.copy(octets + size - end.size(), end.size());
        mail_data const data{{octets, size}, end == "\n" ? line_ending::lf : line_ending::crlf};
        std::size_t found = 0;
        data.diagnose([&](diagnostic const& problem) {
            if (problem.code != code::data_line_too_long) return;
            REQUIRE_TRUE(problem.offset == 0 && problem.length == size);
            ++found;
        });
        end = std::string_view{"xx"}.substr(0, end.size());
        end.copy(octets + size - end.size(), end.size());
        return found;
    };
    REQUIRE_TRUE(problem_of(1000, "", "\r\n") == 0); // RFC 5321 section 4.5.3.1.6
    REQUIRE_TRUE(problem_of(1001, "", "\r\n") == 1);
    REQUIRE_TRUE(problem_of(1001, "..", "\r\n") == 0); // the dot that was added does not count
    REQUIRE_TRUE(problem_of(1002, "..", "\r\n") == 1);
    REQUIRE_TRUE(problem_of(998, "xx", "") == 0); // cut off before its ending
    REQUIRE_TRUE(problem_of(999, "xx", "") == 1);
    REQUIRE_TRUE(problem_of(999, "", "\n") == 0); // stands for a CRLF
    REQUIRE_TRUE(problem_of(1000, "", "\n") == 1);
    return true;
}
CASE("mail_data: a line has at most 1000 octets", lines_have_a_limit)

/// The text of a file as a client may send it: each line with CRLF, a bare CR as SP.
std::string sendable(std::string_view bytes) {
    std::string text;
    for (auto const line : foldwise::lines{bytes}) {
        for (char const octet : line.text()) text += octet == '\r' ? ' ' : octet;
        text.append("\r\n");
    }
    return text;
}

TEST_CASE("mail_data: each file comes back as it was sent, in segments too") {
    std::size_t with_dots = 0;
    auto const files =
        test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
            auto const text = sendable(bytes);
            auto const sent = foldwise::dot_stuffed{bytes}.to_string().append("QUIT\r\n");
            mail_data const data{sent};
            REQUIRE_SAME(path, data.is_complete(), true);
            REQUIRE_SAME(path, data.rest(), "QUIT\r\n");
            REQUIRE_SAME(path, data.text() == text, true);

            auto const stuffed = text.find("\r\n.");
            REQUIRE_SAME(path, data.text().contiguous().has_value(), stuffed == text.npos);
            if (stuffed != text.npos) ++with_dots;

            foldwise::end_of_data_finder finder;
            std::size_t near_misses = 0;
            for (std::size_t at = 0; !finder.found() && at < sent.size(); at += 1460)
                finder.feed(std::string_view{sent}.substr(at, 1460),
                            [&](diagnostic const&) { ++near_misses; });
            REQUIRE_SAME(path, finder.found(), true);
            REQUIRE_SAME(path, finder.size(), data.raw().size());
            bool const has_nul = bytes.find('\0') != bytes.npos;
            if (!has_nul) REQUIRE_SAME(path, near_misses, 0u);
        });
    CHECK(files >= 20);
    CHECK(with_dots != 0);
}

} // namespace

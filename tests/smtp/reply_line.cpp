#include <foldwise/smtp/reply_line.hpp>

#include "../diagnostics.hpp"
#include "../support.hpp"

namespace {

using namespace foldwise;
using enum diagnostic_code;
using enum reply_class;

static_assert(std::is_trivially_copyable_v<reply_line>);

struct row {
    std::string_view from;
    std::string_view line; // a CRLF is added
    int code;
    bool is_last;
    std::string_view text;
    std::string_view status = {};
    std::string_view after = {}; // if there is a status
};

constexpr row table[] = {
    {"RFC 5321 D.1", "220 foo.com Simple Mail Transfer Service Ready", 220, true,
     "foo.com Simple Mail Transfer Service Ready"},
    {"RFC 5321 D.1", "250-foo.com greets bar.com", 250, false, "foo.com greets bar.com"},
    {"RFC 5321 D.1", "250-8BITMIME", 250, false, "8BITMIME"},
    {"RFC 5321 D.1", "250 HELP", 250, true, "HELP"},
    {"RFC 5321 D.1", "550 No such user here", 550, true, "No such user here"},
    {"RFC 5321 D.1", "354 Start mail input; end with <CRLF>.<CRLF>", 354, true,
     "Start mail input; end with <CRLF>.<CRLF>"},
    {"RFC 5321 4.2, no text", "250", 250, true, ""},
    {"RFC 5321 4.2, no text after the space", "250 ", 250, true, ""},
    {"RFC 5321 4.2, a line without text", "250-", 250, false, ""},
    {"two spaces", "250  ok", 250, true, " ok"},
    {"a tab in the text", "250 a\tb", 250, true, "a\tb"},
    {"a hyphen in the text", "250 -ok", 250, true, "-ok"},
    {"lowest code", "200 a", 200, true, "a"},
    {"highest code", "559 a", 559, true, "a"},
    {"RFC 2034 6", "250 2.1.0 Sender <ned@ymir.claremont.edu> ok", 250, true,
     "2.1.0 Sender <ned@ymir.claremont.edu> ok", "2.1.0", "Sender <ned@ymir.claremont.edu> ok"},
    {"RFC 2034 6", "551-5.7.1 Forwarding to remote hosts disabled", 551, false,
     "5.7.1 Forwarding to remote hosts disabled", "5.7.1", "Forwarding to remote hosts disabled"},
    {"RFC 3463 2", "452 4.123.999 a", 452, true, "4.123.999 a", "4.123.999", "a"},
    {"nothing after the status code", "250 2.0.0", 250, true, "2.0.0", "2.0.0", ""},
    {"a space after the status code", "250 2.0.0 ", 250, true, "2.0.0 ", "2.0.0", ""},
    {"a tab after the status code", "250 2.0.0\tok", 250, true, "2.0.0\tok", "2.0.0", "ok"},
    {"several spaces after it", "250 2.0.0  OK  1 - gsmtp", 250, true, "2.0.0  OK  1 - gsmtp",
     "2.0.0", "OK  1 - gsmtp"},
    // What is almost an enhanced status code.
    {"two numbers", "250 2.0 ok", 250, true, "2.0 ok"},
    {"four numbers", "250 2.0.0.1 ok", 250, true, "2.0.0.1 ok"},
    {"four digits", "250 2.0.1000 ok", 250, true, "2.0.1000 ok"},
    {"two digits at the start", "250 22.0.0 ok", 250, true, "22.0.0 ok"},
    {"a dot after it", "250 2.0.0. ok", 250, true, "2.0.0. ok"},
    {"a letter after it", "250 2.0.0ok", 250, true, "2.0.0ok"},
    {"a comment after it", "250 2.0.0(ok)", 250, true, "2.0.0(ok)"},
    {"a space before it", "250  2.0.0 ok", 250, true, " 2.0.0 ok"},
    {"a number sign before it", "550 #5.1.0 Address rejected", 550, true,
     "#5.1.0 Address rejected"},
    {"not at the start", "553 sorry (#5.7.1)", 553, true, "sorry (#5.7.1)"},
    {"an address", "250 2.0.0.127 a", 250, true, "2.0.0.127 a"},
    {"RFC 2034 4: no class for 3yz", "354 3.0.0 go", 354, true, "3.0.0 go"},
};

constexpr bool lines_are_read() {
    for (auto const& r : table) {
        test::text_buffer with_ending;
        with_ending.append(r.line);
        with_ending.append("\r\n");
        for (std::string_view const line : {r.line, std::string_view{with_ending}}) {
            auto const read = reply_line::read(line);
            REQUIRE_SAME(line, read.has_value(), true);
            if (!read) continue;
            REQUIRE_SAME(line, read->raw(), line);
            REQUIRE_SAME(line, read->code(), r.code);
            REQUIRE_SAME(line, read->is_last(), r.is_last);
            REQUIRE_SAME(line, read->text(), r.text);
            REQUIRE_SAME(line, read->status().has_value(), !r.status.empty());
            if (read->status()) REQUIRE_SAME(line, read->status()->is(r.status), true);
            REQUIRE_SAME(line, read->text_after_status(), r.status.empty() ? r.text : r.after);
            REQUIRE_SAME(line, read->deviation().has_value(), false);
        }
    }
    return true;
}
CASE("reply_line: codes, texts and enhanced status codes", lines_are_read)

constexpr bool the_first_digit_has_a_meaning() {
    REQUIRE_TRUE(reply_line::read("299 a")->code_class() == positive_completion);
    REQUIRE_TRUE(reply_line::read("200")->code_class() == positive_completion);
    REQUIRE_TRUE(reply_line::read("354")->code_class() == positive_intermediate);
    REQUIRE_TRUE(reply_line::read("421-a")->code_class() == transient_negative);
    REQUIRE_TRUE(reply_line::read("550 a")->code_class() == permanent_negative);
    return true;
}
CASE("reply_line: what the first digit means", the_first_digit_has_a_meaning)

constexpr bool other_lines_are_errors() {
    for (std::string_view const line : {"",
                                        " ",
                                        "2",
                                        "25",
                                        "25 ",
                                        "2500",
                                        "2500 a",
                                        "250a",
                                        "250.",
                                        "250,ok",
                                        "250:ok",
                                        " 250 ok",
                                        "150 a",
                                        "650 a",
                                        "050 a",
                                        "950 a",
                                        "+50 a",
                                        "2 0 a",
                                        "25a a",
                                        "-250 a",
                                        "EHLO a",
                                        "S: 250 ok",
                                        "HTTP/1.1 200 OK",
                                        "\357\273\277250 ok",
                                        "250\rok",
                                        "250\r",
                                        "250\n\n",
                                        "250 a\r\n250 b",
                                        "250 a\r\n\r\n",
                                        "25\xB0 a"}) {
        auto const read = reply_line::read(line);
        REQUIRE_SAME(line, read.has_value(), false);
        if (read) continue;
        diagnostic const problem{reply_line_malformed, 0, without_ending(line).size()};
        REQUIRE_SAME(line, read.error() == problem, true);
    }
    return true;
}
CASE("reply_line: lines that are not replies", other_lines_are_errors)

struct problem_row {
    std::string_view line;
    diagnostic problem; // the only one
};

constexpr problem_row problems[] = {
    {"260 a", {reply_code_range, 0, 3}},
    {"599-a\r\n", {reply_code_range, 0, 3}},
    {"250 5.1.1 ok\r\n", {reply_status_mismatch, 4, 5}},
    {"550 2.0.0\r\n", {reply_status_mismatch, 4, 5}},
    {"550-4.7.1 a", {reply_status_mismatch, 4, 5}},
    {"354 2.0.0 go", {reply_status_mismatch, 4, 5}},
    {"354\tgo\r\n", {reply_separator, 3, 1}},
    {"250\t", {reply_separator, 3, 1}},
    {"250 ok\n", {reply_bare_lf, 6, 1}},
    {"250\n", {reply_bare_lf, 3, 1}},
    {"250 a\nb\r\n", {reply_bare_lf, 5, 1}},
    {"250 a\n250 b", {reply_bare_lf, 5, 1}},
    {"250 a\rb\r\n", {bare_cr, 5, 1}},
    {"250 a\r\r\n", {bare_cr, 5, 1}},
    {"250 a\r", {bare_cr, 5, 1}},
    {{"250 a\0b\r\n", 9}, {nul, 5, 1}},
    {"250 a\x1B[0m\r\n", {reply_text_octet, 5, 1}},
    {"250 a\x7F", {reply_text_octet, 5, 1}},
    {"250 \xC3\xA9t\r\n", {reply_text_utf8, 4, 2}},
    {"250 \xE4\xBD\xA0\xE5\xA5\xBD", {reply_text_utf8, 4, 6}},
    {"250 \xE9t\xC3", {reply_text_octet, 4, 1}},
    {"250 \xC3\xA9\xFF\r\n", {reply_text_octet, 4, 3}},
    {"250 \xC3", {reply_text_octet, 4, 1}},
};

constexpr bool problems_are_reported() {
    for (auto const& r : problems) {
        auto const read = reply_line::read(r.line);
        REQUIRE_SAME(r.line, read.has_value(), true);
        if (!read) continue;
        REQUIRE_SAME(r.line, read->deviation() == r.problem, true);
    }
    std::size_t count = 0;
    reply_line::read("260 \xE9 5\n")->diagnose([&count](diagnostic const&) { ++count; });
    REQUIRE_TRUE(count == 3);
    return true;
}
CASE("reply_line: problems", problems_are_reported)

constexpr bool a_recording_may_have_lf_only() {
    auto const read = reply_line::read("250-ok\n", line_ending::lf);
    REQUIRE_TRUE(read && read->text() == "ok" && !read->deviation());
    REQUIRE_TRUE(!reply_line::read("250 ok\r\n", line_ending::lf)->deviation());
    REQUIRE_TRUE(!reply_line::read("250 ok", line_ending::lf)->deviation());
    REQUIRE_TRUE((reply_line::read("250 a\nb\n", line_ending::lf)->deviation() ==
                  diagnostic{reply_bare_lf, 5, 1}));
    return true;
}
CASE("reply_line: LF in a recording", a_recording_may_have_lf_only)

constexpr bool lines_have_a_limit() {
    test::text_buffer line;
    line.append("250 ");
    while (std::string_view{line}.size() < 510) line.append('a');
    line.append("\r\n"); // RFC 5321 section 4.5.3.1.5: 512 octets
    REQUIRE_TRUE(!reply_line::read(line)->deviation());
    test::text_buffer longer;
    longer.append("250 ");
    while (std::string_view{longer}.size() < 512) longer.append('a');
    longer.append("\r\n");
    REQUIRE_TRUE(
        (reply_line::read(longer)->deviation() == diagnostic{reply_line_too_long, 510, 2}));
    test::text_buffer challenge; // RFC 4954 section 4: challenges may be longer
    challenge.append("334 ");
    while (std::string_view{challenge}.size() < 600) challenge.append('A');
    REQUIRE_TRUE(!reply_line::read(challenge)->deviation());
    return true;
}
CASE("reply_line: a line has at most 512 octets", lines_have_a_limit)

constexpr bool any_line_is_read() {
    return test::for_each_string(
        "25 -.\r\n", std::is_constant_evaluated() ? 3 : 6, [](std::string_view line) {
            auto const read = reply_line::read(line);
            if (!read) {
                REQUIRE_SAME(line, read.error().length, without_ending(line).size());
                return true;
            }
            auto const text = read->text();
            REQUIRE_SAME(line, offset_of(line, text) + text.size(), without_ending(line).size());
            REQUIRE_SAME(line, text.ends_with(read->text_after_status()), true);
            read->diagnose([line](diagnostic const& problem) {
                REQUIRE_SAME(line, problem.offset + problem.length <= line.size(), true);
            });
            return true;
        });
}
CASE("reply_line: any line is read", any_line_is_read)

TEST_CASE("reply_line: the reporter is not copied") {
    test::still_reporter reporter;
    reply_line::read("260 a")->diagnose(reporter);
    CHECK(reporter.count == 1);
}

} // namespace

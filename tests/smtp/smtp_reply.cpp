#include <foldwise/smtp/smtp_reply.hpp>

#include "../diagnostics.hpp"
#include "../support.hpp"

#include <ranges>

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(std::is_trivially_copyable_v<smtp_reply>);
static_assert(std::ranges::forward_range<reply_lines>);
static_assert(std::ranges::borrowed_range<reply_lines> && std::ranges::view<reply_lines>);

struct row {
    std::string_view from;
    std::string_view reply; // with LF
    int code;
    std::size_t lines;
    std::string_view last; // the text of the last line
    std::string_view status = {};
};

constexpr row table[] = {
    {"RFC 5321 D.1", "250 OK\n", 250, 1, "OK"},
    {"RFC 5321 D.1", "250-foo.com greets bar.com\n250-8BITMIME\n250-SIZE\n250-DSN\n250 HELP\n", 250,
     5, "HELP"},
    {"RFC 5321 4.2.1",
     "250-First line\n250-Second line\n250-234 Text beginning with numbers\n"
     "250 The last line\n",
     250, 4, "The last line"},
    {"RFC 2034 6",
     "551-5.7.1 Forwarding to remote hosts disabled\n551 5.7.1 Select another host to act as your "
     "forwarder\n",
     551, 2, "5.7.1 Select another host to act as your forwarder", "5.7.1"},
    {"lines without text", "250-\n250-\n250\n", 250, 3, ""},
    {"the last line without text", "250-a\n250 \n", 250, 2, ""},
    {"a status code in the second line", "550-a\n550 5.1.1 b\n", 550, 2, "5.1.1 b", "5.1.1"},
    {"a status code in the first line", "550-5.1.1 a\n550 b\n", 550, 2, "b", "5.1.1"},
};

constexpr bool has_row(row const& r, std::string_view bytes, std::string_view after,
                       line_ending ending) {
    auto const read = smtp_reply::read(bytes, ending);
    REQUIRE_SAME(r.from, read.has_value(), true);
    if (!read) return false;
    REQUIRE_SAME(r.from, read->is_complete(), true);
    REQUIRE_SAME(r.from, read->raw().size() + after.size(), bytes.size());
    REQUIRE_SAME(r.from, read->rest(), after);
    REQUIRE_SAME(r.from, read->code() == r.code, true);
    REQUIRE_SAME(r.from, read->is_positive(), r.code == 250);
    REQUIRE_SAME(r.from, read->last().text(), r.last);
    REQUIRE_SAME(r.from, read->status().has_value(), !r.status.empty());
    if (read->status()) REQUIRE_SAME(r.from, read->status()->is(r.status), true);
    REQUIRE_SAME(r.from, read->deviation().has_value(), false);
    std::size_t lines = 0;
    std::size_t octets = 0;
    for (auto const line : read->lines()) {
        ++lines;
        octets += line.raw().size();
        REQUIRE_SAME(r.from, line.code(), r.code);
        REQUIRE_SAME(r.from, line.is_last(), lines == r.lines);
    }
    REQUIRE_SAME(r.from, lines, r.lines);
    REQUIRE_SAME(r.from, octets, read->raw().size());
    return true;
}

constexpr bool replies_are_read() {
    for (auto const& r : table)
        for (std::string_view const after : {"", "221 bye\n", "junk\n"}) {
            test::text_buffer bytes;
            bytes.append(r.reply);
            bytes.append(after);
            has_row(r, bytes, after, line_ending::lf);
            auto const crlf_after = test::with_crlf(after);
            auto const crlf = test::with_crlf(bytes);
            has_row(r, crlf, crlf_after, line_ending::crlf);
            has_row(r, crlf, crlf_after, line_ending::lf);
        }
    return true;
}
CASE("smtp_reply: replies of one and several lines", replies_are_read)

struct problem_row {
    std::string_view bytes;
    std::size_t size; // of the reply
    bool is_complete;
    int code;           // 0 if there is none
    diagnostic problem; // the gravest
};

constexpr problem_row problems[] = {
    // Lines with different codes: RFC 5321 section 4.2.1 forbids them.
    {"250-a\r\n550 b\r\n", 14, true, 0, {reply_code_differs, 7, 3}},
    {"550-a\r\n250 b\r\n", 14, true, 0, {reply_code_differs, 7, 3}},
    {"250-a\r\n251 b\r\n", 14, true, 0, {reply_code_differs, 7, 3}},
    {"354-a\r\n250 b\r\n", 14, true, 0, {reply_code_differs, 7, 3}},
    {"250-a\r\n251-b\r\n250 c\r\n", 21, true, 0, {reply_code_differs, 7, 3}},
    {"250-a\r\n250-b\r\n550 c\r\n", 21, true, 0, {reply_code_differs, 14, 3}},
    {"250-a\r\n550-b\r\n", 14, false, 0, {reply_code_differs, 7, 3}},
    {"550-5.1.1 a\r\n550 5.1.2 b\r\n", 26, true, 550, {reply_status_differs, 17, 5}},
    {"550-5.1.1 a\r\n450 4.1.1 b\r\n", 26, true, 0, {reply_code_differs, 13, 3}},
    // A reply whose last line is missing.
    {"250-a\r\n", 7, false, 250, {reply_not_complete, 7, 0}},
    {"250-a\r\n250", 10, false, 250, {reply_not_complete, 10, 0}},
    {"250-a\r\n25", 7, false, 250, {reply_not_complete, 7, 0}},
    {"250 a", 5, false, 250, {reply_not_complete, 5, 0}},
    {"250-a", 5, false, 250, {reply_not_complete, 5, 0}},
    {"250-a\r\nb\r\n250 c\r\n", 7, false, 250, {reply_not_complete, 7, 0}},
    {"250-a\r\nQUIT\r\n221 b\r\n", 7, false, 250, {reply_not_complete, 7, 0}},
    {"250-a\r\n\r\n250 c\r\n", 7, false, 250, {reply_not_complete, 7, 0}},
    // Only CRLF ends a line on the wire.
    {"250 a\n250 b\r\n", 13, true, 250, {reply_bare_lf, 5, 1}},
    {"250 a\n", 6, false, 250, {reply_bare_lf, 5, 1}},
    {"250-a\n250 b\r\n", 13, false, 250, {reply_bare_lf, 5, 1}},
    {"250-a\r250 b\r\n", 13, false, 250, {bare_cr, 5, 1}},
    {"250-a\r\n250 b\r\r\n", 15, true, 250, {bare_cr, 12, 1}},
};

constexpr bool problems_are_reported() {
    for (auto const& r : problems) {
        auto const read = smtp_reply::read(r.bytes);
        REQUIRE_SAME(r.bytes, read.has_value(), true);
        if (!read) continue;
        REQUIRE_SAME(r.bytes, read->raw().size(), r.size);
        REQUIRE_SAME(r.bytes, read->rest().size(), r.bytes.size() - r.size);
        REQUIRE_SAME(r.bytes, read->is_complete(), r.is_complete);
        REQUIRE_SAME(r.bytes, read->code().value_or(0), r.code);
        REQUIRE_SAME(r.bytes, read->code_class().has_value(), r.code != 0);
        if (read->code_class())
            REQUIRE_SAME(r.bytes, *read->code_class() == static_cast<reply_class>(r.code / 100),
                         true);
        REQUIRE_SAME(r.bytes, read->is_positive(), r.is_complete && r.code / 100 == 2);
        REQUIRE_SAME(r.bytes, read->deviation() == r.problem, true);
    }
    REQUIRE_TRUE(!smtp_reply::read("550-5.1.1 a\r\n450 4.1.1 b\r\n")->status());
    return true;
}
CASE("smtp_reply: problems", problems_are_reported)

constexpr bool other_bytes_are_errors() {
    REQUIRE_TRUE((smtp_reply::read("").error() == diagnostic{reply_line_malformed, 0, 0}));
    REQUIRE_TRUE((smtp_reply::read("\r\n").error() == diagnostic{reply_line_malformed, 0, 0}));
    REQUIRE_TRUE((smtp_reply::read("25").error() == diagnostic{reply_line_malformed, 0, 2}));
    REQUIRE_TRUE(
        (smtp_reply::read("QUIT\r\n221 b\r\n").error() == diagnostic{reply_line_malformed, 0, 4}));
    REQUIRE_TRUE(
        (smtp_reply::read("a\n250 b\r\n").error() == diagnostic{reply_line_malformed, 0, 7}));
    return true;
}
CASE("smtp_reply: bytes that do not start with a reply", other_bytes_are_errors)

constexpr bool pipelined_replies_follow_each_other() { // RFC 2920
    std::string_view bytes = "250 2.1.0 ok\r\n550-5.1.1 a\r\n550 5.1.1 b\r\n354 go\r\n25";
    int const codes[] = {250, 550, 354};
    for (int const code : codes) {
        auto const reply = smtp_reply::read(bytes);
        REQUIRE_TRUE(reply && reply->is_complete() && reply->code() == code);
        if (!reply) return false;
        bytes = reply->rest();
    }
    REQUIRE_TRUE(!smtp_reply::read(bytes));
    return true;
}
CASE("smtp_reply: replies follow each other", pipelined_replies_follow_each_other)

constexpr bool any_bytes_are_read() {
    return test::for_each_string(
        "5 -\r\n", std::is_constant_evaluated() ? 2 : 6, [](std::string_view rest) {
            test::text_buffer text;
            text.append("55"); // so that most are replies
            text.append(rest);
            std::string_view const bytes = text;
            for (auto const ending : {line_ending::crlf, line_ending::lf}) {
                auto const read = smtp_reply::read(bytes, ending);
                if (!read) continue;
                REQUIRE_SAME(bytes, read->raw().size() + read->rest().size(), bytes.size());
                std::size_t octets = 0;
                bool is_last = false;
                for (auto const line : read->lines()) {
                    REQUIRE_SAME(bytes, is_last, false); // no line after it
                    octets += line.raw().size();
                    is_last = line.is_last();
                }
                REQUIRE_SAME(bytes, octets, read->raw().size());
                REQUIRE_SAME(bytes, !read->is_complete() || is_last, true);
                bool is_reported = false;
                read->diagnose([&](diagnostic const& problem) {
                    REQUIRE_SAME(bytes, problem.offset + problem.length <= octets, true);
                    is_reported = is_reported || problem.code == reply_not_complete;
                });
                REQUIRE_SAME(bytes, is_reported, !read->is_complete());
            }
            return true;
        });
}
CASE("smtp_reply: any bytes are read", any_bytes_are_read)

TEST_CASE("smtp_reply: the reporter is not copied") {
    test::still_reporter reporter;
    smtp_reply::read("250-a\r\n")->diagnose(reporter);
    CHECK(reporter.count == 1);
}

} // namespace

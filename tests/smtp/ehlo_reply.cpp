#include <foldwise/smtp/ehlo_reply.hpp>

#include "../diagnostics.hpp"
#include "../support.hpp"

#include <ranges>

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(std::is_trivially_copyable_v<ehlo_reply>);
static_assert(std::ranges::forward_range<ehlo_lines>);
static_assert(std::ranges::borrowed_range<ehlo_lines> && std::ranges::view<ehlo_lines>);

constexpr std::string_view server = "250-mx.example.org at your service\n"
                                    "250-PIPELINING\n"
                                    "250-size 52428800\n"
                                    "250-AUTH PLAIN LOGIN\n"
                                    "250-AUTH=PLAIN LOGIN XOAUTH2\n"
                                    "250-LIMITS RCPTMAX=50 mailmax=0 RCPTDOMAINMAX=a\n"
                                    "250-8BITMIME\n"
                                    "250 X-OTHER 1\n";

constexpr bool extensions_are_read() {
    test::with_both_line_endings(server, [](std::string_view bytes) {
        auto const reply = smtp_reply::read(bytes, line_ending::lf);
        REQUIRE_TRUE(reply && reply->is_complete());
        ehlo_reply const ehlo{*reply};
        REQUIRE_TRUE(ehlo.raw() == bytes);
        REQUIRE_TRUE(ehlo.domain() == "mx.example.org");
        REQUIRE_TRUE(ehlo.greeting() == "at your service");
        std::size_t count = 0;
        for (auto const line : ehlo.extensions()) {
            ++count;
            REQUIRE_TRUE(ehlo.supports(line.keyword()) && ehlo.supports(line.extension()));
        }
        REQUIRE_TRUE(count == 7);
        REQUIRE_TRUE(ehlo.supports("pipelining") && ehlo.supports("8bitmime"));
        REQUIRE_TRUE(ehlo.supports(smtp_extension::limits) && ehlo.supports("x-other"));
        REQUIRE_TRUE(!ehlo.supports("STARTTLS") && !ehlo.supports("mx.example.org"));
        REQUIRE_TRUE(!ehlo.supports(smtp_extension::start_tls) && !ehlo.supports(""));
        REQUIRE_TRUE(ehlo.supports_auth("login") && ehlo.supports_auth("XOAUTH2"));
        REQUIRE_TRUE(!ehlo.supports_auth("CRAM-MD5") && !ehlo.supports_auth("PLAI"));
        REQUIRE_TRUE(ehlo.find("auth")->raw() == "AUTH PLAIN LOGIN");
        REQUIRE_TRUE(*ehlo.size() == 52428800);
        REQUIRE_TRUE(*ehlo.limit("rcptmax") == 50);
        REQUIRE_TRUE(ehlo.limit("MAILMAX").error().code == ehlo_parameter_malformed);
        REQUIRE_TRUE(ehlo.limit("RCPTDOMAINMAX").error().code == ehlo_parameter_malformed);
        REQUIRE_TRUE(ehlo.limit("RCPT").error().code == ehlo_keyword_missing);
        REQUIRE_TRUE(ehlo.deviation()->code == ehlo_keyword_equals);
    });
    return true;
}
CASE("ehlo_reply: extensions", extensions_are_read)

struct size_row {
    std::string_view line;
    std::uint64_t size;
    diagnostic error; // if it is not read; offsets count from the start of the reply
};

constexpr size_row sizes[] = {
    {"SIZE 0", 0, {}},
    {"SIZE", 0, {}},
    {"SIZE ", 0, {}},
    {"SIZE 1000000", 1000000, {}},
    {"SIZE=1000000", 1000000, {}},
    {"SIZE 1 2", 1, {}}, // only the first parameter is the size
    {"SIZE 00000000000000000042", 42, {}},
    {"SIZE 18446744073709551615", UINT64_MAX, {}},
    {"SIZE 18446744073709551616", 0, {ehlo_parameter_malformed, 16, 20}},
    {"SIZE 000000000000000000042", 0, {ehlo_parameter_malformed, 16, 21}},
    {"SIZE 10M", 0, {ehlo_parameter_malformed, 16, 3}},
    {"SIZE -1", 0, {ehlo_parameter_malformed, 16, 2}},
    {"SIZES 1", 0, {ehlo_keyword_missing, 20, 0}},
};

constexpr bool sizes_are_read() {
    for (auto const& r : sizes) {
        test::text_buffer bytes;
        bytes.append("250-a\r\n250 ");
        bytes.append(r.line);
        bytes.append("\r\n");
        ehlo_reply const ehlo{*smtp_reply::read(bytes)};
        auto const size = ehlo.size();
        REQUIRE_SAME(r.line, size.has_value(), r.error == diagnostic{});
        if (size) REQUIRE_SAME(r.line, *size, r.size);
        if (!size) REQUIRE_SAME(r.line, size.error() == r.error, true);
        bool is_reported = false;
        ehlo.diagnose([&](diagnostic const& problem) {
            if (problem.code == ehlo_parameter_malformed) is_reported = problem == r.error;
        });
        REQUIRE_SAME(r.line, is_reported, r.error.code == ehlo_parameter_malformed);
    }
    return true;
}
CASE("ehlo_reply: SIZE", sizes_are_read)

constexpr bool limits_are_read() { // RFC 9422
    ehlo_reply const ehlo{*smtp_reply::read(
        "250-a\r\n250 LIMITS A=999999 B=1000000 C=0000001 D=1 D=2 E F= G=1=2\r\n")};
    REQUIRE_TRUE(*ehlo.limit("a") == 999999 && *ehlo.limit("D") == 1);
    for (std::string_view const name : {"B", "C", "E", "F", "G"})
        REQUIRE_SAME(name, ehlo.limit(name).error().code, ehlo_parameter_malformed);
    REQUIRE_TRUE((ehlo.limit("B").error() == diagnostic{ehlo_parameter_malformed, 29, 7}));
    return true;
}
CASE("ehlo_reply: LIMITS", limits_are_read)

struct answer_row {
    std::string_view bytes;
    std::string_view domain;
    std::string_view greeting;
    std::size_t extensions;
    diagnostic problem; // the gravest, if there is one
};

constexpr answer_row answers[] = {
    {"250 mx.example.org\r\n", "mx.example.org", "", 0, {}}, // the answer to HELO
    {"250 [192.0.2.1] hello  you \r\n", "[192.0.2.1]", "hello  you ", 0, {}},
    {"250\r\n", "", "", 0, {}},
    {"250  mx hello\r\n", "", "mx hello", 0, {}},
    {"250-a\r\n250 DSN\r\n", "a", "", 1, {}},
    {"500 unknown command\r\n", "", "", 0, {}},
    {"550-a\r\n550 DSN\r\n", "", "", 0, {}},
    {"334 a\r\n", "", "", 0, {}},
    {"250-a\r\n250-\r\n250 DSN\r\n", "a", "", 1, {ehlo_keyword_missing, 11, 0}},
    {"250-a\r\n250- DSN\r\n250 DSN\r\n", "a", "", 1, {ehlo_keyword_missing, 11, 4}},
    {"250-a\r\n250-DSN\r\n250 dsn\r\n", "a", "", 2, {ehlo_keyword_duplicate, 20, 3}},
    {"250-a\r\n250-SIZE 1\r\n250 SIZE 2\r\n", "a", "", 2, {ehlo_keyword_duplicate, 23, 4}},
    {"250-a\r\n250-X 1\r\n250 X 2\r\n", "a", "", 2, {}},
    {"250-a\r\n250-AUTH=B\r\n250 AUTH B\r\n", "a", "", 2, {ehlo_keyword_equals, 15, 1}},
    {"250-a\r\n250-AUTH C\r\n250 AUTH B\r\n", "a", "", 2, {ehlo_keyword_duplicate, 23, 4}},
    // A reply whose lines have different codes announces nothing.
    {"250-a\r\n251-DSN\r\n250 SIZE\r\n", "", "", 0, {reply_code_differs, 7, 3}},
    {"550-a\r\n250-DSN\r\n250 SIZE\r\n", "", "", 0, {reply_code_differs, 7, 3}},
    {"250-a\r\n550 DSN\r\n", "", "", 0, {reply_code_differs, 7, 3}},
    {"250-a\r\n250-DSN\r\n", "a", "", 1, {reply_not_complete, 16, 0}},
    {"250-a\r\n250-DSN\n250 SIZE\r\n", "a", "", 1, {reply_bare_lf, 14, 1}},
};

constexpr bool answers_are_read() {
    for (auto const& r : answers) {
        ehlo_reply const ehlo{*smtp_reply::read(r.bytes)};
        REQUIRE_SAME(r.bytes, ehlo.domain(), r.domain);
        REQUIRE_SAME(r.bytes, ehlo.greeting(), r.greeting);
        std::size_t count = 0;
        for (auto const line : ehlo.extensions()) count += line.raw().empty() ? 0u : 1u;
        REQUIRE_SAME(r.bytes, count, r.extensions);
        auto const deviation = ehlo.deviation();
        REQUIRE_SAME(r.bytes, deviation.has_value(), !(r.problem == diagnostic{}));
        if (deviation) REQUIRE_SAME(r.bytes, *deviation == r.problem, true);
    }
    return true;
}
CASE("ehlo_reply: answers, and what is wrong with them", answers_are_read)

TEST_CASE("ehlo_reply: the reporter is not copied") {
    test::still_reporter reporter;
    ehlo_reply{*smtp_reply::read("250-a\r\n250-DSN\r\n250 DSN\r\n")}.diagnose(reporter);
    CHECK(reporter.count == 1);
}

constexpr bool reply_is_what_it_was_made_of() {
    auto const reply = *foldwise::smtp_reply::read("250 a\r\n");
    REQUIRE_TRUE(foldwise::ehlo_reply{reply}.reply().raw() == reply.raw());
    return true;
}
CASE("ehlo_reply: reply() is what it was made of", reply_is_what_it_was_made_of)

} // namespace

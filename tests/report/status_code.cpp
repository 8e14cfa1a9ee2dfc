#include <foldwise/report/status_code.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <string>

namespace {

using namespace foldwise;
using enum diagnostic_code;
using enum status_class;

static_assert(std::is_trivially_copyable_v<status_code>);
static_assert(reads_fields<status_code>);

struct row {
    std::string_view from;
    std::string_view value;
    status_code code;
    std::optional<diagnostic_code> deviation;
};

constexpr row table[] = {
    {"RFC 3463 section 3.2", "5.1.1", {permanent_failure, 1, 1}, {}},
    {"RFC 3463 section 3.1", " 2.0.0", {success, 0, 0}, {}},
    {"RFC 3464 appendix E", " 5.0.0 (permanent failure)", {permanent_failure, 0, 0}, {}},
    {"RFC 3464 appendix E",
     " 4.0.0 (hpnjld.njd.jp.com: host name lookup failure)",
     {persistent_transient_failure, 0, 0},
     {}},
    {"no white space", "4.4.7(a)\n (b) ", {persistent_transient_failure, 4, 7}, {}},
    {"a comment before it", "(a) 5.7.1", {permanent_failure, 7, 1}, {}},
    {"three digits", "5.123.999", {permanent_failure, 123, 999}, {}},
    {"text after it", "5.1.1 bad", {permanent_failure, 1, 1}, status_code_text_after},
    {"text after a comment", "5.1.1 (a) b", {permanent_failure, 1, 1}, status_code_text_after},
    {"folded", "5.1.1\n (a", {permanent_failure, 1, 1}, status_code_text_after},
    {"leading zeros", "5.01.001", {permanent_failure, 1, 1}, status_code_leading_zero},
    {"a leading zero and a text", "5.0.01 a", {permanent_failure, 0, 1}, status_code_text_after},
};

constexpr bool codes_are_read() {
    for (auto const& r : table)
        test::with_both_line_endings(r.value, [&r](std::string_view value) {
            auto const read = status_code::read(value);
            REQUIRE_SAME(r.value, read.has_value(), true);
            if (!read) return;
            REQUIRE_SAME(r.value, *read == r.code, true);
            REQUIRE_SAME(r.value, read->code_class(), r.code.code_class());
            REQUIRE_SAME(r.value, read->subject(), r.code.subject());
            REQUIRE_SAME(r.value, read->detail(), r.code.detail());
            REQUIRE_SAME(r.value, read->raw(), value);
            auto const deviation = read->deviation();
            REQUIRE_SAME(r.value, deviation.has_value(), r.deviation.has_value());
            if (deviation) REQUIRE_SAME(r.value, deviation->code, *r.deviation);
        });
    REQUIRE_TRUE(!(status_code{success, 1, 2} == status_code{permanent_failure, 1, 2}));
    REQUIRE_TRUE(!(status_code{success, 1, 2} == status_code{success, 2, 2}));
    REQUIRE_TRUE(!(status_code{success, 1, 2} == status_code{success, 1, 1}));
    return true;
}
CASE("status_code: codes, and how they deviate", codes_are_read)

constexpr bool codes_are_compared() {
    auto const code = *status_code::read(field{"Status: 5.01.1 (no such user)\r\n"});
    REQUIRE_TRUE(code.is("5.1.1") && code.is("5.1.01") && !code.is("5.1.2") && !code.is("5"));
    REQUIRE_TRUE((code == status_code{permanent_failure, 1, 1}));
    REQUIRE_TRUE((status_code{success, 1, 2}.raw().empty()));
    return true;
}
CASE("status_code: is and == compare the numbers", codes_are_compared)

constexpr bool all_problems_are_reported() {
    std::size_t count = 0;
    status_code::read("(b) 5.0.01 a c ")->diagnose([&](diagnostic const& problem) {
        REQUIRE_TRUE(problem == (count == 0 ? diagnostic{status_code_text_after, 11, 3}
                                            : diagnostic{status_code_leading_zero, 4, 6}));
        ++count;
    });
    REQUIRE_TRUE(count == 2);
    return true;
}
CASE("status_code: all problems are reported", all_problems_are_reported)

constexpr bool other_values_are_errors() {
    for (std::string_view const value :
         {"",         " ",      "5",       "5.",       "5.1",       "5.1.",  "5.1.1.1", "5.1.1000",
          "5.1000.1", "55.1.1", "05.1.1",  "5..1",     ".1.1",      "511",   "5 .1.1",  "5.1 .1",
          "5.1.1-a",  "5.1.1a", "5.1.1;",  "#5.1.1",   "550 5.1.1", "1.1.1", "3.0.0",   "0.0.0",
          "x.1.1",    "5.x.x",  "(5.1.1)", "(a 5.1.1", "\"5.1.1\"", "5,1,1"})
        REQUIRE_SAME(value,
                     status_code::read(value) ==
                         result<status_code>{foldwise::whole_value(status_code_malformed, value)},
                     true);
    return true;
}
CASE("status_code: values that are not codes", other_values_are_errors)

constexpr bool codes_are_written() {
    if (!test::can_allocate()) return true;
    for (std::string_view const text : {"2.0.0", "4.10.1", "5.7.509", "5.100.20"})
        REQUIRE_SAME(text, status_code::read(text)->to_string() == text, true);
    std::string text = "a ";
    status_code::read("5.01.1 b")->append_to(text);
    REQUIRE_TRUE(text == "a 5.1.1");
    return true;
}
CASE("status_code: codes are written in their shortest form", codes_are_written)

constexpr bool any_value_is_read() {
    return test::for_each_string(
        "50. (a\n", std::is_constant_evaluated() ? 3 : 7, [](std::string_view value) {
            auto const read = status_code::read(value);
            if (!read)
                REQUIRE_SAME(value, read.error().length,
                             foldwise::whole_value(read.error().code, value).length);
            else // every code starts with "5."
                REQUIRE_SAME(value, value.find("5.") != value.npos, true);
            return true;
        });
}
CASE("status_code: any value is read", any_value_is_read)

constexpr bool the_hash_is_that_of_the_numbers() {
    constexpr std::hash<status_code> hash;
    auto const of = [&](std::string_view text) { return hash(*status_code::read(text)); };
    REQUIRE_TRUE(of("5.1.10") == of("5.01.10 text"));
    for (std::string_view const other : {"4.1.10", "5.10.1", "5.2.10", "5.1.11", "5.0.999"})
        REQUIRE_SAME(other, of("5.1.10") == of(other), false);
    return true;
}
CASE("status_code: equal codes have the same hash, others another", the_hash_is_that_of_the_numbers)

} // namespace

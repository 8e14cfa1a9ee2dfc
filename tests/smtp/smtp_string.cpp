#include <foldwise/smtp/smtp_string.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<smtp_string>);

struct row {
    std::string_view raw;
    std::string_view text;
    bool is_quoted = false;
    std::string_view problems = {};
};

constexpr row table[] = {
    // RFC 5321 section 4.1.2
    {"Crispin", "Crispin"},
    {"", ""},
    {"a!#$%&'*+-/=?^_`{|}~1", "a!#$%&'*+-/=?^_`{|}~1"},
    {"\"\"", "", true},
    {"\"A. Foe\"", "A. Foe", true},
    {"\"a \\\"b\\\" \\\\\"", "a \"b\" \\", true},
    {"\"(a) <b@c>\"", "(a) <b@c>", true},
    {"jos\xC3\xA9", "jos\xC3\xA9"}, // RFC 6531 section 3.7.4.2
    {"\"jos\xC3\xA9\"", "jos\xC3\xA9", true},
    // Near misses.
    {"A. Foe", "A. Foe", false, "smtp_string_malformed 0 6"},
    {"a.b", "a.b", false, "smtp_string_malformed 0 3"},
    {"a\\b", "a\\b", false, "smtp_string_malformed 0 3"},
    {"\"a", "\"a", false, "smtp_string_malformed 0 2"},
    {"\"a\\\"", "\"a\\\"", false, "smtp_string_malformed 0 4"},
    {"\"a\\", "\"a\\", false, "smtp_string_malformed 0 3"},
    {"\"a\" b", "\"a\" b", false, "smtp_string_malformed 0 5"},
    {"\"a\tb\"", "\"a\tb\"", false, "smtp_string_malformed 0 5"},
    {"\"a\\\tb\"", "\"a\\\tb\"", false, "smtp_string_malformed 0 6"},
    {"\"a\\\xC3\xA9\"", "\"a\\\xC3\xA9\"", false, "smtp_string_malformed 0 6"},
    {"(a)", "(a)", false, "smtp_string_malformed 0 3"},
};

constexpr bool strings_are_read() {
    for (auto const& r : table) {
        smtp_string const read{r.raw};
        REQUIRE_SAME(r.raw, read.raw(), r.raw);
        REQUIRE_SAME(r.raw, read.empty(), r.raw.empty());
        REQUIRE_SAME(r.raw, read.is_quoted(), r.is_quoted);
        REQUIRE_SAME(r.raw, read.text() == r.text, true);
        REQUIRE_SAME(r.raw, std::string_view{test::problems_of(read)}, r.problems);
        REQUIRE_SAME(r.raw, read.deviation().has_value(), !r.problems.empty());
    }
    REQUIRE_TRUE(smtp_string{}.text().empty() && !smtp_string{}.is_quoted());
    return true;
}
CASE("smtp_string: words and quoted strings", strings_are_read)

} // namespace

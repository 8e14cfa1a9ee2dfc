#include <foldwise/parameters/detail/parameter_segment.hpp>

#include "../../support.hpp"

#include <algorithm>
#include <string>

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<parameter_segment>);

constexpr bool token_is_that_of_rfc_2045() {
    // RFC 2045 section 5.1, tspecials.
    for (char const octet : std::string_view{"()<>@,;:\\\"/[]?= \t\r\n\x7F\x80\xFF"})
        REQUIRE_TRUE(!mime_token.contains(octet));
    for (char const octet : std::string_view{"!#$%&'*+-.09AZ^_`az{|}~"})
        REQUIRE_TRUE(mime_token.contains(octet));
    return true;
}
CASE("parameter_segment: the octets of a token", token_is_that_of_rfc_2045)

constexpr parameter_segment segment(std::string_view name, std::string_view value) {
    return parameter_segment{value, name, value, {}};
}

constexpr std::optional<diagnostic_code> code_of(parameter_segment const& s) {
    auto const problem = s.deviation();
    if (!problem) return std::nullopt;
    REQUIRE_TRUE(problem->offset == 0 && problem->length == s.raw().size());
    return problem->code;
}

struct name_row {
    std::string_view raw;
    std::string_view name;
    int section; // -1: none
    bool is_extended;
    bool is_malformed;
};

constexpr name_row name_table[] = {
    {"title", "title", -1, false, false},
    {"title*", "title", -1, true, false},    // RFC 2231 section 4
    {"URL*0", "URL", 0, false, false},       // RFC 2231 section 3
    {"title*1*", "title", 1, true, false},   // RFC 2231 section 4.1
    {"title*10", "title", 10, false, false}, // section 10
    {"a*999999999", "a", 999999999, false, false},
    {"a*1000000000", "a*1000000000", -1, false, true},
    {"a*00", "a*00", -1, false, true}, // RFC 2231 section 3: no leading zeros
    {"a*01*", "a*01*", -1, false, true},
    {"a*x", "a*x", -1, false, true},
    {"a*1a", "a*1a", -1, false, true},
    {"a*-1", "a*-1", -1, false, true},
    {"a**", "a**", -1, false, true},
    {"a*1*2", "a*1*2", -1, false, true},
    {"*", "*", -1, false, true},
    {"*0", "*0", -1, false, true},
    {"*0*", "*0*", -1, false, true},
};

constexpr bool names_are_taken_apart() {
    for (auto const& row : name_table) {
        auto const s = segment(row.raw, "utf-8''x");
        REQUIRE_SAME(row.raw, s.raw_name(), row.raw);
        REQUIRE_SAME(row.raw, s.name(), row.name);
        REQUIRE_SAME(row.raw, s.section() ? static_cast<int>(*s.section()) : -1, row.section);
        REQUIRE_SAME(row.raw, s.is_extended(), row.is_extended);
        REQUIRE_SAME(row.raw, code_of(s) == diagnostic_code::parameter_section_malformed,
                     row.is_malformed);
    }
    REQUIRE_TRUE(segment("Title*1*", "a").is("tiTle") && !segment("title*1*", "a").is("title*1"));
    return true;
}
CASE("parameter_segment: names with sections and asterisks", names_are_taken_apart)

struct value_row {
    std::string_view name;
    std::string_view value;
    std::string_view text;
    std::string_view charset;
    std::string_view language;
    std::string_view encoded;
};

constexpr value_row value_table[] = {
    {"a", "b", "b", "", "", "b"},
    {"a", "\"b c\"", "b c", "", "", "b c"},
    {"a", "\"b\n c\"", "b c", "", "", "b c"},
    {"a", "b\n c", "b c", "", "", "b c"},
    {"a", "\"\\\"b\\\\\"", "\"b\\", "", "", "\"b\\"},
    {"a", "C:\\b", "C:\\b", "", "", "C:\\b"}, // without quotes, there are no quoted-pairs
    {"a", "\"b", "b", "", "", "b"},
    {"a", "\"", "", "", "", ""},
    {"a", "\"\"", "", "", "", ""},
    {"a", "", "", "", "", ""},
    {"a", "us-ascii'en-us'x", "us-ascii'en-us'x", "", "", "us-ascii'en-us'x"},
    {"a*", "us-ascii'en-us'This%20is", "us-ascii'en-us'This%20is", "us-ascii", "en-us",
     "This%20is"}, // RFC 2231 section 4
    {"a*0*", "us-ascii'en'x%20", "us-ascii'en'x%20", "us-ascii", "en", "x%20"}, // section 4.1
    {"a*1*", "us-ascii'en'x", "us-ascii'en'x", "", "", "us-ascii'en'x"},
    {"a*0", "us-ascii'en'x", "us-ascii'en'x", "", "", "us-ascii'en'x"},
    {"a*", "''x", "''x", "", "", "x"}, // RFC 2231 section 4: both may be left out
    {"a*", "utf-8''", "utf-8''", "utf-8", "", ""},
    {"a*", "\"utf-8''x y\"", "utf-8''x y", "utf-8", "", "x y"},
    {"a*", "utf-8'x", "utf-8'x", "", "", "utf-8'x"},
    {"a*", "x", "x", "", "", "x"},
    {"a*", "it is john's and mary's", "it is john's and mary's", "", "", "it is john's and mary's"},
};

constexpr bool values_are_read() {
    for (auto const& row : value_table)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const s = segment(row.name, value);
            REQUIRE_SAME(row.value, s.raw_value(), value);
            REQUIRE_SAME(row.value, s.text(), row.text);
            REQUIRE_SAME(row.value, s.charset(), row.charset);
            REQUIRE_SAME(row.value, s.language(), row.language);
            REQUIRE_SAME(row.value, s.encoded_text(), row.encoded);
        });
    return true;
}
CASE("parameter_segment: texts, charsets and languages", values_are_read)

struct deviation_row {
    std::string_view name;
    std::string_view value;
    std::optional<diagnostic_code> deviation;
};

using enum diagnostic_code;
constexpr deviation_row deviation_table[] = {
    {"a", "b", std::nullopt},
    {"a", "\"\"", std::nullopt},
    {"a", "\"\\\"\\\\b\"", std::nullopt}, // RFC 5322 section 3.2.4
    {"a", "\"C:\\b\"", parameter_quoted_pair},
    {"a", "\"\\\\\\b\"", parameter_quoted_pair},
    {"a", "C:\\b", std::nullopt},
    {"a", "\"b\\", std::nullopt},
    {"a", "", parameter_value_empty},
    {"a", "50%25", std::nullopt}, // RFC 2231 section 4: without an asterisk, "%" is text
    {"a*0", "50%", std::nullopt},
    {"a*0", "\"50%25\"", parameter_percent_unmarked},
    {"a*0*", "utf-8''50%25", std::nullopt},
    {"a*1*", "50%25", std::nullopt},
    {"a*1*", "50%2", parameter_percent_malformed},
    {"a*1*", "50%2g", parameter_percent_malformed},
    {"a*", "utf-8''50%", parameter_percent_malformed},
    {"a*", "utf-8", parameter_charset_missing},
    {"a*0*", "utf-8'x", parameter_charset_missing},
    {"a*", "\"utf-8''a\"", parameter_extended_quoted},
    {"a", "=?utf-8?q?a?=", parameter_encoded_word},
    {"a", "\"b =?utf-8?q?a?=\"", parameter_encoded_word},
    {"a", "\"=? =?utf-8\"", std::nullopt},
};

constexpr bool deviations_are_told() {
    for (auto const& row : deviation_table)
        REQUIRE_SAME(row.value, code_of(segment(row.name, row.value)) == row.deviation, true);
    int count = 0;
    segment("a*", "\"50%\"").diagnose([&count](diagnostic const& problem) {
        constexpr diagnostic_code wanted[] = {parameter_charset_missing, parameter_extended_quoted,
                                              parameter_percent_malformed};
        REQUIRE_TRUE(count < 3 && problem.code == wanted[count]);
        ++count;
    });
    REQUIRE_TRUE(count == 3);
    return true;
}
CASE("parameter_segment: deviations from the RFCs", deviations_are_told)

constexpr bool any_value_is_read() {
    constexpr auto read = [](std::string_view value) {
        for (auto const name : {"a", "a*", "a*0", "a*1*"}) {
            auto const s = segment(name, value);
            auto const text = s.text();
            auto const encoded = s.encoded_text();
            auto const left = text.length() - encoded.length();
            REQUIRE_SAME(value, encoded.length() <= text.length(), true);
            REQUIRE_SAME(value, left == 0 || left == s.charset().size() + s.language().size() + 2,
                         true);
            REQUIRE_SAME(value, s.charset().find_first_of("'%\"") == s.charset().npos, true);
        }
        return true;
    };
    return test::for_each_string("a'\"\\%1\n", std::is_constant_evaluated() ? 2 : 5, read);
}
CASE("parameter_segment: any value is read", any_value_is_read)

} // namespace

#include <foldwise/message/field.hpp>

#include "../support.hpp"

#include <cstddef>

namespace {

using foldwise::field;

static_assert(std::is_trivially_copyable_v<field>);
static_assert(!std::is_constructible_v<field, std::string>);
static_assert(std::is_constructible_v<field, std::string const&>);
static_assert(!std::is_convertible_v<std::string_view, field>);
static_assert(noexcept(field{test::some_octets}.raw()) &&
              noexcept(field{test::some_octets}.has_name()));
static_assert(noexcept(field{test::some_octets}.name()) &&
              noexcept(field{test::some_octets}.is(test::some_octets)));
static_assert(noexcept(field{test::some_octets}.raw_value()) &&
              noexcept(field{test::some_octets}.value()));
static_assert(noexcept(field{test::some_octets}.lines()));

struct field_row {
    std::string_view from;
    std::string_view raw; // lines end with LF; a second case replaces it with CRLF
    std::string_view name;
    std::string_view raw_value;
    std::string_view value;
    std::size_t lines;
};

constexpr field_row field_table[] = {
    {"RFC 5322 section 2.2.3", "Subject: This is a test\n", "Subject", " This is a test",
     "This is a test", 1},
    {"RFC 5322 section 2.2.3, folded", "Subject: This\n is a test\n", "Subject",
     " This\n is a test", "This is a test", 2},
    {"RFC 5322 appendix A.5, folded before HTAB and in a comment", "Date: Thu,\n      13\n\tFeb\n",
     "Date", " Thu,\n      13\n\tFeb", "Thu,      13\tFeb", 3},
    {"RFC 5322 section 4.5, white space before the colon", "From   \t: a@b.example\n", "From",
     " a@b.example", "a@b.example", 1},
    {"no white space after the colon", "To:a@b.example\n", "To", "a@b.example", "a@b.example", 1},
    {"an empty value", "Bcc:\n", "Bcc", "", "", 1},
    {"a value of white space only", "Bcc: \t \n", "Bcc", " \t ", "", 1},
    {"folded directly after the colon", "Subject:\n x\n", "Subject", "\n x", "x", 2},
    {"RFC 5322 section 4.2, a folded line of white space only", "Subject: a\n \t\n b\n", "Subject",
     " a\n \t\n b", "a \t b", 3},
    {"only folds", "Subject:\n \n\t\n", "Subject", "\n \n\t", "", 3},
    {"white space at both ends", "Subject: \n  a b \n \n", "Subject", " \n  a b \n ", "a b", 3},
    {"no final line ending", "Subject: x", "Subject", " x", "x", 1},
    {"only a name and its colon", "Subject:", "Subject", "", "", 1},
    {"only the first colon counts", "Subject: Re: x: y\n", "Subject", " Re: x: y", "Re: x: y", 1},
    {"two colons", "Subject::\n", "Subject", ":", ":", 1},
    {"RFC 5322 section 3.6.8, every other ftext", "!#$~09{}: x\n", "!#$~09{}", " x", "x", 1},
    {"a name of one octet", "X:y\n", "X", "y", "y", 1},
    {"8-bit octets in the value", "Subject: \xE4\xFF\n", "Subject", " \xE4\xFF", "\xE4\xFF", 1},
    {"NUL in the value", {"Subject: a\0b\n", 13}, "Subject", {" a\0b", 4}, {"a\0b", 3}, 1},
    // DESIGN section 3: a line without a valid name is all value.
    {"an empty name", ":x\n", "", ":x", ":x", 1},
    {"white space and a colon", " :x\n", "", " :x", ":x", 1},
    {"no colon", "This is no field\n", "", "This is no field", "This is no field", 1},
    {"a name without a colon", "Subject\n", "", "Subject", "Subject", 1},
    {"a name at the end of input", "Subject", "", "Subject", "Subject", 1},
    {"a name and white space at the end of input", "Subject ", "", "Subject ", "Subject", 1},
    {"a name and white space without a colon", "Subject \t\n", "", "Subject \t", "Subject", 1},
    {"the fold precedes the colon", "Subject\n :x\n", "", "Subject\n :x", "Subject :x", 2},
    {"the fold in white space precedes the colon", "Subject \n : x\n", "", "Subject \n : x",
     "Subject  : x", 2},
    {"white space within the name", "My Subject: x\n", "", "My Subject: x", "My Subject: x", 1},
    {"an 8-bit octet in the name", "Betr\xE4nd: x\n", "", "Betr\xE4nd: x", "Betr\xE4nd: x", 1},
    {"an 8-bit octet before the name", "\xEF\xBB\xBFTo: x\n", "", "\xEF\xBB\xBFTo: x",
     "\xEF\xBB\xBFTo: x", 1},
    {"DEL in the name", "To\x7F: x\n", "", "To\x7F: x", "To\x7F: x", 1},
    {"NUL in the name", {"T\0: x\n", 6}, "", {"T\0: x", 5}, {"T\0: x", 5}, 1},
    {"a continuation at the very start", " a: b\n c\n", "", " a: b\n c", "a: b c", 2},
    {"DESIGN section 3, a From line", "From a@b.example Mon Dec 15 10:00:00 2014\n", "",
     "From a@b.example Mon Dec 15 10:00:00 2014", "From a@b.example Mon Dec 15 10:00:00 2014", 1},
    {"an empty line", "\n", "", "", "", 1},
    {"nothing", "", "", "", "", 0},
};

template <class Flavour>
constexpr void check(field_row const& row, Flavour flavour) {
    auto const bytes = flavour(row.raw);
    auto const raw_value = flavour(row.raw_value);
    std::string_view const raw{bytes};
    field const f{raw};
    REQUIRE_SAME(row.from, f.raw(), raw);
    REQUIRE_SAME(row.from, f.name(), row.name);
    REQUIRE_SAME(row.from, f.has_name(), !row.name.empty());
    REQUIRE_SAME(row.from, f.raw_value(), std::string_view{raw_value});
    REQUIRE_SAME(row.from, f.value(), row.value);
    REQUIRE_SAME(row.from, f.is(row.name), !row.name.empty());

    std::size_t lines = 0;
    test::text_buffer joined;
    for (auto const line : f.lines()) {
        joined.append(line.raw());
        ++lines;
    }
    REQUIRE_SAME(row.from, lines, row.lines);
    REQUIRE_SAME(row.from, std::string_view{joined}, raw);
}

constexpr bool table_of_fields() {
    for (auto const& row : field_table) check(row, test::as_it_is);
    return true;
}
CASE("field: name, value and lines", table_of_fields)

constexpr bool table_of_fields_with_crlf() {
    for (auto const& row : field_table) check(row, test::with_crlf);
    return true;
}
CASE("field: name, value and lines, with CRLF", table_of_fields_with_crlf)

struct cr_row {
    std::string_view from;
    std::string_view raw;
    std::string_view name;
    std::string_view raw_value;
    std::string_view value;
};

// A CR that is not directly before LF is not part of a line ending.
constexpr cr_row cr_table[] = {
    {"DESIGN section 3, a bare CR is data", "A: b\rc\r\n", "A", " b\rc", "b\rc"},
    {"a CR too many", "A: b\r\r\n", "A", " b\r", "b\r"},
    {"a CR at the end of input", "A: b\r", "A", " b\r", "b\r"},
    {"a CR after the colon", "A:\r", "A", "\r", "\r"},
    {"a CR before the colon is no white space", "A\r: b\n", "", "A\r: b", "A\r: b"},
    {"both endings in one field", "A: b\r\n c\n d\r\n", "A", " b\r\n c\n d", "b c d"},
    {"only the last ending is removed", "A: b\n\r\n", "A", " b\n", "b\n"},
    {"a bare CR before a space is no fold", "A: b\r c\n", "A", " b\r c", "b\r c"},
};

constexpr bool table_of_carriage_returns() {
    for (auto const& row : cr_table) {
        field const f{row.raw};
        REQUIRE_SAME(row.from, f.name(), row.name);
        REQUIRE_SAME(row.from, f.raw_value(), row.raw_value);
        REQUIRE_SAME(row.from, f.value(), row.value);
    }
    return true;
}
CASE("field: a CR that ends no line is data", table_of_carriage_returns)

struct name_row {
    std::string_view asked;
    bool same;
};

constexpr name_row name_table[] = {
    {"Message-ID", true},   {"message-id", true},   {"MESSAGE-ID", true},  {"Message-Id", true},
    {"Message-I", false},   {"Message-IDs", false}, {"Message_ID", false}, {"Message-ID:", false},
    {" Message-ID", false}, {"Message-ID ", false}, {"", false},
};

constexpr bool names_are_compared_without_case() {
    for (auto const& row : name_table) {
        REQUIRE_SAME(row.asked, field{"Message-ID: <a@b>\n"}.is(row.asked), row.same);
        REQUIRE_SAME(row.asked, field{"message-ID \t: <a@b>\n"}.is(row.asked), row.same);
        REQUIRE_SAME(row.asked, field{"<a@b>\n"}.is(row.asked), false);
    }
    return true;
}
CASE("field: the case of a name does not count (RFC 5322 section 1.2.2)",
     names_are_compared_without_case)

constexpr bool views_point_into_the_bytes() {
    constexpr std::string_view raw = "Subject : a\n b\n";
    field const f{raw};
    REQUIRE_TRUE(f.raw().data() == raw.data());
    REQUIRE_TRUE(f.name().data() == raw.data());
    REQUIRE_TRUE(f.raw_value().data() == raw.data() + 9);
    REQUIRE_TRUE(f.value().raw().data() == raw.data() + 10);
    REQUIRE_TRUE(f.value().raw() == "a\n b");
    return true;
}
CASE("field: its views point into the caller's bytes", views_point_into_the_bytes)

constexpr bool no_field_is_nothing() {
    field const f;
    REQUIRE_TRUE(f.raw().empty() && f.name().empty() && f.raw_value().empty());
    REQUIRE_TRUE(!f.has_name() && !f.is("") && f.value().empty() && f.lines().empty());
    return true;
}
CASE("field: a default field is empty", no_field_is_nothing)

// Each octet as a name of one octet: RFC 5322 section 3.6.8, ftext = %d33-57 / %d59-126.
constexpr bool every_octet_is_a_name_or_is_not() {
    for (unsigned octet = 0; octet < 256; ++octet) {
        bool const is_ftext = (octet >= 33 && octet <= 57) || (octet >= 59 && octet <= 126);
        char const raw[] = {static_cast<char>(octet), ':', 'x'};
        std::string_view const bytes{raw, sizeof raw};
        REQUIRE_SAME(bytes, field{bytes}.has_name(), is_ftext);
        REQUIRE_SAME(bytes, field{bytes}.raw_value(), is_ftext ? "x" : bytes);
    }
    return true;
}
CASE("field: a name consists of ftext only", every_octet_is_a_name_or_is_not)

/// The expected name: the text before the first colon, without white space at its end.
constexpr std::string_view name_in(std::string_view raw) {
    auto const colon = raw.find(':');
    if (colon == raw.npos) return {};
    auto const name = raw.substr(0, raw.substr(0, colon).find_last_not_of(" \t") + 1);
    return name.find_first_of(" \t\r\n") == name.npos ? name : std::string_view{};
}

constexpr bool every_field_has_that_name(std::size_t longest) {
    return test::for_each_string("a: \t\n\r", longest, [](std::string_view raw) {
        auto const name = name_in(raw);
        auto const value = name.empty() ? raw : raw.substr(raw.find(':') + 1);
        auto const ending = value.ends_with('\n') ? value.ends_with("\r\n") ? 2u : 1u : 0u;
        field const f{raw};
        return REQUIRE_SAME(raw, f.name(), name) &&
               REQUIRE_SAME(raw, f.raw_value(), value.substr(0, value.size() - ending));
    });
}
constexpr bool short_fields_have_that_name() { return every_field_has_that_name(3); }
CASE("field: a name is the text before the first colon", short_fields_have_that_name)
TEST_CASE("field: a name is the text before the first colon, longer fields") {
    CHECK(every_field_has_that_name(6));
}

} // namespace

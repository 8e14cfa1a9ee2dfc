#include <foldwise/base/diagnostic.hpp>

#include "../support.hpp"

#include <iterator>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::severity;

static_assert(std::is_trivially_copyable_v<diagnostic>);
static_assert(noexcept(foldwise::kind_of(diagnostic_code::nul)));
static_assert(noexcept(foldwise::name_of(severity::note)));

/// The enumerator. A code that is missing here is a warning of the compiler.
constexpr std::string_view enumerator_of(diagnostic_code code) {
    switch (code) {
#define ENUMERATOR(name)                                                                           \
    case diagnostic_code::name: return #name
        ENUMERATOR(bare_cr);
        ENUMERATOR(nul);
        ENUMERATOR(field_without_name);
        ENUMERATOR(space_before_colon);
        ENUMERATOR(blank_continuation);
        ENUMERATOR(mbox_from_line);
        ENUMERATOR(message_id_without_brackets);
        ENUMERATOR(message_id_without_at);
        ENUMERATOR(message_id_with_white_space);
        ENUMERATOR(message_id_not_closed);
        ENUMERATOR(content_length_missing);
        ENUMERATOR(content_length_malformed);
        ENUMERATOR(content_length_conflict);
        ENUMERATOR(content_length_mismatch);
        ENUMERATOR(date_malformed);
        ENUMERATOR(date_out_of_range);
        ENUMERATOR(date_wrong_day_name);
        ENUMERATOR(date_ambiguous);
        ENUMERATOR(date_obsolete);
        ENUMERATOR(date_unusual_form);
        ENUMERATOR(date_zone_missing);
        ENUMERATOR(date_zone_unknown);
        ENUMERATOR(date_trailing_text);
        ENUMERATOR(tag_empty);
        ENUMERATOR(tag_without_value);
        ENUMERATOR(tag_name_malformed);
        ENUMERATOR(tag_value_octet);
        ENUMERATOR(tag_value_malformed);
        ENUMERATOR(tag_duplicate);
        ENUMERATOR(tag_missing);
        ENUMERATOR(dkim_version);
        ENUMERATOR(dkim_algorithm_historic);
        ENUMERATOR(dkim_from_unsigned);
        ENUMERATOR(dkim_identity_outside_domain);
        ENUMERATOR(dkim_expiration_before_timestamp);
#undef ENUMERATOR
    }
    return {};
}

constexpr std::size_t codes = std::size(foldwise::detail::diagnostic_kinds);

constexpr diagnostic_code code_at(std::size_t index) { return static_cast<diagnostic_code>(index); }

constexpr bool each_code_has_its_own_row() {
    for (std::size_t i = 0; i < 256; ++i)
        REQUIRE_SAME(i, !enumerator_of(code_at(i)).empty(), i < codes);
    for (std::size_t i = 0; i < codes; ++i) {
        auto const code = code_at(i);
        REQUIRE_SAME(i, kind_of(code).code, code);
        REQUIRE_SAME(i, kind_of(code).name, enumerator_of(code));
    }
    return true;
}
CASE("diagnostic: each code has its own row, under its own name", each_code_has_its_own_row)

constexpr bool names_are_unique() {
    for (std::size_t i = 0; i < codes; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            REQUIRE_TRUE(kind_of(code_at(i)).name != kind_of(code_at(j)).name);
            REQUIRE_TRUE(kind_of(code_at(i)).text != kind_of(code_at(j)).text);
        }
    return true;
}
CASE("diagnostic: no two codes have the same name or the same text", names_are_unique)

/// "5322 2.3.1" or "4155 A.1": a number, a space, a section that starts with a
/// digit or an appendix's letter.
constexpr bool names_a_section(std::string_view rfc) {
    auto const is_digit = [](char octet) { return octet >= '0' && octet <= '9'; };
    std::size_t number = 0;
    while (number < rfc.size() && is_digit(rfc[number])) ++number;
    if (number < 3 || number > 5 || number + 1 >= rfc.size() || rfc[number] != ' ') return false;
    auto const section = rfc.substr(number + 1);
    bool const appendix = section[0] >= 'A' && section[0] <= 'Z';
    bool after_dot = true;
    for (auto const octet : section.substr(appendix ? 1 : 0)) {
        if (octet == '.' ? after_dot && !appendix : !is_digit(octet)) return false;
        after_dot = octet == '.';
    }
    return appendix ? section.size() == 1 || (section[1] == '.' && !after_dot) : !after_dot;
}

constexpr bool every_kind_says_what_and_where() {
    for (std::size_t i = 0; i < codes; ++i) {
        auto const& kind = kind_of(code_at(i));
        if (!kind.rfc.empty()) REQUIRE_SAME(kind.name, names_a_section(kind.rfc), true);
        REQUIRE_SAME(kind.name, kind.text.size() > 10, true);
        REQUIRE_SAME(kind.name, kind.text.find('\n'), std::string_view::npos);
        REQUIRE_SAME(kind.name, kind.text.back() == '.' || kind.text.back() == ' ', false);
        REQUIRE_SAME(kind.name, name_of(kind.severity).empty(), false);
        // What the parser did stands behind what is wrong.
        REQUIRE_SAME(kind.name, kind.text.find("; ") != std::string_view::npos, true);
    }
    REQUIRE_TRUE(names_a_section("5322 2.3") && names_a_section("4155 A"));
    REQUIRE_TRUE(!names_a_section("5322") && !names_a_section("5322 ") && !names_a_section("A 1"));
    return true;
}
CASE("diagnostic: every code has a text, a severity, and a section or none",
     every_kind_says_what_and_where)

struct kind_row {
    diagnostic_code code;
    severity how_bad;
    std::string_view rfc;
};

// DESIGN sections 1 and 3: what another reader could take for something else is an
// ambiguity; only what all read alike is a note.
constexpr kind_row kind_table[] = {
    {diagnostic_code::bare_cr, severity::ambiguity, "5322 2.3"},
    {diagnostic_code::nul, severity::ambiguity, "5322 4"},
    {diagnostic_code::field_without_name, severity::ambiguity, "5322 2.2"},
    {diagnostic_code::space_before_colon, severity::ambiguity, "5322 4.5"},
    {diagnostic_code::blank_continuation, severity::ambiguity, "5322 4.2"},
    {diagnostic_code::mbox_from_line, severity::note, "4155 A"},
    {diagnostic_code::message_id_without_brackets, severity::violation, "5322 3.6.4"},
    {diagnostic_code::message_id_without_at, severity::violation, "5322 3.6.4"},
    {diagnostic_code::message_id_with_white_space, severity::violation, "5322 3.6.4"},
    {diagnostic_code::message_id_not_closed, severity::violation, "5322 3.6.4"},
    {diagnostic_code::content_length_missing, severity::violation, ""},
    {diagnostic_code::content_length_malformed, severity::violation, ""},
    {diagnostic_code::content_length_conflict, severity::ambiguity, ""},
    {diagnostic_code::content_length_mismatch, severity::ambiguity, ""},
    {diagnostic_code::date_malformed, severity::violation, "5322 3.3"},
    {diagnostic_code::date_out_of_range, severity::violation, "5322 3.3"},
    {diagnostic_code::date_wrong_day_name, severity::ambiguity, "5322 3.3"},
    {diagnostic_code::date_ambiguous, severity::ambiguity, "5322 3.3"},
    {diagnostic_code::date_obsolete, severity::note, "5322 4.3"},
    {diagnostic_code::date_unusual_form, severity::violation, "5322 3.3"},
    {diagnostic_code::date_zone_missing, severity::ambiguity, "5322 3.3"},
    {diagnostic_code::date_zone_unknown, severity::ambiguity, "5322 4.3"},
    {diagnostic_code::date_trailing_text, severity::violation, "5322 3.3"},
    {diagnostic_code::tag_empty, severity::violation, "6376 3.2"},
    {diagnostic_code::tag_without_value, severity::violation, "6376 3.2"},
    {diagnostic_code::tag_name_malformed, severity::violation, "6376 3.2"},
    {diagnostic_code::tag_value_octet, severity::violation, "6376 3.2"},
    {diagnostic_code::tag_value_malformed, severity::violation, "6376 3.5"},
    {diagnostic_code::tag_duplicate, severity::ambiguity, "6376 3.2"},
    {diagnostic_code::tag_missing, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_version, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_algorithm_historic, severity::violation, "8301 3.1"},
    {diagnostic_code::dkim_from_unsigned, severity::violation, "6376 5.4"},
    {diagnostic_code::dkim_identity_outside_domain, severity::violation, "6376 3.5"},
    {diagnostic_code::dkim_expiration_before_timestamp, severity::violation, "6376 3.5"},
};
static_assert(std::size(kind_table) == codes);

constexpr bool a_diagnostic_knows_its_kind() {
    for (auto const& row : kind_table) {
        diagnostic const problem{row.code, 7, 1};
        auto const name = enumerator_of(row.code);
        REQUIRE_SAME(name, problem.severity(), row.how_bad);
        REQUIRE_SAME(name, problem.rfc(), row.rfc);
        REQUIRE_SAME(name, problem.name(), name);
        REQUIRE_SAME(name, problem.text(), kind_of(row.code).text);
    }
    return true;
}
CASE("diagnostic: a problem knows its severity, its section and its text",
     a_diagnostic_knows_its_kind)

constexpr bool severities_have_names() {
    REQUIRE_SAME("severity", name_of(severity::note), "note");
    REQUIRE_SAME("severity", name_of(severity::violation), "violation");
    REQUIRE_SAME("severity", name_of(severity::ambiguity), "ambiguity");
    REQUIRE_TRUE(severity::note < severity::violation && severity::violation < severity::ambiguity);
    return true;
}
CASE("diagnostic: severities have names, and an order", severities_have_names)

constexpr bool problems_are_equal_at_the_same_place() {
    diagnostic const problem{diagnostic_code::nul, 7, 1};
    REQUIRE_TRUE(problem == diagnostic{diagnostic_code::nul, 7, 1});
    REQUIRE_TRUE(problem != diagnostic{diagnostic_code::bare_cr, 7, 1});
    REQUIRE_TRUE(problem != diagnostic{diagnostic_code::nul, 8, 1});
    REQUIRE_TRUE(problem != diagnostic{diagnostic_code::nul, 7, 2});
    return true;
}
CASE("diagnostic: two are equal with the same code at the same place",
     problems_are_equal_at_the_same_place)

constexpr bool one_line_says_it_all() {
    if (!test::can_allocate()) return true;
    REQUIRE_SAME("with a section", to_string(diagnostic{diagnostic_code::bare_cr, 7, 1}),
                 "ambiguity [bare_cr] CR without LF; read as data, other readers end the line here "
                 "(RFC 5322 section 2.3)");
    REQUIRE_SAME("with an appendix", to_string(diagnostic{diagnostic_code::mbox_from_line, 0, 7}),
                 "note [mbox_from_line] mbox From line before the fields; kept as a field without "
                 "a name (RFC 4155 appendix A)");
    REQUIRE_SAME("without one",
                 to_string(diagnostic{diagnostic_code::content_length_missing, 0, 0}),
                 "violation [content_length_missing] no Content-Length; the entry runs to the next "
                 "separator line");
    for (std::size_t i = 0; i < codes; ++i) {
        auto const& kind = kind_of(code_at(i));
        auto const line = to_string(diagnostic{kind.code, 0, 0});
        REQUIRE_SAME(kind.name, line.find(kind.text) != line.npos, true);
        REQUIRE_SAME(kind.name, line.starts_with(name_of(kind.severity)), true);
        REQUIRE_SAME(kind.name, line.find("RFC") != line.npos, !kind.rfc.empty());
    }
    return true;
}
CASE("diagnostic: to_string is one line with severity, name, text and section",
     one_line_says_it_all)

} // namespace

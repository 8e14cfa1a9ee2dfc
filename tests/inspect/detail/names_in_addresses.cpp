#include <foldwise/inspect/detail/names_in_addresses.hpp>

#include "../../support.hpp"

#include <cstddef>
#include <string_view>

namespace {

using foldwise::address_list;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::detail::diagnose_names;

struct names_row {
    std::string_view from;
    std::string_view list;
    std::string_view covers; // what the only problem covers, or nothing
};

constexpr names_row names_table[] = {
    {"RFC 2047 section 5 (3): a phrase", "=?x?q?a?= <a@b.example>", "=?x?q?a?="},
    {"RFC 2047 section 5 (2): a comment", "b <a@b.example> (=?x?q?a?=)", "=?x?q?a?="},
    {"RFC 5322 section 3.4: the name of a group", "=?x?q?a?=:;", "=?x?q?a?="},
    {"a member", "a: =?x?q?a?= <a@b.example>;", "=?x?q?a?="},
    {"a member that is not an address", "a: b@c.example, =?x?q?a?=;", "=?x?q?a?="},
    {"an element that is not an address", "b@c.example, =?x?q?a?=", "=?x?q?a?="},
    {"nothing wrong", "=?utf-8?q?a?= <a@b.example>, b: c <c@d.example> (e);", ""},
};

constexpr bool every_text_of_a_list() {
    for (auto const& row : names_table) {
        std::size_t count = 0;
        auto const report = [&](diagnostic const& problem) {
            ++count;
            REQUIRE_SAME(row.from, problem.code, diagnostic_code::encoded_word_charset_unknown);
            REQUIRE_SAME(row.from, row.list.substr(problem.offset, problem.length), row.covers);
        };
        diagnose_names(address_list{row.list}, report, {});
        REQUIRE_SAME(row.from, count, std::size_t{row.covers.empty() ? 0u : 1u});
    }
    return true;
}
CASE("diagnose_names: names, comments, and what is not an address", every_text_of_a_list)

constexpr names_row forms_table[] = {
    {"RFC 5322 section 3.4: a name in a comment", "a@b.example (c)", "c"},
    {"in brackets, without a name", "<a@b.example> (c)", "c"},
    {"RFC 5322 section 3.4.1: quotes", "\"a.b\"@b.example", "\"a.b\""},
    {"needed for a space", "\"a b\"@b.example", ""},
    {"needed for two dots", "\"a..b\"@b.example", ""},
    {"needed for a dot at an end", "\".a\"@b.example, \"a.\"@b.example", ""},
    {"needed for nothing", "\"\"@b.example", ""},
    {"a backslash that is not needed, either", "\"\\a\"@b.example", "\"\\a\""},
    {"RFC 5322 section 4.4: around a word", "\"a\".b@b.example", "\"a\".b"},
    {"RFC 6532 section 3.2: UTF-8", "\"\xC3\xA9\"@b.example", "\"\xC3\xA9\""},
    {"RFC 2047 section 2: what would look like an encoded-word", "\"=?a\"@b.example", ""},
};

constexpr bool forms_that_should_not_be_written() {
    for (auto const& row : forms_table) {
        std::string_view covers;
        auto const report = [&](diagnostic const& problem) {
            bool const is_comment = row.list.ends_with(')');
            REQUIRE_SAME(row.from, problem.code,
                         is_comment ? diagnostic_code::display_name_in_comment
                                    : diagnostic_code::address_quotes_unneeded);
            covers = row.list.substr(problem.offset, problem.length);
        };
        diagnose_names(address_list{row.list}, report, {});
        REQUIRE_SAME(row.from, covers, row.covers);
    }
    return true;
}
CASE("diagnose_names: a name in a comment, quotes that are not needed",
     forms_that_should_not_be_written)

} // namespace

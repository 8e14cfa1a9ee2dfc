#include <foldwise/inspect/detail/entry_ambiguity.hpp>

#include "../../support.hpp"

#include <foldwise/inspect/ambiguity.hpp>
#include <foldwise/store/mbox.hpp>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::mbox;
using enum diagnostic_code;

struct row {
    std::string_view bytes;
    diagnostic_code code;
    std::string_view first;
    std::string_view second;
};

#define FROM "From a@b.example Mon Dec 15 10:00:00 2014\n"

constexpr row table[] = {
    {FROM "A: b\n\none\n\nFrom here on\ntwo\n\n" FROM "A: c\n\nthree\n", from_line_unquoted,
     "From here on\n", "From here on\ntwo\n\n"},
    {FROM "A: b\n\none\nFrom here", from_line_unquoted, "From here", "From here"},
    {FROM "A: b\n\none\n\nFrom a@b.example\nA: c\n\ntwo\n", from_line_date_missing,
     "From a@b.example\nA: c\n\ntwo\n", "From a@b.example\nA: c\n\ntwo\n"},
    {FROM "A: b\n\none\n\nFrom Mon Dec 15 10:00:00 2014\nA: c\n\ntwo\n", from_line_address_missing,
     "From Mon Dec 15 10:00:00 2014\nA: c\n\ntwo\n",
     "From Mon Dec 15 10:00:00 2014\nA: c\n\ntwo\n"},
    {FROM "A: b\n\n>>From a\n", from_line_quoted_twice, ">>", ">>"},
    {FROM "Content-Length: 2\n\none\n\n" FROM "A: c\n\ntwo\n", content_length_mismatch, "one\n",
     "on"},
    {FROM "Content-Length: 0\n\none\n", content_length_mismatch, "one\n", ""},
    {FROM "Content-Length: 99999999999999999999\n\none\n\n" FROM "A: c\n\ntwo\n",
     content_length_malformed, "", ""},
    {FROM "Content-Length: 500\n\none\n\n" FROM "A: c\n\ntwo\n", content_length_mismatch, "one\n",
     "one\n\n"},
    {FROM "Content-Length: 4\nContent-Length: 1\n\none\n", content_length_conflict, "one\n", "o"},
};

constexpr bool both_readings_are_found() {
    for (auto const& each : table) {
        bool is_reported = false;
        for (auto const entry : mbox{each.bytes})
            entry.diagnose([&](diagnostic const& problem) {
                auto const found = ambiguity_of(entry, problem);
                bool const is_ambiguity = problem.severity() == foldwise::severity::ambiguity;
                REQUIRE_SAME(each.bytes, found.has_value(), is_ambiguity);
                if (problem.code != each.code) return;
                is_reported = true;
                if (!found) return;
                auto const first = found->first();
                auto const second = found->second();
                REQUIRE_SAME(each.bytes, entry.raw().substr(first.offset, first.length),
                             each.first);
                REQUIRE_SAME(each.bytes, entry.raw().substr(second.offset, second.length),
                             each.second);
            });
        REQUIRE_SAME(each.bytes, is_reported, true);
    }
    return true;
}
CASE("entry_ambiguity: both readings of each place", both_readings_are_found)

constexpr bool other_problems_have_no_readings() {
    foldwise::mbox_entry const entry{"A: b\n\n", {}, 0, foldwise::mbox_format::mboxrd};
    REQUIRE_TRUE(!ambiguity_of(entry, diagnostic{mmdf_marks, 0, 0}));
    REQUIRE_TRUE(!ambiguity_of(entry, diagnostic{field_duplicate, 0, 0}));
    REQUIRE_TRUE(!ambiguity_of(entry, diagnostic{from_line_unquoted, 7, 0}));
    REQUIRE_TRUE(!ambiguity_of(entry, diagnostic{from_line_unquoted, 0, 7}));
    return true;
}
CASE("entry_ambiguity: no readings of other problems", other_problems_have_no_readings)

} // namespace

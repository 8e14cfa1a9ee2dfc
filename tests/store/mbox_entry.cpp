#include <foldwise/store/mbox_entry.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::mbox_entry;

static_assert(std::is_trivially_copyable_v<mbox_entry>);

constexpr std::string_view from = "From a@b Fri Jan  2 10:00:00 2015\n";
constexpr std::string_view text = "Content-Length: 11\n\n>From here\n";

constexpr bool parts_of_an_entry() {
    test::text_buffer raw;
    raw.append(from);
    raw.append(text);
    raw.append('\n');
    mbox_entry::layout const parts{0, from.size(), from.size() + text.size(), true};
    mbox_entry const entry{std::string_view{raw}, parts, 1000, foldwise::mbox_format::mboxcl};
    REQUIRE_TRUE(entry.raw() == std::string_view{raw});
    REQUIRE_TRUE(entry.offset() == 1000);
    REQUIRE_TRUE(entry.from_line()->raw() == from);
    REQUIRE_TRUE(entry.from_line()->address() == "a@b");
    REQUIRE_TRUE(entry.message_bytes() == text);
    REQUIRE_TRUE(entry.message_offset() == 1000 + from.size());
    REQUIRE_TRUE(entry.message().body() == ">From here\n");
    REQUIRE_TRUE(entry.body() == "From here\n");
    REQUIRE_TRUE(entry.quotes() == foldwise::from_quotes{foldwise::from_quoting::mboxo});
    REQUIRE_TRUE(!entry.is_alone());
    REQUIRE_TRUE(*entry.content_length() == 11);
    return true;
}
CASE("mbox_entry: the parts of an entry", parts_of_an_entry)

constexpr bool a_length_that_does_not_fit() {
    mbox_entry const entry{"Content-Length: 9\n\nbody\n", {0, 0, 24, false}, 0, {}};
    auto const length = entry.content_length();
    REQUIRE_TRUE(!length);
    REQUIRE_TRUE(length.error() == diagnostic{diagnostic_code::content_length_mismatch, 0, 18});
    return true;
}
CASE("mbox_entry: a Content-Length that differs from the size of the body is diagnosed",
     a_length_that_does_not_fit)

constexpr bool problems_of_an_entry() {
    struct row {
        std::string_view raw;
        mbox_entry::layout parts;
        foldwise::mbox_format format;
        foldwise::optional<diagnostic> problem;
    };
    constexpr auto rd = foldwise::mbox_format::mboxrd;
    constexpr auto cl = foldwise::mbox_format::mboxcl;
    constexpr auto mmdf = foldwise::mbox_format::mmdf;
#define POSTMARK "From a Fri Jan  2 10:00:00 2015\n" // 32 octets
#define MARK "\1\1\1\1\n"
    row const rows[] = {
        {POSTMARK "A: b\n", {0, 32, 37, true}, cl, {}},
        {POSTMARK "Content-Length: 0\n", {0, 32, 50, true}, cl, {}},
        {POSTMARK "Content-Length: 9\n",
         {0, 32, 50, true},
         cl,
         diagnostic{diagnostic_code::content_length_mismatch, 32, 18}},
        {POSTMARK "Content-Length: x\n",
         {0, 32, 50, true},
         cl,
         diagnostic{diagnostic_code::content_length_malformed, 32, 18}},
        {POSTMARK "Content-Length: 9\n",
         {0, 32, 50, true},
         rd,
         diagnostic{diagnostic_code::content_length_mismatch, 32, 18}},
        {POSTMARK "Content-Length: 0\n", {0, 32, 50, true}, rd, {}},
        {POSTMARK "Content-Length: 2\n\nx\n\n", {0, 32, 53, true}, rd, {}},
        {POSTMARK "Content-Length: 3\n\nx\n\n", {0, 32, 53, true}, rd, {}}, // with the empty line
        {POSTMARK "Content-Length: 4\n\nx\r\n\r\n",
         {0, 32, 54, true},
         rd,
         diagnostic{diagnostic_code::content_length_mismatch, 32, 18}},
        {POSTMARK "A: b\n\nFrom me\n",
         {0, 32, 46, true},
         rd,
         diagnostic{diagnostic_code::from_line_unquoted, 38, 7}},
        {POSTMARK "A: b\n\nx\r\nFrom me\r\n",
         {0, 32, 50, true},
         rd,
         diagnostic{diagnostic_code::from_line_unquoted, 41, 7}},
        {POSTMARK "A: b\n\nx\nFrom ",
         {0, 32, 45, true},
         rd,
         diagnostic{diagnostic_code::from_line_unquoted, 40, 5}},
        {POSTMARK "A: b\n\nFrom : a\n", {0, 32, 47, true}, rd, {}}, // a field
        {POSTMARK "A: b\n\nFrom\nFrom: a\n From me\n", {0, 32, 61, true}, rd, {}},
        {POSTMARK "Content-Length: 8\n\nFrom me\n",
         {0, 32, 59, true},
         foldwise::mbox_format::mboxcl2,
         {}}, // the length says where it ends
        {POSTMARK "A: b\n\nFrom me\n",
         {0, 32, 46, true},
         foldwise::mbox_format::mboxcl2,
         diagnostic{diagnostic_code::from_line_unquoted, 38, 7}},
        {POSTMARK "A: b\n\n>From me\n>From\n>>x\n", {0, 32, 57, true}, rd, {}},
        {POSTMARK "A: b\n\n>>>From me\n",
         {0, 32, 49, true},
         rd,
         diagnostic{diagnostic_code::from_line_quoted_twice, 38, 3}},
        {POSTMARK "A: b\n\nx\n>>From me\n",
         {0, 32, 50, true},
         foldwise::mbox_format::mboxo,
         diagnostic{diagnostic_code::from_line_quoted_twice, 40, 2}},
        {POSTMARK "A: b\n\n>>From me\n", {0, 32, 48, true}, foldwise::mbox_format::mboxcl2, {}},
        {"A: b\n\nFrom me\n>>From me\n", {0, 0, 24, false}, rd, {}}, // in no mailbox
        {"Content-Length: 9\n", {0, 0, 18, false}, cl, {}},
        {"\xEF\xBB\xBF" POSTMARK "A: b\n",
         {0, 35, 40, true},
         rd,
         diagnostic{diagnostic_code::byte_order_mark, 0, 3}},
        {"\xEF\xBB\xBF"
         "A: b\n",
         {0, 0, 8, false},
         rd,
         {}}, // a problem of the message
        {"From a\nA: b\n",
         {0, 7, 12, true},
         rd,
         diagnostic{diagnostic_code::from_line_date_missing, 0, 6}},
        {"\nFrom a\nA: b\n",
         {1, 8, 13, true},
         rd,
         diagnostic{diagnostic_code::from_line_date_missing, 1, 6}},
        {MARK "A: b\n" MARK, {0, 5, 10, false}, mmdf, {}},
        {MARK POSTMARK "A: b\n" MARK, {5, 37, 42, true}, mmdf, {}},
        {"\xEF\xBB\xBF" MARK "A: b\n\1\1\1\1",
         {0, 8, 13, false},
         mmdf,
         diagnostic{diagnostic_code::byte_order_mark, 0, 3}},
        {MARK "A: b\n", {0, 5, 10, false}, mmdf, diagnostic{diagnostic_code::mmdf_marks, 10, 0}},
        {MARK "A: b\n" MARK MARK,
         {0, 5, 10, false},
         mmdf,
         diagnostic{diagnostic_code::mmdf_marks, 10, 10}},
        {MARK MARK POSTMARK "A: b\n" MARK,
         {10, 42, 47, true},
         mmdf,
         diagnostic{diagnostic_code::mmdf_marks, 0, 10}},
    };
#undef POSTMARK
#undef MARK
    for (auto const& each : rows) {
        mbox_entry const entry{each.raw, each.parts, 100, each.format};
        REQUIRE_SAME(each.raw, entry.is_mmdf(), each.format == mmdf);
        REQUIRE_SAME(each.raw, entry.deviation() == each.problem, true);
        std::size_t reports = 0;
        entry.diagnose([&](diagnostic const&) { ++reports; });
        REQUIRE_SAME(each.raw, reports, each.problem ? 1u : 0u);
    }
    return true;
}
CASE("mbox_entry: problems that are not those of its message", problems_of_an_entry)

constexpr bool a_single_message_has_no_quotes() {
    mbox_entry const entry{"\n>From me\n", {0, 0, 10, false}, 0, {}};
    REQUIRE_TRUE(!entry.from_line());
    REQUIRE_TRUE(entry.body() == ">From me\n");
    REQUIRE_TRUE(entry.quotes() == foldwise::from_quotes{foldwise::from_quoting::none});
    REQUIRE_TRUE(entry.is_alone());
    return true;
}
CASE("mbox_entry: the body of a single message has no quotes", a_single_message_has_no_quotes)

} // namespace

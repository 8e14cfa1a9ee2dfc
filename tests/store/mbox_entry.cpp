#include <foldwise/store/mbox_entry.hpp>

#include "../support.hpp"

namespace {

using foldwise::content_length;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::mbox_entry;
using foldwise::message;
using foldwise::result;

static_assert(std::is_trivially_copyable_v<mbox_entry>);

struct length_row {
    std::string_view from;
    std::string_view header;
    result<std::size_t> wanted;
};

constexpr length_row length_table[] = {
    {"a number", "Content-Length: 12\n", std::size_t{12}},
    {"nought", "Content-Length: 0\n", std::size_t{0}},
    {"leading noughts", "Content-Length: 0012\n", std::size_t{12}},
    {"white space at both ends", "content-length: \t 12 \n", std::size_t{12}},
    {"folded before the number", "Content-Length:\n 12\n", std::size_t{12}},
    {"twice the same", "Content-Length: 12\nContent-Length: 012\n", std::size_t{12}},
    {"missing", "Subject: 12\n", diagnostic{diagnostic_code::content_length_missing, 0, 0}},
    {"empty", "Content-Length:\n", diagnostic{diagnostic_code::content_length_malformed, 0, 16}},
    {"negative", "A: b\nContent-Length: -1\n",
     diagnostic{diagnostic_code::content_length_malformed, 5, 19}},
    {"two numbers", "Content-Length: 1 2\n",
     diagnostic{diagnostic_code::content_length_malformed, 0, 20}},
    {"folded inside of the number", "Content-Length: 1\n 2\n",
     diagnostic{diagnostic_code::content_length_malformed, 0, 21}},
    {"text behind it", "Content-Length: 12 octets\n",
     diagnostic{diagnostic_code::content_length_malformed, 0, 26}},
    {"the largest number of 64 bits", "Content-Length: 18446744073709551615\n",
     std::size_t{18446744073709551615u}},
    {"one more", "Content-Length: 18446744073709551616\n",
     diagnostic{diagnostic_code::content_length_malformed, 0, 37}},
    {"two that differ", "Content-Length: 1\nContent-Length: 2\n",
     diagnostic{diagnostic_code::content_length_conflict, 18, 18}},
};

constexpr bool table_of_content_lengths() {
    for (auto const& row : length_table) {
        auto const found = content_length(message{row.header});
        REQUIRE_SAME(row.from, found.has_value(), row.wanted.has_value());
        REQUIRE_SAME(row.from, found == row.wanted, true);
    }
    return true;
}
CASE("mbox_entry: Content-Length is one number that fits, or a diagnostic",
     table_of_content_lengths)

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
    REQUIRE_TRUE(*entry.content_length() == 11);
    return true;
}
CASE("mbox_entry: the parts of an entry", parts_of_an_entry)

constexpr bool a_length_that_is_not_the_bodys() {
    mbox_entry const entry{"Content-Length: 9\n\nbody\n", {0, 0, 24, false}, 0, {}};
    auto const length = entry.content_length();
    REQUIRE_TRUE(!length);
    REQUIRE_TRUE(length.error() == diagnostic{diagnostic_code::content_length_mismatch, 0, 18});
    return true;
}
CASE("mbox_entry: a Content-Length that was not followed is a diagnostic",
     a_length_that_is_not_the_bodys)

constexpr bool a_single_message_has_no_quotes() {
    mbox_entry const entry{"\n>From me\n", {0, 0, 10, false}, 0, {}};
    REQUIRE_TRUE(!entry.from_line());
    REQUIRE_TRUE(entry.body() == ">From me\n");
    return true;
}
CASE("mbox_entry: what is no mbox is not unquoted", a_single_message_has_no_quotes)

} // namespace

#include <foldwise/trace/hops.hpp>

#include "../mail_files.hpp"
#include "../support.hpp"

#include <foldwise/message/message.hpp>
#include <foldwise/store/mbox.hpp>

#include <iterator>
#include <limits>
#include <ranges>

namespace {

using foldwise::header_section;
using foldwise::hop;
using foldwise::hops;

static_assert(std::is_trivially_copyable_v<hop>);
static_assert(std::is_trivially_copyable_v<hops>);
static_assert(std::ranges::forward_range<hops>);
static_assert(std::ranges::view<hops>);
static_assert(std::ranges::borrowed_range<hops>);

constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min();

struct row {
    std::string_view from;
    std::string_view header;
    std::int64_t delays[4]; // the newest hop first
    std::size_t count;
    std::int64_t total;
};

// With LF; each is checked with CRLF as well.
constexpr row table[] = {
    {"nothing", "", {}, 0, none},
    {"none", "Subject: x\nReceived-SPF: pass; 15 Dec 2014 10:00:00 +0000\n", {}, 0, none},
    {"RFC 5322 appendix A.4",
     "Received: from x.y.test\n"
     "   by example.net\n"
     "   via TCP\n"
     "   with ESMTP\n"
     "   id ABC12345\n"
     "   for <mary@example.net>;  21 Nov 1997 10:05:43 -0600\n"
     "Received: from node.example by x.y.test; 21 Nov 1997 10:01:22 -0600\n"
     "From: John Doe <jdoe@node.example>\n",
     {261, none},
     2,
     261},
    {"one", "Received: by a; 15 Dec 2014 10:00:00 +0000\n", {none}, 1, none},
    {"zones",
     "received: by b; 15 Dec 2014 11:00:02 +0100\nRECEIVED: by a; 15 Dec 2014 10:00:00 -0000\n",
     {2, none},
     2,
     2},
    {"a slow clock",
     "Received: by c; 15 Dec 2014 10:00:05 +0000\n"
     "X-Between: y\n"
     "Received: by b; 15 Dec 2014 09:59:00 +0000\n"
     "Received: by a; 15 Dec 2014 10:00:00 +0000\n",
     {65, -60, none},
     3,
     5},
    {"no date between",
     "Received: by d; 15 Dec 2014 10:00:09 +0000\n"
     "Received: by c; never\n"
     "Received: by b\n"
     "Received: by a; 15 Dec 2014 10:00:00 +0000\n",
     {none, none, none, none},
     4,
     9},
    {"no date at both ends",
     "Received: by d\n"
     "Received: by c; 15 Dec 2014 10:00:04 +0000\n"
     "Received: by b; 15 Dec 2014 10:00:03 +0000\n"
     "Received: by a;\n",
     {none, 1, none, none},
     4,
     1},
    {"an uncertain instant: no zone",
     "Received: by b; 15 Dec 2014 10:00:04\nReceived: by a; 15 Dec 2014 10:00:00 +0000\n",
     {none, none},
     2,
     none},
    {"an uncertain instant: an ambiguous zone",
     "Received: by b; 15 Dec 2014 10:00:04 IST\nReceived: by a; 15 Dec 2014 10:00:00 +0000\n",
     {none, none},
     2,
     none},
    {"an unusual form is certain: ISO 8601",
     "Received: by b; 2014-12-15T10:00:04Z\nReceived: by a; 15 Dec 2014 10:00:00 +0000\n",
     {4, none},
     2,
     4},
    {"an unusual form without a zone is not",
     "Received: by b; 2014-12-15T10:00:04\nReceived: by a; 15 Dec 2014 10:00:00 +0000\n",
     {none, none},
     2,
     none},
    {"an obsolete zone is certain",
     "Received: by b; 15 Dec 2014 05:00:04 EST\nReceived: by a; 15 Dec 14 10:00:00 +0000\n",
     {4, none},
     2,
     4},
};

constexpr void check(row const& row, std::string_view header) {
    hops const all{header_section{header}};
    std::size_t count = 0;
    for (auto const hop : all) {
        REQUIRE_SAME(row.from, count < row.count, true);
        REQUIRE_SAME(row.from, hop.delay().value_or(none), row.delays[count++]);
        REQUIRE_SAME(row.from, hop.field().is("Received"), true);
        REQUIRE_SAME(row.from, hop.received().raw(), hop.field().raw_value());
        if (hop.arrival())
            REQUIRE_SAME(row.from, *hop.arrival(), hop.received().date()->unix_seconds());
    }
    REQUIRE_SAME(row.from, count, row.count);
    REQUIRE_SAME(row.from, all.total().value_or(none), row.total);
}

constexpr bool table_of_headers() {
    for (auto const& row : table)
        test::with_both_line_endings(row.header,
                                     [&](std::string_view header) { check(row, header); });
    return true;
}
CASE("hops: the delays and their sum", table_of_headers)

constexpr bool a_borrowed_range() {
    constexpr std::string_view header = "Received: by b; 15 Dec 2014 10:00:04 +0000\n"
                                        "Received: by a; 15 Dec 2014 10:00:00 +0000\n";
    auto at = hops{header_section{header}}.begin();
    auto const first = at++;
    REQUIRE_TRUE(first != at && (*first).delay() == 4 && (*first).delay() == 4);
    REQUIRE_TRUE((*at).received().by()->name() == "a");
    REQUIRE_TRUE(++at == std::default_sentinel && hops{}.empty() && !hops{}.total());
    REQUIRE_TRUE(!hop{}.delay() && !hop{}.arrival() && hop{}.received().raw().empty());
    return true;
}
CASE("hops: iterators outlive the range", a_borrowed_range)

TEST_CASE("hops: one for each field, and the delays add up") {
    test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
        for (auto const entry : foldwise::mbox{bytes}) {
            auto const header = entry.message().header();
            auto fields = header.find_all("Received").begin();
            std::int64_t sum = 0;
            bool all_have_dates = true;
            hops const all{header};
            for (auto const hop : all) {
                REQUIRE_SAME(path, (*fields++).raw(), hop.field().raw());
                sum += hop.delay().value_or(0);
                all_have_dates = all_have_dates && hop.arrival();
            }
            REQUIRE_SAME(path, fields == std::default_sentinel, true);
            if (all_have_dates && all.total()) REQUIRE_SAME(path, sum, *all.total());
        }
    });
}

} // namespace

#include <foldwise/trace/resent.hpp>

#include "../support.hpp"

#include <iterator>
#include <ranges>

namespace {

using foldwise::header_section;
using foldwise::resent_blocks;

static_assert(std::is_trivially_copyable_v<resent_blocks>);
static_assert(std::ranges::forward_range<resent_blocks>);
static_assert(std::ranges::view<resent_blocks>);
static_assert(std::ranges::borrowed_range<resent_blocks>);

struct row {
    std::string_view from;
    std::string_view header;
    std::string_view blocks; // the names without "Resent-"; each block is followed by "|"
};

// With LF; each is checked with CRLF as well.
constexpr row table[] = {
    {"nothing", "", ""},
    {"none", "Subject: Resent-To: x\nX-Resent-To: a\nResent: b\n", ""},
    {"RFC 5322 appendix A.3",
     "Resent-From: Mary Smith <mary@example.net>\n"
     "Resent-To: Jane Brown <j-brown@other.example>\n"
     "Resent-Date: Mon, 24 Nov 1997 14:22:01 -0800\n"
     "Resent-Message-ID: <78910@example.net>\n"
     "From: John Doe <jdoe@machine.example>\n"
     "To: Mary Smith <mary@example.net>\n"
     "Subject: Saying Hello\n"
     "Date: Fri, 21 Nov 1997 09:55:06 -0600\n"
     "Message-ID: <1234@local.machine.example>\n",
     "From To Date Message-ID |"},
    {"RFC 5322 appendix A.4",
     "Received: from x.y.test\n"
     "   by example.net\n"
     "   for <mary@example.net>;  21 Nov 1997 10:05:43 -0600\n"
     "Received: from node.example by x.y.test; 21 Nov 1997 10:01:22 -0600\n"
     "From: John Doe <jdoe@node.example>\n",
     ""},
    {"RFC 5322 section 3.6, trace fields between",
     "Received: by c; x\n"
     "Resent-From: b\nResent-Date: x\n"
     "Received: by b; x\n"
     "Resent-Date: x\nResent-From: a\n"
     "From: foe\n",
     "From Date |Date From |"},
    {"RFC 5322 section 3.6.6, one after the other",
     "Resent-From: c\nResent-To: d\nResent-Date: x\n"
     "Resent-From: a\nResent-To: b\nResent-Date: x\n",
     "From To Date |From To Date |"},
    {"each name once in a block",
     "Resent-Date:\nResent-From:\nResent-Sender:\nResent-To:\nResent-Cc:\nResent-Bcc:\n"
     "Resent-Message-ID:\nResent-Reply-To:\nresent-cc:\n",
     "Date From Sender To Cc Bcc Message-ID Reply-To |cc |"},
    {"RFC 5322 section 4.5.6", "Resent-Reply-To: a\nResent-Reply-To: b\n", "Reply-To |Reply-To |"},
    {"a repeated name starts a block", "Resent-To:\nResent-To:\nResent-To:\n", "To |To |To |"},
    {"other names can be repeated in a block", "Resent-X: 1\nResent-From: a\nResent-X: 2\n",
     "X From X |"},
    {"any case, folded, obsolete white space", "resent-TO : a,\n b\nRESENT-cc\t: c\nTo: d\n",
     "TO cc |"},
    {"a line without a name ends a block", "Resent-To: a\nno field\nResent-Cc: b\n", "To |Cc |"},
    {"Debian's list server scatters them",
     "Resent-Message-ID: <a@b>\nResent-From: a\nX-Mailing-List: c\nResent-Sender: d\n"
     "Resent-Date: x\n",
     "Message-ID From |Sender Date |"},
    {"no line ending", "A: b\nResent-To: a", "To |"},
};

constexpr void check(row const& row, std::string_view header) {
    test::text_buffer got;
    for (auto const block : resent_blocks{header_section{header}}) {
        REQUIRE_SAME(row.from, block.empty(), false);
        for (auto const field : block) {
            got.append(field.name().substr(7));
            got.append(' ');
        }
        got.append('|');
    }
    REQUIRE_SAME(row.from, std::string_view{got}, row.blocks);
}

constexpr bool table_of_headers() {
    for (auto const& row : table)
        test::with_both_line_endings(row.header,
                                     [&](std::string_view header) { check(row, header); });
    return true;
}
CASE("resent: the blocks of a header section", table_of_headers)

constexpr bool each_is_a_header_section() {
    header_section const header{"Resent-To: b\nResent-To: a\nTo: c\n"};
    resent_blocks const blocks{header};
    auto at = blocks.begin();
    REQUIRE_TRUE((*at).find("resent-to")->value() == "b" && !(*at).find("To"));
    REQUIRE_TRUE((*at++).raw() == "Resent-To: b\n" && (*at).raw() == "Resent-To: a\n");
    REQUIRE_TRUE((*at).find("Resent-To")->value() == "a" && at != blocks.begin());
    REQUIRE_TRUE(++at == std::default_sentinel && resent_blocks{}.empty());
    return true;
}
CASE("resent: each block is a header section", each_is_a_header_section)

TEST_CASE("resent: any fields; each Resent-* field is in one block, in order") {
    // Each letter stands for a field.
    test::for_each_string("dfxro", 7, [](std::string_view letters) {
        std::string bytes;
        for (char const letter : letters)
            bytes.append(letter == 'd'   ? "Resent-Date: \n"
                         : letter == 'f' ? "Resent-From: \n"
                         : letter == 'x' ? "Resent-Other: \n"
                         : letter == 'r' ? "Received: \n"
                                         : "no field\n");
        std::string_view const all = bytes;
        header_section const header{all};
        std::string resent;
        std::size_t count = 0;
        for (auto const block : resent_blocks{header}) {
            resent.append(block.raw());
            ++count;
        }
        std::string wanted;
        std::size_t runs = 0; // of adjacent Resent-* fields: there is at least a block for each
        bool is_in_run = false;
        for (auto const field : header) {
            bool const is_one = field.name().starts_with("Resent-");
            if (is_one) wanted.append(field.raw());
            runs += is_one && !is_in_run ? 1u : 0u;
            is_in_run = is_one;
        }
        REQUIRE_SAME(letters, resent, wanted);
        REQUIRE_SAME(letters, count >= runs, true);
        return true;
    });
}

} // namespace

#include <foldwise/mime/diagnose_parts.hpp>

#include "../mail_files.hpp"
#include "../support.hpp"
#include "entity_shown.hpp"

#include <iterator>
#include <string>

namespace {

using namespace foldwise;

struct row {
    std::string_view text;
    std::string_view problems; // each name{the first 18 octets that it covers}
};

#define MULTIPART_A "Content-Type: multipart/mixed; boundary=a\n"
#define MULTIPART_B "Content-Type: multipart/mixed; boundary=b\n"

constexpr row table[] = {
    {"A: b\n\n--a\n", ""},
    {MULTIPART_A "\n--a\n\none\n--a--\n", ""},
    {"Content-Type: message/rfc822\n\nA: b\n", ""},
    {"A: b\nContent-Type: multipart/mixed\n\n--a\n", "boundary_missing{Content-Type: mult}"},
    {"Content-Type: multipart/mixed; boundary=\" \"\n\n--a\n",
     "multipart_without_part{Content-Type: mult}"},
    {MULTIPART_A "\n--b\n", "multipart_without_part{Content-Type: mult}"},
    {MULTIPART_A "\n--a--\n", "multipart_without_part{Content-Type: mult}"},
    {MULTIPART_A "Content-Transfer-Encoding: base64\n\n--a\n--a--\n",
     "multipart_encoded{Content-Type: mult}"},
    {MULTIPART_A "Content-Transfer-Encoding: 8bit\n\n--a\n--a--\n", ""},
    {MULTIPART_A
     "Content-Transfer-Encoding: 8bit\n\n--a\nContent-Transfer-Encoding: 8bit\n\n--a--\n",
     ""},
    {MULTIPART_A "\n--a\nContent-Transfer-Encoding: base64\n\nYQ==\n--a--\n", ""},
    {MULTIPART_A "\n--a\nContent-Transfer-Encoding: 8bit\n\n--a--\n",
     "part_encoding_wider{Content-Transfer-E}"},
    {"Content-Type: message/rfc822\nContent-Transfer-Encoding: 8bit\n\n"
     "Content-Transfer-Encoding: binary\n\n",
     "part_encoding_wider{Content-Transfer-E}"},
    {MULTIPART_A "\n--a \t\n\none\n--a-- \nx\n",
     "delimiter_white_space{ \t}delimiter_white_space{ }"},
    {"Content-Type: message/partial; id=a; number=1\n\nA: b\n", ""},
    {"Content-Type: message/partial; id=a; number=0\nContent-Transfer-Encoding: 8bit\n\n",
     "message_encoding_forbidden{Content-Type: mess}"
     "fragment_number_malformed{Content-Type: mess}"},
    {"Content-Type: message/external-body\n\nA: b\n\n",
     "message_parameter_missing{Content-Type: mess}external_body_without_id{}"},
    {"Content-Type: message/external-body; access-type=x\n\nContent-ID: <a@b>\n\n", ""},
    {"Content-Type: message/global\nContent-Transfer-Encoding: base64\n\nYQ==\n",
     "body_encoded{Content-Type: mess}"},
    {"Content-Type: multipart/signed; boundary=a\n\n--a\n--a--\n",
     "security_parameter_missing{Content-Type: mult}"},
    {MULTIPART_A "\n--a\nContent-Type: multipart/report; boundary=b\n\n--b\n--b--\n--a--\n",
     "report_type_missing{Content-Type: mult}"},
    {"Content-Type: multipart/related\n\n",
     "related_type_missing{Content-Type: mult}boundary_missing{Content-Type: mult}"},
    {MULTIPART_A "\n--a\n\none\n", "multipart_not_closed{}"},
    {MULTIPART_A "\n--a\n" MULTIPART_B "\n--b\n\none\n--a--\n", "multipart_not_closed{}"},
    {"Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\nA: b\n",
     "message_encoded{Content-Type: mess}"},
    {"Content-Type: multipart/digest; boundary=a\n\n--a\nContent-Transfer-Encoding: base64\n\n"
     "A: b\n--a--\n",
     "message_encoded{Content-Transfer-E}"},
    {MULTIPART_A "\n--a\n" MULTIPART_A "\n--a\n\none\n--a--\n--a--\n",
     "boundary_not_unique{Content-Type: mult}"},
    {MULTIPART_A "\n--a\nContent-Type: multipart/mixed; boundary=ab\n\n--ab\n--ab--\n--a--\n",
     "boundary_not_unique{Content-Type: mult}"},
    {MULTIPART_A "\n--a\n" MULTIPART_B "\n--b\n--b--\n--a--\n", ""},
    // RFC 2046 section 5.1.1: some readers treat these lines as delimiter lines.
    {MULTIPART_A "\npre\n--a x\n--a y\n--a\n\none\n--ab\n--a-\n--a--\n",
     "delimiter_with_text{--a x}delimiter_with_text{--ab}"},
    {MULTIPART_A "\n--a\nA: b\n--a x\n\none\n--a--\n", "delimiter_with_text{--a x}"},
    {MULTIPART_A "\n--a\n" MULTIPART_B "\n--b\n--b--\n--a x\n--a--\n",
     "delimiter_with_text{--a x}"},
    {MULTIPART_A "--a\n\none\n--a--\n", "header_ended_by_delimiter{--a}"},
    {MULTIPART_A "\n--a\n" MULTIPART_B "B: c\n--b \n\none\n--b--\n--a--\n",
     "header_ended_by_delimiter{--b }delimiter_white_space{ }"},
    {MULTIPART_A "--a--\n",
     "header_ended_by_delimiter{--a--}multipart_without_part{Content-Type: mult}"},
    {MULTIPART_A "\n--a\n" MULTIPART_B "--a--\n", "multipart_without_part{Content-Type: mult}"},
    {MULTIPART_A "\n--a\n\n-- a\n --a\nx--a\n--b\n--a--\n", ""},
    {MULTIPART_A "\n--a\n\none\n--A\n--a--\n", "delimiter_with_text{--A}"},
    {MULTIPART_A "\n--a\n" MULTIPART_B "\n--b\n--B-\n--A\n--b--\n--B\n--a--\n",
     "delimiter_with_text{--B-}"},
    {MULTIPART_A "\n--a\n\none\n--a--\npost\n--a\n\ntwo\n--a--\n", "delimiter_after_close{--a}"},
    {MULTIPART_A "\n--a\n\none\n--a--\n--a--\n", "delimiter_after_close{--a--}"},
    {MULTIPART_A "\n--a\n\none\n--a--\n-- a\n", ""},
    // RFC 5322 section 3.6, RFC 2045 section 3: these fields occur only once.
    {"From: a@b\nTo: c@d\nFROM : e@f\n\n", "field_duplicate{FROM : e@f|}"},
    {"Received: a\nReceived: b\nComments: c\nComments: d\n\n", ""},
    {MULTIPART_A "\n--a\nFrom: a\nFrom: b\nContent-Type: c\nContent-Type: d\n\n--a--\n",
     "field_duplicate{Content-Type: d|}"},
    {"Subject: a\nContent-Type: message/rfc822\n\nSubject: b\nSubject: c\n\n",
     "field_duplicate{Subject: c|}"},
    {MULTIPART_A "--a\n" MULTIPART_B "\n--b\n\n--b--\n--a--\n", "header_ended_by_delimiter{--a}"},
};

template <std::size_t First, std::size_t Last>
constexpr bool problems_are_told() {
    for (auto i = First; i < Last && i < std::size(table); ++i)
        test::with_both_line_endings(table[i].text, [&](std::string_view text) {
            test::text_buffer found;
            diagnose_parts(entity{message{text}}, [&](diagnostic const& problem) {
                auto const covered = text.substr(problem.offset, problem.length);
                found.append(problem.name());
                found.append('{');
                auto const shown = covered.size() < 18 ? covered.size() : 18;
                test::append_shown(found, covered.substr(0, shown));
                found.append('}');
            });
            REQUIRE_SAME(table[i].text, std::string_view{found}, table[i].problems);
        });
    return true;
}
CASE("diagnose_parts: problems are reported, 1", (problems_are_told<0, 8>))
CASE("diagnose_parts: problems are reported, 2", (problems_are_told<8, 16>))
CASE("diagnose_parts: problems are reported, 3", (problems_are_told<16, 28>))
CASE("diagnose_parts: problems are reported, 4", (problems_are_told<28, 100>))

constexpr bool the_depth_limit_is_told() {
    constexpr std::string_view text = MULTIPART_A "\n--a\nContent-Type: message/rfc822\n\n--a--\n";
    std::size_t count = 0;
    diagnose_parts(entity{message{text}, 1}, [&](diagnostic const& problem) {
        REQUIRE_TRUE(problem.code == diagnostic_code::entity_too_deep);
        REQUIRE_TRUE(text.substr(problem.offset, problem.length) ==
                     "Content-Type: message/rfc822\n");
        ++count;
    });
    REQUIRE_TRUE(count == 1);
    return true;
}
CASE("diagnose_parts: the depth limit is reported", the_depth_limit_is_told)

TEST_CASE("diagnose_parts: the encodings of entities are compared down to the depth limit") {
    std::string text;
    for (std::size_t depth = 0; depth != deepest_entity; ++depth)
        text += "Content-Type: message/rfc822\n\n";
    text += "Content-Transfer-Encoding: 8bit\n\n";
    std::size_t wider = 0;
    std::size_t deepest = 0;
    entity const root{message{text}};
    for (auto const part : root.walk()) deepest = part.depth();
    diagnose_parts(root, [&](diagnostic const& problem) {
        if (problem.code == diagnostic_code::part_encoding_wider) ++wider;
    });
    CHECK(deepest == deepest_entity);
    CHECK(wider == 1);
}

constexpr bool pieces_are_visited() {
    constexpr std::string_view text = MULTIPART_A "\n--a\n" MULTIPART_B "\none\n--a--\n";
    entity const root{message{text}};
    std::size_t octets = 0;
    std::size_t problems = 0;
    std::size_t leaves = 0;
    auto const count = [&](diagnostic const&) { ++problems; };
    diagnose_parts(root, count, [&](entity_piece const& piece, entity const& part) {
        octets += piece.raw.size();
        if (piece.kind == piece_kind::header) REQUIRE_TRUE(part.header().raw() == piece.raw);
        if (piece.kind == piece_kind::body) leaves += part.is_leaf() ? 1u : 100u;
        return true;
    });
    REQUIRE_TRUE(octets == text.size() && problems == 1 && leaves == 1);
    diagnose_parts(root, count, [](entity_piece const&, entity const&) { return false; });
    REQUIRE_TRUE(problems == 1);
    return true;
}
CASE("diagnose_parts: each piece is visited before its problems", pieces_are_visited)

constexpr bool byte_order_marks() {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    constexpr std::string_view text = "\xEF\xBB\xBF"
                                      "Content-Type: message/rfc822\n\n"
                                      "\xEF\xBB\xBF"
                                      "A: b\n\nc\n";
    std::size_t marks = 0;
    diagnose_parts(entity{message{text}}, [&](diagnostic const& problem) {
        if (problem.code != diagnostic_code::byte_order_mark) return;
        ++marks;
        REQUIRE_TRUE(problem.offset == text.rfind(mark) && problem.length == mark.size());
    });
    REQUIRE_TRUE(marks == 1);
    return true;
}
CASE("diagnose_parts: byte order marks of attached messages", byte_order_marks)

constexpr bool offsets_count_from_the_entity() {
    constexpr std::string_view text = MULTIPART_A "\n--a\n" MULTIPART_B "\none\n--a--\n";
    for (auto const part : entity{message{text}}.children())
        diagnose_parts(part, [&](diagnostic const& problem) {
            REQUIRE_TRUE(problem.code == diagnostic_code::multipart_without_part);
            REQUIRE_TRUE(problem.offset == 0 &&
                         part.raw().substr(0, problem.length) == MULTIPART_B);
        });
    return true;
}
CASE("diagnose_parts: offsets count from the start of the entity", offsets_count_from_the_entity)

TEST_CASE("diagnose_parts: every problem of every file is inside of it") {
    std::size_t problems = 0;
    test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
        diagnose_parts(entity{message{bytes}}, [&](diagnostic const& problem) {
            REQUIRE_SAME(path, problem.offset <= bytes.size(), true);
            REQUIRE_SAME(path, problem.length <= bytes.size() - problem.offset, true);
            ++problems;
        });
    });
    CHECK(problems < 100000);
}

} // namespace

#include <foldwise/dkim/signed_fields.hpp>

#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/dkim_signature.hpp>

#include "../support.hpp"

#include <iterator>
#include <string>
#include <utility>

namespace {

using foldwise::arc_message_signature;
using foldwise::diagnostic;
using foldwise::dkim_signature;
using foldwise::field;
using foldwise::field_coverage;
using foldwise::message;
using foldwise::signed_fields;

static_assert(std::is_trivially_copyable_v<signed_fields>);
static_assert(!std::is_constructible_v<field_coverage, std::string>);

/// The problems, each with the first line of what it covers.
constexpr test::text_buffer problems_of(signed_fields const& s, message const& m) {
    test::text_buffer text;
    s.diagnose([&](diagnostic const& problem) {
        text.append(problem.name());
        text.append(" <");
        auto const where = m.raw().substr(problem.offset, problem.length);
        text.append(where.substr(0, where.find_first_of("\r\n")));
        text.append("> ");
    });
    return text;
}

/// For each field, whether it is signed: "+" or "-".
constexpr test::text_buffer signs_of(signed_fields const& s, message const& m) {
    test::text_buffer text;
    for (auto const f : m.header()) text.append(s.is_signed(f) ? '+' : '-');
    return text;
}

struct coverage_row {
    std::string_view from;
    std::string_view tags;
    std::string_view message;
    std::string_view signs; // of each field
    std::string_view problems;
};

constexpr coverage_row coverage_table[] = {
    {"RFC 6376 section 5.4.2", "h=From:Received : Received",
     "Received: <A>\nReceived: <B>\nReceived: <C>\nFrom: a\n", "-+++", ""},
    {"case does not count, and neither does white space before the colon", "h=fROM:x-A",
     "From : a\nX-a : b\n", "++", ""},
    {"all that are shown", "h=From:Subject:Date", "From: a\nX: b\nSubject: c\nDate: d\n", "+-++",
     ""},
    {"RFC 6376 section 5.4, an unsigned Subject", "h=From:Date",
     "Subject: c\n d\nFrom: a\nDate: d\n", "-++", "dkim_shown_field_unsigned <Subject: c> "},
    {"RFC 6376 section 8.15, a second From above", "h=From", "From: evil\nX: y\nFrom: a\n", "--+",
     "dkim_shown_field_added <From: evil> "},
    {"two are added", "h=Subject", "Subject: 1\nSubject: 2\nsubject: 3\n", "--+",
     "dkim_shown_field_added <Subject: 1> "},
    {"an oversigned name, of which one is present", "h=From:From", "From: a\n", "+", ""},
    {"an oversigned name, of which one more was added", "h=From:From", "From: evil\nFrom: a\n",
     "++", ""},
    {"the body's type", "h=From",
     "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\nFrom: a\n",
     "---+",
     "dkim_shown_field_unsigned <MIME-Version: 1.0> "
     "dkim_shown_field_unsigned <Content-Type: text/html> "
     "dkim_shown_field_unsigned <Content-Transfer-Encoding: base64> "},
    {"RFC 8058 section 4, a field for one-click unsubscription", "h=From:List-Unsubscribe",
     "List-Unsubscribe: <a:b>\nList-Unsubscribe-Post: c\nFrom: a\n", "+-+",
     "dkim_shown_field_unsigned <List-Unsubscribe-Post: c> "},
    {"other people", "h=From", "To: a\nCc: b\nReply-To: c\nSender: d\nFrom: e\n", "----+",
     "dkim_shown_field_unsigned <To: a> dkim_shown_field_unsigned <Cc: b> "
     "dkim_shown_field_unsigned <Reply-To: c> dkim_shown_field_unsigned <Sender: d> "},
    {"fields that are seldom shown", "h=From", "X-Mailer: a\nReceived: b\nFrom: c\n", "--+", ""},
    {"a line without a name", "h=From", "From: a\nno name\n", "+-", ""},
    {"a malformed element of h=", "h=From::a b:Date", "From: a\nDate: d\n", "++", ""},
    {"no h=", "v=1", "From: a\n", "-", "dkim_shown_field_unsigned <From: a> "},
    {"an h= that cannot be read", "h=From\x01", "From: a\n", "-",
     "dkim_shown_field_unsigned <From: a> "},
    {"a byte order mark is part of the name for verifiers", "h=From",
     "\xEF\xBB\xBF"
     "From: a\n",
     "-",
     "dkim_shown_field_unsigned <\xEF\xBB\xBF"
     "From: a> "},
    {"no field", "h=From", "\nbody", "", ""},
};

constexpr bool check_coverage(coverage_row const& row) {
    test::with_both_line_endings(row.message, [&row](std::string_view bytes) {
        message const m{bytes};
        signed_fields const s{dkim_signature{row.tags}, m};
        REQUIRE_SAME(row.from, std::string_view{signs_of(s, m)}, row.signs);
        REQUIRE_SAME(row.from, std::string_view{problems_of(s, m)}, row.problems);
        REQUIRE_SAME(row.from, s.deviation().has_value(), !row.problems.empty());
        for (auto const& each : s.shown()) {
            auto const again = s.coverage_of(each.name());
            REQUIRE_SAME(row.from, again.count(), each.count());
            REQUIRE_SAME(row.from, again.listed_count(), each.listed_count());
            REQUIRE_SAME(row.from, again.signed_count(), each.signed_count());
            REQUIRE_SAME(row.from, again.uppermost().has_value(), each.count() != 0);
        }
    });
    return true;
}

// One constant for each row, since clang 14 limits the steps of a constant expression.
#if !defined(FOLDWISE_RUN_TIME_CASES)
template <std::size_t Row>
inline constexpr bool coverage_is_read = check_coverage(coverage_table[Row]);
template <std::size_t... Row>
constexpr bool are_read(std::index_sequence<Row...>) {
    return (coverage_is_read<Row> && ...);
}
static_assert(are_read(std::make_index_sequence<std::size(coverage_table)>{}));
#endif
TEST_CASE("signed_fields: which fields a signature covers") {
    for (auto const& row : coverage_table) CHECK(check_coverage(row));
}

constexpr bool counts_of_a_name() { // the table of field_coverage
    message const m{"From: b\nFrom: a\nSubject: c\nDate: d\n"};
    signed_fields const s{dkim_signature{"h=from:subject:subject:cc"}, m};
    auto const from = s.shown()[0];
    REQUIRE_TRUE(from.name() == "From" && from.count() == 2 && from.listed_count() == 1);
    REQUIRE_TRUE(from.signed_count() == 1 && from.unsigned_count() == 1 && !from.is_oversigned());
    REQUIRE_TRUE(from.uppermost()->value() == "b");
    auto const subject = s.coverage_of("SUBJECT");
    REQUIRE_TRUE(subject.name() == "SUBJECT" && subject.count() == 1);
    REQUIRE_TRUE(subject.listed_count() == 2 && subject.signed_count() == 1);
    REQUIRE_TRUE(subject.unsigned_count() == 0 && subject.is_oversigned());
    auto const cc = s.coverage_of("Cc");
    REQUIRE_TRUE(cc.count() == 0 && cc.signed_count() == 0 && cc.is_oversigned() &&
                 !cc.uppermost());
    auto const date = s.coverage_of("Date");
    REQUIRE_TRUE(date.count() == 1 && date.unsigned_count() == 1 && !date.is_oversigned());
    return true;
}
CASE("signed_fields: the counts of a name", counts_of_a_name)

constexpr bool a_byte_order_mark_is_no_name() {
    message const m{"\xEF\xBB\xBF"
                    "From: a\n"};
    signed_fields const s{dkim_signature{"h=From:From"}, m};
    auto const from = s.shown()[0];
    REQUIRE_TRUE(from.count() == 1 && from.signed_count() == 0 && from.is_oversigned());
    REQUIRE_TRUE(from.uppermost()->raw() == m.raw());
    return true;
}
CASE("signed_fields: a name after a byte order mark is shown, but not signed",
     a_byte_order_mark_is_no_name)

constexpr bool the_signature_itself() {
    // RFC 6376 section 5.4: the own field is signed, and h= means the other signatures.
    message const m{"DKIM-Signature: v=1; h=From:DKIM-Signature\n"
                    "DKIM-Signature: v=1; h=From\n"
                    "From: a\n"};
    auto const upper = *m.header().begin();
    auto const lower = *++m.header().begin();
    signed_fields const by_upper{dkim_signature{upper}, m};
    REQUIRE_TRUE(by_upper.is_signed(upper) && by_upper.is_signed(lower));
    REQUIRE_TRUE(by_upper.coverage_of("DKIM-Signature").count() == 1);
    signed_fields const by_lower{dkim_signature{lower}, m};
    REQUIRE_TRUE(!by_lower.is_signed(upper) && by_lower.is_signed(lower));
    return true;
}
CASE("signed_fields: the signature's own field", the_signature_itself)

constexpr bool a_signature_of_arc() {
    message const m{"ARC-Message-Signature: i=1; h=From\nSubject: a\nFrom: b\n"};
    auto const own = *m.header().begin();
    signed_fields const s{arc_message_signature{own}, m};
    REQUIRE_TRUE(s.is_signed(own) && s.is_signed(*m.header().find("From")));
    REQUIRE_TRUE(!s.is_signed(*m.header().find("Subject")));
    return true;
}
CASE("signed_fields: an ARC-Message-Signature", a_signature_of_arc)

constexpr bool a_field_of_another_message() {
    message const m{"From: a\n"};
    signed_fields const s{dkim_signature{"h=From"}, m};
    REQUIRE_TRUE(s.is_signed(*m.header().begin()));
    REQUIRE_TRUE(!s.is_signed(field{"From: another\n"}) && !s.is_signed(field{}));
    return true;
}
CASE("signed_fields: a field of another message is not signed", a_field_of_another_message)

constexpr bool selected_fields() {
    message const m{"A: 1\nB: 2\nA: 3\n"};
    signed_fields const s{dkim_signature{"h=a:x:A:a"}, m};
    test::text_buffer text;
    for (auto const f : s.selected()) {
        text.append(f.name());
        text.append(f.field() ? f.field()->raw_value() : " -");
        text.append(' ');
    }
    REQUIRE_TRUE(std::string_view{text} == "a 3 x - A 1 a - ");
    REQUIRE_TRUE(!s.has_more_names());
    return true;
}
CASE("signed_fields: the field that each name selects", selected_fields)

constexpr bool no_names() {
    signed_fields const s{dkim_signature{"a=b"}, message{"To: a\nFrom: b\n"}};
    REQUIRE_TRUE(!s.has_more_names() && s.selected().begin() == s.selected().end());
    return true;
}
CASE("signed_fields: a signature without names", no_names)

TEST_CASE("signed_fields: more names than are read") {
    std::string tags = "h=From";
    for (std::size_t i = 1; i < signed_fields::most_names; ++i) tags += ":X";
    message const m{"To: a\nFrom: b\n"};
    signed_fields const most{dkim_signature{tags}, m};
    CHECK_FALSE(most.has_more_names());
    CHECK(most.coverage_of("x").listed_count() == 127);
    tags += ":To";
    signed_fields const more{dkim_signature{tags}, m};
    CHECK(more.has_more_names());
    CHECK(more.coverage_of("From").unsigned_count() == 0);
    CHECK(more.coverage_of("To").unsigned_count() == 1);
}

// shown() refers to the object, which must not be a temporary.
template <class T>
concept has_shown = requires(T&& object) { static_cast<T&&>(object).shown(); };
static_assert(has_shown<signed_fields const&> && !has_shown<signed_fields>);

} // namespace

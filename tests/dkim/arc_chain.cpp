#include <foldwise/dkim/arc_chain.hpp>

#include "../support.hpp"
#include "arc_fields.hpp"

#include <iterator>
#include <string>
#include <utility>

namespace {

using foldwise::arc_chain;
using foldwise::arc_chain_status;
using foldwise::arc_member;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::header_section;
using foldwise::message;

static_assert(std::is_trivially_copyable_v<arc_chain>);
static_assert(sizeof(arc_chain) < 3072);

/// The sets: for each its instance, the letters of its fields, and "!" if a kind occurs twice.
constexpr test::text_buffer sets_of(arc_chain const& chain) {
    test::text_buffer text;
    for (auto const& set : chain) {
        if (set.instance() != 1) text.append(' ');
        if (set.instance() >= 10) text.append(static_cast<char>('0' + set.instance() / 10));
        text.append(static_cast<char>('0' + set.instance() % 10));
        if (set.find(arc_member::authentication_results)) text.append('a');
        if (set.find(arc_member::message_signature)) text.append('m');
        if (set.find(arc_member::seal)) text.append('s');
        if (set.has_duplicate()) text.append('!');
        if (set.empty()) text.append('-');
    }
    if (chain.has_stray_fields()) text.append(" stray");
    return text;
}

constexpr std::string_view status_of(arc_chain const& chain) {
    auto const status = chain.recorded_status();
    if (!status) return status.error().name();
    using enum arc_chain_status;
    return *status == none ? "none" : *status == pass ? "pass" : "fail";
}

/// The problems, each with the first octets of what it covers.
constexpr test::text_buffer problems_of(arc_chain const& chain, std::string_view header) {
    test::text_buffer text;
    chain.diagnose([&](diagnostic const& problem) {
        text.append(problem.name());
        text.append(" <");
        auto const where = header.substr(problem.offset, problem.length);
        text.append(where.substr(0, where.find(';')));
        text.append("> ");
    });
    return text;
}

struct chain_row {
    std::string_view from;
    std::string_view fields; // as arc_fields() takes them
    std::string_view sets;
    std::string_view status;
    bool can_pass;
    std::string_view problems;
};

constexpr chain_row chain_table[] = {
    {"no field", "", "", "none", false, ""},
    {"no field of ARC", "From ARC-Set ARC-Seals", "", "none", false, ""},
    {"RFC 8617 section 4.2, one set", "s1:none m1 a1 From", "1ams", "none", true, ""},
    {"RFC 8617 section 4.3, two sets", "s2:pass m2 a2 s1:none m1 a1 From", "1ams 2ams", "pass",
     true, ""},
    {"the order of the fields has no meaning", "a1 From s2:pass s1:none m1 To a2 m2", "1ams 2ams",
     "pass", true, ""},
    {"a leading zero", "s01:none m1 a01", "1ams", "none", true, ""},
    {"comments", "s(x)1(y):none m1 a(z)1", "1ams", "none", true, ""},

    // RFC 8617 section 5.2, step 2
    {"the newest set says that the chain failed", "s2:fail m2 a2 s1:none m1 a1", "1ams 2ams",
     "fail", false, ""},
    {"... whatever the others are", "s3:fail m3 a3 s1:none", "1s 2- 3ams", "fail", false,
     "arc_set_incomplete <arc-SEAL: i=1> arc_set_missing <ARC-Authentication-Results: i=3> "},

    // step 3.A
    {"no seal", "m1 a1", "1am", "arc_set_incomplete", false,
     "arc_set_incomplete <ARC-Authentication-Results: i=1> "},
    {"no message signature", "s1:none a1", "1as", "none", false,
     "arc_set_incomplete <ARC-Authentication-Results: i=1> "},
    {"no results", "s1:none m1", "1ms", "none", false,
     "arc_set_incomplete <ARC-Message-Signature: i=1> "},
    {"an older set without a seal", "s2:pass m2 a2 m1 a1", "1am 2ams", "pass", false,
     "arc_set_incomplete <ARC-Authentication-Results: i=1> "},
    {"two seals", "s1:none m1 a1 s1:pass", "1ams!", "none", false,
     "arc_set_duplicate <arc-SEAL: i=1> "},
    {"two message signatures", "m1 s1:none m1 a1", "1ams!", "none", false,
     "arc_set_duplicate <ARC-Message-Signature: i=1> "},
    {"three results", "a1 a1 s1:none a1 m1", "1ams!", "none", false,
     "arc_set_duplicate <ARC-Authentication-Results: i=1> "
     "arc_set_duplicate <ARC-Authentication-Results: i=1> "},

    // step 3.B
    {"no first set", "s2:pass m2 a2", "1- 2ams", "pass", false,
     "arc_set_missing <ARC-Authentication-Results: i=2> "},
    {"gaps", "s1:none m1 a1 s3:pass m3 a3 s6:pass m6 a6", "1ams 2- 3ams 4- 5- 6ams", "pass", false,
     "arc_set_missing <ARC-Authentication-Results: i=3> "
     "arc_set_missing <ARC-Authentication-Results: i=6> "},
    {"instance 0", "s1:none m1 a1 s0:none", "1ams stray", "none", false,
     "arc_field_without_set <arc-SEAL: i=0> "},
    {"instance 51", "m51 s1:none m1 a1", "1ams stray", "none", false,
     "arc_field_without_set <ARC-Message-Signature: i=51> "},
    {"no instance that can be read", "a1x", " stray", "arc_set_incomplete", false,
     "arc_field_without_set <ARC-Authentication-Results: i=1x> "},
    {"a large number", "s4294967297:none m1 a1", "1am stray", "arc_set_incomplete", false,
     "arc_field_without_set <arc-SEAL: i=4294967297> "
     "arc_set_incomplete <ARC-Authentication-Results: i=1> "},

    // step 3.C
    {"i=1 with cv=pass", "s1:pass m1 a1", "1ams", "pass", false,
     "arc_chain_status_impossible <pass> "},
    {"i=1 with cv=fail", "s1:fail m1 a1", "1ams", "fail", false,
     "arc_chain_status_impossible <fail> "},
    {"i=2 with cv=none", "s2:none m2 a2 s1:none m1 a1", "1ams 2ams", "none", false,
     "arc_chain_status_impossible <none> "},
    {"an older failure", "s3:pass m3 a3 s2:fail m2 a2 s1:none m1 a1", "1ams 2ams 3ams", "pass",
     false, "arc_chain_status_impossible <fail> "},
    {"an unknown status", "s1:maybe m1 a1", "1ams", "tag_value_malformed", false, ""},
};

constexpr bool check_chain(chain_row const& row) {
    test::with_both_line_endings(test::arc_fields(row.fields), [&row](std::string_view header) {
        arc_chain const chain{header_section{header}};
        REQUIRE_SAME(row.from, std::string_view{sets_of(chain)}, row.sets);
        REQUIRE_SAME(row.from, status_of(chain), row.status);
        REQUIRE_SAME(row.from, chain.can_pass(), row.can_pass);
        REQUIRE_SAME(row.from, std::string_view{problems_of(chain, header)}, row.problems);
        REQUIRE_SAME(row.from, chain.deviation().has_value(), !row.problems.empty());
        REQUIRE_SAME(row.from, chain.newest().instance(), chain.size());
        REQUIRE_SAME(row.from, chain.empty(), chain.size() == 0);
    });
    return true;
}

// One constant for each row, since clang 14 limits the steps of a constant expression.
#if !defined(FOLDWISE_RUN_TIME_CASES)
template <std::size_t Row>
inline constexpr bool chain_is_read = check_chain(chain_table[Row]);
template <std::size_t... Row>
constexpr bool are_read(std::index_sequence<Row...>) {
    return (chain_is_read<Row> && ...);
}
static_assert(are_read(std::make_index_sequence<std::size(chain_table)>{}));
#endif
TEST_CASE("arc_chain: sets, gaps and duplicates") {
    for (auto const& row : chain_table) CHECK(check_chain(row));
}

// ---- A problem of a field that spoils the chain

struct field_row {
    std::string_view from;
    std::string_view seal; // the only set's
    bool can_pass;
};

constexpr field_row field_table[] = {
    {"proper", "i=1; cv=none; a=rsa-sha256; b=QQ==; d=a.b; s=c", true},
    {"RFC 8617 section 4.1.3, h=", "i=1; cv=none; a=rsa-sha256; b=QQ==; d=a.b; s=c; h=From", false},
    {"RFC 8617 section 4.1, i= is not first", "cv=none; i=1; a=rsa-sha256; b=QQ==; d=a.b; s=c",
     false},
    {"two cv=", "i=1; cv=none; a=rsa-sha256; b=QQ==; d=a.b; s=c; cv=pass", false},
    {"two i=", "i=1; cv=none; a=rsa-sha256; b=QQ==; d=a.b; s=c; i=2", false},
    {"no b=", "i=1; cv=none; a=rsa-sha256; d=a.b; s=c", false},
    {"no cv=", "i=1; a=rsa-sha256; b=QQ==; d=a.b; s=c", false},
};

constexpr bool fields_that_spoil_the_chain() {
    for (auto const& row : field_table) {
        auto header = test::arc_fields("m1 a1");
        header.append("ARC-Seal: ");
        header.append(row.seal);
        header.append('\n');
        arc_chain const chain{header_section{header}};
        REQUIRE_SAME(row.from, std::string_view{sets_of(chain)}, "1ams");
        REQUIRE_SAME(row.from, chain.can_pass(), row.can_pass);
        REQUIRE_SAME(row.from, !chain.deviation(), true); // they are the field's own problems
    }
    auto header = test::arc_fields("s1:none a1");
    header.append("ARC-Message-Signature: i=1; a=rsa-sha256; b=QQ==; d=a.b; h=From; s=c\n");
    REQUIRE_TRUE(!arc_chain{header_section{header}}.can_pass()); // no bh=
    return true;
}
CASE("arc_chain: a chain cannot pass if one of its fields is malformed",
     fields_that_spoil_the_chain)

constexpr bool offsets_count_from_the_header() {
    constexpr std::string_view header = "A: b\nARC-Seal: i=1; cv= x \n";
    auto const status = arc_chain{header_section{header}}.recorded_status();
    REQUIRE_TRUE(!status && status.error() == diagnostic{diagnostic_code::tag_value_malformed,
                                                         header.find('x'), 1});
    constexpr std::string_view strays = "A: b\nARC-Seal: x\n";
    auto const missing = arc_chain{header_section{strays}}.recorded_status();
    REQUIRE_TRUE(!missing && missing.error() ==
                                 diagnostic{diagnostic_code::arc_set_incomplete, strays.size(), 0});
    return true;
}
CASE("arc_chain: offsets count from the start of the header section", offsets_count_from_the_header)

constexpr bool the_upper_duplicate_is_read() {
    auto const header = test::arc_fields("s1:none m1 a1 s1:fail");
    auto const seal = arc_chain{header_section{header}}.set(1).seal();
    REQUIRE_TRUE(*seal->chain_status() == arc_chain_status::none);
    return true;
}
CASE("arc_chain: of two fields with the same instance, the upper one is read",
     the_upper_duplicate_is_read)

constexpr bool a_byte_order_mark() {
    auto const rest = test::arc_fields("s1:none m1 a1");
    test::text_buffer header;
    header.append("\xEF\xBB\xBF");
    header.append(rest);
    arc_chain const chain{header_section{header}};
    REQUIRE_TRUE(std::string_view{sets_of(chain)} == "1am" && !chain.can_pass());
    return true;
}
CASE("arc_chain: a field with a byte order mark before its name is not part of it",
     a_byte_order_mark)

TEST_CASE("arc_chain: 50 sets, and 51") {
    std::string header;
    for (int i = 1; i <= 50; ++i) {
        auto const number = std::to_string(i);
        auto words = std::string{"a"}.append(number).append(" m").append(number);
        words.append(" s").append(number).append(i == 1 ? ":none" : ":pass");
        header += test::arc_fields(words);
    }
    arc_chain const chain{header_section{header}};
    CHECK(chain.size() == arc_chain::most_sets);
    CHECK(chain.can_pass());
    CHECK_FALSE(chain.deviation());
    CHECK(chain.set(50).is_complete());
    CHECK(chain.set(51).empty());
    CHECK(chain.set(0).empty());

    header += test::arc_fields("s51:pass");
    arc_chain const longer{message{header}};
    CHECK(longer.size() == 50);
    CHECK_FALSE(longer.can_pass());
    CHECK(longer.deviation()->code == diagnostic_code::arc_field_without_set);
}

constexpr bool header_is_where_it_was_read() {
    REQUIRE_TRUE(foldwise::arc_chain{foldwise::header_section{"a: b\n"}}.header().find("a"));
    return true;
}
CASE("arc_chain: header() is where it was read", header_is_where_it_was_read)

} // namespace

#include <foldwise/dkim/signed_header.hpp>

#include "../support.hpp"

#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/dkim_signature.hpp>

#include <optional>

namespace {

using foldwise::bare_lf;
using foldwise::dkim_signature;
using foldwise::field;
using foldwise::header_section;
using foldwise::signed_header;

struct row {
    std::string_view from;
    std::string_view header; // the first field is the signature
    std::string_view wanted;
};

constexpr row table[] = {
    {"RFC 6376 section 5.4.2",
     "DKIM-Signature: h=Received : Received\nReceived: <A>\nReceived: <B>\nReceived: <C>\n",
     "Received: <C>\nReceived: <B>\nDKIM-Signature: h=Received : Received"},
    {"more names than fields", "D: h=a:b:A:a:a;c=relaxed\nA: 1\nB: 2\na: 3\n",
     "a:3\nb:2\na:1\nd:h=a:b:A:a:a;c=relaxed"},
    {"as many names as fields", "D: h=a:a:a\nA: 1\nA: 2\nA: 3\n", "A: 3\nA: 2\nA: 1\nD: h=a:a:a"},
    {"fewer names than fields", "D: h=a:a:a\nA: 1\nA: 2\nA: 3\nA: 4\nA: 5\n",
     "A: 5\nA: 4\nA: 3\nD: h=a:a:a"},
    {"absent names", "D: h=x:a:y\nA: 1\n", "A: 1\nD: h=x:a:y"},
    {"folded fields, simple", "D: h=a;\n x=y\nA: 1\n\t 2\n", "A: 1\n\t 2\nD: h=a;\n x=y"},
    {"folded fields, relaxed", "D: h=a;\n c=relaxed\nA: 1\n\t 2\n", "a:1 2\nd:h=a; c=relaxed"},
    {"the signature itself", "D: h=d:d:a\nA: 1\nD: 2\n", "D: 2\nA: 1\nD: h=d:d:a"},
    {"b= is emptied", "D: h=a; b= x\n y ; bh=z \nA: 1\n", "A: 1\nD: h=a; b=; bh=z "},
    {"b= is emptied at the end", "D: h=a; bh=z; b= x\n y \nA: 1\n", "A: 1\nD: h=a; bh=z; b="},
    {"c= is unknown", "D: h=a; c=nofws\nA: 1\n", ""},
    {"no h=", "D: a=x\nA: 1\n", ""},
};

constexpr void check(row const& each, std::string_view header, bare_lf lf) {
    header_section const fields{header};
    auto const own = *fields.begin();
    dkim_signature const s{own};
    signed_header const text{s, own, fields, lf};
    auto const wanted = test::with_crlf(each.wanted);
    REQUIRE_SAME(each.from, text, std::string_view{wanted});
}

constexpr bool each_signature_selects_its_fields() {
    for (auto const& each : table) {
        check(each, each.header, bare_lf::crlf);
        check(each, test::with_crlf(each.header), bare_lf::data);
    }
    return true;
}
CASE("signed_header: each signature selects its fields", each_signature_selects_its_fields)

struct problem_row {
    std::string_view signature;
    std::optional<foldwise::diagnostic_code> problem;
    std::string_view place; // in the signature
};

using enum foldwise::diagnostic_code;

constexpr problem_row problem_table[] = {
    {"h=a", std::nullopt, ""},
    {"h=a; c=relaxed", std::nullopt, ""},
    {"h=a; c=simple/relaxed", std::nullopt, ""},
    {"h=a; c= nofws ", dkim_canonicalization_unknown, "nofws"},
    {"h=a; c=relaxed/x", dkim_canonicalization_unknown, "relaxed/x"},
    {"h=a; c=Relaxed", dkim_canonicalization_unknown, "Relaxed"}, // case counts
    {"h=a; c=a/b/c", tag_value_malformed, "a/b/c"},
    {"c=simple", tag_missing, ""},
    {"h=\x01; c=simple", tag_value_octet, "h=\x01"},
    {"h=a::b", std::nullopt, ""}, // an item that is no name selects nothing
};

constexpr bool no_text_if_it_cannot_be_determined() {
    for (auto const& each : problem_table) {
        test::text_buffer bytes;
        bytes.append("D:");
        bytes.append(each.signature);
        bytes.append("\na: b\n");
        header_section const header{std::string_view{bytes}};
        auto const own = *header.begin();
        signed_header const text{dkim_signature{own}, own, header, bare_lf::crlf};
        auto const& problem = text.problem();
        REQUIRE_SAME(each.signature, problem.has_value(), each.problem.has_value());
        if (!problem) continue;
        REQUIRE_SAME(each.signature, problem->code == *each.problem, true);
        REQUIRE_SAME(each.signature, each.signature.substr(problem->offset, problem->length),
                     each.place);
        REQUIRE_SAME(each.signature, text.empty() && text == std::string_view{}, true);
        if (problem->code == tag_missing)
            REQUIRE_SAME(each.signature, text.fields().begin() == text.fields().end(), true);
    }
    REQUIRE_TRUE(signed_header::field_range{}.empty());
    return true;
}

CASE("signed_header: there is no text if it cannot be determined",
     no_text_if_it_cannot_be_determined)

// ARC-Message-Signature (RFC 8617 section 4.1.2).
constexpr bool an_arc_message_signature_is_a_signature() {
    constexpr std::string_view bytes = "ARC-Message-Signature: i=1 (b=c) ; c=relaxed/relaxed;\r\n"
                                       " h=from:arc-message-signature; b = x ; t=1\r\n"
                                       "From: a\r\n";
    foldwise::message const m{bytes};
    auto const own = *m.header().begin();
    signed_header const text{foldwise::arc_message_signature{own}, own, m};
    REQUIRE_SAME("RFC 8617 section 4.1.2", text,
                 std::string_view{"from:a\r\n"
                                  "arc-message-signature:i=1 (b=c) ; c=relaxed/relaxed;"
                                  " h=from:arc-message-signature; b =; t=1"});
    return true;
}
CASE("signed_header: an ARC-Message-Signature is a signature, too",
     an_arc_message_signature_is_a_signature)

/// A message whose lines do not end alike. A signature over its octets is found again; where a
/// field ends with LF alone, no text is that of another reader.
constexpr bool in_mixed_line_endings_lf_is_data() {
    constexpr std::string_view bytes = "D: h=a:b; c=relaxed/relaxed\r\n"
                                       "A: 1\n 2\r\n"
                                       "B: 3\n"
                                       "C: 4\r\n"
                                       "\r\n";
    foldwise::message const m{bytes};
    auto const own = *m.header().begin();
    signed_header const text{dkim_signature{own}, own, m};
    REQUIRE_SAME("LF is data", text,
                 std::string_view{"a:1\n 2\r\nb:3\n\r\nd:h=a:b; c=relaxed/relaxed"});
    return true;
}
CASE("signed_header: in a message with CRLF, a bare LF is data", in_mixed_line_endings_lf_is_data)

/// The name after a byte order mark is another name for who made the signature.
constexpr bool a_field_with_a_byte_order_mark_is_not_selected() {
    constexpr std::string_view bytes = "\xEF\xBB\xBF"
                                       "From: a\r\n"
                                       "D: h=from:from\r\n"
                                       "From: b\r\n\r\n";
    foldwise::message const m{bytes};
    auto const own = *m.header().find("D");
    signed_header const text{dkim_signature{own}, own, m};
    REQUIRE_SAME("byte order mark", text, std::string_view{"From: b\r\nD: h=from:from"});
    std::size_t names = 0;
    for (auto const each : text.fields()) names += each.field() ? 1u : 10u;
    REQUIRE_TRUE(names == 11);
    return true;
}
CASE("signed_header: a field with a byte order mark is not selected",
     a_field_with_a_byte_order_mark_is_not_selected)

TEST_CASE("signed_header: the limit on names") {
    std::string names = "D:h=from";
    for (int i = 1; i != 128; ++i) names += ":a";
    foldwise::message const m{"From: b\r\n\r\n"};
    CHECK(!signed_header{dkim_signature{field{names}}, field{names}, m}.problem());
    names += ":a";
    dkim_signature const s{field{names}};
    signed_header const text{s, field{names}, m};
    REQUIRE(text.problem());
    CHECK(text.problem()->code == dkim_header_names_limit);
    CHECK(text.empty());
    std::size_t reported = 0;
    s.diagnose([&](foldwise::diagnostic const& problem) {
        reported += problem.code == dkim_header_names_limit ? 1u : 0u;
    });
    CHECK(reported == 1);
}

} // namespace

#include <foldwise/dkim/body_coverage.hpp>

#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/dkim_signature.hpp>

#include "../support.hpp"

namespace {

using foldwise::body_coverage;
using foldwise::diagnostic_code;
using foldwise::dkim_signature;
using foldwise::message;

static_assert(std::is_trivially_copyable_v<body_coverage>);

struct body_row {
    std::string_view from;
    std::string_view tags;
    std::string_view message; // each LF counts as CRLF
    std::uint64_t unsigned_octets;
    std::string_view problem;
};

constexpr body_row body_table[] = {
    {"RFC 6376 section 3.5, no l=", "v=1", "A: b\n\nbody\n", 0, ""},
    {"RFC 6376 section 8.2, text was added", "l=8; c=relaxed/relaxed", "A: b\n\nsigned\nadded\n", 7,
     "dkim_body_partly_signed"},
    {"l= is the size of the body", "l=6", "A: b\n\nbody\n", 0, ""},
    {"empty lines at the end do not count", "l=6", "A: b\n\nbody\n\n\n", 0, ""},
    {"a missing line ending counts", "l=6", "A: b\n\nbody", 0, ""},
    {"white space counts in simple form", "l=6", "A: b\n\nbody \n", 1, "dkim_body_partly_signed"},
    {"white space at the end does not count in relaxed form", "l=6; c=simple/relaxed",
     "A: b\n\nbody \n", 0, ""},
    {"RFC 6376 section 5.4.1, l=0", "l=0", "A: b\n\nbody\n", 6, "dkim_body_partly_signed"},
    {"l=0 and a body that is empty in relaxed form", "l=0; c=simple/relaxed", "A: b\n\n\n", 0, ""},
    {"no body in simple form", "l=0", "A: b\n", 2, "dkim_body_partly_signed"},
    {"RFC 6376 section 3.5, l= is larger than the body", "l=7", "A: b\n\nbody\n", 0,
     "dkim_body_length_beyond_body"},
    {"a large number", "l=18446744073709551615", "A: b\n\nbody\n", 0,
     "dkim_body_length_beyond_body"},
};

constexpr bool bodies() {
    for (auto const& row : body_table)
        test::with_both_line_endings(row.message, [&row](std::string_view bytes) {
            message const m{bytes};
            auto const body = body_coverage::read(dkim_signature{row.tags}, m);
            REQUIRE_SAME(row.from, body.has_value(), true);
            REQUIRE_SAME(row.from, body->unsigned_octets(), row.unsigned_octets);
            REQUIRE_SAME(row.from, body->is_whole(), row.problem.empty());
            REQUIRE_SAME(row.from, body->is_beyond_body(),
                         row.problem == "dkim_body_length_beyond_body");
            auto const problem = body->deviation();
            REQUIRE_SAME(row.from, problem ? problem->name() : "", row.problem);
            if (!problem) return;
            REQUIRE_SAME(row.from, problem->offset, m.offset_of(m.body()));
            REQUIRE_SAME(row.from, problem->length, m.body().size());
        });
    return true;
}
CASE("body_coverage: how much of the body a signature covers", bodies)

constexpr bool errors_and_limits() {
    message const m{"A: b\r\n\r\nbody\r\n"};
    auto const code_of = [&m](std::string_view tags) {
        return body_coverage::read(dkim_signature{tags}, m).error().code;
    };
    REQUIRE_TRUE(code_of("l=x") == diagnostic_code::tag_value_malformed);
    REQUIRE_TRUE(code_of("l=18446744073709551616") == diagnostic_code::tag_value_malformed);
    REQUIRE_TRUE(code_of("l=") == diagnostic_code::tag_value_malformed);
    REQUIRE_TRUE(code_of("c=nofws") == diagnostic_code::dkim_canonicalization_unknown);
    auto const arc = body_coverage::read(foldwise::arc_message_signature{"i=1; l=4"}, m);
    REQUIRE_TRUE(*arc->limit() == 4 && arc->unsigned_octets() == 2);
    REQUIRE_TRUE(!body_coverage::read(dkim_signature{"v=1"}, m)->limit());
    REQUIRE_TRUE(body_coverage{}.is_whole() && !body_coverage{}.deviation());
    return true;
}
CASE("body_coverage: an l= or c= that cannot be read, and limits", errors_and_limits)

} // namespace

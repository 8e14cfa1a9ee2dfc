#include <foldwise/dkim/signed_body.hpp>

#include "../support.hpp"

#include <foldwise/dkim/dkim_signature.hpp>

namespace {

using foldwise::bare_lf;
using foldwise::dkim_signature;

struct l_row {
    std::string_view signature;
    std::string_view wanted;
};

// The body is "a \r\nb\r\n\r\n".
constexpr l_row l_table[] = {
    {"b=", "a \r\nb\r\n"},
    {"c=relaxed", "a \r\nb\r\n"}, // the body is simple
    {"c=relaxed/relaxed", "a\r\nb\r\n"},
    {"l=0", ""},
    {"l=3", "a \r"},
    {"l=7", "a \r\nb\r\n"},
    {"l=8", "a \r\nb\r\n"},
    {"c=simple/relaxed; l=6", "a\r\nb\r\n"},
    {"c=simple/relaxed; l=7", "a\r\nb\r\n"},
    {"l=18446744073709551615", "a \r\nb\r\n"},
};

constexpr bool l_counts_octets_of_the_canonical_body() {
    for (auto const& each : l_table)
        for (std::string_view const m : {"x: y\r\n\r\na \r\nb\r\n\r\n", "x: y\n\na \nb\n\n"}) {
            foldwise::message const whole{m};
            dkim_signature const s{each.signature};
            REQUIRE_SAME(each.signature, *signed_body(s, whole) == each.wanted, true);
        }
    for (std::string_view const unreadable : {"c=x", "l=-1", "l=18446744073709551616"})
        REQUIRE_TRUE(!foldwise::signed_body(dkim_signature{unreadable}, "a", bare_lf::data));
    return true;
}
CASE("signed_body: l= counts octets of the canonical body", l_counts_octets_of_the_canonical_body)

constexpr bool in_mixed_line_endings_lf_is_data() {
    foldwise::message const m{"D: c=relaxed/relaxed\r\n\r\nx \ny \r\n\n"};
    auto const body = signed_body(dkim_signature{*m.header().begin()}, m);
    REQUIRE_SAME("LF is data", *body, std::string_view{"x \ny\r\n\n\r\n"});
    return true;
}
CASE("signed_body: in a message with CRLF, a bare LF is data", in_mixed_line_endings_lf_is_data)

} // namespace

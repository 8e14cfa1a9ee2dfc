#include <foldwise/dmarc/detail/named_address.hpp>

#include "../../support.hpp"

namespace {

using foldwise::mailbox;
using foldwise::detail::has_named_address;

struct row {
    std::string_view mailbox;
    bool has_address;
};

constexpr row table[] = {
    {"c@d.example", false},
    {"Foe <c@d.example>", false},
    {"\"a@b.example\" <c@d.example>", false},
    {"\"Foe a@b.example x\" <c@d.example>", false},
    {"\"a@, @b; @ , a @b, x\" <c@d.example>", false},
    {"\"a@b.example > <\" <c@d.example>", false},
    {"\"<a@b.example\" <c@d.example>", true},
    {"\"< x @\" <c@d.example>", true},
    {"\"a@b.example,\" <c@d.example>", true},
    {"\"a@b.example\n ;x\" <c@d.example>", true},
    {"=?utf-8?q?a=40b=2C?= <c@d.example>", true},
    {"=?utf-8?q?a=40b?=\n =?utf-8?q?=2C?= <c@d.example>", true},
    {"=?us-ascii?b?PGFAYj4=?= <c@d.example>", true},
    {"c@d.example (a@b)", false},
    {"c@d.example (=?utf-8?q?=3Ca=40b=3E?=)", true},
    {"(=?utf-8?q?a=40b=2C?=) c@d.example (x)", true},
    {"<c@d.example (a@b\\, x)>", true},
};

constexpr bool names_and_comments() {
    for (auto const& row : table) {
        auto const check = [&row](std::string_view source) {
            REQUIRE_SAME(row.mailbox, has_named_address(*mailbox::read(source)), row.has_address);
        };
        check(row.mailbox);
        if (!std::is_constant_evaluated()) check(test::with_crlf(row.mailbox));
    }
    return true;
}
CASE("named_address: an address in a name or comment", names_and_comments)

} // namespace

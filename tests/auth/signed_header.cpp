#include <foldwise/auth/signed_header.hpp>

#include "../support.hpp"

#include <foldwise/auth/dkim_signature.hpp>

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

} // namespace

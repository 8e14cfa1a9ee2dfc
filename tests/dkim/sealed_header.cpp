#include <foldwise/dkim/sealed_header.hpp>

#include "../support.hpp"
#include "arc_fields.hpp"

#include <iterator>
#include <utility>

namespace {

using foldwise::arc_chain;
using foldwise::bare_lf;
using foldwise::header_section;
using foldwise::sealed_header;

static_assert(std::is_trivially_copyable_v<sealed_header>);
static_assert(sizeof(sealed_header) < 5500);

/// The fields of arc_fields() in relaxed form, in the order of the words. The last one is the seal
/// itself: with an empty b= and without CRLF.
constexpr test::text_buffer relaxed(std::string_view words) {
    test::text_buffer text;
    while (!words.empty()) {
        auto const word = words.substr(0, words.find(' '));
        bool const is_last = word.size() == words.size();
        words.remove_prefix(is_last ? word.size() : word.size() + 1);
        auto const colon = word.find(':');
        auto const instance = word.substr(1, colon == word.npos ? colon : colon - 1);
        switch (word.front()) {
        case 'a':
            text.append("arc-authentication-results:i=");
            text.append(instance);
            text.append("; a.example; spf=pass\r\n");
            break;
        case 'm':
            text.append("arc-message-signature:i=");
            text.append(instance);
            text.append("; a=rsa-sha256; b=QQ==; bh=QQ==; d=a.example; h=From; s=s\r\n");
            break;
        default:
            text.append("arc-seal:i=");
            text.append(instance);
            text.append("; cv=");
            text.append(word.substr(colon + 1));
            text.append("; a=rsa-sha256; b=");
            text.append(is_last ? "; d=a.example; s=s" : "QQ==; d=a.example; s=s\r\n");
        }
    }
    return text;
}

struct seal_row {
    std::string_view from;
    std::string_view fields;
    unsigned instance;
    std::string_view sealed;
    std::string_view problem;
};

constexpr seal_row seal_table[] = {
    {"RFC 8617 section 5.1.1, one set", "s1:none m1 a1", 1, "a1 m1 s1:none", ""},
    {"three sets, whatever the order of the fields",
     "m3 s2:pass From a1 a2 a3 m1 s3:pass m2 s1:none", 3,
     "a1 m1 s1:none a2 m2 s2:pass a3 m3 s3:pass", ""},
    {"an older seal", "s2:pass m2 a2 s1:none m1 a1", 1, "a1 m1 s1:none", ""},
    {"RFC 8617 section 5.1.2, a failed chain", "s2:fail m2 a2 s1:none m1 a1", 2, "a2 m2 s2:fail",
     ""},
    {"whose older sets may be anything", "s3:fail m3 a3 s1:none s1:pass", 3, "a3 m3 s3:fail", ""},
    {"a missing set", "s3:pass m3 a3 s1:none m1 a1", 3, "", "arc_set_incomplete"},
    {"an older set without results", "s2:pass m2 a2 s1:none m1", 2, "", "arc_set_incomplete"},
    {"an older set with two seals", "s2:pass m2 a2 s1:none s1:none m1 a1", 2, "",
     "arc_set_duplicate"},
    {"two seals", "s1:none s1:none m1 a1", 1, "", "arc_set_duplicate"},
    {"no seal", "m1 a1", 1, "", "arc_set_incomplete"},
    {"no such set", "s1:none m1 a1", 2, "", "arc_set_incomplete"},
    {"no set", "", 0, "", "arc_set_incomplete"},
    {"no status that can be read", "s1:maybe m1 a1", 1, "", "tag_value_malformed"},
};

constexpr void check(seal_row const& row, std::string_view fields, bare_lf lf) {
    arc_chain const chain{header_section{fields}};
    sealed_header const header{chain, row.instance, lf};
    auto const sealed = relaxed(row.sealed);
    REQUIRE_SAME(row.from, header, std::string_view{sealed});
    REQUIRE_SAME(row.from, header.empty(), row.sealed.empty());
    REQUIRE_SAME(row.from, header.problem() ? header.problem()->name() : "", row.problem);
}

constexpr bool check_seal(seal_row const& row) {
    auto const fields = test::arc_fields(row.fields);
    check(row, fields, bare_lf::crlf);
    check(row, test::with_crlf(fields), bare_lf::data);
    return true;
}

// One constant for each row, since clang 14 limits the steps of a constant expression.
#if !defined(FOLDWISE_RUN_TIME_CASES)
template <std::size_t Row>
inline constexpr bool seal_is_read = check_seal(seal_table[Row]);
template <std::size_t... Row>
constexpr bool are_read(std::index_sequence<Row...>) {
    return (seal_is_read<Row> && ...);
}
static_assert(are_read(std::make_index_sequence<std::size(seal_table)>{}));
#endif
TEST_CASE("sealed_header: the fields that a seal covers") {
    for (auto const& row : seal_table) CHECK(check_seal(row));
}

constexpr bool the_seal_itself() {
    auto const fields = test::arc_fields("a1 m1 s1:none");
    arc_chain const chain{header_section{fields}};
    sealed_header const header{chain, 1, foldwise::message{fields}};
    REQUIRE_TRUE(header.own() == "arc-seal:i=1; cv=none; a=rsa-sha256; b=; d=a.example; s=s");
    REQUIRE_TRUE(sealed_header{}.empty() && sealed_header{}.problem());
    foldwise::diagnostic const none{foldwise::diagnostic_code::arc_set_incomplete, 0, 0};
    REQUIRE_TRUE(*sealed_header{}.problem() == none);
    return true;
}
CASE("sealed_header: the seal itself", the_seal_itself)

TEST_CASE("sealed_header: octet by octet") {
    auto const fields = test::arc_fields("a1 m1 s1:none");
    arc_chain const chain{header_section{fields}};
    foldwise::message const m{fields};
    sealed_header const header{chain, 1, m};
    std::string octets;
    for (char const octet : header) octets += octet;
    CHECK(header == std::string_view{octets});
    CHECK(!header.contiguous());
}

} // namespace

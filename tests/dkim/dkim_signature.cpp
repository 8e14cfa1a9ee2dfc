#include <foldwise/dkim/dkim_signature.hpp>

#include "../laws.hpp"
#include "../support.hpp"

#include <algorithm>
#include <optional>
#include <ranges>
#include <string>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::dkim_signature;

static_assert(foldwise::reads_fields<dkim_signature>);
static_assert(test::keeps_the_laws<dkim_signature>("v=2; d=a.example; d=b.example; bh",
                                                   diagnostic_code::tag_duplicate));
static_assert(std::is_trivially_copyable_v<dkim_signature>);
static_assert(noexcept(dkim_signature{std::string_view{}}.header_names()));
static_assert(noexcept(dkim_signature{std::string_view{}}.identity()));
static_assert(!std::is_constructible_v<dkim_signature, std::string>);

template <class Text>
constexpr bool reads_as(Text const& text, std::string_view wanted) {
    return text == wanted && std::ranges::equal(text, wanted);
}

// RFC 6376 appendix A.2.
constexpr std::string_view appendix_a =
    "DKIM-Signature: v=1; a=rsa-sha256; s=brisbane; d=example.com;\n"
    "     c=simple/simple; q=dns/txt; i=joe@football.example.com;\n"
    "     h=Received : From : To : Subject : Date : Message-ID;\n"
    "     bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\n"
    "     b=AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB\n"
    "     4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut\n"
    "     KVdkLLkpVaVVQPzeRDI009SO2Il5Lu7rDNH6mZckBdrIx0orEtZV\n"
    "     4bmp/YzhwvcubU4=;\n";

constexpr void check_appendix_a(std::string_view bytes) {
    dkim_signature const s{foldwise::field{bytes}};
    REQUIRE_TRUE(*s.version() == "1");
    REQUIRE_TRUE(s.algorithm()->key_type == "rsa" && s.algorithm()->hash == "sha256");
    REQUIRE_TRUE(*s.selector() == "brisbane" && *s.domain() == "example.com");
    REQUIRE_TRUE(s.canonicalization()->header == "simple");
    REQUIRE_TRUE(s.canonicalization()->body == "simple");
    REQUIRE_TRUE(s.identity()->local_part == "joe");
    REQUIRE_TRUE(s.identity()->domain == "football.example.com");
    REQUIRE_TRUE(reads_as(*s.body_hash(), "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8="));
    REQUIRE_TRUE(reads_as(*s.signature(), "AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB"
                                          "4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut"
                                          "KVdkLLkpVaVVQPzeRDI009SO2Il5Lu7rDNH6mZckBdrIx0orEtZV"
                                          "4bmp/YzhwvcubU4="));
    constexpr std::string_view names[] = {"Received", "From", "To",
                                          "Subject",  "Date", "Message-ID"};
    auto const* name = std::begin(names);
    for (auto const each : s.header_names()) REQUIRE_SAME("h=", *each, *name++);
    REQUIRE_TRUE(name == std::end(names));
    REQUIRE_TRUE(s.lists("from") && s.lists("MESSAGE-ID") && !s.lists("Cc"));
    REQUIRE_TRUE(**s.query_methods().begin() == "dns/txt");
    REQUIRE_TRUE(!*s.body_length() && !*s.timestamp() && !*s.expiration());
    REQUIRE_TRUE(!*s.copied_fields());
    s.diagnose([](diagnostic const& problem) {
        REQUIRE_SAME("RFC 6376 appendix A.2", problem.name(), std::string_view{});
    });
}

// RFC 6376 section 3.5.
constexpr std::string_view section_3_5 =
    " v=1; a=rsa-sha256; d=example.net; s=brisbane;\n"
    "   c=simple; q=dns/txt; i=@eng.example.net;\n"
    "   t=1117574938; x=1118006938;\n"
    "   h=from:to:subject:date;\n"
    "   z=From:foo@eng.example.net|To:joe@example.com|\n"
    "    Subject:demo=20run|Date:July=205,=202005=203:44:08=20PM=20-0700;\n"
    "   bh=MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=;\n"
    "   b=dzdVyOfAKCdLXdJOc9G2q8LoXSlEniSbav+yuU4zGeeruD00lszZVoG4ZHRNiYzR\n";

constexpr void check_section_3_5(std::string_view bytes) {
    dkim_signature const s{foldwise::without_ending(bytes)};
    REQUIRE_TRUE(s.canonicalization()->header == "simple");
    REQUIRE_TRUE(s.canonicalization()->body == "simple");
    REQUIRE_TRUE(s.identity()->local_part.empty());
    REQUIRE_TRUE(s.identity()->domain == "eng.example.net");
    REQUIRE_TRUE(**s.timestamp() == 1117574938 && **s.expiration() == 1118006938);
    REQUIRE_TRUE(reads_as(**s.copied_fields(),
                          "From:foo@eng.example.net|To:joe@example.com|"
                          "Subject:demo=20run|Date:July=205,=202005=203:44:08=20PM=20-0700"));
    s.diagnose([](diagnostic const& problem) {
        REQUIRE_SAME("RFC 6376 section 3.5", problem.name(), std::string_view{});
    });
}

struct example_row {
    std::string_view from;
    std::string_view field;
    std::string_view domain;
    std::string_view selector;
    std::string_view key;
    std::string_view body_hash;
    std::uint64_t timestamp; // 0: none
    std::optional<diagnostic_code> problem;
};

constexpr example_row example_table[] = {
    {"RFC 8463 appendix A.3, the first",
     "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\n"
     " d=football.example.com; i=@football.example.com;\n"
     " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\n"
     " subject : date : message-id : from : subject : date;\n"
     " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\n"
     " b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus\n"
     " Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==\n",
     "football.example.com", "brisbane", "ed25519",
     "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=", 1528637909, std::nullopt},
    {"RFC 8463 appendix A.3, the second",
     "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\n"
     " d=football.example.com; i=@football.example.com;\n"
     " q=dns/txt; s=test; t=1528637909; h=from : to : subject :\n"
     " date : message-id : from : subject : date;\n"
     " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\n"
     " b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3\n"
     " DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz\n"
     " dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=\n",
     "football.example.com", "test", "rsa",
     "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=", 1528637909, std::nullopt},
    {"RFC 8617 appendix B",
     "DKIM-Signature: v=1; a=rsa-sha1; c=relaxed/relaxed; d=d1.example; h=\n"
     "        message-id:date:from:to:subject; s=origin2015; bh=bIxxaeIQvmOBdT\n"
     "        AitYfSNFgzPP4=; b=qKjd5fYibKXWWIcMKCgRYuo1vJ2fD+IAQPjX+uamXIGY2Q\n"
     "        0HjQ+Lq3/yHzG3JHJp6780/nKQPOWt2UDJQrJkEA==\n",
     "d1.example", "origin2015", "rsa", "bIxxaeIQvmOBdTAitYfSNFgzPP4=", 0,
     diagnostic_code::dkim_algorithm_historic},
};

constexpr void check(example_row const& row, std::string_view bytes) {
    dkim_signature const s{foldwise::field{bytes}};
    REQUIRE_SAME(row.from, *s.domain(), row.domain);
    REQUIRE_SAME(row.from, *s.selector(), row.selector);
    REQUIRE_SAME(row.from, s.algorithm()->key_type, row.key);
    REQUIRE_SAME(row.from, *s.body_hash() == row.body_hash, true);
    REQUIRE_SAME(row.from, s.timestamp()->value_or(0), row.timestamp);
    REQUIRE_SAME(row.from, s.canonicalization()->body, "relaxed");
    REQUIRE_SAME(row.from, s.lists("From") && s.lists("Message-ID"), true);
    std::size_t problems = 0;
    s.diagnose([&](diagnostic const& problem) {
        ++problems;
        REQUIRE_SAME(row.from, problem.code == row.problem, true);
    });
    REQUIRE_SAME(row.from, problems, std::size_t{row.problem ? 1u : 0u});
}

constexpr bool examples_of_later_rfcs() {
    for (auto const& row : example_table)
        test::with_both_line_endings(row.field,
                                     [&row](std::string_view bytes) { check(row, bytes); });
    return true;
}
CASE("dkim_signature: the examples of RFC 8463 and RFC 8617", examples_of_later_rfcs)

constexpr bool examples_of_the_rfc() {
    test::with_both_line_endings(appendix_a, check_appendix_a);
    test::with_both_line_endings(section_3_5, check_section_3_5);
    return true;
}
CASE("dkim_signature: the examples of RFC 6376", examples_of_the_rfc)

constexpr bool defaults_and_what_is_to_come() {
    dkim_signature const least{"d=a.example"};
    REQUIRE_TRUE(least.canonicalization()->header == "simple");
    REQUIRE_TRUE(least.canonicalization()->body == "simple");
    REQUIRE_TRUE(least.identity()->local_part.empty() && least.identity()->domain == "a.example");
    REQUIRE_TRUE(**least.query_methods().begin() == "dns/txt");

    dkim_signature const s{"a=ed25519-sha256;c=relaxed;q=x/y : dns/txt;l=0;"
                           "d=a.example;i=\"a@b\"=20c@B.A.Example"};
    REQUIRE_TRUE(s.algorithm()->key_type == "ed25519"); // RFC 8463 section 3
    REQUIRE_TRUE(s.canonicalization()->header == "relaxed");
    REQUIRE_TRUE(s.canonicalization()->body == "simple");
    REQUIRE_TRUE(std::ranges::distance(s.query_methods()) == 2);
    REQUIRE_TRUE(**s.body_length() == 0);
    REQUIRE_TRUE(s.identity()->local_part == "\"a@b\"=20c" &&
                 s.identity()->domain == "B.A.Example");
    REQUIRE_TRUE(s.identity()->is_domain("b.a.example") && !s.identity()->is_domain("a.example"));
    REQUIRE_TRUE(dkim_signature{"c=x-y/z"}.canonicalization()->body == "z");
    REQUIRE_TRUE(dkim_signature{"i=a\n b @x.example"}.identity()->local_part == "ab");
    REQUIRE_TRUE(dkim_signature{}.tags().empty());

    // RFC 6376 section 3.5, l=: 1*76DIGIT.
    constexpr std::string_view one = "l=00000000000000000000000000000000000000"
                                     "00000000000000000000000000000000000001";
    static_assert(one.size() == 2 + 76);
    REQUIRE_TRUE(**dkim_signature{one}.body_length() == 1);
    REQUIRE_TRUE(!dkim_signature{"l=000000000000000000000000000000000000000"
                                 "00000000000000000000000000000000000001"}
                      .body_length());

    // Without d=, i= has no default. Each required tag reports on its own that it is missing.
    auto const missing = diagnostic{diagnostic_code::tag_missing, 0, 0};
    dkim_signature const none{""};
    REQUIRE_TRUE(none.version().error() == missing && none.algorithm().error() == missing);
    REQUIRE_TRUE(none.signature().error() == missing && none.body_hash().error() == missing);
    REQUIRE_TRUE(none.domain().error() == missing && none.selector().error() == missing);
    REQUIRE_TRUE((*none.header_names().begin()).error() == missing &&
                 none.identity().error() == missing);
    REQUIRE_TRUE(!none.lists("From") && !none.lists(""));
    return true;
}
CASE("dkim_signature: defaults, and values of future versions", defaults_and_what_is_to_come)

struct problem_row {
    std::string_view from;
    std::string_view tags; // added to a valid signature, in place of tags of the same names
    diagnostic_code code;
    std::string_view where; // the octets that the problem covers, with LF
};

constexpr auto malformed = diagnostic_code::tag_value_malformed;
constexpr auto octet = diagnostic_code::tag_value_octet;
constexpr auto duplicate = diagnostic_code::tag_duplicate;
constexpr auto expired = diagnostic_code::dkim_expiration_before_timestamp;
constexpr auto outside = diagnostic_code::dkim_identity_outside_domain;

// Each signature has exactly this problem.
constexpr problem_row problem_table[] = {
    {"RFC 6376 section 3.5, v=1", "v= 2 ", diagnostic_code::dkim_version, "2"},
    {"v= is compared as text", "v=01", diagnostic_code::dkim_version, "01"},
    {"v= is a number", "v=DKIM1", malformed, "DKIM1"},
    {"v= starts with a letter", "v=a1", malformed, "a1"},
    {"v= is empty", "v=", malformed, ""},
    {"RFC 8301 section 3.1", "a=rsa-sha1", diagnostic_code::dkim_algorithm_historic, "rsa-sha1"},
    {"a= without a hash", "a=rsa", malformed, "rsa"},
    {"a= without a key", "a=-sha256", malformed, "-sha256"},
    {"a= of three words", "a=rsa-sha-256", malformed, "rsa-sha-256"},
    {"a= folded", "a=rsa-\n sha256", malformed, "rsa-\n sha256"},
    {"b= is empty", "b=", malformed, ""},
    {"bh= is not base64", "bh=a.b", malformed, "a.b"},
    {"b= with a control character", "b=a\x01", octet, "b=a\x01"},
    {"c= without a body", "c=simple/", malformed, "simple/"},
    {"c= without a header", "c=/simple", malformed, "/simple"},
    {"c= of three", "c=a/b/c", malformed, "a/b/c"},
    {"c= is empty, which is not the default", "c=", malformed, ""},
    {"d= with one label", "d=localhost", malformed, "localhost"},
    {"d= of an address", "d=a@b.example", malformed, "a@b.example"},
    {"s= is empty", "s= ", malformed, ""},
    {"h= with nothing between colons", "h=From: :To", malformed, " "},
    {"h= with white space in a name", "h=From:Subject To", malformed, "Subject To"},
    {"RFC 6376 section 5.4", "h=To:Date", diagnostic_code::dkim_from_unsigned, "To:Date"},
    {"RFC 6376 section 3.5, i= in d=", "i=@b.example", outside, "@b.example"},
    {"i= ends like d=", "i=x@bada.example", outside, "x@bada.example"},
    {"i= without @", "i=a.example", malformed, "a.example"},
    {"i= with two @", "i=x@y@a.example", malformed, "x@y@a.example"},
    {"i= with no domain", "i=x@", malformed, "x@"},
    {"i= folded in the domain", "i=x@\n a.example", malformed, "x@\n a.example"},
    {"l= is not a number", "l=1k", malformed, "1k"},
    {"l= exceeds 64 bits", "l=18446744073709551616", malformed, "18446744073709551616"},
    {"q= is empty", "q=", malformed, ""},
    {"RFC 6376 section 3.5, q= without dns/txt", "q=new/txt", malformed, "new/txt"},
    {"z= is empty", "z=", malformed, ""},
    {"RFC 6376 section 3.5, z= without a colon", "z=From:a|To", malformed, "From:a|To"},
    {"z= without a name", "z= :a", malformed, ":a"},
    {"z= without a name", "z=:a", malformed, ":a"},
    {"z= with nothing before a bar", "z=|From:a", malformed, "|From:a"},
    {"z= without a second name", "z=From:a|:b", malformed, "From:a|:b"},
    {"RFC 6376 section 2.11, lower case", "z=From:=3d", malformed, "From:=3d"},
    {"RFC 6376 section 2.11, the first digit", "z=From:=G0", malformed, "From:=G0"},
    {"RFC 6376 section 2.11, the second digit", "z=From:=0G", malformed, "From:=0G"},
    {"RFC 6376 section 3.5, 1*12DIGIT", "t=1234567890123", malformed, "1234567890123"},
    {"x= is negative", "x=-1", malformed, "-1"},
    {"RFC 6376 section 3.5, 1*12DIGIT of x=", "x=0000000000001", malformed, "0000000000001"},
    {"RFC 6376 section 3.5, x= before t=", "t=10;x=9", expired, "9"},
    {"RFC 6376 section 3.5, x= is not greater than t=", "t=10;x=10", expired, "10"},
    {"RFC 6376 section 3.2, a second tag", "z=From:;z=From:", duplicate, "z=From:"},
    {"an unknown tag twice", "y=1;y=2", duplicate, "y=2"},
    {"an empty tag", ";y=1", diagnostic_code::tag_empty, ""},
    {"a tag without a value", "y", diagnostic_code::tag_without_value, "y"},
};

/// A valid signature, with `tags` in place of its own tags of the same names.
constexpr test::text_buffer signature_with(std::string_view tags) {
    test::text_buffer bytes;
    for (auto const t :
         foldwise::tag_list{"v=1;a=rsa-sha256;b=QQ==;bh=QQ==;d=a.example;h=From;s=x"}) {
        bool replaced = false;
        for (auto const other : foldwise::tag_list{tags})
            if (other && other->name() == t->name()) replaced = true;
        if (tags.starts_with("b=a\x01")) replaced = replaced || t->name() == "b";
        if (replaced) continue;
        bytes.append(t->raw());
        bytes.append(';');
    }
    bytes.append(tags);
    return bytes;
}

constexpr void check_problem(problem_row const& row, std::string_view tags) {
    auto const buffer = signature_with(tags);
    std::string_view const bytes{buffer};
    std::size_t count = 0;
    dkim_signature{bytes}.diagnose([&](diagnostic const& problem) {
        REQUIRE_SAME(row.from, problem.name(), kind_of(row.code).name);
        test::text_buffer lf;
        for (char const c : bytes.substr(problem.offset, problem.length))
            if (c != '\r') lf.append(c);
        REQUIRE_SAME(row.from, std::string_view{lf}, row.where);
        ++count;
    });
    REQUIRE_SAME(row.from, count, std::size_t{1});
}

/// Every eighth row, since compilers limit the steps of one evaluation.
template <std::size_t Part>
constexpr bool part_of_problems() {
    for (std::size_t i = Part; i < std::size(problem_table); i += 8) {
        auto const& row = problem_table[i];
        check_problem(row, row.tags);
        if (!std::is_constant_evaluated())
            check_problem(row, std::string_view{test::with_crlf(row.tags)});
    }
    return true;
}
CASE("dkim_signature: each problem is reported once (1)", part_of_problems<0>)
CASE("dkim_signature: each problem is reported once (2)", part_of_problems<1>)
CASE("dkim_signature: each problem is reported once (3)", part_of_problems<2>)
CASE("dkim_signature: each problem is reported once (4)", part_of_problems<3>)
CASE("dkim_signature: each problem is reported once (5)", part_of_problems<4>)
CASE("dkim_signature: each problem is reported once (6)", part_of_problems<5>)
CASE("dkim_signature: each problem is reported once (7)", part_of_problems<6>)
CASE("dkim_signature: each problem is reported once (8)", part_of_problems<7>)

constexpr bool copied_fields_may_be_encoded() {
    for (std::string_view const tags : {"z=F:=3D", "z=F:a=0Ab|To:", "z=F :a=\n 20"}) {
        auto const bytes = signature_with(tags);
        REQUIRE_SAME(tags, dkim_signature{std::string_view{bytes}}.deviation().has_value(),
                     tags.ends_with("20"));
    }
    return true;
}
CASE("dkim_signature: octets of copied fields may be encoded", copied_fields_may_be_encoded)

constexpr bool what_is_missing_is_told() {
    using enum diagnostic_code;
    constexpr diagnostic_code wanted[] = {dkim_version_missing,        dkim_algorithm_missing,
                                          dkim_signature_data_missing, dkim_body_hash_missing,
                                          dkim_domain_missing,         dkim_header_names_missing,
                                          dkim_selector_missing};
    std::size_t count = 0;
    dkim_signature{"i=x@b.example"}.diagnose([&](diagnostic const& problem) {
        REQUIRE_TRUE(problem == diagnostic{wanted[count], 0, 13});
        ++count;
    });
    REQUIRE_SAME("v a b bh d h s", count, std::size(wanted));

    // A duplicate of a tag that matters is found however many others there are.
    test::text_buffer bytes;
    bytes.append(std::string_view{signature_with("")});
    for (char first = 'a'; first <= 'j'; ++first)
        for (char second = 'a'; second <= 'j'; ++second) {
            bytes.append('X');
            bytes.append(first);
            bytes.append(second);
            bytes.append("=1;");
        }
    bytes.append("d=b.example");
    std::optional<diagnostic> found;
    dkim_signature{std::string_view{bytes}}.diagnose([&](auto const& problem) { found = problem; });
    REQUIRE_TRUE(found && found->code == duplicate);
    REQUIRE_TRUE(*dkim_signature{std::string_view{bytes}}.domain() == "a.example");
    return true;
}
CASE("dkim_signature: missing and duplicate tags", what_is_missing_is_told)

TEST_CASE("dkim_signature: a second tag is found after any number of others") {
    std::string others;
    for (int i = 0; i < 1000; ++i) others.append("X").append(std::to_string(i)).append("=1;");
    for (std::string const name :
         {"v", "a", "b", "bh", "c", "d", "h", "i", "l", "q", "s", "t", "x", "z"}) {
        auto const bytes = others + name + "=1;" + name + "=1";
        std::size_t duplicates = 0;
        dkim_signature{bytes}.diagnose([&](diagnostic const& problem) {
            if (problem.code != duplicate) return;
            REQUIRE_SAME(name, problem.offset, bytes.size() - name.size() - 2);
            ++duplicates;
        });
        REQUIRE_SAME(name, duplicates, std::size_t{1});
    }
}

TEST_CASE("dkim_signature: any octets can be read, and problems are inside of them") {
    test::for_each_string("bdix=;:@. 1", 5, [](std::string_view bytes) {
        dkim_signature const s{bytes};
        s.diagnose([&](diagnostic const& problem) {
            REQUIRE_SAME(bytes, problem.offset <= bytes.size(), true);
            REQUIRE_SAME(bytes, problem.length <= bytes.size() - problem.offset, true);
        });
        if (auto const i = s.identity()) REQUIRE_SAME(bytes, i->domain.empty(), false);
        if (auto const x = s.expiration(); x && *x)
            REQUIRE_SAME(bytes, bytes.find('1') != bytes.npos, true);
        return true;
    });
}

} // namespace

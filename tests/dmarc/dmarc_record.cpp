#include <foldwise/dmarc/dmarc_record.hpp>

#include "../laws.hpp"
#include "../support.hpp"

#include <string>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::dmarc_alignment_mode;
using foldwise::dmarc_policy;
using foldwise::dmarc_psd;
using foldwise::dmarc_record;
using foldwise::dmarc_test_mode;
using enum diagnostic_code;

static_assert(std::is_trivially_copyable_v<dmarc_record>);
static_assert(!std::is_constructible_v<dmarc_record, std::string>);

// A record comes from the DNS. It is read like the value of a field, but not from a field.
static_assert(foldwise::field_value<dmarc_record>);
static_assert(!std::is_constructible_v<dmarc_record, foldwise::field const&>);
static_assert(test::keeps_the_laws<dmarc_record>("v=DMARC1; p=x; t=y; t=n", tag_duplicate));

struct record_row {
    std::string_view from;
    std::string_view text; // folded as in the RFC
    dmarc_policy policy;
    std::string_view aggregate_reports; // each followed by a space
    std::string_view failure_reports;
};

constexpr record_row record_table[] = {
    {"RFC 9989 B.2.1", "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com",
     dmarc_policy::none, "mailto:dmarc-feedback@example.com ", ""},
    {"RFC 9989 B.2.2",
     "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com;\n"
     " ruf=mailto:auth-reports@example.com",
     dmarc_policy::none, "mailto:dmarc-feedback@example.com ", "mailto:auth-reports@example.com "},
    {"RFC 9989 B.2.3",
     "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com;\n"
     " ruf=mailto:auth-reports@thirdparty.example.net",
     dmarc_policy::none, "mailto:dmarc-feedback@example.com ",
     "mailto:auth-reports@thirdparty.example.net "},
    {"RFC 9989 B.2.5, testing",
     "v=DMARC1; p=quarantine; rua=mailto:dmarc-feedback@example.com,"
     "mailto:tld-test@thirdparty.example.net; t=y",
     dmarc_policy::quarantine,
     "mailto:dmarc-feedback@example.com mailto:tld-test@thirdparty.example.net ", ""},
    {"RFC 9989 B.2.5, at enforcement",
     "v=DMARC1; p=reject; rua=mailto:dmarc-feedback@example.com,"
     "mailto:tld-test@thirdparty.example.net",
     dmarc_policy::reject,
     "mailto:dmarc-feedback@example.com mailto:tld-test@thirdparty.example.net ", ""},
    {"RFC 9989 B.3.1", "v=DMARC1; p=reject; aspf=r;\n rua=mailto:dmarc-feedback@example.com",
     dmarc_policy::reject, "mailto:dmarc-feedback@example.com ", ""},
};

constexpr test::text_buffer uris_of(foldwise::dmarc_uri_list const& list) {
    test::text_buffer text;
    for (auto const uri : list) {
        text.append(uri ? uri->uri : "!");
        text.append(' ');
    }
    return text;
}

constexpr void check_what_is_historic(std::string_view text) {
    dmarc_record const r{text};
    REQUIRE_TRUE(*r.percentage() == 25);
    auto uri = r.aggregate_reports().begin();
    REQUIRE_TRUE((*uri)->uri == "mailto:dmarc-feedback@example.com" && !(*uri)->maximum_size);
    REQUIRE_TRUE((*++uri)->maximum_size == 10u * 1024 * 1024);
    r.diagnose([](diagnostic const& problem) {
        REQUIRE_SAME("RFC 7489 B.2.4", problem.name(), kind_of(dmarc_tag_historic).name);
    });
}

constexpr bool examples_of_the_rfc() {
    for (auto const& row : record_table)
        test::with_both_line_endings(row.text, [&row](std::string_view text) {
            dmarc_record const r{text};
            REQUIRE_SAME(row.from, *r.version(), "DMARC1");
            REQUIRE_SAME(row.from, *r.policy(), row.policy);
            REQUIRE_SAME(row.from, *r.subdomain_policy(), row.policy);
            REQUIRE_SAME(row.from, *r.nonexistent_subdomain_policy(), row.policy);
            REQUIRE_SAME(row.from, std::string_view{uris_of(r.aggregate_reports())},
                         row.aggregate_reports);
            REQUIRE_SAME(row.from, std::string_view{uris_of(r.failure_reports())},
                         row.failure_reports);
            REQUIRE_SAME(row.from, *r.test_mode() == dmarc_test_mode::on,
                         row.from == "RFC 9989 B.2.5, testing");
            r.diagnose([&row](diagnostic const& problem) {
                REQUIRE_SAME(row.from, problem.name(), std::string_view{});
            });
        });

    // RFC 7489 B.2.4: tags that RFC 9989 no longer has.
    test::with_both_line_endings("v=DMARC1; p=quarantine; rua=mailto:dmarc-feedback@example.com,\n"
                                 " mailto:tld-test@thirdparty.example.net!10m; pct=25",
                                 check_what_is_historic);

    // RFC 9989 B.2.3: a third party receives the reports.
    dmarc_record const third_party{"v=DMARC1;"};
    REQUIRE_TRUE(third_party.version().has_value());
    REQUIRE_TRUE(third_party.policy().error() == diagnostic{tag_missing, 9, 0});
    third_party.diagnose([](diagnostic const& problem) {
        REQUIRE_SAME("RFC 9989 B.2.3", problem.name(), std::string_view{});
    });

    // RFC 9989 B.2.4: the third party says where it wants them.
    dmarc_record const elsewhere{"v=DMARC1; rua=mailto:aggregate-reports@thirdparty.example.net; "
                                 "ruf=mailto:failure-reports@thirdparty.example.net"};
    REQUIRE_TRUE(elsewhere.policy().error().code == tag_missing);
    REQUIRE_TRUE(std::string_view{uris_of(elsewhere.aggregate_reports())} ==
                 "mailto:aggregate-reports@thirdparty.example.net ");
    REQUIRE_TRUE(std::string_view{uris_of(elsewhere.failure_reports())} ==
                 "mailto:failure-reports@thirdparty.example.net ");
    elsewhere.diagnose([](diagnostic const& problem) {
        REQUIRE_SAME("RFC 9989 B.2.4", problem.name(), std::string_view{});
    });
    return true;
}
CASE("dmarc_record: the examples of RFC 7489 and RFC 9989", examples_of_the_rfc)

constexpr bool values_and_defaults() {
    dmarc_record const least{"v=DMARC1"};
    REQUIRE_TRUE(!least.subdomain_policy() && !least.nonexistent_subdomain_policy());
    REQUIRE_TRUE(*least.dkim_alignment() == dmarc_alignment_mode::relaxed);
    REQUIRE_TRUE(*least.spf_alignment() == dmarc_alignment_mode::relaxed);
    REQUIRE_TRUE(*least.test_mode() == dmarc_test_mode::off && *least.psd() == dmarc_psd::unknown);
    REQUIRE_TRUE(least.aggregate_reports().empty() && least.failure_reports().empty());
    REQUIRE_TRUE(**least.failure_options().begin() == "0");
    REQUIRE_TRUE(**least.report_formats().begin() == "afrf");
    REQUIRE_TRUE(*least.percentage() == 100 && *least.report_interval() == 86'400);

    dmarc_record const r{"v = DMARC1 ;p=Reject;sp=QUARANTINE;np= none ;adkim=s;aspf=S;t=n;psd=y;"
                         "fo=1:d : s;rf=afrf:x;pct=0;ri=4294967295;unknown=x"};
    REQUIRE_TRUE(*r.policy() == dmarc_policy::reject);
    REQUIRE_TRUE(*r.subdomain_policy() == dmarc_policy::quarantine);
    REQUIRE_TRUE(*r.nonexistent_subdomain_policy() == dmarc_policy::none);
    REQUIRE_TRUE(*r.dkim_alignment() == dmarc_alignment_mode::strict);
    REQUIRE_TRUE(*r.spf_alignment() == dmarc_alignment_mode::strict);
    REQUIRE_TRUE(*r.test_mode() == dmarc_test_mode::off && *r.psd() == dmarc_psd::yes);
    REQUIRE_TRUE(*dmarc_record{"psd=n"}.psd() == dmarc_psd::no);
    REQUIRE_TRUE(*r.percentage() == 0 && *r.report_interval() == 4'294'967'295);
    std::size_t options = 0;
    for (auto const option : r.failure_options()) options += option->size();
    REQUIRE_TRUE(options == 3 && r.tags().find("unknown"));

    // A missing np= defaults to sp=, and a missing sp= to p=.
    REQUIRE_TRUE(*dmarc_record{"p=reject;sp=none"}.nonexistent_subdomain_policy() ==
                 dmarc_policy::none);
    REQUIRE_TRUE(!dmarc_record{"p=reject;sp=x"}.subdomain_policy());
    REQUIRE_TRUE(!dmarc_record{"p=reject;sp=x"}.nonexistent_subdomain_policy());
    return true;
}
CASE("dmarc_record: values, and defaults", values_and_defaults)

struct problem_row {
    std::string_view text;
    diagnostic_code code;
    std::string_view where;
};

// Each record has exactly this problem.
constexpr problem_row problem_table[] = {
    {"", dmarc_version, ""},
    {"p=none", dmarc_version, "p=none"},
    {" v=dmarc1 ; p=none", dmarc_version, " v=dmarc1 "},
    {"V=DMARC1; p=none", dmarc_version, "V=DMARC1"},
    {"p=none; v=DMARC1", dmarc_version, "p=none"},
    {"v=DMARC1; p= all ", tag_value_malformed, "all"},
    {"v=DMARC1; sp=", tag_value_malformed, ""},
    {"v=DMARC1; np=x", tag_value_malformed, "x"},
    {"v=DMARC1; adkim=strict", tag_value_malformed, "strict"},
    {"v=DMARC1; aspf=x", tag_value_malformed, "x"},
    {"v=DMARC1; t=1", tag_value_malformed, "1"},
    {"v=DMARC1; psd=maybe", tag_value_malformed, "maybe"},
    {"v=DMARC1; rua=a@b.example", tag_value_malformed, "a@b.example"},
    {"v=DMARC1; ruf=x:y, ,x:z", tag_value_malformed, " "},
    {"v=DMARC1; fo=0:x", tag_value_malformed, "x"},
    {"v=DMARC1; fo=", tag_value_malformed, ""},
    {"v=DMARC1; p=none; p=reject", tag_duplicate, " p=reject"},
    {"v=DMARC1; p=\x01", tag_value_octet, " p=\x01"},
    {"v=DMARC1; pct=50", dmarc_tag_historic, " pct=50"},
    {"v=DMARC1; rf=afrf", dmarc_tag_historic, " rf=afrf"},
    {"v=DMARC1; ri=1", dmarc_tag_historic, " ri=1"},
};

constexpr bool problems_and_where_they_are() {
    for (auto const& row : problem_table) {
        std::size_t count = 0;
        dmarc_record{row.text}.diagnose([&](diagnostic const& problem) {
            REQUIRE_SAME(row.text, problem.name(), kind_of(row.code).name);
            REQUIRE_SAME(row.text, row.text.substr(problem.offset, problem.length), row.where);
            ++count;
        });
        REQUIRE_SAME(row.text, count, std::size_t{1});
    }
    for (std::string_view const bad :
         {"pct=101", "pct=1000", "pct=0050", "pct=-1", "pct=", "pct=a"})
        REQUIRE_SAME(bad, dmarc_record{bad}.percentage().has_value(), false);
    for (std::string_view const bad : {"ri=4294967296", "ri=99999999999", "ri="})
        REQUIRE_SAME(bad, dmarc_record{bad}.report_interval().has_value(), false);
    REQUIRE_TRUE(*dmarc_record{"ri=00000000000001"}.report_interval() == 1); // any number of digits
    return true;
}
CASE("dmarc_record: problems, and where they are", problems_and_where_they_are)

TEST_CASE("dmarc_record: any octets can be read, and problems are inside of them") {
    test::for_each_string("vp=;,:! ", 6, [](std::string_view text) {
        dmarc_record{text}.diagnose([&](diagnostic const& problem) {
            REQUIRE_SAME(text, problem.offset <= text.size(), true);
            REQUIRE_SAME(text, problem.length <= text.size() - problem.offset, true);
        });
        return true;
    });
}

constexpr bool raw_is_what_was_read() {
    REQUIRE_TRUE(foldwise::dmarc_record{"v=DMARC1;"}.raw() == "v=DMARC1;");
    return true;
}
CASE("dmarc_record: raw() is what was read", raw_is_what_was_read)

} // namespace

#include <foldwise/trace/tcp_info.hpp>

#include "../support.hpp"

namespace {

using foldwise::tcp_info;

static_assert(std::is_trivially_copyable_v<tcp_info>);
static_assert(noexcept(tcp_info{std::string_view{}}));
static_assert(!std::is_constructible_v<tcp_info, std::string>);

constexpr std::string_view none = "(none)";

struct row {
    std::string_view from;
    std::string_view comment;
    std::string_view host = none;
    std::string_view address = none;
    std::string_view helo = none;
    bool may_be_forged = false;
};

// With LF; each is checked with CRLF as well.
constexpr row table[] = {
    {"RFC 5321 section 4.4, address-literal", "[192.0.2.1]", none, "192.0.2.1", none, false},
    {"RFC 5321 section 4.4, Domain and address-literal", "mail.example.net [192.0.2.1]",
     "mail.example.net", "192.0.2.1", none, false},
    {"the same, version 6", "mail.example.net [IPv6:2001:db8::1]", "mail.example.net",
     "2001:db8::1", none, false},
    {"folded", "mail.example.net\n [192.0.2.1]", "mail.example.net", "192.0.2.1", none, false},
    {"one label", "localhost [127.0.0.1]", "localhost", "127.0.0.1", none, false},
    {"Postfix", "unknown [192.0.2.1]", none, "192.0.2.1", none, false},
    {"ZoneMTA, capital", "Unknown [192.0.2.1]", none, "192.0.2.1", none, false},
    {"InterMail", "really [192.0.2.1]", none, "192.0.2.1", none, false},
    {"MAILsweeper", "unverified [192.0.2.1]", none, "192.0.2.1", none, false},
    {"MAILsweeper", "unverified", none, none, none, false},
    {"Gmail", "mail.example.net. [192.0.2.1]", "mail.example.net.", "192.0.2.1", none, false},
    {"Courier", "mail.example.net [::ffff:192.0.2.1]", "mail.example.net", "::ffff:192.0.2.1", none,
     false},
    {"Sendmail", "root@mail.example.net [192.0.2.1]", "mail.example.net", "192.0.2.1", none, false},
    {"Sendmail", "IDENT:root@[192.0.2.1]", none, "192.0.2.1", none, false},
    {"Sendmail", "a.example [192.0.2.1] (may be forged)", "a.example", "192.0.2.1", none, true},
    {"Sendmail", "[192.0.2.1] (may be forged)", none, "192.0.2.1", none, true},
    {"Sendmail, no address", "root@localhost", none, none, none, false},
    {"Sendmail, no address", "localhost", none, none, none, false},
    {"Proxmox", "a.example [192.0.2.1] (AS64496 Example Ltd., [198.51.100.1])", "a.example",
     "192.0.2.1", none, false},
    {"Exim", "[192.0.2.1] helo=pc17", none, "192.0.2.1", "pc17", false},
    {"Exim", "[192.0.2.1]:3821 helo=[10.0.0.1]", none, "192.0.2.1", "[10.0.0.1]", false},
    {"Exim", "helo=pc17 ident=root", none, none, "pc17", false},
    {"Exim", "port=60844 helo=60", none, none, "60", false},
    {"ecelerity", "[192.0.2.1:42266] helo=mail.example.net", none, "192.0.2.1", "mail.example.net",
     false},
    {"ZMailer", "[192.0.2.1]:51369 \"EHLO\n mail.example.net\" rhost-flags-OK-OK", none,
     "192.0.2.1", "mail.example.net", false},
    {"ZMailer", "[192.0.2.1]:51369 \"EHLOmail\"", none, "192.0.2.1", none, false},
    {"qmail", "HELO pc17", none, none, "pc17", false},
    {"qmail", "192.0.2.1", none, "192.0.2.1", none, false},
    {"qmail", "root@192.0.2.1 with login", none, "192.0.2.1", none, false},
    {"Zimbra", "LHLO mail.example.net", none, none, "mail.example.net", false},
    {"Yahoo", "EHLO mail.example.net", none, none, "mail.example.net", false},
    {"a HELO that claims an address", "HELO [198.51.100.1]", none, none, "[198.51.100.1]", false},
    {"HELO before the address", "HELO a [192.0.2.1]", none, "192.0.2.1", "a", false},
    {"HELO before the address", "helo=a [IPv6:2001:db8::1]:25", none, "2001:db8::1", "a", false},
    {"HELO before the address", "EHLO: a b [192.0.2.1]", none, "192.0.2.1", "a", false},
    {"HELO before the address", "\"EHLO a\" [192.0.2.1]", none, "192.0.2.1", "a", false},
    {"a claimed address before the address", "HELO [198.51.100.1] [192.0.2.1]", none, "192.0.2.1",
     "[198.51.100.1]", false},
    {"a claimed address before the address", "helo=[198.51.100.1] [192.0.2.1]", none, "192.0.2.1",
     "[198.51.100.1]", false},
    {"a claimed address before the address", "helo= [198.51.100.1] [192.0.2.1]", none, "192.0.2.1",
     "[198.51.100.1]", false},
    {"a claimed address twice", "HELO=a helo [198.51.100.1]", none, none, "a", false},
    {"a claimed address after the address", "[192.0.2.1] EHLO [198.51.100.1]", none, "192.0.2.1",
     "[198.51.100.1]", false},
    {"several addresses after HELO", "HELO a [198.51.100.1] [192.0.2.1]", none, none, "a", false},
    {"the same address twice", "HELO a [192.0.2.1] [192.0.2.1]:25", none, "192.0.2.1", "a", false},
    {"no brackets after HELO", "HELO a 192.0.2.1", none, none, "a", false},
    {"no brackets before HELO", "192.0.2.1:25 helo=a", none, "192.0.2.1", "a", false},
    {"a name that starts with HELO", "helot [192.0.2.1]", "helot", "192.0.2.1", none, false},
    {"XMail", "192.0.2.86:23198", none, "192.0.2.86", none, false},
    {"a port that is none", "192.0.2.86:", none, none, none, false},
    {"a port that is none", "192.0.2.86:x", none, none, none, false},
    {"a port of a number", "1:25", none, none, none, false},
    {"MailMarshal", "Not Verified[192.0.2.1]", none, "192.0.2.1", none, false},
    {"MailMarshal", "verified[192.0.2.1]", none, "192.0.2.1", none, false},
    {"MailMarshal, with white space", "Not Verified [192.0.2.1]", none, "192.0.2.1", none, false},
    {"MailMarshal, folded", "Not\n Verified\n [192.0.2.1]", none, "192.0.2.1", none, false},
    {"not an address", "not a.example", none, none, none, false},
    {"no brackets", "not verified 192.0.2.1", none, none, none, false},
    {"smap", "a.example [192.0.2.1], claiming to be \"[198.51.100.1]\"", "a.example", "192.0.2.1",
     none, false},
    {"smap", "[192.0.2.1],claiming to be b.example", none, "192.0.2.1", none, false},
    {"which one is not known", "helo=a [198.51.100.1],[192.0.2.1]", none, none, "a", false},
    {"a claim without a mark", "claiming to be [198.51.100.1]", none, none, none, false},
    {"the answer of identd", "ident=[198.51.100.1]", none, none, none, false},
    {"the answer of identd", "ident=a@198.51.100.1", none, none, none, false},
    {"the answer of identd", "ident=a@[198.51.100.1] [192.0.2.1]", none, "192.0.2.1", none, false},
    {"before the address", "port=25 ident=root [192.0.2.1]", none, "192.0.2.1", none, false},
    {"before the name", "port=25 a.example [192.0.2.1]", "a.example", "192.0.2.1", none, false},
    {"HELO with white space", "helo = [198.51.100.1]", none, none, "[198.51.100.1]", false},
    {"HELO with white space", "HELO =[198.51.100.1] [192.0.2.1]", none, "192.0.2.1",
     "[198.51.100.1]", false},
    {"HELO without white space", "HELO[198.51.100.1]", none, none, "[198.51.100.1]", false},
    {"HELO without white space", "helo<[198.51.100.1]>", none, none, "<[198.51.100.1]>", false},
    {"no space", "a.example[192.0.2.1]", "a.example", "192.0.2.1", none, false},
    {"no space in the second place", "a b[192.0.2.1]", none, none, none, false},
    {"a HELO without a name", "HELO", none, none, "", false},
    {"a HELO without a name", "HELO (192.0.2.1)", none, none, "", false},
    {"Exchange", "2001:db8::21", none, "2001:db8::21", none, false},
    {"Exchange", "[fe80::1:2:3%12]", none, "fe80::1:2:3%12", none, false},
    {"ZoneMTA", "[192.0.2.1] mail.example.net", "mail.example.net", "192.0.2.1", none, false},
    {"CommuniGate Pro", "[192.0.2.1] verified", none, "192.0.2.1", none, false},
    {"Cyrus", "[unix socket]", none, none, none, false},
    {"Stalwart", "[mail.example.net]", none, none, none, false},
    {"PP", "actually mail.example.net", none, none, none, false},
    {"a version", "Ecelerity 2.2.2.45", none, none, none, false},
    {"a version", "2.2.2.45 build 7", none, none, none, false},
    {"Postfix", "No client certificate requested", none, none, none, false},
    {"Postfix", "Authenticated sender: foe@192.0.2.1", none, none, none, false},
    {"no host name", "a,b [192.0.2.1]", none, "192.0.2.1", none, false},
    {"an address in the third place", "a b [192.0.2.1]", none, none, none, false},
    {"two addresses", "[192.0.2.1] [192.0.2.2]", none, "192.0.2.1", none, false},
    {"no address in brackets", "a.example [192.0.2.256]", none, none, none, false},
    {"not closed", "a.example [192.0.2.1", none, none, none, false},
    {"text after the brackets", "[192.0.2.1]x", none, none, none, false},
    {"nothing", "", none, none, none, false},
};

constexpr bool table_of_comments() {
    for (auto const& row : table)
        test::with_both_line_endings(row.comment, [&](std::string_view comment) {
            tcp_info const got{comment};
            REQUIRE_SAME(row.comment, got.raw(), comment);
            REQUIRE_SAME(row.comment, got.host().value_or(none), row.host);
            REQUIRE_SAME(row.comment, got.address() ? got.address()->text : none, row.address);
            REQUIRE_SAME(row.comment, got.helo().value_or(none), row.helo);
            REQUIRE_SAME(row.comment, got.may_be_forged(), row.may_be_forged);
        });
    return true;
}
CASE("tcp_info: the notes of servers about a client", table_of_comments)

TEST_CASE("tcp_info: any octets") {
    test::for_each_string(" [@1:.(\"a", 5, [](std::string_view text) {
        for (std::string_view const before :
             {"", "a.b [192.0.2.1] ", "[192.0.2.1]", "helo=", "HELO "}) {
            auto const comment = std::string{before} + std::string{text};
            tcp_info const got{comment};
            if (got.host()) REQUIRE_SAME(comment, got.address().has_value(), true);
            if (got.host()) REQUIRE_SAME(comment, got.host()->empty(), false);
            if (got.helo()) foldwise::offset_of(comment, *got.helo()); // asserts it is inside
            if (got.address()) foldwise::offset_of(comment, got.address()->text);
            if (before.starts_with('a'))
                REQUIRE_SAME(comment, got.address().has_value() && *got.host() == "a.b", true);
        }
        return true;
    });
}

} // namespace

#include <foldwise/address/mailbox.hpp>

#include "../support.hpp"

#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/message/reads_fields.hpp>

#include <string>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::field;
using foldwise::mailbox;

static_assert(foldwise::reads_fields<mailbox>);
static_assert(noexcept(mailbox{}.display_name()) && noexcept(mailbox{}.comment()));
static_assert(noexcept(mailbox{}.group_name()) && noexcept(mailbox{}.route()));

constexpr bool parts_are_read() {
    auto const m = mailbox::read(" \"Foe, A.\"\n (x) of y <@r:\"a\"@B.Example> (c \\) \n d) ");
    REQUIRE_TRUE(m->raw() == "\"Foe, A.\"\n (x) of y <@r:\"a\"@B.Example> (c \\) \n d)");
    REQUIRE_TRUE(m->route() == "@r" && m->addr_spec().raw() == "\"a\"@B.Example");
    REQUIRE_TRUE(m->local_part() == "a" && m->domain() == "B.Example");
    REQUIRE_TRUE(m->domain().is("b.example"));
    REQUIRE_TRUE(*m->display_name() == "Foe, A. of y");
    REQUIRE_TRUE(*m->comment() == "c )  d");
    REQUIRE_TRUE(!m->group_name());
    auto const encoded = *mailbox::read("=?utf-8?Q?Andr=C3=A9?= <a@b> (=?iso-8859-1?Q?=E9?=)");
    REQUIRE_TRUE(*encoded.display_name() == "Andr\xC3\xA9" && *encoded.comment() == "\xC3\xA9");
    REQUIRE_TRUE(encoded.display_name()->undecoded() == "=?utf-8?Q?Andr=C3=A9?=");
    REQUIRE_TRUE(encoded.display_name()->raw() == "=?utf-8?Q?Andr=C3=A9?=");
    if (test::can_allocate()) REQUIRE_TRUE(m->to_string() == "a@B.Example");
    auto const in_field = mailbox::read(field{"Sender: Foe <a@b>\r\n"});
    REQUIRE_TRUE(in_field && in_field->raw() == "Foe <a@b>");
    return true;
}
CASE("mailbox: its parts are read", parts_are_read)

constexpr bool what_is_missing_has_no_value() {
    auto const m = mailbox::read("a@b");
    REQUIRE_TRUE(!m->display_name() && !m->comment() && !m->group_name() && !m->deviation());
    REQUIRE_TRUE(m->route().empty() && mailbox{}.raw().empty());
    // Present, but empty.
    auto const empty = mailbox::read("\"\" <a@b> ()");
    REQUIRE_TRUE(empty->display_name()->empty() && empty->comment()->empty());
    return true;
}
CASE("mailbox: a missing part has no value", what_is_missing_has_no_value)

constexpr bool errors() {
    REQUIRE_TRUE(
        (mailbox::read(" foe").error() == diagnostic{diagnostic_code::address_without_at, 1, 3}));
    REQUIRE_TRUE((mailbox::read("a@b, c@d").error() ==
                  diagnostic{diagnostic_code::address_malformed, 0, 8}));
    REQUIRE_TRUE((mailbox::read(field{"Sender: a@b, c@d\r\n"}).error() ==
                  diagnostic{diagnostic_code::address_malformed, 1, 8}));
    return true;
}
CASE("mailbox: errors", errors)

/// A reporter that counts its calls, and cannot be copied or moved.
struct counter {
    counter() = default;
    counter(counter const&) = delete;
    counter& operator=(counter const&) = delete;
    constexpr void operator()(diagnostic const& problem) {
        codes[count++] = problem.code;
        offset = problem.offset;
    }
    diagnostic_code codes[8] = {};
    int count = 0;
    std::size_t offset = 0; // of the last problem
};

constexpr bool all_problems_are_reported() {
    auto const m = mailbox::read("(x) A. B; <@x:a . .b@c>, ");
    REQUIRE_TRUE(!m); // a semicolon ends the element
    auto const odd = mailbox::read(" (x) A: B@c <@x:a . .b@c> ;");
    REQUIRE_TRUE(!odd); // a group
    auto const three = mailbox::read(" (x) A@B. <@x:a . .b@c> ;");
    counter report;
    three->diagnose(report);
    REQUIRE_TRUE(report.count == 5);
    REQUIRE_TRUE(report.codes[0] == diagnostic_code::display_name_malformed);
    REQUIRE_TRUE(report.codes[1] == diagnostic_code::address_obsolete); // the route
    REQUIRE_TRUE(report.codes[2] == diagnostic_code::address_dots);
    REQUIRE_TRUE(report.codes[3] == diagnostic_code::address_obsolete); // white space
    REQUIRE_TRUE(report.codes[4] == diagnostic_code::address_semicolon);
    REQUIRE_TRUE(report.offset == three->raw().size() + 1);
    REQUIRE_TRUE(
        (*three->deviation() == diagnostic{diagnostic_code::display_name_malformed, 4, 4}));
    REQUIRE_TRUE(three->deviation() == foldwise::gravest_of(*three));
    counter none;
    mailbox::read("A <a@b>")->diagnose(none);
    REQUIRE_TRUE(none.count == 0);
    return true;
}
CASE("mailbox: all problems are reported, to a reporter that is not copied",
     all_problems_are_reported)

TEST_CASE("mailbox: appends its address") {
    std::string text = "to ";
    foldwise::mailbox::read("A <b@c>")->append_to(text);
    CHECK(text == "to b@c");
}

} // namespace

#include <foldwise/smtp/esmtp_parameters.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(std::is_trivially_copyable_v<esmtp_parameters>);
static_assert(noexcept(esmtp_parameters{test::some_octets}.message_size()));

constexpr bool elements() {
    esmtp_parameters const list{"SIZE=1 =2  SMTPUTF8 "};
    auto at = list.begin();
    REQUIRE_TRUE((*at)->is("size") && (*at)->value() == "1");
    ++at;
    REQUIRE_TRUE(!*at && (*at).error() == diagnostic{esmtp_parameter_malformed, 7, 2});
    ++at;
    REQUIRE_TRUE((*at)->keyword() == "SMTPUTF8");
    ++at;
    REQUIRE_TRUE(at == list.end() && !list.empty());
    REQUIRE_TRUE(esmtp_parameters{""}.empty() && esmtp_parameters{" \t"}.empty());
    REQUIRE_TRUE(list.find("smtputf8")->raw() == "SMTPUTF8");
    REQUIRE_TRUE(list.find("BY").error() == diagnostic{esmtp_parameter_missing, 20, 0});
    REQUIRE_TRUE(list.find("SIZE=1").error().code == esmtp_parameter_missing);
    return true;
}
CASE("esmtp_parameters: elements", elements)

constexpr bool typed_values() {
    esmtp_parameters const mail{
        "SIZE=00500000 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=QQ+2B1 AUTH=e+3Dmc2@example.com"};
    REQUIRE_TRUE(mail.message_size() == result<std::uint64_t>{500000});
    REQUIRE_TRUE(*mail.body() == smtp_body::eight_bit_mime && mail.has_smtputf8());
    REQUIRE_TRUE(*mail.ret() == dsn_return::headers && *mail.envid() == "QQ+1");
    REQUIRE_TRUE(*mail.auth() == "e=mc2@example.com" && !mail.deviation());
    REQUIRE_TRUE(mail.notify().error() == diagnostic{esmtp_parameter_missing, 83, 0});

    esmtp_parameters const rcpt{"notify=success,delay orcpt=rfc822;Bob@Example.COM"};
    REQUIRE_TRUE(rcpt.notify()->success && rcpt.notify()->delay && !rcpt.notify()->failure);
    REQUIRE_TRUE(rcpt.orcpt()->address() == "Bob@Example.COM" && !rcpt.deviation());
    REQUIRE_TRUE(!rcpt.has_smtputf8());

    REQUIRE_TRUE(*esmtp_parameters{"BODY=7bit"}.body() == smtp_body::seven_bit);
    REQUIRE_TRUE(*esmtp_parameters{"body=BinaryMIME"}.body() == smtp_body::binary_mime);
    REQUIRE_TRUE(*esmtp_parameters{"RET=full"}.ret() == dsn_return::full);
    REQUIRE_TRUE(*esmtp_parameters{"AUTH=<>"}.auth() == "<>");
    REQUIRE_TRUE(*esmtp_parameters{"SIZE=18446744073709551615"}.message_size() == UINT64_MAX);
    return true;
}
CASE("esmtp_parameters: typed values", typed_values)

constexpr bool values_that_cannot_be_read() {
    for (std::string_view const text :
         {"SIZE=x", "SIZE=-1", "SIZE=", "SIZE", "SIZE=18446744073709551616",
          "SIZE=000000000000000000001", "BODY=8BIT", "BODY", "RET=ALL", "NOTIFY=", "NOTIFY=A",
          "ORCPT=a@b", "ENVID", "ENVID=", "AUTH", "SMTPUTF8=", "SMTPUTF8=1"}) {
        test::text_buffer list;
        list.append("A ");
        list.append(text);
        esmtp_parameters const read{std::string_view{list}};
        diagnostic const malformed{esmtp_parameter_malformed, 2, text.size()};
        REQUIRE_SAME(text, read.deviation() == malformed, true);
        REQUIRE_SAME(text, read.has_smtputf8(), false);
        bool is_found = false;
        auto const look = [&](auto const& value) {
            REQUIRE_SAME(text, value.has_value(), false);
            is_found = is_found || (!value && value.error() == malformed);
        };
        look(read.message_size());
        look(read.body());
        look(read.ret());
        look(read.notify());
        look(read.orcpt());
        look(read.envid());
        look(read.auth());
        REQUIRE_SAME(text, is_found, !text.starts_with("SMTPUTF8"));
    }
    return true;
}
CASE("esmtp_parameters: values that cannot be read", values_that_cannot_be_read)

struct row {
    std::string_view from;
    std::string_view list;
    std::string_view problems;
};

constexpr row table[] = {
    {"one space each", "SIZE=1 X-A BY=120;R", ""},
    {"two spaces", "A  B", "smtp_white_space 1 2"},
    {"a tab", "A\tB", "smtp_white_space 1 1"},
    {"at both ends", " A ", "smtp_white_space 0 1, smtp_white_space 2 1"},
    {"only white space", "  ", "smtp_white_space 0 2"},
    {"an equals sign in a value", "A=b=c", "esmtp_value_octet 3 1"},
    {"a control character", "A=\x01", "esmtp_value_octet 2 1"},
    {"RFC 6531 3.3, a value beyond ASCII", "A=\xC3\xA9", ""},
    {"a duplicate", "SIZE=1 size=2", "esmtp_parameter_duplicate 7 6"},
    {"a malformed duplicate", "RET=FULL RET",
     "esmtp_parameter_duplicate 9 3, esmtp_parameter_malformed 9 3"},
    {"an unknown duplicate", "A A", ""},
    {"xtext", "ENVID=a+b AUTH=+2b", "xtext_malformed 7 1, xtext_lower_case 15 3"},
    {"xtext in ORCPT", "ORCPT=rfc822;a=b@c", "xtext_malformed 14 1"},
    {"RFC 6533 3, no xtext in ORCPT", "ORCPT=utf-8;\xC3\xA9@c", ""},
    {"an equals sign in it", "ORCPT=utf-8;a=b@c", "esmtp_value_octet 13 1"},
    {"no parameter", "<a@b>", "esmtp_parameter_malformed 0 5"},
};

constexpr bool problems() {
    for (auto const& r : table) {
        esmtp_parameters const read{r.list};
        REQUIRE_SAME(r.from, std::string_view{test::problems_of(read)}, r.problems);
    }
    REQUIRE_TRUE(*esmtp_parameters{"SIZE=1 SIZE=2"}.message_size() == 1); // the first one
    REQUIRE_TRUE(!esmtp_parameters{"SIZE=x SIZE=2"}.message_size());
    return true;
}
CASE("esmtp_parameters: problems", problems)

/// The problems of `keyword`, "=" and so many letters.
constexpr test::text_buffer problems_of_long(std::string_view keyword, std::size_t size) {
    test::text_buffer list;
    list.append("SIZE=1 ");
    list.append(keyword);
    for (auto left = size - keyword.size(); left != 0; --left) list.append('x');
    return test::problems_of(esmtp_parameters{std::string_view{list}});
}

constexpr bool long_parameters_are_reported() { // RFC 3461 section 5.4
    auto const check = [](std::string_view keyword, std::size_t size, std::string_view problems) {
        REQUIRE_SAME(keyword, std::string_view{problems_of_long(keyword, size)}, problems);
    };
    check("ENVID=", 100, "");
    check("ENVID=", 101, "esmtp_parameter_too_long 107 1");
    check("envid=", 102, "esmtp_parameter_too_long 107 2");
    check("ENVID=+", 101, "esmtp_parameter_too_long 107 1, xtext_malformed 13 1");
    check("ORCPT=a;", 500, "");
    check("ORCPT=a;", 501, "esmtp_parameter_too_long 507 1");
    check("ORCPT=", 501, "esmtp_parameter_too_long 507 1, esmtp_parameter_malformed 7 501");
    check("OTHER=", 600, "");
    return true;
}
CASE("esmtp_parameters: ENVID and ORCPT that are too long", long_parameters_are_reported)

} // namespace

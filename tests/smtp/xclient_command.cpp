#include <foldwise/smtp/xclient_command.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(std::is_trivially_copyable_v<xclient_command>);

constexpr bool attributes() {
    auto const read =
        xclient_command::read("XCLIENT NAME=a.example ADDR=192.0.2.1 helo=a+2Bb PORT\r\n");
    REQUIRE_TRUE(read.has_value());
    REQUIRE_TRUE(read->attributes().raw() == "NAME=a.example ADDR=192.0.2.1 helo=a+2Bb PORT");
    REQUIRE_TRUE(*read->find("name") == "a.example" && *read->find("HELO") == "a+b");
    REQUIRE_TRUE(*read->client_address() == ip_address{"192.0.2.1", ip_version::v4});
    REQUIRE_TRUE(read->find("PORT").error() == diagnostic{esmtp_parameter_malformed, 41, 4});
    REQUIRE_TRUE(read->find("PROTO").error() == diagnostic{esmtp_parameter_missing, 45, 0});

    auto const v6 = xclient_command::read("XCLIENT ADDR=IPV6:2001:db8::1");
    REQUIRE_TRUE(*v6->client_address() == ip_address{"2001:db8::1", ip_version::v6});
    auto const unknown = xclient_command::read("XCLIENT ADDR=[UNAVAILABLE]");
    REQUIRE_TRUE(!unknown->client_address() && *unknown->find("ADDR") == "[UNAVAILABLE]");
    REQUIRE_TRUE(!xclient_command::read("XCLIENT NAME=a")->client_address());
    REQUIRE_TRUE(!xclient_command::read("XCLIENT ADDR=192.0+2E2.1")->client_address());
    return true;
}
CASE("xclient_command: attributes", attributes)

constexpr bool problems() {
    auto const problems_of = [](std::string_view line) {
        return test::problems_of_result(xclient_command::read(line));
    };
    REQUIRE_TRUE(std::string_view{problems_of("XCLIENT NAME=a\r\n")}.empty());
    REQUIRE_TRUE(std::string_view{problems_of("xclient NAME=a  ADDR\r\n")} ==
                 "smtp_verb_case 0 7, smtp_white_space 14 2");
    REQUIRE_TRUE(std::string_view{problems_of("XCLIENT =\r\n")} == "esmtp_parameter_malformed 8 1");
    REQUIRE_TRUE(std::string_view{problems_of("XCLIENT\r\n")} == "! smtp_command_malformed 0 7");
    REQUIRE_TRUE(std::string_view{problems_of("XFORWARD NAME=a\r\n")} ==
                 "! smtp_command_malformed 0 15");
    REQUIRE_TRUE(std::string_view{problems_of("XCLIENT NAME=a\n")} == "! smtp_line_ending 14 1");
    REQUIRE_TRUE(!xclient_command{}.deviation() && xclient_command{}.attributes().empty());
    return true;
}
CASE("xclient_command: problems", problems)

} // namespace

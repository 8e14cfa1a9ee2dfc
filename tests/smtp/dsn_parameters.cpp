#include <foldwise/smtp/dsn_parameters.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<dsn_notify>);
static_assert(std::is_trivially_copyable_v<original_recipient>);

constexpr bool notify_values() {
    auto const read = [](std::string_view value) { return dsn_notify::read(value); };
    REQUIRE_TRUE(read("NEVER") == result<dsn_notify>{dsn_notify{}});
    REQUIRE_TRUE(read("never") == result<dsn_notify>{dsn_notify{}});
    REQUIRE_TRUE(*read("SUCCESS,FAILURE") == dsn_notify{true, true, false}); // RFC 3461 10.1
    REQUIRE_TRUE(*read("delay") == dsn_notify{false, false, true});
    REQUIRE_TRUE(*read("DELAY,Failure,SUCCESS") == dsn_notify{true, true, true});
    REQUIRE_TRUE(*read("DELAY,DELAY") == dsn_notify{false, false, true});
    for (std::string_view const value : {"", ",", "SUCCESS,", ",SUCCESS", "NEVER,SUCCESS",
                                         "SUCCESS,NEVER", "SUCCESS, DELAY", "ALWAYS", "SUCCES"}) {
        auto const none = read(value);
        REQUIRE_SAME(value, none.has_value(), false);
        REQUIRE_SAME(value,
                     none.error() ==
                         diagnostic{diagnostic_code::esmtp_parameter_malformed, 0, value.size()},
                     true);
    }
    return true;
}
CASE("dsn_parameters: NOTIFY", notify_values)

struct row {
    std::string_view from;
    std::string_view value;
    std::string_view type;
    std::string_view address;
    std::string_view problems = {};
};

constexpr row table[] = {
    {"RFC 3461 10.1", "rfc822;Bob@Example.COM", "rfc822", "Bob@Example.COM"},
    {"RFC 3461 4.2, encoded", "rfc822;a+2Bb+3Dc@d", "rfc822", "a+b=c@d"},
    {"a semicolon in the address", "rfc822;\"a;b\"@c", "rfc822", "\"a;b\"@c"},
    {"no address", "rfc822;", "rfc822", ""},
    {"another type", "X400;C=us", "X400", "C=us", "xtext_malformed 6 1"},
    {"not encoded", "rfc822;a+b@c", "rfc822", "a+b@c", "xtext_malformed 8 1"},
    {"an injected line", "rfc822;a+0Db@c", "rfc822", "a\rb@c", "xtext_control_character 8 3"},
};

constexpr bool recipients() {
    for (auto const& r : table) {
        auto const read = original_recipient::read(r.value);
        REQUIRE_SAME(r.from, read.has_value(), true);
        if (!read) continue;
        REQUIRE_SAME(r.from, read->raw(), r.value);
        REQUIRE_SAME(r.from, read->type(), r.type);
        REQUIRE_SAME(r.from, read->is("RFC822"), r.type == "rfc822");
        REQUIRE_SAME(r.from, read->address() == r.address, true);
        REQUIRE_SAME(r.from, read->utf8_address().has_value(), false);
        REQUIRE_SAME(r.from, std::string_view{test::problems_of(*read)}, r.problems);
        REQUIRE_SAME(r.from, read->deviation().has_value(), !r.problems.empty());
    }
    // RFC 6533 section 3
    auto const utf8 = original_recipient::read("UTF-8;jos\\x{E9}\\x{2B}a@b");
    REQUIRE_TRUE(utf8 && utf8->is("utf-8") && *utf8->utf8_address() == "jos\xC3\xA9+a@b");
    REQUIRE_TRUE(!utf8->deviation());
    for (std::string_view const value : {"", ";", "rfc822", ";a@b", "a@b", "a b;c", "rfc822,a@b"}) {
        auto const none = original_recipient::read(value);
        REQUIRE_SAME(value, none.has_value(), false);
    }
    REQUIRE_TRUE(original_recipient{}.address().empty() && !original_recipient{}.deviation());
    return true;
}
CASE("dsn_parameters: ORCPT", recipients)

} // namespace

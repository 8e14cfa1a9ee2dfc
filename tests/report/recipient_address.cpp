#include <foldwise/report/recipient_address.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <string>

namespace {

using namespace foldwise;
using enum diagnostic_code;

static_assert(std::is_trivially_copyable_v<recipient_address>);
static_assert(std::is_trivially_copyable_v<result<recipient_address>>);
static_assert(reads_fields<recipient_address>);

struct row {
    std::string_view from;
    std::string_view value;
    std::string_view type;
    std::string_view decoded;
    std::string_view domain;                // of the addr-spec, if there is one
    std::optional<diagnostic_code> problem; // the error, if there is none
};

constexpr row table[] = {
    {"RFC 3464 appendix E",
     " rfc822;louisl@larry.slip.umd.edu",
     "rfc822",
     "louisl@larry.slip.umd.edu",
     "larry.slip.umd.edu",
     {}},
    {"RFC 3464 appendix E", " unknown; nair_s", "unknown", "nair_s", "", address_malformed},
    {"RFC 8098 section 9",
     " rfc822;Joe_Recipient@example.com",
     "rfc822",
     "Joe_Recipient@example.com",
     "example.com",
     {}},
    {"RFC 6533 section 3, 7-bit", " utf-8; jos\\x{E9}@sample.net", "utf-8",
     "jos\xC3\xA9@sample.net", "", address_malformed},
    {"RFC 6533 section 3, 8-bit",
     " UTF-8; jos\xC3\xA9@sample.net",
     "UTF-8",
     "jos\xC3\xA9@sample.net",
     "sample.net",
     {}},
    {"only the type utf-8 is encoded", " rfc822; jos\\x{E9}@sample.net", "rfc822",
     "jos\\x{E9}@sample.net", "", address_malformed},
    {"a plus sign is not xtext",
     " rfc822; a+40b@sample.net",
     "rfc822",
     "a+40b@sample.net",
     "sample.net",
     {}},
    {"InterMail, brackets",
     " RFC822; <u@sample.net>",
     "RFC822",
     "<u@sample.net>",
     "sample.net",
     {}},
    {"a comment", " rfc822; a@sample.net (A)", "rfc822", "a@sample.net (A)", "sample.net", {}},
    {"folded", " rfc822;\n a@sample.net", "rfc822", "a@sample.net", "sample.net", {}},
    {"a local user", " rfc822; root", "rfc822", "root", "", address_without_at},
    {"no type", " a@sample.net", "", "a@sample.net", "sample.net", {}},
    {"an rfc822 address with another type", " x400; a@sample.net", "x400", "a@sample.net", "",
     address_malformed},
    {"a misspelled type", " RFC/822; a@sample.net", "RFC/822", "a@sample.net", "sample.net", {}},
    {"a misspelled type", " rfc-822;a@sample.net", "rfc-822", "a@sample.net", "sample.net", {}},
    {"another type", " rfc/821; a@sample.net", "rfc/821", "a@sample.net", "", address_malformed},
    {"a name", " rfc822; A Foe <a@sample.net>", "rfc822", "A Foe <a@sample.net>", "",
     address_malformed},
};

constexpr bool addresses_are_read() {
    for (auto const& r : table)
        test::with_both_line_endings(r.value, [&r](std::string_view value) {
            auto const read = recipient_address::read(value);
            REQUIRE_SAME(r.value, read.has_value(), true);
            if (!read) return;
            REQUIRE_SAME(r.value, read->type(), r.type);
            REQUIRE_SAME(r.value, read->decoded() == r.decoded, true);
            auto const address = read->addr_spec();
            REQUIRE_SAME(r.value, address.has_value(), !r.problem);
            if (address)
                REQUIRE_SAME(r.value, address->domain() == r.domain, true);
            else
                REQUIRE_SAME(r.value, address.error().code == r.problem, true);
        });
    REQUIRE_TRUE(recipient_address::read(field{"Final-Recipient: utf-8; a\\x{E9}\n"})->decoded() ==
                 "a\xC3\xA9");
    auto const misspelled = recipient_address::read(" rfc/822; a@b");
    REQUIRE_TRUE(misspelled->deviation() == diagnostic{recipient_address_type, 1, 7});
    REQUIRE_TRUE(!recipient_address::read(" rfc822; a@b")->deviation());
    auto const none = recipient_address::read("a b; c");
    REQUIRE_TRUE(!none && none.error() == diagnostic{typed_value_malformed, 0, 6});
    return true;
}
CASE("recipient_address: types and addresses", addresses_are_read)

} // namespace

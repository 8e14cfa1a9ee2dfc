#include <foldwise/report/detail/report_body.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise;

constexpr bool only_plain_bodies_are_readable() {
    struct {
        std::string_view encoding;
        bool is_encoded;
    } constexpr table[] = {
        {"7bit", false},
        {"8bit", false},
        {"binary", false},
        {"base64", true},
        {"Quoted-Printable", true},
        {"x-unknown", false},
    };
    for (auto const& row : table) {
        test::text_buffer bytes;
        bytes.append("Content-Type: message/delivery-status\nContent-Transfer-Encoding: ");
        bytes.append(row.encoding);
        bytes.append("\n\nA: b");
        entity const part{message{std::string_view{bytes}}};
        detail::report_octets const octets{part};
        REQUIRE_SAME(row.encoding, octets.is_encoded, row.is_encoded);
        REQUIRE_SAME(row.encoding, octets.raw, "A: b");
        REQUIRE_SAME(row.encoding, octets.readable(), row.is_encoded ? "" : "A: b");
    }
    REQUIRE_TRUE(detail::report_octets{"A: b"}.readable() == "A: b");
    REQUIRE_TRUE(!detail::report_body{}.is_encoded() && detail::report_body{}.raw().empty());
    return true;
}
CASE("report_body: bodies in base64 and quoted-printable are not readable",
     only_plain_bodies_are_readable)

} // namespace

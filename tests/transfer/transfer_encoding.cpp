#include <foldwise/transfer/transfer_encoding.hpp>

#include "../support.hpp"

namespace {

using foldwise::is_encoded;
using foldwise::transfer_encoding;
using foldwise::transfer_encoding_of;
using enum foldwise::transfer_encoding;

static_assert(noexcept(transfer_encoding_of(test::some_octets)) && noexcept(is_encoded(base64)));

struct row {
    std::string_view name;
    foldwise::transfer_encoding encoding;
    bool is_encoded;
};

constexpr row table[] = {
    {"7bit", seven_bit, false},     {"8BIT", eight_bit, false},
    {"BINARY", binary, false},      {"Quoted-Printable", quoted_printable, true},
    {"base64", base64, true},       {"", other, false},
    {"x-uuencode", uuencode, true}, {"UUencode", uuencode, true},
    {"X-uue", uuencode, true},      {"uue", uuencode, true},
    {"x-yenc", other, false},       {"base64 ", other, false},
};

constexpr bool names_of_encodings() {
    for (auto const& r : table) {
        REQUIRE_SAME(r.name, transfer_encoding_of(r.name), r.encoding);
        REQUIRE_SAME(r.name, is_encoded(r.encoding), r.is_encoded);
    }
    return true;
}
CASE("transfer_encoding: names in any case, and which have to be decoded", names_of_encodings)

} // namespace

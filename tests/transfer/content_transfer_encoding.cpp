#include <foldwise/transfer/content_transfer_encoding.hpp>

#include <foldwise/message/reads_fields.hpp>

#include "../diagnostics.hpp"
#include "../support.hpp"

namespace {

using namespace foldwise;
using enum diagnostic_code;
using enum transfer_encoding;

static_assert(reads_fields<content_transfer_encoding>);
static_assert(noexcept(content_transfer_encoding{test::some_octets}));

struct row {
    std::string_view value;
    foldwise::transfer_encoding encoding;
    std::string_view name;
    std::optional<diagnostic> deviation;
};

constexpr row table[] = {
    // RFC 2045 section 6.1
    {"7bit", seven_bit, "7bit", std::nullopt},
    {"8BIT", eight_bit, "8BIT", std::nullopt},
    {" binary ", binary, "binary", std::nullopt},
    {"Quoted-Printable", quoted_printable, "Quoted-Printable", std::nullopt},
    {"\n base64", base64, "base64", std::nullopt},
    {"(a) base64 (b) (c)", base64, "base64", std::nullopt},
    {"base64(b)", base64, "base64", std::nullopt},
    // A known encoding, and a problem
    {" \"base64\" ", base64, "base64", diagnostic{transfer_encoding_quoted, 1, 8}},
    {"base64;", base64, "base64", diagnostic{transfer_encoding_text_after, 6, 1}},
    {"7bit; charset=utf-8", seven_bit, "7bit", diagnostic{transfer_encoding_text_after, 4, 15}},
    {"base64 (a)\n 7bit ", base64, "base64", diagnostic{transfer_encoding_text_after, 12, 4}},
    {"\"7bit\" x", seven_bit, "7bit", diagnostic{transfer_encoding_text_after, 7, 1}},
    // Cannot be decoded
    {"x-uuencode", uuencode, "x-uuencode", diagnostic{transfer_encoding_uuencode, 0, 10}},
    {"x-yenc", other, "x-yenc", diagnostic{transfer_encoding_unknown, 0, 6}},
    {"8-bit", other, "8-bit", diagnostic{transfer_encoding_unknown, 0, 5}},
    {"base 64", other, "base", diagnostic{transfer_encoding_text_after, 5, 2}},
    {"", other, "", diagnostic{transfer_encoding_malformed, 0, 0}},
    {" (a)", other, "", diagnostic{transfer_encoding_malformed, 1, 3}},
    {"=?utf-8?q?base64?=", other, "", diagnostic{transfer_encoding_malformed, 0, 18}},
    {"\"base64", other, "base64", diagnostic{transfer_encoding_malformed, 0, 7}},
    {"\"base64 \"", other, "base64", diagnostic{transfer_encoding_malformed, 0, 9}},
    {"\"base\\64\"", other, "base", diagnostic{transfer_encoding_malformed, 0, 9}},
    {"\"\"", other, "", diagnostic{transfer_encoding_malformed, 0, 2}},
    {"base64 (a", other, "base64", diagnostic{transfer_encoding_malformed, 0, 9}},
    {"(a base64", other, "", diagnostic{transfer_encoding_malformed, 0, 9}},
};

constexpr bool encodings_are_read() {
    for (auto const& r : table) {
        content_transfer_encoding const read{r.value};
        REQUIRE_SAME(r.value, read.encoding(), r.encoding);
        REQUIRE_SAME(r.value, read.name(), r.name);
        REQUIRE_SAME(r.value, read.raw(), r.value);
        REQUIRE_SAME(r.value, read.deviation() == r.deviation, true);
        test::still_reporter report;
        read.diagnose(report);
        REQUIRE_SAME(r.value, report.count, std::size_t{r.deviation ? 1u : 0u});
        auto const crlf = test::with_crlf(r.value);
        REQUIRE_SAME(r.value, content_transfer_encoding{std::string_view{crlf}}.name(), r.name);
    }
    REQUIRE_TRUE(content_transfer_encoding{}.encoding() == seven_bit);
    REQUIRE_TRUE(!content_transfer_encoding{}.deviation());
    field const f{"Content-Transfer-Encoding: base64\r\n"};
    REQUIRE_TRUE(content_transfer_encoding{f}.encoding() == base64);
    REQUIRE_TRUE(content_transfer_encoding{" X-UUencode"}.is("x-uuencode"));
    REQUIRE_TRUE(!content_transfer_encoding{"x-uuencode2"}.is("x-uuencode"));
    return true;
}
CASE("content_transfer_encoding: encoding, name and deviation of a value", encodings_are_read)

constexpr bool any_value_is_read() {
    return test::for_each_string(
        "a7( )\"\n;", std::is_constant_evaluated() ? 2 : 5, [](std::string_view value) {
            content_transfer_encoding const read{value};
            REQUIRE_SAME(value, read.encoding(), other); // every known name is longer
            auto const problem = read.deviation();
            REQUIRE_SAME(value,
                         problem && problem->offset <= value.size() &&
                             problem->length <= value.size() - problem->offset,
                         true);
            return true;
        });
}
CASE("content_transfer_encoding: any value is read", any_value_is_read)

} // namespace

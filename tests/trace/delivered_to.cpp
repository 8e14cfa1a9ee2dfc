#include <foldwise/trace/delivered_to.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using foldwise::delivered_to;
using foldwise::diagnostic;
using foldwise::diagnostic_code;

static_assert(foldwise::reads_fields<delivered_to>);

constexpr bool addresses_are_read() {
    struct {
        std::string_view value;
        std::string_view local_part;
        std::string_view domain;
        std::optional<diagnostic_code> deviation;
    } constexpr table[] = {
        {" me@sample.net", "me", "sample.net", {}}, // RFC 9228
        {"<me@sample.net>", "me", "sample.net", {}},
        {" me.@sample.net", "me.", "sample.net", diagnostic_code::address_dots},
    };
    for (auto const& row : table) {
        auto const got = delivered_to::read(row.value);
        REQUIRE_SAME(row.value, got.has_value(), true);
        REQUIRE_SAME(row.value, got->raw(), row.value);
        REQUIRE_SAME(row.value, got->addr_spec().local_part() == row.local_part, true);
        REQUIRE_SAME(row.value, got->addr_spec().domain() == row.domain, true);
        auto const deviation = got->deviation();
        REQUIRE_SAME(row.value, deviation.has_value(), row.deviation.has_value());
        if (deviation) REQUIRE_SAME(row.value, deviation->code, *row.deviation);
        int count = 0;
        got->diagnose([&](diagnostic const& d) { count += d == *deviation ? 1 : 0; });
        REQUIRE_SAME(row.value, count, row.deviation ? 1 : 0);
    }
    foldwise::field const field{"Delivered-To: me@sample.net\n"};
    REQUIRE_TRUE(delivered_to::read(field)->raw() == field.raw_value());
    return true;
}
CASE("delivered_to: an address, with or without brackets", addresses_are_read)

constexpr bool other_values_have_no_value() {
    struct {
        std::string_view value;
        diagnostic_code wanted;
    } constexpr table[] = {
        {"", diagnostic_code::address_without_at},
        {"john", diagnostic_code::address_without_at},
        {"<>", diagnostic_code::address_without_at},
        {"<me@sample.net", diagnostic_code::address_malformed},
        {"Me <me@sample.net>", diagnostic_code::address_malformed},
        {"a@b, c@d", diagnostic_code::address_malformed},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.value, delivered_to::read(row.value).error().code, row.wanted);
    return true;
}
CASE("delivered_to: a field without exactly one address has no value", other_values_have_no_value)

} // namespace

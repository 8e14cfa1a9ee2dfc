#include <foldwise/trace/path.hpp>

#include "../support.hpp"
#include "../tables.hpp"

namespace {

using foldwise::diagnostic_code;
using foldwise::path;
using foldwise::read_delivered_to;
using foldwise::read_path;

static_assert(std::is_trivially_copyable_v<path>);
static_assert(noexcept(read_path("")) && noexcept(read_delivered_to("")));

struct path_row {
    std::string_view from;
    std::string_view value;
    std::string_view wanted; // local part, SP, domain; "<>" for the null path
    std::string_view route;
    std::optional<diagnostic_code> deviation;
};

constexpr path_row paths[] = {
    {"RFC 5321 section 4.4", "<foe@sample.net>", "foe sample.net", "", {}},
    {"RFC 5321 section 4.4", "<>", "<>", "", {}},
    {"RFC 5322 section 3.6.7", " (c) < (c)\n > (c) ", "<>", "", {}},
    {"RFC 5322 section 3.6.7", "\n <foe@sample.net> (c)\n ", "foe sample.net", "", {}},
    {"RFC 5321 section 4.1.2", "<@a.example,@b.example:foe@sample.net>", "foe sample.net",
     "@a.example,@b.example", diagnostic_code::address_obsolete},
    {"quoted", "<\"a foe\"@[192.0.2.1]>", "a foe [192.0.2.1]", "", {}},
    {"without brackets", " foe@sample.net", "foe sample.net", "",
     diagnostic_code::path_without_brackets},
    {"without brackets, with a dot", "foe.@sample.net", "foe. sample.net", "",
     diagnostic_code::address_dots},
};

constexpr bool paths_are_read() {
    for (auto const& row : paths)
        test::with_both_line_endings(row.value, [&row](std::string_view value) {
            auto const got = read_path(value);
            REQUIRE_SAME(row.from, got.has_value(), true);
            REQUIRE_SAME(row.from, got->is_null(), row.wanted == "<>");
            REQUIRE_SAME(row.from, got->addr_spec().has_value(), !got->is_null());
            REQUIRE_SAME(row.from, got->route(), row.route);
            auto const deviation = got->deviation();
            REQUIRE_SAME(row.from, deviation.has_value(), row.deviation.has_value());
            if (deviation) REQUIRE_SAME(row.from, deviation->code, *row.deviation);
            if (got->is_null()) return;
            auto const space = row.wanted.rfind(' ');
            REQUIRE_SAME(row.from, got->addr_spec()->local_part() == row.wanted.substr(0, space),
                         true);
            REQUIRE_SAME(row.from, got->addr_spec()->domain() == row.wanted.substr(space + 1),
                         true);
        });
    return true;
}
CASE("path: what real mail says", paths_are_read)

constexpr bool a_deviation_has_a_place() {
    auto const deviation = read_path(" (c) foe@sample.net ")->deviation();
    REQUIRE_TRUE(deviation == foldwise::diagnostic{diagnostic_code::path_without_brackets, 5, 14});
    return true;
}
CASE("path: the place of what deviates", a_deviation_has_a_place)

constexpr bool what_is_no_path_has_no_value() {
    struct {
        std::string_view value;
        diagnostic_code wanted;
    } constexpr table[] = {
        {"", diagnostic_code::address_without_at},
        {"foe", diagnostic_code::address_without_at},
        {"<foe>", diagnostic_code::address_without_at},
        {"(<foe@sample.net>)", diagnostic_code::address_without_at},
        {"<> (not closed", diagnostic_code::address_not_closed},
        {"<foe@sample.net", diagnostic_code::address_not_closed},
        {"\"<foe@sample.net>", diagnostic_code::address_not_closed},
        {"Foe <foe@sample.net>", diagnostic_code::address_malformed},
        {"<foe@sample.net> <a@b>", diagnostic_code::address_malformed},
        {"<foe@sample.net>, <a@b>", diagnostic_code::address_malformed},
        {"<foe@sample.net>, a", diagnostic_code::address_malformed},
        {"<><>", diagnostic_code::address_malformed},
        {"group: foe@sample.net;", diagnostic_code::address_malformed},
    };
    for (auto const& row : table) {
        auto const got = read_path(row.value);
        REQUIRE_SAME(row.value, got.has_value(), false);
        REQUIRE_SAME(row.value, got.error().code, row.wanted);
        REQUIRE_SAME(row.value, read_delivered_to(row.value) == got.error(), true);
    }
    return true;
}
CASE("path: no value, and why", what_is_no_path_has_no_value)

constexpr bool deliveries_are_read() {
    REQUIRE_TRUE(read_delivered_to(" me@sample.net")->domain() == "sample.net"); // RFC 9228
    REQUIRE_TRUE(read_delivered_to("<me@sample.net>")->local_part() == "me");
    REQUIRE_TRUE(read_delivered_to("john").error().code == diagnostic_code::address_without_at);
    REQUIRE_TRUE(read_delivered_to("<>").error().code == diagnostic_code::address_without_at);
    return true;
}
CASE("path: to whom a message was delivered", deliveries_are_read)

TEST_CASE("path: what another reader refuses has no value") {
    auto const rows = test::rows_of("smtp-paths-invalid-dovecot");
    if (!rows) return; // the corpus need not be there
    CHECK(rows->size() == 19);
    for (auto const& row : *rows)
        REQUIRE_SAME(row["input"].text, read_path(row["input"].text).has_value(), false);
}

} // namespace

#include <foldwise/trace/path.hpp>

#include "../support.hpp"
#include "../tables.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using foldwise::diagnostic_code;
using foldwise::path;

static_assert(foldwise::reads_fields<path>);

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
            auto const got = path::read(value);
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
CASE("path: addresses and the null path", paths_are_read)

constexpr bool a_deviation_has_a_place() {
    constexpr std::string_view value = " (c) foe@sample.net ";
    foldwise::diagnostic const wanted{diagnostic_code::path_without_brackets, 5, 14};
    REQUIRE_TRUE(path::read(value)->deviation() == wanted && path::read(value)->raw() == value);
    int count = 0;
    path::read(value)->diagnose(
        [&](foldwise::diagnostic const& d) { count += d == wanted ? 1 : 0; });
    REQUIRE_TRUE(count == 1);
    foldwise::field const field{"Return-Path: <foe@sample.net>\n"};
    REQUIRE_TRUE(path::read(field)->raw() == field.raw_value() && !path::read(field)->deviation());
    return true;
}
CASE("path: deviations have a place in raw()", a_deviation_has_a_place)

constexpr bool malformed_paths_have_no_value() {
    struct {
        std::string_view value;
        diagnostic_code wanted;
    } constexpr table[] = {
        {"", diagnostic_code::address_without_at},
        {"foe", diagnostic_code::address_without_at},
        {"<foe>", diagnostic_code::address_without_at},
        {"(<foe@sample.net>)", diagnostic_code::address_without_at},
        {"<> (not closed", diagnostic_code::address_not_closed},
        {"<foe", diagnostic_code::address_not_closed},
        {"<foe@sample.net", diagnostic_code::address_malformed},
        {"foe@sample.net>", diagnostic_code::address_malformed},
        {"<<foe@sample.net>>", diagnostic_code::address_malformed},
        {"<foe.@sample.net.>", diagnostic_code::address_malformed},
        {"\"<foe@sample.net>", diagnostic_code::address_malformed},
        {"\"foe@sample.net", diagnostic_code::address_not_closed},
        {"Foe <foe@sample.net>", diagnostic_code::address_malformed},
        {"<foe@sample.net> <a@b>", diagnostic_code::address_malformed},
        {"<foe@sample.net>, <a@b>", diagnostic_code::address_malformed},
        {"<foe@sample.net>, a", diagnostic_code::address_malformed},
        {"<><>", diagnostic_code::address_malformed},
        {"group: foe@sample.net;", diagnostic_code::address_malformed},
    };
    for (auto const& row : table) {
        auto const got = path::read(row.value);
        REQUIRE_SAME(row.value, got.has_value(), false);
        REQUIRE_SAME(row.value, got.error().code, row.wanted);
    }
    return true;
}
CASE("path: a malformed path has no value", malformed_paths_have_no_value)

TEST_CASE("path: values that Dovecot refuses have no value") {
    auto const rows = test::rows_of("smtp-paths-invalid-dovecot");
    if (!rows) return; // the corpus is optional
    CHECK(rows->size() == 19);
    for (auto const& row : *rows)
        REQUIRE_SAME(row["input"].text, path::read(row["input"].text).has_value(), false);
}

} // namespace

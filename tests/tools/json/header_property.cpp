#include "../../../tools/json/header_property.hpp"

#include "../../support.hpp"

#include <string_view>

using tool::header_form;

TEST_CASE("tool json --jmap: names of properties (RFC 8621 section 4.1.3)") {
    struct {
        std::string_view property;
        std::string_view field_name; // empty if it is not a property
        header_form form = header_form::raw;
        bool is_of_all = false;
    } const table[] = {
        {"header:subject", "subject"},
        {"header:Resent-To:asAddresses:all", "Resent-To", header_form::addresses, true},
        {"header:a:asRaw", "a"},
        {"header:a:asText", "a", header_form::text},
        {"header:a:asGroupedAddresses", "a", header_form::grouped_addresses},
        {"header:a:asMessageIds", "a", header_form::message_ids},
        {"header:a:asDate", "a", header_form::date},
        {"header:a:asURLs", "a", header_form::urls},
        {"header:a:all", "a", header_form::raw, true},
        {"header:!~", "!~"},
        {"", ""},
        {"header", ""},
        {"header:", ""},
        {"header::all", ""},
        {"Header:a", ""},
        {"subject", ""},
        {"header:a b", ""},
        {"header:a\x7F", ""},
        {"header:a\xC3\xA9", ""},
        {"header:a:", ""},
        {"header:a:text", ""},
        {"header:a:asText:", ""},
        {"header:a:astext", ""},
        {"header:a:as", ""},
        {"header:a:all:asText", ""}, // the suffixes have an order
        {"header:a:all:all", ""},
        {"header:a:asText:asText", ""},
        {"header:a:allx", ""},
    };
    for (auto const& row : table) {
        auto const found = tool::read_header_property(row.property);
        REQUIRE_SAME(row.property, found.has_value(), !row.field_name.empty());
        if (!found) continue;
        REQUIRE_SAME(row.property, found->key, row.property);
        REQUIRE_SAME(row.property, found->field_name, row.field_name);
        REQUIRE_SAME(row.property, found->form == row.form, true);
        REQUIRE_SAME(row.property, found->is_of_all, row.is_of_all);
    }
}

TEST_CASE("tool json --jmap: which form a field has (RFC 8621 section 4.1.2)") {
    using enum header_form;
    struct {
        std::string_view field_name;
        header_form form;
        bool is_one = true;
    } const table[] = {
        {"Subject", raw},
        {"subject", text},
        {"Subject", date, false},
        {"List-Id", text},
        {"FROM", addresses},
        {"From", grouped_addresses},
        {"From", text, false},
        {"Resent-Reply-To", addresses},
        {"References", message_ids},
        {"References", addresses, false},
        {"Date", date},
        {"List-Post", urls},
        {"List-Post", text, false},
        {"Received", raw},
        {"Received", text, false},
        {"X-Anything", date}, // any form of a field that neither RFC 5322 nor RFC 2369 defines
        {"X-Anything", urls},
    };
    for (auto const& row : table)
        REQUIRE_SAME(row.field_name, tool::is_form_of(row.form, row.field_name), row.is_one);
}

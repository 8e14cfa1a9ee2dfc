#include <foldwise/message/get.hpp>

#include "../support.hpp"

// Field names of this test only. tests/fields.cpp tests the names that the library declares.

struct stars {
    constexpr explicit stars(foldwise::field const& f) noexcept : count{f.value().length()} {}
    std::size_t count;
};
template <>
struct foldwise::field_type<"X-Stars"> : foldwise::field_as<stars> {};

struct yes_or_no {
    static constexpr foldwise::result<yes_or_no> read(foldwise::field const& f) noexcept {
        auto const value = f.value();
        if (value == "yes" || value == "no") return yes_or_no{value == "yes"};
        return foldwise::diagnostic{foldwise::diagnostic_code::tag_value_malformed, 0,
                                    f.raw_value().size()};
    }
    bool is_yes;
};
template <>
struct foldwise::field_type<"X-Yes"> : foldwise::field_as<yes_or_no> {};

namespace {

using namespace foldwise;

static_assert(typed_field<"X-Stars"> && typed_field<"x-yes"> && !typed_field<"X-Other">);

constexpr std::string_view bytes =
    "X-Yes: yes\nX-Stars: **\nX-Yes: perhaps\nX-Stars: *\n\nX-No: 1\n";

constexpr bool fields_are_read_as_their_types_say() {
    test::with_both_line_endings(bytes, [](std::string_view text) {
        message const m{text};
        REQUIRE_TRUE(get<"X-Stars">(m)->count == 2);
        REQUIRE_TRUE(get<"X-Yes">(m)->is_yes);
        auto const [stars, yes] = get<"X-Stars", "X-Yes">(m.header());
        REQUIRE_TRUE(stars->count == 2 && yes->is_yes);
        std::size_t readable = 0;
        for (auto const each : all<"X-Yes">(m)) readable += each.has_value();
        REQUIRE_TRUE(readable == 1);
        std::size_t sum = 0;
        for (auto const each : all<"X-Stars">(m)) sum += each.count;
        REQUIRE_TRUE(sum == 3);
    });
    test::with_both_line_endings("A: b\nX-Yes: maybe\n\n", [](std::string_view text) {
        message const m{text};
        REQUIRE_TRUE(get<"X-Stars">(m).error().code == diagnostic_code::field_missing);
        REQUIRE_TRUE(get<"X-Stars">(m).error().offset == 0);
        REQUIRE_TRUE(get<"X-Stars">(m).error().length == 0);
        REQUIRE_TRUE(get<"X-Yes">(m).error().length == 6);
    });
    test::with_both_line_endings("\xEF\xBB\xBFX-Stars: **\nA: b\n\n", [](std::string_view text) {
        message const m{text};
        REQUIRE_TRUE(get<"X-Stars">(m)->count == 2);
        std::size_t sum = 0;
        for (auto const each : all<"X-Stars">(m)) sum += each.count;
        REQUIRE_TRUE(sum == 2);
    });
    return true;
}
CASE("get: fields are read as the type of their name", fields_are_read_as_their_types_say)

} // namespace

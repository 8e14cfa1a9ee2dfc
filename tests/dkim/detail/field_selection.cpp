#include <foldwise/dkim/detail/field_selection.hpp>

#include "../../support.hpp"

#include <foldwise/base/line.hpp>

namespace {

using foldwise::field;
using foldwise::header_section;
using foldwise::detail::field_selection;
using foldwise::detail::selected_field;

/// The n-th last field of that name; empty if there is none.
constexpr std::string_view from_bottom(header_section const& header, std::string_view name,
                                       std::size_t n) {
    std::size_t count = 0;
    for (auto const f : header) count += f.is(name) ? 1u : 0u;
    for (auto const f : header)
        if (f.is(name) && count-- == n) return f.raw();
    return {};
}

/// Each octet of `names` is a name, and each octet of `fields` the name of a field.
constexpr bool selects(std::string_view names, std::string_view fields) {
    test::text_buffer bytes;
    for (char const name : fields) {
        bytes.append(name);
        bytes.append(":\n");
    }
    header_section const header{std::string_view{bytes}};
    selected_field selected[field_selection::most];
    field_selection selection{selected};
    for (std::size_t i = 0; i != names.size(); ++i) selection.add(names.substr(i, 1));
    selection.select(header, field{});
    REQUIRE_SAME(names, selection.size(), names.size());
    for (std::size_t i = 0; i != names.size(); ++i) {
        std::size_t n = 0; // which occurrence of the name it is
        for (std::size_t j = 0; j <= i; ++j)
            n += foldwise::ascii_lower(names[j]) == foldwise::ascii_lower(names[i]) ? 1u : 0u;
        REQUIRE_SAME(names, selected[i].name, names.substr(i, 1));
        REQUIRE_SAME(names, selected[i].raw, from_bottom(header, names.substr(i, 1), n));
    }
    return true;
}

constexpr bool the_nth_name_selects_the_nth_last_field() {
    REQUIRE_TRUE(selects("", "a"));
    REQUIRE_TRUE(selects("aba", "aAbca"));
    REQUIRE_TRUE(selects("aaa", "aa"));
    REQUIRE_TRUE(selects("aaa", "aaaa"));
    return true;
}
CASE("field_selection: the n-th occurrence of a name selects the n-th last field",
     the_nth_name_selects_the_nth_last_field)

TEST_CASE("field_selection: short lists of names") {
    for (std::string_view const fields : {"", "a", "aa", "aaaaa", "abAcBa"})
        CHECK(test::for_each_string("aAb", 4, [=](auto names) { return selects(names, fields); }));
}

TEST_CASE("field_selection: as many names as there is room for") {
    std::string names(field_selection::most, 'a');
    for (std::size_t i = 0; i < names.size(); i += 5) names[i] = 'Q'; // may be in the same bucket
    for (std::size_t const size : {0u, 1u, 100u, 128u, 129u, 300u, 1000u})
        CHECK(selects(names, std::string(size, 'a')));
    CHECK(selects(names, std::string(200, 'a') + std::string(50, 'q')));
}

} // namespace

// Lists of any octets, compared with a simple reader, and hostile lists.

#include <foldwise/auth/tag_list.hpp>

#include "../support.hpp"

#include <algorithm>
#include <optional>
#include <ranges>
#include <vector>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::tag_list;

constexpr auto duplicate = diagnostic_code::tag_duplicate;

struct plain_element {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::optional<diagnostic_code> problem;
    std::string name;
    std::string value;
};

bool is_white_space(std::string_view text) {
    // Unfolding drops a line ending only if white space follows it.
    auto const rest = foldwise::unfolded{text}.to_string();
    return rest.find_first_not_of(" \t") == rest.npos;
}

std::string plainly_trimmed(std::string_view text) {
    auto const rest = foldwise::unfolded{text}.to_string();
    auto const first = rest.find_first_not_of(" \t");
    return first == rest.npos ? "" : rest.substr(first, rest.find_last_not_of(" \t") + 1 - first);
}

std::vector<plain_element> plainly_read(std::string_view list) {
    std::vector<plain_element> elements;
    for (std::size_t from = 0;;) {
        auto const semicolon = list.find(';', from);
        auto const raw = list.substr(from, semicolon == list.npos ? list.npos : semicolon - from);
        if (semicolon == list.npos && is_white_space(raw)) return elements;
        auto& one = elements.emplace_back();
        one.offset = from;
        one.length = raw.size();
        auto const equals = raw.find('=');
        if (is_white_space(raw)) {
            one.problem = diagnostic_code::tag_empty;
        } else if (equals == raw.npos) {
            one.problem = diagnostic_code::tag_without_value;
        } else {
            auto const name = plainly_trimmed(raw.substr(0, equals));
            bool const is_name =
                !name.empty() && foldwise::alpha.contains(name[0]) &&
                std::ranges::all_of(name, [](char c) {
                    return foldwise::alpha.contains(c) || foldwise::digit.contains(c) || c == '_';
                });
            one.value = plainly_trimmed(raw.substr(equals + 1));
            bool const is_value = std::ranges::none_of(
                one.value, [](char c) { return foldwise::ctl.contains(c) && c != '\t'; });
            if (is_name) one.name = name;
            if (!is_name) one.problem = diagnostic_code::tag_name_malformed;
            if (is_name && !is_value) one.problem = diagnostic_code::tag_value_octet;
        }
        if (semicolon == list.npos) return elements;
        from = semicolon + 1;
    }
}

TEST_CASE("tag_list: any octets are read as a simple reader reads them") {
    test::for_each_string("a_=; \n\r\x80", 6, [](std::string_view bytes) {
        auto const wanted = plainly_read(bytes);
        std::size_t count = 0;
        std::size_t passed = 0;
        for (auto const element : tag_list{bytes}) {
            REQUIRE_SAME(bytes, count < wanted.size(), true);
            if (count == wanted.size()) return false;
            auto const& one = wanted[count++];
            REQUIRE_SAME(bytes, element.has_value(), !one.problem);
            if (element.has_value() == one.problem.has_value()) return false;
            auto const offset =
                element ? foldwise::offset_of(bytes, element->raw()) : element.error().offset;
            auto const length = element ? element->raw().size() : element.error().length;
            REQUIRE_SAME(bytes, offset, one.offset);
            REQUIRE_SAME(bytes, length, one.length);
            REQUIRE_SAME(bytes, offset, passed); // in order, separated by one semicolon
            passed = offset + length;
            if (passed < bytes.size()) REQUIRE_SAME(bytes, bytes[passed++], ';');
            if (!element) {
                REQUIRE_SAME(bytes, element.error().code, *one.problem);
                continue;
            }
            auto without_fws = one.value;
            std::erase_if(without_fws, [](char c) { return c == ' '; });
            REQUIRE_SAME(bytes, element->name(), one.name);
            REQUIRE_SAME(bytes, element->value().to_string(), one.value);
            REQUIRE_SAME(bytes, element->value_without_fws().to_string(), without_fws);
            REQUIRE_SAME(bytes, std::ranges::equal(element->value_without_fws(), without_fws),
                         true);
        }
        REQUIRE_SAME(bytes, count, wanted.size());
        REQUIRE_SAME(bytes, is_white_space(bytes.substr(passed)), true);
        return true;
    });
}

// ---- Hostile lists

std::string list_of(std::size_t count, std::string_view last) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i)
        list.append("t").append(std::to_string(i)).append("=v;");
    return list += last;
}

TEST_CASE("tag_list: duplicates of requested names are found among thousands of names") {
    // The work is linear: a walker reads the octets of a tag a fixed number of times, never goes
    // back, and compares a name with at most 64 names.
    auto const hostile = list_of(10'000, "d=a.example;t9999=v;d=b.example");
    tag_list const list{hostile};
    CHECK(std::ranges::distance(list) == 10'003);
    CHECK(!list.find_duplicate());
    auto const found = list.find_duplicate({"v", "d"});
    CHECK(found == diagnostic{duplicate, hostile.size() - 11, 11});
    CHECK(list.find("d")->value() == "a.example");

    std::size_t problems = 0;
    list.diagnose([&](diagnostic const& problem) { problems += problem == *found ? 1u : 100u; },
                  {"d"});
    CHECK(problems == 1);
    std::string const semicolons(10'000, ';');
    CHECK(std::ranges::distance(tag_list{semicolons}) == 10'000);
}

TEST_CASE("tag_list: duplicates of other names are found if they are among the first 64") {
    CHECK(tag_list{std::string_view{list_of(63, "x=;x=")}}.find_duplicate());
    CHECK(!tag_list{std::string_view{list_of(64, "x=;x=")}}.find_duplicate());
    CHECK(tag_list{std::string_view{list_of(64, "x=;t63=")}}.find_duplicate());
    CHECK(tag_list{std::string_view{list_of(62, "x=;x=")}}.find_duplicate({"y"}));
    CHECK(!tag_list{std::string_view{list_of(63, "x=;x=")}}.find_duplicate({"y"}));
    CHECK(tag_list{std::string_view{list_of(64, "x=;x=")}}.find_duplicate({"y", "x"}));
}

} // namespace

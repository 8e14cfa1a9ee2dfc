#ifndef FOLDWISE_TESTS_TYPED_NAMES_HPP
#define FOLDWISE_TESTS_TYPED_NAMES_HPP

// For the tests of each room's fields.hpp: which type get<> reads for each name.

#include <foldwise/message/get.hpp>
#include <foldwise/message/reads_fields.hpp>

#include "support.hpp"

#include <algorithm>
#include <concepts>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

namespace test {

/// The name in lower case. Asserts that get<Name> reads a T, and that T keeps the laws for types
/// that read fields.
template <foldwise::field_name Name, class T>
constexpr std::string_view name_read_as() {
    using found = decltype(foldwise::get<Name>(foldwise::message{}));
    static_assert(std::same_as<typename found::value_type, T>);
    static_assert(foldwise::reads_fields<T>);
    return Name.text();
}

/// Checks that `listed` are the names that the text of include/foldwise/`room`/fields.hpp declares
/// a type for.
inline void check_typed_names(std::string const& room, std::span<std::string_view const> listed) {
    std::ifstream file{FOLDWISE_SOURCE_DIR "/include/foldwise/" + room + "/fields.hpp"};
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    std::string_view const start = "struct field_type<\"";
    std::vector<std::string> declared;
    for (auto at = text.find(start); at != text.npos; at = text.find(start, at)) {
        at += start.size();
        auto& name = declared.emplace_back(text, at, text.find('"', at) - at);
        std::ranges::transform(name, name.begin(), foldwise::ascii_lower); // as field_name does
    }
    CHECK(!declared.empty());
    std::ranges::sort(declared);
    std::vector<std::string> wanted(listed.begin(), listed.end());
    std::ranges::sort(wanted);
    std::vector<std::string> differences;
    std::ranges::set_symmetric_difference(declared, wanted, std::back_inserter(differences));
    for (auto const& name : differences) FAIL_CHECK(name);
}

} // namespace test

#endif

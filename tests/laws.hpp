#ifndef FOLDWISE_TESTS_LAWS_HPP
#define FOLDWISE_TESTS_LAWS_HPP

#include <foldwise/message/reads_fields.hpp>

#include "support.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace test {

/// A reporter that cannot be copied or moved. It counts problems, keeps the gravest one, and
/// checks that each is inside of `raw`.
struct problem_counter {
    std::size_t count = 0;
    foldwise::diagnostic gravest{};
    bool lie_in_raw = true;
    std::string_view raw;

    explicit constexpr problem_counter(std::string_view text) : raw{text} {}
    problem_counter(problem_counter const&) = delete;
    problem_counter& operator=(problem_counter const&) = delete;
    constexpr void operator()(foldwise::diagnostic const& problem) {
        if (count++ == 0 || gravest.severity() < problem.severity()) gravest = problem;
        lie_in_raw = lie_in_raw && problem.offset <= raw.size() &&
                     problem.length <= raw.size() - problem.offset;
    }
};

/// Whether `T` reads a field as it reads the field's value, reports problems inside of raw() to a
/// reporter that cannot be copied, and has the gravest problem as its deviation(). The value must
/// have a problem, and the gravest one must be `code`.
template <class T>
constexpr bool keeps_the_laws(std::string_view value, foldwise::diagnostic_code code) {
    T const read{value};
    REQUIRE_TRUE(read.raw() == value);
    problem_counter counter{value};
    read.diagnose(counter);
    REQUIRE_TRUE(counter.count > 0 && counter.lie_in_raw);
    REQUIRE_TRUE(read.deviation() == counter.gravest && counter.gravest.code == code);
    if constexpr (std::is_constructible_v<T, foldwise::field const&>) {
        foldwise::field const f{value}; // without a name: the whole field is the value
        REQUIRE_TRUE(T{f}.raw() == value && T{f}.deviation() == read.deviation());
    }
    return true;
}

} // namespace test

#endif

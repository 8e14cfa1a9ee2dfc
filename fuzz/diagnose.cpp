// Properties of what diagnose() reports about a message: each problem is inside the message, and is
// reported once; a reader that stops early has seen the first problems; each ambiguity has two
// readings, which are in the message; LF and CRLF have the same problems, except those of lines.

#include "properties.hpp"

#include <foldwise/inspect.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

/// All problems of a message: inside of it, and none twice. A reader that stops after some of them
/// has seen the first ones.
std::vector<diagnostic> problems_of(message const& m, fuzz::dice& dice) {
    std::vector<diagnostic> all;
    diagnose(m, [&](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset <= m.raw().size());
        REQUIRE_PROPERTY(problem.length <= m.raw().size() - problem.offset);
        all.push_back(problem);
    });
    auto const most = dice.roll(all.size());
    std::vector<diagnostic> first;
    diagnose(m, [&](diagnostic const& problem) {
        first.push_back(problem);
        return first.size() < most;
    });
    REQUIRE_PROPERTY(first.size() == (all.empty() ? 0 : most == 0 ? 1 : most));
    REQUIRE_PROPERTY(std::equal(first.begin(), first.end(), all.begin()));
    auto const precedes = [](diagnostic const& left, diagnostic const& right) {
        if (left.offset != right.offset) return left.offset < right.offset;
        return left.length != right.length ? left.length < right.length : left.code < right.code;
    };
    auto sorted = all;
    std::ranges::sort(sorted, precedes);
    auto const is_repeated = [](diagnostic const& left, diagnostic const& right) {
        return left == right && left.length != 0; // several tags can be missing in one place
    };
    REQUIRE_PROPERTY(std::ranges::adjacent_find(sorted, is_repeated) == sorted.end());
    return all;
}

/// Each ambiguity has two readings, which are in the message, and known readers.
void ambiguities_have_two_readings(message const& m, std::vector<diagnostic> const& problems) {
    for (auto const& problem : problems) {
        auto const found = ambiguity_of(m, problem);
        REQUIRE_PROPERTY(found.has_value() == (problem.severity() == severity::ambiguity));
        if (!found) continue;
        REQUIRE_PROPERTY(found->problem() == problem);
        for (auto const& each : {found->first(), found->second()}) {
            REQUIRE_PROPERTY(each.offset <= m.raw().size() && !each.text.empty());
            REQUIRE_PROPERTY(each.length <= m.raw().size() - each.offset);
            for (auto const by : each.readers)
                REQUIRE_PROPERTY(!by.name.empty() && !by.source.empty());
        }
    }
}

/// The codes of the problems, except bare CR and those of charsets: a line ending is part of a
/// character in UTF-16.
std::vector<diagnostic_code> codes_of(std::string_view bytes) {
    std::vector<diagnostic_code> codes;
    diagnose(message{bytes}, [&codes](diagnostic const& problem) {
        if (problem.code == diagnostic_code::bare_cr) return;
        if (!problem.name().starts_with("charset_")) codes.push_back(problem.code);
    });
    return codes;
}

void lf_and_crlf_have_the_same_problems(std::string_view bytes) {
    auto const lf = fuzz::with_lf(bytes);
    auto const crlf = fuzz::with_crlf(lf);
    REQUIRE_PROPERTY(codes_of(lf) == codes_of(crlf));
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    message const m{bytes};
    ambiguities_have_two_readings(m, problems_of(m, dice));
    lf_and_crlf_have_the_same_problems(bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

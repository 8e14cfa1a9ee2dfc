#include <foldwise/inspect/detail/diagnostic_sink.hpp>

#include "../../diagnostics.hpp"
#include "../../support.hpp"

#include <cstddef>
#include <type_traits>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::detail::diagnostic_sink;
using foldwise::detail::reporter_sink;
using foldwise::detail::text_sink;

constexpr diagnostic problem{diagnostic_code::nul, 3, 1};

constexpr bool a_reporter_without_result_never_stops() {
    std::size_t count = 0;
    auto report = [&](diagnostic const& each) { count += each == problem ? 1u : 0u; };
    reporter_sink sink{report};
    diagnostic_sink& as_base = sink;
    for (int i = 0; i < 3; ++i) as_base(problem);
    REQUIRE_TRUE(count == 3);
    REQUIRE_TRUE(!as_base.is_stopped());
    return true;
}
CASE("reporter_sink: a reporter that returns nothing gets all",
     a_reporter_without_result_never_stops)

constexpr bool a_reporter_that_returns_false_is_not_called_again() {
    std::size_t count = 0;
    auto report = [&](diagnostic const&) { return ++count < 2; };
    reporter_sink sink{report};
    sink(problem);
    REQUIRE_TRUE(!sink.is_stopped());
    sink(problem);
    REQUIRE_TRUE(sink.is_stopped());
    sink(problem);
    REQUIRE_TRUE(count == 2);
    return true;
}
CASE("reporter_sink: after false there are no more calls",
     a_reporter_that_returns_false_is_not_called_again)

constexpr bool a_text_starts_at_an_offset() {
    diagnostic last;
    auto report = [&](diagnostic const& each) { last = each; };
    reporter_sink sink{report};
    text_sink{sink, 40}(problem);
    REQUIRE_TRUE(last == diagnostic{diagnostic_code::nul, 43, 1});
    text_sink const outer{sink, 40};
    text_sink const inner{outer, 200};
    static_assert(std::is_same_v<decltype(inner), decltype(outer)>); // readers are compiled once
    inner(problem);
    REQUIRE_TRUE(last == diagnostic{diagnostic_code::nul, 243, 1});
    return true;
}
CASE("text_sink: offsets count from the start of the message", a_text_starts_at_an_offset)

TEST_CASE("reporter_sink: a reporter is not copied") {
    test::still_reporter report;
    reporter_sink{report}(problem);
    CHECK(report.count == 1);
}

} // namespace

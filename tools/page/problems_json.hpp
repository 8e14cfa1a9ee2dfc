#ifndef FOLDWISE_TOOLS_PAGE_PROBLEMS_JSON_HPP
#define FOLDWISE_TOOLS_PAGE_PROBLEMS_JSON_HPP

#include "../entry_diagnostics.hpp"
#include "../json/diagnostics.hpp"
#include "../json/writer.hpp"
#include "../lint_readings.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/severity.hpp>
#include <foldwise/inspect/ambiguity.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/words/text_options.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tool {

/// Writes all that is wrong or doubtful about a message as an object: for each severity how many
/// problems have it, and the problems. Those beyond a limit are only counted.
///
///     {"counts":{"note":0,"obsolete":0,"violation":1,"ambiguity":0,"limit":0},
///      "problems":[{"code":"bare_cr", ...}]}
///
/// The keys of a problem are those of `foldwise lint --json`; an ambiguity has its readings.
class problems_json {
  public:
    static constexpr std::size_t most_problems = 3000;
    static constexpr std::size_t most_readings = 100; // each takes O(message) to find

    explicit problems_json(json_writer& json) : json_{json} {}

    void add(foldwise::mbox_entry const& entry, foldwise::text_options const& options) {
        std::size_t counts[severities] = {};
        std::size_t count = 0;
        std::size_t readings = 0;
        json_.open('{').key("problems").open('[');
        diagnose_entry(
            entry, options, [&](foldwise::diagnostic const& problem, std::uint64_t offset) {
                ++counts[static_cast<std::size_t>(problem.severity())];
                if (count++ >= most_problems) return;
                json_.open('{');
                write_diagnostic(json_, problem, offset);
                bool const has_readings =
                    problem.severity() == foldwise::severity::ambiguity && readings < most_readings;
                if (has_readings)
                    if (auto const found = ambiguity_of(entry, problem, offset)) {
                        ++readings;
                        write_readings(json_, found->place, found->start);
                    }
                json_.close('}');
            });
        json_.close(']').key("counts").open('{');
        for (std::size_t at = 0; at < severities; ++at)
            json_.key(foldwise::name_of(static_cast<foldwise::severity>(at))).value(counts[at]);
        json_.close('}').close('}');
    }

  private:
    static constexpr std::size_t severities = 5;

    json_writer& json_;
};

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_JSON_DIAGNOSTICS_HPP
#define FOLDWISE_TOOLS_JSON_DIAGNOSTICS_HPP

#include "../entry_diagnostics.hpp"
#include "writer.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/words/text_options.hpp>

#include <cstdint>

namespace tool {

/// Writes the keys of a diagnostic into an object that is open. `offset` counts from the start of
/// the file.
inline void write_diagnostic(json_writer& json, foldwise::diagnostic const& problem,
                             std::uint64_t offset) {
    json.key("code").value(problem.name());
    json.key("severity").value(foldwise::name_of(problem.severity()));
    json.key("offset").value(offset).key("length").value(problem.length);
    json.key("rfc").value(problem.rfc()).key("text").value(problem.text());
}

/// Writes all that is wrong or doubtful about a message as an array.
inline void write_diagnostics(json_writer& json, foldwise::mbox_entry const& entry,
                              foldwise::text_options const& options) {
    json.open('[');
    diagnose_entry(entry, options, [&](foldwise::diagnostic const& problem, std::uint64_t offset) {
        json.open('{');
        write_diagnostic(json, problem, offset);
        json.close('}');
    });
    json.close(']');
}

} // namespace tool

#endif

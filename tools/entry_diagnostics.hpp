#ifndef FOLDWISE_TOOLS_ENTRY_DIAGNOSTICS_HPP
#define FOLDWISE_TOOLS_ENTRY_DIAGNOSTICS_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/inspect/ambiguity.hpp>
#include <foldwise/inspect/diagnose.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/store/emlx.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/words/text_options.hpp>

#include <cstddef>
#include <cstdint>

namespace tool {

/// Passes diagnostics on to `report(problem, offset)`. Their own offsets count from the octet
/// `start` of a file, and `offset` from the start of the file.
template <class Report>
struct in_file {
    Report& report;
    std::uint64_t start;

    void operator()(foldwise::diagnostic const& problem) const {
        report(problem, start + problem.offset);
    }
};
template <class Report>
in_file(Report&, std::uint64_t) -> in_file<Report>;

/// Calls `report(problem, offset)` with all that is wrong or doubtful about an entry of a mailbox,
/// where `offset` counts from the start of the file: the problems of the file around the message,
/// then those of the message. Text for people is read with `options`.
template <class Report>
void diagnose_entry(foldwise::mbox_entry const& entry, foldwise::text_options const& options,
                    Report&& report) {
    foldwise::entity const root{entry};
    auto const start = entry.message_offset();
    in_file const in_entry{report, entry.offset()};
    entry.diagnose(in_entry);
    bool const is_emlx = entry.is_alone() && entry.message_offset() != entry.offset();
    if (is_emlx)
        if (auto const file = foldwise::emlx::read(entry.raw())) file->diagnose(in_entry);
    foldwise::diagnose(root, in_file{report, start}, options);
}

/// The readings of an ambiguity; their offsets count from the octet `start` of a file.
struct ambiguity_in_file {
    foldwise::ambiguity place;
    std::uint64_t start = 0;
};

/// The readings of a problem that diagnose_entry() has reported at `offset`, if they are known.
/// O(entry).
inline foldwise::optional<ambiguity_in_file> ambiguity_of(foldwise::mbox_entry const& entry,
                                                          foldwise::diagnostic problem,
                                                          std::uint64_t offset) {
    problem.offset = static_cast<std::size_t>(offset - entry.offset());
    if (auto const place = foldwise::ambiguity_of(entry, problem))
        return ambiguity_in_file{*place, entry.offset()};
    auto const start = entry.message_offset();
    if (offset < start) return std::nullopt;
    problem.offset = static_cast<std::size_t>(offset - start);
    if (auto const place = foldwise::ambiguity_of(entry.message(), problem))
        return ambiguity_in_file{*place, start};
    return std::nullopt;
}

} // namespace tool

#endif

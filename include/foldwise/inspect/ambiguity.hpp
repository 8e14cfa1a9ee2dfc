#ifndef FOLDWISE_INSPECT_AMBIGUITY_HPP
#define FOLDWISE_INSPECT_AMBIGUITY_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/inspect/detail/ambiguity_place.hpp>
#include <foldwise/inspect/detail/ambiguity_table.hpp>
#include <foldwise/inspect/known_reader.hpp>
#include <foldwise/message/message.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise {

/// One way to read an ambiguous place in a message. Borrows nothing.
struct reading {
    std::size_t offset = 0; ///< of its octets, from the start of m.raw()
    std::size_t length = 0; ///< may be 0: nothing is read there
    std::string_view text;  ///< what these octets are in this reading, for people
    known_readers readers;  ///< programs that read so; others may, too
};

/// A place in a message that programs read differently, with two of the readings. foldwise takes
/// the first one:
///
///     From: a@b.example LF From: c@d.example LF    field_duplicate covers the second field
///
///     |------------------|                         first()   "the first field of that name"
///                          |------------------|    second()  "the later field, which counts"
///
///     auto const found = ambiguity_of(m, problem);
///     if (found) for (auto const each : found->second().readers) log(each.name, each.source);
///
/// Borrows nothing; trivially copyable.
class ambiguity {
  public:
    constexpr ambiguity() = default;

    /// The diagnostic that reports the place.
    constexpr diagnostic problem() const noexcept { return problem_; }

    /// How foldwise reads the octets.
    constexpr reading first() const noexcept { return first_; }
    /// How other programs read them.
    constexpr reading second() const noexcept { return second_; }

  private:
    friend constexpr optional<ambiguity> ambiguity_of(message const& m,
                                                      diagnostic const& problem) noexcept;

    diagnostic problem_;
    reading first_;
    reading second_;
};

/// The two readings of an ambiguous place in `m`. `problem` is a diagnostic of severity ambiguity
/// whose offset counts from the start of m.raw(), as `diagnose` reports it.
///     diagnose(m, [&m](diagnostic const& problem) {
///         if (auto const found = ambiguity_of(m, problem)) show(found->first(), found->second());
///     });
/// No value if the code has another severity or cannot occur in a message (but in a command of
/// SMTP, say), or if the range is not in the message. Both readings are in the message. O(message),
/// because the part that the place belongs to is sought; allocates nothing.
constexpr optional<ambiguity> ambiguity_of(message const& m, diagnostic const& problem) noexcept {
    auto const size = m.raw().size();
    if (problem.offset > size || problem.length > size - problem.offset) return std::nullopt;
    for (auto const& row : detail::ambiguity_rows) {
        if (row.code != problem.code) continue;
        detail::ambiguity_place const place{m, problem};
        auto const reading_of = [&](detail::which_reading is,
                                    detail::described_extent const& which) {
            auto const [first, last] = place.range_of(which.octets);
            std::uint32_t tried = 0;
            for (auto const& each : detail::tried_codes)
                if (each.code == row.code)
                    tried = is == detail::which_reading::first ? each.first : each.second;
            return reading{first, last - first, which.text,
                           known_readers{detail::known_reader_walker{row.code, is, tried}}};
        };
        ambiguity found;
        found.problem_ = problem;
        found.first_ = reading_of(detail::which_reading::first, row.first);
        found.second_ = reading_of(detail::which_reading::second, row.second);
        return found;
    }
    return std::nullopt;
}

} // namespace foldwise

#endif

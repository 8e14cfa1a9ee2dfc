#ifndef FOLDWISE_INSPECT_AMBIGUITY_HPP
#define FOLDWISE_INSPECT_AMBIGUITY_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/inspect/detail/ambiguity_place.hpp>
#include <foldwise/inspect/detail/ambiguity_table.hpp>
#include <foldwise/inspect/detail/data_ambiguity.hpp>
#include <foldwise/inspect/detail/entry_ambiguity.hpp>
#include <foldwise/inspect/detail/session_ambiguity.hpp>
#include <foldwise/inspect/known_reader.hpp>
#include <foldwise/mail_data/mail_data.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/transcript/transcript.hpp>
#include <foldwise/transcript/transcript_line.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// One way to read an ambiguous place in a message. Borrows nothing.
struct reading {
    std::size_t offset = 0; ///< of its octets, from the start of raw() of what was read
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
    // Defined first: clang cannot use a template at compile time before its definition.
    /// `range_of` returns the octets of an extent.
    template <class RangeOf>
    constexpr ambiguity(detail::ambiguity_row const& row, diagnostic const& problem,
                        RangeOf const& range_of) noexcept
        : problem_{problem} {
        detail::tried_code tried{row.code, 0, 0};
        for (auto const& each : detail::tried_codes)
            if (each.code == row.code) tried = each;
        auto const reading_of = [&](detail::which_reading is,
                                    detail::described_extent const& which) {
            detail::octet_range const octets = range_of(which.octets);
            auto const ran = is == detail::which_reading::first ? tried.first : tried.second;
            detail::known_reader_walker const readers{row.code, is, ran};
            return reading{octets.first, octets.last - octets.first, which.text,
                           known_readers{readers}};
        };
        first_ = reading_of(detail::which_reading::first, row.first);
        second_ = reading_of(detail::which_reading::second, row.second);
    }

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
    friend constexpr optional<ambiguity> ambiguity_of(mail_data const& data,
                                                      diagnostic const& problem) noexcept;
    friend constexpr optional<ambiguity> ambiguity_of(transcript const& session,
                                                      diagnostic const& problem) noexcept;
    template <quoted_message Entry>
    friend constexpr optional<ambiguity> ambiguity_of(Entry const& entry,
                                                      diagnostic const& problem) noexcept;

    /// The readings of what is reported only in the transmission of a message. `text` is what was
    /// sent up to the end of the message.
    static constexpr optional<ambiguity> in_data(std::string_view text,
                                                 diagnostic const& problem) noexcept {
        auto const* const row = detail::data_ambiguity_row_of(problem.code);
        if (row == nullptr) return std::nullopt;
        detail::octet_range const place{problem.offset, problem.offset + problem.length};
        return ambiguity{*row, problem, [&](detail::extent which) {
                             return detail::range_in_data(text, place, which);
                         }};
    }
    static constexpr bool is_inside(std::string_view bytes, diagnostic const& problem) noexcept {
        return problem.offset <= bytes.size() && problem.length <= bytes.size() - problem.offset;
    }

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
    if (!ambiguity::is_inside(m.raw(), problem)) return std::nullopt;
    for (auto const& row : detail::ambiguity_rows) {
        if (row.code != problem.code) continue;
        detail::ambiguity_place const place{m, problem};
        return ambiguity{row, problem,
                         [&place](detail::extent which) { return place.range_of(which); }};
    }
    return std::nullopt;
}

/// The same for a place in mail data, as mail_data::diagnose reports it: a line ending without CR
/// or without LF, or a near miss of the end of the data, after which other servers may read the
/// rest of the message as commands ("SMTP smuggling").
///     a LF . CR LF MAIL FROM:<x@y.example> CR LF ...    end_of_data_near_miss covers LF . CR LF
///       |--------|                                      first()   "text of the message ..."
///                  |------------------------------...   second()  "commands of the client ..."
/// Offsets count from the start of data.raw(). Both readings are in it, without the line of only a
/// dot that ends it. O(data).
constexpr optional<ambiguity> ambiguity_of(mail_data const& data,
                                           diagnostic const& problem) noexcept {
    if (!ambiguity::is_inside(data.raw(), problem)) return std::nullopt;
    if (problem.code == diagnostic_code::bare_cr) return ambiguity_of(message{data.raw()}, problem);
    return ambiguity::in_data(data.text().raw(), problem);
}

/// The same for a place in a recorded session, as transcript::diagnose, and ehlo_reply::diagnose
/// for one of its replies, report it:
///     C: EHLO a LF S: 250-b LF S: 250-SIZE 1000 LF S: 250 SIZE 2000 LF
///                                     |-------|                          first()   "the first line
///                                                         |-------|      second()  "the later line
/// Offsets count from the start of session.raw(). The second reading of a near miss of the end of
/// the data ends with the last line of the message. No value for what is wrong in the message
/// itself: see above. O(session).
constexpr optional<ambiguity> ambiguity_of(transcript const& session,
                                           diagnostic const& problem) noexcept {
    if (!ambiguity::is_inside(session.raw(), problem)) return std::nullopt;
    if (auto const* const row = detail::session_ambiguity_row_of(problem.code)) {
        detail::session_place const place{session, problem};
        return ambiguity{*row, problem,
                         [&place](detail::extent which) { return place.range_of(which); }};
    }
    if (problem.code != diagnostic_code::end_of_data_near_miss) return std::nullopt;
    auto end = problem.offset + problem.length;
    for (auto const line : session.lines()) {
        auto const line_end = offset_of(session.raw(), line.raw()) + line.raw().size();
        if (line_end <= end) continue;
        if (line.kind() != transcript_line_kind::data) break;
        end = line_end;
    }
    return ambiguity::in_data(session.raw().substr(0, end), problem);
}

/// The same for a place in an mbox outside of its messages, as mbox_entry::diagnose reports it:
///     From a@b.example Mon Dec 15 10:00:00 2014 LF ... LF LF From here on LF two LF
///                                                            |-------------|         first()
///                                                            |--------------------|  second()
/// Offsets count from the start of entry.raw(). A reading in which a message goes on in another
/// entry ends with this one. No value for what is wrong in the message itself: see above. O(entry).
template <quoted_message Entry>
constexpr optional<ambiguity> ambiguity_of(Entry const& entry, diagnostic const& problem) noexcept {
    auto const* const row = detail::entry_ambiguity_row_of(problem.code);
    if (row == nullptr || !ambiguity::is_inside(entry.raw(), problem)) return std::nullopt;
    detail::octet_range const place{problem.offset, problem.offset + problem.length};
    return ambiguity{*row, problem, [&](detail::extent which) {
                         auto const body = entry.message().body();
                         return detail::range_in_entry(entry.raw(), body, place, which);
                     }};
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

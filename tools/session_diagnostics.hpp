#ifndef FOLDWISE_TOOLS_SESSION_DIAGNOSTICS_HPP
#define FOLDWISE_TOOLS_SESSION_DIAGNOSTICS_HPP

#include "credentials.hpp"
#include "entry_diagnostics.hpp"
#include "joined_octets.hpp"
#include "transcript_problems.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/inspect/ambiguity.hpp>
#include <foldwise/smtp/ehlo_reply.hpp>
#include <foldwise/smtp/smtp_reply.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/transcript.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

namespace tool {

/// All that is wrong or doubtful about a recorded SMTP session: its lines, its commands and
/// replies, and the messages that it carries.
class session_diagnostics {
  public:
    session_diagnostics(std::string_view bytes, foldwise::text_options const& options)
        : session_{bytes}, options_{options}, problems_{transcript_problems(session_)} {
        for (auto const line : session_.lines())
            if (may_hold_credentials(line)) secrets_.push_back(line.raw());
        for (auto const exchange : session_.exchanges())
            if (auto const& reply = exchange.reply()) add_reply(*reply, exchange.verb());
        for (auto const one : session_)
            if (one.has_message()) add_message(one.message());
        sort();
    }

    /// The problems in the order of their offsets, which count from the start of the session.
    std::vector<foldwise::diagnostic> const& problems() const { return problems_; }

    /// The two readings of a problem that is an ambiguity, if they are known.
    foldwise::optional<ambiguity_in_file> ambiguity_of(foldwise::diagnostic const& problem) const {
        auto const place = foldwise::ambiguity_of(session_, problem);
        if (!place) return std::nullopt;
        return ambiguity_in_file{*place, 0};
    }

    /// Whether an octet is in a line that may hold credentials. O(log lines).
    bool is_secret(std::size_t offset) const {
        auto const after =
            std::partition_point(secrets_.begin(), secrets_.end(), [&](std::string_view line) {
                return foldwise::offset_of(session_.raw(), line) + line.size() <= offset;
            });
        return after != secrets_.end() && foldwise::offset_of(session_.raw(), *after) <= offset;
    }

  private:
    /// Sorts the problems and removes repeated ones: a problem in a line of a reply is reported for
    /// the transcript and again for the reply as a whole.
    void sort() {
        auto const key = [](foldwise::diagnostic const& each) {
            return std::tuple{each.offset, each.code, each.length};
        };
        std::sort(problems_.begin(), problems_.end(),
                  [key](auto const& left, auto const& right) { return key(left) < key(right); });
        auto const last = std::unique(
            problems_.begin(), problems_.end(),
            [key](auto const& left, auto const& right) { return key(left) == key(right); });
        problems_.erase(last, problems_.end());
    }

    /// A reporter that adds problems of the joined text as problems of the session.
    auto in_file(joined_octets const& joined) {
        return [this, &joined](foldwise::diagnostic const& problem) {
            problems_.push_back(joined.in_file(problem));
        };
    }

    /// Adds the problems of a reply that is read as a whole.
    void add_reply(foldwise::transcript_reply const& reply, foldwise::smtp_verb verb) {
        joined_octets joined;
        for (auto const line : reply.lines()) {
            auto const text = foldwise::without_ending(line.raw());
            auto const at = foldwise::offset_of(session_.raw(), text);
            joined.add(text, at);
            auto const end = at + text.size();
            joined.end_line(end, foldwise::ending_of(session_.raw().substr(end, 2)));
        }
        auto const found = foldwise::smtp_reply::read(joined.text());
        if (!found) return;
        auto const report = in_file(joined);
        bool const is_list = verb == foldwise::smtp_verb::ehlo || verb == foldwise::smtp_verb::lhlo;
        if (is_list && reply.is_positive())
            foldwise::ehlo_reply{*found}.diagnose(report);
        else
            found->diagnose(report);
    }

    /// Adds the problems of a message that the session carries.
    void add_message(foldwise::carried_message const& carried) {
        joined_octets joined;
        for (auto const piece : carried.pieces())
            joined.add(piece, foldwise::offset_of(session_.raw(), piece));
        std::string_view const bytes = joined.text();
        foldwise::mbox_entry const entry{bytes, {0, 0, bytes.size(), false}, 0, {}};
        auto const report = in_file(joined);
        diagnose_entry(entry, options_, [&](foldwise::diagnostic problem, std::uint64_t offset) {
            problem.offset = static_cast<std::size_t>(offset);
            report(problem);
        });
    }

    foldwise::transcript session_;
    foldwise::text_options options_;
    std::vector<foldwise::diagnostic> problems_;
    std::vector<std::string_view> secrets_; // lines that may hold credentials, in order
};

} // namespace tool

#endif

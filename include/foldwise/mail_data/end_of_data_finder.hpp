#ifndef FOLDWISE_MAIL_DATA_END_OF_DATA_FINDER_HPP
#define FOLDWISE_MAIL_DATA_END_OF_DATA_FINDER_HPP

#include <foldwise/base/line.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// Finds the end of mail data that arrives in chunks of any size (RFC 5321 section 4.1.1.4):
///     CRLF "." CRLF
/// The data starts directly after the CRLF of the DATA command, so "." CRLF at its very start is an
/// end, too.
///     end_of_data_finder finder;
///     while (!finder.found() && receive(chunk)) {
///         auto const used = finder.feed(chunk, report);
///         append_to_message(chunk.substr(0, used));
///     }
///     if (!finder.found()) finder.finish(report);  // the client is gone
///     text = dot_unstuffed{all.substr(0, finder.text_size())};
///
/// Only CRLF "." CRLF is the end. A near miss is text, and is reported as end_of_data_near_miss: a
/// dot between two line endings, at least one of which is not CRLF but has been taken for CRLF by
/// some server. If that server receives the message from this one, it ends the message there and
/// reads the rest as commands of the client ("SMTP smuggling"). A careful server refuses such a
/// message.
///     before the dot    CR* LF, or CR
///     after the dot     CR* LF, or CR, after any number of SP and HTAB
/// with NUL in any place. The range of the diagnostic covers all of this, and counts from the start
/// of the data. Two near misses may share the line ending between them.
///
/// The result is the same however the data is cut into chunks. Keeps no octets, allocates nothing.
/// Each octet is looked at once, many at a time. (In unusual data, those that may be part of a near
/// miss are looked at twice.)
class end_of_data_finder {
    struct ignore {
        constexpr void operator()(diagnostic const&) const noexcept {}
    };

  public:
    /// `ending` is how lines end. line_ending::lf is for recorded data in which each LF stands for
    /// a CRLF: then only LF "." LF is the end. It must not be used for data from the network.
    explicit constexpr end_of_data_finder(line_ending ending = line_ending::crlf) noexcept
        : ending_{ending} {}

    /// Takes the next chunk. Returns how many of its octets belong to the data: all, if they do not
    /// have the end of the data; those up to and including that of the end, if they do; none, if
    /// the end has been found before. The octets after it are the next command.
    template <class Report>
    constexpr std::size_t feed(std::string_view chunk, Report&& report) {
        if (state_ == state::found) return 0;
        auto const first = size_;
        std::size_t at = 0;
        do {
            if (state_ == state::text) at = find_dot(chunk, at);
            for (; at != chunk.size() && is_after_dot(); ++at) take(chunk[at], first + at, report);
        } while (at != chunk.size() && state_ == state::text);
        size_ = first + at;
        return at;
    }
    /// The same, without a report.
    template <class Report = ignore> // a template, so that clang can evaluate it at compile time
    constexpr std::size_t feed(std::string_view chunk) noexcept {
        return feed(chunk, Report{});
    }

    /// Says that no more chunks follow. Reports a near miss that the end of the input completes: a
    /// dot and a CR as the last octets. Does nothing if the end has been found.
    template <class Report>
    constexpr void finish(Report&& report) {
        if (state_ == state::cr) report_near_miss(report);
        if (state_ != state::found) state_ = state::text;
    }

    /// Whether the end has been found.
    constexpr bool found() const noexcept { return state_ == state::found; }

    /// How many octets the data has so far, the line with only a dot at its end included.
    constexpr std::size_t size() const noexcept { return size_; }

    /// How many octets the text has, without the line with only a dot at its end, if that has been
    /// found.
    constexpr std::size_t text_size() const noexcept {
        return found() ? size_ - 1 - size_of(ending_) : size_;
    }

  private:
    enum class state : unsigned char {
        text,  ///< before a dot that follows a line ending
        dot,   ///< after such a dot, and perhaps SP, HTAB and NUL
        cr,    ///< after such a dot and a CR, and perhaps CR and NUL
        found, ///< after the end
    };

    /// The line ending at the end of some octets, perhaps with NULs in it or after it. Offsets
    /// count from the start of the data.
    enum class break_kind : unsigned char { none, cr, lf };
    struct line_break {
        break_kind kind = break_kind::none;
        bool is_exact = false;    ///< a CR, or what `ending_` says, without NUL
        std::size_t first_cr = 0; ///< the first of the CRs directly before the LF; or the LF
        std::size_t last = 0;     ///< the LF, or the last CR
    };

    constexpr bool is_after_dot() const noexcept {
        return state_ == state::dot || state_ == state::cr;
    }

    /// Finds the next dot that follows a line ending, and returns the offset after it; the size of
    /// the chunk if there is none. `break_` is what the octets before `from` end with.
    constexpr std::size_t find_dot(std::string_view chunk, std::size_t from) noexcept {
        bool const is_first =
            break_.kind != break_kind::none && from != chunk.size() && chunk[from] == '.';
        for (auto dot = is_first ? from : dot_after(chunk, from); dot != chunk.size();
             dot = dot_after(chunk, dot)) {
            auto const before = break_before(chunk, from, dot);
            if (before.kind == break_kind::none) continue;
            begin_candidate(before);
            return dot + 1;
        }
        break_ = break_before(chunk, from, chunk.size());
        return chunk.size();
    }

    static constexpr std::size_t dot_after(std::string_view chunk, std::size_t from) noexcept {
        auto const hit = scan::line_ending_before_dot(chunk, from);
        return hit == chunk.size() ? hit : hit + 1;
    }

    /// What the octets before `to` end with. `break_` is what those before `from` end with.
    constexpr line_break break_before(std::string_view chunk, std::size_t from,
                                      std::size_t to) const noexcept {
        auto const is = [chunk, from](std::size_t end, char octet) {
            return end != from && chunk[end - 1] == octet;
        };
        auto end = to;
        while (is(end, '\0')) --end;
        if (end == from) {
            auto found = break_;
            found.is_exact = found.is_exact && end == to;
            return found;
        }
        if (!is(end, '\r') && !is(end, '\n')) return {};
        line_break found{break_kind::cr, end == to, size_ + end - 1, size_ + end - 1};
        if (is(end, '\n')) {
            found.kind = break_kind::lf;
            bool const is_crlf = end - 1 == from ? break_.kind == break_kind::cr && break_.is_exact
                                                 : is(end - 1, '\r');
            found.is_exact = end == to && is_crlf == (ending_ == line_ending::crlf);
        }
        for (--end; is(end, '\r') || is(end, '\0'); --end)
            if (is(end, '\r')) found.first_cr = size_ + end - 1;
        if (end == from && break_.kind == break_kind::cr) found.first_cr = break_.first_cr;
        return found;
    }

    constexpr void begin_candidate(line_break const& before) noexcept {
        bool const is_lf = before.kind == break_kind::lf;
        state_ = state::dot;
        candidate_ = is_lf ? before.first_cr : before.last;
        may_be_end_ = is_lf && before.is_exact;
    }

    /// Takes an octet after a dot that follows a line ending.
    template <class Report>
    constexpr void take(char octet, std::size_t offset, Report& report) {
        bool const is_after_cr = state_ == state::cr;
        switch (octet) {
        case '\n': {
            bool const is_crlf = is_after_cr && break_.is_exact;
            bool const is_exact = is_crlf == (ending_ == line_ending::crlf);
            auto const first_cr = is_after_cr ? break_.first_cr : offset;
            break_ = {break_kind::lf, is_exact, first_cr, offset};
            state_ = may_be_end_ && is_exact && offset - first_cr < 2 ? state::found : state::text;
            if (!found()) report_near_miss(report);
            return;
        }
        case '\r':
            break_ = {break_kind::cr, true, is_after_cr ? break_.first_cr : offset, offset};
            state_ = state::cr;
            return;
        case '\0':
            may_be_end_ = false;
            break_.is_exact = false;
            return;
        case ' ':
        case '\t':
            may_be_end_ = false;
            if (!is_after_cr) return;
            break;
        default: break;
        }
        state_ = state::text;
        if (is_after_cr) report_near_miss(report);
        if (is_after_cr && octet == '.')
            begin_candidate(break_);
        else
            break_ = {};
    }

    template <class Report>
    constexpr void report_near_miss(Report& report) const {
        auto const length = break_.last + 1 - candidate_;
        report(diagnostic{diagnostic_code::end_of_data_near_miss, candidate_, length});
    }

    line_ending ending_;
    state state_ = state::text;
    bool may_be_end_ = false;   // what precedes the dot is exact, and so is what follows so far
    std::size_t candidate_ = 0; // where what precedes the dot starts
    std::size_t size_ = 0;      // of the chunks before this one
    line_break break_{break_kind::lf, true, 0, 0}; // the line of the DATA command
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_TRACE_HOPS_HPP
#define FOLDWISE_TRACE_HOPS_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/base/sentinel.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/trace/received.hpp>

#include <cstddef>
#include <cstdint>

namespace foldwise::inline FOLDWISE_ABI {

/// One hop of a message's route: a Received field, when the message arrived, and its delay since
/// the previous hop. Borrows the field's bytes.
class hop {
  public:
    constexpr hop() = default;
    /// The hop of a field, when the message arrived there, and at the hop below.
    constexpr hop(foldwise::field const& f, optional<std::int64_t> arrival,
                  optional<std::int64_t> arrival_below) noexcept
        : field_{f}, arrival_{arrival}, arrival_below_{arrival_below} {}

    /// The Received field.
    constexpr foldwise::field field() const noexcept { return field_; }

    /// The field's clauses and date. O(value).
    constexpr foldwise::received received() const noexcept { return foldwise::received{field_}; }

    /// When the hop's server received the message, in seconds since 1970-01-01T00:00:00Z. Empty if
    /// the field has no date, or if the date does not determine an instant, because it has no zone
    /// or a zone name with several meanings; received().date() still returns that date. O(1).
    constexpr optional<std::int64_t> arrival() const noexcept { return arrival_; }

    /// Seconds since the arrival at the previous hop, whose field is the next Received field below:
    /// the time that the message spent there and in transit. Negative if the clock of this hop is
    /// slow by more than that time. Empty for the oldest hop, and if either hop has no arrival().
    /// O(1).
    constexpr optional<std::int64_t> delay() const noexcept {
        if (!arrival_ || !arrival_below_) return std::nullopt;
        return *arrival_ - *arrival_below_;
    }

  private:
    foldwise::field field_;
    optional<std::int64_t> arrival_;
    optional<std::int64_t> arrival_below_;
};

namespace detail {

class hop_walker {
  public:
    constexpr hop_walker() = default;
    explicit constexpr hop_walker(header_section const& header) noexcept
        : below_{header.find_all("Received").begin()} {
        arrival_below_ = arrival_at_below();
        advance();
    }

    constexpr bool at_end() const noexcept { return current_.field().raw().empty(); }
    constexpr hop current() const noexcept { return current_; }
    constexpr char const* position() const noexcept { return current_.field().raw().data(); }
    constexpr void advance() noexcept {
        if (below_ == std::default_sentinel) {
            current_ = {};
            return;
        }
        auto const field = *below_;
        auto const arrival = arrival_below_;
        ++below_;
        arrival_below_ = arrival_at_below();
        current_ = hop{field, arrival, arrival_below_};
    }

  private:
    constexpr optional<std::int64_t> arrival_at_below() const noexcept {
        if (below_ == std::default_sentinel) return std::nullopt;
        auto const date = received{*below_}.date();
        if (!date) return std::nullopt;
        auto const deviation = date->deviation();
        // An unusual form is read only if it can mean just one instant.
        if (deviation && deviation->severity() >= severity::ambiguity &&
            deviation->code != diagnostic_code::date_unusual_form)
            return std::nullopt;
        return date->unix_seconds();
    }

    header_section::named_range::iterator below_; // the next Received field below the current one
    optional<std::int64_t> arrival_below_;
    hop current_;
};

} // namespace detail

/// A message's route, from its Received fields (RFC 5321 section 4.4): each server adds its field
/// above the existing ones. The hops come in the order of the fields, the newest hop first.
///     for (auto const hop : hops{message.header()})
///         use(hop.received().by(), hop.delay());
///
/// Trust only the fields that your own servers wrote. They are the topmost ones, down to the field
/// of the server that received the message from outside. That server saw the client's address, but
/// the client's name is the client's own claim. The sender may have invented all fields below, with
/// their dates and delays. Nothing in the message marks the border: you have to know the names of
/// your own servers.
///
/// A forward, borrowed range. Total. A traversal reads the date of each field once and is
/// O(header); the constructor reads up to the second hop. Nothing is allocated.
class hops : public walk_range<detail::hop_walker> {
  public:
    constexpr hops() = default;
    /// The hops of a message with these fields.
    explicit constexpr hops(header_section const& header) noexcept
        : walk_range{detail::hop_walker{header}} {}

    /// Seconds from the oldest hop that has an arrival() to the newest such hop; empty if fewer
    /// than two hops have one. O(header).
    constexpr optional<std::int64_t> total() const noexcept {
        optional<std::int64_t> newest;
        optional<std::int64_t> total;
        for (auto const hop : *this) {
            if (!hop.arrival()) continue;
            if (newest)
                total = *newest - *hop.arrival();
            else
                newest = hop.arrival();
        }
        return total;
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

template <>
inline constexpr bool std::ranges::enable_view<foldwise::hops> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::hops> = true;

#endif

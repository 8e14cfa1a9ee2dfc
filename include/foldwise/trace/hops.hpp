#ifndef FOLDWISE_TRACE_HOPS_HPP
#define FOLDWISE_TRACE_HOPS_HPP

#include <foldwise/base/walk.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/trace/received.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>

namespace foldwise {

/// One hop of a message: a Received field, and how long it took. Borrows the field's bytes.
class hop {
  public:
    constexpr hop() = default;
    constexpr hop(foldwise::field const& f, std::optional<std::int64_t> arrival,
                  std::optional<std::int64_t> arrival_below) noexcept
        : field_{f}, arrival_{arrival}, arrival_below_{arrival_below} {}

    constexpr foldwise::field const& field() const noexcept { return field_; }

    /// What the field says. O(value).
    constexpr foldwise::received received() const noexcept { return foldwise::received{field_}; }

    /// When the hop's server took the message, in seconds from 1970-01-01T00:00:00Z. None where
    /// the field has no date, or one whose instant is uncertain (no zone, or the name of one
    /// that has several meanings): received().date() says what it has.
    constexpr std::optional<std::int64_t> arrival() const noexcept { return arrival_; }

    /// Seconds since the hop below, the older one: how long the message lay at that hop's server
    /// and was on its way. Negative where the clocks of the two differ by more. None for the
    /// oldest hop, and where one of the two has no arrival().
    constexpr std::optional<std::int64_t> delay() const noexcept {
        if (!arrival_ || !arrival_below_) return std::nullopt;
        return *arrival_ - *arrival_below_;
    }

  private:
    foldwise::field field_;
    std::optional<std::int64_t> arrival_;
    std::optional<std::int64_t> arrival_below_;
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
    constexpr std::optional<std::int64_t> arrival_at_below() const noexcept {
        if (below_ == std::default_sentinel) return std::nullopt;
        auto const date = received{*below_}.date();
        if (!date) return std::nullopt;
        auto const deviation = date->deviation();
        if (deviation && deviation->severity() == severity::ambiguity) return std::nullopt;
        return date->unix_seconds();
    }

    header_section::named_range::iterator below_; // the field below the current one
    std::optional<std::int64_t> arrival_below_;
    hop current_;
};

} // namespace detail

/// The way of a message, from its Received fields (RFC 5321 section 4.4): each server puts its
/// own in front of those that are there. In the order of the file, the newest hop first.
///     for (auto const hop : hops{message.header()})
///         use(hop.received().by(), hop.delay());
///
/// What can be trusted: the fields that one's own servers wrote, which are the first ones, down
/// to the one by the server that took the message from outside. What that field says of its
/// client's address was seen, what it says of the client's name was told. Everything below may
/// be an invention of whoever sent the message, dates and delays as well. Nothing marks where
/// that border lies: one has to know the names of one's own servers, and that they are the
/// ones to write them.
///
/// A forward, borrowed range. Total. Each field is read once for its date: O(header) for all,
/// begin() costs what is up to the second hop. Nothing is allocated.
class hops : public walk_range<detail::hop_walker> {
  public:
    constexpr hops() = default;
    explicit constexpr hops(header_section const& header) noexcept
        : walk_range{detail::hop_walker{header}} {}

    /// Seconds from the oldest hop that has an arrival() to the newest one; none where less
    /// than two have. O(header).
    constexpr std::optional<std::int64_t> total() const noexcept {
        std::optional<std::int64_t> newest;
        std::optional<std::int64_t> total;
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

} // namespace foldwise

template <>
inline constexpr bool std::ranges::enable_view<foldwise::hops> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<foldwise::hops> = true;

#endif

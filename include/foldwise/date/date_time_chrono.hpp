#ifndef FOLDWISE_DATE_DATE_TIME_CHRONO_HPP
#define FOLDWISE_DATE_DATE_TIME_CHRONO_HPP

#include <foldwise/date/date_time.hpp>

#include <chrono>

namespace foldwise::inline FOLDWISE_ABI {

/// The instant as a type of the standard library. This header is not part of date.hpp, since
/// <chrono> takes longer to compile than the whole library.
///     to_sys_seconds(*date_time::read("Mon, 15 Dec 2014 11:00:00 +0100"))
///       ->  sys_days{2014y/12/15} + 10h
/// A leap second counts as the second after :59. A date without a known offset is taken as UTC:
/// see date_time::is_offset_known(). O(1).
constexpr std::chrono::sys_seconds to_sys_seconds(date_time const& when) noexcept {
    return std::chrono::sys_seconds{std::chrono::seconds{when.unix_seconds()}};
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

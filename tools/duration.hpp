#ifndef FOLDWISE_TOOLS_DURATION_HPP
#define FOLDWISE_TOOLS_DURATION_HPP

#include <cstdint>
#include <cstdio>
#include <string>

namespace tool {

namespace detail {

struct unit_of_time {
    char const* name;
    std::uint64_t seconds;
};

inline constexpr unit_of_time units_of_time[] = {{"d", 86400}, {"h", 3600}, {"min", 60}, {"s", 1}};

/// The absolute value of a duration, also of the most negative one.
inline std::uint64_t magnitude(std::int64_t seconds) {
    auto const value = static_cast<std::uint64_t>(seconds);
    return seconds < 0 ? 0 - value : value;
}

} // namespace detail

/// "2 min 5 s", "1 h 4 min", "3 d": a duration for people, in at most two units. Smaller units are
/// dropped.
inline std::string human_duration(std::int64_t seconds) {
    std::string text = seconds < 0 ? "-" : "";
    auto rest = detail::magnitude(seconds);
    std::size_t unit = 0;
    while (rest < detail::units_of_time[unit].seconds && unit < 3) ++unit;
    for (int parts = 0; parts < 2 && unit < 4; ++parts, ++unit) {
        auto const [name, size] = detail::units_of_time[unit];
        if (parts != 0 && rest / size == 0) break;
        if (parts != 0) text += ' ';
        text.append(std::to_string(rest / size)).append(" ").append(name);
        rest %= size;
    }
    return text;
}

/// "2.1 min": a duration that is not negative, for people, in one unit and mostly two digits.
inline std::string short_duration(std::int64_t seconds) {
    auto const value = detail::magnitude(seconds);
    std::size_t unit = 0;
    while (value < detail::units_of_time[unit].seconds && unit < 3) ++unit;
    auto const [name, size] = detail::units_of_time[unit];
    auto const shown = static_cast<double>(value) / static_cast<double>(size);
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, unit == 3 || shown >= 9.95 ? "%.0f %s" : "%.1f %s", shown,
                  name);
    return buffer;
}

} // namespace tool

#endif

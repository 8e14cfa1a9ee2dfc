#ifndef FOLDWISE_LISTS_PRIORITY_HPP
#define FOLDWISE_LISTS_PRIORITY_HPP

#include <foldwise/diagnostic/result.hpp>
#include <foldwise/syntax/keyword.hpp>

#include <string_view>

namespace foldwise {

/// How urgent or important a message is, as its sender said: one scale for the four fields
/// that say it, each read by a function below. They may contradict each other.
///
///     field              low         normal   high
///     Importance         low         normal   high
///     Priority           non-urgent  normal   urgent
///     X-Priority         4, 5        3        1, 2
///     X-MSMail-Priority  low         normal   high
///
/// Each function takes the field's raw_value(); case does not count, and comments and folding
/// may stand around the word. Anything else has no value, but keyword_malformed, which covers
/// the value. O(value), nothing is allocated.
enum class message_priority : unsigned char { low, normal, high };

/// Importance (RFC 2156 section 5.3.4): for those who read it.
///     importance = "low" / "normal" / "high"
///     read_importance("High")  ->  message_priority::high
constexpr result<message_priority> read_importance(std::string_view value) noexcept {
    constexpr detail::keyword<message_priority> known[] = {
        {"low", message_priority::low},
        {"normal", message_priority::normal},
        {"high", message_priority::high},
    };
    return detail::read_keyword(value, known);
}

/// Priority (RFC 2156 section 5.3.6): for those who deliver it.
///     priority = "normal" / "non-urgent" / "urgent"
///     read_priority("non-urgent")  ->  message_priority::low
constexpr result<message_priority> read_priority(std::string_view value) noexcept {
    constexpr detail::keyword<message_priority> known[] = {
        {"non-urgent", message_priority::low},
        {"normal", message_priority::normal},
        {"urgent", message_priority::high},
    };
    return detail::read_keyword(value, known);
}

/// X-Priority as it stands, which no RFC defines: 1, the highest, to 5, the lowest. Most
/// writers add a comment.
///     read_x_priority_number("1 (Highest)")  ->  1
constexpr result<int> read_x_priority_number(std::string_view value) noexcept {
    constexpr detail::keyword<int> known[] = {{"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"5", 5}};
    return detail::read_keyword(value, known);
}

/// X-Priority on the common scale.
///     read_x_priority("2 (High)")  ->  message_priority::high
constexpr result<message_priority> read_x_priority(std::string_view value) noexcept {
    return read_x_priority_number(value).transform([](int number) {
        if (number == 3) return message_priority::normal;
        return number < 3 ? message_priority::high : message_priority::low;
    });
}

/// X-MSMail-Priority, which no RFC defines, and which has the words of Importance.
///     read_x_msmail_priority("Normal")  ->  message_priority::normal
constexpr result<message_priority> read_x_msmail_priority(std::string_view value) noexcept {
    return read_importance(value);
}

} // namespace foldwise

#endif

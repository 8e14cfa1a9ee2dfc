#ifndef FOLDWISE_LISTS_PRIORITY_HPP
#define FOLDWISE_LISTS_PRIORITY_HPP

#include <foldwise/lists/detail/keyword_field.hpp>
#include <foldwise/syntax/keyword.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// How urgent or important a message is for its sender: one scale for the four fields that say it.
/// The fields of a message may contradict each other.
///
///     class              low         normal   high
///     importance         low         normal   high
///     priority           non-urgent  normal   urgent
///     x_priority         4, 5        3        1, 2
///     x_msmail_priority  low         normal   high
///
/// Each of these classes borrows the value that it reads, and is trivially copyable.
enum class message_priority : unsigned char { low, normal, high };

namespace detail {

inline constexpr keyword<message_priority> importance_words[] = {
    {"low", message_priority::low},
    {"normal", message_priority::normal},
    {"high", message_priority::high},
};

inline constexpr keyword<message_priority> priority_words[] = {
    {"non-urgent", message_priority::low},
    {"normal", message_priority::normal},
    {"urgent", message_priority::high},
};

inline constexpr keyword<int> x_priority_words[] = {
    {"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"5", 5}};

} // namespace detail

/// An Importance field (RFC 2156 section 5.3.4), for the readers of the message.
///     importance = "low" / "normal" / "high"
///     importance::read("High")->level()  ->  message_priority::high
class importance : public detail::keyword_field<importance, detail::importance_words> {
  public:
    constexpr importance() = default;
    /// How urgent the message is.
    constexpr message_priority level() const noexcept { return meaning(); }
};

/// A Priority field (RFC 2156 section 5.3.6), for the servers that deliver the message.
///     priority = "normal" / "non-urgent" / "urgent"
///     priority::read("non-urgent")->level()  ->  message_priority::low
class priority : public detail::keyword_field<priority, detail::priority_words> {
  public:
    constexpr priority() = default;
    /// How urgent the message is.
    constexpr message_priority level() const noexcept { return meaning(); }
};

/// An X-Priority field, which no RFC defines: a number from 1, the highest priority, to 5, the
/// lowest. Most programs write a comment after it.
///     x_priority::read("2 (High)")  ->  number() == 2, level() == message_priority::high
class x_priority : public detail::keyword_field<x_priority, detail::x_priority_words> {
  public:
    constexpr x_priority() = default;
    /// The number, and how urgent it makes the message.
    constexpr int number() const noexcept { return meaning(); }
    constexpr message_priority level() const noexcept {
        if (number() == 3) return message_priority::normal;
        return number() < 3 ? message_priority::high : message_priority::low;
    }
};

/// An X-MSMail-Priority field, which no RFC defines. It has the words of Importance.
///     x_msmail_priority::read("Normal")->level()  ->  message_priority::normal
class x_msmail_priority
    : public detail::keyword_field<x_msmail_priority, detail::importance_words> {
  public:
    constexpr x_msmail_priority() = default;
    /// How urgent the message is.
    constexpr message_priority level() const noexcept { return meaning(); }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

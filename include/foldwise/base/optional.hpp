#ifndef FOLDWISE_BASE_OPTIONAL_HPP
#define FOLDWISE_BASE_OPTIONAL_HPP

#include <foldwise/config.hpp>

#include <concepts>
#include <optional>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// What an empty optional holds.
struct no_value {};

/// Checks that there is a value to read. One function for all types: compiled once.
constexpr void require_value([[maybe_unused]] bool has_value) noexcept {
    FOLDWISE_ASSERT(has_value);
}

} // namespace detail

/// A value, or none: a `std::optional` for trivially copyable types, with the same names.
///     if (auto const date = message.header().find("Date")) use(date->value());
/// It converts to `std::optional<T>`, and `std::nullopt` is its empty value. It exists because
/// dozens of instances of `std::optional` took a fifth of the time needed to compile foldwise. This
/// one has no constructor templates.
///
/// Trivially copyable, never allocates, never throws. Reading the value of an empty optional is an
/// error of the caller, which FOLDWISE_ASSERT checks.
template <class T>
class optional {
    // Not a constraint: members of T may return an optional<T>, and are declared before T is
    // complete.
    static_assert(__is_trivially_copyable(T));

  public:
    using value_type = T;

    constexpr optional() noexcept : none_{}, has_value_{false} {}
    /// As in std::optional: without a value, and with one.
    constexpr optional(std::nullopt_t) noexcept : none_{}, has_value_{false} {}
    constexpr optional(T const& value) noexcept : value_{value}, has_value_{true} {}

    /// Whether there is a value.
    constexpr bool has_value() const noexcept { return has_value_; }
    explicit constexpr operator bool() const noexcept { return has_value_; }

    /// The value, which must be there; a copy if the optional is temporary.
    constexpr T const& operator*() const& noexcept {
        detail::require_value(has_value_);
        return value_;
    }
    constexpr T& operator*() & noexcept {
        detail::require_value(has_value_);
        return value_;
    }
    constexpr T operator*() const&& noexcept { return **this; }
    constexpr T const* operator->() const noexcept {
        detail::require_value(has_value_);
        return &value_;
    }
    constexpr T* operator->() noexcept {
        detail::require_value(has_value_);
        return &value_;
    }

    /// The value, or `otherwise`.
    constexpr T value_or(T const& otherwise) const noexcept {
        return has_value_ ? value_ : otherwise;
    }

    /// Removes the value, if there is one.
    constexpr void reset() noexcept { *this = optional{}; }

    /// A template, so that other conversions do not make the compiler instantiate std::optional<T>.
    template <std::same_as<T> Value>
    constexpr operator std::optional<Value>() const noexcept {
        if (!has_value_) return std::nullopt;
        return value_;
    }

  private:
    union {
        detail::no_value none_;
        T value_;
    };
    bool has_value_;
};

/// An optional of the type of its value.
template <class T>
optional(T) -> optional<T>;

/// Whether both are empty, or both hold the same value. (These operators are not friends of the
/// class, since each type would then declare its own.)
template <class T>
constexpr bool operator==(optional<T> const& left, optional<T> const& right) noexcept {
    if (left.has_value() != right.has_value()) return false;
    return !left.has_value() || *left == *right;
}
template <class T>
constexpr bool operator==(optional<T> const& left, std::nullopt_t) noexcept {
    return !left.has_value();
}
template <class T>
constexpr bool operator==(optional<T> const& left, std::optional<T> const& right) noexcept {
    return left.has_value() == right.has_value() && (!left.has_value() || *left == *right);
}
template <class T>
constexpr bool operator==(std::optional<T> const& left, optional<T> const& right) noexcept {
    return right == left;
}

/// Whether there is a value that equals `right`.
template <class T, class Value>
    requires requires(T const& value, Value const& other) { value == other; }
constexpr bool operator==(optional<T> const& left, Value const& right) noexcept {
    return left.has_value() && *left == right;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

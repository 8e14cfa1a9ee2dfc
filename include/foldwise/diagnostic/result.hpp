#ifndef FOLDWISE_DIAGNOSTIC_RESULT_HPP
#define FOLDWISE_DIAGNOSTIC_RESULT_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/config.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>

#include <type_traits>
#include <utility>

namespace foldwise::inline FOLDWISE_ABI {

/// A value, or the diagnostic that says why there is none. Every function whose grammar can fail
/// returns a result. The names are those of `std::expected`.
///     if (auto const length = entry.content_length()) use(*length);
///     else report(length.error());
/// Trivially copyable, never allocates, never throws. Reading the value of a result without one, or
/// the error of a result with a value, is an error of the caller, which FOLDWISE_ASSERT checks.
template <class T>
class [[nodiscard]] result {
    // Not a constraint: T::read() returns a result<T>, and is declared before T is complete.
    static_assert(
        __is_trivially_copyable(T)); // as std::is_trivially_copyable_v, but faster to compile

  public:
    using value_type = T;
    /// The type of error(), named as in std::expected.
    using error_type = diagnostic;

    /// With a value, or with the reason why there is none.
    constexpr result(T const& value) noexcept : value_{value}, has_value_{true} {}
    constexpr result(diagnostic const& error) noexcept : error_{error}, has_value_{false} {}

    /// Whether there is a value.
    constexpr bool has_value() const noexcept { return has_value_; }
    explicit constexpr operator bool() const noexcept { return has_value_; }

    /// The value; a copy if the result is temporary, so that a loop may be over
    /// `*get<"References">(m)`.
    constexpr T const& operator*() const& noexcept {
        detail::require_value(has_value_);
        return value_;
    }
    constexpr T operator*() const&& noexcept { return **this; }
    constexpr T const* operator->() const noexcept {
        detail::require_value(has_value_);
        return &value_;
    }
    /// Why there is no value. There must be none.
    constexpr diagnostic const& error() const& noexcept {
        FOLDWISE_ASSERT(!has_value_);
        return error_;
    }
    constexpr diagnostic error() const&& noexcept { return error(); }

    /// The value, or `otherwise`.
    constexpr T value_or(T const& otherwise) const noexcept {
        return has_value_ ? value_ : otherwise;
    }

    /// A result that holds `function(value)`, or the same diagnostic.
    template <class F>
    constexpr auto transform(F&& function) const
        -> result<std::remove_cvref_t<decltype(function(std::declval<T const&>()))>> {
        if (has_value_) return function(value_);
        return error_;
    }

    /// `function(value)`, which must be a result, or the same diagnostic.
    template <class F>
    constexpr auto and_then(F&& function) const -> decltype(function(std::declval<T const&>())) {
        if (has_value_) return function(value_);
        return error_;
    }

    /// Whether both hold the same value, or both the same diagnostic.
    friend constexpr bool operator==(result const& left, result const& right) noexcept {
        if (left.has_value_ != right.has_value_) return false;
        return left.has_value_ ? left.value_ == right.value_ : left.error_ == right.error_;
    }

  private:
    union {
        T value_;
        diagnostic error_;
    };
    bool has_value_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_MESSAGE_READS_FIELDS_HPP
#define FOLDWISE_MESSAGE_READS_FIELDS_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

/// The laws for the types that read a field, so that whoever knows one of them knows all. Nothing
/// in the library needs this header: a test asserts `reads_fields` for every such type.
namespace foldwise {

namespace detail {

/// The least that a reporter may be asked for: it is called, and never copied or moved.
struct minimal_reporter {
    minimal_reporter() = default;
    minimal_reporter(minimal_reporter const&) = delete;
    minimal_reporter& operator=(minimal_reporter const&) = delete;
    void operator()(diagnostic const&);
};

} // namespace detail

/// What can be asked of every value that was read from a field:
///     raw()             what was read, unchanged
///     deviation()       the gravest problem of a value that was read nevertheless
///     diagnose(report)  all of them, in order; `report` is called with each diagnostic
/// Offsets of diagnostics count from the start of raw().
template <class T>
concept field_value =
    std::is_trivially_copyable_v<T> && requires(T const& value, detail::minimal_reporter& report) {
        { value.raw() } noexcept -> std::same_as<std::string_view>;
        { value.deviation() } noexcept -> std::same_as<optional<diagnostic>>;
        value.diagnose(report);
        value.diagnose([](diagnostic const&) {});
    };

/// A type for which any field will do. It borrows the octets, so that a temporary std::string is
/// refused.
template <class T>
concept total_field_value = field_value<T> && std::is_nothrow_constructible_v<T, field const&> &&
                            std::is_nothrow_constructible_v<T, std::string_view> &&
                            !std::is_constructible_v<T, std::string>;

/// A type whose grammar can fail: read() gives the value, or the diagnostic that says why there is
/// none.
template <class T>
concept fallible_field_value = field_value<T> && !std::is_constructible_v<T, field const&> &&
                               !std::is_constructible_v<T, std::string_view> &&
                               requires(field const& f, std::string_view value) {
                                   { T::read(f) } noexcept -> std::same_as<result<T>>;
                                   { T::read(value) } noexcept -> std::same_as<result<T>>;
                               };

/// A type that reads a field is one or the other; there is no third way.
template <class T>
concept reads_fields = total_field_value<T> || fallible_field_value<T>;

} // namespace foldwise

#endif

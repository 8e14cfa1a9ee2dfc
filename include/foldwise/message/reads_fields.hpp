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

/// The interface that all types that read a field have in common. Nothing in the library needs this
/// header: a test asserts `reads_fields` for every such type.
namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// The least that diagnose() may require of a reporter: it is called, and never copied or moved.
struct minimal_reporter {
    minimal_reporter() = default;
    minimal_reporter(minimal_reporter const&) = delete;
    minimal_reporter& operator=(minimal_reporter const&) = delete;
    void operator()(diagnostic const&);
};

} // namespace detail

/// The members of every value that was read from a field:
///     raw()             the text that was read, unchanged
///     deviation()       the gravest problem of the text, which was read in spite of it
///     diagnose(report)  calls `report` with each problem, in order
/// Offsets of diagnostics count from the start of raw().
template <class T>
concept field_value =
    std::is_trivially_copyable_v<T> && requires(T const& value, detail::minimal_reporter& report) {
        { value.raw() } noexcept -> std::same_as<std::string_view>;
        { value.deviation() } noexcept -> std::same_as<optional<diagnostic>>;
        value.diagnose(report);
        value.diagnose([](diagnostic const&) {});
    };

/// A type that every field can be read as. It borrows the octets, so it cannot be constructed from
/// a temporary std::string.
template <class T>
concept total_field_value = field_value<T> && std::is_nothrow_constructible_v<T, field const&> &&
                            std::is_nothrow_constructible_v<T, std::string_view> &&
                            !std::is_constructible_v<T, std::string>;

/// A type whose grammar can fail: read() returns the value, or the diagnostic that says why there
/// is none.
template <class T>
concept fallible_field_value = field_value<T> && !std::is_constructible_v<T, field const&> &&
                               !std::is_constructible_v<T, std::string_view> &&
                               requires(field const& f, std::string_view value) {
                                   { T::read(f) } noexcept -> std::same_as<result<T>>;
                                   { T::read(value) } noexcept -> std::same_as<result<T>>;
                               };

/// A type that reads a field: total or fallible.
template <class T>
concept reads_fields = total_field_value<T> || fallible_field_value<T>;

} // namespace foldwise::inline FOLDWISE_ABI

#endif

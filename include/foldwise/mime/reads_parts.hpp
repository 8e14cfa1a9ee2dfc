#ifndef FOLDWISE_MIME_READS_PARTS_HPP
#define FOLDWISE_MIME_READS_PARTS_HPP

#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/reads_fields.hpp>
#include <foldwise/mime/entity.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

/// The common interface of the types that read the body of a part. It is the interface of
/// `reads_fields`, with an `entity` in place of the field. Nothing in the library needs this
/// header: a test asserts `reads_parts` for every such type.
namespace foldwise::inline FOLDWISE_ABI {

/// A type that reads the body of any part, or any text. It borrows the octets, and therefore
/// refuses a temporary std::string.
template <class T>
concept total_part_value = field_value<T> && std::is_nothrow_constructible_v<T, entity const&> &&
                           std::is_nothrow_constructible_v<T, std::string_view> &&
                           !std::is_constructible_v<T, std::string>;

/// A type whose grammar can fail: read() returns the value, or a diagnostic that says why there is
/// none.
template <class T>
concept fallible_part_value = field_value<T> && !std::is_constructible_v<T, entity const&> &&
                              !std::is_constructible_v<T, std::string_view> &&
                              requires(entity const& part, std::string_view body) {
                                  { T::read(part) } noexcept -> std::same_as<result<T>>;
                                  { T::read(body) } noexcept -> std::same_as<result<T>>;
                              };

/// A type that reads a part is either total or fallible.
template <class T>
concept reads_parts = total_part_value<T> || fallible_part_value<T>;

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_DIAGNOSTIC_KIND_OF_HPP
#define FOLDWISE_DIAGNOSTIC_KIND_OF_HPP

#include <foldwise/diagnostic/detail/diagnostic_table.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/diagnostic/diagnostic_kind.hpp>

#include <cstddef>

namespace foldwise::inline FOLDWISE_ABI {

/// The properties of `code`. O(1).
///     kind_of(diagnostic_code::bare_cr).rfc  ->  "5322 2.3"
constexpr diagnostic_kind const& kind_of(diagnostic_code code) noexcept {
    return detail::diagnostic_kinds[static_cast<std::size_t>(code)];
}

/// The properties of all codes, as an array in the order of the enumerators. O(1).
///     for (auto const& kind : diagnostic_kinds()) print(kind.name, kind.text);
constexpr auto const& diagnostic_kinds() noexcept { return detail::diagnostic_kinds; }

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_DIAGNOSTIC_SEVERITY_HPP
#define FOLDWISE_DIAGNOSTIC_SEVERITY_HPP

#include <foldwise/config.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How serious a problem is for a program that must not be deceived by a message.
enum class severity : unsigned char {
    note,      ///< unusual, but allowed, and all programs agree on the meaning
    obsolete,  ///< a form that the RFCs still describe, and that must not be written any more
    violation, ///< breaks the format, but has only one possible meaning
    ambiguity, ///< another program could read the same bytes differently
    limit,     ///< something was not read, since a limit was reached
};

/// The name of the enumerator, such as "violation".
constexpr std::string_view name_of(severity value) noexcept {
    constexpr std::string_view names[] = {"note", "obsolete", "violation", "ambiguity", "limit"};
    return names[static_cast<std::size_t>(value)];
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_DIAGNOSTIC_DIAGNOSTIC_HPP
#define FOLDWISE_DIAGNOSTIC_DIAGNOSTIC_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/diagnostic/detail/diagnostic_table.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>
#include <foldwise/diagnostic/kind_of.hpp>
#include <foldwise/diagnostic/severity.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A problem as data: what is wrong, and which octets it covers. foldwise/diagnostic.hpp has a
/// drawing. `offset` and `length` count octets. `offset` counts from the start of the text that was
/// read (a type's raw()), unless the function that reports the diagnostic says otherwise. Trivially
/// copyable; borrows nothing.
struct diagnostic {
    diagnostic_code code = diagnostic_code::bare_cr; ///< which problem it is
    std::size_t offset = 0;                          ///< where it starts, in octets
    std::size_t length = 0;                          ///< may be 0 if something is missing

    /// How serious the problem is.
    constexpr foldwise::severity severity() const noexcept {
        return detail::severities.of_code[static_cast<std::size_t>(code)];
    }

    /// The name of the code, for programs.
    constexpr std::string_view name() const noexcept { return kind_of(code).name; }

    /// The RFC and its section, such as "5322 2.3"; empty if no RFC covers the problem.
    constexpr std::string_view rfc() const noexcept { return kind_of(code).rfc; }

    /// What is wrong and what foldwise does about it, for people.
    constexpr std::string_view text() const noexcept { return kind_of(code).text; }

    friend constexpr bool operator==(diagnostic const&, diagnostic const&) = default;
};

/// The diagnostic as one line of text, without its offset and length. Allocates.
///     to_string(diagnostic{diagnostic_code::nul, 7, 1})
///       ->  "ambiguity [nul] a NUL byte; kept as data, but ... (RFC 5322 section 4)"
constexpr std::string to_string(diagnostic const& problem) {
    std::string text{name_of(problem.severity())};
    text.append(" [").append(problem.name()).append("] ").append(problem.text());
    auto const rfc = problem.rfc();
    if (auto const space = rfc.find(' '); space != rfc.npos) {
        auto const place = rfc.substr(space + 1);
        text.append(" (RFC ").append(rfc.substr(0, space));
        text.append(alpha.contains(place.front()) ? " appendix " : " section ");
        text.append(place).append(")");
    }
    return text;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

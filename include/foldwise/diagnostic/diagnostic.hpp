#ifndef FOLDWISE_DIAGNOSTIC_DIAGNOSTIC_HPP
#define FOLDWISE_DIAGNOSTIC_DIAGNOSTIC_HPP

#include <foldwise/base/char_class.hpp>
#include <foldwise/diagnostic/diagnostic_code.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foldwise {

/// A problem, as data: what, and which octets. `offset` and `length` count
/// octets; `offset` is from the start of what was read, as the function that
/// reports it says. Borrows nothing.
struct diagnostic {
    diagnostic_code code = diagnostic_code::bare_cr;
    std::size_t offset = 0;
    std::size_t length = 0;

    constexpr foldwise::severity severity() const noexcept { return kind_of(code).severity; }
    constexpr std::string_view name() const noexcept { return kind_of(code).name; }
    constexpr std::string_view rfc() const noexcept { return kind_of(code).rfc; }
    constexpr std::string_view text() const noexcept { return kind_of(code).text; }

    friend constexpr bool operator==(diagnostic const&, diagnostic const&) = default;
};

/// The diagnostic in one line, without its place. Allocates.
///     to_string({diagnostic_code::bare_cr, 7, 1})
///       ->  "ambiguity [bare_cr] CR without LF; ... (RFC 5322 section 2.3)"
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

} // namespace foldwise

#endif

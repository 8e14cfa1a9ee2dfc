#ifndef FOLDWISE_BASE_DIAGNOSTIC_HPP
#define FOLDWISE_BASE_DIAGNOSTIC_HPP

#include <foldwise/base/char_class.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace foldwise {

/// How much a problem matters to a reader who must not be deceived.
enum class severity : unsigned char {
    note,      ///< obsolete or unusual; all readers agree what it means
    violation, ///< against the format; foldwise reads it in the one way that is left
    ambiguity, ///< another reader could read the same bytes differently
};

/// What is wrong. Each code has one severity, one place in the RFCs and one text.
enum class diagnostic_code : unsigned char {
    bare_cr,
    nul,
    field_without_name,
    space_before_colon,
    blank_continuation,
    mbox_from_line,
    message_id_without_brackets,
    message_id_without_at,
    message_id_with_white_space,
    message_id_not_closed,
    content_length_missing,
    content_length_malformed,
    content_length_conflict,
    content_length_mismatch,
};

/// What is known of a code, the same for each of its diagnostics.
struct diagnostic_kind {
    diagnostic_code code;
    std::string_view name; ///< the enumerator, as the tool prints it
    foldwise::severity severity;
    std::string_view rfc;  ///< number and section, "5322 2.3"; empty where no RFC speaks of it
    std::string_view text; ///< what is wrong, and what the parser did about it
};

namespace detail {

inline constexpr diagnostic_kind diagnostic_kinds[] = {
    {diagnostic_code::bare_cr, "bare_cr", severity::ambiguity, "5322 2.3",
     "CR without LF; read as data, other readers end the line here"},
    {diagnostic_code::nul, "nul", severity::ambiguity, "5322 4",
     "NUL; read as data, other readers drop it or stop here"},
    {diagnostic_code::field_without_name, "field_without_name", severity::ambiguity, "5322 2.2",
     "line without a field name; kept as a field without a name, other readers start the body "
     "here"},
    {diagnostic_code::space_before_colon, "space_before_colon", severity::ambiguity, "5322 4.5",
     "white space before the colon; left out of the name, other readers do not know the field"},
    {diagnostic_code::blank_continuation, "blank_continuation", severity::ambiguity, "5322 4.2",
     "folded line of white space only; read as part of the field, other readers start the body "
     "here"},
    {diagnostic_code::mbox_from_line, "mbox_from_line", severity::note, "4155 A",
     "mbox From line before the fields; kept as a field without a name"},
    {diagnostic_code::message_id_without_brackets, "message_id_without_brackets",
     severity::violation, "5322 3.6.4", "identifier without angle brackets; read as one"},
    {diagnostic_code::message_id_without_at, "message_id_without_at", severity::violation,
     "5322 3.6.4", "identifier without an at sign; read as it stands"},
    {diagnostic_code::message_id_with_white_space, "message_id_with_white_space",
     severity::violation, "5322 3.6.4", "white space in an identifier; left out of it"},
    {diagnostic_code::message_id_not_closed, "message_id_not_closed", severity::violation,
     "5322 3.6.4", "identifier without its closing bracket; read up to white space"},
    {diagnostic_code::content_length_missing, "content_length_missing", severity::violation, "",
     "no Content-Length; the entry runs to the next separator line"},
    {diagnostic_code::content_length_malformed, "content_length_malformed", severity::violation, "",
     "Content-Length is no number; the entry runs to the next separator line"},
    {diagnostic_code::content_length_conflict, "content_length_conflict", severity::ambiguity, "",
     "Content-Length fields that differ; the entry runs to the next separator line"},
    {diagnostic_code::content_length_mismatch, "content_length_mismatch", severity::ambiguity, "",
     "Content-Length does not lead to a separator line; the entry runs to the next one"},
};

} // namespace detail

/// What is known of `code`. O(1).
///     kind_of(diagnostic_code::bare_cr).rfc  ->  "5322 2.3"
constexpr diagnostic_kind const& kind_of(diagnostic_code code) noexcept {
    return detail::diagnostic_kinds[static_cast<std::size_t>(code)];
}

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

/// "note", "violation" or "ambiguity".
constexpr std::string_view name_of(severity value) noexcept {
    constexpr std::string_view names[] = {"note", "violation", "ambiguity"};
    return names[static_cast<std::size_t>(value)];
}

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

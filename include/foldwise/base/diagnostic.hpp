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
    date_malformed,
    date_out_of_range,
    date_wrong_day_name,
    date_ambiguous,
    date_obsolete,
    date_unusual_form,
    date_zone_missing,
    date_zone_unknown,
    date_trailing_text,
    tag_empty,
    tag_without_value,
    tag_name_malformed,
    tag_value_octet,
    tag_value_malformed,
    tag_duplicate,
    tag_missing,
    dkim_version,
    dkim_algorithm_historic,
    dkim_from_unsigned,
    dkim_identity_outside_domain,
    dkim_expiration_before_timestamp,
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
    {diagnostic_code::date_malformed, "date_malformed", severity::violation, "5322 3.3",
     "no date and time of day where they should be; no value"},
    {diagnostic_code::date_out_of_range, "date_out_of_range", severity::violation, "5322 3.3",
     "day, year, time of day or zone that does not exist; no value"},
    {diagnostic_code::date_wrong_day_name, "date_wrong_day_name", severity::ambiguity, "5322 3.3",
     "day name of another date; no value, other readers pass over the name"},
    {diagnostic_code::date_ambiguous, "date_ambiguous", severity::ambiguity, "5322 3.3",
     "date with more than one meaning; no value, other readers choose one"},
    {diagnostic_code::date_obsolete, "date_obsolete", severity::note, "5322 4.3",
     "obsolete form of a date; read as the RFC says"},
    {diagnostic_code::date_unusual_form, "date_unusual_form", severity::violation, "5322 3.3",
     "date in another form than the RFC's; read in the one way that is left"},
    {diagnostic_code::date_zone_missing, "date_zone_missing", severity::ambiguity, "5322 3.3",
     "date without a zone; read as -0000, other readers take a local zone"},
    {diagnostic_code::date_zone_unknown, "date_zone_unknown", severity::ambiguity, "5322 4.3",
     "zone name of uncertain meaning; read as -0000, other readers know an offset"},
    {diagnostic_code::date_trailing_text, "date_trailing_text", severity::violation, "5322 3.3",
     "text behind the date; passed over"},
    {diagnostic_code::tag_empty, "tag_empty", severity::violation, "6376 3.2",
     "nothing between two semicolons of a tag list; passed over"},
    {diagnostic_code::tag_without_value, "tag_without_value", severity::violation, "6376 3.2",
     "tag without an equals sign; left out, the other tags are read"},
    {diagnostic_code::tag_name_malformed, "tag_name_malformed", severity::violation, "6376 3.2",
     "tag name that is none; the tag is left out, the other tags are read"},
    {diagnostic_code::tag_value_octet, "tag_value_octet", severity::violation, "6376 3.2",
     "octet that no tag value may hold; the tag is left out, the other tags are read"},
    {diagnostic_code::tag_value_malformed, "tag_value_malformed", severity::violation, "6376 3.5",
     "tag value that is not what its tag asks for; not read, and nothing taken in its place"},
    {diagnostic_code::tag_duplicate, "tag_duplicate", severity::ambiguity, "6376 3.2",
     "second tag of the same name; the first one is found, other readers take the last or none"},
    {diagnostic_code::tag_missing, "tag_missing", severity::violation, "6376 3.5",
     "no tag of a name that is asked for; nothing is taken in its place"},
    {diagnostic_code::dkim_version, "dkim_version", severity::violation, "6376 3.5",
     "version of a DKIM signature that is not 1; the tags are read as those of version 1"},
    {diagnostic_code::dkim_algorithm_historic, "dkim_algorithm_historic", severity::violation,
     "8301 3.1", "DKIM signature with SHA-1; read as it stands, verifiers must reject it"},
    {diagnostic_code::dkim_from_unsigned, "dkim_from_unsigned", severity::violation, "6376 5.4",
     "DKIM signature that leaves out From; read as it stands, verifiers reject it"},
    {diagnostic_code::dkim_identity_outside_domain, "dkim_identity_outside_domain",
     severity::violation, "6376 3.5",
     "identity that is not in the domain of its DKIM signature; read as it stands, verifiers "
     "reject it"},
    {diagnostic_code::dkim_expiration_before_timestamp, "dkim_expiration_before_timestamp",
     severity::violation, "6376 3.5",
     "DKIM signature that expires before it was made, or with it; both times are read as they "
     "stand"},
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

#ifndef FOLDWISE_TOOLS_DATE_TEXT_HPP
#define FOLDWISE_TOOLS_DATE_TEXT_HPP

#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/store/mbox_entry.hpp>
#include <foldwise/syntax/token.hpp>
#include <foldwise/trace/received.hpp>

#include <ctime>
#include <optional>
#include <string>

namespace tool {

/// The date of a message, if it can be read.
struct message_date {
    std::optional<foldwise::date_time> when;
    std::optional<foldwise::diagnostic_code> problem; ///< what is wrong with it, if anything is

    /// Whether another reader may see another date.
    bool is_doubtful() const {
        return problem && foldwise::kind_of(*problem).severity >= foldwise::severity::ambiguity;
    }
};

/// The date that was read, with its deviation as the problem; or the error as the problem.
inline message_date date_of(foldwise::result<foldwise::date_time> const& read) {
    if (!read) return {{}, read.error().code};
    auto const deviation = read->deviation();
    if (!deviation) return {*read, {}};
    return {*read, deviation->code};
}

/// The date in a Date field. If the day name belongs to another date, the library reads no value;
/// here the name is ignored, as nearly all programs do, and reported as the problem.
inline message_date date_of(foldwise::field const& field) {
    auto const value = field.raw_value();
    auto const with_name = foldwise::date_time::read(value);
    if (!with_name && with_name.error().code == foldwise::diagnostic_code::date_wrong_day_name) {
        auto const name_end = with_name.error().offset + with_name.error().length;
        foldwise::lexer in{value.substr(name_end)};
        in.skip_comments();
        if (in.peek().is(',')) in.next();
        if (auto const when = foldwise::date_time::read(in.rest()))
            return {*when, with_name.error().code};
    }
    return date_of(with_name);
}

/// The date of the first Date field among `fields`.
inline message_date date_of(foldwise::field_index const& fields) {
    auto const field = fields.find("Date");
    return field ? date_of(*field) : message_date{};
}

/// When a message was delivered: the date of its "From " line, or else that of its topmost Received
/// field. None if neither can be read.
inline std::optional<foldwise::date_time> delivery_date_of(foldwise::mbox_entry const& entry,
                                                           foldwise::field_index const& fields) {
    if (auto const line = entry.from_line())
        if (auto const when = foldwise::date_time::read(line->date_text())) return *when;
    if (auto const field = fields.find("Received"))
        if (auto const when = foldwise::received{*field}.date()) return *when;
    return {};
}

/// The form for people, in the reader's local time: "2014-12-15 11:00".
inline std::string local_text(foldwise::date_time const& when) {
    auto const seconds = static_cast<std::time_t>(when.unix_seconds());
    std::tm local{};
#if defined(_WIN32)
    bool const is_known = ::localtime_s(&local, &seconds) == 0;
#else
#if !defined(__wasi__) // it has no zones
    static bool const has_zone = (::tzset(), true); // localtime_r need not read TZ
    static_cast<void>(has_zone);
#endif
    bool const is_known = ::localtime_r(&seconds, &local) != nullptr;
#endif
    char text[32];
    auto const size =
        is_known ? std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local) : std::size_t{0};
    return {text, size};
}

/// The form for people, in the sender's local time: "2014-12-15 11:00".
inline std::string short_text(foldwise::date_time const& when) {
    auto text = when.to_string().substr(0, 16);
    text[10] = ' ';
    return text;
}

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_CALENDAR_TEXT_HPP
#define FOLDWISE_TOOLS_CALENDAR_TEXT_HPP

#include "counted.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/line.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

/// The events of a calendar object (RFC 5545), a few lines each:
///     Invitation: Crane and safety briefing
///       2014-12-20 09:00 to 2014-12-20 10:30 (Europe/London)
///       at the slipway
/// Other components, such as alarms and the rules of time zones, are left out. Events after the 20th
/// are only counted, in a last line. Empty if there is no event. Total. O(text).
class calendar_text {
  public:
    explicit calendar_text(std::string_view text) {
        std::string line; // unfolded
        for (auto const each : foldwise::lines{text}) {
            auto const part = each.text();
            if (part.starts_with(' ') || part.starts_with('\t')) {
                line += part.substr(1);
                continue;
            }
            read(line);
            line = part;
        }
        read(line);
        if (events_ > most_events)
            lines_.append(left_out_text(events_ - most_events, "more event")).append("\n");
    }

    /// The lines, each with LF.
    std::string const& lines() const { return lines_; }

  private:
    static constexpr std::size_t most_events = 20;

    void read(std::string_view line) {
        auto const end = end_of_name(line);
        if (end == line.npos) return;
        auto const value = line.substr(end + 1);
        auto const semicolon = line.substr(0, end).find(';');
        auto const name = line.substr(0, semicolon < end ? semicolon : end);
        auto const parameters = line.substr(name.size(), end - name.size());
        if (is(name, "BEGIN")) return begin(value);
        if (is(name, "END")) return finish(value);
        if (depth_ == 1 && is(name, "METHOD")) method_ = text_of(value);
        if (depth_ != 2 || !in_event_) return;
        if (is(name, "DTSTART"))
            set(start_, time_of(value)), zone_ = zone_in(parameters);
        else if (is(name, "DTEND"))
            set(end_, time_of(value));
        else if (is(name, "DURATION"))
            set(duration_, text_of(value));
        else if (is(name, "SUMMARY"))
            set(summary_, text_of(value));
        else if (is(name, "LOCATION"))
            set(location_, text_of(value));
        else if (is(name, "RRULE"))
            repeats_ = true;
    }

    static bool is(std::string_view name, std::string_view wanted) {
        return foldwise::ascii_iequals(name, wanted);
    }

    /// Sets a property of the event. Of several values, the first counts.
    static void set(std::string& to, std::string value) {
        if (to.empty()) to = std::move(value);
    }

    /// The place of the colon that ends the name and its parameters, whose values may be quoted.
    static std::size_t end_of_name(std::string_view line) {
        bool is_quoted = false;
        for (std::size_t at = 0; at < line.size(); ++at) {
            if (line[at] == '"') is_quoted = !is_quoted;
            if (line[at] == ':' && !is_quoted) return at;
        }
        return line.npos;
    }

    void begin(std::string_view component) {
        if (++depth_ != 2) return;
        in_event_ = is(component, "VEVENT");
        for (auto* const each : {&start_, &end_, &zone_, &duration_, &summary_, &location_})
            each->clear();
        repeats_ = false;
    }

    void finish(std::string_view component) {
        if (depth_ == 2 && in_event_ && is(component, "VEVENT")) add_event();
        if (depth_ != 0) --depth_;
    }

    void add_event() {
        if (++events_ > most_events) return;
        lines_.append(is(method_, "REQUEST")  ? "Invitation: "
                      : is(method_, "CANCEL") ? "Cancelled: "
                      : is(method_, "REPLY")  ? "Reply: "
                                              : "Event: ");
        lines_.append(summary_.empty() ? "(without a title)" : summary_).append("\n");
        if (!start_.empty()) {
            lines_.append("  ").append(start_);
            if (!end_.empty() && end_ != start_) lines_.append(" to ").append(end_);
            if (end_.empty() && !duration_.empty()) lines_.append(", for ").append(duration_);
            if (!zone_.empty()) lines_.append(" (").append(zone_).append(")");
            lines_.append(repeats_ ? ", and again\n" : "\n");
        }
        if (!location_.empty()) lines_.append("  at ").append(location_).append("\n");
    }

    /// "20141220T090000Z" as "2014-12-20 09:00 UTC"; other text unchanged.
    static std::string time_of(std::string_view value) {
        auto const are_digits = [&](std::size_t first, std::size_t count) {
            if (value.size() < first + count) return false;
            for (auto const octet : value.substr(first, count))
                if (octet < '0' || octet > '9') return false;
            return true;
        };
        std::string text;
        if (!are_digits(0, 8)) return std::string{value};
        text.append(value.substr(0, 4)).append("-").append(value.substr(4, 2));
        text.append("-").append(value.substr(6, 2));
        if (value.size() == 8) return text;
        if (value[8] != 'T' || !are_digits(9, 6)) return std::string{value};
        text.append(" ").append(value.substr(9, 2)).append(":").append(value.substr(11, 2));
        return value.substr(15) == "Z" ? text.append(" UTC") : text;
    }

    /// The value of the parameter TZID.
    static std::string zone_in(std::string_view parameters) {
        for (std::size_t at = 0; at < parameters.size();) {
            bool const is_zone = foldwise::ascii_iequals(parameters.substr(at, 6), ";TZID=");
            auto const end = std::min(parameters.find(';', at + 1), parameters.size());
            auto value = parameters.substr(at, end - at);
            at = end;
            if (!is_zone) continue;
            value.remove_prefix(6);
            if (value.size() > 1 && value.front() == '"') value = value.substr(1, value.size() - 2);
            return std::string{value};
        }
        return {};
    }

    /// A value without its escapes (RFC 5545 section 3.3.11), in one line.
    static std::string text_of(std::string_view value) {
        std::string text;
        for (std::size_t at = 0; at < value.size(); ++at) {
            auto octet = value[at];
            if (octet == '\\' && at + 1 < value.size()) {
                octet = value[++at];
                if (octet == 'n' || octet == 'N') octet = ' ';
            }
            text += octet;
        }
        return text;
    }

    std::string method_;
    std::size_t depth_ = 0; // of components
    bool in_event_ = false;
    std::string start_, end_, zone_, duration_, summary_, location_;
    bool repeats_ = false;
    std::size_t events_ = 0;
    std::string lines_;
};

} // namespace tool

#endif

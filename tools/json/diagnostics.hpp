#ifndef FOLDWISE_TOOLS_JSON_DIAGNOSTICS_HPP
#define FOLDWISE_TOOLS_JSON_DIAGNOSTICS_HPP

#include "writer.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/fields.hpp>
#include <foldwise/inspect/diagnose.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/diagnose_parts.hpp>
#include <foldwise/mime/entity.hpp>

#include <cstdint>

namespace tool {

/// Calls `report` with each problem of the value of `f`, if its name is `Name`.
template <foldwise::field_name Name, class Report>
bool diagnose_value(foldwise::field const& f, Report& report) {
    if (!f.is(Name.text())) return false;
    auto const value = foldwise::field_type<Name>::read(f);
    if constexpr (requires { value.diagnose(report); })
        value.diagnose(report);
    else if (value)
        value->diagnose(report);
    else
        report(value.error());
    return true;
}

template <foldwise::field_name... Names, class Report>
void diagnose_values(foldwise::field const& f, Report& report) {
    static_cast<void>((diagnose_value<Names>(f, report) || ...));
}

/// Writes what is wrong or doubtful about a message as an array: its lines, how it is split into
/// parts, and the values of its fields and of those of its parts, in this order. `start` is where the message starts in the file.
inline void write_diagnostics(json_writer& json, foldwise::message const& message,
                              foldwise::entity const& root, std::uint64_t start) {
    auto const write = [&json](foldwise::diagnostic const& problem, std::uint64_t from) {
        json.open('{').key("code").value(problem.name());
        json.key("severity").value(foldwise::name_of(problem.severity()));
        json.key("offset").value(from + problem.offset).key("length").value(problem.length);
        json.key("rfc").value(problem.rfc()).key("text").value(problem.text()).close('}');
    };
    auto const in_message = [&](foldwise::diagnostic const& problem) { write(problem, start); };
    json.open('[');
    foldwise::diagnose(message, in_message);
    foldwise::diagnose_parts(root, in_message);
    for (auto const part : root.walk()) {
        for (auto const field : part.header()) {
            auto const value = start + message.offset_of(field.raw_value());
            auto const in_value = [&](foldwise::diagnostic const& problem) {
                write(problem, value);
            };
            diagnose_values<"Content-Type", "Content-Disposition", "Content-Transfer-Encoding",
                            "Content-ID", "Content-Description">(field, in_value);
            if (part.depth() != 0) continue;
            diagnose_values<"From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Message-ID",
                            "In-Reply-To", "References", "Subject", "Received", "Return-Path",
                            "Delivered-To", "MIME-Version", "Authentication-Results",
                            "Received-SPF", "DKIM-Signature", "ARC-Seal", "ARC-Message-Signature",
                            "ARC-Authentication-Results">(field, in_value);
        }
    }
    json.close(']');
}

} // namespace tool

#endif

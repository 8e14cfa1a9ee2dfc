#ifndef FOLDWISE_TOOLS_JSON_REPORT_HPP
#define FOLDWISE_TOOLS_JSON_REPORT_HPP

#include "../report_text.hpp"
#include "dates.hpp"
#include "writer.hpp"

#include <foldwise/report/delivery_recipient.hpp>
#include <foldwise/report/delivery_status.hpp>

#include <string>
#include <string_view>

namespace tool {

/// Writes a delivery report, found in the part `path`, as an object.
inline void write_report(json_writer& json, text_decoder& decoder, std::string_view path,
                         foldwise::delivery_status const& report) {
    json.open('{').key("part").value(path);
    json.key("reporting_mta").value_or_null(server_text(report.reporting_mta()));
    write_date(json.key("arrival_date"), date_of(report.arrival_date()));
    json.key("recipients").open('[');
    for (auto const each : report.recipients()) {
        json.open('{')
            .key("original_recipient")
            .value_or_null(recipient_text(each.original_recipient()));
        json.key("final_recipient").value_or_null(recipient_text(each.final_recipient()));
        json.key("action").value_or_null(action_text(each.action()));
        json.key("status").value_or_null(status_text(each.status()));
        json.key("remote_mta").value_or_null(server_text(each.remote_mta()));
        json.key("diagnostic").value_or_null(diagnostic_text(decoder, each.diagnostic_code()));
        write_date(json.key("last_attempt"), date_of(each.last_attempt_date()));
        write_date(json.key("will_retry_until"), date_of(each.will_retry_until()));
        json.close('}');
    }
    json.close(']').close('}');
}

} // namespace tool

#endif

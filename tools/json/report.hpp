#ifndef FOLDWISE_TOOLS_JSON_REPORT_HPP
#define FOLDWISE_TOOLS_JSON_REPORT_HPP

#include "../report_text.hpp"
#include "dates.hpp"
#include "texts.hpp"
#include "writer.hpp"

#include <foldwise/diagnostic/result.hpp>
#include <foldwise/report/delivery_action.hpp>
#include <foldwise/report/delivery_recipient.hpp>
#include <foldwise/report/delivery_status.hpp>
#include <foldwise/report/recipient_address.hpp>
#include <foldwise/report/typed_value.hpp>

#include <string_view>

namespace tool {

/// Writes the name of a server, or null.
inline void write_server(json_writer& json, foldwise::result<foldwise::typed_value> const& server) {
    if (server)
        json.value_in_pieces(server->without_comments());
    else
        json.null();
}

/// Writes the address of a recipient, or null.
inline void write_recipient(json_writer& json,
                            foldwise::result<foldwise::recipient_address> const& recipient) {
    if (recipient)
        json.value_in_pieces(bare_address(*recipient));
    else
        json.null();
}

/// Writes what a server did, or null.
inline void write_action(json_writer& json,
                         foldwise::result<foldwise::delivery_action> const& action) {
    if (action)
        write_lower(json, action->word());
    else
        json.null();
}

/// Writes the reply of a server, or null.
inline void write_reply(json_writer& json, text_decoder& decoder,
                        foldwise::result<foldwise::typed_value> const& reply) {
    if (reply)
        json.value_by([&](auto const& put) { put_diagnostic(decoder, *reply, put); });
    else
        json.null();
}

/// Writes a delivery report, found in the part `path`, as an object.
inline void write_report(json_writer& json, text_decoder& decoder, std::string_view path,
                         foldwise::delivery_status const& report) {
    json.open('{').key("part").value(path);
    write_server(json.key("reporting_mta"), report.reporting_mta());
    write_date(json.key("arrival_date"), date_of(report.arrival_date()));
    json.key("recipients").open('[');
    for (auto const each : report.recipients()) {
        write_recipient(json.open('{').key("original_recipient"), each.original_recipient());
        write_recipient(json.key("final_recipient"), each.final_recipient());
        write_action(json.key("action"), each.action());
        json.key("status").value_or_null(status_text(each.status()));
        write_server(json.key("remote_mta"), each.remote_mta());
        write_reply(json.key("diagnostic"), decoder, each.diagnostic_code());
        write_date(json.key("last_attempt"), date_of(each.last_attempt_date()));
        write_date(json.key("will_retry_until"), date_of(each.will_retry_until()));
        json.close('}');
    }
    json.close(']').close('}');
}

} // namespace tool

#endif

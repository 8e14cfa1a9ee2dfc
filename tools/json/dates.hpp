#ifndef FOLDWISE_TOOLS_JSON_DATES_HPP
#define FOLDWISE_TOOLS_JSON_DATES_HPP

#include "../date_text.hpp"
#include "writer.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>

namespace tool {

/// Writes a date as an object, or null if none could be read.
inline void write_date(json_writer& json, message_date const& date) {
    if (!date.when) {
        json.null();
        return;
    }
    json.open('{').key("unix").value(date.when->unix_seconds()).key("offset_minutes");
    if (date.when->is_offset_known())
        json.value(date.when->offset_minutes());
    else
        json.null();
    json.key("iso").value(date.when->to_string());
    if (date.problem) json.key("problem").value(foldwise::kind_of(*date.problem).name);
    json.close('}');
}

} // namespace tool

#endif

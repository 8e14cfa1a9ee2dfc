#ifndef FOLDWISE_TOOLS_JSON_JMAP_RAW_HPP
#define FOLDWISE_TOOLS_JSON_JMAP_RAW_HPP

#include "texts.hpp"
#include "writer.hpp"

#include <foldwise/base/line.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>

namespace tool {

/// Writes the value of a field in the Raw form of JMAP: from the colon to the line ending, without
/// NUL (RFC 8621 section 4.1.2.1).
inline void write_jmap_raw(json_writer& json, foldwise::field const& field) {
    json.value_by([&](auto const& put) {
        octet_filter without_nul{put, [](char octet) { return octet != '\0'; }};
        without_nul(foldwise::without_ending(field.raw_value()));
    });
}

/// Writes the fields of a header section as EmailHeader objects (RFC 8621 section 4.1.3).
inline void write_jmap_headers(json_writer& json, foldwise::header_section const& header) {
    json.open('[');
    for (auto const field : header) {
        json.open('{').key("name").value(field.name()).key("value");
        write_jmap_raw(json, field);
        json.close('}');
    }
    json.close(']');
}

} // namespace tool

#endif

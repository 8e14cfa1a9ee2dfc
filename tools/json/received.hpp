#ifndef FOLDWISE_TOOLS_JSON_RECEIVED_HPP
#define FOLDWISE_TOOLS_JSON_RECEIVED_HPP

#include "dates.hpp"
#include "writer.hpp"

#include <foldwise/base/optional.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/trace/received.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tool {

/// The value of a clause on one line, without the angle brackets of a path or an identifier.
/// Nothing if there is no clause, or no value in it.
inline std::optional<std::string>
clause_text(foldwise::optional<foldwise::received_clause> const& clause) {
    if (!clause || clause->raw_value().empty()) return std::nullopt;
    auto text = clause->value().to_string();
    if (text.size() > 2 && text.starts_with('<') && text.ends_with('>'))
        text = text.substr(1, text.size() - 2);
    return text;
}

/// Writes the Received fields as an array. The topmost field, which is that of the last hop, is
/// first.
inline void write_received(json_writer& json, foldwise::field_index const& fields) {
    json.open('[');
    for (auto const field : fields.find_all("Received")) {
        foldwise::received const hop{field};
        using enum foldwise::clause_kind;
        json.open('{').key("from").value_or_null(clause_text(hop.find(from)));
        auto const client = hop.from();
        auto const address = client ? client->address() : std::nullopt;
        json.key("from_address");
        if (address)
            json.value(address->text);
        else
            json.null();
        json.key("by").value_or_null(clause_text(hop.find(by)));
        json.key("with").value_or_null(clause_text(hop.find(with)));
        json.key("id").value_or_null(clause_text(hop.find(id)));
        json.key("for").value_or_null(clause_text(hop.find(for_path)));
        write_date(json.key("date"), date_of(hop.date()));
        json.close('}');
    }
    json.close(']');
}

} // namespace tool

#endif

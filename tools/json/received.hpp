#ifndef FOLDWISE_TOOLS_JSON_RECEIVED_HPP
#define FOLDWISE_TOOLS_JSON_RECEIVED_HPP

#include "../bracketed.hpp"
#include "dates.hpp"
#include "writer.hpp"

#include <foldwise/base/optional.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/trace/received.hpp>

#include <optional>

namespace tool {

/// Writes the value of a clause on one line, without the angle brackets of a path or an identifier;
/// null if there is no clause, or no value in it.
inline void write_clause(json_writer& json,
                         foldwise::optional<foldwise::received_clause> const& clause) {
    if (clause && !clause->raw_value().empty())
        json.value_in_pieces(foldwise::unfolded{without_brackets(clause->raw_value())});
    else
        json.null();
}

/// Writes the Received fields as an array. The topmost field, which is that of the last hop, is
/// first.
inline void write_received(json_writer& json, foldwise::field_index const& fields) {
    json.open('[');
    for (auto const field : fields.find_all("Received")) {
        foldwise::received const hop{field};
        using enum foldwise::clause_kind;
        write_clause(json.open('{').key("from"), hop.find(from));
        auto const client = hop.from();
        auto const address = client ? client->address() : std::nullopt;
        json.key("from_address");
        if (address)
            json.value(address->text);
        else
            json.null();
        write_clause(json.key("by"), hop.find(by));
        write_clause(json.key("with"), hop.find(with));
        write_clause(json.key("id"), hop.find(id));
        write_clause(json.key("for"), hop.find(for_path));
        write_date(json.key("date"), date_of(hop.date()));
        json.close('}');
    }
    json.close(']');
}

} // namespace tool

#endif

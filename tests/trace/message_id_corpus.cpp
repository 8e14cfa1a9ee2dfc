// Identifiers as Dovecot reads them. tests/data/expected/message-ids.tsv lists the differences.

#include <foldwise/trace/message_id.hpp>

#include "../support.hpp"
#include "../tables.hpp"

namespace {

std::optional<test::difference> difference_in(test::json_value const& row) {
    auto const& value = row["input"].text;
    std::string said;
    for (auto const& id : row["ids"].items) said.append("<").append(id.text).append(">");
    std::string read;
    std::string told;
    for (auto const id : foldwise::message_ids{value}) {
        read.append("<").append(id.text().to_string()).append(">");
        if (auto const deviation = id.deviation())
            told.append(" [").append(deviation->name()).append("]");
    }
    if (read == said) return std::nullopt;
    return test::difference{value, said, read + told};
}

TEST_CASE("message_id: as Dovecot reads identifiers, except for the listed differences") {
    test::check_tables("message-ids.tsv", {"message-ids-dovecot"}, difference_in);
}

} // namespace

#include <foldwise/inspect/detail/ambiguity_table.hpp>

#include "../../support.hpp"

#include <foldwise/diagnostic/diagnostic.hpp>

namespace {

using foldwise::diagnostic_code;

// Of severity ambiguity, but not in a message: in a command or reply of SMTP, in a transcript of a
// session, in the transmission of a message, in a file of messages.
constexpr std::string_view elsewhere[] = {
    "smtp_",        "esmtp_", "reply_",     "ehlo_",           "transcript_",
    "end_of_data_", "data_",  "from_line_", "content_length_", "emlx_",
};

constexpr bool is_elsewhere(std::string_view name) {
    for (auto const each : elsewhere)
        if (name.starts_with(each)) return true;
    return false;
}

constexpr bool each_code_has_its_row_in_order() {
    std::size_t next = 0;
    for (auto const& kind : foldwise::detail::diagnostic_kinds) {
        if (kind.severity != foldwise::severity::ambiguity || is_elsewhere(kind.name)) continue;
        REQUIRE_TRUE(next != std::size(foldwise::detail::ambiguity_rows));
        auto const& row = foldwise::detail::ambiguity_rows[next++];
        REQUIRE_SAME(kind.name, foldwise::kind_of(row.code).name, kind.name);
        REQUIRE_TRUE(!row.first.text.empty() && !row.second.text.empty());
        REQUIRE_TRUE(row.first.text != row.second.text);
    }
    REQUIRE_TRUE(next == std::size(foldwise::detail::ambiguity_rows));
    return true;
}
CASE("ambiguity_table: each ambiguity of a message, in the order of the codes",
     each_code_has_its_row_in_order)

} // namespace

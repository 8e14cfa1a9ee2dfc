#include <foldwise/trace/with_protocol.hpp>

#include "../support.hpp"

namespace {

using foldwise::with_protocol;

static_assert(noexcept(with_protocol::from_name({})));

struct row {
    std::string_view name;
    /// A letter for each member that is true: L is_lmtp, E is_extended, A is_authenticated,
    /// S is_encrypted, U is_utf8.
    std::string_view meaning;
};

// RFC 3848 section 2, RFC 6531 section 4.3.
constexpr row table[] = {
    {"SMTP", ""},           {"ESMTP", "E"},       {"ESMTPA", "EA"},
    {"ESMTPS", "ES"},       {"ESMTPSA", "EAS"},   {"LMTP", "LE"},
    {"LMTPA", "LEA"},       {"LMTPS", "LES"},     {"LMTPSA", "LEAS"},
    {"UTF8SMTP", "EU"},     {"UTF8SMTPA", "EAU"}, {"UTF8SMTPS", "ESU"},
    {"UTF8SMTPSA", "EASU"}, {"UTF8LMTP", "LEU"},  {"UTF8LMTPSA", "LEASU"},
    {"esmtps", "ES"},       {"asmtp", "none"},    {"ESMTPAS", "none"},
    {"SMTPS", "none"},      {"SMTPA", "none"},    {"ESMTPSS", "none"},
    {"ESMTPS ", "none"},    {"", "none"},         {"HTTP", "none"},
    {"local", "none"},      {"E", "none"},        {"Microsoft SMTP Server", "none"},
};

constexpr bool registered_names() {
    for (auto const& row : table) {
        auto const got = with_protocol::from_name(row.name);
        REQUIRE_SAME(row.name, got.has_value(), row.meaning != "none");
        auto const has = [&](char letter) { return row.meaning.find(letter) != row.meaning.npos; };
        if (!got) continue;
        REQUIRE_SAME(row.name, got->is_lmtp, has('L'));
        REQUIRE_SAME(row.name, got->is_extended, has('E'));
        REQUIRE_SAME(row.name, got->is_authenticated, has('A'));
        REQUIRE_SAME(row.name, got->is_encrypted, has('S'));
        REQUIRE_SAME(row.name, got->is_utf8, has('U'));
    }
    return true;
}
CASE("with_protocol: registered names, and others", registered_names)

} // namespace

// Compares quoted-printable with the table of another reader. Differences are in
// tests/data/expected/quoted-printable.tsv.

#include <foldwise/transfer/diagnose_quoted_printable.hpp>
#include <foldwise/transfer/quoted_printable.hpp>

#include "../support.hpp"
#include "../tables.hpp"

namespace {

/// The octets of a member. The member `name` has them as text, or `name`_latin1 has a character
/// below U+0100 for each octet.
std::string octets_of(test::json_value const& row, std::string const& name) {
    auto const& latin1 = row[name + "_latin1"];
    if (latin1.is_null()) return row[name].text;
    std::string octets;
    for (std::size_t i = 0; i < latin1.text.size(); ++i) {
        auto const first = static_cast<unsigned char>(latin1.text[i]);
        if (first < 0x80)
            octets += latin1.text[i];
        else // a character of two octets in UTF-8
            octets += static_cast<char>((first & 3) << 6 | (latin1.text[++i] & 0x3F));
    }
    return octets;
}

std::optional<test::difference> difference_in(test::json_value const& row) {
    auto const input = octets_of(row, "input");
    auto const said = octets_of(row, "decoded");
    auto const read = foldwise::quoted_printable_decoded{input}.to_string();
    if (read == said) return std::nullopt;
    std::string told;
    foldwise::diagnose_quoted_printable(input, [&](foldwise::diagnostic const& problem) {
        told.append(" [").append(problem.name()).append("]");
    });
    return test::difference{input, test::shown(said), test::shown(read) + told};
}

TEST_CASE("quoted_printable: read as another reader does, except for the listed differences") {
    test::check_tables("quoted-printable.tsv", {"quoted-printable-go"}, difference_in);
}

} // namespace

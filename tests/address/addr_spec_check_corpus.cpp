// A table of addresses and their categories, compared with the checks.
// tests/data/expected/addr-specs.tsv lists the differences.

#include <foldwise/address/smtp_mailbox_check.hpp>

#include "../support.hpp"
#include "../tables.hpp"

namespace {

std::string_view said_of(std::string_view category) {
    if (category == "ISEMAIL_ERR") return "no addr-spec";
    if (category == "ISEMAIL_DEPREC") return "obsolete";
    if (category == "ISEMAIL_CFWS" || category == "ISEMAIL_RFC5322") return "not for SMTP";
    return "for SMTP"; // ISEMAIL_VALID_CATEGORY, ISEMAIL_RFC5321, ISEMAIL_DNSWARN
}

/// The category by foldwise, followed by the name of the diagnostic in brackets.
std::string checked(std::string_view address) {
    auto const problem = foldwise::check_smtp_mailbox(address);
    if (!problem) return "for SMTP";
    auto const by_the_letter = foldwise::check_addr_spec(address);
    auto const& told = by_the_letter ? *by_the_letter : *problem;
    bool const is_obsolete = told.code == foldwise::diagnostic_code::address_obsolete;
    std::string text = !by_the_letter ? "not for SMTP" : is_obsolete ? "obsolete" : "no addr-spec";
    return text.append(" [").append(told.name()).append("]");
}

std::optional<test::difference> difference_in(test::json_value const& row) {
    auto const& address = row["address"].text;
    std::string const said{said_of(row["category"].text)};
    auto const read = checked(address);
    if (read.substr(0, read.find(" [")) == said) return std::nullopt;
    return test::difference{address, said, read};
}

TEST_CASE("addr_spec_check: the categories of a table, except for the listed differences") {
    test::check_tables("addr-specs.tsv", {"addr-spec-isemail"}, difference_in);
}

} // namespace

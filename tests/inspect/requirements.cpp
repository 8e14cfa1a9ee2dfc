// What RFC 5322, MIME, DKIM and ARC require of messages, and what diagnose() reports if it is
// broken: each message that breaks a requirement has the diagnostic of its row, and the same
// message without the fault does not have it.

#include "inspection.hpp"
#include "requirements_authentication.hpp"
#include "requirements_mime.hpp"
#include "requirements_rfc5322.hpp"

#include <cstddef>
#include <set>
#include <string>

namespace {

using test::message_variant;
using test::requirement;

bool reports(std::string_view bytes, foldwise::diagnostic_code code) {
    for (auto const& problem : test::problems_of(bytes, {}))
        if (problem.code == code) return true;
    return false;
}

/// The codes that are reported of a message, for a failing case.
std::string codes_of(std::string_view bytes) {
    std::string codes;
    for (auto const& problem : test::problems_of(bytes, {})) codes.append(problem.name()) += ' ';
    return codes;
}

void check(requirement const& row) {
    if (!row.reason.empty()) return;
    auto const broken = message_of(row, message_variant::broken);
    auto const sound = message_of(row, message_variant::sound);
    INFO("RFC ", std::string{row.section}, ": ", std::string{row.text});
    for (bool const is_crlf : {false, true}) {
        if (is_crlf && row.message.find('\r') != row.message.npos) continue;
        auto const& bad = is_crlf ? test::as_crlf(broken) : broken;
        auto const& good = is_crlf ? test::as_crlf(sound) : sound;
        INFO("wanted ", std::string{kind_of(row.code).name}, ", broken: ", codes_of(bad),
             ", sound: ", codes_of(good));
        CHECK(reports(bad, row.code));
        CHECK_FALSE(reports(good, row.code));
    }
}

template <std::size_t Count>
void check_all(requirement const (&rows)[Count]) {
    std::set<std::string> seen;
    for (auto const& row : rows) {
        INFO("the row is there twice: ", std::string{row.section}, " ", std::string{row.text});
        CHECK(seen.insert(std::string{row.section}.append(" ").append(row.text)).second);
        check(row);
    }
}

TEST_CASE("requirements of RFC 5322") { check_all(test::requirements_of_rfc5322); }
TEST_CASE("requirements of MIME") { check_all(test::requirements_of_mime); }
TEST_CASE("requirements of DKIM, ARC and recorded results") {
    check_all(test::requirements_of_authentication);
}

} // namespace

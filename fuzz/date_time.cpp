// Properties of a date: its fields are in range; its problems are inside the value, and each is
// reported once; LF and CRLF make no difference; written in the form of RFC 5322 or of RFC 3339, it
// is the same date.

#include "properties.hpp"

#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/gravest.hpp>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

std::string canonical(date_time const& when) {
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    auto const offset = when.offset_minutes() < 0 ? -when.offset_minutes() : when.offset_minutes();
    bool const is_minus = when.offset_minutes() < 0 || !when.is_offset_known();
    char text[96];
    std::snprintf(text, sizeof text, "%d %.3s %04d %02d:%02d:%02d %c%02d%02d", when.day(),
                  months.data() + (when.month() - 1) * 3, when.year(), when.hour(), when.minute(),
                  when.second(), is_minus ? '-' : '+', offset / 60, offset % 60);
    return text;
}

bool is_in(std::string_view value, diagnostic const& problem) {
    return problem.offset <= value.size() && problem.length <= value.size() - problem.offset;
}

void the_fields_exist(date_time const& when) {
    REQUIRE_PROPERTY(when.year() >= 1900 && when.year() <= 9999);
    REQUIRE_PROPERTY(when.month() >= 1 && when.month() <= 12);
    REQUIRE_PROPERTY(when.day() >= 1 && when.day() <= 31);
    REQUIRE_PROPERTY(when.hour() >= 0 && when.hour() <= 23);
    REQUIRE_PROPERTY(when.minute() >= 0 && when.minute() <= 59);
    REQUIRE_PROPERTY(when.second() >= 0 && when.second() <= 60);
    REQUIRE_PROPERTY(when.offset_minutes() > -1440 && when.offset_minutes() < 1440);
    REQUIRE_PROPERTY(when.is_offset_known() || when.offset_minutes() == 0);
}

bool are_the_same(date_time const& left, date_time const& right) {
    return left.unix_seconds() == right.unix_seconds() && canonical(left) == canonical(right);
}

void the_canonical_form_is_the_same_date(date_time const& when) {
    auto const written = canonical(when);
    auto const again = date_time::read(written);
    REQUIRE_PROPERTY(again.has_value());
    REQUIRE_PROPERTY(!again->deviation());
    REQUIRE_PROPERTY(are_the_same(*again, when) && *again == when);
    auto const iso = when.to_string();
    auto const from_iso = date_time::read(iso);
    REQUIRE_PROPERTY(from_iso.has_value() && *from_iso == when);
}

void lf_and_crlf_read_alike(std::string_view bytes) {
    auto const lf_bytes = fuzz::with_lf(bytes);
    auto const crlf_bytes = fuzz::with_crlf(lf_bytes);
    auto const lf = date_time::read(lf_bytes);
    auto const crlf = date_time::read(crlf_bytes);
    REQUIRE_PROPERTY(lf.has_value() == crlf.has_value());
    if (!lf) return;
    REQUIRE_PROPERTY(are_the_same(*lf, *crlf));
    REQUIRE_PROPERTY(lf->deviation().has_value() == crlf->deviation().has_value());
    REQUIRE_PROPERTY(!lf->deviation() || lf->deviation()->code == crlf->deviation()->code);
}

void properties_of(std::string_view value) {
    auto const got = date_time::read(value);
    lf_and_crlf_read_alike(value);
    if (!got) {
        REQUIRE_PROPERTY(is_in(value, got.error()));
        return;
    }
    bool is_reported = !got->deviation();
    std::vector<diagnostic> problems;
    got->diagnose([&](diagnostic const& problem) {
        REQUIRE_PROPERTY(is_in(value, problem));
        REQUIRE_PROPERTY(std::ranges::find(problems, problem) == problems.end());
        problems.push_back(problem);
        is_reported = is_reported || problem == *got->deviation();
    });
    REQUIRE_PROPERTY(is_reported);
    // Of equally grave ones, deviation() need not be the first: date_unusual_form counts least.
    auto const gravest = gravest_of(*got);
    REQUIRE_PROPERTY(got->deviation().has_value() == gravest.has_value());
    REQUIRE_PROPERTY(!gravest || got->deviation()->severity() == gravest->severity());
    REQUIRE_PROPERTY(got->raw().data() == value.data() && got->raw().size() == value.size());
    the_fields_exist(*got);
    the_canonical_form_is_the_same_date(*got);
}

/// The inputs are files of mail, which have dates in some of their lines. The text after the first
/// colon of each line is read as a date.
void properties_of_lines(std::string_view bytes) {
    properties_of(bytes);
    while (!bytes.empty()) {
        auto const line = bytes.substr(0, bytes.find('\n'));
        if (auto const colon = line.find(':'); colon != line.npos)
            properties_of(line.substr(colon + 1));
        bytes.remove_prefix(line.size() < bytes.size() ? line.size() + 1 : line.size());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of_lines({reinterpret_cast<char const*>(data), size});
    return 0;
}

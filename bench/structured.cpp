// Reading the insides of fields: addresses, dates, Received, Authentication-Results; and
// finding the same fields in their lines, which is what it costs to get at them.

#include "support.hpp"

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/store/mbox.hpp>
#include <foldwise/structured/address_list.hpp>
#include <foldwise/structured/date_time.hpp>
#include <foldwise/structured/received.hpp>

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using foldwise::field;

/// Every field of these names, as it stands.
std::vector<std::string_view> fields_in(bench::mailbox const& box,
                                        std::initializer_list<std::string_view> names) {
    std::vector<std::string_view> found;
    for (auto const entry : foldwise::mbox{box.bytes, box.read_as})
        for (auto const f : entry.message().header())
            for (auto const name : names)
                if (f.is(name)) found.push_back(f.raw());
    return found;
}

/// Times `add`, which adds to a tally what is in a field, over `fields`.
template <class Add>
void measure(benchmark::State& state, std::vector<std::string_view> const& fields,
             bench::tally expected, Add const& add) {
    if (fields.empty()) return state.SkipWithError("no such field");
    bench::beside_lines(state, fields, expected, [&] {
        bench::tally found;
        for (auto const raw : fields)
            for (auto const f : foldwise::header_section{raw}) add(f, found);
        return found;
    });
}

// ---- Addresses: the simplest reader of what bench/mail_text.hpp makes.

bench::tally addresses_by_at_signs(std::vector<std::string_view> const& fields) {
    bench::tally expected;
    for (auto const raw : fields)
        for (auto at = raw.find('@'); at != raw.npos; at = raw.find('@', at + 1)) {
            auto const first = raw.find_last_of(" <", at) + 1;
            auto const last = raw.find_first_of(">,\r\n", at);
            ++expected.count;
            expected.octets += last - first - 1;
        }
    return expected;
}

void measure_addresses(benchmark::State& state, bench::mailbox const& box) {
    auto const fields = fields_in(box, {"From", "Sender", "To", "Cc"});
    measure(state, fields, addresses_by_at_signs(fields), [](field const& f, bench::tally& found) {
        for (auto const m : foldwise::address_list{f.raw_value()}.mailboxes()) {
            ++found.count;
            found.octets += m.local_part().length() + m.domain().length();
        }
    });
}

void measure_address_fields(benchmark::State& state, bench::mailbox const& box) {
    auto const fields = fields_in(box, {"From", "Sender", "To", "Cc"});
    bench::tally expected{fields.size(), 0};
    for (auto const raw : fields) expected.octets += field{raw}.raw_value().size();
    measure(state, fields, expected, [](field const& f, bench::tally& found) {
        ++found.count;
        found.octets += f.raw_value().size();
    });
}

// ---- Dates: "Date: Mon, 15 Dec 2014 10:00:00 +0100", where the day may be a wrong one.

std::size_t number(std::string_view digits) {
    std::size_t value = 0;
    for (char const octet : digits) value = value * 10 + static_cast<std::size_t>(octet - '0');
    return value;
}

bench::tally dates_by_columns(std::vector<std::string_view> const& fields) {
    bench::tally expected;
    for (auto const raw : fields) {
        auto const text = raw.substr(6);
        std::size_t month = 0;
        while (bench::months[month] != text.substr(8, 3)) ++month;
        using namespace std::chrono;
        sys_days const days{year{static_cast<int>(number(text.substr(12, 4)))} /
                            static_cast<int>(month + 1) /
                            static_cast<int>(number(text.substr(5, 2)))};
        // bench::weekdays starts with Monday.
        if (bench::weekdays[weekday{days}.iso_encoding() - 1] != text.substr(0, 3)) continue;
        ++expected.count;
        auto const of_day = number(text.substr(17, 2)) * 3600 + number(text.substr(20, 2)) * 60 +
                            number(text.substr(23, 2));
        auto const zone = number(text.substr(27, 2)) * 3600 + number(text.substr(29, 2)) * 60;
        auto const local =
            static_cast<std::size_t>(days.time_since_epoch().count()) * 86400 + of_day;
        expected.octets += text[26] == '-' ? local + zone : local - zone;
    }
    return expected;
}

void measure_dates(benchmark::State& state, bench::mailbox const& box) {
    auto const fields = fields_in(box, {"Date"});
    measure(state, fields, dates_by_columns(fields), [](field const& f, bench::tally& found) {
        auto const when = foldwise::read_date_time(f.raw_value());
        if (!when) return;
        ++found.count;
        found.octets += static_cast<std::size_t>(when->unix_seconds());
    });
}

// ---- Received: from, by and for of each.

bench::tally hops_by_words(std::vector<std::string_view> const& fields) {
    bench::tally expected{fields.size(), 0};
    for (auto const raw : fields)
        for (std::string_view const word : {" from ", "\tby ", "\tfor "}) {
            auto const first = raw.find(word) + word.size();
            expected.octets += raw.find_first_of(" ;", first) - first;
        }
    return expected;
}

void measure_received(benchmark::State& state, bench::mailbox const& box) {
    auto const fields = fields_in(box, {"Received"});
    measure(state, fields, hops_by_words(fields), [](field const& f, bench::tally& found) {
        foldwise::received const hop{f};
        auto const from = hop.from();
        auto const by = hop.by();
        auto const to = hop.for_path();
        if (!from || !by || !to) return;
        ++found.count;
        found.octets += from->name().length() + by->name().length() + to->value().length();
    });
}

// ---- Authentication-Results: dkim=pass, spf=pass and dmarc=none in each.

void measure_authentication_results(benchmark::State& state, bench::mailbox const& box) {
    auto const fields = fields_in(box, {"Authentication-Results"});
    constexpr std::string_view each = "dkimpassspfpassdmarcnone";
    bench::tally const expected{3 * fields.size(), each.size() * fields.size()};
    measure(state, fields, expected, [](field const& f, bench::tally& found) {
        for (auto const r : foldwise::authentication_results{f.raw_value()}) {
            if (!r) continue;
            ++found.count;
            found.octets += r->method().size() + r->result().size();
        }
    });
}

[[maybe_unused]] bool const added = [] {
    constexpr auto sources = std::span{bench::ordinary}.last(2); // nearly all header
    bench::add("address_fields", sources, measure_address_fields);
    bench::add("addresses", sources, measure_addresses);
    bench::add("dates", sources, measure_dates);
    bench::add("received", sources, measure_received);
    bench::add("authentication_results", sources, measure_authentication_results);
    return true;
}();

} // namespace

// Properties of trace fields: clauses come in order and are inside the value; no comment contains a
// clause; LF and CRLF make no difference. There is one hop for each Received field, and Resent-*
// blocks come in order.

#include "parts.hpp"

#include <foldwise/trace/hops.hpp>
#include <foldwise/trace/received.hpp>
#include <foldwise/trace/resent.hpp>

#include <string>
#include <string_view>

namespace {

using namespace foldwise;

/// The contents of a field, as a text that does not depend on its line endings.
std::string summary(received const& r) {
    std::string text;
    for (auto const clause : r.clauses()) {
        text.append(word_of(clause.kind())).append("=");
        clause.value().append_to(text);
        text += '|';
    }
    for (auto const& host : {r.from(), r.by()}) {
        if (!host) continue;
        host->helo().append_to(text);
        text.append("|").append(host->host().value_or("-")).append("|");
        if (auto const address = host->address()) text.append(address->text);
    }
    auto const date = r.date();
    text.append(date ? std::to_string(date->unix_seconds()) : std::string{date.error().name()});
    r.diagnose([&](diagnostic const& problem) { text.append(" ").append(problem.name()); });
    return text;
}

bool is_inside(std::string_view whole, std::string_view part) {
    return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

std::size_t end_of(std::string_view whole, token const& part) {
    return offset_of(whole, part.raw()) + part.raw().size();
}

void properties_of_clauses(received const& r) {
    bool seen[detail::clause_kinds] = {};
    std::size_t end = 0;
    auto const comments = r.comments();
    auto comment = comments.begin(); // the first that does not end before the clause
    for (auto const clause : r.clauses()) {
        auto const at = offset_of(r.raw(), clause.raw());
        REQUIRE_PROPERTY(at >= end);
        end = at + clause.raw().size();
        REQUIRE_PROPERTY(clause.raw().size() >= word_of(clause.kind()).size());
        REQUIRE_PROPERTY(is_inside(clause.raw(), clause.raw_value()));
        REQUIRE_PROPERTY(is_inside(clause.raw(), clause.unexpected()));
        auto& was_seen = seen[static_cast<std::size_t>(clause.kind())];
        bool const is_found = r.find(clause.kind())->raw().data() == clause.raw().data();
        REQUIRE_PROPERTY(is_found == !was_seen);
        was_seen = true;
        while (comment != comments.end() && end_of(r.raw(), *comment) <= at) ++comment;
        REQUIRE_PROPERTY(comment == comments.end() || !is_inside((*comment).raw(), clause.raw()));
    }
}

void properties_of_hosts(received const& r) {
    for (auto const& host : {r.from(), r.by()}) {
        if (!host) continue;
        REQUIRE_PROPERTY(is_inside(r.raw(), host->helo().raw()));
        if (host->host()) REQUIRE_PROPERTY(is_inside(host->clause().raw(), *host->host()));
        if (!host->address()) continue;
        // What the client claims is not its address.
        auto const claim = host->helo().raw();
        bool const is_claimed = claim.data() != host->name().raw().data();
        REQUIRE_PROPERTY(!is_claimed || !is_inside(claim, host->address()->text));
        REQUIRE_PROPERTY(is_inside(host->clause().raw(), host->address()->text));
        REQUIRE_PROPERTY(ip_address::read(host->address()->text) == host->address());
    }
}

/// Whether no clause contains octets of the date.
bool is_apart(received const& r) {
    auto const first = offset_of(r.raw(), r.raw_date());
    for (auto const clause : r.clauses()) {
        auto const at = offset_of(r.raw(), clause.raw());
        if (at + clause.raw().size() > first && at < first + r.raw_date().size()) return false;
    }
    return true;
}

void properties_of_date(received const& r) {
    auto const here = r.date();
    auto const alone = date_time::read(r.raw_date());
    auto const missing = diagnostic_code::received_date_missing;
    if (!here && here.error().code == missing) {
        REQUIRE_PROPERTY(!alone);
        return;
    }
    REQUIRE_PROPERTY(here.has_value() == alone.has_value());
    // Offsets of the error count from the start of raw(); those of the date, from that of its own.
    auto const moved = offset_of(r.raw(), r.raw_date());
    if (!here) {
        REQUIRE_PROPERTY(here.error().code == alone.error().code);
        REQUIRE_PROPERTY(here.error().offset == alone.error().offset + moved);
        return;
    }
    REQUIRE_PROPERTY(is_apart(r));
    REQUIRE_PROPERTY(*here == *alone);
    REQUIRE_PROPERTY(here->raw().data() == r.raw_date().data());
    REQUIRE_PROPERTY(here->deviation() == alone->deviation());
    if (auto deviation = here->deviation()) {
        deviation->offset += moved;
        bool is_reported = false;
        r.diagnose(
            [&](diagnostic const& problem) { is_reported = is_reported || problem == *deviation; });
        REQUIRE_PROPERTY(is_reported);
    }
}

void properties_of_header(std::string_view bytes) {
    header_section const header{bytes};
    std::size_t fields = 0;
    for (auto const f : header) fields += f.is("Received") ? 1u : 0u;
    for (auto const hop : hops{header}) {
        --fields;
        REQUIRE_PROPERTY(hop.field().is("Received"));
        if (hop.delay()) REQUIRE_PROPERTY(hop.arrival().has_value());
    }
    REQUIRE_PROPERTY(fields == 0);
    std::size_t end = 0;
    for (auto const block : resent_blocks{header}) {
        REQUIRE_PROPERTY(offset_of(bytes, block.raw()) >= end && !block.empty());
        end = offset_of(bytes, block.raw()) + block.raw().size();
    }
}

void lf_and_crlf_read_alike(std::string_view value) {
    auto const lf = fuzz::with_lf(value);
    auto const crlf = fuzz::with_crlf(lf);
    auto const one = summary(received{std::string_view{lf}});
    auto const other = summary(received{std::string_view{crlf}});
    REQUIRE_PROPERTY(fuzz::with_lf(one) == fuzz::with_lf(other));
}

void properties_of(std::string_view value) {
    received const r{value};
    r.diagnose([&](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset + problem.length <= value.size());
    });
    fuzz::dice dice{value};
    fuzz::try_one(
        dice, [&r] { properties_of_clauses(r); },
        [&r] {
            fuzz::passes_agree(r.clauses());
            fuzz::passes_agree(r.comments());
            properties_of_hosts(r);
            properties_of_date(r);
        },
        [value] { properties_of_header(value); }, [value] { lf_and_crlf_read_alike(value); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

// Properties of SMTP transcripts: the lines, concatenated, are the bytes; each reply answers at
// most one thing, and comes after it; the pieces of a message lie in order, are as long as they can
// be, and are what the lines carry; transactions come in order; problems and the readings of near
// misses lie inside; LF and CRLF make no difference.

#include "parts.hpp"

#include <foldwise/inspect/ambiguity.hpp>
#include <foldwise/transcript/transcript.hpp>

#include <string>
#include <string_view>

namespace {

using namespace foldwise;

void properties_of_lines(transcript const& t) {
    std::size_t sum = 0;
    for (auto const line : t.lines()) {
        REQUIRE_PROPERTY(!line.raw().empty());
        REQUIRE_PROPERTY(offset_of(t.raw(), line.raw()) == sum);
        sum += line.raw().size();
        REQUIRE_PROPERTY(offset_of(line.raw(), line.text()) <= line.raw().size());
        REQUIRE_PROPERTY(offset_of(line.raw(), line.carried()) <= line.raw().size());
        bool const is_carried =
            line.kind() == transcript_line_kind::data || line.kind() == transcript_line_kind::chunk;
        REQUIRE_PROPERTY(is_carried || line.carried().empty());
        bool const is_reply = line.kind() == transcript_line_kind::reply;
        REQUIRE_PROPERTY(!is_reply || reply_line::read(line.text()));
        REQUIRE_PROPERTY(is_reply == (line.side() == transcript_side::server));
    }
    REQUIRE_PROPERTY(sum == t.raw().size());
}

void properties_of_exchanges(transcript const& t) {
    std::size_t last = 0;
    std::size_t last_reply = 0;
    bool is_first = true;
    for (auto const one : t.exchanges()) {
        REQUIRE_PROPERTY(is_first || one.offset() > last);
        last = one.offset();
        REQUIRE_PROPERTY(one.is_recorded() || one.kind() == exchange_kind::message);
        REQUIRE_PROPERTY(one.is_recorded() || one.text().empty());
        auto const reply = one.reply();
        if (!reply) continue;
        REQUIRE_PROPERTY(reply->offset() >= one.offset());
        REQUIRE_PROPERTY(is_first || reply->offset() > last_reply);
        last_reply = reply->offset();
        std::size_t lines = 0;
        for (auto const line : reply->lines()) {
            ++lines;
            REQUIRE_PROPERTY(offset_of(t.raw(), line.raw()) >= last_reply);
        }
        REQUIRE_PROPERTY(lines != 0);
        is_first = false;
    }
}

void properties_of_message(transcript const& t, carried_message const& carried) {
    std::string pieces;
    char const* end = t.raw().data();
    bool is_first = true;
    for (auto const piece : carried.pieces()) {
        REQUIRE_PROPERTY(!piece.empty());
        REQUIRE_PROPERTY(is_first || piece.data() > end);
        end = piece.data() + piece.size();
        REQUIRE_PROPERTY(end <= t.raw().data() + t.raw().size());
        pieces.append(piece);
        is_first = false;
    }
    REQUIRE_PROPERTY(carried == pieces);
    REQUIRE_PROPERTY(carried.length() == pieces.size());
    auto const whole = carried.contiguous();
    REQUIRE_PROPERTY(!whole || *whole == pieces);
}

/// The contents of the transcript, as a text that does not depend on its line endings.
std::string summary(transcript const& t) {
    std::string text;
    for (auto const line : t.lines())
        text += static_cast<char>('a' + static_cast<int>(line.kind()));
    for (auto const one : t) {
        text.append("|").append(one.client_name()).append("|").append(one.mail_text());
        for (auto const to : one.recipients()) {
            text.append("|").append(to.text());
            if (auto const reply = to.reply()) text.append(reply->last().raw());
            if (auto const delivery = to.delivery()) text.append(delivery->last().raw());
        }
        for (auto const piece : one.message().pieces()) text.append(fuzz::with_lf(piece));
        text += one.message().is_whole() ? '.' : '-';
        if (auto const reply = one.final_reply()) text.append(reply->last().raw());
        text.append(one.queue_id().value_or("-"));
    }
    t.diagnose([&text](diagnostic const& problem) { text.append(" ").append(problem.name()); });
    return text;
}

void transactions_come_in_order(transcript const& t) {
    std::size_t after = 0;
    for (auto const one : t) {
        REQUIRE_PROPERTY(after == 0 || one.offset() >= after);
        after = one.offset() + (one.has_mail() ? 1 : 0); // else it may start with a recipient
        REQUIRE_PROPERTY(!one.message().is_whole() || one.has_message());
        for (auto const to : one.recipients()) {
            REQUIRE_PROPERTY(to.offset() >= after);
            after = to.offset() + 1;
            REQUIRE_PROPERTY(!to.delivery() || to.is_accepted());
        }
        after = one.offset() + 1 > after ? one.offset() + 1 : after;
        properties_of_message(t, one.message());
    }
}

void problems_are_inside(transcript const& t) {
    t.diagnose([&t](diagnostic const& problem) {
        fuzz::covered_by(t.raw(), problem);
        auto const found = ambiguity_of(t, problem);
        bool const is_near_miss = problem.code == diagnostic_code::end_of_data_near_miss;
        REQUIRE_PROPERTY(found.has_value() || !is_near_miss);
        REQUIRE_PROPERTY(!found || problem.severity() == severity::ambiguity);
        if (!found) return;
        for (auto const& one : {found->first(), found->second()})
            fuzz::covered_by(t.raw(), {problem.code, one.offset, one.length});
        if (is_near_miss)
            REQUIRE_PROPERTY(found->second().offset == problem.offset + problem.length);
    });
}

void properties_of(std::string_view bytes) {
    transcript const t{bytes};
    properties_of_lines(t);
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [&t] { problems_are_inside(t); }, [&t] { properties_of_exchanges(t); },
        [&t] { transactions_come_in_order(t); }, [&t] { fuzz::passes_agree(t.lines()); },
        [bytes] {
            auto const lf = fuzz::with_lf(bytes);
            auto const crlf = fuzz::with_crlf(lf);
            REQUIRE_PROPERTY(summary(transcript{lf}) == summary(transcript{crlf}));
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

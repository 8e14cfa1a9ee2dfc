// Properties of SMTP transcripts: the lines, concatenated, are the bytes; each reply answers at most
// one thing, and comes after it; the pieces of a message lie in order, are as long as they can be,
// and are what the lines carry; transactions come in order; LF and CRLF make no difference.

#include "parts.hpp"

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
        if (!one.reply()) continue;
        REQUIRE_PROPERTY(one.reply()->offset() >= one.offset());
        REQUIRE_PROPERTY(is_first || one.reply()->offset() > last_reply);
        last_reply = one.reply()->offset();
        std::size_t lines = 0;
        for (auto const line : one.reply()->lines()) {
            ++lines;
            REQUIRE_PROPERTY(offset_of(t.raw(), line.raw()) >= one.reply()->offset());
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
            if (to.reply()) text.append(to.reply()->last().raw());
            if (to.delivery()) text.append(to.delivery()->last().raw());
        }
        for (auto const piece : one.message().pieces())
            for (char const octet : piece)
                if (octet != '\r') text += octet;
        text += one.message().is_whole() ? '.' : '-';
        if (one.final_reply()) text.append(one.final_reply()->last().raw());
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

void properties_of(std::string_view bytes) {
    transcript const t{bytes};
    properties_of_lines(t);
    t.diagnose([bytes](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset + problem.length <= bytes.size());
    });
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [&t] { properties_of_exchanges(t); }, [&t] { transactions_come_in_order(t); },
        [&t] { fuzz::passes_agree(t.lines()); },
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

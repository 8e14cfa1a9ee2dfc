// Properties of the replies of an SMTP server: no octet is lost; a complete reply does not depend on
// what follows it, and no shorter input is a complete reply; LF and CRLF make no difference in a
// recording; keywords have no case; an identifier is a part of the text that it was found in; a
// second pass over the lines, extensions or parameters meets the same ones.

#include "parts.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/smtp/ehlo_line.hpp>
#include <foldwise/smtp/ehlo_reply.hpp>
#include <foldwise/smtp/forward_path.hpp>
#include <foldwise/smtp/queue_id.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_reply.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace {

using namespace foldwise;

template <class T>
void problems_are_inside(T const& value, std::string_view bytes) {
    severity gravest = severity::note;
    bool is_any = false;
    value.diagnose([&](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset + problem.length <= bytes.size());
        gravest = std::max(gravest, problem.severity());
        is_any = true;
    });
    auto const deviation = value.deviation();
    REQUIRE_PROPERTY(deviation.has_value() == is_any);
    REQUIRE_PROPERTY(!deviation || deviation->severity() == gravest);
}

void an_identifier_is_in_the_text(std::string_view text) {
    auto const id = queue_id_of(text);
    if (!id) return;
    REQUIRE_PROPERTY(offset_of(text, *id) + id->size() <= text.size());
    REQUIRE_PROPERTY(id->find_first_of("0123456789") != id->npos); // that of Exchange may be short
    REQUIRE_PROPERTY(id->find_first_of("\r\n\t<>()[]") == id->npos);
    REQUIRE_PROPERTY(queue_id_of(std::string_view{std::string{text} + " "}) == *id);
}

void a_line_agrees_with_itself(reply_line const& line) {
    auto const raw = line.raw();
    auto const text = line.text();
    REQUIRE_PROPERTY(line.code() >= 200 && line.code() <= 599);
    REQUIRE_PROPERTY(raw.starts_with(std::to_string(line.code())));
    REQUIRE_PROPERTY(offset_of(raw, text) + text.size() == without_ending(raw).size());
    REQUIRE_PROPERTY(text.ends_with(line.text_after_status()));
    REQUIRE_PROPERTY(text.find("\r\n") == text.npos);
    if (auto const status = line.status()) {
        REQUIRE_PROPERTY(static_cast<int>(status->code_class()) == line.code() / 100);
        REQUIRE_PROPERTY(text.starts_with(status->raw()));
    }
    problems_are_inside(line, raw);
    an_identifier_is_in_the_text(text);
    if (auto const id = queue_id_of(line)) REQUIRE_PROPERTY(line.code() == 250);
    if (auto const path = forward_path_of(line)) {
        REQUIRE_PROPERTY(line.code() == 251 || line.code() == 551);
        REQUIRE_PROPERTY(path->raw().starts_with('<') && path->raw().ends_with('>'));
        REQUIRE_PROPERTY(text.find(path->raw()) != text.npos && !path->is_null());
    }
}

void extensions_agree(smtp_reply const& reply) {
    ehlo_reply const ehlo{reply};
    problems_are_inside(ehlo, reply.raw());
    fuzz::passes_agree(ehlo.extensions());
    for (auto const line : ehlo.extensions()) {
        fuzz::passes_agree(line.parameters());
        std::size_t octets = line.keyword().size();
        for (auto const word : line.parameters()) {
            REQUIRE_PROPERTY(!word.empty() && line.has(word));
            octets += word.size();
        }
        REQUIRE_PROPERTY(octets <= line.raw().size());
        problems_are_inside(line, line.raw());
        REQUIRE_PROPERTY(ehlo.supports(line.keyword()) && ehlo.supports(line.extension()));
        std::string other{line.raw()};
        for (char& octet : other) octet = ascii_lower(octet);
        auto const lower = ehlo_line::read(std::string_view{other});
        REQUIRE_PROPERTY(lower && lower->extension() == line.extension());
    }
    if (auto const size = ehlo.size()) REQUIRE_PROPERTY(ehlo.supports("SIZE"));
    if (auto const limit = ehlo.limit("RCPTMAX"))
        REQUIRE_PROPERTY(*limit != 0 && *limit <= 999999 && ehlo.supports("LIMITS"));
}

bool same(smtp_reply const& left, smtp_reply const& right) {
    auto at = right.lines().begin();
    for (auto const line : left.lines()) {
        if (at == right.lines().end() || (*at).text() != line.text()) return false;
        if ((*at).code() != line.code() || (*at).is_last() != line.is_last()) return false;
        ++at;
    }
    return at == right.lines().end() && left.is_complete() == right.is_complete();
}

void a_code_is_that_of_all_lines(smtp_reply const& reply) {
    bool is_one = true;
    for (auto const line : reply.lines())
        is_one = is_one && line.code() == (*reply.lines().begin()).code();
    REQUIRE_PROPERTY(reply.code().has_value() == is_one);
    REQUIRE_PROPERTY(!is_one || reply.code() == reply.last().code());
    bool const is_whole = is_one && reply.is_complete();
    REQUIRE_PROPERTY(reply.is_positive() == (is_whole && *reply.code() / 100 == 2));
    if (auto const id = queue_id_of(reply)) {
        REQUIRE_PROPERTY(reply.is_positive());
        for (auto const line : reply.lines()) {
            auto const other = queue_id_of(line);
            REQUIRE_PROPERTY(!other || *other == *id);
        }
    }
    if (forward_path_of(reply)) REQUIRE_PROPERTY(is_whole);
}

void a_reply_agrees_with_itself(smtp_reply const& reply, std::string_view bytes) {
    auto const raw = reply.raw();
    REQUIRE_PROPERTY(!raw.empty() && std::string{raw}.append(reply.rest()) == bytes);
    std::size_t octets = 0;
    bool is_last = false;
    for (auto const line : reply.lines()) {
        REQUIRE_PROPERTY(!is_last && offset_of(raw, line.raw()) == octets);
        octets += line.raw().size();
        is_last = line.is_last();
        a_line_agrees_with_itself(line);
    }
    REQUIRE_PROPERTY(octets == raw.size() && (is_last || !reply.is_complete()));
    fuzz::passes_agree(reply.lines());
    REQUIRE_PROPERTY(raw.ends_with(reply.last().raw()));
    problems_are_inside(reply, raw);
    a_code_is_that_of_all_lines(reply);
    extensions_agree(reply);
}

void a_reply_ends_where_it_ends(smtp_reply const& reply, std::string_view bytes) {
    auto const size = reply.raw().size();
    fuzz::dice cuts{bytes};
    for (int i = 0; i < 4; ++i) {
        auto const cut = cuts.roll(bytes.size());
        auto const part = smtp_reply::read(bytes.substr(0, cut), reply.ending());
        bool const is_complete = part && part->is_complete();
        REQUIRE_PROPERTY(is_complete == (reply.is_complete() && cut >= size));
        if (is_complete) REQUIRE_PROPERTY(part->raw() == reply.raw());
    }
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    fuzz::try_one_of(dice, std::array{line_ending::crlf, line_ending::lf}, [bytes](auto ending) {
        for (auto rest = bytes;;) {
            auto const reply = smtp_reply::read(rest, ending);
            if (!reply) {
                REQUIRE_PROPERTY(reply.error().length <= rest.size());
                break;
            }
            a_reply_agrees_with_itself(*reply, rest);
            a_reply_ends_where_it_ends(*reply, rest);
            rest = reply->rest();
        }
    });
    auto const lf = fuzz::with_lf(bytes);
    auto const crlf = fuzz::with_crlf(lf);
    auto const left = smtp_reply::read(std::string_view{lf}, line_ending::lf);
    auto const right = smtp_reply::read(std::string_view{crlf});
    REQUIRE_PROPERTY(left.has_value() == right.has_value());
    if (left) REQUIRE_PROPERTY(same(*left, *right));
    an_identifier_is_in_the_text(bytes);
    if (auto const line = ehlo_line::read(bytes)) problems_are_inside(*line, bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

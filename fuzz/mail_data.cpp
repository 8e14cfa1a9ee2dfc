// Properties of mail data (RFC 5321 section 4.5.2): the end of the data, and each near miss of one,
// are those of the simplest possible code, however the data is cut into chunks; a receiver gets the
// text that a client sends; BDAT commands lose no octet.

#include "properties.hpp"

#include <foldwise/mail_data/bdat_chunks.hpp>
#include <foldwise/mail_data/dot_stuffed.hpp>
#include <foldwise/mail_data/dot_unstuffed.hpp>
#include <foldwise/mail_data/end_of_data_finder.hpp>
#include <foldwise/mail_data/mail_data.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

struct findings {
    std::vector<diagnostic> misses;
    std::size_t size = 0;
    std::size_t text_size = 0;
    bool is_ended = false;

    friend bool operator==(findings const&, findings const&) = default;
};

/// `next_size(left)` says how many octets the next chunk has.
template <class F>
findings found_in(std::string_view bytes, line_ending ending, F next_size) {
    findings found;
    auto const report = [&](diagnostic const& problem) { found.misses.push_back(problem); };
    end_of_data_finder finder{ending};
    while (!bytes.empty() && !finder.found()) {
        // A copy whose memory ends with the octets.
        auto const chunk = bytes.substr(0, next_size(bytes.size()));
        std::vector<char> const octets(chunk.begin(), chunk.end());
        auto const used = finder.feed({octets.data(), octets.size()}, report);
        REQUIRE_PROPERTY(finder.found() ? used <= chunk.size() : used == chunk.size());
        bytes.remove_prefix(used);
    }
    finder.finish(report);
    found.size = finder.size();
    found.text_size = finder.text_size();
    found.is_ended = finder.found();
    return found;
}

findings found_in(std::string_view bytes, line_ending ending = line_ending::crlf) {
    return found_in(bytes, ending, [](std::size_t left) { return left; });
}

/// Looks at each dot by itself. NULs are skipped first.
findings plainly_found_in(std::string_view bytes) {
    findings found;
    found.size = found.text_size = bytes.size();
    std::string text;
    std::vector<std::size_t> at; // where each octet of `text` is in `bytes`
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\0') continue;
        text += bytes[i];
        at.push_back(i);
    }
    auto const is = [&](std::size_t i, char octet) { return i < text.size() && text[i] == octet; };
    for (std::size_t dot = 0; dot < text.size(); ++dot) {
        if (text[dot] != '.') continue;
        auto first = dot;
        if (dot != 0) {
            if (!is(dot - 1, '\r') && !is(dot - 1, '\n')) continue;
            --first;
            while (is(dot - 1, '\n') && first != 0 && is(first - 1, '\r')) --first;
        }
        auto end = dot + 1;
        while (is(end, ' ') || is(end, '\t')) ++end;
        if (!is(end, '\r') && !is(end, '\n')) continue;
        while (is(end, '\r')) ++end;
        if (is(end, '\n')) ++end;
        auto const from = dot == 0 ? 0 : at[first];
        auto const to = at[end - 1] + 1;
        auto const octets = bytes.substr(0, to);
        if (octets == ".\r\n" || octets.ends_with("\r\n.\r\n")) {
            found.is_ended = true;
            found.size = to;
            found.text_size = to - 3;
            return found;
        }
        found.misses.push_back({diagnostic_code::end_of_data_near_miss, from, to - from});
    }
    return found;
}

std::string plainly_unstuffed(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        auto const ending = bytes.find("\r\n");
        auto const line = bytes.substr(0, ending);
        text.append(line.substr(line.starts_with('.') && line != "." ? 1 : 0));
        if (ending == bytes.npos) break;
        text.append("\r\n");
        bytes.remove_prefix(ending + 2);
    }
    return text;
}

template <class Text>
void every_way_gives(Text const& data, std::string_view text) {
    REQUIRE_PROPERTY(data.to_string() == text);
    REQUIRE_PROPERTY(data == text);
    REQUIRE_PROPERTY(data.length() == text.size());
    std::string characters;
    for (char const octet : data) characters += octet;
    REQUIRE_PROPERTY(characters == text);
    for (auto const piece : data.pieces()) REQUIRE_PROPERTY(!piece.empty());
}

void the_end_is_found(std::string_view bytes) {
    auto const wanted = plainly_found_in(bytes);
    REQUIRE_PROPERTY(found_in(bytes) == wanted);
    REQUIRE_PROPERTY(
        found_in(bytes, line_ending::crlf, [](std::size_t) { return std::size_t{1}; }) == wanted);
    fuzz::dice dice{bytes};
    for (std::size_t const most : {3u, 40u, 300u})
        REQUIRE_PROPERTY(found_in(bytes, line_ending::crlf,
                                  [&](std::size_t) { return dice.roll(most); }) == wanted);

    mail_data const data{bytes};
    REQUIRE_PROPERTY(data.raw() == bytes.substr(0, wanted.size));
    REQUIRE_PROPERTY(data.rest() == bytes.substr(wanted.size));
    REQUIRE_PROPERTY(data.is_complete() == wanted.is_ended);
    every_way_gives(data.text(), plainly_unstuffed(bytes.substr(0, wanted.text_size)));
    if (auto const whole = data.text().contiguous()) REQUIRE_PROPERTY(data.text() == *whole);
    gravest worst;
    std::size_t misses = 0;
    data.diagnose([&](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset + problem.length <= data.raw().size());
        if (problem.code == diagnostic_code::end_of_data_near_miss) ++misses;
        worst(problem);
    });
    REQUIRE_PROPERTY(misses == wanted.misses.size());
    REQUIRE_PROPERTY(data.deviation() == worst.found());
}

/// In data without CR, LF stands for CRLF.
void recorded_data_is_read_alike(std::string_view bytes) {
    auto const with_lf = fuzz::with_lf(bytes);
    auto const with_crlf = fuzz::with_crlf(with_lf);
    auto const found = found_in(with_lf, line_ending::lf);
    auto const wanted = found_in(with_crlf);
    REQUIRE_PROPERTY(found.is_ended == wanted.is_ended);
    REQUIRE_PROPERTY(found.misses.size() == wanted.misses.size());
    mail_data const recorded{with_lf, line_ending::lf};
    mail_data const received{with_crlf};
    REQUIRE_PROPERTY(fuzz::with_crlf(recorded.rest()) == received.rest());
    REQUIRE_PROPERTY(fuzz::with_crlf(recorded.text().to_string()) == received.text().to_string());
}

void a_receiver_gets_what_was_sent(std::string_view bytes) {
    dot_stuffed const stuffed{bytes};
    auto const sent = stuffed.to_string();
    every_way_gives(stuffed, sent);
    mail_data const data{sent};
    REQUIRE_PROPERTY(data.is_complete() && data.rest().empty());
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bool const is_crlf = bytes.substr(i, 2) == "\r\n";
        if (is_crlf) ++i;
        if (is_crlf || bytes[i] == '\n')
            text.append("\r\n");
        else
            text += bytes[i] == '\r' ? ' ' : bytes[i];
    }
    if (!bytes.empty() && !bytes.ends_with('\n')) text.append("\r\n");
    REQUIRE_PROPERTY(data.text() == text);
    bool const has_nul = bytes.find('\0') != bytes.npos;
    data.diagnose([&](diagnostic const& problem) {
        bool const is_near_miss = problem.code == diagnostic_code::end_of_data_near_miss;
        REQUIRE_PROPERTY(problem.code == diagnostic_code::data_line_too_long ||
                         (is_near_miss && has_nul));
    });
    stuffed.diagnose([&](diagnostic const& problem) {
        REQUIRE_PROPERTY(bytes.substr(problem.offset, problem.length) == "\r");
    });
}

void chunks_lose_nothing(std::string_view bytes, line_ending ending) {
    bdat_chunks const chunks{bytes, ending};
    std::string raw;
    std::string content;
    for (auto const chunk : chunks) {
        if (!chunk) {
            REQUIRE_PROPERTY(chunk.error().length <= chunks.rest().size());
            continue;
        }
        REQUIRE_PROPERTY(chunk->command().size() + chunk->content().size() == chunk->raw().size());
        REQUIRE_PROPERTY(chunk->content().size() <= chunk->chunk_size());
        raw.append(chunk->raw());
        content.append(chunk->content());
    }
    REQUIRE_PROPERTY(raw.append(chunks.rest()) == bytes);
    every_way_gives(chunks.content(), content);
    bool is_reported = false;
    chunks.diagnose([&](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset + problem.length <= bytes.size());
        is_reported = is_reported || problem.code == diagnostic_code::bdat_malformed ||
                      problem.code == diagnostic_code::bdat_incomplete;
    });
    REQUIRE_PROPERTY(chunks.is_complete() != is_reported);
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [bytes] { the_end_is_found(bytes); }, [bytes] { recorded_data_is_read_alike(bytes); },
        [bytes] { a_receiver_gets_what_was_sent(bytes); },
        [bytes] {
            for (auto const ending : {line_ending::crlf, line_ending::lf}) {
                chunks_lose_nothing(bytes, ending);
                if (auto const command = bytes.find("BDAT"); command != bytes.npos)
                    chunks_lose_nothing(bytes.substr(command), ending);
            }
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

// Parts of messages: the walk over them, and the octets that they stand for: base64 and
// quoted-printable, decoded block by block.

#include "support.hpp"

#include <foldwise/mime/base64.hpp>
#include <foldwise/mime/base64_encoder.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/mime/quoted_printable.hpp>
#include <foldwise/mime/quoted_printable_encoder.hpp>
#include <foldwise/store/mbox.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

// ---- The walk

std::vector<std::string_view> messages_in(bench::mailbox const& box) {
    std::vector<std::string_view> found;
    for (auto const entry : foldwise::mbox{box.bytes, box.read_as})
        found.push_back(entry.message_bytes());
    return found;
}

/// The delimiter lines are those that start with "--=" in what bench/mailbox.hpp makes.
bench::tally parts_by_lines(std::vector<std::string_view> const& messages) {
    bench::tally expected;
    for (auto const text : messages) {
        ++expected.count; // the multipart itself
        for (auto at = text.find("\n--="); at != text.npos; at = text.find("\n--=", at + 1)) {
            auto const line = text.substr(at + 1, text.find_first_of("\r\n", at + 1) - at - 1);
            if (!line.ends_with("--")) ++expected.count;
        }
    }
    return expected;
}

void measure_walk(benchmark::State& state, bench::mailbox const& box) {
    auto const messages = messages_in(box);
    bench::beside_lines(state, messages, parts_by_lines(messages), [&] {
        bench::tally found;
        for (auto const text : messages)
            for (auto const part : foldwise::entity{foldwise::message{text}}.walk())
                found.count += part.path().empty() ? 0u : 1u;
        return found;
    });
}

// ---- Decoders, over a body of each kind

/// Octets of any kind, and text with a character beyond ASCII now and then.
std::string random_octets(std::size_t size) {
    bench::random_source random{1};
    std::string octets;
    while (octets.size() < size) octets += static_cast<char>(random.between(0, 255));
    return octets;
}
std::string random_text(std::size_t size) {
    bench::random_source random{1};
    std::string text;
    while (text.size() < size)
        text.append(bench::words(random, 60))
            .append(random.between(0, 3) == 0 ? "\xC3\xA9\n" : "\n");
    return text;
}

/// Times the decoding of `body`, which must give `octets`.
template <class Decode>
void measure_decoder(benchmark::State& state, std::string const& body, std::string const& octets,
                     Decode const& decode) {
    std::string to(body.size(), '\0');
    auto const size = decode(body, to.data(), to.size()).written;
    if (std::string_view{to}.substr(0, size) != octets) return state.SkipWithError("not decoded");
    std::string_view const pieces[] = {body};
    bench::beside_lines(state, pieces, {1, octets.size()}, [&] {
        return bench::tally{1, decode(body, to.data(), to.size()).written};
    });
}

void measure_base64(benchmark::State& state, std::size_t size) {
    auto const octets = random_octets(size);
    measure_decoder(state, foldwise::base64_encoded{octets}.to_string(), octets,
                    foldwise::decode_base64);
}
void measure_quoted_printable(benchmark::State& state, std::size_t size) {
    auto const text = random_text(size);
    foldwise::quoted_printable_encoded const body{
        text, foldwise::quoted_printable_content::text, {.ending = foldwise::line_ending::lf}};
    measure_decoder(state, body.to_string(), text, foldwise::decode_quoted_printable);
}

void add(char const* name, void (*run)(benchmark::State&, std::size_t)) {
    auto const with = [run](benchmark::State& state) {
        run(state, static_cast<std::size_t>(state.range(0)) << 10);
    };
    benchmark::RegisterBenchmark(name, with)
        ->UseManualTime()
        ->Unit(benchmark::kMicrosecond)
        ->ArgName("KiB")
        ->Arg(16)
        ->Arg(1024);
}

[[maybe_unused]] bool const added = [] {
    bench::add("walk_parts", std::span{bench::ordinary}.subspan(2, 2), measure_walk); // attach
    add("base64", measure_base64);
    add("quoted_printable", measure_quoted_printable);
    return true;
}();

} // namespace

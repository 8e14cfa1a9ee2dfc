// Properties of what the tool prints about whole messages: each JSON object is one line, is
// well-formed, and has the same values when it is all ASCII; no problem is outside the message;
// text for people is UTF-8 without anything that could control a terminal; a second run prints the
// same.

#include "json_check.hpp"
#include "properties.hpp"
#include "utf8.hpp"

#include "../tools/auth.hpp"
#include "../tools/auth_trust.hpp"
#include "../tools/headers.hpp"
#include "../tools/json/message.hpp"
#include "../tools/lint.hpp"
#include "../tools/ls.hpp"
#include "../tools/options.hpp"
#include "../tools/output.hpp"
#include "../tools/show.hpp"
#include "../tools/terminal.hpp"
#include "../tools/trace.hpp"
#include "../tools/tree.hpp"

#include <foldwise/mbox.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace foldwise;

tool::output& standard_output() {
    static tool::output out{static_cast<std::size_t>(-1)}; // writes nothing
    return out;
}

/// What a command prints about the messages of a mailbox.
template <class Command>
std::string printed_by(Command&& command, std::string_view bytes) {
    auto& out = standard_output().buffer();
    std::uint64_t number = 0;
    for (auto const entry : mbox{bytes}) command(tool::found{"in", "in", ++number, entry});
    if constexpr (requires { command.finish(); }) static_cast<void>(command.finish());
    auto const text = out;
    out.clear();
    return text;
}

tool::options options_with(bool ascii) {
    tool::options options;
    options.ascii = ascii;
    options.text = true;
    options.severity = severity::note;
    options.suffixes = "none";
    options.trusted = {"mx.a"};
    return options;
}

std::string json_of(std::string_view bytes, bool ascii) {
    auto const options = options_with(ascii);
    tool::auth_trust const trust{options};
    return printed_by(tool::message_json{options, standard_output(), trust}, bytes);
}

void json_is_well_formed(std::string_view bytes) {
    auto const json = json_of(bytes, false);
    REQUIRE_PROPERTY(fuzz::is_utf8(json) && json_of(bytes, false) == json);
    auto const ascii = json_of(bytes, true);
    for (char const octet : ascii) REQUIRE_PROPERTY(static_cast<unsigned char>(octet) < 0x80);
    std::string_view rest = ascii;
    std::size_t count = 0;
    for (auto const l : lines{json}) {
        fuzz::json_check const object{l.text()};
        auto const end = rest.find('\n');
        REQUIRE_PROPERTY(end != rest.npos);
        REQUIRE_PROPERTY(fuzz::json_check{rest.substr(0, end)}.plain() == object.plain());
        rest.remove_prefix(end + 1);
        ++count;
    }
    for (auto const entry : mbox{bytes}) count -= entry.raw().empty() ? 0u : 1u;
    REQUIRE_PROPERTY(count == 0 && rest.empty());
}

void problems_are_in_the_message(std::string_view bytes) {
    for (auto const entry : mbox{bytes}) {
        auto const start = entry.message_offset();
        auto const size = entry.message_bytes().size();
        tool::diagnose_entry(entry, {}, [&](diagnostic const& problem, std::uint64_t offset) {
            REQUIRE_PROPERTY(offset <= bytes.size() && problem.length <= bytes.size() - offset);
            bool const is_inside = offset >= start && offset - start <= size;
            REQUIRE_PROPERTY(is_inside || offset >= entry.offset());
        });
    }
}

/// A command whose text is for people, and cannot control their terminal.
template <class Command, class... More>
void prints_text(std::string_view bytes, More const&... more) {
    auto const options = options_with(false);
    tool::terminal const terminal{false, false};
    auto const print = [&] {
        return printed_by(Command{options, standard_output(), terminal, more...}, bytes);
    };
    auto const text = print();
    REQUIRE_PROPERTY(fuzz::is_utf8(text) && print() == text);
    for (std::size_t at = 0; at < text.size();) {
        auto const c = utf8_character_at(text, at);
        bool const is_usual = c.code_point == '\n' || c.code_point == '\t';
        REQUIRE_PROPERTY(is_usual || !tool::is_unsafe(c.code_point));
        at += c.size;
    }
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [bytes] { problems_are_in_the_message(bytes); },
        [bytes] { json_is_well_formed(bytes); }, [bytes] { prints_text<tool::show>(bytes); },
        [bytes] { prints_text<tool::lint>(bytes); }, [bytes] { prints_text<tool::tree>(bytes); },
        [bytes] { prints_text<tool::trace>(bytes); },
        [bytes] { prints_text<tool::headers>(bytes); }, [bytes] { prints_text<tool::ls>(bytes); },
        [bytes] {
            auto const options = options_with(false);
            prints_text<tool::auth>(bytes, tool::auth_trust{options});
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

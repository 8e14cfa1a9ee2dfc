// Properties of what the tool prints about whole messages: each JSON object is one line, is
// well-formed, and has the same values when it is all ASCII; no problem is outside the message;
// text for people is UTF-8 without anything that could control a terminal; a second run prints the
// same; LF and CRLF make no difference except for sizes and offsets.

#include "json_check.hpp"
#include "properties.hpp"
#include "utf8.hpp"

#include "../tests/tools/kept_output.hpp"
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
#include "../tools/unicode/characters.hpp"

#include <foldwise/base/ascii.hpp>
#include <foldwise/mbox.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace foldwise;

test::kept_output& kept() {
    static test::kept_output out;
    return out;
}

/// What a command prints about the messages of a mailbox.
template <class Command>
std::string printed_by(Command&& command, std::string_view bytes) {
    auto& out = kept().text;
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
    return printed_by(tool::message_json{options, kept(), trust}, bytes);
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

/// Whether the line endings are data that does not mean the same after LF was replaced by CRLF:
/// where characters have two or four octets, and where sizes count octets of the file.
bool depends_on_line_endings(std::string_view bytes) {
    for (std::string_view const word :
         {"utf-16", "utf16", "utf_16", "utf-32", "utf32", "utf_32", "ucs-", "ucs2", "ucs4",
          "unicode", "\xFE\xFF", "\xFF\xFE", "content-length"})
        for (std::size_t at = 0; at + word.size() <= bytes.size(); ++at)
            if (ascii_iequals(bytes.substr(at, word.size()), word)) return true;
    return false;
}

/// JSON without the numbers that count octets, and without CR in its texts.
std::string without_sizes(std::string_view json) {
    std::string text;
    while (!json.empty()) {
        std::size_t taken = 1;
        if (json.starts_with("\\r")) {
            json.remove_prefix(2);
            continue;
        }
        if (json.front() == '\\') taken = 2;
        for (std::string_view const key : {"offset\":", "length\":", "decoded_size\":"})
            if (json.starts_with(key)) {
                text.append(key);
                json.remove_prefix(key.size());
                while (!json.empty() && json.front() >= '0' && json.front() <= '9')
                    json.remove_prefix(1);
                taken = 0;
                break;
            }
        text.append(json.substr(0, taken));
        json.remove_prefix(taken);
    }
    return text;
}

void line_endings_make_no_difference(std::string_view bytes) {
    auto const lf = fuzz::with_lf(bytes);
    if (depends_on_line_endings(lf)) return;
    auto const crlf = fuzz::with_crlf(lf);
    REQUIRE_PROPERTY(without_sizes(json_of(lf, false)) == without_sizes(json_of(crlf, false)));
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
        return printed_by(Command{options, kept(), terminal, more...}, bytes);
    };
    auto const text = print();
    REQUIRE_PROPERTY(fuzz::is_utf8(text) && print() == text);
    for (std::size_t at = 0; at < text.size();) {
        // Selectors and joiners belong to an emoji sequence, such as a keycap.
        auto const cluster = tool::unicode::cluster_reader{std::string_view{text}.substr(at)};
        at += cluster.result().size;
        if (cluster.result().size != 0) continue;
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
        [bytes] { json_is_well_formed(bytes); },
        [bytes] { line_endings_make_no_difference(bytes); },
        [bytes] { prints_text<tool::show>(bytes); }, [bytes] { prints_text<tool::lint>(bytes); },
        [bytes] { prints_text<tool::tree>(bytes); }, [bytes] { prints_text<tool::trace>(bytes); },
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

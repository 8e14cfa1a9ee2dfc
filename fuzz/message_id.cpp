// Properties of identifiers: they come in order and are inside the value; written and read again,
// they are the same; LF and CRLF make no difference; equal texts have equal hashes.

#include "parts.hpp"

#include <foldwise/trace/message_id.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

std::vector<std::string> texts(std::string_view value) {
    std::vector<std::string> found;
    for (auto const id : message_ids{value}) found.push_back(id.text().to_string());
    return found;
}

/// A bare word is an identifier only if there is nothing but white space, comments and ">" around
/// it.
void is_alone(std::string_view value, std::string_view word) {
    lexer in{value};
    auto const skip = [&in] {
        while (in.next_outside_comments().is('>')) {
        }
    };
    auto const place = offset_of(value, word);
    while (in.position() < place) {
        auto const skipped = in.next();
        REQUIRE_PROPERTY(skipped.is(token_kind::comment) || skipped.is('>'));
    }
    REQUIRE_PROPERTY(in.position() == place);
    in.pass_to(place + word.size());
    skip();
    REQUIRE_PROPERTY(in.position() == value.size());
}

void properties_of(std::string_view value) {
    std::size_t end = 0;
    for (auto const id : message_ids{value}) {
        auto const at = offset_of(value, id.raw());
        REQUIRE_PROPERTY(at >= end);
        end = at + id.raw().size();
        auto const text = id.text().to_string();
        REQUIRE_PROPERTY(!text.empty());
        REQUIRE_PROPERTY(text.find_first_of(" \t\r\n<>") == text.npos);
        auto const left = id.id_left().to_string();
        auto const right = id.id_right().to_string();
        REQUIRE_PROPERTY(text == left || text == left + '@' + right);
        // Written without its deviations, it is the same identifier.
        auto const written = '<' + text + '>';
        REQUIRE_PROPERTY(texts(written) == std::vector{text});
        auto const again = *message_ids{written}.first();
        REQUIRE_PROPERTY(again == id);
        REQUIRE_PROPERTY(std::hash<message_id>{}(again) == std::hash<message_id>{}(id));
        auto const deviation = id.deviation();
        if (deviation && deviation->code == diagnostic_code::message_id_bare_word)
            is_alone(value, id.raw());
    }
    std::size_t last = 0;
    message_ids{value}.diagnose([&](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset >= last && problem.length != 0);
        REQUIRE_PROPERTY(problem.offset + problem.length <= value.size());
        last = problem.offset;
    });
    fuzz::passes_agree(message_ids{value});
    auto const lf = fuzz::with_lf(value);
    REQUIRE_PROPERTY(texts(lf) == texts(fuzz::with_crlf(lf)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

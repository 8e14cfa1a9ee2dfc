// The walk over the parts of messages.

#include "support.hpp"

#include <foldwise/mime/entity.hpp>
#include <foldwise/store/mbox.hpp>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace {

std::vector<std::string_view> messages_in(bench::mailbox const& box) {
    std::vector<std::string_view> found;
    for (auto const entry : foldwise::mbox{box.bytes, box.read_as})
        found.push_back(entry.message_bytes());
    return found;
}

/// In mailboxes of bench/mailbox.hpp, lines that start with "--=" are the delimiter lines.
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

[[maybe_unused]] bool const added = [] {
    bench::add("walk_parts", std::span{bench::ordinary}.subspan(2, 2), measure_walk); // attach
    return true;
}();

} // namespace

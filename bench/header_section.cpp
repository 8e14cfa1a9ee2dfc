// Reading the header sections of messages that have been found before.

#include "support.hpp"

#include <foldwise/message/message.hpp>
#include <foldwise/store/mbox.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace {

/// The messages of a mailbox, and their header sections, each with the empty line after it. These
/// are the octets that reading the fields touches.
struct messages {
    std::vector<std::string_view> all;
    std::vector<std::string_view> headers;
};

messages messages_in(bench::mailbox const& box) {
    messages result;
    for (auto const entry : foldwise::mbox{box.bytes, box.read_as}) {
        auto const message = entry.message();
        result.all.push_back(message.raw());
        result.headers.push_back(
            message.raw().substr(0, message.raw().size() - message.body().size()));
    }
    return result;
}

/// Counts every field, and sums the lengths of names and raw values.
void add_fields(foldwise::message const& message, bench::tally& found) {
    for (auto const field : message.header()) {
        ++found.count;
        found.octets += field.name().size() + field.raw_value().size();
    }
}

bench::tally fields_of(bench::mailbox const& box) {
    return {box.put.fields, box.put.name_octets + box.put.raw_value_octets};
}

void measure_fields(benchmark::State& state, bench::mailbox const& box) {
    auto const messages = messages_in(box);
    bench::beside_lines(state, messages.headers, fields_of(box), [&] {
        bench::tally found;
        for (auto const bytes : messages.all) add_fields(foldwise::message{bytes}, found);
        return found;
    });
}

void measure_find(benchmark::State& state, bench::mailbox const& box) {
    auto const messages = messages_in(box);
    bench::beside_lines(state, messages.headers, {box.put.subjects, box.put.subject_octets}, [&] {
        bench::tally found;
        for (auto const bytes : messages.all) {
            auto const subject = foldwise::message{bytes}.header().find("Subject");
            if (!subject) continue;
            ++found.count;
            found.octets += subject->raw_value().size();
        }
        return found;
    });
}

[[maybe_unused]] bool const added = [] {
    bench::add("known_fields", bench::ordinary, measure_fields);
    bench::add("known_fields", bench::hostile_to_fields, measure_fields);
    bench::add("find_subject", bench::ordinary, measure_find);
    bench::add("find_subject", bench::hostile_to_fields, measure_find);
    return true;
}();

} // namespace

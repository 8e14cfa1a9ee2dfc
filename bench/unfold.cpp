// Unfolding the values of fields that have been found before.

#include "support.hpp"

#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>
#include <foldwise/store/mbox.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// A literal reading of RFC 5322 section 2.2.3, octet by octet: the value without the line endings
/// before white space, and without white space at both ends.
std::string plainly_unfolded(std::string_view raw_value) {
    std::string text;
    for (std::size_t at = 0; at < raw_value.size(); ++at) {
        auto const rest = raw_value.substr(at);
        auto const ending = rest.starts_with("\r\n") ? std::size_t{2} : std::size_t{1};
        bool const ends_line = ending == 2 || rest.front() == '\n';
        bool const folds =
            ends_line && rest.size() > ending && (rest[ending] == ' ' || rest[ending] == '\t');
        if (folds)
            at += ending - 1;
        else
            text += rest.front();
    }
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

/// The fields of a mailbox, the header sections that they are in, and the expected value of each.
class fields {
  public:
    explicit fields(bench::mailbox const& box) {
        for (auto const entry : foldwise::mbox{box.bytes, box.read_as}) {
            auto const header = entry.message().header();
            headers.push_back(header.raw());
            for (auto const field : header) all.push_back(field);
        }
        for (auto const& field : all) values.push_back(plainly_unfolded(field.raw_value()));
    }

    /// Whether every value is the expected one.
    bool are_right() const {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].value().to_string() != values[i]) return false;
        return true;
    }

    std::vector<std::string_view> headers;
    std::vector<foldwise::field> all;
    std::vector<std::string> values;
};

template <class Task>
void measure(benchmark::State& state, bench::mailbox const& box, Task const& task) {
    fields const known{box};
    if (!known.are_right()) {
        state.SkipWithError("a value is not what it must be");
        return;
    }
    bench::beside_lines(state, known.headers, {box.put.fields, box.put.value_octets},
                        [&] { return task(known); });
}

void measure_length(benchmark::State& state, bench::mailbox const& box) {
    measure(state, box, [](fields const& known) {
        bench::tally found;
        for (auto const& field : known.all) {
            ++found.count;
            found.octets += field.value().length();
        }
        return found;
    });
}

void measure_to_string(benchmark::State& state, bench::mailbox const& box) {
    std::string text;
    measure(state, box, [&text](fields const& known) {
        bench::tally found;
        for (auto const& field : known.all) {
            text.clear();
            field.value().append_to(text);
            ++found.count;
            found.octets += text.size();
        }
        return found;
    });
}

void measure_compare(benchmark::State& state, bench::mailbox const& box) {
    measure(state, box, [](fields const& known) {
        bench::tally found;
        for (std::size_t i = 0; i < known.all.size(); ++i) {
            if (known.all[i].value() != known.values[i]) continue;
            ++found.count;
            found.octets += known.values[i].size();
        }
        return found;
    });
}

/// Character by character, as the parser of a structured field reads it.
void measure_iterate(benchmark::State& state, bench::mailbox const& box) {
    measure(state, box, [](fields const& known) {
        bench::tally found;
        for (auto const& field : known.all) {
            ++found.count;
            for (char const octet : field.value()) found.octets += octet != '\n' ? 1 : 0;
        }
        return found;
    });
}

[[maybe_unused]] bool const added = [] {
    bench::add("unfold_length", bench::ordinary, measure_length);
    bench::add("unfold_length", bench::hostile_to_fields, measure_length);
    bench::add("unfold_to_string", bench::ordinary, measure_to_string);
    bench::add("unfold_to_string", bench::hostile_to_fields, measure_to_string);
    bench::add("unfold_compare", bench::ordinary, measure_compare);
    bench::add("unfold_compare", bench::hostile_to_fields, measure_compare);
    bench::add("unfold_iterate", bench::ordinary, measure_iterate);
    bench::add("unfold_iterate", bench::hostile_to_fields, measure_iterate);
    return true;
}();

} // namespace

// Promise 3 of DESIGN section 1: work is proportional to the number of octets, whatever they are.
// Work is counted in steps, not in time, so that every machine finds the same numbers.
//     foldwise_steps --no-skip    # also prints the most expensive pattern of each reader

#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include "../support.hpp"

#include "counter.hpp"
#include "readers.hpp"

#include <algorithm>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

namespace {

/// A front, then `first` repeated, then `second` repeated.
struct pattern {
    std::string_view front;
    std::string first;
    std::string second = {};

    /// Each repetition replaces "#" with its own number of four digits, from 1000 on.
    std::string text(std::size_t times) const {
        std::string octets{front};
        for (auto const& piece : {first, second})
            for (std::size_t number = 0; number < times; ++number) {
                auto const sign = piece.find('#');
                octets.append(piece, 0, sign);
                if (sign == piece.npos) continue;
                octets.append(std::to_string(1000 + number)).append(piece, sign + 1);
            }
        return octets;
    }

    std::string to_string() const {
        auto const shown = test::shown(front) + " " + test::shown(first) + "...";
        return second.empty() ? shown : shown + " " + test::shown(second) + "...";
    }
};

/// Calls `use` with these patterns, for each front and all words a, b:
///     element element ...    a a ...    a b a b ...    a a ... b b ...
/// and, for the first front, a b c a b c ... for all words a, b, c. Sequences that differ only in
/// the word they start with, such as a b a b ... and b a b a ..., are used once.
template <class Use>
void for_each_pattern(test::hostile const& input, Use use) {
    auto const words = input.words;
    for (auto const front : input.fronts) {
        use(pattern{front, std::string{input.element}});
        for (std::size_t a = 0; a < words.size(); ++a) {
            std::string const one{words[a]};
            use(pattern{front, one});
            for (std::size_t b = 0; b < words.size(); ++b) {
                if (a != b) use(pattern{front, one, std::string{words[b]}});
                if (b < a) continue;
                auto const two = std::string{one}.append(words[b]);
                if (a != b) use(pattern{front, two});
                if (front != input.fronts.front()) continue;
                for (auto c = a; c < words.size(); ++c)
                    if (a != c) use(pattern{front, std::string{two}.append(words[c])});
            }
        }
    }
}

struct cost {
    std::size_t octets;
    std::size_t steps;

    double per_octet() const { return static_cast<double>(steps) / static_cast<double>(octets); }
};

cost cost_of(test::reader const& reader, std::string const& text) {
    auto const before = test::steps();
    static_cast<void>(reader.read(text));
    return {text.size(), test::steps() - before};
}

/// The greatest value, and the pattern that has it.
struct finding {
    double value = 0;
    std::string pattern;

    void take_greater(double other, struct pattern const& found) {
        if (other <= value) return;
        value = other;
        pattern = found.to_string();
    }
};
struct worst {
    finding growth;    // steps for 4n octets / (4 * steps for n octets): 1 is linear, 4 quadratic
    finding per_octet; // steps / octets
};

/// How often to repeat a pattern. The number is even: then a quote in a word is open at the end of
/// the text neither with this number nor with four times as many. Elements are repeated more often,
/// because some readers remember the first 64.
std::size_t times_of(pattern const& p, test::hostile const& input) {
    if (p.first == input.element) return 512;
    auto const times = 128 / (p.first.size() + p.second.size());
    return std::max<std::size_t>(16, (times + 1) / 2 * 2);
}

constexpr double most_growth = 1.2;

worst worst_of(test::reader const& reader) {
    constexpr std::size_t once = 1000; // allowance for steps that do not depend on the size
    worst found;
    auto const measure = [&](pattern const& p, std::size_t times) {
        auto const few = cost_of(reader, p.text(times));
        auto const many = cost_of(reader, p.text(4 * times));
        found.per_octet.take_greater(many.per_octet(), p);
        auto const more = static_cast<double>(many.steps - std::min(many.steps, once));
        return more / static_cast<double>(4 * few.steps);
    };
    for_each_pattern(*reader.input, [&](pattern const& p) {
        auto const times = times_of(p, *reader.input);
        auto growth = measure(p, times);
        // Some readers do more where parts are nested to the limit, but not more than twice as
        // much. Longer texts tell this from growth that does not end.
        if (growth >= most_growth && growth < 2) growth = std::min(growth, measure(p, 4 * times));
        found.growth.take_greater(growth, p);
    });
    return found;
}

} // namespace

TEST_CASE("steps: quadratic readers are found") {
    for (auto const& reader : test::quadratic_readers()) {
        INFO(reader.name);
        CHECK(worst_of(reader).growth.value > 3);
    }
}

TEST_CASE("steps: each reader is linear") {
    for (auto const& reader : test::readers()) {
        auto const found = worst_of(reader);
        INFO(reader.name << ", " << found.growth.pattern);
        CHECK(found.growth.value < most_growth);
        INFO(reader.name << ", " << found.per_octet.pattern);
        CHECK(found.per_octet.value <= static_cast<double>(reader.most));
    }
}

// A search that looks at many octets in one step shows up only in long input. An example is a
// search from each entry to the end of the file for an empty line that is not there.
TEST_CASE("steps: an entry of an mbox costs the same however many entries follow it") {
    pattern const entries{"", "From a@b Fri Jan  2 10:00:00 2015\na: b\n"};
    for (auto const& reader : test::readers()) {
        if (!std::string_view{reader.name}.starts_with("mbox")) continue;
        auto const few = cost_of(reader, entries.text(1000)).steps;
        auto const many = cost_of(reader, entries.text(8000)).steps;
        INFO(reader.name);
        CHECK(static_cast<double>(many) < 8.8 * static_cast<double>(few));
    }
}

/// The steps that `filler` adds as the innermost part of a message, inside of `depth` multiparts.
std::size_t cost_in_parts(test::reader const& reader, std::size_t depth, std::string_view filler) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) {
        auto const boundary = std::string{"boundary-"}.append(std::to_string(100 + i));
        text.append("Content-Type: multipart/mixed; boundary=").append(boundary);
        text.append("\n\n--").append(boundary).append("\n");
    }
    text.append("\n");
    auto const without = cost_of(reader, text).steps;
    return cost_of(reader, text.append(filler)).steps - without;
}

// A line that starts with "--" costs slightly more, because it is looked up among the open
// boundaries. They are sorted: 95 boundaries need about log2(95) = 6 comparisons more than 1
// boundary. A comparison with each would be 94 more.
TEST_CASE("steps: octets cost the same at any depth") {
    for (auto const& reader : test::readers()) {
        if (reader.input != &test::parts) continue;
        for (auto const* const line :
             {"x\n", "\n", "--\n", "--x\n", "--boundary\n", "-- \n--x", "--boundary-10\n",
              "--boundary-1000\n", "QUJDREVGR0hJSktM\n"}) {
            std::string filler;
            while (filler.size() < 20000) filler += line;
            auto const shallow = cost_in_parts(reader, 1, filler);
            auto const deep = cost_in_parts(reader, 95, filler);
            INFO(reader.name << ", " << test::shown(line) << ": " << shallow << ", " << deep);
            CHECK(static_cast<double>(deep) < 1.4 * static_cast<double>(shallow));
        }
    }
}

TEST_CASE("steps: the most expensive patterns" * doctest::skip()) {
    for (auto const& reader : test::readers()) {
        auto const found = worst_of(reader);
        std::printf("%-28s %6.1f steps an octet: %s\n%-28s %6.2f times as many: %s\n",
                    std::string{reader.name}.c_str(), found.per_octet.value,
                    found.per_octet.pattern.c_str(), "", found.growth.value,
                    found.growth.pattern.c_str());
    }
}

#ifndef FOLDWISE_FUZZ_PROPERTIES_HPP
#define FOLDWISE_FUZZ_PROPERTIES_HPP

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>

namespace fuzz {

/// Checks a property that must hold for every input. If it does not hold, the program aborts, and
/// the fuzzer keeps the input.
#define REQUIRE_PROPERTY(...)                                                                      \
    ((__VA_ARGS__) ? void() : ::fuzz::broken(__FILE__, __LINE__, #__VA_ARGS__))

[[noreturn]] inline void broken(char const* file, int line, char const* property) {
    std::fprintf(stderr, "%s:%d: broken property: %s\n", file, line, property);
    std::abort();
}

/// Pseudorandom numbers that depend only on the input, for choosing cuts and sizes.
class dice {
  public:
    explicit dice(std::string_view bytes) {
        for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) { // FNV-1a
            std::uint64_t word = 0;
            auto const part = bytes.substr(at, sizeof word);
            std::memcpy(&word, part.data(), part.size());
            state_ = (state_ ^ word) * 1099511628211u;
            state_ ^= state_ >> 29;
        }
    }
    /// A number from 0 to `most`.
    std::size_t roll(std::size_t most) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>((state_ >> 33) % (most + 1));
    }

  private:
    std::uint64_t state_ = 14695981039346656037u;
};

/// Whether each input is tried with all properties, as the seeds are by the tests. A fuzzer tries an
/// input with some of them, which the dice choose: so it tries several times as many inputs.
inline bool tries_everything = std::getenv("FOLDWISE_FUZZ_EVERYTHING") != nullptr;

/// Calls one of `groups`, which are groups of properties.
template <class... Group>
void try_one(dice& die, Group... groups) {
    auto const chosen = die.roll(sizeof...(groups) - 1);
    std::size_t number = 0;
    ((number++ == chosen || tries_everything ? groups() : void()), ...);
}

/// Calls `properties` with one of `values`.
template <class Values, class F>
void try_one_of(dice& die, Values const& values, F properties) {
    auto const chosen = die.roll(std::size(values) - 1);
    std::size_t number = 0;
    for (auto const& value : values)
        if (number++ == chosen || tries_everything) properties(value);
}

/// `bytes` with `with` in place of each `octet`. Copies the text between in runs: with sanitizers,
/// appending one octet at a time would take most of the time of a property.
inline std::string replaced(std::string_view bytes, char octet, std::string_view with) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (;;) {
        auto const end = bytes.find(octet);
        text.append(bytes.substr(0, end));
        if (end == bytes.npos) return text;
        text.append(with);
        bytes.remove_prefix(end + 1);
    }
}

/// `bytes` without any CR.
inline std::string with_lf(std::string_view bytes) { return replaced(bytes, '\r', ""); }

/// `bytes` with a CR before each LF.
inline std::string with_crlf(std::string_view bytes) { return replaced(bytes, '\n', "\r\n"); }

/// `bytes` without CR, and without each LF that is not part of a fold: a value as fields have it.
inline std::string as_value(std::string_view bytes) {
    std::string text;
    auto const lf = with_lf(bytes);
    for (std::size_t i = 0; i < lf.size(); ++i) {
        bool const is_fold = i + 1 < lf.size() && (lf[i + 1] == ' ' || lf[i + 1] == '\t');
        if (lf[i] != '\n' || is_fold) text += lf[i];
    }
    return text;
}

} // namespace fuzz

#endif

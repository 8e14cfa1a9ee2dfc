// The switches of tests/mutation.py, which includes this before everything else in each file. A
// switched expression does what it does in the library, unless the environment variable
// FOLDWISE_MUTANT has the number of its mutant. At compile time, all switches are off.

#include <cstdio>
#include <cstdlib>
#include <type_traits>

namespace mutant {

/// Which mutant is active, and which ones would have made a difference. FOLDWISE_MUTANTS_REACHED
/// names a file for the number of switches that were passed, and one octet for each mutant. A
/// mutant may loop for ever, so the program ends after FOLDWISE_MUTANT_STEPS switches.
struct state {
    state() {
        if (char const* const number = std::getenv("FOLDWISE_MUTANT")) active = std::atoi(number);
        if (char const* const steps = std::getenv("FOLDWISE_MUTANT_STEPS"))
            most = std::atoll(steps);
    }
    ~state() {
        auto const path = std::getenv("FOLDWISE_MUTANTS_REACHED");
        auto const file = path ? std::fopen(path, "wb") : nullptr;
        if (!file) return;
        std::fprintf(file, "%20lld", steps);
        std::fwrite(reached, 1, sizeof reached, file);
        std::fclose(file);
    }
    void count() noexcept {
        if (++steps > most) std::_Exit(1);
    }

    int active = 0; // mutants count from 1
    long long steps = 0;
    long long most = 1LL << 62;
    bool reached[FOLDWISE_MUTANTS + 2] = {};
};

inline state the __attribute__((init_priority(101)));

inline bool is_active(int number) noexcept {
    the.count();
    the.reached[number] = true;
    return number == the.active;
}

inline bool forced(int number, bool value) noexcept {
    the.count();
    the.reached[value ? number + 1 : number] = true;
    return (value || number == the.active) && number + 1 != the.active;
}

/// Whether the mutant is active.
constexpr bool is(int number) noexcept {
    return std::is_constant_evaluated() ? false : is_active(number);
}

/// The value, negated in the mutant.
constexpr bool negate(int number, bool value) noexcept { return value != is(number); }

/// True in the mutant `number`, and false in the next one.
constexpr bool force(int number, bool value) noexcept {
    return std::is_constant_evaluated() ? value : forced(number, value);
}

/// One more, or the other truth value.
template <class T>
constexpr T other(int number, T value) noexcept {
    if (!is(number)) return value;
    if constexpr (std::is_same_v<T, bool>)
        return !value;
    else
        return static_cast<T>(value + 1);
}

} // namespace mutant

#ifndef FOLDWISE_BENCH_RANDOM_HPP
#define FOLDWISE_BENCH_RANDOM_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bench {

/// Random numbers by splitmix64. The same seed gives the same numbers on every platform.
class random_source {
  public:
    explicit random_source(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15;
        auto z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// A number from 0 to `count` - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    /// A number from `least` to `most`.
    std::size_t between(std::size_t least, std::size_t most) {
        return least + below(most - least + 1);
    }
    /// True with this probability, in percent.
    bool chance(std::size_t percent) { return below(100) < percent; }

    template <std::size_t Count>
    std::string_view one_of(std::string_view const (&choices)[Count]) {
        return choices[below(Count)];
    }

  private:
    std::uint64_t state_;
};

} // namespace bench

#endif

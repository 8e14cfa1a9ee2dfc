#ifndef FOLDWISE_INSPECT_DETAIL_DIAGNOSTIC_SINK_HPP
#define FOLDWISE_INSPECT_DETAIL_DIAGNOSTIC_SINK_HPP

#include <foldwise/diagnostic/diagnostic.hpp>

#include <cstddef>
#include <type_traits>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Where the diagnostics of a message go. The functions that look for them are compiled once, for
/// this class, not for each reporter.
class diagnostic_sink {
  public:
    diagnostic_sink(diagnostic_sink const&) = delete;
    diagnostic_sink& operator=(diagnostic_sink const&) = delete;

    constexpr void operator()(diagnostic const& problem) {
        if (!is_stopped_) is_stopped_ = !take(problem);
    }

    /// Whether the reporter wants no more diagnostics.
    constexpr bool is_stopped() const noexcept { return is_stopped_; }

  protected:
    constexpr diagnostic_sink() noexcept = default;
    ~diagnostic_sink() = default;

  private:
    /// Returns whether the reporter wants more.
    virtual constexpr bool take(diagnostic const& problem) = 0;

    bool is_stopped_ = false;
};

/// Passes diagnostics to a reporter, which stops by returning false.
template <class Report>
class reporter_sink final : public diagnostic_sink {
  public:
    /// The sink that the diagnosis knows. A template that names it here, instead of directly, is
    /// compiled only where it is used.
    using base = diagnostic_sink;

    explicit constexpr reporter_sink(Report& report) noexcept : report_{report} {}

  private:
    constexpr bool take(diagnostic const& problem) override {
        if constexpr (std::is_same_v<decltype(report_(problem)), bool>) {
            return report_(problem);
        } else {
            report_(problem);
            return true;
        }
    }

    Report& report_;
};

/// Passes on the diagnostics of a text whose offsets count from its start. `start` is where the
/// text starts in the whole.
template <class Sink>
class text_sink {
  public:
    constexpr text_sink(Sink& to, std::size_t start) noexcept : to_{&to}, start_{start} {}

    /// For a text inside another one: `start` is where it starts in the outer one. The type stays
    /// the same, so that readers are compiled once.
    constexpr text_sink(text_sink const& outer, std::size_t start) noexcept
        : to_{outer.to_}, start_{outer.start_ + start} {}

    constexpr void operator()(diagnostic problem) const {
        problem.offset += start_;
        (*to_)(problem);
    }

  private:
    Sink* to_;
    std::size_t start_;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

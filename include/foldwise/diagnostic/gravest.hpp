#ifndef FOLDWISE_DIAGNOSTIC_GRAVEST_HPP
#define FOLDWISE_DIAGNOSTIC_GRAVEST_HPP

#include <foldwise/diagnostic/diagnostic.hpp>

#include <optional>

namespace foldwise {

/// A reporter that keeps the gravest diagnostic it is given, and of equally grave ones the first.
///     gravest worst;
///     value.diagnose(worst);
///     if (auto const problem = worst.found()) use(problem->text());
class gravest {
  public:
    constexpr void operator()(diagnostic const& problem) noexcept {
        if (!found_ || found_->severity() < problem.severity()) found_ = problem;
    }

    /// Empty if nothing was reported.
    constexpr std::optional<diagnostic> found() const noexcept { return found_; }

  private:
    std::optional<diagnostic> found_;
};

/// The gravest diagnostic that `value.diagnose(reporter)` reports: deviation() of a type that does
/// not store it. Costs what diagnose costs.
template <class T>
constexpr std::optional<diagnostic> gravest_of(T const& value) noexcept {
    gravest worst;
    value.diagnose(worst);
    return worst.found();
}

} // namespace foldwise

#endif

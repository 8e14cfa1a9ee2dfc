#ifndef FOLDWISE_DIAGNOSTIC_GRAVEST_HPP
#define FOLDWISE_DIAGNOSTIC_GRAVEST_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>

namespace foldwise {

/// A reporter that keeps the gravest diagnostic it is called with; of several equally grave ones,
/// the first.
///     gravest worst;
///     value.diagnose(worst);
///     if (auto const problem = worst.found()) use(problem->text());
class gravest {
  public:
    constexpr void operator()(diagnostic const& problem) noexcept {
        if (!found_ || found_->severity() < problem.severity()) found_ = problem;
    }

    /// The gravest diagnostic so far; empty if nothing was reported.
    constexpr optional<diagnostic> found() const noexcept { return found_; }

  private:
    optional<diagnostic> found_;
};

/// The gravest diagnostic that `value.diagnose(reporter)` reports. It implements deviation() for
/// types that do not store it, and costs as much as diagnose():
///     template <class Worst = gravest>
///     constexpr optional<diagnostic> deviation() const noexcept {
///         return gravest_of<Worst>(*this);
///     }
/// It is a template there, because a compiler would otherwise compile diagnose() for each type in
/// each program that includes it; clang does even so if no argument depends on the template's.
/// (clang 14 evaluates it at compile time only if diagnose() is declared before it.)
template <class Worst = gravest, class T>
constexpr optional<diagnostic> gravest_of(T const& value) noexcept {
    Worst worst;
    value.diagnose(worst);
    return worst.found();
}

} // namespace foldwise

#endif

#ifndef FOLDWISE_DIAGNOSTIC_GRAVEST_HPP
#define FOLDWISE_DIAGNOSTIC_GRAVEST_HPP

#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>

namespace foldwise::inline FOLDWISE_ABI {

/// A reporter that keeps the gravest diagnostic it is called with; of several equally grave ones,
/// the first.
///     gravest worst;
///     value.diagnose(worst);
///     if (auto const problem = worst.found()) use(problem->text());
class gravest {
  public:
    /// Keeps the problem if it is graver than all before.
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
/// deviation() is a template, and the call in it depends on its parameter, so that compilers
/// compile diagnose() only where deviation() is called. clang 14 evaluates deviation() at compile
/// time only if diagnose() is declared before it.
template <class Worst = gravest, class T>
constexpr optional<diagnostic> gravest_of(T const& value) noexcept {
    Worst worst;
    value.diagnose(worst);
    return worst.found();
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

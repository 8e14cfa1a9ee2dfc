#ifndef FOLDWISE_FUZZ_PARTS_HPP
#define FOLDWISE_FUZZ_PARTS_HPP

#include "properties.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>

#include <string>
#include <string_view>

namespace fuzz {

/// Takes the parts of a value, which must come in order.
class parts_in_order {
  public:
    explicit parts_in_order(std::string_view value) : value_{value} {}

    /// Returns what lies between the previous part and `part`.
    std::string_view take(std::string_view part) {
        auto const at = foldwise::offset_of(value_, part);
        REQUIRE_PROPERTY(at >= end_ && at <= value_.size() && part.size() <= value_.size() - at);
        auto const between = value_.substr(end_, at - end_);
        end_ = at + part.size();
        return between;
    }
    std::string_view rest() const { return value_.substr(end_); }

  private:
    std::string_view value_;
    std::size_t end_ = 0; // of the last part
};

/// The octets that `problem` covers, which must lie in `value`.
inline std::string_view covered_by(std::string_view value, foldwise::diagnostic const& problem) {
    REQUIRE_PROPERTY(problem.offset <= value.size());
    REQUIRE_PROPERTY(problem.length <= value.size() - problem.offset);
    return value.substr(problem.offset, problem.length);
}

/// The problems of `view`, which reads `value`, lie in the value. There are at most two for each
/// octet, and some for missing tags. The gravest is the deviation(), if the type has one.
template <class View>
void problems_lie_in(std::string_view value, View const& view) {
    std::size_t count = 0;
    foldwise::gravest worst;
    view.diagnose([&](foldwise::diagnostic const& problem) {
        covered_by(value, problem);
        worst(problem);
        ++count;
    });
    REQUIRE_PROPERTY(count <= 2 * value.size() + 20);
    if constexpr (requires { view.deviation(); })
        REQUIRE_PROPERTY(view.deviation() == worst.found());
}

/// Appends the names of the problems of `view`.
template <class View>
void append_problems(std::string& to, View const& view) {
    view.diagnose(
        [&to](foldwise::diagnostic const& problem) { to.append(" ").append(problem.name()); });
}

/// A `View` of the text with LF and of the text with CRLF have the same summary, apart from line
/// endings that fold nothing: they are data, and stay different.
template <class View, class Summary>
void reads_lf_and_crlf_alike(std::string_view bytes, Summary summary) {
    auto const lf = with_lf(bytes);
    auto const crlf = with_crlf(lf);
    REQUIRE_PROPERTY(with_crlf(summary(View{std::string_view{lf}})) ==
                     summary(View{std::string_view{crlf}}));
}

} // namespace fuzz

#endif

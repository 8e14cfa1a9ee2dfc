#ifndef FOLDWISE_FUZZ_PARTS_HPP
#define FOLDWISE_FUZZ_PARTS_HPP

#include "properties.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>

#include <string>
#include <string_view>

namespace fuzz {

/// Checks that the parts of a value come in order and do not overlap.
class parts_in_order {
  public:
    explicit parts_in_order(std::string_view value) : value_{value} {}

    /// Returns the octets between the previous part and `part`.
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
    std::size_t end_ = 0; // the end of the last part
};

/// The octets that `problem` covers, which must be inside `value`.
inline std::string_view covered_by(std::string_view value, foldwise::diagnostic const& problem) {
    REQUIRE_PROPERTY(problem.offset <= value.size());
    REQUIRE_PROPERTY(problem.length <= value.size() - problem.offset);
    return value.substr(problem.offset, problem.length);
}

/// Checks that the problems of `view`, which reads `value`, are inside `value`. There are at most
/// two for each octet, plus 20 for missing tags. If the type has a deviation(), it is the gravest.
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

/// Checks that a `View` has the same summary whether its text has LF or CRLF. Only line endings
/// that are not part of a fold differ in the summaries, since they are data.
template <class View, class Summary>
void reads_lf_and_crlf_alike(std::string_view bytes, Summary summary) {
    auto const lf = with_lf(bytes);
    auto const crlf = with_crlf(lf);
    REQUIRE_PROPERTY(with_crlf(summary(View{std::string_view{lf}})) ==
                     summary(View{std::string_view{crlf}}));
}

} // namespace fuzz

#endif

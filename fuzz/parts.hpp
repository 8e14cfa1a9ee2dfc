#ifndef FOLDWISE_FUZZ_PARTS_HPP
#define FOLDWISE_FUZZ_PARTS_HPP

#include "properties.hpp"

#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// Where an element of a range lies: what it was read from, or its error.
template <class Element>
auto place_of(Element const& element) {
    using place = std::pair<std::string_view, std::size_t>;
    if constexpr (requires { element.error(); }) {
        return element ? place_of(*element) : place{{}, element.error().offset};
    } else if constexpr (requires { element.raw(); }) {
        return place{element.raw(), reinterpret_cast<std::size_t>(element.raw().data())};
    } else if constexpr (requires { element.uri; }) {
        return place_of(element.uri);
    } else {
        std::string_view const raw{element};
        return place{raw, reinterpret_cast<std::size_t>(raw.data())};
    }
}

/// Checks that a second pass over `range`, and one that starts at a copy of an iterator, meet the
/// elements that the first pass met.
template <class Range>
void passes_agree(Range const& range) {
    using place = decltype(place_of(*range.begin()));
    std::vector<place> met;
    auto copied = range.begin();
    for (auto at = range.begin(); at != range.end(); ++at) {
        if (met.size() == 1) copied = at;
        met.push_back(place_of(*at));
        REQUIRE_PROPERTY(place_of(*at) == met.back()); // an iterator can be dereferenced twice
    }
    auto expected = met.begin();
    for (auto const& element : range)
        REQUIRE_PROPERTY(expected != met.end() && place_of(element) == *expected++);
    REQUIRE_PROPERTY(expected == met.end());
    if (met.size() < 2) return;
    for (expected = met.begin() + 1; copied != range.end(); ++copied)
        REQUIRE_PROPERTY(expected != met.end() && place_of(*copied) == *expected++);
    REQUIRE_PROPERTY(expected == met.end());
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

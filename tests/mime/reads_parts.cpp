#include <foldwise/mime/reads_parts.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

/// A type with the minimum that reads_parts requires.
class any_body {
  public:
    explicit constexpr any_body(std::string_view body) noexcept : raw_{body} {}
    explicit constexpr any_body(entity const& part) noexcept : any_body{part.raw_body()} {}
    template <owning_temporary T>
    explicit any_body(T&&) = delete; // the view of a temporary would dangle

    constexpr std::string_view raw() const noexcept { return raw_; }
    constexpr optional<diagnostic> deviation() const noexcept { return std::nullopt; }
    template <class Report>
    constexpr void diagnose(Report&&) const {}

  private:
    std::string_view raw_;
};
static_assert(total_part_value<any_body> && reads_parts<any_body>);
static_assert(!fallible_part_value<any_body>);

class lone_digit : any_body {
  public:
    static constexpr result<lone_digit> read(std::string_view body) noexcept {
        if (body.size() != 1 || !digit.contains(body[0]))
            return diagnostic{diagnostic_code::tag_value_malformed, 0, body.size()};
        return lone_digit{body};
    }
    static constexpr result<lone_digit> read(entity const& part) noexcept {
        return read(part.raw_body());
    }

    using any_body::deviation;
    using any_body::diagnose;
    using any_body::raw;

  private:
    explicit constexpr lone_digit(std::string_view body) noexcept : any_body{body} {}
};
static_assert(fallible_part_value<lone_digit> && reads_parts<lone_digit>);
static_assert(!total_part_value<lone_digit>);

struct reads_no_text : any_body {
    explicit constexpr reads_no_text(entity const& part) noexcept : any_body{part} {}
};
static_assert(!reads_parts<reads_no_text> && !reads_parts<std::string_view>);

TEST_CASE("reads_parts: types that fulfil it read parts and texts") {
    CHECK(any_body{entity{message{"A: b\n\nc"}}}.raw() == "c");
    CHECK(lone_digit::read(entity{message{"A: b\n\n1"}})->raw() == "1");
    CHECK(!lone_digit::read("12"));
}

} // namespace

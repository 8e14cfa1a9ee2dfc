#include <foldwise/message/reads_fields.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

/// Has only the members that reads_fields requires.
class any_value {
  public:
    explicit constexpr any_value(std::string_view value) noexcept : raw_{value} {}
    explicit constexpr any_value(field const& f) noexcept : any_value{f.raw_value()} {}
    template <owning_temporary T>
    explicit any_value(T&&) = delete;

    constexpr std::string_view raw() const noexcept { return raw_; }
    constexpr optional<diagnostic> deviation() const noexcept { return std::nullopt; }
    template <class Report>
    constexpr void diagnose(Report&&) const {}

  private:
    std::string_view raw_;
};
static_assert(total_field_value<any_value> && reads_fields<any_value>);
static_assert(!fallible_field_value<any_value>);

class digits_only : any_value {
  public:
    static constexpr result<digits_only> read(std::string_view value) noexcept {
        for (char const octet : value)
            if (!digit.contains(octet))
                return diagnostic{diagnostic_code::tag_value_malformed, 0, value.size()};
        return digits_only{value};
    }
    static constexpr result<digits_only> read(field const& f) noexcept {
        return read(f.raw_value());
    }

    using any_value::deviation;
    using any_value::diagnose;
    using any_value::raw;

  private:
    explicit constexpr digits_only(std::string_view value) noexcept : any_value{value} {}
};
static_assert(fallible_field_value<digits_only> && reads_fields<digits_only>);
static_assert(!total_field_value<digits_only>);

struct code_only : any_value {
    using any_value::any_value;
    constexpr optional<diagnostic_code> deviation() const noexcept { return std::nullopt; }
};
static_assert(!reads_fields<code_only>);

struct takes_any_temporary {
    explicit constexpr takes_any_temporary(std::string_view) noexcept {}
    explicit constexpr takes_any_temporary(field const&) noexcept {}
    constexpr std::string_view raw() const noexcept { return {}; }
    constexpr optional<diagnostic> deviation() const noexcept { return std::nullopt; }
    template <class Report>
    constexpr void diagnose(Report&&) const {}
};
static_assert(!reads_fields<takes_any_temporary>);

struct copies_reporters : any_value {
    using any_value::any_value;
    template <class Report>
    constexpr void diagnose(Report) const {}
};
static_assert(!reads_fields<copies_reporters>);
static_assert(!reads_fields<std::string_view>);

TEST_CASE("reads_fields: types that keep the laws read values") {
    CHECK(any_value{field{"A: b\n"}}.raw() == " b");
    CHECK(digits_only::read("12")->raw() == "12");
    CHECK(!digits_only::read("12a"));
}

} // namespace

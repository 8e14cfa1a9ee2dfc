#ifndef FOLDWISE_REPORT_DETAIL_REPORT_FIELDS_HPP
#define FOLDWISE_REPORT_DETAIL_REPORT_FIELDS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

/// What the typed views on the fields of a report have in common. A member that gives a result
/// is without a value where the field is not there (field_missing, at the end of the fields) or
/// cannot be read; one that cannot fail is an optional. Of two fields of a name the first is
/// read: see diagnose(). Offsets of diagnostics count from the start of the report's body, but
/// for those that a value tells of itself, which count from the start of its field's raw_value().
/// Each member looks for its field anew: O(fields). Borrows the body; trivially copyable;
/// allocates nothing. Total.
class report_fields {
  public:
    constexpr report_fields() = default;

    /// All fields, those that have no member of their own too.
    constexpr header_section fields() const noexcept { return fields_; }

  protected:
    constexpr report_fields(std::string_view body, header_section const& fields) noexcept
        : body_{body}, fields_{fields} {}

    constexpr std::string_view body() const noexcept { return body_; }

    /// From the start of a field's value to the start of the body.
    constexpr diagnostic moved(diagnostic problem, field const& f) const noexcept {
        problem.offset += offset_of(body_, f.raw_value());
        return problem;
    }

    template <class T>
    constexpr result<T> read(std::string_view name,
                             result<T> (*reader)(std::string_view) noexcept) const noexcept {
        auto const found = fields_.find(name);
        auto const end = offset_of(body_, fields_.raw()) + fields_.raw().size();
        if (!found) return diagnostic{diagnostic_code::field_missing, end, 0};
        auto const value = reader(found->raw_value());
        if (!value) return moved(value.error(), *found);
        return value;
    }

    constexpr std::optional<unfolded> text(std::string_view name) const noexcept {
        if (auto const found = fields_.find(name)) return found->value();
        return std::nullopt;
    }

    /// Reports each field of the name but the first one.
    template <class Report>
    constexpr void check_once(std::string_view name, Report& report) const {
        std::size_t count = 0;
        for (auto const f : fields_.find_all(name))
            if (++count > 1)
                report(diagnostic{diagnostic_code::report_field_duplicate,
                                  offset_of(body_, f.raw()), f.raw().size()});
    }

    /// Reports why there is no value, unless the field is not there; in what it deviates; and
    /// other fields of the name.
    template <class T, class Report>
    constexpr void check(std::string_view name, result<T> const& value, Report& report) const {
        if (!value && value.error().code == diagnostic_code::field_missing) return;
        if (!value)
            report(value.error());
        else if constexpr (requires { value->deviation(); })
            if (auto const deviation = value->deviation())
                report_deviation(*deviation, *fields_.find(name), report);
        check_once(name, report);
    }

    /// The same, for a field that has to be there.
    template <class T, class Report>
    constexpr void require(std::string_view name, result<T> const& value, Report& report) const {
        if (!value && value.error().code == diagnostic_code::field_missing) report(value.error());
        check(name, value, report);
    }

  private:
    template <class Report>
    constexpr void report_deviation(diagnostic const& found, field const& f, Report& report) const {
        report(moved(found, f));
    }
    template <class Report>
    constexpr void report_deviation(diagnostic_code code, field const& f, Report& report) const {
        report(moved(diagnostic{code, 0, f.raw_value().size()}, f));
    }

    std::string_view body_;
    header_section fields_;
};

} // namespace foldwise

#endif

#ifndef FOLDWISE_REPORT_DETAIL_REPORT_FIELDS_HPP
#define FOLDWISE_REPORT_DETAIL_REPORT_FIELDS_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The base of the types that read the fields of a report or of one of its groups. It finds fields
/// by name, and converts the offsets of diagnostics: from the start of a field's raw_value() to the
/// start of the report's body. Borrows the body; trivially copyable.
class report_fields {
  public:
    constexpr report_fields() = default;

    /// All fields, including those without a member function.
    constexpr header_section fields() const noexcept { return fields_; }

  protected:
    /// `fields` is a section of `body`.
    constexpr report_fields(std::string_view body, header_section const& fields) noexcept
        : body_{body}, fields_{fields} {}

    constexpr std::string_view body() const noexcept { return body_; }

    /// `problem`, whose offset counts from the start of the value of `f`, with the offset counted
    /// from the start of the body.
    constexpr diagnostic moved(diagnostic problem, field const& f) const noexcept {
        problem.offset += offset_of(body_, f.raw_value());
        return problem;
    }

    /// The value of the first field with the name, read by `reader`. The error is field_missing, at
    /// the end of the fields, if there is no such field.
    template <class T>
    constexpr result<T> read_with(std::string_view name,
                                  result<T> (*reader)(std::string_view) noexcept) const noexcept {
        auto const found = fields_.find(name);
        auto const end = offset_of(body_, fields_.raw()) + fields_.raw().size();
        if (!found) return diagnostic{diagnostic_code::field_missing, end, 0};
        auto const value = reader(found->raw_value());
        if (!value) return moved(value.error(), *found);
        return value;
    }
    template <class T>
    constexpr result<T> read(std::string_view name) const noexcept {
        return read_with<T>(name, T::read);
    }

    /// The value of `f`, with the lines after it that belong to it although they are not folded:
    /// those without a field name, and those that only look like a field, such as
    /// "https://sample.net".
    constexpr std::string_view value_with_lines(field const& f) const noexcept {
        auto const value = f.raw_value();
        auto size = value.size();
        auto const first = offset_of(fields_.raw(), f.raw()) + f.raw().size();
        for (auto const line : header_section{fields_.raw().substr(first)}) {
            bool const is_field = line.has_name() && !digit.contains(line.name()[0]) &&
                                  !line.raw_value().starts_with("//");
            if (is_field) break;
            size = offset_of(body_, line.raw_value()) + line.raw_value().size() -
                   offset_of(body_, value);
        }
        return body_.substr(offset_of(body_, value), size);
    }

    constexpr optional<unfolded> text(std::string_view name) const noexcept {
        if (auto const found = fields_.find(name)) return found->value();
        return std::nullopt;
    }

    /// Reports each field with the name except the first one.
    template <class Report>
    constexpr void check_once(std::string_view name, Report& report) const {
        std::size_t count = 0;
        for (auto const f : fields_.find_all(name))
            if (++count > 1)
                report(diagnostic{diagnostic_code::report_field_duplicate,
                                  offset_of(body_, f.raw()), f.raw().size()});
    }

    /// Reports the error of `value` (unless the field is missing), the problems of the value, and
    /// each further field with the name.
    template <class T, class Report>
    constexpr void check(std::string_view name, result<T> const& value, Report& report) const {
        if (!value && value.error().code == diagnostic_code::field_missing) return;
        if (value)
            check_value(*value, *fields_.find(name), report);
        else
            report(value.error());
        check_once(name, report);
    }

    /// As check(), but also reports a missing field.
    template <class T, class Report>
    constexpr void require(std::string_view name, result<T> const& value, Report& report) const {
        if (!value && value.error().code == diagnostic_code::field_missing) report(value.error());
        check(name, value, report);
    }

    /// Reports the problems of a value that was read from `f`.
    template <class T, class Report>
    constexpr void check_value(T const& value, field const& f, Report& report) const {
        auto const report_moved = [&](diagnostic const& problem) { report(moved(problem, f)); };
        if constexpr (requires { value.diagnose(report_moved); })
            value.diagnose(report_moved);
        else if constexpr (requires { value.deviation(); })
            if (auto const deviation = value.deviation()) report_moved(*deviation);
    }

  private:
    std::string_view body_;
    header_section fields_;
};

/// Walks over the values of all fields with a name. `read(body, field)` reads each.
template <auto read>
class report_value_walker {
  public:
    constexpr report_value_walker() = default;
    constexpr report_value_walker(std::string_view body, header_section const& fields,
                                  std::string_view name) noexcept
        : body_{body}, fields_{fields.raw(), fields.place(), name} {}

    constexpr bool at_end() const noexcept { return fields_.at_end(); }
    constexpr auto current() const noexcept { return read(body_, fields_.current()); }
    constexpr void advance() noexcept { fields_.advance(); }
    constexpr std::size_t position() const noexcept { return fields_.position(); }

  private:
    std::string_view body_;
    named_field_walker fields_;
};

/// `value`, which was read from `f`. The offset of an error is made to count from the start of the
/// body.
template <class T>
constexpr result<T> moved_to_body(result<T> const& value, std::string_view body,
                                  field const& f) noexcept {
    if (value) return value;
    auto problem = value.error();
    problem.offset += offset_of(body, f.raw_value());
    return problem;
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

#ifndef FOLDWISE_PARAMETERS_PARAMETER_HPP
#define FOLDWISE_PARAMETERS_PARAMETER_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/walk.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/parameters/detail/compared_names.hpp>
#include <foldwise/parameters/detail/parameter_segment.hpp>
#include <foldwise/parameters/detail/parameter_segments.hpp>
#include <foldwise/parameters/detail/parameter_words.hpp>
#include <foldwise/parameters/parameter_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A parameter with all of its sections (RFC 2231), as `parameters` finds it.
///     filename*0*=utf-8'en'na%C3%AF; filename*1="ve.txt"
///       ->  text() "na\xC3\xAFve.txt", charset() "utf-8", language() "en"
/// The value has three forms, for three purposes:
///     first().raw_value()            unchanged
///     text()                         octets in charset(), for programs: a boundary, a charset
///     decoded_parameter{parameter}   UTF-8, for people: a file name
/// Borrows the field's bytes; trivially copyable; allocates nothing.
class parameter {
  public:
    constexpr parameter() = default;
    explicit constexpr parameter(detail::parameter_section_walker sections) noexcept
        : sections_{sections} {}

    /// How the value is written.
    constexpr parameter_form form() const noexcept { return detail::form_of(first()); }

    /// The name as it is written, without section and asterisks.
    constexpr std::string_view name() const noexcept { return first().name(); }

    /// The first segment, and all segments, in the order of their sections.
    constexpr parameter_segment first() const noexcept { return sections_.current(); }
    constexpr walk_range<detail::parameter_section_walker> segments() const noexcept {
        return walk_range<detail::parameter_section_walker>{sections_};
    }

    /// The value with quotes, folding, sections and percent-encoding undone, in its charset.
    constexpr parameter_text text() const noexcept { return parameter_text{sections_}; }

    /// The value as a file name, in its charset: as text(), except that in quotes a backslash
    /// quotes only a DQUOTE or a backslash. See `decoded_parameter`.
    ///     filename="C:\Users\a \"b\".txt"  ->  C:\Users\a "b".txt
    constexpr parameter_text name_text() const noexcept {
        return parameter_text{sections_, parameter_use::name};
    }

    /// The label of the charset (RFC 2978) and the tag of the language (RFC 5646) of text(). Empty
    /// unless an extended first section names them.
    constexpr std::string_view charset() const noexcept { return first().charset(); }
    constexpr std::string_view language() const noexcept { return first().language(); }

    /// Calls `report` with each problem of the segments, with offsets from the start of the value
    /// in which the parameter was found; then with parameter_encoded_word, at the first segment, if
    /// there is an encoded-word that no segment contains as a whole. parameters::diagnose also
    /// reports conflicts with other segments of the same name. O(value), see parameter_text.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        for (auto const segment : segments()) {
            auto const start = offset_of(sections_.value(), segment.raw());
            segment.diagnose([&](diagnostic problem) {
                problem.offset += start;
                report(problem);
            });
        }
        diagnose_words(report);
    }

    /// The gravest problem that `diagnose` reports, if any. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    friend class parameters;
    friend class decoded_parameter;

    /// A problem of the whole parameter, at its first segment.
    constexpr diagnostic problem(diagnostic_code code) const noexcept {
        auto const raw = first().raw();
        return diagnostic{code, offset_of(sections_.value(), raw), raw.size()};
    }

    /// Reports an encoded-word, unless a segment has reported one.
    template <class Report>
    constexpr void diagnose_words(Report&& report) const {
        using enum diagnostic_code;
        if (!detail::has_encoded_word(detail::parameter_octets{name_text().first_piece()})) return;
        bool is_reported = false;
        for (auto const segment : segments())
            segment.diagnose([&is_reported](diagnostic const& problem) {
                if (problem.code == parameter_encoded_word) is_reported = true;
            });
        if (is_reported) return;
        report(problem(parameter_encoded_word));
    }

    detail::parameter_section_walker sections_;
};

/// The parameters of a Content-Type, Content-Disposition or similar field (RFC 2045 section 5.1,
/// RFC 2231, RFC 2183 section 2):
///     *( ";" parameter )
///     parameters const list{"; charset=utf-8; name=\"a;b\""};
///     if (auto const name = list.find("name")) use(name->text());       // "a;b"
///     for (auto const s : list.segments()) s ? use(*s) : report(s.error());
/// segments() has names and values in the order in which they are written. find() joins the
/// segments of one parameter. White space, comments and folding may be anywhere between tokens;
/// nothing in a comment or a quoted-string is a parameter. Some mail programs write these
/// deviations, which are read and diagnosed:
///     name=a b.txt     name="a     name=a name2=b     a ; ; b     name =a     name=a (1).txt
/// Text that is not a parameter is a diagnostic in its place; the parameters around it are read.
/// Borrows the field's bytes; trivially copyable; allocates nothing. Total.
class parameters {
  public:
    using segment_range = walk_range<detail::parameter_segment_walker>;

    constexpr parameters() = default;

    /// `value` is a field's raw_value(). Its octets before `start` are skipped. The first semicolon
    /// may be missing.
    explicit constexpr parameters(std::string_view value FOLDWISE_LIFETIMEBOUND,
                                  std::size_t start = 0) noexcept
        : value_{value}, start_{start} {}
    template <owning_temporary T>
    explicit parameters(T&&) = delete; // it would dangle: keep the string in a variable first
    template <owning_temporary T>
    parameters(T&&, std::size_t) = delete; // it would dangle: keep the string in a variable first

    /// Reads a field whose value consists of parameters. Borrows what the field borrows.
    explicit constexpr parameters(field const& f) noexcept : parameters{f.raw_value()} {}

    /// The value unchanged, without the octets that were skipped.
    constexpr std::string_view raw() const noexcept { return value_.substr(start_); }

    /// The names and values in the order in which they are written. Each element is a
    /// parameter_segment or a diagnostic:
    ///     parameter_malformed   no name followed by "="
    ///     parameter_empty       nothing between two semicolons, or after the last one
    ///     parameter_not_closed  a comment that is not closed: it extends to the end of the value
    /// The call reads the first element; a traversal is O(value).
    constexpr segment_range segments() const noexcept { return segment_range{walker()}; }

    /// The parameter of that name, compared without ASCII case. If it is written in several forms,
    /// the extended one (`name*`) takes precedence over the continued one (`name*0`), and that over
    /// the plain one (compare RFC 6266 section 4.3). If there are several of one form, it is the
    /// first. The error is parameter_missing; or parameter_section_missing, at the first section of
    /// a parameter that has no section 0. O(value).
    constexpr result<parameter> find(std::string_view name) const noexcept {
        return chosen_of(look_for(name));
    }

    /// The reason why another reader may see another value of that parameter, if there is one: the
    /// first of the problems of names that `diagnose` reports. O(value), with a few passes.
    ///     parameters{"name=a; name*=utf-8''b"}.ambiguity("name")  ->  parameter_forms_differ
    constexpr optional<diagnostic> ambiguity(std::string_view name) const noexcept;

    /// The gravest problem that `diagnose` reports, if any. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

    /// Calls `report` with each problem. Offsets count from the start of the value, including
    /// octets that were skipped. The problems of the segments come first, in order. Then come those
    /// of the first 8 names:
    ///     parameter_encoded_word     an encoded-word with white space in it, in several sections,
    ///                                or in an extended value; it is decoded in a file name
    ///     parameter_section_missing  sections are ignored because one before them is missing
    ///     parameter_section_order    sections are ignored: see parameter_text
    ///     parameter_duplicate        a second parameter of the same form, with another text, is
    ///                                ignored; or there are two sections of the same number, with
    ///                                any text (after the 64th section, only the last one is
    ///                                reported)
    ///     parameter_repeated         a second parameter of the same form, with the same text
    ///     parameter_forms_differ     name=, name*= or name*0= has another text than the parameter
    ///                                that find() returns
    ///     parameter_names_limit      the ninth name that decides nothing: whether it and later
    ///                                ones occur again is not checked, but boundary, charset,
    ///                                filename, name and start always are
    /// O(value), with a few passes for each of these names.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        detail::compared_names names;
        for (auto const found : segments()) {
            if (!found) {
                report(found.error());
                continue;
            }
            found->diagnose([&](diagnostic const& of) { report(problem(of.code, *found)); });
            if (!names.add(*found)) report(problem(diagnostic_code::parameter_names_limit, *found));
        }
        for (auto const name : names) {
            if (auto const found = find(name)) found->diagnose_words(report);
            report_ambiguities(name, report);
        }
    }

  private:
    using segment_walker = detail::parameter_segment_walker;

    /// The first segment of each form that a name is written in.
    struct finding {
        segment_walker forms[3];
        optional<diagnostic> later_section;

        constexpr segment_walker& first(parameter_form form) noexcept {
            return forms[static_cast<std::size_t>(form)];
        }
        constexpr segment_walker const& first(parameter_form form) const noexcept {
            return forms[static_cast<std::size_t>(form)];
        }
    };

    constexpr segment_walker walker() const noexcept { return {value_, start_}; }
    constexpr detail::parameter_section_walker sections_from(segment_walker at) const noexcept {
        return {value_, start_, at};
    }
    constexpr diagnostic problem(diagnostic_code code, parameter_segment const& at) const noexcept {
        return {code, offset_of(value_, at.raw()), at.raw().size()};
    }

    constexpr finding look_for(std::string_view name) const noexcept {
        finding found;
        for (auto at = walker(); !at.at_end(); at.advance()) {
            auto const segment = at.current();
            if (!segment || !segment->is(name)) continue;
            if (segment->section().value_or(0) != 0) {
                if (!found.later_section)
                    found.later_section =
                        problem(diagnostic_code::parameter_section_missing, *segment);
            } else if (auto& first = found.first(detail::form_of(*segment)); first.at_end()) {
                first = at;
            }
        }
        return found;
    }

    constexpr result<parameter> chosen_of(finding const& found) const noexcept {
        using enum parameter_form;
        for (auto const form : {extended, continued, plain})
            if (auto const& first = found.first(form); !first.at_end())
                return parameter{sections_from(first)};
        if (found.later_section) return *found.later_section;
        return diagnostic{diagnostic_code::parameter_missing, value_.size(), 0};
    }

    template <class Report>
    constexpr void report_ambiguities(std::string_view name, Report&& report) const {
        auto const found = look_for(name);
        auto const chosen = chosen_of(found);
        if (!chosen) {
            if (found.later_section) report(chosen.error());
            return;
        }
        report_sections(name, found.first(parameter_form::continued), report);
        report_duplicates(name, found, report);
        for (auto const form : {parameter_form::continued, parameter_form::plain}) {
            auto const& first = found.first(form);
            if (first.at_end() || form == chosen->form()) continue;
            if (parameter_text{sections_from(first)} == chosen->text()) continue;
            report(problem(diagnostic_code::parameter_forms_differ, *first.current()));
        }
    }

    /// Reports the problems of a parameter's sections. `first` is at section 0.
    template <class Report>
    constexpr void report_sections(std::string_view name, segment_walker const& first,
                                   Report&& report) const {
        using enum diagnostic_code;
        std::size_t taken = 0;
        bool has_given_up = false;
        if (!first.at_end()) {
            auto at = sections_from(first);
            for (; !at.at_end(); at.advance()) ++taken;
            has_given_up = at.has_given_up();
        }
        optional<parameter_segment> left_out;
        std::uint64_t seen = 0; // bit n: section n, of the first 64 sections
        std::size_t others = 0; // later sections that were taken
        optional<parameter_segment> last;
        for (auto const segment : segments()) {
            if (!segment || !segment->section() || !segment->is(name)) continue;
            auto const number = *segment->section();
            if (number >= taken) {
                if (!left_out) left_out = *segment;
            } else if (number >= 64) {
                ++others;
                last = *segment;
            } else {
                auto const bit = std::uint64_t{1} << number;
                if ((seen & bit) != 0) report(problem(parameter_duplicate, *segment));
                seen |= bit;
            }
        }
        if (left_out)
            report(problem(has_given_up ? parameter_section_order : parameter_section_missing,
                           *left_out));
        if (last && others > taken - 64) report(problem(parameter_duplicate, *last));
    }

    /// Reports duplicates of the forms that have no sections.
    template <class Report>
    constexpr void report_duplicates(std::string_view name, finding const& found,
                                     Report&& report) const {
        for (auto at = walker(); !at.at_end(); at.advance()) {
            auto const segment = at.current();
            if (!segment || segment->section() || !segment->is(name)) continue;
            auto const& first = found.first(detail::form_of(*segment));
            if (first.position() == at.position()) continue;
            bool const is_same =
                parameter_text{sections_from(at)} == parameter_text{sections_from(first)};
            report(problem(is_same ? diagnostic_code::parameter_repeated
                                   : diagnostic_code::parameter_duplicate,
                           *segment));
        }
    }

    std::string_view value_;
    std::size_t start_ = 0;
};

// Outside of the class, because clang 14 cannot evaluate a template at compile time before its
// definition.
constexpr optional<diagnostic> parameters::ambiguity(std::string_view name) const noexcept {
    optional<diagnostic> first;
    report_ambiguities(name, [&first](diagnostic const& problem) {
        if (!first && problem.code != diagnostic_code::parameter_repeated) first = problem;
    });
    return first;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

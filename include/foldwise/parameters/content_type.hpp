#ifndef FOLDWISE_PARAMETERS_CONTENT_TYPE_HPP
#define FOLDWISE_PARAMETERS_CONTENT_TYPE_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/parameters/detail/parameter_segments.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/parameters/parameter_text.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace foldwise {

namespace detail {

/// Whether it can stand in delimiter lines (RFC 2046 section 5.1.1).
///     boundary      := 0*69<bchars> bcharsnospace
///     bchars        := bcharsnospace / " "
///     bcharsnospace := DIGIT / ALPHA / "'" / "(" / ")" / "+" / "_" / "," / "-" / "." / "/" /
///                      ":" / "=" / "?"
constexpr bool is_boundary(parameter_text const& text) noexcept {
    constexpr auto bchars = digit + alpha + char_class{"'()+_,-./:=? "};
    std::size_t size = 0;
    char last = ' ';
    for (auto const piece : text.pieces())
        for (char const octet : piece) {
            if (++size > 70 || !bchars.contains(octet)) return false;
            last = octet;
        }
    return last != ' ';
}

} // namespace detail

/// What a body or a part of it is (RFC 2045 section 5, RFC 2046):
///
///     multipart/mixed (parts follow); boundary="a b"
///
///     |-------|                                        type()        "multipart"
///               |---|                                  subtype()     "mixed"
///                                   |------------|     parameters()  boundary(): "a b"
///
///     content := "Content-Type" ":" type "/" subtype *(";" parameter)
///     type    := token            subtype := token
///
/// Where no type and subtype can be read it is text/plain in us-ascii (RFC 2045 section 5.2),
/// whatever its parameters say; and so is one that was made of nothing, for where the field is
/// missing. (In a multipart/digest that is message/rfc822, as its reader knows.)
/// Borrows the field's bytes; trivially copyable; allocates nothing. Total. Made in O(type); the
/// members that look for a parameter cost O(value) each time.
class content_type {
  public:
    /// text/plain in us-ascii.
    constexpr content_type() = default;

    /// `value` is the field's raw_value(), folded as it stands.
    explicit constexpr content_type(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : value_{value} {
        detail::parameter_reader in{value, 0};
        in.skip_cfws();
        auto const first = in;
        auto const type = in.take_token();
        in.skip_cfws();
        bool const has_slash = in.sees('/');
        if (has_slash) in.pass(1);
        in.skip_cfws();
        auto const subtype = has_slash ? in.take_token() : std::string_view{};
        if (!type.empty() && !subtype.empty()) {
            type_ = type;
            subtype_ = subtype;
            start_.at = in.position();
            if (!in.at_stop()) // which is rare
                start_ = detail::pass_text_before_parameters(in, content_type_text_after);
        } else {
            start_ = detail::pass_text_before_parameters(first, content_type_malformed);
            auto const at = first.position();
            start_.problem = diagnostic{content_type_malformed, at, start_.at - at};
        }
    }
    template <owning_temporary T>
    explicit content_type(T&&) = delete;

    /// Whatever the field's name is. Borrows what the field borrows.
    explicit constexpr content_type(field const& f) noexcept : content_type{f.raw_value()} {}

    constexpr std::string_view raw() const noexcept { return value_; }

    /// As they are written; their case does not count.
    constexpr std::string_view type() const noexcept { return type_; }
    constexpr std::string_view subtype() const noexcept { return subtype_; }

    /// Whether that is the type: is("multipart"), is("text", "plain").
    constexpr bool is(std::string_view type) const noexcept { return ascii_iequals(type_, type); }
    constexpr bool is(std::string_view type, std::string_view subtype) const noexcept {
        return is(type) && ascii_iequals(subtype_, subtype);
    }

    /// What stands there, also where the type cannot be read.
    constexpr foldwise::parameters parameters() const noexcept {
        return foldwise::parameters{value_, start_.at};
    }

    /// The charset of a text (RFC 2046 section 4.1.2): us-ascii where none is named. Of other
    /// types: what they name, if they do. It may be a label that nobody knows, or empty.
    constexpr std::optional<parameter_text> charset() const noexcept {
        if (is_readable())
            if (auto const named = parameters().find("charset")) return named->text();
        if (!is("text")) return std::nullopt;
        return foldwise::parameters{"charset=us-ascii"}.find("charset")->text();
    }

    /// What separates the parts of a multipart (RFC 2046 section 5.1.1), of any octets. Without a
    /// value: boundary_missing, where there is none or an empty one. What RFC 2046 does not
    /// allow is diagnosed by diagnose().
    constexpr result<parameter_text> boundary() const noexcept {
        if (is_readable())
            if (auto const named = parameters().find("boundary"); named && !named->text().empty())
                return named->text();
        return diagnostic{diagnostic_code::boundary_missing, value_.size(), 0};
    }

    /// Whether a type and a subtype could be read; if not, it is text/plain.
    constexpr bool is_readable() const noexcept {
        return !start_.problem || start_.problem->code != diagnostic_code::content_type_malformed;
    }

    /// What is wrong before the parameters, if anything is: content_type_malformed, where
    /// the type is not the one that is meant; else content_type_text_after,
    /// parameter_without_semicolon (its length is 0) or parameter_not_closed.
    constexpr std::optional<diagnostic> problem() const noexcept { return start_.problem; }

    /// Calls `report` with problem(), the diagnostics of the parameters, and of a multipart
    /// boundary_missing or boundary_malformed. Offsets count from the start of the value.
    /// O(value), as of parameters::diagnose.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (start_.problem) report(*start_.problem);
        parameters().diagnose(report);
        if (!is("multipart")) return;
        auto const text = boundary();
        if (!text) {
            report(text.error());
        } else if (!detail::is_boundary(*text)) {
            auto const at = parameters().find("boundary")->first().raw();
            report(
                diagnostic{diagnostic_code::boundary_malformed, offset_of(value_, at), at.size()});
        }
    }

  private:
    using enum diagnostic_code;
    std::string_view value_;
    std::string_view type_ = "text";
    std::string_view subtype_ = "plain";
    detail::parameter_start start_;
};

} // namespace foldwise

#endif

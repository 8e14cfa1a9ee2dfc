#ifndef FOLDWISE_PARAMETERS_CONTENT_TYPE_HPP
#define FOLDWISE_PARAMETERS_CONTENT_TYPE_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/charset/charset.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/parameters/detail/parameter_segments.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/parameters/parameter_text.hpp>
#include <foldwise/syntax/token.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Whether a text is a boundary that RFC 2046 section 5.1.1 allows.
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

/// A Content-Type field: the media type of a body or of a part (RFC 2045 section 5, RFC 2046).
///
///     multipart/mixed (parts follow); boundary="a b"
///
///     |-------|                                        type()        "multipart"
///               |---|                                  subtype()     "mixed"
///                                   |--------------|   parameters()  boundary(): "a b"
///
///     content := "Content-Type" ":" type "/" subtype *(";" parameter)
///     type    := token            subtype := token
///
/// If the type and subtype cannot be read, they are text/plain (RFC 2045 section 5.2); of the
/// parameters, only the charset counts: `text; charset=utf-8` is text/plain in UTF-8.
/// `content_type{}`, for a part without the field, is text/plain in us-ascii. (In a
/// multipart/digest, such a part is message/rfc822: only the reader of the multipart knows that.)
/// The case of types has no meaning: compare with `is`, not with `==`.
///
/// Borrows the field's bytes; trivially copyable; allocates nothing. Total. Construction is
/// O(type); the members that look for a parameter are O(value) each time.
class content_type {
  public:
    /// text/plain in us-ascii.
    constexpr content_type() = default;

    /// `value` is a field's raw_value(), which may be folded.
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
            if (!in.at_stop()) // rare
                start_ = detail::pass_text_before_parameters(in, content_type_text_after);
        } else {
            start_ = detail::pass_text_before_parameters(first, content_type_malformed);
            auto const at = first.position();
            start_.problem = diagnostic{content_type_malformed, at, start_.at - at};
        }
    }
    template <owning_temporary T>
    explicit content_type(T&&) = delete; // it would dangle: keep the string in a variable first

    /// Reads a field of any name. Borrows what the field borrows.
    explicit constexpr content_type(field const& f) noexcept : content_type{f.raw_value()} {}

    /// The value, unchanged.
    constexpr std::string_view raw() const noexcept { return value_; }

    /// The type and subtype as they are written. To compare them, use `is`.
    constexpr std::string_view type() const noexcept { return type_; }
    constexpr std::string_view subtype() const noexcept { return subtype_; }

    /// Compares the type, or type and subtype, without ASCII case: is("multipart"),
    /// is("text", "plain").
    constexpr bool is(std::string_view type) const noexcept { return ascii_iequals(type_, type); }
    constexpr bool is(std::string_view type, std::string_view subtype) const noexcept {
        return is(type) && ascii_iequals(subtype_, subtype);
    }

    /// The parameters, also if the type cannot be read.
    constexpr foldwise::parameters parameters() const noexcept {
        return foldwise::parameters{value_, start_.at};
    }

    /// The charset parameter (RFC 2046 section 4.1.2), also if the type cannot be read. Without
    /// one, it is us-ascii for a text, and nothing for another type. The label may be unknown, or
    /// empty: see `charset_of`. O(value).
    constexpr optional<parameter_text> charset() const noexcept {
        if (auto const named = parameters().find("charset")) return named->text();
        if (!is("text")) return std::nullopt;
        return foldwise::parameters{"charset=us-ascii"}.find("charset")->text();
    }

    /// The boundary that separates the parts of a multipart (RFC 2046 section 5.1.1). It may
    /// contain any octets; `diagnose` reports a boundary that RFC 2046 does not allow. The error is
    /// boundary_missing if there is no boundary, or an empty one. O(value).
    constexpr result<parameter_text> boundary() const noexcept {
        if (is_readable())
            if (auto const named = parameters().find("boundary"); named && !named->text().empty())
                return named->text();
        return diagnostic{diagnostic_code::boundary_missing, value_.size(), 0};
    }

    /// The `filename` parameter, if there is no `name`: some programs put the name of an attached
    /// file there. O(value).
    constexpr optional<parameter> other_filename() const noexcept {
        if (parameters().find("name")) return std::nullopt;
        auto const name = parameters().find("filename");
        if (!name) return std::nullopt;
        return *name;
    }

    /// Whether a type and a subtype could be read. If not, they are text/plain.
    constexpr bool is_readable() const noexcept {
        return !start_.problem || start_.problem->code != diagnostic_code::content_type_malformed;
    }

    /// Calls `report` with a diagnostic for each problem, with offsets from the start of raw():
    ///     content_type_malformed       no type and subtype: text/plain is assumed
    ///     content_type_text_after      text between the subtype and the parameters
    ///     parameter_without_semicolon  no semicolon there; the length is 0
    ///     parameter_not_closed         a comment there is not closed
    ///     content_type_comment         the first comment
    /// then those of `parameters::diagnose`, then
    ///     charset_label_unregistered   a charset that find_charset knows, by a name for which
    ///                                  is_registered_label is false
    ///     file_name_misplaced          other_filename()
    ///     boundary_missing             a multipart without a boundary
    ///     boundary_malformed           a multipart with a boundary that is not valid
    ///     boundary_extended            a multipart with a boundary in the form of RFC 2231
    /// O(value), see parameters::diagnose.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (start_.problem) report(*start_.problem);
        if (auto const comment = find_comment()) report(*comment);
        parameters().diagnose(report);
        if (auto const named = parameters().find("charset"); named && !is_label_fine(*named))
            report(problem(diagnostic_code::charset_label_unregistered, *named));
        if (auto const name = other_filename())
            report(problem(diagnostic_code::file_name_misplaced, *name));
        if (!is("multipart")) return;
        auto const text = boundary();
        if (!text) {
            report(text.error());
            return;
        }
        auto const named = *parameters().find("boundary");
        if (!detail::is_boundary(*text))
            report(problem(diagnostic_code::boundary_malformed, named));
        if (named.first().section() || named.first().is_extended())
            report(problem(diagnostic_code::boundary_extended, named));
    }

    /// The gravest problem that `diagnose` reports, if any. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    using enum diagnostic_code;

    constexpr diagnostic problem(diagnostic_code code, parameter const& at) const noexcept {
        auto const raw = at.first().raw();
        return {code, offset_of(value_, raw), raw.size()};
    }
    /// The first comment that is closed: one that is not takes the rest of the value.
    constexpr optional<diagnostic> find_comment() const noexcept {
        if (scan::octet(value_, '(', 0) == value_.size()) return std::nullopt;
        lexer in{value_};
        for (auto found = in.next(); !found.is(token_kind::end); found = in.next())
            if (found.is(token_kind::comment) && found.is_closed())
                return diagnostic{content_type_comment, offset_of(value_, found.raw()),
                                  found.raw().size()};
        return std::nullopt;
    }
    /// Whether the label of a charset is registered, or unknown.
    static constexpr bool is_label_fine(parameter const& named) noexcept {
        char octets[64] = {}; // longer than any label
        auto const label = octets_at(octets, named.text().copy_to(octets, sizeof octets));
        return is_registered_label(label) || !find_charset(label);
    }

    std::string_view value_;
    std::string_view type_ = "text";
    std::string_view subtype_ = "plain";
    detail::parameter_start start_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

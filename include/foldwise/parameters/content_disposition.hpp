#ifndef FOLDWISE_PARAMETERS_CONTENT_DISPOSITION_HPP
#define FOLDWISE_PARAMETERS_CONTENT_DISPOSITION_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/decimal.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/date/date_time.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/parameters/content_type.hpp>
#include <foldwise/parameters/detail/parameter_segments.hpp>
#include <foldwise/parameters/parameter.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How a part is to be presented (RFC 2183 section 2).
enum class disposition : unsigned char {
    inline_part, ///< "inline": shown with the message
    attachment,  ///< "attachment": shown only if the user asks for it
    other,       ///< anything else, to be treated as an attachment (RFC 2183 section 2.8)
};

/// A Content-Disposition field (RFC 2183):
///
///     attachment; filename=genome.jpeg;
///       modification-date="Wed, 12 Feb 1997 16:29:51 -0500"; size=12345
///
///     kind()               attachment      filename()->text()  "genome.jpeg"
///     modification_date()  855782991       size()              12345
///
///     disposition := "Content-Disposition" ":" disposition-type *(";" disposition-parm)
///     disposition-type := "inline" / "attachment" / extension-token
///
/// The case of a disposition-type has no meaning: compare with `is`, not with `==`. To save a file,
/// use `safe_file_name`, never filename().
///
/// Borrows the field's bytes; trivially copyable; allocates nothing. Total: without a
/// disposition-type, kind() is `other`. Construction is O(disposition-type); the members that look
/// for a parameter are O(value).
class content_disposition {
  public:
    constexpr content_disposition() = default;

    /// `value` is a field's raw_value(), which may be folded.
    explicit constexpr content_disposition(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : value_{value} {
        using enum diagnostic_code;
        detail::parameter_reader in{value, 0};
        in.skip_cfws();
        auto const first = in;
        bool const has_word = !in.sees_parameter(); // "filename=a" has none
        if (has_word) word_ = in.take_token();
        start_ = detail::pass_text_before_parameters(in, disposition_text_after);
        if (word_.empty()) {
            auto const at = first.position();
            start_.problem = diagnostic{disposition_malformed, at, start_.at - at};
        } else if (kind() == disposition::other && !start_.problem) {
            start_.problem = diagnostic{disposition_unknown, first.position(), word_.size()};
        }
    }
    template <owning_temporary T>
    explicit content_disposition( // it would dangle: keep the string in a variable first
        T&&) = delete;

    /// Reads a field of any name. Borrows what the field borrows.
    explicit constexpr content_disposition(field const& f) noexcept
        : content_disposition{f.raw_value()} {}

    /// The value, unchanged.
    constexpr std::string_view raw() const noexcept { return value_; }

    /// The meaning of the type; `other` for types that RFC 2183 does not define.
    constexpr disposition kind() const noexcept {
        if (is("inline")) return disposition::inline_part;
        if (is("attachment")) return disposition::attachment;
        return disposition::other;
    }
    /// Whether word() is `type`, compared without ASCII case: is("form-data").
    constexpr bool is(std::string_view type) const noexcept { return ascii_iequals(word_, type); }
    /// Whether it is anything but inline.
    constexpr bool is_attachment() const noexcept { return kind() != disposition::inline_part; }

    /// The disposition-type as it is written; empty if there is none.
    constexpr std::string_view word() const noexcept { return word_; }

    /// The parameters, also if there is no disposition-type.
    constexpr foldwise::parameters parameters() const noexcept {
        return foldwise::parameters{value_, start_.at};
    }

    /// The file name that the sender suggests (RFC 2183 section 2.3). O(value).
    constexpr result<parameter> filename() const noexcept { return parameters().find("filename"); }

    /// The `name` parameter, if there is no `filename`: some programs put the file name there. In
    /// the form-data of RFC 7578 section 4.2, it is the name of a field. O(value).
    constexpr optional<parameter> other_filename() const noexcept {
        if (is("form-data") || parameters().find("filename")) return std::nullopt;
        auto const name = parameters().find("name");
        if (!name) return std::nullopt;
        return *name;
    }

    /// The dates of the file (RFC 2183 sections 2.4 to 2.6), and its size in octets (section 2.7).
    /// The error is parameter_missing or disposition_value_malformed. O(value).
    constexpr result<date_time> creation_date() const noexcept { return date("creation-date"); }
    constexpr result<date_time> modification_date() const noexcept {
        return date("modification-date");
    }
    constexpr result<date_time> read_date() const noexcept { return date("read-date"); }
    constexpr result<std::uint64_t> size() const noexcept {
        return parameters().find("size").and_then(
            [this](parameter const& p) { return size_of(p); });
    }

    /// Calls `report` with a diagnostic for each problem, with offsets from the start of raw():
    ///     disposition_malformed        no disposition-type
    ///     disposition_unknown          neither inline nor attachment
    ///     disposition_text_after       text between the disposition-type and the parameters
    ///     parameter_without_semicolon  no semicolon there; the length is 0
    ///     parameter_not_closed         a comment there is not closed
    /// then those of `parameters::diagnose`, then disposition_value_malformed for each malformed
    /// date and size, the deviation of each date, which covers its parameter, and
    /// file_name_misplaced for other_filename(). O(value), see
    /// parameters::diagnose.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (start_.problem) report(*start_.problem);
        parameters().diagnose(report);
        auto const check = [&report](auto const& read) {
            if (!read && read.error().code == diagnostic_code::disposition_value_malformed)
                report(read.error());
        };
        for (auto const& date : {creation_date(), modification_date(), read_date()}) {
            check(date);
            if (auto const of = date ? date->deviation() : optional<diagnostic>{})
                report(diagnostic{of->code, offset_of(value_, date->raw()), of->length});
        }
        check(size());
        if (auto const name = other_filename())
            report(problem(diagnostic_code::file_name_misplaced, *name));
    }

    /// The gravest problem that `diagnose` reports, if any. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr diagnostic problem(diagnostic_code code, parameter const& p) const noexcept {
        auto const at = p.first().raw();
        return {code, offset_of(value_, at), at.size()};
    }
    constexpr diagnostic malformed(parameter const& p) const noexcept {
        return problem(diagnostic_code::disposition_value_malformed, p);
    }

    constexpr result<date_time> date(std::string_view name) const noexcept {
        return parameters().find(name).and_then([this](parameter const& p) -> result<date_time> {
            // The text may be in several pieces, so it is copied. No date-time is this long.
            char octets[256] = {};
            auto const length = p.text().copy_to(octets, sizeof octets);
            auto const read = date_time::read(octets_at(octets, length));
            if (!read || length == sizeof octets) return malformed(p);
            return read->with_raw(p.first().raw());
        });
    }

    constexpr result<std::uint64_t> size_of(parameter const& p) const noexcept {
        char octets[64] = {}; // 2^64 - 1 has 20 digits; there may be zeros before them
        auto const length = p.text().copy_to(octets, sizeof octets);
        auto const number = read_decimal(octets_at(octets, length));
        if (!number || length == sizeof octets) return malformed(p);
        return *number;
    }

    std::string_view value_;
    std::string_view word_;
    detail::parameter_start start_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

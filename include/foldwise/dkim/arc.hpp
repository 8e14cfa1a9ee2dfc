#ifndef FOLDWISE_DKIM_ARC_HPP
#define FOLDWISE_DKIM_ARC_HPP

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/record_reader.hpp>
#include <foldwise/auth/recorded_value.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/dkim/seal_tags.hpp>
#include <foldwise/dkim/signature_tags.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The state of the ARC chain of a message when it arrived (RFC 8617 section 4.4).
///     chain-status = ("none" / "fail" / "pass")
enum class arc_chain_status : unsigned char {
    none, ///< the message had no ARC chain
    fail,
    pass,
};

namespace detail {

/// The instance tag at the start of a value (RFC 8617 section 3.9).
///     instance = [CFWS] %s"i" [CFWS] "=" [CFWS] position
///     position = 1*2DIGIT    ; 1 - 50
struct arc_instance {
    result<unsigned> position; // tag_missing, at the end, if the value does not start with i=
    std::size_t end = 0;       // after its semicolon, or the end of the value; 0 if it is missing
};

/// Reads `text`, the part of `value` after "i=": a position with CFWS around it.
constexpr result<unsigned> arc_position(std::string_view value, std::string_view text) noexcept {
    record_reader in{text};
    in.skip_cfws();
    auto const word = trim_fws(in.rest());
    auto const digits = in.take_while(digit);
    in.skip_cfws();
    auto const position = version_of(digits);
    if (digits.size() <= 2 && in.rest().empty() && in.is_closed() && position && *position >= 1 &&
        *position <= 50)
        return *position;
    return diagnostic{diagnostic_code::tag_value_malformed, offset_of(value, word), word.size()};
}

/// Reads the instance at the start of `value`. O(value).
constexpr arc_instance read_arc_instance(std::string_view value) noexcept {
    auto const end = find_semicolon(value, 0);
    record_reader in{value.substr(0, end)};
    in.skip_cfws();
    bool const is_named = in.take_while(keyword_octets) == "i";
    in.skip_cfws();
    if (!is_named || !in.skip('='))
        return {diagnostic{diagnostic_code::tag_missing, value.size(), 0}, 0};
    return {arc_position(value, in.rest()), end == value.size() ? end : end + 1};
}

/// The instance of a field that is a tag-list: the i= at the start, which may have comments around
/// it, or else the first tag i=.
constexpr result<unsigned> arc_instance_of(tag_list const& tags) noexcept {
    auto const first = read_arc_instance(tags.raw());
    if (first.end != 0) return first.position;
    auto const found = tags.find("i");
    if (!found) return found.error();
    return arc_position(tags.raw(), found->raw_value());
}

/// Reports an instance that cannot be read, is not the first tag, or occurs twice.
template <class Report>
constexpr void diagnose_arc_instance(tag_list const& tags, Report& report) {
    report_tag_problem(report)(arc_instance_of(tags), diagnostic_code::arc_instance_missing);
    auto const found = tags.find("i");
    if (is_missing(found)) return;
    bool const is_second = read_arc_instance(tags.raw()).end != 0;
    auto const code =
        is_second ? diagnostic_code::tag_duplicate : diagnostic_code::arc_instance_not_first;
    if (found)
        report(diagnostic{code, offset_of(tags.raw(), found->raw()), found->raw().size()});
    else
        report(diagnostic{code, found.error().offset, found.error().length});
}

/// The tags after the instance; all of them if the value does not start with an instance.
constexpr tag_list tags_after_instance(std::string_view value) noexcept {
    return tag_list{value, read_arc_instance(value).end};
}

} // namespace detail

/// An ARC-Authentication-Results field (RFC 8617 section 4.1.1): the results that a server recorded
/// before it forwarded the message.
///     arc-info = instance [CFWS] ";" authres-payload
///     arc_authentication_results const aar{"i=1; mx.a.example; spf=pass"};
///     aar.instance()             ->  1
///     aar.results().find("spf")  ->  the result
/// Nothing is verified. Borrows the field's bytes; allocates nothing; O(value). Offsets count from
/// the start of raw(). Total: accepts any bytes.
class arc_authentication_results {
  public:
    constexpr arc_authentication_results() = default;

    /// `value` is the field's raw_value(), which may be folded.
    explicit constexpr arc_authentication_results(
        std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : value_{value} {}
    template <owning_temporary T>
    explicit arc_authentication_results( // it would dangle: keep the string in a variable first
        T&&) = delete;

    /// The field may have any name. Borrows the bytes that the field borrows.
    explicit constexpr arc_authentication_results(field const& f) noexcept
        : value_{f.raw_value()} {}

    /// The value, unchanged.
    constexpr std::string_view raw() const noexcept { return value_; }

    /// i=, 1 to 50: the number of the ARC set to which the field belongs. The error is tag_missing
    /// if the field does not start with i=, and otherwise tag_value_malformed.
    constexpr result<unsigned> instance() const noexcept {
        return detail::read_arc_instance(value_).position;
    }

    /// The results after the instance. If there is no instance, the whole value is read. Offsets
    /// of their diagnostics count from the start of raw().
    constexpr authentication_results results() const noexcept {
        return authentication_results{value_, detail::read_arc_instance(value_).end};
    }

    /// Calls `report` with a diagnostic for each problem, first of the instance and then of the
    /// results. O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        detail::report_tag_problem(report)(instance(), diagnostic_code::arc_instance_missing);
        results().diagnose(report);
    }

    /// The gravest problem. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    std::string_view value_;
};

/// An ARC-Message-Signature field (RFC 8617 section 4.1.2): a signature as in a DKIM-Signature
/// field, except that i= is the instance, and v= has no meaning.
///     arc-ams-info = instance [CFWS] ";" tag-list
/// tags() returns the tags after the instance, or all tags if the value does not start with the
/// instance. Nothing is verified. Borrows the field's bytes; allocates nothing; each member is
/// O(value). Offsets count from the start of raw(). Total.
class arc_message_signature : public signature_tags {
  public:
    constexpr arc_message_signature() = default;

    /// `value` is the field's raw_value(), which may be folded.
    explicit constexpr arc_message_signature(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : signature_tags{detail::tags_after_instance(value)} {}
    template <owning_temporary T>
    explicit arc_message_signature( // it would dangle: keep the string in a variable first
        T&&) = delete;

    /// The field may have any name. Borrows the bytes that the field borrows.
    explicit constexpr arc_message_signature(field const& f) noexcept
        : arc_message_signature{f.raw_value()} {}

    /// i=, required, 1 to 50: the number of the ARC set to which the field belongs. It should be
    /// the first tag. Comments are allowed around it only if it is.
    constexpr result<unsigned> instance() const noexcept { return detail::arc_instance_of(tags_); }

    /// Calls `report` with a diagnostic for each problem, in this order: the problems of the tag
    /// list, including duplicates; the problems of the instance, such as arc_instance_not_first;
    /// the errors of the other known tags; dkim_algorithm_historic, dkim_from_unsigned,
    /// dkim_header_names_limit, dkim_expiration_before_timestamp, arc_field_signed. O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report, {"a", "b", "bh", "c", "d", "h", "i", "l", "q", "s", "t", "x", "z"});
        detail::diagnose_arc_instance(tags_, report);
        check_values(detail::report_tag_problem(report));
        report_contents(report);
        for (auto const name : header_names())
            if (name && must_not_be_signed(*name))
                report(diagnostic{diagnostic_code::arc_field_signed, offset_of(tags_.raw(), *name),
                                  name->size()});
    }

    /// The gravest problem. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    static constexpr bool must_not_be_signed(std::string_view name) noexcept {
        for (std::string_view const each : {"Authentication-Results", "ARC-Authentication-Results",
                                            "ARC-Message-Signature", "ARC-Seal"})
            if (ascii_iequals(name, each)) return true;
        return false;
    }
};

/// An ARC-Seal field (RFC 8617 section 4.1.3), which signs the ARC fields of a message.
///     arc-as-info = instance [CFWS] ";" tag-list
///     arc_seal const s{"i=2; a=rsa-sha256; cv=pass; d=a.example; s=x; t=12345; b=..."};
///     s.chain_status()  ->  arc_chain_status::pass
/// tags() returns the tags after the instance, or all tags if the value does not start with the
/// instance. Nothing is verified. Borrows the field's bytes; allocates nothing; each member is
/// O(value). Offsets count from the start of raw(). Total.
class arc_seal : public seal_tags {
  public:
    constexpr arc_seal() = default;

    /// `value` is the field's raw_value(), which may be folded.
    explicit constexpr arc_seal(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : seal_tags{detail::tags_after_instance(value)} {}
    template <owning_temporary T>
    explicit arc_seal(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The field may have any name. Borrows the bytes that the field borrows.
    explicit constexpr arc_seal(field const& f) noexcept : arc_seal{f.raw_value()} {}

    /// i=, required, 1 to 50; see arc_message_signature::instance.
    constexpr result<unsigned> instance() const noexcept { return detail::arc_instance_of(tags_); }

    /// cv=, required; the value may have comments around it, and its case does not count.
    ///     seal-cv-tag = %s"cv" [CFWS] "=" [CFWS] chain-status
    constexpr result<arc_chain_status> chain_status() const noexcept {
        auto const found = tags_.find("cv");
        if (!found) return found.error();
        record_reader in{found->raw_value()};
        in.skip_cfws();
        auto const word = in.take_while(alpha);
        in.skip_cfws();
        using enum arc_chain_status;
        bool const is_one = in.rest().empty() && in.is_closed();
        if (is_one && ascii_iequals(word, "none")) return none;
        if (is_one && ascii_iequals(word, "fail")) return fail;
        if (is_one && ascii_iequals(word, "pass")) return pass;
        return detail::malformed(tags_, *found);
    }

    /// Calls `report` with a diagnostic for each problem, in this order: the problems of the tag
    /// list, including duplicates; the problems of the instance, such as arc_instance_not_first;
    /// the errors of the other known tags; dkim_algorithm_historic, arc_seal_with_header_names.
    /// O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report, {"a", "b", "cv", "d", "i", "s", "t"});
        detail::diagnose_arc_instance(tags_, report);
        auto const check = detail::report_tag_problem(report);
        auto const a = algorithm();
        using enum diagnostic_code;
        check(a, dkim_algorithm_missing);
        check(signature(), dkim_signature_data_missing);
        check(chain_status(), arc_chain_status_missing);
        check(domain(), dkim_domain_missing);
        check(selector(), dkim_selector_missing);
        check(timestamp());
        if (a && a->hash == "sha1")
            report(detail::problem_at(tags_, dkim_algorithm_historic, *tags_.find("a")));
        if (auto const h = tags_.find("h"); h)
            report(detail::problem_at(tags_, arc_seal_with_header_names, *h));
    }

    /// The gravest problem. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

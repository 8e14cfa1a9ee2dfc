#ifndef FOLDWISE_DKIM_DKIM_SIGNATURE_HPP
#define FOLDWISE_DKIM_DKIM_SIGNATURE_HPP

#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/dkim/signature_tags.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// i=: the agent or user for which the domain signed. The local part may be empty. It is still
/// encoded in dkim-quoted-printable (RFC 6376 section 2.11).
struct dkim_identity {
    text_without_fws local_part; ///< of the agent or user, encoded
    std::string_view domain;     ///< to compare it, use is_domain

    /// Whether the domain is `name`; ASCII case does not count.
    constexpr bool is_domain(std::string_view name) const noexcept {
        return ascii_iequals(domain, name);
    }
};

/// A DKIM-Signature field (RFC 6376 section 3.5, RFC 8301, RFC 8463). Reads each tag of its
/// tag_list as the tag's type.
///     dkim_signature const s{"v=1; a=rsa-sha256; d=example.net; s=brisbane; ..."};
///     s.domain()                   ->  "example.net"
///     s.is_domain("Example.NET")   ->  true
///     s.algorithm()->hash          ->  "sha256"
///     s.canonicalization()         ->  "simple", "simple": the default, as there is no c=
/// Nothing is verified: the field may be forged.
///
/// Each member searches the list for its tag: O(list). The error is tag_missing if a required tag
/// is missing, and tag_value_octet or tag_value_malformed if a tag cannot be read. A missing
/// optional tag has its default. If two tags have the same name, the first is read, although a
/// verifier rejects such a signature: see `diagnose`. A result contains its text, so keep the
/// result in a variable while you iterate over the text. Borrows the field's bytes; allocates
/// nothing. Offsets count from the start of raw(). Total: accepts any bytes.
class dkim_signature : public signature_tags {
  public:
    constexpr dkim_signature() = default;

    /// `value` is the field's raw_value(), which may be folded.
    explicit constexpr dkim_signature(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : signature_tags{tag_list{value}} {}
    template <owning_temporary T>
    explicit dkim_signature(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The field may have any name. Borrows the bytes that the field borrows.
    explicit constexpr dkim_signature(field const& f) noexcept
        : signature_tags{tag_list{f.raw_value()}} {}

    /// v=, required: "1", or the number of another version.
    ///     sig-v-tag = %x76 [FWS] "=" [FWS] 1*DIGIT
    constexpr result<std::string_view> version() const noexcept {
        return detail::text_of(tags_, "v", [](std::string_view v) {
            return !v.empty() && scan::not_in(digit, v, 0) == v.size();
        });
    }

    /// i=; by default, an empty local part and domain(). The domain follows the last "@", and must
    /// not be folded or encoded.
    ///     sig-i-tag = %x69 [FWS] "=" [FWS] [ Local-part ] "@" domain-name
    constexpr result<dkim_identity> identity() const noexcept {
        auto const found = tags_.find("i");
        if (detail::is_missing(found))
            return domain().transform([](std::string_view d) { return dkim_identity{{}, d}; });
        if (!found) return found.error();
        auto const raw = trim_fws(found->raw_value());
        auto const at = raw.rfind('@');
        if (at == raw.npos) return detail::malformed(tags_, *found);
        auto const local_part = trim_fws(raw.substr(0, at));
        bool const is_quoted = local_part.starts_with('"');
        if (!is_quoted && local_part.find('@') != local_part.npos)
            return detail::malformed(tags_, *found);
        auto const name = raw.substr(at + 1);
        if (!detail::is_domain_name(name, 2)) return detail::malformed(tags_, *found);
        return dkim_identity{text_without_fws{local_part}, name};
    }

    /// Calls `report` with a diagnostic for each problem, in this order: the problems of the tag
    /// list, including duplicates; the errors of the known tags, and for each required tag that is
    /// missing dkim_version_missing, dkim_domain_missing and so on; dkim_version,
    /// dkim_algorithm_historic, dkim_from_unsigned, dkim_header_names_limit,
    /// dkim_expiration_before_timestamp, dkim_identity_outside_domain. O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report,
                       {"v", "a", "b", "bh", "c", "d", "h", "i", "l", "q", "s", "t", "x", "z"});
        auto const check = detail::report_tag_problem(report);
        auto const v = version();
        auto const i = identity();
        check(v, diagnostic_code::dkim_version_missing);
        if (!detail::is_missing(tags_.find("i"))) check(i); // otherwise it is derived from d=
        check_values(check);

        using enum diagnostic_code;
        if (v && *v != "1") report(detail::problem_at(tags_, dkim_version, *tags_.find("v")));
        report_contents(report);
        if (auto const d = domain(); d && i && !detail::is_in_domain(i->domain, *d))
            report(detail::problem_at(tags_, dkim_identity_outside_domain, *tags_.find("i")));
    }

    /// The gravest problem. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

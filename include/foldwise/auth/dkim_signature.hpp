#ifndef FOLDWISE_AUTH_DKIM_SIGNATURE_HPP
#define FOLDWISE_AUTH_DKIM_SIGNATURE_HPP

#include <foldwise/auth/detail/signature_tags.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>

#include <string_view>

namespace foldwise {

/// i=: on whose behalf the domain signed. The local part may be empty, and stands in
/// dkim-quoted-printable (RFC 6376 section 2.11), not decoded.
struct dkim_identity {
    text_without_fws local_part;
    std::string_view domain;
};

/// What a DKIM-Signature field says (RFC 6376 section 3.5, RFC 8301, RFC 8463): a typed
/// view on its tag_list.
///     dkim_signature const s{"v=1; a=rsa-sha256; d=example.net; s=brisbane; ..."};
///     s.domain()            ->  "example.net"
///     s.algorithm()->hash   ->  "sha256"
///     s.canonicalization()  ->  "simple", "simple": the default, as there is no c=
/// It is only read: nothing is verified, and what it says may be a lie.
///
/// Each member looks for its tag in the list anew: O(list). Where the tag is required and
/// missing, the result is tag_missing, where it cannot be read tag_value_octet or
/// tag_value_malformed; where an optional one is missing, its default. Offsets count from
/// the start of the value. Of two tags of a name, the first is read, but a verifier rejects
/// such a list: see `diagnose`. To go over a text that a result holds, keep the result.
/// Total. Borrows the field's bytes; allocates nothing.
class dkim_signature : public signature_tags {
  public:
    constexpr dkim_signature() = default;

    /// `value` is the field's raw_value(), folded as it stands.
    explicit constexpr dkim_signature(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : signature_tags{tag_list{value}} {}
    template <owning_temporary T>
    explicit dkim_signature(T&&) = delete;

    /// Whatever the field's name is. Borrows what the field borrows.
    explicit constexpr dkim_signature(field const& f) noexcept
        : signature_tags{tag_list{f.raw_value()}} {}

    /// v=, required: "1", or what is to come.
    ///     sig-v-tag = %x76 [FWS] "=" [FWS] 1*DIGIT
    constexpr result<std::string_view> version() const noexcept {
        return detail::text_of(tags_, "v", [](std::string_view v) {
            return !v.empty() && scan::not_in(digit, v, 0) == v.size();
        });
    }

    /// i=; an empty local part at domain() where there is none. The domain is what stands
    /// behind the last "@", and may not be folded or encoded.
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

    /// Calls `report` with a diagnostic for each problem: those of the tag list with its
    /// duplicates, in order; then those of the tags that are required or known, a
    /// tag_missing for each that is not there; then dkim_version, dkim_algorithm_historic,
    /// dkim_from_unsigned, dkim_expiration_before_timestamp, dkim_identity_outside_domain.
    /// Offsets count from the start of the value. O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report,
                       {"v", "a", "b", "bh", "c", "d", "h", "i", "l", "q", "s", "t", "x", "z"});
        auto const check = [&report](auto const& read) {
            // What no value may hold is known of the list already.
            if (!read && read.error().code != diagnostic_code::tag_value_octet)
                report(read.error());
        };
        auto const v = version();
        auto const i = identity();
        check(v);
        if (!detail::is_missing(tags_.find("i"))) check(i); // else it is d's
        check_values(check);

        using enum diagnostic_code;
        if (v && *v != "1") report(detail::problem_at(tags_, dkim_version, *tags_.find("v")));
        report_contents(report);
        if (auto const d = domain(); d && i && !detail::is_in_domain(i->domain, *d))
            report(detail::problem_at(tags_, dkim_identity_outside_domain, *tags_.find("i")));
    }
};

} // namespace foldwise

#endif

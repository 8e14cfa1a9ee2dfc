#ifndef FOLDWISE_DMARC_DMARC_RECORD_HPP
#define FOLDWISE_DMARC_DMARC_RECORD_HPP

#include <foldwise/auth/colon_list.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/dmarc/dmarc_uri.hpp>

#include <cstdint>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How the owner of a domain wants receivers to treat mail that fails DMARC.
enum class dmarc_policy : unsigned char {
    none,       ///< nothing special
    quarantine, ///< treat it as suspicious
    reject,     ///< refuse it
};

/// How closely a domain must match the domain of the From field.
enum class dmarc_alignment_mode : unsigned char {
    relaxed, ///< "r": the organizational domains are the same
    strict,  ///< "s": the domains are the same
};

/// Whether a domain's policy is only being tested.
enum class dmarc_test_mode : unsigned char {
    off, ///< "n": the policy applies
    on,  ///< "y": the policy does not apply yet
};

/// Whether a domain is a public suffix domain, such as a top-level domain.
enum class dmarc_psd : unsigned char {
    unknown, ///< "u"
    no,      ///< "n": it is an organizational domain
    yes,     ///< "y"
};

/// The text of a DMARC record (RFC 9989 section 4.7, RFC 7489 section 6.3). Reads each tag of its
/// tag_list as the tag's type.
///     dmarc_record const r{"v=DMARC1; p=quarantine; rua=mailto:a@b.example; pct=25"};
///     r.policy()            ->  dmarc_policy::quarantine
///     r.subdomain_policy()  ->  the same, as there is no sp=
/// `text` is the concatenation of the strings of the TXT record. A record comes from the DNS and
/// not from a message, so it is not constructed from a field.
///
/// Each member searches for its tag: O(text). A missing tag has its default; if it has no default,
/// the error is tag_missing. The error is tag_value_octet or tag_value_malformed if a tag cannot be
/// read. RFC 9989 says to use the default in this case: `r.psd().value_or(dmarc_psd::unknown)`. If
/// two tags have the same name, the first is read. Borrows the text; allocates nothing. Offsets
/// count from the start of raw(). Total: accepts any bytes.
class dmarc_record {
  public:
    constexpr dmarc_record() = default;
    explicit constexpr dmarc_record(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept
        : tags_{text} {}
    template <owning_temporary T>
    explicit dmarc_record(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The text, unchanged.
    constexpr std::string_view raw() const noexcept { return tags_.raw(); }

    /// All tags, including unknown ones.
    constexpr tag_list tags() const noexcept { return tags_; }

    /// "DMARC1", the value of v=, which must be the first tag. The error is dmarc_version; the text
    /// is then not a DMARC record.
    ///     dmarc-version = "v" equals %s"DMARC1"
    constexpr result<std::string_view> version() const noexcept {
        return detail::version_tag(tags_, "DMARC1", diagnostic_code::dmarc_version);
    }

    /// p=, for the domain. The error is tag_missing if there is no p=, which RFC 9989 treats as
    /// dmarc_policy::none.
    ///     dmarc-request = "none" / "quarantine" / "reject"
    constexpr result<dmarc_policy> policy() const noexcept { return policy_of("p"); }

    /// sp=, for subdomains; policy() by default.
    constexpr result<dmarc_policy> subdomain_policy() const noexcept {
        return detail::or_if_missing(policy_of("sp"), policy());
    }

    /// np=, for subdomains that do not exist (RFC 9989); subdomain_policy() by default.
    constexpr result<dmarc_policy> nonexistent_subdomain_policy() const noexcept {
        return detail::or_if_missing(policy_of("np"), subdomain_policy());
    }

    /// adkim=, for DKIM; relaxed by default.
    ///     dmarc-rors = "r" / "s"
    constexpr result<dmarc_alignment_mode> dkim_alignment() const noexcept {
        return alignment_of("adkim");
    }

    /// aspf=, for SPF; relaxed by default.
    constexpr result<dmarc_alignment_mode> spf_alignment() const noexcept {
        return alignment_of("aspf");
    }

    /// t= (RFC 9989); off by default.
    ///     dmarc-yorn = "y" / "n"
    constexpr result<dmarc_test_mode> test_mode() const noexcept {
        return detail::or_if_missing(detail::one_of<dmarc_test_mode>(tags_, "t", {"n", "y"}),
                                     dmarc_test_mode::off);
    }

    /// psd= (RFC 9989); unknown by default.
    ///     dmarc-psd = "y" / "n" / "u"
    constexpr result<dmarc_psd> psd() const noexcept {
        return detail::or_if_missing(detail::one_of<dmarc_psd>(tags_, "psd", {"u", "n", "y"}),
                                     dmarc_psd::unknown);
    }

    /// rua=: where to send reports about all mail; empty by default.
    constexpr dmarc_uri_list aggregate_reports() const noexcept { return uris_of("rua"); }

    /// ruf=: where to send reports about single failures; empty by default.
    constexpr dmarc_uri_list failure_reports() const noexcept { return uris_of("ruf"); }

    /// fo=: which failures to report, as "0", "1", "d" and "s"; "0" by default. Other items are
    /// returned, too; diagnose() reports them.
    constexpr colon_list failure_options() const noexcept { return items_of("fo", "0"); }

    /// pct=, historic: the percentage of messages to which the policy applies, 0 to 100; 100 by
    /// default.
    ///     dmarc-percent = "pct" *WSP "=" *WSP 1*3DIGIT
    constexpr result<std::uint64_t> percentage() const noexcept {
        return number_of("pct", 3, 100, 100);
    }

    /// rf=, historic: the formats of failure reports; "afrf" by default.
    constexpr colon_list report_formats() const noexcept { return items_of("rf", "afrf"); }

    /// ri=, historic: the seconds between aggregate reports; 86400 by default.
    ///     dmarc-ainterval = "ri" *WSP "=" *WSP 1*DIGIT
    constexpr result<std::uint64_t> report_interval() const noexcept {
        return number_of("ri", std::string_view::npos, 0xFFFF'FFFF, 86'400);
    }

    /// Calls `report` with a diagnostic for each problem, in this order: the problems of the tag
    /// list, including duplicates; dmarc_version; the errors of the values; dmarc_tag_historic for
    /// each tag that RFC 9989 removed. A missing p= is not a problem, since a record may only ask
    /// for reports. O(text).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report, {"v", "p", "sp", "np", "adkim", "aspf", "t", "psd", "rua", "ruf",
                                "fo", "pct", "rf", "ri"});
        auto const check = [&report](auto const& read) {
            if (!detail::is_missing(read)) detail::report_tag_problem(report)(read);
        };
        check(version());
        for (std::string_view const name : {"p", "sp", "np"}) check(policy_of(name));
        check(dkim_alignment());
        check(spf_alignment());
        check(test_mode());
        check(psd());
        for (auto const each : aggregate_reports()) check(each);
        for (auto const each : failure_reports()) check(each);
        for (auto const each : failure_options()) {
            check(each);
            if (each && !is_failure_option(*each))
                report(diagnostic{diagnostic_code::tag_value_malformed,
                                  offset_of(tags_.raw(), *each), each->size()});
        }
        check(percentage());
        for (auto const each : report_formats()) check(each);
        check(report_interval());
        for (std::string_view const name : {"pct", "rf", "ri"})
            if (auto const found = tags_.find(name))
                report(diagnostic{diagnostic_code::dmarc_tag_historic,
                                  offset_of(tags_.raw(), found->raw()), found->raw().size()});
    }

    /// The gravest problem. O(text).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr result<dmarc_policy> policy_of(std::string_view name) const noexcept {
        return detail::one_of<dmarc_policy>(tags_, name, {"none", "quarantine", "reject"});
    }
    constexpr result<dmarc_alignment_mode> alignment_of(std::string_view name) const noexcept {
        return detail::or_if_missing(detail::one_of<dmarc_alignment_mode>(tags_, name, {"r", "s"}),
                                     dmarc_alignment_mode::relaxed);
    }
    constexpr dmarc_uri_list uris_of(std::string_view name) const noexcept {
        auto const found = tags_.find(name);
        if (detail::is_missing(found)) return {};
        if (!found) return dmarc_uri_list{found.error()};
        return dmarc_uri_list{found->raw_value(), offset_of(tags_.raw(), found->raw_value())};
    }
    constexpr colon_list items_of(std::string_view name, std::string_view missing) const noexcept {
        auto const found = tags_.find(name);
        if (detail::is_missing(found)) return colon_list{missing};
        return detail::items_of(tags_, found);
    }
    constexpr result<std::uint64_t> number_of(std::string_view name, std::size_t most_digits,
                                              std::uint64_t most,
                                              std::uint64_t missing) const noexcept {
        auto const read = detail::number_of(tags_, name, most_digits);
        if (!read) return read.error();
        if (*read && **read > most) return detail::malformed(tags_, *tags_.find(name));
        return read->value_or(missing);
    }
    static constexpr bool is_failure_option(std::string_view item) noexcept {
        constexpr char_class options{"01dDsS"};
        return item.size() == 1 && options.contains(item.front());
    }

    tag_list tags_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

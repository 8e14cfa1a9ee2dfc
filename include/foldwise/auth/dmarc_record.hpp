#ifndef FOLDWISE_AUTH_DMARC_RECORD_HPP
#define FOLDWISE_AUTH_DMARC_RECORD_HPP

#include <foldwise/auth/detail/colon_list.hpp>
#include <foldwise/auth/dmarc_uri.hpp>
#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace foldwise {

/// What a domain's owner asks for mail that fails DMARC.
enum class dmarc_policy : unsigned char {
    none,
    quarantine,
    reject,
};

/// How exactly a domain must agree with that of From.
enum class dmarc_alignment : unsigned char {
    relaxed, ///< "r": the organizational domain
    strict,  ///< "s": all of it
};

/// Whether a domain is a public suffix.
enum class dmarc_psd : unsigned char {
    unknown, ///< "u"
    no,      ///< "n": it is an organizational domain
    yes,     ///< "y"
};

/// The text of a DMARC record (RFC 9989 section 4.7, RFC 7489 section 6.3): a typed view on
/// its tag_list.
///     dmarc_record const r{"v=DMARC1; p=quarantine; rua=mailto:a@b.example; pct=25"};
///     r.policy()            ->  dmarc_policy::quarantine
///     r.subdomain_policy()  ->  the same, as there is no sp=
/// `text` is what the strings of the TXT record are together.
///
/// Each member looks for its tag anew: O(text). Where the tag cannot be read: tag_value_octet
/// or tag_value_malformed, and RFC 9989 has its default taken: `r.test_mode().value_or(false)`.
/// Where it is missing, its default; tag_missing where there is none. Of two tags of a name
/// the first is read. Offsets count from the start of the text. Total. Borrows the text;
/// allocates nothing.
class dmarc_record {
  public:
    constexpr dmarc_record() = default;
    explicit constexpr dmarc_record(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept
        : tags_{text} {}
    template <owning_temporary T>
    explicit dmarc_record(T&&) = delete;

    /// All tags, unknown ones as well.
    constexpr tag_list const& tags() const noexcept { return tags_; }

    /// "DMARC1", if it is in the first tag, v=; else dmarc_version: it is no DMARC record,
    /// and nothing in it means anything.
    ///     dmarc-version = "v" equals %s"DMARC1"
    constexpr result<std::string_view> version() const noexcept {
        return detail::version_tag(tags_, "DMARC1", diagnostic_code::dmarc_version);
    }

    /// p=, for the domain; tag_missing without one (RFC 9989: as none).
    ///     dmarc-request = "none" / "quarantine" / "reject"
    constexpr result<dmarc_policy> policy() const noexcept { return policy_of("p"); }

    /// sp=, for subdomains; policy() where there is none.
    constexpr result<dmarc_policy> subdomain_policy() const noexcept {
        return detail::or_if_missing(policy_of("sp"), policy());
    }

    /// np=, for subdomains that do not exist (RFC 9989); subdomain_policy() where there is
    /// none.
    constexpr result<dmarc_policy> nonexistent_subdomain_policy() const noexcept {
        return detail::or_if_missing(policy_of("np"), subdomain_policy());
    }

    /// adkim=; relaxed where there is none.
    ///     dmarc-rors = "r" / "s"
    constexpr result<dmarc_alignment> dkim_alignment() const noexcept {
        return alignment_of("adkim");
    }

    /// aspf=; relaxed where there is none.
    constexpr result<dmarc_alignment> spf_alignment() const noexcept {
        return alignment_of("aspf");
    }

    /// t= (RFC 9989): whether the policy is only tried; false where there is none.
    ///     dmarc-yorn = "y" / "n"
    constexpr result<bool> test_mode() const noexcept {
        return detail::or_if_missing(detail::one_of<bool>(tags_, "t", {"n", "y"}), false);
    }

    /// psd= (RFC 9989); unknown where there is none.
    ///     dmarc-psd = "y" / "n" / "u"
    constexpr result<dmarc_psd> psd() const noexcept {
        return detail::or_if_missing(detail::one_of<dmarc_psd>(tags_, "psd", {"u", "n", "y"}),
                                     dmarc_psd::unknown);
    }

    /// rua=, ruf=: where reports are to be sent, of all mail and of single failures; nowhere
    /// where there is none.
    constexpr dmarc_uri_list aggregate_reports() const noexcept { return uris_of("rua"); }
    constexpr dmarc_uri_list failure_reports() const noexcept { return uris_of("ruf"); }

    /// fo=: of which failures, "0", "1", "d", "s"; "0" where there is none. Another item is
    /// as it stands.
    constexpr colon_list failure_options() const noexcept { return items_of("fo", "0"); }

    /// pct=, 0 to 100, historic: of how many of hundred messages; 100 where there is none.
    ///     dmarc-percent = "pct" *WSP "=" *WSP 1*3DIGIT
    constexpr result<std::uint64_t> percentage() const noexcept {
        return number_of("pct", 3, 100, 100);
    }

    /// rf=, historic: formats of failure reports; "afrf" where there is none.
    constexpr colon_list report_formats() const noexcept { return items_of("rf", "afrf"); }

    /// ri=, historic: seconds between aggregate reports; 86400 where there is none.
    ///     dmarc-ainterval = "ri" *WSP "=" *WSP 1*DIGIT
    constexpr result<std::uint64_t> report_interval() const noexcept {
        return number_of("ri", 10, 0xFFFF'FFFF, 86'400);
    }

    /// Calls `report` with a diagnostic for each problem: those of the tag list with its
    /// duplicates, in order; dmarc_version; then those of the values; dmarc_tag_historic for
    /// each tag that RFC 9989 has no more. That p= is missing is none: a record may say only
    /// that reports are welcome. O(text).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report, {"v", "p", "sp", "np", "adkim", "aspf", "t", "psd", "rua", "ruf",
                                "fo", "pct", "rf", "ri"});
        auto const check = [&report](auto const& read) {
            // What no value may hold is known of the list already.
            if (!read && read.error().code != diagnostic_code::tag_value_octet &&
                read.error().code != diagnostic_code::tag_missing)
                report(read.error());
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

  private:
    constexpr result<dmarc_policy> policy_of(std::string_view name) const noexcept {
        return detail::one_of<dmarc_policy>(tags_, name, {"none", "quarantine", "reject"});
    }
    constexpr result<dmarc_alignment> alignment_of(std::string_view name) const noexcept {
        return detail::or_if_missing(detail::one_of<dmarc_alignment>(tags_, name, {"r", "s"}),
                                     dmarc_alignment::relaxed);
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

} // namespace foldwise

#endif

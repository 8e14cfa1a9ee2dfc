#ifndef FOLDWISE_DMARC_BIMI_RECORD_HPP
#define FOLDWISE_DMARC_BIMI_RECORD_HPP

#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

/// Whether `text` is empty or a bimi-uri, which is an https URI.
constexpr bool is_bimi_uri(std::string_view text) noexcept {
    constexpr std::string_view scheme = "https://";
    if (text.empty()) return true;
    return is_uri(text) && text.size() > scheme.size() && text.find(',') == text.npos &&
           ascii_istarts_with(text, scheme);
}

} // namespace detail

/// The text of a BIMI assertion record (draft-brand-indicators-for-message-identification), which
/// says where the logo of a domain is.
///     bimi_record const r{"v=BIMI1; l=https://a.example/logo.svg; a="};
///     r.location()  ->  "https://a.example/logo.svg"
/// `text` is the concatenation of the strings of the TXT record. A record comes from the DNS and
/// not from a message, so it is not constructed from a field.
///
/// Each member searches for its tag: O(text). The error is tag_missing if a required tag is
/// missing, and tag_value_octet or tag_value_malformed if a tag cannot be read. Borrows the text;
/// allocates nothing. Offsets count from the start of raw(). Total: accepts any bytes.
class bimi_record {
  public:
    constexpr bimi_record() = default;
    explicit constexpr bimi_record(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept
        : tags_{text} {}
    template <owning_temporary T>
    explicit bimi_record(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The text, unchanged.
    constexpr std::string_view raw() const noexcept { return tags_.raw(); }

    /// All tags, including unknown ones.
    constexpr tag_list tags() const noexcept { return tags_; }

    /// "BIMI1", the value of v=, which must be the first tag. The error is bimi_version; the record
    /// then has no meaning.
    constexpr result<std::string_view> version() const noexcept {
        return detail::version_tag(tags_, "BIMI1", diagnostic_code::bimi_version);
    }

    /// l=, required: an https URI, or empty.
    ///     bimi-location = "l" *WSP "=" *WSP [bimi-uri]
    constexpr result<std::string_view> location() const noexcept {
        return detail::text_of(tags_, "l", detail::is_bimi_uri);
    }

    /// a=: an https URI, or empty, which is the default.
    ///     bimi-evidence-location = "a" *WSP "=" *WSP [bimi-uri]
    constexpr result<std::string_view> evidence_location() const noexcept {
        return detail::or_if_missing(detail::text_of(tags_, "a", detail::is_bimi_uri),
                                     std::string_view{});
    }

    /// Whether the domain declines to take part: both URIs are empty.
    constexpr bool is_declination() const noexcept {
        auto const l = location();
        auto const a = evidence_location();
        return version() && l && a && l->empty() && a->empty();
    }

    /// Calls `report` with a diagnostic for each problem, in this order: the problems of the tag
    /// list, including duplicates; bimi_version; the errors of the values. O(text).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report, {"v", "l", "a"});
        auto const check = detail::report_tag_problem(report);
        check(version());
        check(location());
        check(evidence_location());
    }

    /// The gravest problem. O(text).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    tag_list tags_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

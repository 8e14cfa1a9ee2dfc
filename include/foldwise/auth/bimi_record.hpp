#ifndef FOLDWISE_AUTH_BIMI_RECORD_HPP
#define FOLDWISE_AUTH_BIMI_RECORD_HPP

#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>

#include <string_view>

namespace foldwise {

namespace detail {

/// bimi-uri: nothing, or a URI of https.
constexpr bool is_bimi_uri(std::string_view text) noexcept {
    constexpr std::string_view scheme = "https://";
    if (text.empty()) return true;
    return is_uri(text) && text.size() > scheme.size() && text.find(',') == text.npos &&
           ascii_iequals(text.substr(0, scheme.size()), scheme);
}

/// Reports what `read` has no value for, unless the list has told of it.
template <class Report>
constexpr auto bimi_check(Report& report) noexcept {
    return [&report](auto const& read) {
        if (!read && read.error().code != diagnostic_code::tag_value_octet) report(read.error());
    };
}

} // namespace detail

/// The text of a BIMI assertion record (draft-brand-indicators-for-message-identification):
/// where a domain's logo is.
///     bimi_record const r{"v=BIMI1; l=https://a.example/logo.svg; a="};
///     r.location()  ->  "https://a.example/logo.svg"
/// `text` is what the strings of the TXT record are together.
///
/// Each member looks for its tag anew: O(text). Where the tag is required and missing:
/// tag_missing; where it cannot be read: tag_value_octet, tag_value_malformed. Offsets count
/// from the start of the text. Total. Borrows the text; allocates nothing.
class bimi_record {
  public:
    constexpr bimi_record() = default;
    explicit constexpr bimi_record(std::string_view text FOLDWISE_LIFETIMEBOUND) noexcept
        : tags_{text} {}
    template <owning_temporary T>
    explicit bimi_record(T&&) = delete;

    /// All tags, unknown ones as well.
    constexpr tag_list const& tags() const noexcept { return tags_; }

    /// "BIMI1", if it is in the first tag, v=; else bimi_version: nothing in the record
    /// means anything.
    constexpr result<std::string_view> version() const noexcept {
        return detail::version_tag(tags_, "BIMI1", diagnostic_code::bimi_version);
    }

    /// l=, required: a URI of https, or nothing.
    ///     bimi-location = "l" *WSP "=" *WSP [bimi-uri]
    constexpr result<std::string_view> location() const noexcept {
        return detail::text_of(tags_, "l", detail::is_bimi_uri);
    }

    /// a=: a URI of https, or nothing, as where it is missing.
    ///     bimi-evidence-location = "a" *WSP "=" *WSP [bimi-uri]
    constexpr result<std::string_view> evidence_location() const noexcept {
        return detail::or_if_missing(detail::text_of(tags_, "a", detail::is_bimi_uri),
                                     std::string_view{});
    }

    /// Whether the domain does not want to take part: both are empty.
    constexpr bool is_declination() const noexcept {
        auto const l = location();
        auto const a = evidence_location();
        return version() && l && a && l->empty() && a->empty();
    }

    /// Calls `report` with a diagnostic for each problem: those of the tag list with its
    /// duplicates, in order; bimi_version; then those of the values. O(text).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report, {"v", "l", "a"});
        auto const check = detail::bimi_check(report);
        check(version());
        check(location());
        check(evidence_location());
    }

  private:
    tag_list tags_;
};

/// What a BIMI-Selector field says: which of the records of the domain is meant.
///     bimi-selector-header = bimi-header-version bimi-sep bimi-selector [bimi-sep]
///     bimi_selector{"v=BIMI1; s=brand"}.selector()  ->  "brand"
/// As bimi_record.
class bimi_selector {
  public:
    constexpr bimi_selector() = default;
    /// `value` is the field's raw_value(), folded as it stands.
    explicit constexpr bimi_selector(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : tags_{value} {}
    template <owning_temporary T>
    explicit bimi_selector(T&&) = delete;

    /// Whatever the field's name is. Borrows what the field borrows.
    explicit constexpr bimi_selector(field const& f) noexcept : tags_{f.raw_value()} {}

    constexpr tag_list const& tags() const noexcept { return tags_; }
    constexpr result<std::string_view> version() const noexcept {
        return detail::version_tag(tags_, "BIMI1", diagnostic_code::bimi_version);
    }

    /// s=, required.
    ///     selector = sub-domain *( "." sub-domain )
    constexpr result<std::string_view> selector() const noexcept {
        return detail::text_of(tags_, "s",
                               [](std::string_view s) { return detail::is_domain_name(s, 1); });
    }

    /// As bimi_record::diagnose.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report, {"v", "s"});
        auto const check = detail::bimi_check(report);
        check(version());
        check(selector());
    }

  private:
    tag_list tags_;
};

} // namespace foldwise

#endif

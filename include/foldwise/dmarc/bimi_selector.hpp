#ifndef FOLDWISE_DMARC_BIMI_SELECTOR_HPP
#define FOLDWISE_DMARC_BIMI_SELECTOR_HPP

#include <foldwise/auth/tag_list.hpp>
#include <foldwise/auth/tag_value.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A BIMI-Selector field, which says which of the domain's records to use.
///     bimi-selector-header = bimi-header-version bimi-sep bimi-selector [bimi-sep]
///     bimi_selector{"v=BIMI1; s=brand"}.selector()  ->  "brand"
/// Members have the cost and the errors of those of bimi_record. Borrows the field's bytes;
/// allocates nothing. Offsets count from the start of raw(). Total: accepts any bytes.
class bimi_selector {
  public:
    constexpr bimi_selector() = default;

    /// `value` is the field's raw_value(), which may be folded.
    explicit constexpr bimi_selector(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : tags_{value} {}
    template <owning_temporary T>
    explicit bimi_selector(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The field may have any name. Borrows the bytes that the field borrows.
    explicit constexpr bimi_selector(field const& f) noexcept : tags_{f} {}

    /// The value, unchanged.
    constexpr std::string_view raw() const noexcept { return tags_.raw(); }

    /// All tags, including unknown ones.
    constexpr tag_list tags() const noexcept { return tags_; }

    /// As bimi_record::version.
    constexpr result<std::string_view> version() const noexcept {
        return detail::version_tag(tags_, "BIMI1", diagnostic_code::bimi_version);
    }

    /// s=, required: the name of the record.
    ///     selector = sub-domain *( "." sub-domain )
    constexpr result<std::string_view> selector() const noexcept {
        return detail::text_of(tags_, "s",
                               [](std::string_view s) { return detail::is_domain_name(s, 1); });
    }

    /// Calls `report` as bimi_record::diagnose does. O(value).
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        tags_.diagnose(report, {"v", "s"});
        auto const check = detail::report_tag_problem(report);
        check(version());
        check(selector());
    }

    /// The gravest problem. O(value).
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    tag_list tags_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

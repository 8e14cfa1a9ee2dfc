#ifndef FOLDWISE_REPORT_DETAIL_REPORT_BODY_HPP
#define FOLDWISE_REPORT_DETAIL_REPORT_BODY_HPP

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/report/detail/report_fields.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The octets of a report's body, and whether they must be decoded.
struct report_octets {
    explicit constexpr report_octets(std::string_view body) noexcept : raw{body} {}
    explicit constexpr report_octets(entity const& part) noexcept
        : raw{part.raw_body()}, is_encoded{!part.decoded().is_raw()} {}

    /// The octets to read: none if the body is in base64 or quoted-printable.
    constexpr std::string_view readable() const noexcept {
        return raw.substr(0, is_encoded ? 0 : raw.size());
    }

    std::string_view raw;
    bool is_encoded = false;
};

/// The base of the types that read a whole report.
class report_body : public report_fields {
  public:
    constexpr report_body() = default;

    /// The body of the part, unchanged.
    constexpr std::string_view raw() const noexcept { return body(); }

    /// Whether the part is in base64 or quoted-printable. Such a part is not read: decode it, and
    /// construct the report from the decoded text.
    ///     std::string const text = part.decoded().to_string();
    ///     delivery_status const status{text};
    constexpr bool is_encoded() const noexcept { return is_encoded_; }

  protected:
    constexpr report_body(report_octets const& octets, header_section const& fields) noexcept
        : report_fields{octets.raw, fields}, is_encoded_{octets.is_encoded} {}

    /// Reports body_encoded if is_encoded(), and returns is_encoded().
    template <class Report>
    constexpr bool report_encoded(Report& report) const {
        if (is_encoded_) report(diagnostic{diagnostic_code::body_encoded, 0, body().size()});
        return is_encoded_;
    }

  private:
    bool is_encoded_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

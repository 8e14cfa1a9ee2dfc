#ifndef FOLDWISE_REPORT_DETAIL_REPORT_BODY_HPP
#define FOLDWISE_REPORT_DETAIL_REPORT_BODY_HPP

#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/header_section.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/report/detail/report_fields.hpp>

#include <string_view>

namespace foldwise::detail {

/// The octets that a report is read from.
struct report_octets {
    explicit constexpr report_octets(std::string_view body) noexcept : raw{body} {}
    explicit constexpr report_octets(entity const& part) noexcept
        : raw{part.raw_body()}, is_encoded{!part.decoded().is_raw()} {}

    /// Nothing of a body in base64 or quoted-printable: it has to be decoded first.
    constexpr std::string_view readable() const noexcept {
        return raw.substr(0, is_encoded ? 0 : raw.size());
    }

    std::string_view raw;
    bool is_encoded = false;
};

/// The base of the types that read the whole body of a report.
class report_body : public report_fields {
  public:
    constexpr report_body() = default;

    /// The body of the part, unchanged.
    constexpr std::string_view raw() const noexcept { return body(); }

    /// Whether the report was made from a part in base64 or quoted-printable. Nothing of that is
    /// read: decode the part, and make the report from the decoded text.
    ///     std::string const text = part.decoded().to_string();
    ///     delivery_status const status{text};
    constexpr bool is_encoded() const noexcept { return is_encoded_; }

  protected:
    constexpr report_body(report_octets const& octets, header_section const& fields) noexcept
        : report_fields{octets.raw, fields}, is_encoded_{octets.is_encoded} {}

    /// Reports that nothing was read, if that is so. Returns whether it is.
    template <class Report>
    constexpr bool report_encoded(Report& report) const {
        if (is_encoded_) report(diagnostic{diagnostic_code::body_encoded, 0, body().size()});
        return is_encoded_;
    }

  private:
    bool is_encoded_ = false;
};

} // namespace foldwise::detail

#endif

#ifndef FOLDWISE_REPORT_REPORTING_UA_HPP
#define FOLDWISE_REPORT_REPORTING_UA_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/unfold.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The value of a Reporting-UA field: the program that sent a notification (RFC 8098 section
/// 3.2.1).
///     reporting-ua-field = "Reporting-UA" ":" OWS ua-name OWS [ ";" OWS ua-product OWS ]
///
///     pc.example.com; Foomail 97.1  ->  name() "pc.example.com", product() "Foomail 97.1"
///
/// The name is often the name of a host. Borrows the value; trivially copyable. Total; O(value).
class reporting_ua {
  public:
    constexpr reporting_ua() = default;
    explicit constexpr reporting_ua(field const& f) noexcept : reporting_ua{f.raw_value()} {}
    /// `value` is a field's raw_value().
    explicit constexpr reporting_ua(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{value} {}
    template <owning_temporary T>
    explicit reporting_ua(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// Everything before the first ";", or the whole value if there is none.
    constexpr unfolded name() const noexcept {
        return unfolded{trim_fws(raw_.substr(0, semicolon()))};
    }
    /// Everything after the first ";", if there is one.
    constexpr optional<unfolded> product() const noexcept {
        if (semicolon() == raw_.size()) return std::nullopt;
        return unfolded{trim_fws(raw_.substr(semicolon() + 1))};
    }

    /// Always empty: any text is a name.
    constexpr optional<diagnostic> deviation() const noexcept { return std::nullopt; }
    template <class Report>
    constexpr void diagnose(Report&&) const noexcept {}

  private:
    constexpr std::size_t semicolon() const noexcept { return scan::octet(raw_, ';', 0); }

    std::string_view raw_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

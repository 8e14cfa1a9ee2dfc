#ifndef FOLDWISE_REPORT_RECIPIENT_ADDRESS_HPP
#define FOLDWISE_REPORT_RECIPIENT_ADDRESS_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/report/typed_value.hpp>
#include <foldwise/report/unitext.hpp>
#include <foldwise/trace/delivered_to.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The recipient that a report is about: an address and its type (RFC 3464 sections 2.3.1 and
/// 2.3.2, RFC 8098 sections 3.2.3 and 3.2.4).
///     rfc822; a.foe@sample.net    ->  type() "rfc822", addr_spec(), decoded()
///     utf-8; jos\x{E9}@sample.net ->  type() "utf-8", decoded() "jos\xC3\xA9@sample.net"
///     unknown; nair_s             ->  type() "unknown", text() "nair_s"
///
///     final-recipient-field = "Final-Recipient" ":" address-type ";" generic-address
///     generic-address       = *text
///
/// The text is the address from the envelope, without the xtext encoding of RFC 3461: "+" stands
/// for itself. Borrows the value; trivially copyable.
class recipient_address : public typed_value {
  public:
    constexpr recipient_address() = default;

    /// Reads a field's raw_value(), as typed_value::read does.
    static constexpr result<recipient_address>
    read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        return typed_value::read(value).transform(
            [](typed_value const& read) { return recipient_address{read}; });
    }
    static constexpr result<recipient_address> read(field const& f) noexcept {
        return read(f.raw_value());
    }
    template <owning_temporary T>
    static result<recipient_address>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The address, with or without angle brackets. The errors are those of delivered_to::read, and
    /// address_malformed if the type is neither rfc822 nor utf-8 (a value without a type is read,
    /// and so are "rfc/822" and "rfc-822", which some servers write).
    /// Nothing is decoded: for an encoded utf-8 address, read the text of decoded() with
    /// delivered_to. Offsets count from the start of raw_text().
    constexpr result<foldwise::addr_spec> addr_spec() const noexcept {
        if (!type().empty() && !is("rfc822") && !is("utf-8") && !is_misspelled())
            return diagnostic{diagnostic_code::address_malformed, 0, raw_text().size()};
        return delivered_to::read(raw_text()).transform([](delivered_to const& found) {
            return found.addr_spec();
        });
    }

    /// The text, unfolded. If the type is utf-8, its embedded characters are decoded.
    constexpr unitext decoded() const noexcept {
        return unitext{raw_text(), is("utf-8") ? unitext_form::encoded : unitext_form::plain};
    }

    /// Calls `report` with typed_value_without_type, which covers the value, or with
    /// recipient_address_type, which covers the type.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        typed_value::diagnose(report);
        if (is_misspelled())
            report(diagnostic{foldwise::diagnostic_code::recipient_address_type,
                              offset_of(raw(), type()), type().size()});
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr bool is_misspelled() const noexcept { return is("rfc/822") || is("rfc-822"); }

    explicit constexpr recipient_address(typed_value const& value) noexcept : typed_value{value} {}
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

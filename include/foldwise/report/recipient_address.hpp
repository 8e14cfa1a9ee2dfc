#ifndef FOLDWISE_REPORT_RECIPIENT_ADDRESS_HPP
#define FOLDWISE_REPORT_RECIPIENT_ADDRESS_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/report/typed_value.hpp>
#include <foldwise/report/unitext.hpp>
#include <foldwise/trace/delivered_to.hpp>

#include <string_view>

namespace foldwise {

/// Whom a report is about: an address that says of what type it is (RFC 3464 sections 2.3.1
/// and 2.3.2, RFC 8098 sections 3.2.3 and 3.2.4).
///     rfc822; a.foe@sample.net    ->  type() "rfc822", addr_spec(), decoded()
///     utf-8; jos\x{E9}@sample.net ->  type() "utf-8", decoded() "jos\xC3\xA9@sample.net"
///     unknown; nair_s             ->  type() "unknown", text() "nair_s"
/// The text is an address as it was in the envelope, not in the xtext of RFC 3461: a "+" in it
/// is one. read_recipient_address gives it. Borrows the value; trivially copyable.
class recipient_address : public typed_value {
  public:
    constexpr recipient_address() = default;
    explicit constexpr recipient_address(typed_value const& value) noexcept : typed_value{value} {}

    /// The address, in angle brackets or not, where the type is rfc822 or utf-8, or none is
    /// given. No value: the problem that `delivered_to` reports; address_malformed for an address of
    /// another type. Nothing is decoded: a utf-8 one with encoded characters has to be read again
    /// from decoded(). Offsets count from the start of raw_text().
    constexpr result<foldwise::addr_spec> addr_spec() const noexcept {
        if (!type().empty() && !is("rfc822") && !is("utf-8"))
            return diagnostic{diagnostic_code::address_malformed, 0, raw_text().size()};
        return delivered_to::read(raw_text()).transform([](delivered_to const& found) {
            return found.addr_spec();
        });
    }

    /// The text unfolded, and that of the type utf-8 with its characters decoded.
    constexpr unitext decoded() const noexcept {
        return unitext{raw_text(), is("utf-8") ? unitext_form::encoded : unitext_form::plain};
    }
};

/// The address in an Original-Recipient or Final-Recipient field; `value` is its raw_value().
///     final-recipient-field = "Final-Recipient" ":" address-type ";" generic-address
///     generic-address       = *text
/// Without a value, as read_typed_value. O(value), nothing is allocated.
constexpr result<recipient_address>
read_recipient_address(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
    return read_typed_value(value).transform(
        [](typed_value const& read) { return recipient_address{read}; });
}
template <owning_temporary T>
result<recipient_address> read_recipient_address(T&&) = delete;

} // namespace foldwise

#endif

#ifndef FOLDWISE_TRACE_DELIVERED_TO_HPP
#define FOLDWISE_TRACE_DELIVERED_TO_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/message/field.hpp>
#include <foldwise/message/whole_value.hpp>
#include <foldwise/trace/path.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The address to which a message was delivered or redirected, from a Delivered-To field (RFC
/// 9228) or one of its older forms: X-Original-To, Envelope-To, X-Envelope-To.
///     Delivered-To: Mailbox
///     delivered_to::read("me@sample.net")->addr_spec().local_part()  ->  "me"
/// Borrows the value; trivially copyable; each member is O(1).
class delivered_to {
  public:
    constexpr delivered_to() = default;

    /// Reads a field's raw_value(). Angle brackets around the address are accepted. An error:
    /// address_without_at if there is no address (many systems write the name of a local user) and
    /// for "<>"; otherwise the errors of path::read. O(value).
    static constexpr result<delivered_to>
    read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        auto const found = path::read(value);
        if (!found) return found.error();
        if (found->is_null()) return whole_value(diagnostic_code::address_without_at, value);
        return delivered_to{*found};
    }
    static constexpr result<delivered_to> read(field const& f) noexcept {
        return read(f.raw_value());
    }
    template <owning_temporary T>
    static result<delivered_to>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The address.
    constexpr foldwise::addr_spec addr_spec() const noexcept { return addr_spec_; }

    /// How the address deviates from RFC 5322 (see `mailbox`). It may have angle brackets or not;
    /// neither is a deviation. Offsets count from the start of raw().
    constexpr optional<diagnostic> deviation() const noexcept { return deviation_; }

    /// Calls `report` with deviation(), if there is one.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (deviation_) report(*deviation_);
    }

  private:
    explicit constexpr delivered_to(path const& found) noexcept
        : raw_{found.raw()}, addr_spec_{*found.addr_spec()},
          deviation_{deviation_of_address(found)} {}

    static constexpr optional<diagnostic> deviation_of_address(path const& found) noexcept {
        auto const deviation = found.deviation();
        bool const is_of_brackets =
            deviation && deviation->code == diagnostic_code::path_without_brackets;
        return is_of_brackets ? std::nullopt : deviation;
    }

    std::string_view raw_;
    foldwise::addr_spec addr_spec_;
    optional<diagnostic> deviation_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

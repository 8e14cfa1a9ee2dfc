#ifndef FOLDWISE_SMTP_DSN_PARAMETERS_HPP
#define FOLDWISE_SMTP_DSN_PARAMETERS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/report/unitext.hpp>
#include <foldwise/smtp/xtext.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// How much of the message a bounce returns: the value of RET (RFC 3461 section 4.3).
enum class dsn_return : unsigned char {
    full,    ///< FULL: the whole message
    headers, ///< HDRS: its header section only
};

/// When a report about a recipient is sent: the value of NOTIFY (RFC 3461 section 4.1).
///     notify-esmtp-value  = "NEVER" / 1#notify-list-element
///     notify-list-element = "SUCCESS" / "FAILURE" / "DELAY"
///     dsn_notify::read("SUCCESS,delay")  ->  success, delay
/// All three are false for NEVER. Trivially copyable; borrows nothing.
struct dsn_notify {
    bool success = false; ///< when the message is delivered
    bool failure = false; ///< when it cannot be delivered
    bool delay = false;   ///< when it is delayed

    /// Reads the value of the parameter. The error is esmtp_parameter_malformed, which covers the
    /// value, for an unknown word, an empty element, white space, or NEVER in a list. O(value).
    static constexpr result<dsn_notify> read(std::string_view value) noexcept {
        dsn_notify found;
        if (ascii_iequals(value, "NEVER")) return found;
        for (auto rest = value;;) {
            auto const end = scan::octet(rest, ',', 0);
            auto const word = rest.substr(0, end);
            if (ascii_iequals(word, "SUCCESS"))
                found.success = true;
            else if (ascii_iequals(word, "FAILURE"))
                found.failure = true;
            else if (ascii_iequals(word, "DELAY"))
                found.delay = true;
            else
                return diagnostic{diagnostic_code::esmtp_parameter_malformed, 0, value.size()};
            if (end == rest.size()) return found;
            rest.remove_prefix(end + 1);
        }
    }

    friend constexpr bool operator==(dsn_notify const&, dsn_notify const&) = default;
};

/// The recipient that the sender first wrote: the value of ORCPT (RFC 3461 section 4.2). Servers
/// that forward a message keep it, and a report returns it as Original-Recipient.
///     rfc822;a+2Bb@sample.net  ->  type() "rfc822", address() "a+b@sample.net"
///
///     original-recipient-address = addr-type ";" xtext
///     addr-type                  = atom
///
/// If the type is utf-8, use utf8_address() instead of address(). Borrows the value; trivially
/// copyable.
class original_recipient {
  public:
    constexpr original_recipient() = default;

    /// Reads the value of the parameter. The error is esmtp_parameter_malformed, which covers the
    /// value, if there is no ";" in it, or if the text before it is not an atom. O(value).
    static constexpr result<original_recipient>
    read(std::string_view value FOLDWISE_LIFETIMEBOUND) noexcept {
        auto const end = scan::not_in(atext, value, 0);
        if (end == 0 || end == value.size() || value[end] != ';')
            return diagnostic{diagnostic_code::esmtp_parameter_malformed, 0, value.size()};
        original_recipient found;
        found.raw_ = value;
        found.type_size_ = end;
        return found;
    }
    template <owning_temporary T>
    static result<original_recipient>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The whole value, unchanged.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The type of the address as written. To compare it, use is().
    constexpr std::string_view type() const noexcept { return {raw_.data(), type_size_}; }

    /// Whether the type is `type`; ASCII case does not count.
    ///     recipient.is("rfc822")
    constexpr bool is(std::string_view type) const noexcept {
        return ascii_iequals(this->type(), type);
    }

    /// The address, decoded. It is only text: nothing says that it is an addr-spec.
    constexpr xtext address() const noexcept { return xtext{encoded()}; }

    /// The address, decoded as RFC 6533 section 3 says, if the type is utf-8.
    ///     utf-8;jos\x{E9}@sample.net  ->  "jos\xC3\xA9@sample.net"
    constexpr optional<unitext> utf8_address() const noexcept {
        if (!is("utf-8")) return std::nullopt;
        return unitext{encoded()};
    }

    /// Calls `report` with the diagnostics of the address (see xtext). Offsets count from the start
    /// of raw(). None for the type utf-8.
    template <class Report>
    constexpr void diagnose(Report&& report) const {
        if (is("utf-8")) return;
        auto const start = raw_.size() - encoded().size();
        address().diagnose([&](diagnostic problem) {
            problem.offset += start;
            report(problem);
        });
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    constexpr std::string_view encoded() const noexcept {
        return raw_.empty() ? raw_ : raw_.substr(type_size_ + 1);
    }
    std::string_view raw_;
    std::size_t type_size_ = 0;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_SMTP_HELO_COMMAND_HPP
#define FOLDWISE_SMTP_HELO_COMMAND_HPP

#include <foldwise/address/smtp_mailbox_check.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/detail/envelope_command.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/syntax/ip_address.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The command by which a client introduces itself: HELO or EHLO (RFC 5321 section 4.1.1.1), or
/// LHLO of LMTP (RFC 2033).
///     ehlo = "EHLO" SP ( Domain / address-literal ) CRLF
///     helo = "HELO" SP Domain CRLF                   ; section 4.1.1.1 allows a literal, too
///     EHLO smtp.sample.net  ->  name() "smtp.sample.net"
/// The name is what the client claims, and nothing confirms it. Borrows the line; trivially
/// copyable.
class helo_command {
  public:
    constexpr helo_command() = default;

    /// Reads one line with its CRLF, or without any line ending. The error is smtp_line_ending for
    /// a CR or LF that is not part of the CRLF at the end, and smtp_command_malformed for another
    /// command or if there is no name. O(line).
    static constexpr result<helo_command>
    read(std::string_view line FOLDWISE_LIFETIMEBOUND) noexcept {
        return read(smtp_command{line});
    }
    static constexpr result<helo_command> read(smtp_command const& command) noexcept {
        auto const verb = command.verb();
        bool const is_helo =
            verb == smtp_verb::helo || verb == smtp_verb::ehlo || verb == smtp_verb::lhlo;
        if (!is_helo || command.argument().empty()) return detail::unread_command(command);
        helo_command found;
        found.command_ = command;
        return found;
    }
    template <owning_temporary T>
    static result<helo_command>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The line unchanged, with its line ending.
    constexpr std::string_view raw() const noexcept { return command_.raw(); }

    /// smtp_verb::helo, ehlo or lhlo.
    constexpr smtp_verb verb() const noexcept { return command_.verb(); }

    /// The name as written; a literal with its brackets. To compare it, use is(). O(name).
    constexpr std::string_view name() const noexcept {
        auto const text = command_.argument();
        return text.substr(0, scan::in(wsp, text, 0));
    }

    /// Whether the name is `name`; ASCII case does not count.
    constexpr bool is(std::string_view name) const noexcept {
        return ascii_iequals(this->name(), name);
    }

    /// The IP address, if the name is one in brackets. The connection can have another one.
    ///     EHLO [IPv6:2001:db8::1]  ->  "2001:db8::1"
    constexpr optional<ip_address> address() const noexcept {
        auto const text = name();
        if (!text.starts_with('[') || !text.ends_with(']')) return std::nullopt;
        return ip_address::read(text.substr(1, text.size() - 2));
    }

    /// Calls `report` with each diagnostic of the line (see smtp_command), and with these:
    ///
    ///     helo_name_malformed    the name is neither a Domain nor an address-literal (see
    ///                            check_smtp_domain), such as "my_pc" or "192.0.2.1."
    ///     smtp_argument_ignored  text after the name
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        if (raw().empty()) return;
        command_.diagnose(report);
        auto const text = this->name();
        auto const note = [&](diagnostic_code code, std::string_view part) {
            report(diagnostic{code, offset_of(raw(), part), part.size()});
        };
        if (check_smtp_domain(text)) note(diagnostic_code::helo_name_malformed, text);
        auto const after = trim(command_.argument().substr(text.size()), wsp);
        if (!after.empty()) note(diagnostic_code::smtp_argument_ignored, after);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    smtp_command command_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

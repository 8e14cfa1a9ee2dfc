#ifndef FOLDWISE_SMTP_AUTH_COMMAND_HPP
#define FOLDWISE_SMTP_AUTH_COMMAND_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/cursor.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/detail/envelope_command.hpp>
#include <foldwise/smtp/smtp_command.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// An AUTH command, by which a client logs in (RFC 4954 sections 4 and 8).
///     auth-command     = "AUTH" SP sasl-mech [SP initial-response] *(CRLF [base64]) CRLF
///     initial-response = base64 / "="
///     AUTH PLAIN AGZvZQBzZWNyZXQ=  ->  mechanism() "PLAIN", initial_response()
/// The response often contains a password: do not print it. Only the first line is read; each line
/// of the exchange after it is base64. Borrows the line; trivially copyable.
class auth_command {
  public:
    constexpr auth_command() = default;

    /// Reads one line with its CRLF, or without any line ending. The error is
    /// smtp_command_malformed for another command, if the mechanism is missing or has other octets
    /// than letters, digits, "-" and "_" (RFC 4422 section 3.1), and for text after the response;
    /// smtp_line_ending for a CR or LF that is not part of the CRLF at the end. O(line).
    static constexpr result<auth_command>
    read(std::string_view line FOLDWISE_LIFETIMEBOUND) noexcept {
        return read(smtp_command{line});
    }
    static constexpr result<auth_command> read(smtp_command const& command) noexcept {
        cursor in{command.argument()};
        auth_command found;
        found.command_ = command;
        found.mechanism_ = in.take_while(alpha + digit + char_class{"-_"});
        found.gap_ = in.take_while(wsp);
        found.response_ = in.rest();
        bool const is_response =
            !found.gap_.empty() && scan::in(wsp, found.response_, 0) == found.response_.size();
        if (command.verb() != smtp_verb::auth || found.mechanism_.empty() ||
            !(in.at_end() || is_response))
            return detail::unread_command(command);
        return found;
    }
    template <owning_temporary T>
    static result<auth_command>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The line unchanged, with its line ending.
    constexpr std::string_view raw() const noexcept { return command_.raw(); }

    /// The SASL mechanism as written. To compare it, use is().
    constexpr std::string_view mechanism() const noexcept { return mechanism_; }

    /// Whether the mechanism is `mechanism`; ASCII case does not count (RFC 4954 section 8).
    constexpr bool is(std::string_view mechanism) const noexcept {
        return ascii_iequals(mechanism_, mechanism);
    }

    /// The first response of the client in base64, unchanged; "=" stands for an empty one. Absent
    /// if the client waits for the server. Decode it with base64_decoded.
    constexpr optional<std::string_view> initial_response() const noexcept {
        if (response_.empty()) return std::nullopt;
        return response_;
    }

    /// Calls `report` with each diagnostic of the line (see smtp_command), and with
    /// smtp_white_space for anything but one SP before the response. The base64 is not checked.
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        if (raw().empty()) return;
        command_.diagnose(report);
        if (!gap_.empty() && gap_ != " ")
            report(
                diagnostic{diagnostic_code::smtp_white_space, offset_of(raw(), gap_), gap_.size()});
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    smtp_command command_;
    std::string_view mechanism_;
    std::string_view gap_; // between the mechanism and the response
    std::string_view response_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

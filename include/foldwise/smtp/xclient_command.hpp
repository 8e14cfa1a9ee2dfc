#ifndef FOLDWISE_SMTP_XCLIENT_COMMAND_HPP
#define FOLDWISE_SMTP_XCLIENT_COMMAND_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/detail/envelope_command.hpp>
#include <foldwise/smtp/esmtp_parameters.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/xtext.hpp>
#include <foldwise/syntax/ip_address.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// An XCLIENT command, by which a proxy tells a server about the client that it speaks for
/// (Postfix: XCLIENT_README). No RFC describes it.
///     xclient-command = "XCLIENT" 1*( SP attribute-name "=" attribute-value )
///     attribute-name  = "NAME" / "ADDR" / "PORT" / "PROTO" / "HELO" / "LOGIN" / "DESTADDR" /
///                       "DESTPORT"
///     attribute-value = xtext
///     XCLIENT NAME=smtp.sample.net ADDR=192.0.2.1  ->  client_address() "192.0.2.1"
/// The value "[UNAVAILABLE]" stands for an unknown one, and "[TEMPUNAVAIL]" for one that could not
/// be looked up. Borrows the line; trivially copyable.
class xclient_command {
  public:
    constexpr xclient_command() = default;

    /// Reads one line with its CRLF, or without any line ending. The error is
    /// smtp_command_malformed for another command or if there is no attribute; smtp_line_ending for
    /// a CR or LF that is not part of the CRLF at the end. O(line).
    static constexpr result<xclient_command>
    read(std::string_view line FOLDWISE_LIFETIMEBOUND) noexcept {
        return read(smtp_command{line});
    }
    static constexpr result<xclient_command> read(smtp_command const& command) noexcept {
        if (command.verb() != smtp_verb::xclient || command.argument().empty())
            return detail::unread_command(command);
        xclient_command found;
        found.command_ = command;
        return found;
    }
    template <owning_temporary T>
    static result<xclient_command>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The line unchanged, with its line ending.
    constexpr std::string_view raw() const noexcept { return command_.raw(); }

    /// The attributes, each an esmtp_parameter or an error. O(line).
    constexpr esmtp_parameters attributes() const noexcept {
        return esmtp_parameters{command_.argument()};
    }

    /// The value of the first attribute with this name, decoded; ASCII case does not count in the
    /// name. The errors are those of esmtp_parameters: esmtp_parameter_missing, and
    /// esmtp_parameter_malformed if there is no value. Offsets count from the start of the
    /// attributes. O(line).
    ///     command.find("HELO")
    constexpr result<xtext> find(std::string_view name) const noexcept {
        auto const found = attributes().find(name);
        if (!found) return found.error();
        if (auto const value = found->value()) return xtext{*value};
        return diagnostic{diagnostic_code::esmtp_parameter_malformed,
                          offset_of(command_.argument(), found->raw()), found->raw().size()};
    }

    /// The IP address of the client, from ADDR; absent if it is not an address. O(line).
    ///     ADDR=IPV6:2001:db8::1  ->  "2001:db8::1"
    constexpr optional<ip_address> client_address() const noexcept {
        auto const value = find("ADDR");
        if (!value) return std::nullopt;
        auto const text = value->contiguous();
        return text ? ip_address::read(*text) : std::nullopt;
    }

    /// Calls `report` with each diagnostic of the line (see smtp_command) and of the attributes.
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        if (raw().empty()) return;
        command_.diagnose(report);
        auto const start = offset_of(raw(), command_.argument());
        attributes().diagnose([&](diagnostic problem) {
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
    smtp_command command_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

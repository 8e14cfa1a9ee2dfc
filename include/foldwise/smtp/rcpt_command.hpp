#ifndef FOLDWISE_SMTP_RCPT_COMMAND_HPP
#define FOLDWISE_SMTP_RCPT_COMMAND_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/detail/envelope_command.hpp>
#include <foldwise/smtp/esmtp_parameters.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_path.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A RCPT command, which names one recipient (RFC 5321 section 4.1.1.3).
///
///     RCPT TO:<friend@example.org> NOTIFY=NEVER\r\n
///
///             |------------------|                   forward_path()
///                                  |----------|      parameters()
///
///     rcpt = "RCPT TO:" ( "<Postmaster@" Domain ">" / "<Postmaster>" / Forward-path )
///            [SP Rcpt-parameters] CRLF
///
/// Borrows the line; trivially copyable; each member is O(1), except diagnose() and deviation().
class rcpt_command {
  public:
    constexpr rcpt_command() = default;

    /// Reads one line with its CRLF, or without any line ending.
    ///     rcpt_command::read("RCPT TO:<friend@example.org>\r\n")
    ///         ->  forward_path().addr_spec()->local_part() "friend"
    /// diagnose() says which malformed commands are read nevertheless. The errors are those of
    /// mail_command::read, with "TO:" instead of "FROM:"; address_without_at for "<>", which is a
    /// sender only. O(line).
    static constexpr result<rcpt_command>
    read(std::string_view line FOLDWISE_LIFETIMEBOUND) noexcept {
        return read(smtp_command{line});
    }
    static constexpr result<rcpt_command> read(smtp_command const& command) noexcept {
        auto const found = detail::envelope_command::read(command, smtp_verb::rcpt, "TO");
        if (!found) return found.error();
        auto const path = found->path.raw();
        if (found->path.is_null())
            return found->shifted({diagnostic_code::address_without_at, 0, path.size()}, path);
        return rcpt_command{*found};
    }
    template <owning_temporary T>
    static result<rcpt_command>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The line unchanged, with its line ending.
    constexpr std::string_view raw() const noexcept { return found_.command.raw(); }

    /// The recipient: an address or Postmaster.
    constexpr smtp_path forward_path() const noexcept { return found_.path; }

    /// The parameters; there may be none.
    constexpr esmtp_parameters parameters() const noexcept { return found_.parameters; }

    /// Calls `report` with each diagnostic of the line (see smtp_command), of the path and of the
    /// parameters, and with smtp_white_space for white space before or after the colon, and for
    /// anything but one SP before the parameters.
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        found_.diagnose(report);
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    explicit constexpr rcpt_command(detail::envelope_command const& found) noexcept
        : found_{found} {}

    detail::envelope_command found_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

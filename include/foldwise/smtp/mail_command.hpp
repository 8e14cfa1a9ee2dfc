#ifndef FOLDWISE_SMTP_MAIL_COMMAND_HPP
#define FOLDWISE_SMTP_MAIL_COMMAND_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/detail/envelope_command.hpp>
#include <foldwise/smtp/esmtp_parameters.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_path.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// A MAIL command, which starts a transaction and names the sender (RFC 5321 section 4.1.1.2).
///
///     MAIL FROM:<foe@sample.net> SIZE=1024 BODY=8BITMIME\r\n
///
///               |--------------|                               reverse_path()
///                                |---------------------|       parameters()
///
///     mail = "MAIL FROM:" Reverse-path [SP Mail-parameters] CRLF
///
/// Borrows the line; trivially copyable; each member is O(1), except diagnose() and deviation().
class mail_command {
  public:
    constexpr mail_command() = default;

    /// Reads one line with its CRLF, or without any line ending.
    ///     mail_command::read("MAIL FROM:<foe@sample.net>\r\n")
    ///         ->  reverse_path().addr_spec()->domain() "sample.net"
    /// diagnose() says which malformed commands are read nevertheless. The errors:
    ///     smtp_line_ending        a CR or LF that is not part of the CRLF at the end, even if the
    ///                             line ends with it
    ///     smtp_command_malformed  another command, no "FROM:", no path, or text directly after
    ///                             its bracket
    ///     address_without_at ...  the path cannot be read: see smtp_path::read. "<Postmaster>" is
    ///                             a recipient only
    /// O(line).
    static constexpr result<mail_command>
    read(std::string_view line FOLDWISE_LIFETIMEBOUND) noexcept {
        return read(smtp_command{line});
    }
    static constexpr result<mail_command> read(smtp_command const& command) noexcept {
        auto const found = detail::envelope_command::read(command, smtp_verb::mail, "FROM");
        if (!found) return found.error();
        auto const path = found->path.raw();
        if (found->path.is_postmaster())
            return found->shifted({diagnostic_code::address_without_at, 0, path.size()}, path);
        return mail_command{*found};
    }
    template <owning_temporary T>
    static result<mail_command>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The line unchanged, with its line ending.
    constexpr std::string_view raw() const noexcept { return found_.command.raw(); }

    /// The sender: an address or the null path.
    constexpr smtp_path reverse_path() const noexcept { return found_.path; }

    /// The parameters; there may be none.
    constexpr esmtp_parameters parameters() const noexcept { return found_.parameters; }

    /// Calls `report` with each diagnostic of the line (see smtp_command), of the path and of the
    /// parameters, and with these:
    ///
    ///     smtp_white_space  white space before or after the colon, or anything but one SP before
    ///                       the parameters
    ///     smtputf8_missing  the path has octets beyond ASCII, but SMTPUTF8 is missing
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        found_.diagnose(report);
        auto const path = found_.path.raw();
        bool const is_ascii = scan::in(utf8_non_ascii, path, 0) == path.size();
        if (!is_ascii && !found_.parameters.has_smtputf8())
            report(found_.shifted({diagnostic_code::smtputf8_missing, 0, path.size()}, path));
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    explicit constexpr mail_command(detail::envelope_command const& found) noexcept
        : found_{found} {}

    detail::envelope_command found_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

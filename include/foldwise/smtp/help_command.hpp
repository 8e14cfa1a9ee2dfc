#ifndef FOLDWISE_SMTP_HELP_COMMAND_HPP
#define FOLDWISE_SMTP_HELP_COMMAND_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/detail/envelope_command.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_string.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The command HELP, which asks the server how it is used (RFC 5321 section 4.1.1.8).
///     help = "HELP" [ SP String ] CRLF
///     HELP MAIL  ->  topic().text() "MAIL", command() smtp_verb::mail
/// Borrows the line; trivially copyable.
class help_command {
  public:
    constexpr help_command() = default;

    /// Reads one line with its CRLF, or without any line ending. The error is smtp_line_ending for
    /// a CR or LF that is not part of the CRLF at the end, and smtp_command_malformed for another
    /// command. O(line).
    static constexpr result<help_command>
    read(std::string_view line FOLDWISE_LIFETIMEBOUND) noexcept {
        return read(smtp_command{line});
    }
    static constexpr result<help_command> read(smtp_command const& command) noexcept {
        if (command.verb() != smtp_verb::help) return detail::unread_command(command);
        help_command found;
        found.command_ = command;
        return found;
    }
    template <owning_temporary T>
    static result<help_command>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The line unchanged, with its line ending.
    constexpr std::string_view raw() const noexcept { return command_.raw(); }

    /// What the client asks about, such as the name of a command; it may be empty.
    constexpr smtp_string topic() const noexcept { return smtp_string{command_.argument()}; }

    /// The command that topic() names; `other` if it names none.
    constexpr smtp_verb command() const noexcept { return smtp_verb_of(topic().raw()); }

    /// Calls `report` with each diagnostic of the line (see smtp_command), and with
    /// smtp_string_malformed if topic() is not a String.
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        if (raw().empty()) return;
        command_.diagnose(report);
        auto const start = offset_of(raw(), command_.argument());
        topic().diagnose([&](diagnostic problem) {
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

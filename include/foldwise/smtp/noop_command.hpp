#ifndef FOLDWISE_SMTP_NOOP_COMMAND_HPP
#define FOLDWISE_SMTP_NOOP_COMMAND_HPP

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

/// The command NOOP, to which the server only answers 250 (RFC 5321 section 4.1.1.9).
///     noop = "NOOP" [ SP String ] CRLF
/// Borrows the line; trivially copyable.
class noop_command {
  public:
    constexpr noop_command() = default;

    /// Reads one line with its CRLF, or without any line ending. The error is smtp_line_ending for
    /// a CR or LF that is not part of the CRLF at the end, and smtp_command_malformed for another
    /// command. O(line).
    static constexpr result<noop_command>
    read(std::string_view line FOLDWISE_LIFETIMEBOUND) noexcept {
        return read(smtp_command{line});
    }
    static constexpr result<noop_command> read(smtp_command const& command) noexcept {
        if (command.verb() != smtp_verb::noop) return detail::unread_command(command);
        noop_command found;
        found.command_ = command;
        return found;
    }
    template <owning_temporary T>
    static result<noop_command>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The line unchanged, with its line ending.
    constexpr std::string_view raw() const noexcept { return command_.raw(); }

    /// The argument, which a server ignores; it may be empty.
    constexpr smtp_string ignored() const noexcept { return smtp_string{command_.argument()}; }

    /// Calls `report` with each diagnostic of the line (see smtp_command), and with
    /// smtp_string_malformed if ignored() is not a String.
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        if (raw().empty()) return;
        command_.diagnose(report);
        auto const start = offset_of(raw(), command_.argument());
        ignored().diagnose([&](diagnostic problem) {
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

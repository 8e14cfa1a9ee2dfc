#ifndef FOLDWISE_SMTP_VRFY_COMMAND_HPP
#define FOLDWISE_SMTP_VRFY_COMMAND_HPP

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/base/ascii.hpp>
#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/diagnostic/result.hpp>
#include <foldwise/smtp/detail/envelope_command.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_path.hpp>
#include <foldwise/smtp/smtp_string.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The commands that ask about a user or a mailing list: VRFY and EXPN (RFC 5321 sections 4.1.1.6
/// and 4.1.1.7).
///     vrfy = "VRFY" SP String [ SP "SMTPUTF8" ] CRLF     ; RFC 6531 section 3.7.4.2
///     expn = "EXPN" SP String [ SP "SMTPUTF8" ] CRLF
///     VRFY Crispin            ->  name().text() "Crispin"
///     VRFY foe@sample.net     ->  address()->domain() "sample.net"
/// RFC 5321 section 3.5.1 also allows "local-part@domain". Borrows the line; trivially copyable.
class vrfy_command {
  public:
    constexpr vrfy_command() = default;

    /// Reads one line with its CRLF, or without any line ending. The error is smtp_line_ending for
    /// a CR or LF that is not part of the CRLF at the end, and smtp_command_malformed for another
    /// command or if there is no argument. O(line).
    static constexpr result<vrfy_command>
    read(std::string_view line FOLDWISE_LIFETIMEBOUND) noexcept {
        return read(smtp_command{line});
    }
    static constexpr result<vrfy_command> read(smtp_command const& command) noexcept {
        auto const verb = command.verb();
        bool const is_one = verb == smtp_verb::vrfy || verb == smtp_verb::expn;
        if (!is_one || command.argument().empty()) return detail::unread_command(command);
        vrfy_command found;
        found.command_ = command;
        return found;
    }
    template <owning_temporary T>
    static result<vrfy_command>
    read(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The line unchanged, with its line ending.
    constexpr std::string_view raw() const noexcept { return command_.raw(); }

    /// smtp_verb::vrfy or expn.
    constexpr smtp_verb verb() const noexcept { return command_.verb(); }

    /// What the client asks about: a user, a mailbox or a list.
    constexpr smtp_string name() const noexcept {
        auto const argument = command_.argument();
        return smtp_string{has_smtputf8() ? trim_end(before_keyword(argument), wsp) : argument};
    }

    /// The address, if name() is one, with or without angle brackets. O(line).
    constexpr optional<addr_spec> address() const noexcept {
        auto const read = smtp_path::read(name().raw());
        return read ? read->addr_spec() : std::nullopt;
    }

    /// Whether the client accepts UTF-8 in the reply: SMTPUTF8 follows the name.
    constexpr bool has_smtputf8() const noexcept {
        auto const argument = command_.argument();
        auto const before = before_keyword(argument);
        return before.size() != argument.size() && !before.empty() && is_wsp(before.back());
    }

    /// Calls `report` with each diagnostic of the line (see smtp_command), and with these:
    ///
    ///     smtp_string_malformed  name() is neither a String nor "local-part@domain"
    ///     smtp_white_space       anything but one SP before SMTPUTF8
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        if (raw().empty()) return;
        command_.diagnose(report);
        auto const name = this->name();
        auto const start = offset_of(raw(), name.raw());
        auto const end = start + name.raw().size();
        bool const is_address = !name.raw().starts_with('<') && address().has_value();
        if (!is_address)
            name.diagnose([&](diagnostic problem) {
                problem.offset += start;
                report(problem);
            });
        if (!has_smtputf8()) return;
        auto const gap = before_keyword(command_.argument()).size() - name.raw().size();
        if (raw().substr(end, gap) != " ")
            report(diagnostic{diagnostic_code::smtp_white_space, end, gap});
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    /// `argument` without "SMTPUTF8" at its end.
    static constexpr std::string_view before_keyword(std::string_view argument) noexcept {
        constexpr std::string_view keyword = "SMTPUTF8";
        if (argument.size() < keyword.size()) return argument;
        auto const at = argument.size() - keyword.size();
        return argument.substr(0,
                               ascii_iequals(argument.substr(at), keyword) ? at : argument.size());
    }

    smtp_command command_;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_SMTP_SMTP_COMMAND_HPP
#define FOLDWISE_SMTP_SMTP_COMMAND_HPP

#include <foldwise/base/borrow.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/base/optional.hpp>
#include <foldwise/base/scan.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/diagnostic/diagnostic.hpp>
#include <foldwise/diagnostic/gravest.hpp>
#include <foldwise/smtp/smtp_verb.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// One line that an SMTP client sends as a command (RFC 5321 sections 2.4 and 4.1.1).
///
///     MAIL FROM:<foe@sample.net> SIZE=1024\r\n
///
///     |--|                                       name(); verb() is smtp_verb::mail
///          |-----------------------------|       argument()
///     |--------------------------------------|   raw()
///
///     command = verb [SP argument] CRLF
///
/// Only CRLF ends a command. A line with any other CR or LF is not a command: its verb() is
/// `other`, whatever it says. Some servers take a bare LF or CR for the end of a line, and
/// attackers use it to smuggle commands past those that do not; apparent_verb() says which command
/// such a server sees first. A line that ends without any CR or LF is read as it is: the caller
/// knows whether it is a whole line or the start of one; is_ended() is false.
///
/// The arguments are read by mail_command, rcpt_command, helo_command, bdat_command, vrfy_command,
/// help_command, noop_command, auth_command and xclient_command. Borrows the line; trivially
/// copyable. Total; the constructor is O(line), and so is diagnose(); the other members are O(1).
class smtp_command {
  public:
    constexpr smtp_command() = default;

    /// `line` is one line with its CRLF, or without any line ending.
    explicit constexpr smtp_command(std::string_view line FOLDWISE_LIFETIMEBOUND) noexcept
        : raw_{line} {
        auto const text = this->text();
        has_bare_line_ending_ = scan::in(cr_lf, text, 0) != text.size();
        auto const trimmed = trim(text, fws_octets);
        auto const name_size = scan::in(fws_octets, trimmed, 0);
        name_ = trimmed.substr(0, name_size);
        argument_ = trim(trimmed.substr(name_size), fws_octets);
        apparent_verb_ = smtp_verb_of(name_);
    }
    template <owning_temporary T>
    explicit smtp_command(T&&) = delete; // it would dangle: keep the string in a variable first

    /// The line unchanged, with its line ending.
    constexpr std::string_view raw() const noexcept { return raw_; }

    /// The line without the CRLF at its end.
    constexpr std::string_view text() const noexcept {
        return is_ended() ? raw_.substr(0, raw_.size() - 2) : raw_;
    }

    /// The command; `other` if it is unknown, or if the line has a CR or LF that is not part of the
    /// CRLF at its end.
    constexpr smtp_verb verb() const noexcept {
        return has_bare_line_ending_ ? smtp_verb::other : apparent_verb_;
    }

    /// The command that a server sees first if it also takes a bare CR or LF for the end of a line.
    /// Equal to verb() if the line has none.
    constexpr smtp_verb apparent_verb() const noexcept { return apparent_verb_; }

    /// The first word of the line as written, for commands that are not in smtp_verb; empty if the
    /// line is blank.
    constexpr std::string_view name() const noexcept { return name_; }

    /// The text after the name, without white space at both ends.
    constexpr std::string_view argument() const noexcept { return argument_; }

    /// Whether the line ends with CRLF.
    constexpr bool is_ended() const noexcept { return ending_of(raw_) == line_ending::crlf; }

    /// Whether the line has a CR or LF that is not part of the CRLF at its end.
    constexpr bool has_bare_line_ending() const noexcept { return has_bare_line_ending_; }

    /// Calls `report` with a diagnostic for each problem of the line:
    ///
    ///     smtp_line_ending           the first CR or LF that is not part of the CRLF at the end
    ///     smtp_line_too_long         the octets after the limit of section 4.5.3.1.4, which
    ///                                extensions raise: see the table below
    ///     smtp_command_malformed     a line that does not start with letters, or a command that
    ///                                needs an argument and has none
    ///     smtp_verb_case             a name that is not in upper case
    ///     smtp_white_space           white space before the name, or anything but one SP after it
    ///     smtp_trailing_white_space  white space at the end (section 4.1.1)
    ///     smtp_argument_ignored      text after DATA, RSET, QUIT or STARTTLS
    ///
    ///     command  limit  RFC
    ///     MAIL      1064  SIZE adds 26 octets (1870), SMTPUTF8 10 (6531), BODY=BINARYMIME 16
    ///                     (3030), and AUTH 500 (4954)
    ///     RCPT      1012  ORCPT may have 500 octets (3461)
    ///     AUTH     12288  4954 section 4
    ///     others     512  5321
    template <class Report> // before deviation(), so that clang can evaluate that at compile time
    constexpr void diagnose(Report&& report) const {
        using enum diagnostic_code;
        auto const text = this->text();
        auto const note = [&](diagnostic_code code, std::size_t first, std::size_t last) {
            if (first < last) report(diagnostic{code, first, last - first});
        };
        if (has_bare_line_ending_) {
            auto const at = scan::in(cr_lf, text, 0);
            note(smtp_line_ending, at, at + 1);
        }
        note(smtp_line_too_long, limit(), text.size());
        auto const name = offset_of(raw_, name_);
        auto const argument = offset_of(raw_, argument_);
        auto const name_end = name + name_.size();
        bool const is_name = scan::not_in(alpha, name_, 0) == name_.size() && !name_.empty();
        if (!is_name || (argument_.empty() && needs_argument()))
            report(diagnostic{smtp_command_malformed, 0, text.size()});
        if (is_name && scan::in(lower_case, name_, 0) != name_.size())
            note(smtp_verb_case, name, name_end);
        if (name_.empty()) return;
        note(smtp_white_space, 0, name);
        if (!argument_.empty() && raw_.substr(name_end, argument - name_end) != " ")
            note(smtp_white_space, name_end, argument);
        note(smtp_trailing_white_space, argument_.empty() ? name_end : argument + argument_.size(),
             trim_end(text, cr_lf).size());
        if (takes_none()) note(smtp_argument_ignored, argument, argument + argument_.size());
    }

    /// The gravest diagnostic that diagnose() reports.
    template <class Worst = gravest> // see gravest_of
    constexpr optional<diagnostic> deviation() const noexcept {
        return gravest_of<Worst>(*this);
    }

  private:
    static constexpr char_class cr_lf{"\r\n"};
    static constexpr auto lower_case = char_class::range('a', 'z');

    constexpr std::size_t limit() const noexcept { // without CRLF
        switch (apparent_verb_) {
        case smtp_verb::mail: return 1064 - 2;
        case smtp_verb::rcpt: return 1012 - 2;
        case smtp_verb::auth: return 12288 - 2;
        default: return 512 - 2;
        }
    }
    constexpr bool needs_argument() const noexcept {
        switch (apparent_verb_) {
        case smtp_verb::helo:
        case smtp_verb::ehlo:
        case smtp_verb::lhlo:
        case smtp_verb::mail:
        case smtp_verb::rcpt:
        case smtp_verb::bdat:
        case smtp_verb::vrfy:
        case smtp_verb::expn:
        case smtp_verb::auth:
        case smtp_verb::xclient: return true;
        default: return false;
        }
    }
    constexpr bool takes_none() const noexcept {
        return apparent_verb_ == smtp_verb::data || apparent_verb_ == smtp_verb::rset ||
               apparent_verb_ == smtp_verb::quit || apparent_verb_ == smtp_verb::starttls;
    }

    std::string_view raw_;
    std::string_view name_;
    std::string_view argument_;
    smtp_verb apparent_verb_ = smtp_verb::other;
    bool has_bare_line_ending_ = false;
};

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_TRANSCRIPT_DETAIL_COMMAND_FORM_HPP
#define FOLDWISE_TRANSCRIPT_DETAIL_COMMAND_FORM_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/char_class.hpp>
#include <foldwise/base/trim.hpp>
#include <foldwise/smtp/bdat_command.hpp>
#include <foldwise/smtp/reply_line.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_verb.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI::detail {

/// Whether `text` is certainly a command: it is "DATA", or starts with "HELO ", "EHLO ", "LHLO ",
/// "MAIL FROM:" or "RCPT TO:". ASCII case does not count.
constexpr bool starts_conversation(std::string_view text) noexcept {
    constexpr std::string_view starts[] = {"HELO ", "EHLO ", "LHLO ", "MAIL FROM:", "RCPT TO:"};
    for (auto const start : starts)
        if (ascii_istarts_with(text, start)) return true;
    return ascii_iequals(text, "DATA");
}

/// Whether `command` has the form of a command with a known verb, so that it can hardly be
/// anything else:
///     RSET        yes
///     RSET foo    no: perhaps a command with a mistake, perhaps prose
///     FOO         no
constexpr bool has_command_form(smtp_command const& command) noexcept {
    using enum smtp_verb;
    auto const argument = command.argument();
    switch (command.verb()) {
    case mail: return ascii_istarts_with(argument, "FROM:");
    case rcpt: return ascii_istarts_with(argument, "TO:");
    case bdat: return bdat_command::read(command).has_value();
    case xclient: return argument.find('=') != argument.npos;
    case helo:
    case ehlo:
    case lhlo:
    case vrfy:
    case expn:
    case auth: return !argument.empty();
    case data:
    case rset:
    case quit:
    case help:
    case noop:
    case starttls: return argument.empty();
    default: return false;
    }
}

/// The code of the reply line that `bytes` start with; empty if they start with none.
constexpr std::string_view code_at_start(std::string_view bytes) noexcept {
    auto const line = trim_end(bytes.substr(0, 4), char_class{"\r\n"});
    return is_reply_form(line) ? line.substr(0, 3) : line.substr(0, 0);
}

} // namespace foldwise::inline FOLDWISE_ABI::detail

#endif

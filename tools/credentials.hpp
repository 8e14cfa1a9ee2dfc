#ifndef FOLDWISE_TOOLS_CREDENTIALS_HPP
#define FOLDWISE_TOOLS_CREDENTIALS_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/smtp/smtp_command.hpp>
#include <foldwise/smtp/smtp_verb.hpp>
#include <foldwise/transcript/transcript_line.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace tool {

/// The first word of an argument; if it is the argument of AUTH, this is the mechanism.
inline std::string_view mechanism_in(std::string_view argument) {
    return argument.substr(0, argument.find_first_of(" \t\r\n"));
}

/// Whether a word is the name of a widely used mechanism of AUTH.
inline bool is_mechanism(std::string_view word) {
    constexpr std::string_view names[] = {"PLAIN",      "LOGIN",    "XOAUTH2", "OAUTHBEARER",
                                          "DIGEST-MD5", "CRAM-MD5", "NTLM",    "GSSAPI"};
    return std::any_of(std::begin(names), std::end(names), [word](std::string_view name) {
        return foldwise::ascii_iequals(name, word);
    });
}

/// Whether a word is long and only base64.
inline bool looks_secret(std::string_view word) {
    constexpr std::string_view base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                        "0123456789+/=";
    return word.size() >= 12 && word.find_first_not_of(base64) == word.npos;
}

/// Whether the name of an unknown command looks like credentials, or like a misspelt AUTH, or is
/// that of PASS, which FTP and POP3 have.
inline bool is_doubtful_name(std::string_view name) {
    return looks_secret(name) || foldwise::ascii_iequals(name, "PASS") ||
           foldwise::ascii_istarts_with(name, "AUTH");
}

/// Whether the argument of XCLIENT has the attribute LOGIN.
inline bool has_login(std::string_view argument) {
    constexpr std::string_view login = "LOGIN=";
    for (std::size_t at = 0; at < argument.size(); ++at)
        if (foldwise::ascii_iequals(argument.substr(at, login.size()), login)) return true;
    return false;
}

/// Whether a line of a recorded session may hold credentials, so that it must not be shown: an
/// answer of the client to a challenge, AUTH with a response, XCLIENT with LOGIN, or, because a
/// recording may be incomplete and a command misspelt, an unknown command that looks like one of
/// these. Lines of replies and of messages do not count.
inline bool may_hold_credentials(foldwise::transcript_line const& line) {
    using enum foldwise::transcript_line_kind;
    auto const kind = line.kind();
    if (kind == credentials) return true;
    if (kind != command && kind != possible_command && kind != unplaced) return false;
    foldwise::smtp_command const sent{line.text()};
    auto const argument = sent.argument();
    auto const mechanism = mechanism_in(argument);
    bool const has_response = mechanism.size() != argument.size();
    if (line.verb() == foldwise::smtp_verb::auth) return has_response || looks_secret(mechanism);
    if (line.verb() == foldwise::smtp_verb::xclient) return has_login(argument);
    if (line.verb() != foldwise::smtp_verb::other) return false;
    return is_doubtful_name(sent.name()) || (has_response && is_mechanism(mechanism));
}

} // namespace tool

#endif

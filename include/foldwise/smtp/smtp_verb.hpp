#ifndef FOLDWISE_SMTP_SMTP_VERB_HPP
#define FOLDWISE_SMTP_SMTP_VERB_HPP

#include <foldwise/base/ascii.hpp>

#include <cstddef>
#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The commands of SMTP (RFC 5321 section 4.1.1), LMTP (RFC 2033) and extensions: BDAT (RFC 3030),
/// STARTTLS (RFC 3207), AUTH (RFC 4954), and XCLIENT, by which a proxy tells Postfix about its
/// client.
enum class smtp_verb : unsigned char {
    helo,
    ehlo,
    lhlo,
    mail,
    rcpt,
    data,
    bdat,
    rset,
    vrfy,
    expn,
    help,
    noop,
    quit,
    starttls,
    auth,
    xclient,
    other, ///< any other text
};

namespace detail {

/// The names of the verbs, in the order of the enumerators; "" for `other`.
inline constexpr std::string_view smtp_verb_names[] = {
    "HELO", "EHLO", "LHLO", "MAIL", "RCPT",     "DATA", "BDAT",    "RSET", "VRFY",
    "EXPN", "HELP", "NOOP", "QUIT", "STARTTLS", "AUTH", "XCLIENT", ""};

} // namespace detail

/// The command as a client writes it, such as "MAIL"; "" for `other`.
constexpr std::string_view name_of(smtp_verb verb) noexcept {
    return detail::smtp_verb_names[static_cast<std::size_t>(verb)];
}

/// The verb with this name; `other` if there is none. ASCII case does not count (RFC 5321 section
/// 2.4).
///     smtp_verb_of("mail")  ->  smtp_verb::mail
constexpr smtp_verb smtp_verb_of(std::string_view name) noexcept {
    std::size_t at = 0;
    while (at != static_cast<std::size_t>(smtp_verb::other) &&
           !ascii_iequals(detail::smtp_verb_names[at], name))
        ++at;
    return static_cast<smtp_verb>(at);
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_TRACE_WITH_PROTOCOL_HPP
#define FOLDWISE_TRACE_WITH_PROTOCOL_HPP

#include <foldwise/base/ascii.hpp>

#include <optional>
#include <string_view>

namespace foldwise {

/// What the name of a protocol in a with clause says of a hop. It is what the server wrote
/// that took the message: of hops that lie before one's own servers, a claim.
struct with_protocol {
    bool is_lmtp = false;          ///< RFC 2033: a delivery; SMTP otherwise
    bool is_extended = false;      ///< the client said EHLO (or LHLO)
    bool is_authenticated = false; ///< by SMTP AUTH, RFC 4954
    bool is_encrypted = false;     ///< by STARTTLS, RFC 3207
    bool is_utf8 = false;          ///< with SMTPUTF8, RFC 6531

    friend constexpr bool operator==(with_protocol const&, with_protocol const&) = default;
};

/// What a name means that is registered for SMTP or LMTP (RFC 5321 section 4.4, RFC 3848,
/// RFC 6531 section 4.3); ASCII case does not count. Nothing for other names: "HTTP", "local",
/// "Microsoft SMTP Server".
///     read_with_protocol("ESMTPSA")->is_encrypted  ->  true
///     SMTP / ( "ESMTP" / "LMTP" / "UTF8SMTP" / "UTF8LMTP" ) [ "S" ] [ "A" ]
/// O(1).
constexpr std::optional<with_protocol> read_with_protocol(std::string_view name) noexcept {
    constexpr struct {
        std::string_view name;
        with_protocol meaning;
    } families[] = {
        {"ESMTP", {false, true, false, false, false}},
        {"LMTP", {true, true, false, false, false}},
        {"UTF8SMTP", {false, true, false, false, true}},
        {"UTF8LMTP", {true, true, false, false, true}},
    };
    if (ascii_iequals(name, "SMTP")) return with_protocol{};
    for (auto const& family : families) {
        if (!ascii_iequals(name.substr(0, family.name.size()), family.name)) continue;
        auto const suffix = name.substr(family.name.size());
        auto found = family.meaning;
        found.is_encrypted = ascii_iequals(suffix, "S") || ascii_iequals(suffix, "SA");
        found.is_authenticated = ascii_iequals(suffix, "A") || ascii_iequals(suffix, "SA");
        if (suffix.empty() || found.is_encrypted || found.is_authenticated) return found;
    }
    return std::nullopt;
}

} // namespace foldwise

#endif

#ifndef FOLDWISE_TRACE_WITH_PROTOCOL_HPP
#define FOLDWISE_TRACE_WITH_PROTOCOL_HPP

#include <foldwise/base/ascii.hpp>
#include <foldwise/base/optional.hpp>

#include <string_view>

namespace foldwise::inline FOLDWISE_ABI {

/// The meaning of a protocol's name in the with clause of a Received field. The receiving server
/// wrote the name: if that is not one of your own servers, the name is only a claim.
struct with_protocol {
    bool is_lmtp = false;          ///< LMTP (RFC 2033), used for final delivery; otherwise SMTP
    bool is_extended = false;      ///< the client said EHLO or LHLO
    bool is_authenticated = false; ///< with SMTP AUTH (RFC 4954)
    bool is_encrypted = false;     ///< with STARTTLS (RFC 3207)
    bool is_utf8 = false;          ///< with SMTPUTF8 (RFC 6531)

    /// The meaning of a name that is registered for SMTP or LMTP (RFC 5321 section 4.4, RFC 3848,
    /// RFC 6531 section 4.3); ASCII case does not count. Empty for other names, such as "HTTP",
    /// "local" or "Microsoft SMTP Server". O(1).
    ///     "SMTP" / ( "ESMTP" / "LMTP" / "UTF8SMTP" / "UTF8LMTP" ) [ "S" ] [ "A" ]
    ///     with_protocol::from_name("ESMTPSA")->is_encrypted  ->  true
    static constexpr optional<with_protocol> from_name(std::string_view name) noexcept;

    friend constexpr bool operator==(with_protocol const&, with_protocol const&) = default;
};

constexpr optional<with_protocol> with_protocol::from_name(std::string_view name) noexcept {
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
        if (!ascii_istarts_with(name, family.name)) continue;
        auto const suffix = name.substr(family.name.size());
        auto found = family.meaning;
        found.is_encrypted = ascii_iequals(suffix, "S") || ascii_iequals(suffix, "SA");
        found.is_authenticated = ascii_iequals(suffix, "A") || ascii_iequals(suffix, "SA");
        if (suffix.empty() || found.is_encrypted || found.is_authenticated) return found;
    }
    return std::nullopt;
}

} // namespace foldwise::inline FOLDWISE_ABI

#endif

#ifndef FOLDWISE_TOOLS_AUTH_TEXT_HPP
#define FOLDWISE_TOOLS_AUTH_TEXT_HPP

#include "part_text.hpp"

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/auth/resinfo.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tool {

// Texts about what servers recorded. They are octets from the message.

/// The names of the values of foldwise::spf_result.
inline constexpr std::string_view spf_result_names[] = {"none",     "neutral",   "pass",     "fail",
                                                        "softfail", "temperror", "permerror"};

/// The texts in one: "a, b".
template <class Texts>
std::string joined(Texts const& texts) {
    std::string all;
    bool is_first = true;
    for (auto const& text : texts) {
        if (!std::exchange(is_first, false)) all += ", ";
        all += text;
    }
    return all;
}

/// The part of an address after its last "@"; all of it if there is none.
inline std::string domain_part(std::string const& text) {
    auto const at = text.rfind('@');
    return at == text.npos ? text : text.substr(at + 1);
}

/// The domain that a check was about, from the property that RFC 8601 section 2.7 defines for its
/// method; empty if none is recorded. A result of SPF without MAIL FROM is about the name that the
/// client gave in HELO.
inline std::string domain_of(foldwise::resinfo const& result) {
    struct {
        std::string_view method; // empty: any
        std::string_view ptype;
        std::string_view property;
    } static constexpr places[] = {
        {"spf", "smtp", "mailfrom"},  {"spf", "smtp", "helo"},     {"dkim", "header", "d"},
        {"dkim", "header", "i"},      {"dmarc", "header", "from"}, {"dkim-adsp", "header", "from"},
        {"auth", "smtp", "mailfrom"}, {"auth", "smtp", "auth"},    {"sender-id", "header", "from"},
        {"iprev", "policy", "iprev"}, {"bimi", "header", "d"},     {"", "header", "d"},
        {"", "header", "from"},
    };
    for (auto const& place : places) {
        if (!place.method.empty() && !result.is(place.method)) continue;
        auto const found = result.find(place.ptype, place.property);
        if (!found) continue;
        if (auto domain = domain_part(found->value().text().to_string()); !domain.empty())
            return lower(domain);
    }
    return {};
}

/// What the server wrote about a result for people: the reason, or else the first comment.
inline std::string note_of(foldwise::resinfo const& result) {
    if (auto const reason = result.reason()) return reason->text().to_string();
    auto const comment = result.comments().first();
    return comment ? comment->text().to_string() : std::string{};
}

/// The domain that a Received-SPF field is about: that of the address, or the name, that the server
/// checked. Empty if none is recorded.
inline std::string domain_of(foldwise::received_spf const& spf) {
    auto const identity = spf.find("identity");
    bool const is_helo = identity && identity->value().is_domain("helo");
    for (std::string_view const key : {is_helo ? "helo" : "envelope-from", "helo"})
        if (auto const found = spf.find(key))
            if (auto domain = domain_part(found->value().text().to_string()); !domain.empty())
                return lower(domain);
    return {};
}

/// What the server wrote about the result for people: the comment.
inline std::string note_of(foldwise::received_spf const& spf) {
    auto const comment = spf.comment();
    return comment ? comment->text().to_string() : std::string{};
}

/// The server that recorded the results; empty if the field does not say.
inline std::string server_of(foldwise::authentication_results const& field) {
    auto const id = field.authserv_id();
    return id ? id->to_string() : std::string{};
}

} // namespace tool

#endif

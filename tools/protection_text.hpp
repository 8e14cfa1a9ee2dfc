#ifndef FOLDWISE_TOOLS_PROTECTION_TEXT_HPP
#define FOLDWISE_TOOLS_PROTECTION_TEXT_HPP

#include "part_text.hpp"

#include <foldwise/mime/entity.hpp>

#include <string>
#include <string_view>

namespace tool {

/// What the tool does not show of an entity: a line if it is signed, since nothing is verified, or
/// encrypted. Empty for others. (RFC 1847, RFC 3156, RFC 8551 section 3)
inline std::string protection_of(foldwise::entity const& part) {
    auto const type = part.content_type();
    auto const parameter = [&](std::string_view name) {
        auto const found = type.parameters().find(name);
        return found ? lower(found->text().to_string()) : std::string{};
    };
    bool const is_signed = type.is("multipart", "signed");
    if (is_signed || type.is("multipart", "encrypted")) {
        auto const protocol = parameter("protocol");
        std::string with;
        if (protocol.find("pgp-") != protocol.npos) with = " with OpenPGP";
        if (protocol.find("pkcs7-") != protocol.npos) with = " with S/MIME";
        return is_signed ? "Signed" + with + "; the signature is not verified."
                         : "Encrypted" + with + "; what it says cannot be shown.";
    }
    if (!type.is("application", "pkcs7-mime") && !type.is("application", "x-pkcs7-mime")) return {};
    auto const kind = parameter("smime-type");
    if (kind == "signed-data")
        return "Signed with S/MIME; what it says is inside the signature, and is not shown.";
    if (kind == "certs-only") return {};
    if (kind == "compressed-data") return "Compressed with S/MIME; what it says is not shown.";
    return "Encrypted with S/MIME; what it says cannot be shown.";
}

/// The lines about all parts of a message, each line once.
inline std::string protection_of_all(foldwise::entity const& root) {
    std::string lines;
    for (auto const part : root.walk()) {
        auto const line = protection_of(part);
        if (!line.empty() && lines.find(line) == lines.npos) lines.append(line) += '\n';
    }
    return lines;
}

} // namespace tool

#endif

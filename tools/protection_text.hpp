#ifndef FOLDWISE_TOOLS_PROTECTION_TEXT_HPP
#define FOLDWISE_TOOLS_PROTECTION_TEXT_HPP

#include "part_text.hpp"

#include <foldwise/mime/entity.hpp>
#include <foldwise/transfer/transfer_encoding.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace tool {

/// How a text is protected by OpenPGP without MIME (RFC 9580 sections 6.2 and 7).
enum class armor : unsigned char { none, is_signed, is_encrypted };

/// How a text is protected, by its first armor header line:
///     -----BEGIN PGP MESSAGE-----
///     -----BEGIN PGP SIGNED MESSAGE-----
inline armor armor_of(std::string_view text) {
    constexpr std::string_view start = "-----BEGIN PGP ";
    for (auto at = text.find(start); at != text.npos; at = text.find(start, at + start.size())) {
        if (at != 0 && text[at - 1] != '\n') continue;
        auto line = text.substr(at + start.size());
        line = line.substr(0, line.find('\n'));
        line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
        if (line == "MESSAGE-----") return armor::is_encrypted;
        if (line == "SIGNED MESSAGE-----") return armor::is_signed;
    }
    return armor::none;
}

/// The same for a part, if it is text other than HTML and not an attachment; none for other parts.
/// An encoded text is decoded in blocks. O(part).
inline armor armor_of(foldwise::entity const& part) {
    if (!part.is_leaf()) return armor::none;
    auto const type = part.content_type();
    bool const is_text = type.is("text") && !type.is("text", "html");
    if (!is_text && !type.is("application", "pgp")) return armor::none;
    auto const disposition = part.content_disposition();
    if (disposition && disposition->is("attachment")) return armor::none;
    if (!foldwise::is_encoded(part.encoding())) return armor_of(part.raw_body());

    constexpr std::size_t longest = 100; // of a line that may be an armor header line
    auto found = armor::none;
    std::string line; // at most the first `longest` octets of a line that is cut between blocks
    part.decoded().for_each_block([&](std::string_view block) {
        while (!block.empty() && found == armor::none) {
            auto const end = std::min(block.find('\n'), block.size());
            line.append(block.substr(0, std::min(end, longest - line.size())));
            if (end == block.size()) return;
            found = armor_of(std::string_view{line});
            line.clear();
            block.remove_prefix(end + 1);
        }
    });
    return found != armor::none ? found : armor_of(std::string_view{line});
}

/// A line that says that an entity is signed (nothing is verified), encrypted or compressed; empty
/// for others. (RFC 1847, RFC 3156, RFC 8551 section 3)
inline std::string protection_of(foldwise::entity const& part) {
    switch (armor_of(part)) {
    case armor::is_signed:
        return "Signed with OpenPGP, inside the text; the signature is not verified.";
    case armor::is_encrypted:
        return "Encrypted with OpenPGP, inside the text; what it says cannot be shown.";
    case armor::none: break;
    }
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

/// Such lines about all parts of a message, each line once.
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

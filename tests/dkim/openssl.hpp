#ifndef FOLDWISE_TESTS_DKIM_OPENSSL_HPP
#define FOLDWISE_TESTS_DKIM_OPENSSL_HPP

// Verifies signatures with the openssl command. What is hashed, and the signature, come from
// foldwise.

#include <foldwise/dkim/seal_tags.hpp>
#include <foldwise/transfer.hpp>

#include "../sha256.hpp"
#include "../support.hpp"
#include "../temporary_directory.hpp"

#include <cstdlib>
#include <string>
#include <string_view>

namespace test {

inline bool runs(std::string const& command) {
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

inline bool has_openssl() { return runs("openssl version"); }

/// The p= of an Ed25519 key (RFC 8463 section 4), 32 octets in base64, as a SubjectPublicKeyInfo:
/// 12 octets come before it (RFC 8410), which are 16 characters in base64.
inline std::string ed25519_key(std::string_view p) {
    return std::string{"MCowBQYDK2VwAyEA"}.append(p);
}

/// Whether openssl verifies the signature of `text` with the key, a SubjectPublicKeyInfo in base64.
template <class Text>
bool is_verified(foldwise::seal_tags const& tags, Text const& text, std::string_view key) {
    // SHA-256 of the text. RSA signs the hash, and so does Ed25519 (RFC 8463 section 3).
    sha256 hash;
    for (auto const piece : text.pieces()) hash.update(piece);
    auto const digest = hash.finish();
    std::string const digest_octets{digest.begin(), digest.end()};

    std::string pem = "-----BEGIN PUBLIC KEY-----\n";
    for (; !key.empty(); key.remove_prefix(key.size() < 64 ? key.size() : 64))
        pem.append(key.substr(0, 64)).append("\n");
    temporary_directory const folder;
    auto const key_file = folder.file("key.pem", pem + "-----END PUBLIC KEY-----\n");
    auto const text_file = folder.file("digest", digest_octets);
    auto const b64 = tags.signature()->to_string();
    auto const signature = folder.file("signature", foldwise::base64_decoded{b64}.to_string());
    auto const* const kind =
        tags.algorithm()->key_type == "ed25519" ? " -rawin" : " -pkeyopt digest:sha256";
    return runs("openssl pkeyutl -verify -pubin -inkey " + key_file + " -in " + text_file +
                " -sigfile " + signature + kind);
}

} // namespace test

#endif

// Verifies whole ARC chains of the corpus with the openssl command: each seal, each message
// signature and each body hash. The keys are at the start of the files.

#include <foldwise/dkim/sealed_header.hpp>

#include <foldwise/auth/tag_list.hpp>
#include <foldwise/base/line.hpp>
#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/arc_chain.hpp>
#include <foldwise/dkim/signed_body.hpp>
#include <foldwise/dkim/signed_header.hpp>

#include "../sha256.hpp"
#include "../support.hpp"
#include "../tables.hpp"
#include "openssl.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <system_error>

namespace {

using namespace foldwise;

/// A message with the keys of its signatures, by their names in the DNS.
struct sealed_mail {
    std::map<std::string, std::string> keys;
    std::string octets;
};

sealed_mail read_mail(std::string const& path) {
    sealed_mail mail;
    auto const file = test::octets_of(path);
    std::string_view rest{file};
    for (auto const l : lines{file}) {
        rest.remove_prefix(l.raw().size());
        if (l.text().empty()) break;
        auto const space = l.text().find(' ');
        tag_list const record{l.text().substr(space + 1)};
        auto const p = record.find("p")->value().to_string();
        bool const is_ed25519 = record.find("k") && record.find("k")->value() == "ed25519";
        mail.keys[std::string{l.text().substr(0, space)}] = is_ed25519 ? test::ed25519_key(p) : p;
    }
    mail.octets = rest;
    return mail;
}

std::string key_of(sealed_mail const& mail, seal_tags const& tags) {
    auto name = std::string{*tags.selector()}.append("._domainkey.").append(*tags.domain());
    auto const found = mail.keys.find(name);
    return found == mail.keys.end() ? std::string{} : found->second;
}

/// Verifies each signature of the chain. Returns how many there are.
std::size_t verify_chain(sealed_mail const& mail, std::string const& octets, bool expected) {
    message const m{octets};
    arc_chain const chain{m};
    CHECK(chain.can_pass());
    std::size_t verified = 0;
    for (auto const& set : chain) {
        auto const seal = *set.seal();
        sealed_header const sealed{chain, set.instance(), m};
        CHECK_FALSE(sealed.problem());
        CHECK(test::is_verified(seal, sealed, key_of(mail, seal)) == expected);
        ++verified;

        auto const signature = *set.message_signature();
        signed_header const header{signature, *set.find(arc_member::message_signature), m};
        bool const is_signed = test::is_verified(signature, header, key_of(mail, signature));
        auto const body = signed_body(signature, m);
        bool const has_hash = *signature.body_hash() == test::base64_hash_of(*body);
        CHECK((is_signed && has_hash) == expected);
        ++verified;
    }
    return verified;
}

TEST_CASE("sealed_header: openssl verifies the ARC chains of the corpus") {
    auto const folder =
        std::string{FOLDWISE_SOURCE_DIR "/../shared/corpus/stalwart-mail-auth/arc/"};
    std::error_code error;
    if (!std::filesystem::exists(folder, error) || !test::has_openssl()) {
        MESSAGE("the corpus or the openssl command is missing: no chain was verified");
        return;
    }
    std::size_t verified = 0;
    for (auto const* const name : {"001.txt", "002.txt"}) {
        auto const mail = read_mail(folder + name);
        verified += verify_chain(mail, mail.octets, true);
        std::string crlf;
        for (char const octet : mail.octets)
            octet == '\n' ? crlf.append("\r\n") : crlf.append(1, octet);
        verified += verify_chain(mail, crlf, true);
    }
    CHECK(verified == 2 * (2 + 4));
}

TEST_CASE("sealed_header: openssl rejects what was changed in an ARC chain") {
    auto const path =
        std::string{FOLDWISE_SOURCE_DIR "/../shared/corpus/stalwart-mail-auth/arc/002.txt"};
    std::error_code error;
    if (!std::filesystem::exists(path, error) || !test::has_openssl()) return;
    auto const mail = read_mail(path);
    auto changed = mail.octets;
    // The oldest results are sealed by both seals, but not by the message signatures.
    auto const at = changed.find("dkim=pass", changed.find("ARC-Authentication-Results: i=1"));
    REQUIRE(at != changed.npos);
    changed[at] = 'x';
    message const m{changed};
    arc_chain const chain{m};
    for (auto const& set : chain) {
        auto const seal = *set.seal();
        sealed_header const sealed{chain, set.instance(), m};
        CHECK_FALSE(test::is_verified(seal, sealed, key_of(mail, seal)));
        auto const signature = *set.message_signature();
        signed_header const header{signature, *set.find(arc_member::message_signature), m};
        CHECK(test::is_verified(signature, header, key_of(mail, signature)));
    }
}

} // namespace

// The hash functions of the tests: SHA-256 and SHA-1.

#include "sha256.hpp"

#include "sha1.hpp"
#include "support.hpp"

namespace {

struct row {
    std::string_view message;
    std::string_view sha256;
    std::string_view sha1;
};

// The examples for FIPS 180-4 (NIST's Secure Hashing examples and FIPS 180-2 appendices A and B).
constexpr row table[] = {
    {"", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "2jmj7l5rSw0yVb/vlWAYkK/YBwk="},
    {"abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=", "hJg+RBw70m66rkqh+VEp5eVGcPE="},
    {"\r\n", "frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=",
     "uoq1oCgLlTqpdDX/iUbLy7J1Wic="}, // RFC 6376 section 3.4.3
};

template <class Hash>
constexpr test::base64_text hash_of(std::string_view message) {
    Hash hash;
    hash.update(message);
    return test::base64_text{hash.finish()};
}

constexpr bool examples_have_their_hashes() {
    for (auto const& each : table) {
        REQUIRE_SAME(each.message, std::string_view{hash_of<test::sha256>(each.message)},
                     each.sha256);
        REQUIRE_SAME(each.message, std::string_view{hash_of<test::sha1>(each.message)}, each.sha1);
    }
    return true;
}
CASE("sha256: the examples for FIPS 180-4", examples_have_their_hashes)

TEST_CASE("sha256: a million times the letter a") {
    std::string const message(1'000'000, 'a');
    CHECK(std::string_view{hash_of<test::sha256>(message)} ==
          "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA=");
    CHECK(std::string_view{hash_of<test::sha1>(message)} == "NKqXPNTE2qT2Husr260nMWU0AW8=");
}

} // namespace

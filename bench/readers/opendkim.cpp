// The relaxed canonicalization of OpenDKIM. Its functions for that are internal: dkim_body calls
// them and hashes what they return. To measure them without the hash, SHA256_Update of this program
// takes the place of that of libcrypto for libopendkim, and only counts.

#include "opendkim.hpp"

#define _Bool bool // a C keyword that the header uses
#include <opendkim/dkim.h>

namespace {

// The hash of the body is the first one that is updated after the header.
void const* body_hash = nullptr;
std::size_t hashed = 0;

// Any RSA key: nothing is signed. It is that of RFC 6376 appendix C.
char key[] = "-----BEGIN RSA PRIVATE KEY-----\n"
             "MIICXwIBAAKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFC\n"
             "jxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gb\n"
             "to/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB\n"
             "AoGBALmn+XwWk7akvkUlqb+dOxyLB9i5VBVfje89Teolwc9YJT36BGN/l4e0l6QX\n"
             "/1//6DWUTB3KI6wFcm7TWJcxbS0tcKZX7FsJvUz1SbQnkS54DJck1EZO/BLa5ckJ\n"
             "gAYIaqlA9C0ZwM6i58lLlPadX/rtHb7pWzeNcZHjKrjM461ZAkEA+itss2nRlmyO\n"
             "n1/5yDyCluST4dQfO8kAB3toSEVc7DeFeDhnC1mZdjASZNvdHS4gbLIA1hUGEF9m\n"
             "3hKsGUMMPwJBAPW5v/U+AWTADFCS22t72NUurgzeAbzb1HWMqO4y4+9Hpjk5wvL/\n"
             "eVYizyuce3/fGke7aRYw/ADKygMJdW8H/OcCQQDz5OQb4j2QDpPZc0Nc4QlbvMsj\n"
             "7p7otWRO5xRa6SzXqqV3+F0VpqvDmshEBkoCydaYwc2o6WQ5EBmExeV8124XAkEA\n"
             "qZzGsIxVP+sEVRWZmW6KNFSdVUpk3qzK0Tz/WjQMe5z0UunY9Ax9/4PVhp/j61bf\n"
             "eAYXunajbBSOLlx4D+TunwJBANkPI5S9iylsbLs6NkaMHV6k5ioHBBmgCak95JGX\n"
             "GMot/L2x0IYyMLAz6oLWh2hm7zwtb0CgOrPo1ke44hFYnfc=\n"
             "-----END RSA PRIVATE KEY-----\n";

unsigned char const* unsigned_octets(char const* text) {
    return reinterpret_cast<unsigned char const*>(text);
}

} // namespace

extern "C" int SHA256_Update(void* hash, void const*, std::size_t size) {
    if (body_hash == nullptr) body_hash = hash;
    if (body_hash == hash) hashed += size;
    return 1;
}

namespace bench {

std::size_t opendkim_relaxed_octets(std::string_view body) {
    static auto* const library = dkim_init(nullptr, nullptr);
    if (library == nullptr) return 0;
    DKIM_STAT status = DKIM_STAT_OK;
    auto* const handle =
        dkim_sign(library, unsigned_octets("bench"), nullptr, reinterpret_cast<dkim_sigkey_t>(key),
                  unsigned_octets("brisbane"), unsigned_octets("example.com"), DKIM_CANON_RELAXED,
                  DKIM_CANON_RELAXED, DKIM_SIGN_RSASHA256, -1, &status);
    if (handle == nullptr) return 0;
    unsigned char from[] = "From: a@example.com";
    bool const is_read = dkim_header(handle, from, sizeof from - 1) == DKIM_STAT_OK &&
                         dkim_eoh(handle) == DKIM_STAT_OK;
    body_hash = nullptr;
    hashed = 0;
    // dkim_body takes a pointer to octets that it may change, but does not.
    auto* const octets = reinterpret_cast<unsigned char*>(const_cast<char*>(body.data()));
    bool const is_hashed = is_read && dkim_body(handle, octets, body.size()) == DKIM_STAT_OK;
    // The end of the body comes with the end of the message. The signature that is made then takes
    // as long as about 100 KiB of body.
    if (is_hashed) dkim_eom(handle, nullptr);
    dkim_free(handle);
    return is_hashed ? hashed : 0;
}

} // namespace bench

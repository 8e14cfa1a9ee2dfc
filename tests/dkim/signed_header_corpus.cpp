// The body hashes of all signatures in real mail. tests/data/expected/body-hashes.tsv lists each
// signature whose bh= is not the hash of the canonical body, with the reason.

#include <foldwise/dkim/signed_header.hpp>

#include "../mail_files.hpp"
#include "../sha1.hpp"
#include "../sha256.hpp"
#include "../support.hpp"
#include "../tables.hpp"

#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/dkim_signature.hpp>
#include <foldwise/dkim/signed_body.hpp>
#include <foldwise/mbox.hpp>

#include <map>
#include <string>

namespace {

using foldwise::message;
using foldwise::signature_tags;

/// The rows of the table: the reason for each "file:number", name and domain.
std::map<std::string, std::string> reasons() {
    std::map<std::string, std::string> all;
    std::string const table =
        test::octets_of(FOLDWISE_SOURCE_DIR "/tests/data/expected/body-hashes.tsv");
    for (auto const line : foldwise::lines{table}) {
        auto const text = line.text();
        auto const tab = text.rfind('\t');
        if (text.starts_with('#') || tab == text.npos) continue;
        all.emplace(text.substr(0, tab), text.substr(tab + 1));
    }
    return all;
}

/// Whether bh= is the hash of the canonical body. `m` is a message without mbox quotes.
bool has_its_hash(signature_tags const& s, message const& m) {
    auto const a = s.algorithm();
    auto const bh = s.body_hash();
    auto const body = signed_body(s, m);
    if (!a || !bh || !body) return false;
    if (a->hash == "sha1") return *bh == test::base64_hash_of<test::sha1>(*body);
    return a->hash == "sha256" && *bh == test::base64_hash_of(*body);
}

struct tally {
    std::map<std::string, std::string> reasons;
    std::map<std::string, std::string> without_reason;
    std::map<std::string, std::string> used;
    std::size_t same = 0;

    void count(std::string const& where, std::string_view name, signature_tags const& s,
               message const& m) {
        if (has_its_hash(s, m)) {
            ++same;
            return;
        }
        auto const d = s.domain();
        auto const key = where + "\t" + std::string{name} + "\t" + std::string{d ? *d : "?"};
        (reasons.contains(key) ? used : without_reason)[key] = reasons[key];
    }
    void count(std::string const& where, message const& m) {
        for (auto const f : m.header()) {
            if (f.is("DKIM-Signature")) count(where, f.name(), foldwise::dkim_signature{f}, m);
            if (f.is("ARC-Message-Signature"))
                count(where, f.name(), foldwise::arc_message_signature{f}, m);
        }
    }
};

TEST_CASE("signed_body: the hashes of real mail, except for those listed with a reason") {
    tally counted{reasons(), {}, {}, 0};
    auto const rows = counted.reasons.size();
    std::string const corpus = FOLDWISE_SOURCE_DIR "/../shared/corpus/";
    bool is_there = false;
    test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
        if (!path.starts_with(corpus)) return;
        is_there = true;
        auto const where = path.substr(corpus.size()) + ":";
        if (!bytes.starts_with("From ")) return counted.count(where + "1", message{bytes});
        std::size_t number = 0;
        for (auto const entry : foldwise::mbox{bytes}) {
            // Signatures are made over the message as it was before it came into the mbox.
            auto const octets =
                foldwise::unquoted{entry.message().raw(), entry.quotes()}.to_string();
            counted.count(where + std::to_string(++number), message{octets});
        }
    });
    if (!is_there) {
        MESSAGE("the corpus is not there: nothing was compared");
        return;
    }
    MESSAGE(counted.same, " body hashes are the same, ", rows, " differ for a known reason");
    for (auto const& [key, reason] : counted.without_reason) FAIL_CHECK("differs: ", key);
    CHECK(counted.used.size() == rows); // otherwise the table has a row too many
    CHECK(counted.same >= 553);
}

} // namespace

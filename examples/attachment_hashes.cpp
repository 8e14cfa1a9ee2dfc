// A hash of each attachment, without a copy of its decoded octets: to find the same file in several
// messages. Any hash function will do; this one only detects equal files that nobody has forged.
//     build/bin/examples_attachment_hashes tests/data/demo.mbox

#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>
#include <foldwise/mime.hpp>
#include <foldwise/parameters.hpp>

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <unordered_map>

/// FNV-1a with 64 bits. SHA-256 of a cryptographic library has the same two functions.
class fnv1a {
  public:
    void update(std::string_view octets) {
        for (char const c : octets) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    }
    std::uint64_t finish() const { return hash_; }

  private:
    std::uint64_t hash_ = 0xCBF29CE484222325;
};

/// Passes the decoded octets to the hash function in blocks.
template <class Hash>
auto hash_of(foldwise::decoded_body const& body, Hash hash) {
    body.for_each_block([&hash](std::string_view block) { hash.update(block); });
    return hash.finish();
}

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) return 2;
    std::unordered_map<std::uint64_t, int> first_messages; // the first message with this hash
    int number = 0;
    for (auto const entry : foldwise::mbox{file.bytes()}) {
        ++number;
        foldwise::entity const mail{entry};
        for (auto const part : foldwise::attachments(mail)) {
            auto const hash = hash_of(part.decoded(), fnv1a{});
            auto const first = first_messages.emplace(hash, number).first->second;
            std::printf("%d: %016" PRIx64 " %zu octets, %s", number, hash, part.decoded().length(),
                        foldwise::safe_file_name{part}.to_string().c_str());
            if (first != number) std::printf(", as in message %d", first);
            std::printf("\n");
        }
    }
}

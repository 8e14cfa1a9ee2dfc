// A mail filter (milter) receives a message in chunks. It stops at the end of the header section,
// searches no octet twice, and gives up on a header section that is longer than its limit.
//     build/bin/examples_milter tests/data/single-crlf.eml
//     build/bin/examples_milter tests/data/single-crlf.eml 200

#include <foldwise/message.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

/// The header section of a message that arrives in chunks. Keeps at most `limit` octets.
class header_reader {
  public:
    enum class state { reading, complete, too_long };

    explicit header_reader(std::size_t limit) : limit_{limit} {}

    state take(std::string_view chunk) {
        buffer_.append(chunk.substr(0, limit_ - buffer_.size()));
        end_ = foldwise::find_header_end(buffer_, end_.position); // continues where it stopped
        if (end_.found()) return state::complete;
        return buffer_.size() == limit_ ? state::too_long : state::reading;
    }

    foldwise::message message() const { return foldwise::message{buffer_, end_}; }

  private:
    std::size_t limit_;
    std::string buffer_;
    foldwise::header_end end_;
};

int main(int argc, char** argv) {
    std::ifstream file{argc > 1 ? argv[1] : "in.eml", std::ios::binary};
    header_reader reader{argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 64 * 1024};
    auto state = header_reader::state::reading;
    int chunks = 0;
    char chunk[100];
    while (state == header_reader::state::reading &&
           (file.read(chunk, sizeof chunk), file.gcount() > 0)) {
        state = reader.take({chunk, static_cast<std::size_t>(file.gcount())});
        ++chunks;
    }
    if (state == header_reader::state::too_long) {
        std::printf("refused after %d chunks: the header section is too long\n", chunks);
        return 1;
    }
    // If the message has ended without an empty line, all of it is header section.
    std::printf("%td fields after %d chunks\n", std::ranges::distance(reader.message().header()),
                chunks);
}

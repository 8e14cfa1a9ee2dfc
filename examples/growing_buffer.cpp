// A mail filter gets a message in chunks and wants its header section as soon as it is
// whole, without looking at the same bytes twice.
// prints: header section complete after 3 chunks: 9 fields

#include <foldwise/message/message.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>

int main(int argc, char** argv) {
    std::ifstream file{argc > 1 ? argv[1] : "in.eml", std::ios::binary};
    std::string from_line;
    std::getline(file, from_line); // the sample is an mbox

    std::string buffer;
    foldwise::header_end end;
    int chunks = 0;
    for (char chunk[256]; !end.found() && (file.read(chunk, sizeof chunk), file.gcount() > 0);) {
        buffer.append(chunk, static_cast<std::size_t>(file.gcount()));
        end = foldwise::find_header_end(buffer, end.position);
        ++chunks;
    }
    foldwise::message const message{buffer};
    std::printf("header section %s after %d chunks: %td fields\n",
                end.found() ? "complete" : "not complete", chunks,
                std::ranges::distance(message.header()));
}

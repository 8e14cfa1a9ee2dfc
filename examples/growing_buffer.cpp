// A mail filter receives a message in chunks. It reads the header section as soon as it is
// complete, and never searches the same bytes twice.
//     build/bin/examples_growing_buffer tests/data/demo.mbox
// prints: header section complete after 3 chunks: 9 fields

#include <foldwise/message.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>

int main(int argc, char** argv) {
    std::ifstream file{argc > 1 ? argv[1] : "in.mbox", std::ios::binary};
    std::string from_line;
    std::getline(file, from_line); // in an mbox, the first message starts on the second line

    std::string buffer;
    foldwise::header_end end;
    int chunks = 0;
    for (char chunk[256]; !end.found() && (file.read(chunk, sizeof chunk), file.gcount() > 0);) {
        buffer.append(chunk, static_cast<std::size_t>(file.gcount()));
        end = foldwise::find_header_end(buffer, end.position); // continues where it stopped
        ++chunks;
    }
    foldwise::message const message{buffer, end}; // does not search for the end again
    std::printf("header section %s after %d chunks: %td fields\n",
                end.found() ? "complete" : "not complete", chunks,
                std::ranges::distance(message.header()));
}

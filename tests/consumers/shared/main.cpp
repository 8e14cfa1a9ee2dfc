// Uses two shared libraries that were built with different versions of foldwise, and foldwise itself.
#include <foldwise/message.hpp>

#include <string_view>

extern "C" {
int read_with_one(char const* bytes, char* domain);
int read_with_other(char const* bytes, char* domain);
}

int main() {
    char const* const bytes = "From: Astrid <foe@(here) sample.\n net>\n"
                              "Content-Type: application/pdf\n"
                              "Content-Disposition: attachment\n\nx\n";
    for (auto* const read : {read_with_one, read_with_other}) {
        char domain[101] = {};
        if (read(bytes, domain) != 1 || std::string_view{domain} != "sample.net") return 1;
    }
    return foldwise::message{bytes}.body() == "x\n" ? 0 : 2;
}

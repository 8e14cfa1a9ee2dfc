// Runs a fuzz target on the files named on the command line, and on all files in the folders named
// there, with all properties. This tests its seeds and past findings with any compiler.

#include "properties.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace {

std::size_t replayed = 0;
std::size_t unreadable = 0;

void replay(std::filesystem::path const& path) {
    std::printf("%s\n", path.string().c_str());
    std::fflush(stdout); // the target may abort
    std::ifstream file{path, std::ios::binary};
    std::string const bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file) {
        std::printf("  cannot be read\n");
        ++unreadable;
        return;
    }
    // No terminating NUL follows, so a sanitizer detects octets that are read too far.
    std::vector<std::uint8_t> const exactly(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(exactly.data(), exactly.size());
    ++replayed;
}

} // namespace

int main(int argc, char** argv) {
    fuzz::tries_everything = true;
    for (int i = 1; i < argc; ++i) {
        if (!std::filesystem::is_directory(argv[i])) {
            replay(argv[i]);
            continue;
        }
        for (auto const& entry : std::filesystem::recursive_directory_iterator{argv[i]})
            if (entry.is_regular_file()) replay(entry.path());
    }
    std::printf("%zu inputs replayed, %zu could not be read\n", replayed, unreadable);
    return replayed != 0 && unreadable == 0 ? 0 : 1;
}

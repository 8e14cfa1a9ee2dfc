// Four threads read one mailbox. Each reads a range of its octets. Every message is read exactly
// once, wherever the ranges end.
//     build/bin/examples_shares tests/data/demo.mbox

#include <foldwise/mapped_file.hpp>
#include <foldwise/mbox.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <thread>
#include <vector>

int main(int argc, char** argv) {
    std::error_code error;
    auto const file = foldwise::mapped_file::open(argc > 1 ? argv[1] : "in.mbox", error);
    if (error) return 2;
    auto const bytes = file.bytes();

    constexpr std::uint64_t workers = 4;
    std::atomic<std::uint64_t> messages = 0;
    std::vector<std::thread> threads;
    for (std::uint64_t k = 0; k < workers; ++k)
        threads.emplace_back([&messages, bytes, k] {
            foldwise::mbox const share{bytes, {}, foldwise::shard(bytes.size(), k, workers)};
            for (auto const entry : share)
                if (!entry.raw().empty()) ++messages;
        });
    for (auto& thread : threads) thread.join();
    std::printf("%ju messages by %ju threads\n", std::uintmax_t{messages}, std::uintmax_t{workers});
}

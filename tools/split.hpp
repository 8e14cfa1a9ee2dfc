#ifndef FOLDWISE_TOOLS_SPLIT_HPP
#define FOLDWISE_TOOLS_SPLIT_HPP

#include "input.hpp"

#include <filesystem>
#include <string>

namespace tool {

/// Prints `FILE<TAB>FIRST<TAB>LAST` for each of N shares of each file, to be used with --range in N
/// runs. Nothing is read, because a file can be cut anywhere.
inline status split(options const& options, output& out) {
    auto worst = status::done;
    for (auto const file : options.files) {
        std::string const path{file};
        std::error_code error;
        bool const is_directory = std::filesystem::is_directory(path, error);
        auto const size = is_directory ? 0 : std::filesystem::file_size(path, error);
        if (is_directory || error) {
            complain(path + ": " +
                     (is_directory  ? "a folder is in pieces already; give --shard K/N to each run"
                      : path == "-" ? "the size of standard input is not known"
                                    : error.message()));
            worst = status::failed;
            continue;
        }
        for (std::uint64_t k = 0; k < options.shards; ++k) {
            auto const range = foldwise::shard(size, k, options.shards);
            out.write(path + '\t' + std::to_string(range.first) + '\t' +
                      std::to_string(range.last) + '\n');
        }
    }
    return worst;
}

} // namespace tool

#endif

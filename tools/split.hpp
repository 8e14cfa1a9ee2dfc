#ifndef FOLDWISE_TOOLS_SPLIT_HPP
#define FOLDWISE_TOOLS_SPLIT_HPP

#include "not_mail.hpp"
#include "options.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include <foldwise/store/byte_range.hpp>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace tool {

/// Why a file cannot be split; none if it can. Reads its first octets.
inline std::optional<std::string> why_not_split(std::string const& path, options const& options) {
    if (path == "-") return "the size of standard input is not known";
    std::error_code error;
    auto const status = std::filesystem::status(path, error);
    if (std::filesystem::is_directory(status))
        return "a folder is in pieces already; give --shard K/N to each run";
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        return "not a file but a FIFO, a device or a socket: its size is not known";
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file{std::fopen(path.c_str(), "rb"),
                                                               std::fclose};
    if (!file) return std::strerror(errno);
    char start[foreign_start_size];
    auto const size = std::fread(start, 1, sizeof start, file.get());
    if (std::ferror(file.get()) != 0) return std::strerror(errno);
    return why_foreign({start, size}, path, options);
}

/// Prints `FILE<TAB>FIRST<TAB>LAST` for each of N shares of each file, to be used with --range in N
/// runs. Reads only the start of a file: FIRST and LAST may be anywhere in a message.
inline status split(options const& options, output& out, terminal const& terminal) {
    auto worst = status::done;
    for (auto const file : options.files) {
        std::string const path{file};
        auto why = why_not_split(path, options);
        std::error_code error;
        auto const size = why ? 0 : std::filesystem::file_size(path, error);
        if (error) why = error.message();
        if (why) {
            complain(path + ": " + *why);
            worst = status::failed;
            continue;
        }
        for (std::uint64_t k = 0; k < options.shards; ++k) {
            auto const range = foldwise::shard(size, k, options.shards);
            std::string line;
            terminal.append_name(line, path);
            line.append("\t").append(std::to_string(range.first));
            out.write(line.append("\t").append(std::to_string(range.last)).append("\n"));
        }
    }
    return worst;
}

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_FOLDER_SIZE_HPP
#define FOLDWISE_TOOLS_FOLDER_SIZE_HPP

#include <foldwise/store/mail_folder.hpp>
#include <foldwise/store/maildir.hpp>

#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace tool {

/// The number of octets of a file; 0 if it is not known.
inline std::uint64_t size_of(std::filesystem::path const& file) {
    std::error_code error;
    auto const size = std::filesystem::file_size(file, error);
    return error ? 0 : size;
}

/// The number of octets of the messages in a folder, and perhaps in the folders in it, to estimate
/// how long it takes to read them. Nothing is reported; links to folders are not followed.
inline std::uint64_t folder_size(std::filesystem::path const& root, bool is_recursive) {
    std::uint64_t sum = 0;
    std::error_code error;
    std::vector<std::filesystem::path> left{root};
    while (!left.empty()) {
        auto const here = std::move(left.back());
        left.pop_back();
        auto const folder = foldwise::mail_folder::open(here, error);
        for (auto const& file : folder.files()) sum += size_of(file);
        if (folder.what() == foldwise::mail_folder::kind::maildir) {
            auto const box = foldwise::maildir::open(here, error);
            for (auto const& entry : box) sum += size_of(box.path_of(entry));
        }
        if (!is_recursive) break;
        for (auto const& each : folder.subfolders())
            if (!std::filesystem::is_symlink(each, error)) left.push_back(each);
    }
    return sum;
}

} // namespace tool

#endif

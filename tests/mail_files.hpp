#ifndef FOLDWISE_TESTS_MAIL_FILES_HPP
#define FOLDWISE_TESTS_MAIL_FILES_HPP

// Every file of tests/data, and of the corpus of real mail if it is next to the project. Any bytes
// are a message and an mbox, so it does not matter what a file really contains.

#include "support.hpp"

#include <foldwise/store/mapped_file.hpp>

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace test {

inline std::vector<std::string> mail_files() {
    std::vector<std::string> files;
    for (auto const* const folder : {"/tests/data", "/../shared/corpus"}) {
        std::error_code error; // the corpus may be missing
        std::filesystem::recursive_directory_iterator at{std::string{FOLDWISE_SOURCE_DIR} + folder,
                                                         error};
        for (; !error && at != std::filesystem::recursive_directory_iterator{}; at.increment(error))
            if (at->is_regular_file()) files.push_back(at->path().string());
    }
    return files;
}

/// Calls `use(path, bytes)` for each file. Returns the number of files.
template <class Use>
std::size_t for_each_mail_file(Use use) {
    auto const files = mail_files();
    for (auto const& path : files) {
        std::error_code error;
        auto const file = foldwise::mapped_file::open(path, error);
        if (error) failed(__FILE__, __LINE__, (path + ": " + error.message()).c_str());
        use(path, file.bytes());
    }
    return files.size();
}

} // namespace test

#endif

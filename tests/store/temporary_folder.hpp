#ifndef FOLDWISE_TESTS_STORE_TEMPORARY_FOLDER_HPP
#define FOLDWISE_TESTS_STORE_TEMPORARY_FOLDER_HPP

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <system_error>

namespace test {

/// A folder of the test's own, gone with the object.
class temporary_folder {
  public:
    temporary_folder() {
        static std::atomic<int> count = 0;
        auto const name = "foldwise-test-" + std::to_string(std::random_device{}()) + '-' +
                          std::to_string(++count);
        folder_ = std::filesystem::temp_directory_path() / name;
        std::filesystem::create_directory(folder_);
    }
    temporary_folder(temporary_folder const&) = delete;
    temporary_folder& operator=(temporary_folder const&) = delete;
    ~temporary_folder() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    std::string path(std::string const& name) const { return (folder_ / name).string(); }

    /// Makes a file, and the folders in its name; gives its path.
    std::string write(std::string const& name, std::string_view octets) const {
        auto const file = folder_ / name;
        std::filesystem::create_directories(file.parent_path());
        auto* const out = std::fopen(file.string().c_str(), "wb");
        std::fwrite(octets.data(), 1, octets.size(), out);
        std::fclose(out);
        return file.string();
    }

  private:
    std::filesystem::path folder_;
};

} // namespace test

#endif

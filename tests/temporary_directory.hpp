#ifndef FOLDWISE_TESTS_TEMPORARY_DIRECTORY_HPP
#define FOLDWISE_TESTS_TEMPORARY_DIRECTORY_HPP

#include "support.hpp"

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include <stdlib.h>

namespace test {

/// A directory that is removed with its content at the end of the scope.
class temporary_directory {
  public:
    temporary_directory() {
        auto path = (std::filesystem::temp_directory_path() / "foldwise.XXXXXX").string();
        if (::mkdtemp(path.data()) == nullptr) failed(__FILE__, __LINE__, path.c_str());
        path_ = path;
    }
    temporary_directory(temporary_directory const&) = delete;
    temporary_directory& operator=(temporary_directory const&) = delete;
    ~temporary_directory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    std::string path(std::string_view name = "") const {
        return name.empty() ? path_ : path_ + '/' + std::string{name};
    }

    /// Writes a file, creates its parent directories, and returns its path.
    std::string file(std::string_view name, std::string_view octets) const {
        auto const where = path(name);
        std::filesystem::create_directories(std::filesystem::path{where}.parent_path());
        auto* const file = std::fopen(where.c_str(), "wb");
        if (file == nullptr || std::fwrite(octets.data(), 1, octets.size(), file) != octets.size())
            failed(__FILE__, __LINE__, where.c_str());
        if (file != nullptr) std::fclose(file);
        return where;
    }

  private:
    std::string path_;
};

} // namespace test

#endif

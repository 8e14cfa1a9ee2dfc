#ifndef FOLDWISE_TESTS_LOCKED_PATH_HPP
#define FOLDWISE_TESTS_LOCKED_PATH_HPP

#include "support.hpp"

#include <string>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace test {

/// A file or folder that may not be read until the end of the scope. A test that runs as root must
/// be skipped:
///     test::locked_path const locked{directory.path("a")};
///     if (!locked.holds()) return;
class locked_path {
  public:
    explicit locked_path(std::string path) : path_{std::move(path)} {
        if (::chmod(path_.c_str(), 0) != 0) failed(__FILE__, __LINE__, path_.c_str());
    }
    locked_path(locked_path const&) = delete;
    locked_path& operator=(locked_path const&) = delete;
    ~locked_path() { ::chmod(path_.c_str(), 0700); }

    bool holds() const {
        bool const is_open = ::access(path_.c_str(), R_OK) == 0;
        if (is_open) MESSAGE("skipped: this user, who may be root, can read everything");
        return !is_open;
    }

  private:
    std::string path_;
};

} // namespace test

#endif

#ifndef FOLDWISE_TOOLS_NEW_FILE_HPP
#define FOLDWISE_TOOLS_NEW_FILE_HPP

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace tool {

/// The name of the `number`-th file that is called `name`: for the second "a.txt", "a (2).txt". If
/// it would have more than the 255 octets that file systems allow, `name` is shortened, but keeps
/// its extension. The first file has the name as it is.
inline std::string numbered_name(std::string const& name, unsigned number) {
    constexpr std::size_t longest = 255;
    constexpr std::size_t longest_extension = 16; // with its dot
    if (number < 2) return name;
    auto const dot = name.rfind('.');
    bool const has_extension =
        dot != name.npos && dot != 0 && name.size() - dot <= longest_extension;
    auto stem = name.substr(0, has_extension ? dot : name.npos);
    auto end = std::string{" ("}.append(std::to_string(number)).append(")");
    if (has_extension) end.append(name, dot);
    auto size = std::min(stem.size(), longest - end.size());
    while (size != 0 && (static_cast<unsigned char>(stem[size]) & 0xC0) == 0x80) --size;
    stem.resize(size);
    return stem.append(end);
}

/// A new file. The destructor removes it unless keep() has closed it.
class new_file {
  public:
    /// Creates the file. If one with this name exists, uses a name with a number: "a.txt",
    /// "a (2).txt" ... If no file can be created, is_open() is false and errno says why. If n files
    /// have the name, O(log n) names are tried.
    new_file(std::filesystem::path const& directory, std::string const& name) {
        for (unsigned number = 1; file_ == nullptr && number < most_;) {
            path_ = directory / numbered_name(name, number);
            errno = 0;
            file_ = std::fopen(path_.string().c_str(), "wbx"); // does not follow links
            if (file_ != nullptr || errno != EEXIST) break;
            number = free_number(directory, name, number);
        }
    }
    new_file(new_file const&) = delete;
    new_file& operator=(new_file const&) = delete;
    ~new_file() {
        if (file_ == nullptr) return;
        std::fclose(file_);
        remove();
    }

    bool is_open() const { return file_ != nullptr; }
    std::string path() const { return path_.string(); }

    /// Writes octets; keep() says whether that failed.
    void write(std::string_view octets) {
        errno = 0;
        if (problem_ == 0 && std::fwrite(octets.data(), 1, octets.size(), file_) != octets.size())
            note_problem();
    }
    /// Closes the file and keeps it. If something could not be written, removes it, and returns
    /// false; errno says why.
    bool keep() {
        errno = 0;
        if (std::fclose(std::exchange(file_, nullptr)) != 0 && problem_ == 0) note_problem();
        if (problem_ == 0) return true;
        remove();
        errno = problem_;
        return false;
    }

  private:
    static constexpr unsigned most_ = 1'000'000'000;

    void note_problem() { problem_ = errno != 0 ? errno : EIO; }

    void remove() const {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }

    /// Returns a number above `taken` that is free while the number before it is in use, by
    /// doubling and bisection.
    static unsigned free_number(std::filesystem::path const& directory, std::string const& name,
                                unsigned taken) {
        auto const is_taken = [&](unsigned number) {
            std::error_code ignored;
            return std::filesystem::exists(
                std::filesystem::symlink_status(directory / numbered_name(name, number), ignored));
        };
        auto free = taken + 1;
        for (; free < most_ && is_taken(free); free *= 2) taken = free;
        while (free - taken > 1) {
            auto const middle = taken + (free - taken) / 2;
            (is_taken(middle) ? taken : free) = middle;
        }
        return free;
    }

    std::FILE* file_ = nullptr;
    std::filesystem::path path_;
    int problem_ = 0; // the first errno of writing
};

} // namespace tool

#endif

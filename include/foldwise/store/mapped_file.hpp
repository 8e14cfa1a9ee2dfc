#ifndef FOLDWISE_STORE_MAPPED_FILE_HPP
#define FOLDWISE_STORE_MAPPED_FILE_HPP

#include <foldwise/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#if defined(_WIN32)
#pragma push_macro("NOMINMAX") // for this include alone
#undef NOMINMAX
#define NOMINMAX
#include <windows.h>
#undef NOMINMAX
#pragma pop_macro("NOMINMAX")
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace foldwise::inline FOLDWISE_ABI {

namespace detail {

#if defined(_WIN32)
using file_handle = HANDLE;
inline std::error_code last_error() noexcept {
    return {static_cast<int>(GetLastError()), std::system_category()};
}
#else
using file_handle = int;
inline std::error_code last_error() noexcept { return {errno, std::generic_category()}; }
#endif

/// An open file that is closed at the end of its scope.
struct open_file {
    file_handle handle;
    explicit open_file(std::string const& path) noexcept;
    open_file(open_file const&) = delete;
    open_file& operator=(open_file const&) = delete;
    ~open_file();
    bool is_open() const noexcept;
};

/// How many bytes can be mapped: 0 for anything but a regular file, for an empty file, and for a
/// file in /proc, because the system says that its size is 0.
std::uint64_t mappable_size(file_handle file, std::error_code& error) noexcept;

/// Maps the file. Returns the address, or null if the file cannot be mapped.
void* map(file_handle file, std::size_t size) noexcept;
void unmap(void* address, std::size_t size) noexcept;
void release(char* address, std::size_t first, std::size_t last) noexcept;

/// Reads at most `size` bytes and returns their number; 0 at the end of the file or on an error.
std::size_t read_some(file_handle file, char* to, std::size_t size,
                      std::error_code& error) noexcept;

} // namespace detail

/// The bytes of a file: mapped read-only, or read into memory if the file cannot be mapped (a pipe,
/// or a file in /proc).
///     std::error_code error;
///     auto const file = mapped_file::open("in.mbox", error);
///     if (error) complain(error.message());
///     else for (auto const entry : mbox{file.bytes()}) ...
/// The object owns the bytes. Views of them are valid as long as the object lives, or the object
/// that it was moved to. An empty file is not an error.
///
/// If another process truncates a mapped file, access to the missing pages terminates this process
/// (SIGBUS). If that can happen, lock the file, or read it through `mbox_splitter`.
class mapped_file {
  public:
    mapped_file() = default;
    /// The file changes its owner; views into it stay valid.
    mapped_file(mapped_file&& other) noexcept { swap(other); }
    /// Unmaps the file, and takes that of `other`.
    mapped_file& operator=(mapped_file&& other) noexcept {
        mapped_file{std::move(other)}.swap(*this);
        return *this;
    }
    ~mapped_file() {
        if (address_ != nullptr) detail::unmap(address_, size_);
    }

    /// Opens the file at `path` (UTF-8 on Windows). If the file does not exist, is a directory,
    /// cannot be read, or is larger than the address space, `error` says why, and the result has no
    /// bytes. Allocates memory for the bytes only if the file is not mapped.
    static mapped_file open(std::string const& path, std::error_code& error) {
        error.clear();
        mapped_file result;
        detail::open_file const file{path};
        if (!file.is_open()) {
            error = detail::last_error();
            return result;
        }
        auto const size = detail::mappable_size(file.handle, error);
        if (size > SIZE_MAX) error = std::make_error_code(std::errc::file_too_large);
        if (error) return result;
        if (size != 0) result.address_ = detail::map(file.handle, static_cast<std::size_t>(size));
        if (result.address_ != nullptr)
            result.size_ = static_cast<std::size_t>(size);
        else
            result.read_all(file.handle, error);
        return result;
    }

    /// The contents of the file.
    std::string_view bytes() const& noexcept FOLDWISE_LIFETIMEBOUND {
        if (address_ == nullptr) return {read_.data(), read_.size()};
        return {static_cast<char const*>(address_), size_};
    }
    std::string_view bytes() const&& = delete; // it would dangle: keep the file in a variable first

    /// Releases the memory of the bytes from `first` up to, but not including, `last`, so that a
    /// file larger than memory can be read from front to back without filling the memory. The bytes
    /// stay readable, but are then fetched from the file again. Pages that are only partly in the
    /// range are kept. Does nothing if the file is not mapped, or if the system does not support
    /// it.
    void release(std::size_t first, std::size_t last) noexcept {
        if (last > size_) last = size_;
        if (address_ != nullptr && first < last)
            detail::release(static_cast<char*>(address_), first, last);
    }

    /// Whether the bytes are mapped, not copied.
    bool is_mapped() const noexcept { return address_ != nullptr; }

  private:
    void swap(mapped_file& other) noexcept {
        std::swap(address_, other.address_);
        std::swap(size_, other.size_);
        read_.swap(other.read_);
    }
    void read_all(detail::file_handle file, std::error_code& error) {
        std::size_t filled = 0;
        for (;;) {
            read_.resize(filled < 32768 ? 65536 : filled * 2);
            auto const count =
                detail::read_some(file, read_.data() + filled, read_.size() - filled, error);
            filled += count;
            if (count == 0) break;
        }
        read_.resize(error ? 0 : filled);
    }
    void* address_ = nullptr;
    std::size_t size_ = 0;
    std::vector<char> read_; // its bytes stay in place when it is moved
};

namespace detail {

#if defined(_WIN32)

inline open_file::open_file(std::string const& path) noexcept : handle{INVALID_HANDLE_VALUE} {
    auto const size = static_cast<int>(path.size());
    std::wstring wide(path.size(), L'\0'); // UTF-16 has no more units than UTF-8 has octets
    wide.resize(static_cast<std::size_t>(
        MultiByteToWideChar(CP_UTF8, 0, path.data(), size, wide.data(), size)));
    handle = CreateFileW(wide.c_str(), GENERIC_READ,
                         FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                         OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL | FILE_FLAG_SEQUENTIAL_SCAN, nullptr);
}
inline open_file::~open_file() {
    if (is_open()) CloseHandle(handle);
}
inline bool open_file::is_open() const noexcept { return handle != INVALID_HANDLE_VALUE; }

inline std::uint64_t mappable_size(file_handle file, std::error_code& error) noexcept {
    LARGE_INTEGER size{};
    if (GetFileType(file) != FILE_TYPE_DISK) return 0;
    if (!GetFileSizeEx(file, &size)) error = last_error();
    return static_cast<std::uint64_t>(size.QuadPart);
}
inline void* map(file_handle file, std::size_t) noexcept {
    auto const mapping = CreateFileMappingW(file, nullptr, PAGE_READONLY, 0, 0, nullptr);
    if (mapping == nullptr) return nullptr;
    auto* const address = MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, 0);
    CloseHandle(mapping); // the view keeps the mapping open
    return address;
}
inline void unmap(void* address, std::size_t) noexcept { UnmapViewOfFile(address); }
inline void release(char*, std::size_t, std::size_t) noexcept {} // left to Windows

inline std::size_t read_some(file_handle file, char* to, std::size_t size,
                             std::error_code& error) noexcept {
    DWORD count = 0;
    auto const most = static_cast<DWORD>(size < 1u << 30 ? size : 1u << 30);
    if (!ReadFile(file, to, most, &count, nullptr) && GetLastError() != ERROR_BROKEN_PIPE)
        error = last_error();
    return count;
}

#else

inline open_file::open_file(std::string const& path) noexcept
    : handle{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {}
inline open_file::~open_file() {
    if (is_open()) ::close(handle);
}
inline bool open_file::is_open() const noexcept { return handle >= 0; }

inline std::uint64_t mappable_size(file_handle file, std::error_code& error) noexcept {
    struct stat status{};
    if (::fstat(file, &status) != 0)
        error = last_error();
    else if (S_ISDIR(status.st_mode))
        error = std::make_error_code(std::errc::is_a_directory);
    return S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
}
inline void* map(file_handle file, std::size_t size) noexcept {
    auto* const address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (address == MAP_FAILED) return nullptr;
    ::posix_madvise(address, size, POSIX_MADV_SEQUENTIAL);
    return address;
}
inline void unmap(void* address, std::size_t size) noexcept { ::munmap(address, size); }
inline void release(char* address, std::size_t first, std::size_t last) noexcept {
#if defined(MADV_DONTNEED)
    auto const page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    auto const start = (first + page - 1) / page * page;
    auto const end = last / page * page;
    if (start < end) ::madvise(address + start, end - start, MADV_DONTNEED);
#else
    static_cast<void>(address), static_cast<void>(first), static_cast<void>(last);
#endif
}

inline std::size_t read_some(file_handle file, char* to, std::size_t size,
                             std::error_code& error) noexcept {
    for (;;) {
        auto const count = ::read(file, to, size);
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno == EINTR) continue;
        error = last_error();
        return 0;
    }
}

#endif

} // namespace detail

} // namespace foldwise::inline FOLDWISE_ABI

#endif

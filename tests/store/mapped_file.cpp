#include <foldwise/store/mapped_file.hpp>

#include "../support.hpp"
#include "../temporary_directory.hpp"

#include <thread>
#include <type_traits>

#if !defined(_WIN32)
#include <sys/stat.h>
#endif

namespace {

using foldwise::mapped_file;

static_assert(!std::is_copy_constructible_v<mapped_file>);
static_assert(std::is_nothrow_move_constructible_v<mapped_file>);
static_assert(std::is_nothrow_move_assignable_v<mapped_file>);

TEST_CASE("mapped_file: the bytes of a file are mapped") {
    test::temporary_directory const directory;
    std::string text(200000, 'x');
    text += std::string{"\0\r\n\xFF", 4};
    std::error_code error = std::make_error_code(std::errc::io_error);
    auto const file = mapped_file::open(directory.file("file", text), error);
    CHECK(!error);
    CHECK(file.is_mapped());
    CHECK(file.bytes() == text);
}

TEST_CASE("mapped_file: released bytes can still be read") {
    test::temporary_directory const directory;
    std::string const text(100000, 'x');
    std::error_code error;
    auto file = mapped_file::open(directory.file("file", text), error);
    for (std::size_t const first : {0u, 1u, 4096u, 50000u, 100000u, 200000u}) {
        for (std::size_t const last : {0u, 1u, 8192u, 50000u, 100000u, 200000u}) {
            file.release(first, last);
            CHECK(file.bytes() == text);
        }
    }
    mapped_file{}.release(0, 1);
}

TEST_CASE("mapped_file: an empty file has no bytes and is not an error") {
    test::temporary_directory const directory;
    std::error_code error;
    auto const file = mapped_file::open(directory.file("file", ""), error);
    CHECK(!error);
    CHECK(file.bytes().empty());
}

TEST_CASE("mapped_file: a file that cannot be opened is an error") {
    test::temporary_directory const directory;
    std::error_code error;
    auto const missing = mapped_file::open(directory.path("missing"), error);
    CHECK(error == std::errc::no_such_file_or_directory);
    CHECK(missing.bytes().empty());
    mapped_file::open(directory.path("."), error);
    CHECK(error == std::errc::is_a_directory);
    mapped_file::open(directory.path(std::string(5000, 'x')), error);
    CHECK(error == std::errc::filename_too_long);
    mapped_file::open(directory.file("file", "x"), error);
    CHECK(!error);
}

TEST_CASE("mapped_file: views stay valid when the file is moved") {
    test::temporary_directory const directory;
    std::error_code error;
    auto file = mapped_file::open(directory.file("file", "octets"), error);
    auto const before = file.bytes();
    mapped_file moved{std::move(file)};
    CHECK(moved.bytes().data() == before.data());
    CHECK(moved.bytes() == "octets");
    mapped_file assigned;
    assigned = std::move(moved);
    CHECK(assigned.bytes().data() == before.data());
    assigned = mapped_file{};
    CHECK(assigned.bytes().empty());
}

#if !defined(_WIN32)

TEST_CASE("mapped_file: a pipe is read to its end") {
    test::temporary_directory const directory;
    auto const path = directory.path("pipe");
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    std::string text;
    for (int i = 0; i < 100000; ++i) text += std::to_string(i) + '\n'; // more than a pipe holds
    std::thread writer{[&] {
        auto* const out = std::fopen(path.c_str(), "wb");
        std::fwrite(text.data(), 1, text.size(), out);
        std::fclose(out);
    }};
    std::error_code error;
    auto file = mapped_file::open(path, error);
    writer.join();
    CHECK(!error);
    CHECK(!file.is_mapped());
    CHECK(file.bytes() == text);
    auto const before = file.bytes();
    auto const moved = std::move(file);
    CHECK(moved.bytes().data() == before.data());
}

TEST_CASE("mapped_file: a file whose size is given as 0 is read") {
    std::error_code error;
    auto const file = mapped_file::open("/proc/self/status", error);
    if (error == std::errc::no_such_file_or_directory) return; // not every system has /proc
    CHECK(!error);
    CHECK(!file.is_mapped());
    CHECK(!file.bytes().empty());
}

TEST_CASE("mapped_file: no permission is an error") {
    test::temporary_directory const directory;
    auto const path = directory.file("file", "secret");
    REQUIRE(::chmod(path.c_str(), 0) == 0);
    bool const is_root = ::geteuid() == 0; // root may read anything
    constexpr uid_t nobody = 65534;
    if (is_root) REQUIRE(::seteuid(nobody) == 0);
    std::error_code error;
    auto const file = mapped_file::open(path, error);
    if (is_root) REQUIRE(::seteuid(0) == 0);
    CHECK(error == std::errc::permission_denied);
    CHECK(file.bytes().empty());
}

#endif

} // namespace

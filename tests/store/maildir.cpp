#include <foldwise/store/maildir.hpp>

#include "../locked_path.hpp"
#include "../support.hpp"
#include "../temporary_directory.hpp"

#include <foldwise/message/message.hpp>

#include <sys/stat.h>

namespace {

using foldwise::maildir;
using foldwise::maildir_entry;

struct name_row {
    std::string_view from;
    std::string_view file_name;
    std::string_view unique_name;
    std::string_view flags;
};

constexpr name_row name_table[] = {
    {"seen and flagged", "1418637600.M20046P2137.example.net:2,FS",
     "1418637600.M20046P2137.example.net", "FS"},
    {"no flags", "1418637600.1.host:2,", "1418637600.1.host", ""},
    {"no info", "1418637600.1.host", "1418637600.1.host", ""},
    {"a size in the unique name", "1418637600.1.host,S=1234,W=1300:2,S",
     "1418637600.1.host,S=1234,W=1300", "S"},
    {"a server's keywords", "1418637600.1.host:2,Sab", "1418637600.1.host", "Sab"},
    {"an exclamation mark for the colon", "1418637600.1.host!2,S", "1418637600.1.host", "S"},
    {"a semicolon for the colon", "1418637600.1.host;2,RS", "1418637600.1.host", "RS"},
    {"the number two before a comma is not info", "12,34.host", "12,34.host", ""},
    {"the same before info", "2,1.host:2,S", "2,1.host", "S"},
    {"experimental info", "1418637600.1.host:1,x", "1418637600.1.host:1,x", ""},
};

TEST_CASE("maildir: unique name and flags of a file name") {
    for (auto const& row : name_table) {
        maildir_entry const entry{std::string{row.file_name}, maildir_entry::folder::cur};
        REQUIRE_SAME(row.from, entry.unique_name(), row.unique_name);
        REQUIRE_SAME(row.from, entry.flags(), row.flags);
    }
}

TEST_CASE("maildir: new and cur in the order of delivery, never tmp, no hidden files") {
    test::temporary_directory const directory;
    directory.file("box/new/1000000000.c.host", "C: 3\n\n");
    directory.file("box/cur/999999999.b.host:2,S", "B: 2\n\n");
    directory.file("box/cur/1000000001.d.host:2,", "D: 4\n\n");
    directory.file("box/new/999999998.a.host", "A: 1\n\n");
    directory.file("box/tmp/999999997.t.host", "T: 0\n\n");
    directory.file("box/cur/.hidden", "H: 0\n\n");
    directory.file("box/cur/folder/file", "F: 0\n\n");
    std::error_code error;
    auto box = maildir::open(directory.path("box"), error);
    CHECK(!error);
    REQUIRE(box.size() == 4);
    std::string names;
    for (auto const& entry : box) {
        auto const file = box.read(entry, error);
        CHECK(!error);
        REQUIRE(file);
        names += (*foldwise::message{file->bytes()}.header().begin()).name();
    }
    CHECK(names == "ABCD");
    CHECK(box[0].where() == maildir_entry::folder::unseen);
    CHECK(box[1].where() == maildir_entry::folder::cur);
    CHECK(box[1].flags() == "S");
    CHECK(box.vanished() == 0);
}

TEST_CASE("maildir: a file that vanishes is skipped and counted") {
    test::temporary_directory const directory;
    directory.file("box/cur/1.host:2,", "A: 1\n\n");
    auto const gone = directory.file("box/cur/2.host:2,", "B: 2\n\n");
    std::error_code error;
    auto box = maildir::open(directory.path("box"), error);
    REQUIRE(box.size() == 2);
    std::filesystem::remove(gone);
    CHECK(box.read(box[0], error).has_value());
    CHECK(!error);
    CHECK(!box.read(box[1], error).has_value());
    CHECK(!error);
    CHECK(box.vanished() == 1);
}

TEST_CASE("maildir: a message that cannot be read is an error") {
    test::temporary_directory const directory;
    auto const path = directory.file("box/cur/1.host:2,", "A: 1\n\n");
    std::error_code error;
    auto box = maildir::open(directory.path("box"), error);
    std::filesystem::remove(path);
    std::filesystem::create_directory(path);
    CHECK(!box.read(box[0], error).has_value());
    CHECK(error == std::errc::is_a_directory);
    CHECK(box.vanished() == 0);
}

TEST_CASE("maildir: a folder that is not a Maildir is an error") {
    test::temporary_directory const directory;
    auto const file = directory.file("file", "");
    std::error_code error;
    CHECK(maildir::open(directory.path("missing"), error).empty());
    CHECK(error == std::errc::no_such_file_or_directory);
    CHECK(maildir::open(directory.path("."), error).empty());
    CHECK(error == std::errc::no_such_file_or_directory);
    CHECK(maildir::open(file, error).empty());
    CHECK(error == std::errc::not_a_directory);
    CHECK(!maildir::is_maildir(directory.path(".")));
    directory.file("half/new/1.host", "");
    CHECK(maildir::is_maildir(directory.path("half")));
    CHECK(maildir::open(directory.path("half"), error).size() == 1);
    CHECK(!error);
}

TEST_CASE("maildir: if one folder cannot be read, the messages of the other are listed") {
    for (std::string const bad : {"new", "cur"}) {
        test::temporary_directory const directory;
        directory.file(bad == "new" ? "box/cur/1.host:2,S" : "box/new/1.host", "A: 1\n\n");
        auto const broken = directory.path("box/" + bad);
        std::filesystem::create_symlink(bad, broken); // a link to itself
        std::error_code error;
        auto const box = maildir::open(directory.path("box"), error);
        REQUIRE_SAME(bad, error == std::errc::too_many_symbolic_link_levels, true);
        REQUIRE_SAME(bad, box.size(), 1u);
        REQUIRE(box.others().size() == 1);
        REQUIRE_SAME(bad, box.others()[0].path.string(), broken);
        REQUIRE_SAME(bad, box.others()[0].error == error, true);
        std::filesystem::remove(broken);
        std::filesystem::create_directory(broken);
        test::locked_path const locked{broken};
        if (!locked.holds()) continue;
        auto const again = maildir::open(directory.path("box"), error);
        REQUIRE_SAME(bad, error == std::errc::permission_denied, true);
        REQUIRE_SAME(bad, again.size(), 1u);
    }
}

TEST_CASE("maildir: what is no file is not a message, and named") {
    test::temporary_directory const directory;
    directory.file("box/cur/1.host:2,", "A: 1\n\n");
    REQUIRE(::mkfifo(directory.path("box/cur/2.host:2,").c_str(), 0600) == 0);
    std::filesystem::create_symlink("nothing", directory.path("box/cur/3.host:2,"));
    std::filesystem::create_symlink("1.host:2,", directory.path("box/cur/4.host:2,"));
    std::error_code error;
    auto const box = maildir::open(directory.path("box"), error);
    CHECK(!error);
    CHECK(box.size() == 2);
    CHECK(box.others().size() == 2);
    for (auto const& other : box.others())
        CHECK(other.why == (other.path.filename() == "2.host:2,"
                                ? foldwise::left_out::reason::no_file
                                : foldwise::left_out::reason::no_target));
}

} // namespace

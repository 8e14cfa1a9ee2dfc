#include <foldwise/store/mail_folder.hpp>

#include "../locked_path.hpp"
#include "../support.hpp"
#include "../temporary_directory.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <sys/stat.h>

namespace {

using foldwise::left_out;
using foldwise::mail_folder;
using foldwise::precedes_by_number;
using kind = mail_folder::kind;

struct order_row {
    std::string_view smaller;
    std::string_view greater;
};

constexpr order_row orders[] = {
    {"", "a"},         {"", "1"},         {"1", "2"},
    {"2", "10"},       {"9", "10"},       {"99999999999999999999", "100000000000000000000"},
    {"01", "1"}, // the same number: octet by octet
    {"1", "02"},       {"2", "2a"},       {"2.eml", "10.eml"},
    {"msg2", "msg10"}, {"a2b3", "a2b10"}, {"a2", "b1"},
    {"0", "a"},        {"-1", "1"},       {"a", "\xC3\xA4"},
};

constexpr bool is_strict(order_row const& row) {
    return precedes_by_number(row.smaller, row.greater) &&
           !precedes_by_number(row.greater, row.smaller) &&
           !precedes_by_number(row.smaller, row.smaller) &&
           !precedes_by_number(row.greater, row.greater);
}

static_assert(std::all_of(std::begin(orders), std::end(orders), is_strict));

/// The names in order, with a blank after each.
std::string names(std::vector<std::filesystem::path> const& paths, std::string const& root) {
    std::string all;
    for (auto const& path : paths) all += path.string().substr(root.size() + 1) + ' ';
    return all;
}

struct folder_row {
    char const* name;
    std::vector<std::string> there; ///< files below the folder "in.mbox", or "plain"
    std::string root;
    kind what;
    std::string_view files;
    std::string_view subfolders;
};

folder_row const folders[] = {
    {"MH: numbers, without its own files and deleted messages",
     {"10", "9", "1", ".mh_sequences", ",3", "#4", "sub/1"},
     "plain",
     kind::files,
     "1 9 10 ",
     "sub "},
    {"files of any kind", {"b.mbox", "a.eml", ",a"}, "plain", kind::files, ",a a.eml b.mbox ", ""},
    {"nothing", {"x/y"}, "plain", kind::files, "", "x "},
    {"what other programs keep beside mail",
     {"1", "dovecot-uidlist", "dovecot.index.cache", "cyrus.header", "Inbox", "Inbox.msf",
      "maildirfolder", "courierimapuiddb", "table_of_contents"},
     "plain",
     kind::files,
     "1 Inbox ",
     ""},
    {"hidden folders are not mail, unless they are Maildirs",
     {".git/config", ".Sent/cur/1"},
     "plain",
     kind::files,
     "",
     ".Sent "},
    {"a Maildir with subfolders",
     {"cur/1", "new/2", "tmp/3", "dovecot-uidlist", ".Sent/cur/1", ".Old/new/1", "fs/cur/1",
      ".hidden/x"},
     "plain",
     kind::maildir,
     "",
     ".Old .Sent fs "},
    {"an export of Apple Mail",
     {"mbox", "table_of_contents", "other"},
     "in.mbox",
     kind::apple_mailbox,
     "mbox ",
     ""},
    {"the same in a folder of another name",
     {"mbox", "table_of_contents", "other"},
     "plain",
     kind::files,
     "mbox other ",
     ""},
    {"messages of Apple Mail",
     {"Messages/10.emlx", "Messages/9.partial.emlx", "Messages/9.emlxpart", "Info.plist",
      "Child.mbox/Messages/1.emlx", "Attachments/9/2/a.emlx"},
     "in.mbox",
     kind::apple_mailbox,
     "Messages/9.partial.emlx Messages/10.emlx ",
     "Child.mbox "},
    {"messages of Apple Mail, deeper below",
     {"4E1F/Data/3/Messages/3017.emlx", "4E1F/Data/Messages/17.emlx",
      "4E1F/Data/Attachments/17/2/Messages/x.emlx", "4E1F/Data/3/other/1.emlx"},
     "in.mbox",
     kind::apple_mailbox,
     "4E1F/Data/Messages/17.emlx 4E1F/Data/3/Messages/3017.emlx ",
     ""},
    {"a folder that is only named like one of Apple Mail",
     {"a.eml", "sub/b.eml"},
     "in.mbox",
     kind::files,
     "a.eml ",
     "sub "},
};

} // namespace

TEST_CASE("mail_folder: numbers in names are in numeric order") {
    for (auto const& row : orders)
        REQUIRE_SAME(std::string{row.smaller} + ", " + std::string{row.greater}, is_strict(row),
                     true);
    // The order is the same however the names were arranged before.
    std::vector<std::string_view> all;
    for (auto const& row : orders) all.insert(all.end(), {row.smaller, row.greater});
    std::sort(all.begin(), all.end(), precedes_by_number);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            REQUIRE_SAME(all[i], precedes_by_number(all[i], all[j]), false);
}

TEST_CASE("mail_folder: which files may hold mail, in which order") {
    for (auto const& row : folders) {
        test::temporary_directory const directory;
        for (auto const& file : row.there) directory.file(row.root + '/' + file, "Subject: x\n");
        for (std::string const end : {"", "/"}) {
            auto const root = directory.path(row.root);
            std::error_code error;
            auto const got = mail_folder::open(root + end, error);
            REQUIRE_SAME(row.name, !error, true);
            REQUIRE_SAME(row.name, got.what() == row.what, true);
            REQUIRE_SAME(row.name, names(got.files(), root), row.files);
            REQUIRE_SAME(row.name, names(got.subfolders(), root), row.subfolders);
            REQUIRE_SAME(row.name, got.others().empty(), true);
            REQUIRE_SAME(row.name, got.path() == root + end, true);
        }
    }
}

TEST_CASE("mail_folder: what is no file is left out, and named") {
    test::temporary_directory const directory;
    directory.file("plain/1", "Subject: x\n");
    REQUIRE(::mkfifo(directory.path("plain/2").c_str(), 0600) == 0);
    std::filesystem::create_symlink("nothing", directory.path("plain/3"));
    std::filesystem::create_symlink("4", directory.path("plain/4"));
    std::filesystem::create_symlink("1", directory.path("plain/5"));
    std::filesystem::create_directory_symlink(".", directory.path("plain/6"));
    std::filesystem::create_symlink("/dev/null", directory.path("plain/7"));
    std::error_code error;
    auto const got = mail_folder::open(directory.path("plain"), error);
    CHECK(!error);
    REQUIRE_SAME("files", names(got.files(), directory.path("plain")), "1 5 ");
    REQUIRE_SAME("folders", names(got.subfolders(), directory.path("plain")), "6 ");
    auto others = got.others();
    std::sort(others.begin(), others.end(),
              [](auto const& left, auto const& right) { return left.path < right.path; });
    using enum left_out::reason;
    REQUIRE(others.size() == 4);
    CHECK((others[0].path.filename() == "2" && others[0].why == no_file));
    CHECK((others[1].path.filename() == "3" && others[1].why == no_target));
    CHECK((others[2].path.filename() == "4" && others[2].why == no_target));
    CHECK((others[3].path.filename() == "7" && others[3].why == no_file));
}

TEST_CASE("mail_folder: a folder that cannot be read is an error") {
    test::temporary_directory const directory;
    auto const file = directory.file("file", "");
    std::error_code error;
    auto const missing = mail_folder::open(directory.path("missing"), error);
    CHECK(missing.files().empty());
    CHECK(error == std::errc::no_such_file_or_directory);
    auto const got = mail_folder::open(file, error);
    CHECK(error == std::errc::not_a_directory);
    REQUIRE(got.others().size() == 1);
    CHECK(got.others()[0].why == left_out::reason::unreadable);
    CHECK(got.others()[0].error == error);
    directory.file("in.mbox/Messages/1.emlx", "");
    directory.file("in.mbox/Locked/x", "");
    test::locked_path const locked{directory.path("in.mbox/Locked")};
    if (!locked.holds()) return;
    auto const apple = mail_folder::open(directory.path("in.mbox"), error);
    CHECK(error == std::errc::permission_denied);
    CHECK(apple.files().size() == 1);
}

#include "../../tools/not_mail.hpp"

#include "../support.hpp"
#include "files.hpp"
#include "run.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

using std::string_view_literals::operator""sv;

struct row {
    char const* name;
    std::string_view octets;
    char const* said; ///< on standard error; empty: nothing
};

constexpr row foreign[] = {
    {"gzip", "\x1F\x8B\x08\0\0\0\0\0\0\x03"sv, "gzip -dc"},
    {"zstd", "\x28\xB5\x2F\xFD\x04"sv, "zstd -dc"},
    {"xz", "\xFD\x37zXZ\0\0\x04"sv, "xz -dc"},
    {"bzip2", "BZh91AY&SY\x01"sv, "bzip2 -dc"},
    {"UTF-16, little end first", "\xFF\xFES\0u\0b\0"sv, "UTF-16"},
    {"UTF-16, big end first", "\xFE\xFF\0S\0u\0b"sv, "UTF-16"},
    {"UTF-16, without a byte order mark", "S\0u\0b\0j\0e\0"sv, "UTF-16LE"},
    {"the same, big end first", "\0S\0u\0b\0j\0e"sv, "UTF-16BE"},
    {"UTF-32", "\xFF\xFE\0\0S\0\0\0"sv, "UTF-32"},
    {"UTF-32, big end first", "\0\0\xFE\xFF\0\0\0S"sv, "UTF-32"},
    {"UW IMAP", "*mbx*\r\n3d1f1c9e00000002\r\n", "mbx"},
    {"Emacs", "BABYL OPTIONS: -*- rmail -*-\nVersion: 5\n", "Babyl"},
};

constexpr row doubtful[] = {
    {"a field", "Subject: a\n", ""},
    {"a field without a line ending", "Subject: a", ""},
    {"a field in the second line", "hello\nSubject: a\n", ""},
    {"a field in the second message",
     "From a@b Mon Dec 15 10:00:00 2014\n\nx\n\n"
     "From a@b Mon Dec 15 10:00:00 2014\nSubject: a\n",
     ""},
    {"the end of a message that was cut", "Subject: a\r", ""},
    {"no field", "hello\nworld\n", "no header field"},
    {"no field before the body", "\nSubject: a\n", "no header field"},
    {"NUL after the first octets", "S\0u\0b\0\0\0"sv, "no header field"},
    {"a picture", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, "no header field"},
    {"a program with CR but no LF",
     "\x7F"
     "ELF\x02\r\x01\0"sv,
     "no header field"},
    {"an mbox with CR alone", "From a@b Mon Dec 15 10:00:00 2014\rSubject: a\r\rtext\r",
     "CR alone"},
    {"CR alone", "Subject: a\rFrom: a@b\r\rtext\r", "CR alone"},
};

} // namespace

TEST_CASE("tool, not mail: files of other kinds are refused, and named") {
    for (auto const& row : foreign) {
        test::temporary_directory const files;
        auto const path = files.file("a", row.octets);
        for (std::string const command : {"ls", "json", "count"}) {
            auto const check = [&](test::outcome const& got) {
                REQUIRE_SAME(row.name, got.status, 2);
                REQUIRE_SAME(row.name, got.out, "");
                test::check_one_line(got, row.said);
            };
            check(test::run({command, path}));
            check(test::run({command, "-"}, {.stdin_file = path}));
            for (std::size_t const chunk : {1u, 65536u})
                check(
                    test::run({command, "-"}, {.input = std::string{row.octets}, .chunk = chunk}));
        }
    }
}

TEST_CASE("tool, not mail: the other files, and the other messages of a Maildir, are read") {
    test::temporary_directory const files;
    auto const mail = files.file("a.eml", "Subject: a\n");
    auto const packed = files.file("b.gz", foreign[0].octets);
    auto got = test::run({"headers", packed, mail});
    REQUIRE_SAME(got.command, got.status, 2);
    REQUIRE_SAME(got.command, got.out, "Subject: a\n");
    test::check_one_line(got, "b.gz: compressed with gzip");

    files.file("box/cur/1.a:2,", foreign[0].octets);
    files.file("box/cur/2.a:2,", "Subject: a\n");
    got = test::run({"headers", files.path("box")});
    REQUIRE_SAME(got.command, got.status, 2);
    REQUIRE_SAME(got.command, got.out, "Subject: a\n");
    test::check_one_line(got, "1.a:2,: compressed with gzip");
}

TEST_CASE("tool, not mail: a note on files that are read, but may not be mail") {
    for (auto const& row : doubtful) {
        test::temporary_directory const files;
        auto const path = files.file("a", row.octets);
        for (auto const& got :
             {test::run({"json", path}), test::run({"json", "-"}, {.stdin_file = path}),
              test::run({"json", "-"}, {.input = std::string{row.octets}, .chunk = 1})}) {
            REQUIRE_SAME(row.name, got.status, 0);
            REQUIRE_SAME(row.name, got.out.substr(0, 12), "{\"schema\":2,");
            if (*row.said == '\0')
                REQUIRE_SAME(row.name, got.err, "");
            else
                test::check_one_line(got, row.said);
        }
    }
}

TEST_CASE("tool, not mail: what to type is for the command, and for standard input") {
    test::temporary_directory const files;
    auto const packed = files.file("a.gz", foreign[0].octets);
    auto const cr = files.file("a", "Subject: a\rTo: b\r");
    auto const mbox = files.file("b", "To: b\n\nx\n\nFrom a Mon Dec 15 10:00:00 2014\nTo: b\n\n");
    auto const emacs = files.file("c", "BABYL OPTIONS:");
    struct {
        std::vector<std::string> arguments;
        std::string file;
        std::string_view filter; // with FILE
        std::string_view piped;  // without
        std::string_view command;
    } const table[] = {
        {{"count"}, packed, "gzip -dc FILE", "gzip -dc", "count -"},
        {{}, packed, "gzip -dc FILE", "gzip -dc", "ls -"},
        {{"smtp"}, packed, "gzip -dc FILE", "gzip -dc", "smtp -"},
        {{"extract", "2"}, packed, "gzip -dc FILE", "gzip -dc", "extract PART -"},
        {{"extract", "--all", "-o", "d"},
         packed,
         "gzip -dc FILE",
         "gzip -dc",
         "extract --all -o DIR -"},
        {{"json"}, cr, "tr '\\r' '\\n' <FILE", "tr '\\r' '\\n'", "json -"},
        {{"show"}, mbox, "(echo From -; cat FILE)", "(echo From -; cat)", "show -"},
    };
    for (auto const& row : table) {
        auto const command = " | foldwise " + std::string{row.command} + "\n";
        auto arguments = row.arguments;
        arguments.push_back(row.file);
        auto const named = test::run(arguments);
        test::check_one_line(named, ": " + std::string{row.filter} + command);
        arguments.back() = "-";
        for (auto const& got : {test::run(arguments, {.stdin_file = row.file}),
                                test::run(arguments, {.input = test::contents(row.file)})})
            test::check_one_line(got, ": ... | " + std::string{row.piped} + command);
    }
    auto const other = test::run({"show", emacs});
    REQUIRE_SAME(other.command, other.err.ends_with("M-x unrmail\n"), true);
}

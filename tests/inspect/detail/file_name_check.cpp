#include <foldwise/inspect/detail/file_name_check.hpp>

#include "../../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::entity;
using foldwise::message;

struct row {
    std::string_view from;
    std::string_view header;
    std::string_view covered; // empty: the names do not differ
};

#define NAME "Content-Type: image/png; name"
#define FILENAME "Content-Disposition: attachment; filename"

constexpr row table[] = {
    {"the same", NAME "=a.png\n" FILENAME "=\"a.png\"\n", ""},
    {"only a name", NAME "=a.png\nContent-Disposition: attachment\n", ""},
    {"no disposition", NAME "=a.png\n", ""},
    {"only a filename", "Content-Type: image/png\n" FILENAME "=a.png\n", ""},
    {"no type", FILENAME "=a.png\n", ""},
    {"two names", NAME "=a.png\n" FILENAME "=b.png\n", "name=a.png"},
    {"filename before name", FILENAME "=b.png\n" NAME "=a.png\n", "name=a.png"},
    {"case counts", NAME "=a.png\n" FILENAME "=A.png\n", "name=a.png"},
    {"one is the start of the other", NAME "=a.png\n" FILENAME "=a.png.exe\n", "name=a.png"},
    {"RFC 2047 and RFC 2231", NAME "=\"=?utf-8?q?=C3=A9?=\"\n" FILENAME "*=iso-8859-1''%E9\n", ""},
    {"other characters", NAME "=\"=?utf-8?q?=C3=A9?=\"\n" FILENAME "*=iso-8859-1''%E8\n",
     "name=\"=?utf-8?q?=C3=A9?=\""},
    {"RFC 2231 section 3", NAME "*0=a; name*1=.png\n" FILENAME "=a.png\n", ""},
    {"other sections", NAME "*0=a; name*1=.gif\n" FILENAME "=a.png\n", "name*0=a"},
    {"an empty filename", NAME "=a.png\n" FILENAME "=\"\"\n", "filename=\"\""},
    {"an empty name", NAME "=\"\"\n" FILENAME "=a.png\n", "name=\"\""},
    {"both are empty", NAME "=\"\"\n" FILENAME "=\"\"\n", ""},
};

constexpr bool names_are_compared() {
    for (auto const& each : table)
        test::with_both_line_endings(each.header, [&](std::string_view text) {
            test::text_buffer found;
            auto const report = [&](diagnostic const& problem) {
                REQUIRE_TRUE(problem.code == foldwise::diagnostic_code::file_names_differ);
                found.append(text.substr(problem.offset, problem.length));
            };
            foldwise::detail::diagnose_file_names(text, entity{message{text}}, report);
            REQUIRE_SAME(each.from, std::string_view{found}, each.covered);
        });
    return true;
}
CASE("file_name_check: names are compared as texts for people", names_are_compared)

} // namespace

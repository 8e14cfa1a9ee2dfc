#include <foldwise/mime/diagnose_bodies.hpp>

#include "../mail_files.hpp"
#include "../support.hpp"

#include <iterator>
#include <string>

namespace {

using namespace foldwise;

struct row {
    std::string_view text;
    std::string_view problems; // each name{what it covers}
};

#define RELATED "Content-Type: multipart/related; boundary=b"
#define ALTERNATIVE "Content-Type: multipart/alternative; boundary=b\n"
#define HTML "\n--b\nContent-Type: text/html\n\n<img src=cid:a>"
#define IMAGE "\n--b\nContent-Type: image/png\nContent-ID: <a>\n"

constexpr row table[] = {
    {"\na", ""},
    {"Content-Type: text/html\n\na", ""},
    {"Content-Type: text/rfc822-headers\n\na", ""},
    {"Content-Type: text/x\n\na", "text_subtype_unknown{Content-Type: text/x}"},
    {RELATED "; start=\"<a>\"\n" IMAGE HTML "\n--b--\n", "body_text_elsewhere{<img src=cid:a>}"},
    {RELATED "; start=c\n" HTML "\n--b--\n",
     "related_root_missing{Content-Type: multipart/related; boundary=b; start=c}"},
    {RELATED "; start=a\n" HTML IMAGE "\n--b--\n",
     "related_root_not_first{Content-Type: multipart/related; boundary=b; start=a}"
     "body_text_elsewhere{<img src=cid:a>}"},
    {ALTERNATIVE "\n--b\n\n " HTML "\n--b--\n", "alternative_blank{ }"},
    {ALTERNATIVE HTML "\n--b\n\n\n\n--b--\n", "alternative_blank{}"},
    {ALTERNATIVE "\n--b\n\n \n--b--\n", ""},
    {"Content-Disposition: attachment\n\na", "body_text_elsewhere{a}"},
    {"Content-Type: multipart/mixed; boundary=b\n\na", "body_text_elsewhere{a}"},
    {RELATED "\n" HTML IMAGE "Content-Disposition: attachment; filename=a\n\n--b--\n",
     "attachment_linked{Content-Disposition: attachment; filename=a}"},
    {RELATED "\n" HTML IMAGE "Content-Disposition: inline\n\n--b--\n", ""},
    {"Content-Type: message/rfc822\n\nContent-Type: text/x\n\na", ""},
};

template <std::size_t First, std::size_t Last>
constexpr bool problems_are_reported() {
    for (auto i = First; i < Last && i < std::size(table); ++i)
        test::with_both_line_endings(table[i].text, [&](std::string_view text) {
            test::text_buffer found;
            diagnose_bodies(entity{message{text}}, [&](diagnostic const& problem) {
                auto covered = text.substr(problem.offset, problem.length);
                while (covered.ends_with('\n') || covered.ends_with('\r')) covered.remove_suffix(1);
                found.append(problem.name());
                found.append('{');
                found.append(covered);
                found.append('}');
            });
            REQUIRE_SAME(table[i].text, std::string_view{found}, table[i].problems);
        });
    return true;
}
CASE("diagnose_bodies: problems are reported, 1", (problems_are_reported<0, 5>))
CASE("diagnose_bodies: problems are reported, 2", (problems_are_reported<5, 10>))
CASE("diagnose_bodies: problems are reported, 3", (problems_are_reported<10, 100>))

TEST_CASE("diagnose_bodies: every problem of every file is inside of it") {
    std::size_t problems = 0;
    test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
        diagnose_bodies(entity{message{bytes}}, [&](diagnostic const& problem) {
            REQUIRE_SAME(path, problem.offset <= bytes.size(), true);
            REQUIRE_SAME(path, problem.length <= bytes.size() - problem.offset, true);
            ++problems;
        });
    });
    CHECK(problems < 100000);
}

} // namespace

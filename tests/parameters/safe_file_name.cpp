#include <foldwise/parameters/safe_file_name.hpp>

#include "../support.hpp"

#include <foldwise/mime/entity.hpp>

#include <string>

namespace {

using foldwise::safe_file_name;

static_assert(std::is_trivially_copyable_v<safe_file_name>);
// A safe_file_name borrows nothing, so it may be constructed from a temporary.
static_assert(std::is_nothrow_constructible_v<safe_file_name, std::string>);

struct row {
    std::string_view text;
    std::string_view name;
};

constexpr row table[] = {
    {"report.pdf", "report.pdf"},
    {"na\xC3\xAFve caf\xC3\xA9.txt", "na\xC3\xAFve caf\xC3\xA9.txt"},
    {"a-b_(1) [2] {c} #d$e%f&g'h+i,j;k=l@m!n`o^p", "a-b_(1) [2] {c} #d$e%f&g'h+i,j;k=l@m!n`o^p"},
    // Names without any usable character
    {"", "attachment"},
    {".", "attachment"},
    {"..", "attachment"},
    {" . . ", "attachment"},
    {"\xE3\x80\x80", "attachment"}, // U+3000
    // Directories
    {"../../etc/passwd", "_.._etc_passwd"},
    {"/etc/passwd", "_etc_passwd"},
    {"C:\\Windows\\a.exe", "C__Windows_a.exe"},
    {"a/..", "a_"},
    {"..\\a", "_a"},
    {"a\xE2\x88\x95"
     "b\xE2\x81\x84"
     "c\xE2\x88\x96"
     "d",
     "a_b_c_d"}, // U+2215, U+2044, U+2216
    {"a\xEF\xBC\x8F"
     "b\xEF\xBC\xBC"
     "c",
     "a_b_c"}, // U+FF0F, U+FF3C
    // Windows: streams, wild cards, devices
    {"a.txt:b.exe", "a.txt_b.exe"},
    {"a?b*c<d>e|f\"g", "a_b_c_d_e_f_g"},
    {"con", "_con"},
    {"CON.tar.gz", "_CON.tar.gz"},
    {"nul .txt", "_nul .txt"},
    {"com1", "_com1"},
    {"LPT9.a", "_LPT9.a"},
    {"com\xC2\xB2.a", "_com\xC2\xB2.a"},
    {"CONIN$", "_CONIN$"},
    {"com", "com"},
    {"com10", "com10"},
    {"console", "console"},
    {".con", "_con"},
    // Characters that are not safe at the start or the end
    {".bashrc", "bashrc"},
    {"...a", "a"},
    {" a ", "a"},
    {"a.exe. . ", "a.exe"},
    {"-rf", "_-rf"},
    {"~root", "_~root"},
    // Invisible characters
    {std::string_view{"a\0b\x1F\x7F\t\n", 7}, "a_b____"},
    {"a\xC2\x85"
     "b",
     "a_b"},                             // U+0085
    {"exe.\xE2\x80\xAEgpj", "exe._gpj"}, // U+202E
    {"\xE2\x81\xA6"
     "a\xE2\x81\xA9",
     "_a_"}, // U+2066, U+2069
    {"a\xE2\x80\x8B\xEF\xBB\xBF"
     "b",
     "a__b"}, // U+200B, U+FEFF
    {"a\xF3\xA0\x81\x81"
     "b",
     "a_b"}, // U+E0041
    {"a.pdf      .exe", "a.pdf .exe"},
    {"a.pdf\xC2\xA0 \xE3\x80\x80.exe", "a.pdf .exe"}, // U+00A0, U+3000
    // Octets that are not UTF-8
    {"a\xFF"
     "b\xC3",
     "a\xEF\xBF\xBD"
     "b\xEF\xBF\xBD"},
    {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"}, // an overlong form of "/"
};

constexpr bool names_are_safe() {
    if (!test::can_allocate()) return true;
    for (auto const& r : table) {
        safe_file_name const name{r.text};
        REQUIRE_SAME(r.text, name == r.name, true);
        REQUIRE_SAME(r.text, name.to_string(), r.name);
        REQUIRE_SAME(r.text, std::string_view{name.c_str()}, r.name);
    }
    REQUIRE_TRUE(safe_file_name("..", "part 1") == "part 1");
    REQUIRE_TRUE(safe_file_name("..", "a/b") == "a_b");
    REQUIRE_TRUE(safe_file_name("..", "..") == "attachment");
    std::string text = "a/";
    safe_file_name{"b/c"}.append_to(text);
    REQUIRE_TRUE(text == "a/b_c");
    return true;
}
CASE("safe_file_name: names are made safe", names_are_safe)

constexpr bool a_part_has_a_name() {
    using foldwise::charset;
    using foldwise::entity;
    using foldwise::message;
    struct {
        std::string_view header;
        std::string_view name;
    } constexpr parts[] = {
        {"Content-Disposition: attachment; filename=../plan.pdf\n", "_plan.pdf"},
        {"Content-Disposition: attachment; filename*=utf-8''a%2Fb%00%C3%A9\n", "a_b_\xC3\xA9"},
        {"Content-Type: a/b; name=\"=?utf-8?Q?=2E=2E=2F=E2=80=AE?=\"\n", "__"},
        {"Content-Type: a/b; name=\"caf\xE9\"\n", "caf\xEF\xBF\xBD"},
        {"Content-Disposition: attachment; filename=\"..\"\n", "part-1"},
        {"Content-Type: a/b\n", "part-1"},
    };
    for (auto const& r : parts) {
        entity const part{message{r.header}};
        REQUIRE_SAME(r.header, safe_file_name(part, "part-1") == r.name, true);
        auto const said = foldwise::suggested_file_name(part);
        if (!said) continue;
        REQUIRE_SAME(r.header, safe_file_name(*said, "part-1") == r.name, true);
        foldwise::decoded_parameter const decoded{*said};
        REQUIRE_SAME(r.header, safe_file_name(decoded, "part-1") == r.name, true);
    }
    REQUIRE_TRUE(safe_file_name{entity{}} == "attachment");
    REQUIRE_TRUE(safe_file_name(entity{message{parts[3].header}}, "part-1",
                                {.fallback = charset::windows_1252}) == "caf\xC3\xA9");
    return true;
}
CASE("safe_file_name: the name of a part", a_part_has_a_name)

TEST_CASE("safe_file_name: it has at most 255 octets and keeps a short extension") {
    auto const of = [](std::string const& text) { return safe_file_name{text}.to_string(); };
    CHECK(of(std::string(255, 'a')) == std::string(255, 'a'));
    CHECK(of(std::string(256, 'a')) == std::string(255, 'a'));
    CHECK(of(std::string(300, 'a') + ".txt") == std::string(251, 'a') + ".txt");
    CHECK(of(std::string{"a."}.append(300, 'b')) == std::string{"a."}.append(253, 'b'));
    CHECK(of(std::string(250, 'a') + " ......" + ".txt") == std::string(250, 'a') + ".txt");
    std::string wide;
    for (int i = 0; i < 200; ++i) wide.append("\xC3\xA9");
    CHECK(of(wide) == wide.substr(0, 254));
    CHECK(of(std::string{"a"}.append(wide).append(".b")) ==
          std::string{"a"}.append(wide, 0, 252).append(".b"));
    CHECK(of(std::string{"-"}.append(255, 'a')) == std::string{"_-"}.append(253, 'a'));
}

TEST_CASE("safe_file_name: a name is safe, and a safe name is not changed") {
    CHECK(test::for_each_string("a./ \xC3\xA9-", 6, [](std::string_view text) {
        auto const name = safe_file_name{text}.to_string();
        REQUIRE_SAME(text, name.empty() || name.find('/') != name.npos, false);
        REQUIRE_SAME(text, name[0] == '.' || name[0] == ' ' || name[0] == '-', false);
        REQUIRE_SAME(text, name.back() == '.' || name.back() == ' ', false);
        REQUIRE_SAME(text, safe_file_name{std::string_view{name}}.to_string(), name);
        return true;
    }));
}

} // namespace

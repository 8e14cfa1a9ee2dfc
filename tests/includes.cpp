// Rules for headers that no compiler checks: which header may include which, include guards,
// length, and that each header has a test. A rule is a function that returns its complaints about a
// header. It is tested with good and bad examples, and then applied to every header of the library.

#include "support.hpp"

#include <foldwise/base/cursor.hpp>
#include <foldwise/base/line.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

namespace {

namespace fs = std::filesystem;
using complaints = std::vector<std::string>;

struct header {
    std::string path; // below include/foldwise, such as "base/scan.hpp"
    std::string text;
};

struct directive {
    std::string_view name;      // "include"
    std::string_view arguments; // "<foldwise/base/scan.hpp>"
};

std::vector<directive> directives_of(header const& h) {
    std::vector<directive> found;
    for (auto const line : foldwise::lines{h.text}) {
        foldwise::cursor in{line.text()};
        in.take_while(foldwise::wsp);
        if (!in.skip('#')) continue;
        in.take_while(foldwise::wsp);
        auto const name = in.take_while(foldwise::alpha);
        in.take_while(foldwise::wsp);
        found.push_back({name, in.rest()});
    }
    return found;
}

// ---- Includes

// The rooms, each with its layer. A file includes its own room and rooms in lower layers.
struct room {
    std::string_view name; // a folder
    int layer;
};

constexpr room rooms[] = {
    {"base", 1},        {"diagnostic", 2}, {"message", 3}, {"syntax", 4}, {"date", 5},
    {"transfer", 6},    {"charset", 6},    {"words", 7},   {"store", 7},  {"parameters", 8},
    {"address", 9},     {"trace", 10},     {"lists", 11},  {"mime", 12},  {"report", 13},
    {"auth", 14},       {"dkim", 15},      {"dmarc", 15},  {"smtp", 14},  {"mail_data", 15},
    {"transcript", 16}, {"inspect", 17},
};

// The other rooms that the store room includes: none that reads the values of fields, or bodies.
constexpr std::string_view seen_by_store = "base diagnostic message date";

// Rooms about SMTP, and those about what is signed and recorded: neither includes the other.
constexpr std::string_view about_smtp = "smtp mail_data transcript";
constexpr std::string_view about_senders = "auth dkim dmarc";

// A door is a header beside a room. It includes the room's public headers, except those in `apart`.
struct door {
    std::string_view path;
    std::string_view room;
};

constexpr door doors[] = {
    {"diagnostic.hpp", "diagnostic"},
    {"message.hpp", "message"},
    {"syntax.hpp", "syntax"},
    {"date.hpp", "date"},
    {"transfer.hpp", "transfer"},
    {"charset.hpp", "charset"},
    {"words.hpp", "words"},
    {"parameters.hpp", "parameters"},
    {"address.hpp", "address"},
    {"trace.hpp", "trace"},
    {"lists.hpp", "lists"},
    {"mime.hpp", "mime"},
    {"report.hpp", "report"},
    {"auth.hpp", "auth"},
    {"dkim.hpp", "dkim"},
    {"dmarc.hpp", "dmarc"},
    {"smtp.hpp", "smtp"},
    {"mail_data.hpp", "mail_data"},
    {"transcript.hpp", "transcript"},
    {"inspect.hpp", "inspect"},
    {"mbox.hpp", "store"},
};

// Headers that use the operating system, have large tables, or take as long to compile as the rest
// of the library. Only their own doors include them, except that mail_folder.hpp includes maildir.hpp,
// which includes mapped_file.hpp.
struct apart_header {
    std::string_view path;
    std::string_view door; // empty if it has none
};

constexpr apart_header apart[] = {
    {"charset/charset_cjk.hpp", "charset_cjk.hpp"},
    {"charset/charset_iconv.hpp", "charset_iconv.hpp"},
    {"date/date_time_chrono.hpp", ""},
    {"store/maildir.hpp", "maildir.hpp"},
    {"store/mail_folder.hpp", "maildir.hpp"},
    {"store/mapped_file.hpp", "mapped_file.hpp"},
};

// Headers that are neither in a room nor a door.
constexpr std::string_view roomless[] = {"config.hpp", "forward.hpp", "format.hpp", "ostream.hpp"};

// Standard headers that each take longer to compile than most of the library.
constexpr std::string_view heavy =
    "ranges iostream sstream regex format filesystem functional map unordered_map chrono";

bool has_word(std::string_view words, std::string_view word) {
    std::istringstream in{std::string{words}};
    for (std::string each; in >> each;)
        if (each == word) return true;
    return false;
}

bool is_apart(std::string_view path) {
    return std::ranges::count(apart, path, &apart_header::path) != 0;
}
bool is_apart_door(std::string_view path) {
    return std::ranges::count(apart, path, &apart_header::door) != 0;
}
bool is_door(std::string_view path) {
    return std::ranges::count(doors, path, &door::path) != 0 || is_apart_door(path);
}

/// "base" for "base/scan.hpp"; empty for a header that is in no room.
std::string_view room_of(std::string_view path) {
    auto const slash = path.find('/');
    return slash == path.npos ? std::string_view{} : path.substr(0, slash);
}

bool is_detail(std::string_view path) { return path.find("/detail/") != path.npos; }

/// A header in no room must include exactly the foldwise headers that are wanted, and no others.
complaints about_completeness(header const& outer, std::vector<header> const& all,
                              auto const& is_wanted) {
    complaints found;
    auto const included = directives_of(outer);
    for (auto const& h : all) {
        auto const name = "<foldwise/" + h.path + ">";
        bool const is_there = std::ranges::count(included, name, &directive::arguments) != 0;
        if (is_wanted(h.path) && !is_there) found.push_back("leaves out " + name);
        if (!is_wanted(h.path) && is_there) found.push_back("must not include " + name);
    }
    return found;
}

/// The rule for each header that is in no room: doors, the umbrella header, fields.hpp.
complaints about_outer_header(header const& h, std::vector<header> const& all) {
    if (std::ranges::count(roomless, h.path) != 0) return {};
    if (h.path == "foldwise.hpp")
        return about_completeness(h, all, [](std::string_view path) {
            bool const is_outer = is_door(path) && !is_apart_door(path);
            return is_outer || path == "config.hpp" || path == "fields.hpp";
        });
    if (h.path == "fields.hpp")
        return about_completeness(h, all, [](std::string_view path) {
            return path.ends_with("/fields.hpp") || path == "message/get.hpp";
        });
    for (auto const& one : apart)
        if (one.door == h.path)
            return about_completeness(h, all, [&](std::string_view path) {
                auto const is_this = [&](apart_header const& each) {
                    return each.path == path && each.door == h.path;
                };
                return std::ranges::any_of(apart, is_this);
            });
    auto const found = std::ranges::find(doors, h.path, &door::path);
    if (found == std::end(doors)) return {"is no door of a room"};
    return about_completeness(h, all, [&](std::string_view path) {
        return room_of(path) == found->room && !is_detail(path) && !is_apart(path);
    });
}

/// Whether a header in a room may include another foldwise header.
bool may_include_ours(std::string_view path, std::string_view other) {
    if (other == "config.hpp") return true;
    auto const from = std::ranges::find(rooms, room_of(path), &room::name);
    auto const to = std::ranges::find(rooms, room_of(other), &room::name);
    if (from == std::end(rooms) || to == std::end(rooms)) return false; // a door
    if (path == "store/maildir.hpp" && other == "store/mapped_file.hpp") return true;
    if (path == "store/mail_folder.hpp" && other == "store/maildir.hpp") return true;
    if (is_apart(other)) return false;
    if (from == to) return true;
    if (is_detail(other)) return false;
    if (from->name == "store") return has_word(seen_by_store, to->name);
    if (has_word(about_smtp, from->name) && has_word(about_senders, to->name)) return false;
    if (has_word(about_senders, from->name) && has_word(about_smtp, to->name)) return false;
    return to->layer < from->layer && to->name != "store";
}

bool may_include_foreign(std::string_view path, std::string_view name) {
    bool const is_intrinsics = name.ends_with("intrin.h") || name == "arm_neon.h";
    if (path == "base/octet_vector.hpp" && is_intrinsics) return name != "immintrin.h";
    if (path == "store/mapped_file.hpp" && name.ends_with(".h")) return true;
    bool const is_folder = path == "store/maildir.hpp" || path == "store/mail_folder.hpp";
    if (is_folder && name == "filesystem") return true;
    if (path == "date/date_time_chrono.hpp" && name == "chrono") return true;
    if (path == "format.hpp" && name == "format") return true;
    if (path == "charset/charset_iconv.hpp" && name == "iconv.h") return true;
    bool const is_standard = name.find_first_of("./") == name.npos;
    return is_standard && !has_word(heavy, name);
}

bool may_include(std::string_view path, std::string_view included) {
    if (!included.starts_with('<') || !included.ends_with('>')) return false;
    auto const name = included.substr(1, included.size() - 2);
    constexpr std::string_view ours = "foldwise/";
    if (!name.starts_with(ours)) return may_include_foreign(path, name);
    // See about_outer_header.
    if (room_of(path).empty() && path != "config.hpp") return true;
    return may_include_ours(path, name.substr(ours.size()));
}

complaints about_includes(header const& h) {
    complaints found;
    for (auto const& [name, arguments] : directives_of(h)) {
        // A comment may follow the name.
        auto const included = arguments.substr(0, arguments.find(' '));
        if (name == "include" && !may_include(h.path, included))
            found.push_back("must not include " + std::string{included});
    }
    return found;
}

/// Outside include/, only the tests of a room include its detail/ headers.
complaints about_details(std::string_view tests_of_room, header const& h) {
    complaints found;
    for (auto const& [name, arguments] : directives_of(h)) {
        constexpr std::string_view ours = "<foldwise/";
        if (name != "include" || !arguments.starts_with(ours) || !is_detail(arguments)) continue;
        if (room_of(arguments.substr(ours.size())) != tests_of_room)
            found.push_back("must not include " + std::string{arguments});
    }
    return found;
}

// ---- Macros, length, tests

complaints about_macros(header const& h) {
    auto guard = "FOLDWISE_" + h.path;
    for (auto& c : guard)
        c = std::isalnum(static_cast<unsigned char>(c))
                ? static_cast<char>(std::toupper(static_cast<unsigned char>(c)))
                : '_';
    complaints found;
    auto const all = directives_of(h);
    bool const is_guarded = all.size() >= 3 && all[0].name == "ifndef" &&
                            all[0].arguments == guard && all[1].name == "define" &&
                            all[1].arguments == guard && all.back().name == "endif";
    if (!is_guarded) found.push_back("is not guarded by " + guard);
    auto const is_undefined = [&all](std::string_view macro) { // at the end of the header
        auto const last = std::ranges::find_if(all.rbegin(), all.rend(), [&](auto const& one) {
            return one.arguments == macro && (one.name == "define" || one.name == "undef");
        });
        return last != all.rend() && last->name == "undef";
    };
    for (auto const& [name, arguments] : all)
        if (name == "define" && !arguments.starts_with("FOLDWISE_") && !is_undefined(arguments))
            found.push_back("defines " + std::string{arguments});
    return found;
}

/// Everything is declared in the inline namespace FOLDWISE_ABI, which config.hpp defines. Without a
/// definition, the header would declare its names in a namespace that is called FOLDWISE_ABI.
complaints about_namespaces(header const& h) {
    complaints found;
    bool is_used = false;
    for (auto const line : foldwise::lines{h.text}) {
        auto const text = line.text();
        if (!text.starts_with("namespace foldwise")) continue;
        is_used = true;
        if (!text.starts_with("namespace foldwise::inline FOLDWISE_ABI"))
            found.push_back("must not open " + std::string{text});
    }
    auto const includes_ours = [](directive const& one) {
        return one.name == "include" && one.arguments.starts_with("<foldwise/");
    };
    if (is_used && !std::ranges::any_of(directives_of(h), includes_ours))
        found.push_back("includes no config.hpp");
    return found;
}

complaints about_length(header const& h) {
    bool const is_table = h.path.ends_with("_table.hpp") || h.path.ends_with("_tables.hpp") ||
                          h.path == "charset/detail/html_labels.hpp";
    if (is_table) return {};
    complaints found;
    std::size_t count = 0;
    for (auto const line : foldwise::lines{h.text}) {
        ++count;
        if (line.text().size() > 100)
            found.push_back("has " + std::to_string(line.text().size()) + " columns in line " +
                            std::to_string(count));
    }
    if (count > 350) found.push_back("has " + std::to_string(count) + " lines");
    return found;
}

complaints about_test(header const& h, fs::path const& tests) {
    if (room_of(h.path).empty() && h.path != "fields.hpp") return {}; // nothing to call
    auto const test = fs::path{h.path}.replace_extension(".cpp");
    if (fs::exists(tests / test)) return {};
    return {"has no test " + test.generic_string()};
}

// ---- Tests of the rules, with good and bad examples

void check_same(std::string_view row, complaints const& got, std::string_view wanted) {
    std::string text;
    for (auto const& one : got) text += (text.empty() ? "" : "; ") + one;
    REQUIRE_SAME(row, text, wanted);
}

struct include_row {
    std::string_view path;
    std::string_view line;
    bool allowed;
};

constexpr include_row include_table[] = {
    {"base/scan.hpp", "#include <cstddef>", true},
    {"base/scan.hpp", "#include <foldwise/config.hpp>", true},
    {"base/scan.hpp", "#include <foldwise/base/char_class.hpp> // sets", true},
    {"base/scan.hpp", "#include <foldwise/message/field.hpp>", false},
    {"base/scan.hpp", "#  include <foldwise/message/field.hpp>", false},
    {"base/scan.hpp", "#include <foldwise/foldwise.hpp>", false},
    {"config.hpp", "#include <foldwise/base/scan.hpp>", false},
    {"message/field.hpp", "#include <foldwise/store/mbox.hpp>", false},
    {"message/field.hpp", "#include <foldwise/message/detail/field_walker.hpp>", true},
    {"message/detail/field_walker.hpp", "#include <foldwise/base/scan.hpp>", true},
    {"message/detail/field_walker.hpp", "#include <foldwise/syntax/token.hpp>", false},
    {"syntax/token.hpp", "#include <foldwise/message/detail/field_walker.hpp>", false},
    {"syntax/token.hpp", "#include <foldwise/message.hpp>", false},
    {"address/mailbox.hpp", "#include <foldwise/mime/entity.hpp>", false},
    {"charset/charset.hpp", "#include <foldwise/transfer/base64.hpp>", false},
    {"auth/resinfo.hpp", "#include <foldwise/smtp/reply.hpp>", false},
    {"smtp/reply.hpp", "#include <foldwise/auth/resinfo.hpp>", false},
    {"dkim/arc.hpp", "#include <foldwise/dmarc/alignment.hpp>", false},
    {"dmarc/alignment.hpp", "#include <foldwise/dkim/arc.hpp>", false},
    {"transcript/transcript.hpp", "#include <foldwise/dmarc/alignment.hpp>", false},
    {"mail_data/bdat.hpp", "#include <foldwise/smtp/bdat_command.hpp>", true},
    {"mail_data/bdat.hpp", "#include <foldwise/auth/resinfo.hpp>", false},
    {"dkim/arc.hpp", "#include <foldwise/smtp/reply.hpp>", false},
    {"inspect/diagnose.hpp", "#include <foldwise/dkim/arc.hpp>", true},
    {"inspect/diagnose.hpp", "#include <foldwise/store/mbox.hpp>", false},
    {"inspect/diagnose.hpp", "#include <foldwise/fields.hpp>", false},
    {"store/mbox.hpp", "#include <foldwise/message/message.hpp>", true},
    {"store/mbox.hpp", "#include <foldwise/date/date_time.hpp>", true},
    {"store/mbox.hpp", "#include <foldwise/syntax/token.hpp>", false},
    {"store/maildir.hpp", "#include <foldwise/store/mapped_file.hpp>", true},
    {"store/mbox.hpp", "#include <foldwise/store/mapped_file.hpp>", false},
    {"attic/old.hpp", "#include <foldwise/base/scan.hpp>", false},
    {"message/field.hpp", "#include <foldwise/attic/old.hpp>", false},
    {"message/field.hpp", "#include \"unfold.hpp\"", false},
    {"message/field.hpp", "#include <boost/config.hpp>", false},
    {"message/field.hpp", "#include <string.h>", false},
    {"message/field.hpp", "#include HEADER", false},
    {"message/field.hpp", "#include <ranges>", false},
    {"message/field.hpp", "#include <unordered_map>", false},
    {"message.hpp", "#include <ranges>", false},
    {"base/scan.hpp", "#include <emmintrin.h>", false},
    {"base/scan_blocks.hpp", "#include <arm_neon.h>", false},
    {"base/octet_vector.hpp", "#include <emmintrin.h>", true},
    {"base/octet_vector.hpp", "#include <arm_neon.h>", true},
    {"base/octet_vector.hpp", "#include <immintrin.h>", false},
    {"transfer/detail/base64_blocks.hpp", "#include <arm_neon.h>", false},
    {"store/mapped_file.hpp", "#include <sys/mman.h>", true},
    {"store/mbox.hpp", "#include <filesystem>", false},
    {"store/maildir.hpp", "#include <filesystem>", true},
    {"store/maildir.hpp", "#include <iostream>", false},
    {"date/date_time_chrono.hpp", "#include <chrono>", true},
    {"date/date_time.hpp", "#include <chrono>", false},
    {"charset/charset_iconv.hpp", "#include <iconv.h>", true},
    {"charset/charset.hpp", "#include <iconv.h>", false},
};

TEST_CASE("includes: a header opens the namespace of its version") {
    auto const check = [](std::string_view text, std::string_view complaint) {
        check_same(text, about_namespaces({"base/scan.hpp", std::string{text}}), complaint);
    };
    std::string const config = "#include <foldwise/config.hpp>\n";
    check("namespace foldwise::inline FOLDWISE_ABI {", "includes no config.hpp");
    check(config + "namespace foldwise::inline FOLDWISE_ABI::scan {\nnamespace detail {\n", "");
    check(config + "namespace foldwise {", "must not open namespace foldwise {");
    check(config + "namespace foldwise::detail {", "must not open namespace foldwise::detail {");
    check("#define FOLDWISE_BASE_SCAN_HPP", "");
}

TEST_CASE("includes: good lines are allowed, bad lines are not") {
    for (auto const& row : include_table) {
        auto const got = about_includes({std::string{row.path}, std::string{row.line}});
        REQUIRE_SAME(std::string{row.path} + ", " + std::string{row.line}, got.empty(),
                     row.allowed);
    }
}

TEST_CASE("includes: a header in no room includes all that it must, and nothing else") {
    std::vector<header> const all = {
        {"base/line.hpp", ""},      {"charset/charset.hpp", ""},
        {"charset/fields.hpp", ""}, {"charset/detail/tables.hpp", ""},
        {"charset.hpp", ""},        {"charset/charset_iconv.hpp", ""},
        {"charset_iconv.hpp", ""},  {"config.hpp", ""},
        {"fields.hpp", ""},         {"message/get.hpp", ""},
    };
    struct {
        header outer;
        std::string_view complaint;
    } const table[] = {
        {{"charset.hpp", "#include <foldwise/charset/charset.hpp>\n"
                         "#include <foldwise/charset/fields.hpp>\n"},
         ""},
        {{"charset.hpp", "#include <foldwise/charset/charset_iconv.hpp>\n"
                         "#include <foldwise/charset/detail/tables.hpp>\n"
                         "#include <foldwise/charset/fields.hpp>\n"
                         "#include <foldwise/base/line.hpp>\n"},
         "must not include <foldwise/base/line.hpp>; "
         "leaves out <foldwise/charset/charset.hpp>; "
         "must not include <foldwise/charset/detail/tables.hpp>; "
         "must not include <foldwise/charset/charset_iconv.hpp>"},
        {{"charset_iconv.hpp", "#include <foldwise/charset/charset_iconv.hpp>\n"}, ""},
        {{"charset_iconv.hpp", "#include <foldwise/charset.hpp>\n"},
         "must not include <foldwise/charset.hpp>; "
         "leaves out <foldwise/charset/charset_iconv.hpp>"},
        {{"fields.hpp", "#include <foldwise/charset/fields.hpp>\n"},
         "leaves out <foldwise/message/get.hpp>"},
        {{"foldwise.hpp", "#include <foldwise/config.hpp>\n"
                          "#include <foldwise/charset.hpp>\n"
                          "#include <foldwise/charset_iconv.hpp>\n"},
         "must not include <foldwise/charset_iconv.hpp>; leaves out <foldwise/fields.hpp>"},
        {{"attic.hpp", ""}, "is no door of a room"},
    };
    for (auto const& row : table)
        check_same(row.outer.path, about_outer_header(row.outer, all), row.complaint);
}

TEST_CASE("includes: detail/ headers are for their room only") {
    header const user{"user.cpp", "#include <foldwise/date/detail/plain_date.hpp>\n"};
    check_same("its own room", about_details("date", user), "");
    check_same("another room", about_details("trace", user),
               "must not include <foldwise/date/detail/plain_date.hpp>");
    check_same("a file outside the rooms", about_details("", user),
               "must not include <foldwise/date/detail/plain_date.hpp>");
    check_same("no detail",
               about_details("", {"user.cpp", "#include <foldwise/date/date_time.hpp>\n"}), "");
}

TEST_CASE("includes: guards and other macros") {
    struct {
        std::string_view text;
        std::string_view complaint;
    } const table[] = {
        {"#ifndef FOLDWISE_BASE_SCAN_HPP\n#define FOLDWISE_BASE_SCAN_HPP\n#endif\n", ""},
        {"#ifndef SCAN_HPP\n#define SCAN_HPP\n#endif\n",
         "is not guarded by FOLDWISE_BASE_SCAN_HPP; defines SCAN_HPP"},
        {"#pragma once\n", "is not guarded by FOLDWISE_BASE_SCAN_HPP"},
        {"", "is not guarded by FOLDWISE_BASE_SCAN_HPP"},
        {"#ifndef FOLDWISE_BASE_SCAN_HPP\n#define FOLDWISE_BASE_SCAN_HPP\n"
         "#  define likely(x) x\n#endif\n",
         "defines likely(x) x"},
        {"#ifndef FOLDWISE_BASE_SCAN_HPP\n#define FOLDWISE_BASE_SCAN_HPP\n"
         "#define NOMINMAX\n#undef NOMINMAX\n#endif\n",
         ""},
        {"#ifndef FOLDWISE_BASE_SCAN_HPP\n#define FOLDWISE_BASE_SCAN_HPP\n"
         "#undef NOMINMAX\n#define NOMINMAX\n#endif\n",
         "defines NOMINMAX"},
    };
    for (auto const& row : table)
        check_same(row.text, about_macros({"base/scan.hpp", std::string{row.text}}), row.complaint);
}

TEST_CASE("includes: length and tests") {
    check_same("350 lines", about_length({"base/scan.hpp", std::string(350, '\n')}), "");
    check_same("351 lines", about_length({"base/scan.hpp", std::string(351, '\n')}),
               "has 351 lines");
    check_same("100 columns", about_length({"base/scan.hpp", std::string(100, 'a') + "\n"}), "");
    check_same("101 columns", about_length({"base/scan.hpp", "\n" + std::string(101, 'a') + "\n"}),
               "has 101 columns in line 2");
    check_same("a table",
               about_length({"diagnostic/detail/diagnostic_table.hpp", std::string(351, '\n')}),
               "");
    check_same("tested", about_test({"message/unfold.hpp", ""}, FOLDWISE_SOURCE_DIR "/tests"), "");
    check_same("untested", about_test({"message/refold.hpp", ""}, FOLDWISE_SOURCE_DIR "/tests"),
               "has no test message/refold.cpp");
    check_same("macros only", about_test({"config.hpp", ""}, FOLDWISE_SOURCE_DIR "/tests"), "");
}

// ---- The rules, applied to every header

std::vector<header> every_header() {
    fs::path const folder = FOLDWISE_SOURCE_DIR "/include/foldwise";
    std::vector<header> all;
    for (auto const& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.path().extension() == ".cppm" || !entry.is_regular_file()) continue; // a module
        std::ifstream file{entry.path(), std::ios::binary};
        all.push_back({entry.path().lexically_relative(folder).generic_string(),
                       {std::istreambuf_iterator<char>{file}, {}}});
    }
    return all;
}

TEST_CASE("includes: every header keeps the rules") {
    auto const all = every_header();
    CHECK(!all.empty());
    for (auto const& h : all) {
        check_same(h.path, about_includes(h), "");
        check_same(h.path, about_macros(h), "");
        check_same(h.path, about_namespaces(h), "");
        check_same(h.path, about_length(h), "");
        check_same(h.path, about_test(h, FOLDWISE_SOURCE_DIR "/tests"), "");
        if (room_of(h.path).empty()) check_same(h.path, about_outer_header(h, all), "");
    }
}

TEST_CASE("includes: no file outside include/ includes detail/ headers, except tests of the room") {
    std::size_t files = 0;
    for (std::string_view const name : {"tools", "examples", "bench", "fuzz", "tests"}) {
        fs::path const folder = FOLDWISE_SOURCE_DIR / fs::path{name};
        for (auto const& entry : fs::recursive_directory_iterator{folder}) {
            auto const extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            std::ifstream file{entry.path(), std::ios::binary};
            header const user{entry.path().lexically_relative(folder).generic_string(),
                              {std::istreambuf_iterator<char>{file}, {}}};
            auto const its_room = name == "tests" ? room_of(user.path) : std::string_view{};
            check_same(user.path, about_details(its_room, user), "");
            ++files;
        }
    }
    CHECK(files > 100);
}

} // namespace

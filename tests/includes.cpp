// The rules of the house that no compiler knows: which header may include which, and what
// each looks like. A rule is a function that gives its complaints about a header. It is
// tried on bad headers first, and then on every header that there is.

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

struct layer {
    std::string_view name; // a folder, or a file that lies beside the folders
    std::string_view sees; // beside itself
};

constexpr layer layers[] = {
    {"config", ""},
    {"base", "config"},
    {"message", "config base"},
    {"structured", "config base message"},
    {"mime", "config base message structured"},
    {"auth", "config base message structured mime"},
    {"smtp", "config base message structured mime"},
    {"inspect", "config base message structured mime auth smtp"},
    {"fields", "config base message structured mime auth smtp inspect"},
    {"store", "config base message"},
    {"foldwise", "config base message structured mime auth smtp inspect fields store"},
};

// Each costs more to compile than most of the library does.
constexpr std::string_view heavy =
    "ranges iostream sstream regex format filesystem functional map unordered_map chrono";

bool has_word(std::string_view words, std::string_view word) {
    std::istringstream in{std::string{words}};
    for (std::string each; in >> each;)
        if (each == word) return true;
    return false;
}

std::string_view layer_of(std::string_view path) {
    return path.substr(0, path.find_first_of("/."));
}

bool may_include_ours(std::string_view path, std::string_view other) {
    auto const from = std::ranges::find(layers, layer_of(path), &layer::name);
    if (from == std::end(layers)) return false;
    return layer_of(other) == from->name || has_word(from->sees, layer_of(other));
}

bool may_include_foreign(std::string_view path, std::string_view name) {
    bool const is_intrinsics = name.ends_with("intrin.h") || name == "arm_neon.h";
    bool const may_use_vectors = path == "base/scan_blocks.hpp" || path == "mime/octet_vector.hpp";
    if (may_use_vectors && is_intrinsics) return name != "immintrin.h";
    if (path == "store/mapped_file.hpp" && name.ends_with(".h")) return true;
    if (path == "store/maildir.hpp" && name == "filesystem") return true;
    if (path == "structured/date_time_chrono.hpp" && name == "chrono") return true;
    if (path == "mime/charset_iconv.hpp" && name == "iconv.h") return true;
    bool const is_standard = name.find_first_of("./") == name.npos;
    return is_standard && !has_word(heavy, name);
}

bool may_include(std::string_view path, std::string_view included) {
    if (!included.starts_with('<') || !included.ends_with('>')) return false;
    auto const name = included.substr(1, included.size() - 2);
    constexpr std::string_view ours = "foldwise/";
    return name.starts_with(ours) ? may_include_ours(path, name.substr(ours.size()))
                                  : may_include_foreign(path, name);
}

complaints about_includes(header const& h) {
    complaints found;
    for (auto const& [name, arguments] : directives_of(h)) {
        // What stands behind the name may be a comment.
        auto const included = arguments.substr(0, arguments.find(' '));
        if (name == "include" && !may_include(h.path, included))
            found.push_back("must not include " + std::string{included});
    }
    return found;
}

// Not in the umbrella: what touches the operating system, and the one header with <chrono>,
// which is as slow to compile as the rest of the library.
constexpr std::string_view apart = "mime/charset_iconv.hpp store/maildir.hpp "
                                   "store/mapped_file.hpp structured/date_time_chrono.hpp";

// The umbrella includes everything else.
complaints about_umbrella(header const& umbrella, std::vector<header> const& all) {
    complaints found;
    auto const included = directives_of(umbrella);
    for (auto const& h : all) {
        auto const name = "<foldwise/" + h.path + ">";
        bool const wanted = h.path != "foldwise.hpp" && !has_word(apart, h.path);
        bool const is_there = std::ranges::count(included, name, &directive::arguments) != 0;
        if (wanted && !is_there) found.push_back("leaves out " + name);
        if (!wanted && is_there) found.push_back("must not include " + name);
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
    auto const is_undefined = [&all](std::string_view macro) { // in the end
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

complaints about_length(header const& h) {
    if (has_word("base/diagnostic_code.hpp mime/single_byte_tables.hpp", h.path))
        return {}; // tables
    auto const count = std::ranges::count(h.text, '\n');
    if (count <= 350) return {};
    return {"has " + std::to_string(count) + " lines"};
}

complaints about_test(header const& h, fs::path const& tests) {
    if (has_word("config.hpp foldwise.hpp", h.path)) return {}; // nothing to call
    auto const test = fs::path{h.path}.replace_extension(".cpp");
    if (fs::exists(tests / test)) return {};
    return {"has no test " + test.generic_string()};
}

// ---- The rules on bad headers

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
    {"structured/path.hpp", "#include <foldwise/mime/charset.hpp>", false},
    {"auth/arc.hpp", "#include <foldwise/smtp/reply.hpp>", false},
    {"smtp/reply.hpp", "#include <foldwise/auth/arc.hpp>", false},
    {"inspect/diagnose.hpp", "#include <foldwise/auth/arc.hpp>", true},
    {"inspect/diagnose.hpp", "#include <foldwise/fields.hpp>", false},
    {"fields.hpp", "#include <foldwise/inspect/diagnose.hpp>", true},
    {"store/mbox.hpp", "#include <foldwise/message/message.hpp>", true},
    {"store/mbox.hpp", "#include <foldwise/structured/date_time.hpp>", false},
    {"attic/old.hpp", "#include <foldwise/base/scan.hpp>", false},
    {"message/field.hpp", "#include \"unfold.hpp\"", false},
    {"message/field.hpp", "#include <boost/config.hpp>", false},
    {"message/field.hpp", "#include <string.h>", false},
    {"message/field.hpp", "#include HEADER", false},
    {"message/field.hpp", "#include <ranges>", false},
    {"message/field.hpp", "#include <unordered_map>", false},
    {"base/scan.hpp", "#include <emmintrin.h>", false},
    {"base/scan_blocks.hpp", "#include <emmintrin.h>", true},
    {"base/scan_blocks.hpp", "#include <arm_neon.h>", true},
    {"base/scan_blocks.hpp", "#include <immintrin.h>", false},
    {"mime/octet_vector.hpp", "#include <arm_neon.h>", true},
    {"mime/octet_vector.hpp", "#include <immintrin.h>", false},
    {"mime/base64_blocks.hpp", "#include <arm_neon.h>", false},
    {"store/mapped_file.hpp", "#include <sys/mman.h>", true},
    {"store/mbox.hpp", "#include <filesystem>", false},
    {"store/maildir.hpp", "#include <filesystem>", true},
    {"store/maildir.hpp", "#include <iostream>", false},
    {"structured/date_time_chrono.hpp", "#include <chrono>", true},
    {"structured/date_time.hpp", "#include <chrono>", false},
    {"mime/charset_iconv.hpp", "#include <iconv.h>", true},
    {"mime/charset.hpp", "#include <iconv.h>", false},
};

TEST_CASE("includes: the rules tell good lines from bad") {
    for (auto const& row : include_table) {
        auto const got = about_includes({std::string{row.path}, std::string{row.line}});
        REQUIRE_SAME(std::string{row.path} + ", " + std::string{row.line}, got.empty(),
                     row.allowed);
    }
}

TEST_CASE("includes: the umbrella is complete, and only that") {
    header const umbrella{"foldwise.hpp", "#include <foldwise/base/scan.hpp>\n"
                                          "#include <foldwise/store/maildir.hpp>\n"};
    check_same("umbrella",
               about_umbrella(umbrella, {umbrella,
                                         {"base/scan.hpp", ""},
                                         {"base/line.hpp", ""},
                                         {"store/maildir.hpp", ""},
                                         {"store/mapped_file.hpp", ""},
                                         {"mime/charset_iconv.hpp", ""},
                                         {"structured/date_time_chrono.hpp", ""}}),
               "leaves out <foldwise/base/line.hpp>; "
               "must not include <foldwise/store/maildir.hpp>");
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
    check_same("a table", about_length({"base/diagnostic_code.hpp", std::string(351, '\n')}), "");
    check_same("tested", about_test({"message/unfold.hpp", ""}, FOLDWISE_SOURCE_DIR "/tests"), "");
    check_same("untested", about_test({"message/refold.hpp", ""}, FOLDWISE_SOURCE_DIR "/tests"),
               "has no test message/refold.cpp");
    check_same("macros only", about_test({"config.hpp", ""}, FOLDWISE_SOURCE_DIR "/tests"), "");
}

// ---- The rules on the headers that there are

std::vector<header> every_header() {
    fs::path const folder = FOLDWISE_SOURCE_DIR "/include/foldwise";
    std::vector<header> all;
    for (auto const& entry : fs::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) continue;
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
        check_same(h.path, about_length(h), "");
        check_same(h.path, about_test(h, FOLDWISE_SOURCE_DIR "/tests"), "");
        if (h.path == "foldwise.hpp") check_same(h.path, about_umbrella(h, all), "");
    }
}

} // namespace

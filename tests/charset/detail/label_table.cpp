#include <foldwise/charset/detail/label_table.hpp>

#include "../../support.hpp"

#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/detail/label_reader.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

using foldwise::charset;
using foldwise::find_charset;

struct row {
    std::string_view label;
    foldwise::charset charset;
};

/// The rows of the table, read from the first to the last.
std::vector<row> all_rows() {
    std::vector<row> rows;
    std::string_view rest = foldwise::detail::label_rows;
    while (!rest.empty()) {
        auto const size = rest.find_first_of("=~");
        REQUIRE(size != rest.npos);
        REQUIRE(rest.size() >= size + 4);
        REQUIRE(rest[size + 3] == ' ');
        auto const number = (rest[size + 1] - '0') * 10 + (rest[size + 2] - '0');
        rows.push_back({rest.substr(0, size), static_cast<charset>(number)});
        rest.remove_prefix(size + 4);
    }
    return rows;
}

TEST_CASE("label_table: rows are in order, in normal form, and no label is there twice") {
    auto const rows = all_rows();
    std::size_t end = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const label = rows[i].label;
        end += label.size() + 4;
        REQUIRE_SAME(label,
                     static_cast<std::size_t>(rows[i].charset) < foldwise::detail::charset_count,
                     true);
        char before = 'a';
        for (char const octet : label) {
            bool const is_digit = octet >= '0' && octet <= '9';
            bool const is_normal =
                (is_digit && (octet != '0' || (before >= '0' && before <= '9'))) ||
                (octet >= 'a' && octet <= 'z');
            REQUIRE_SAME(label, is_normal, true);
            before = octet;
        }
        bool const is_last = i + 1 == rows.size();
        if (is_last || rows[i + 1].label.size() != label.size())
            REQUIRE_SAME(label, std::size_t{foldwise::detail::label_rows_ends[label.size()]}, end);
        if (is_last) {
            REQUIRE_SAME(label, label.size(), std::size_t{foldwise::detail::longest_label});
        } else {
            auto const next = rows[i + 1].label;
            REQUIRE_SAME(
                label, label.size() < next.size() || (label.size() == next.size() && label < next),
                true); // so no two charsets share a label
        }
    }
    CHECK(std::size(foldwise::detail::label_rows_ends) == foldwise::detail::longest_label + 1);
}

TEST_CASE("label_table: each label is found, in capitals and with punctuation too") {
    for (auto const& [label, set] : all_rows()) {
        REQUIRE_SAME(label, find_charset(label) == set, true);
        std::string other = "(";
        for (char const octet : label) {
            bool const is_small = octet >= 'a' && octet <= 'z';
            other += is_small ? static_cast<char>(octet - 'a' + 'A') : octet;
            other += '.';
        }
        REQUIRE_SAME(other, find_charset(other) == set, true);
    }
}

// ---- The sources of the table, if they are in the folder beside the project

std::string source(char const* name) {
    std::ifstream file{std::filesystem::path{FOLDWISE_SOURCE_DIR} / "../shared/charsets" / name};
    return {std::istreambuf_iterator<char>{file}, {}};
}

charset charset_of_encoding(std::string_view label, std::string_view encoding) {
    // The labels that the library gives another meaning than the standard.
    for (auto const& [one, set] : {
             row{"ansi_x3.4-1968", charset::us_ascii},
             row{"ascii", charset::us_ascii},
             row{"us-ascii", charset::us_ascii},
             row{"csunicode", charset::utf_16},
             row{"iso-10646-ucs-2", charset::utf_16},
             row{"ucs-2", charset::utf_16},
             row{"unicode", charset::utf_16},
             row{"utf-16", charset::utf_16},
             row{"csiso2022kr", charset::iso_2022_kr},
             row{"iso-2022-kr", charset::iso_2022_kr},
             row{"iso-2022-cn", charset::iso_2022_cn},
             row{"iso-2022-cn-ext", charset::iso_2022_cn_ext},
             row{"hz-gb-2312", charset::hz_gb_2312},
         })
        if (label == one) return set;
    for (std::size_t number = 0; number < foldwise::detail::charset_count; ++number) {
        auto const set = static_cast<charset>(number);
        if (foldwise::ascii_iequals(foldwise::name_of(set), encoding)) return set;
    }
    FAIL("an encoding that is not there");
    return charset::replacement;
}

/// The text between the quotation marks at and after `at`, which is moved after them.
std::string_view quoted(std::string_view text, std::size_t& at) {
    auto const first = text.find('"', at) + 1;
    auto const last = text.find('"', first);
    at = last + 1;
    return text.substr(first, last - first);
}

TEST_CASE("label_table: all labels of the WHATWG Encoding Standard") {
    auto const json = source("encodings.json");
    std::size_t count = 0;
    for (auto at = json.find("\"labels\""); at != json.npos; at = json.find("\"labels\"", at)) {
        at = json.find('[', at);
        auto const end = json.find(']', at);
        std::vector<std::string_view> labels;
        while (json.find('"', at) < end) labels.push_back(quoted(json, at));
        at = json.find("\"name\"", end) + 6;
        auto const name = quoted(json, at);
        for (auto const label : labels) {
            REQUIRE_SAME(label, find_charset(label) == charset_of_encoding(label, name), true);
            REQUIRE_SAME(label, foldwise::is_registered_label(label), true);
            ++count;
        }
    }
    if (!json.empty()) CHECK(count == 228);
}

/// The rows of a file of comma-separated values.
std::vector<std::vector<std::string>> values_of(std::string_view text) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool is_quoted = false;
    for (char const octet : text) {
        if (octet == '"')
            is_quoted = !is_quoted;
        else if (is_quoted || (octet != ',' && octet != '\n' && octet != '\r'))
            rows.back().back() += octet;
        else if (octet == ',')
            rows.back().emplace_back();
        else if (octet == '\n')
            rows.push_back({""});
    }
    return rows;
}

TEST_CASE("label_table: of a charset at IANA, all names are known, or none") {
    auto const rows = values_of(source("iana-character-sets.csv"));
    std::map<charset, int> charsets;
    for (auto const& row : rows) {
        if (row.size() < 6 || row[0] == "Preferred MIME Name") continue;
        if (row[1] == "ANSI_X3.110-1983") continue; // mail has it for another one
        std::optional<std::optional<charset>> first;
        for (auto const column : {0u, 1u, 5u}) {
            std::string_view rest = row[column];
            if (auto const remark = rest.find("(Alias"); remark != rest.npos)
                rest = rest.substr(0, remark);
            while (!rest.empty()) {
                auto const size = rest.find_first_of(" \n\r\t");
                auto const label = rest.substr(0, size);
                rest.remove_prefix(label.size() == rest.size() ? rest.size() : label.size() + 1);
                if (label.empty()) continue;
                std::optional<charset> found;
                if (auto const set = find_charset(label)) found = *set;
                if (!first) first = found;
                REQUIRE_SAME(label, found == *first, true);
                REQUIRE_SAME(label, foldwise::is_registered_label(label), found.has_value());
            }
        }
        if (first && *first) ++charsets[**first];
    }
    if (rows.size() > 200) CHECK(charsets.size() == foldwise::detail::charset_count - 3);
}

} // namespace

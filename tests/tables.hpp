#ifndef FOLDWISE_TESTS_TABLES_HPP
#define FOLDWISE_TESTS_TABLES_HPP

// Compares foldwise with tables of how other readers read values. The tables are in the corpus,
// which may be next to the project. Where foldwise differs, tests/data/expected/*.tsv lists the
// difference and its reason.

#include <foldwise/base/char_class.hpp>

#include "support.hpp"
#include "tools/strict_json.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace test {

/// The content of a file; empty if there is no such file.
inline std::string octets_of(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// JSON in the form that strict_json reads: no white space, numbers as strings, true as "yes".
inline std::string plain_json(std::string_view text) {
    std::string plain;
    bool is_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_string && text[i] == '\\') {
            plain.append(text.substr(i++, 2));
        } else if (is_string || text[i] == '"') {
            if (text[i] == '"') is_string = !is_string;
            plain += text[i];
        } else if (text[i] == '-' || foldwise::digit.contains(text[i])) {
            auto const end = text.find_first_not_of("-0123456789", i);
            plain.append("\"").append(text.substr(i, end - i)).append("\"");
            i = end - 1;
        } else if (text.substr(i).starts_with("true")) {
            plain += "\"yes\"";
            i += 3;
        } else if (!foldwise::wsp.contains(text[i]) && text[i] != '\n') {
            plain += text[i];
        }
    }
    return plain;
}

/// The rows of a table of the corpus; no value if the table is missing.
inline std::optional<std::vector<json_value>> rows_of(std::string const& table) {
    auto const path = FOLDWISE_SOURCE_DIR "/../shared/corpus/tables/" + table + ".json";
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return std::nullopt;
    auto const json = strict_json::read(plain_json(octets_of(path)));
    REQUIRE_SAME(table, json.has_value(), true);
    if (!json) return std::nullopt;
    REQUIRE_SAME(table, (*json)["rows"].items.empty(), false);
    return (*json)["rows"].items;
}

/// A row that foldwise reads differently: the value, what the table says, and what foldwise reads.
struct difference {
    std::string value;
    std::string said;
    std::string read;
};

/// A file of tests/data/expected with one difference per line: table, value, said, read, reason.
/// A line may be checked off more than once, because a table may have a row twice.
class listed_differences {
  public:
    explicit listed_differences(std::string const& list) {
        std::ifstream file{FOLDWISE_SOURCE_DIR "/tests/data/expected/" + list};
        for (std::string line; std::getline(file, line);) {
            if (line.empty() || line[0] == '#') continue;
            auto const reason = line.rfind('\t');
            REQUIRE_SAME(line, std::ranges::count(line, '\t'), 4);
            REQUIRE_SAME(line, line.size() > reason + 1, true);
            REQUIRE_SAME(line, is_met_.emplace(line.substr(0, reason), false).second, true);
        }
        REQUIRE_SAME(list, is_met_.empty(), false);
    }

    /// Fails if the difference is not listed.
    void check_off(std::string const& table, difference const& found) {
        auto line = table;
        line.append("\t").append(shown(found.value));
        line.append("\t").append(found.said).append("\t").append(found.read);
        auto const listed = is_met_.find(line);
        if (listed != is_met_.end())
            listed->second = true;
        else
            failed(__FILE__, __LINE__, ("a difference that is not listed: " + line).c_str());
    }

    /// Checks off all differences of a table that is missing.
    void pass(std::string const& table) {
        for (auto& [line, is_met] : is_met_)
            if (line.starts_with(table + '\t')) is_met = true;
    }

    /// Fails for each listed difference that was not found.
    void check_that_all_are_met() const {
        for (auto const& [line, is_met] : is_met_)
            if (!is_met) failed(__FILE__, __LINE__, ("listed, and no difference: " + line).c_str());
    }

  private:
    std::map<std::string, bool> is_met_;
};

/// Calls `difference_in`, which returns an optional difference, for each row of a table of the
/// corpus, and checks off what it finds. Checks off all of the table if it is missing.
template <class F>
void check_table(std::string const& table, listed_differences& listed, F difference_in) {
    auto const rows = rows_of(table);
    if (!rows) return listed.pass(table);
    for (auto const& row : *rows)
        if (std::optional<difference> const found = difference_in(row))
            listed.check_off(table, *found);
}

/// Checks that `difference_in` finds exactly the differences of `list` in `tables`.
template <class F>
void check_tables(std::string const& list, std::initializer_list<std::string> tables,
                  F difference_in) {
    listed_differences listed{list};
    for (auto const& table : tables) check_table(table, listed, difference_in);
    listed.check_that_all_are_met();
}

} // namespace test

#endif

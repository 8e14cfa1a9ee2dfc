#ifndef FOLDWISE_TESTS_TABLES_HPP
#define FOLDWISE_TESTS_TABLES_HPP

// Tables of what other readers make of values, from the corpus that may lie beside the sources,
// and lists of where foldwise differs, with a reason each: tests/data/expected/*.tsv.

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

/// What the file holds; nothing where there is none.
inline std::string octets_of(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// JSON as strict_json takes it: without white space; numbers as strings, true as "yes".
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

/// The rows of a table of the corpus; nothing where the corpus is not there.
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

/// A row of which foldwise makes something else than the table: the value, what the table says
/// of it, and what foldwise reads.
struct difference {
    std::string value;
    std::string said;
    std::string read;
};

/// The differences in tests/data/expected, one a line: table, value, said, read, reason. Each
/// can be checked off as often as tables hold it.
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

    /// It must be listed.
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

    /// For a table that is not there.
    void pass(std::string const& table) {
        for (auto& [line, is_met] : is_met_)
            if (line.starts_with(table + '\t')) is_met = true;
    }

    /// None is listed that is no difference any more.
    void check_that_all_are_met() const {
        for (auto const& [line, is_met] : is_met_)
            if (!is_met) failed(__FILE__, __LINE__, ("listed, and no difference: " + line).c_str());
    }

  private:
    std::map<std::string, bool> is_met_;
};

/// Checks off what `difference_in`, which gives an optional difference, finds in the rows of a
/// table of the corpus; all that is listed of it, where the table is not there.
template <class F>
void check_table(std::string const& table, listed_differences& listed, F difference_in) {
    auto const rows = rows_of(table);
    if (!rows) return listed.pass(table);
    for (auto const& row : *rows)
        if (std::optional<difference> const found = difference_in(row))
            listed.check_off(table, *found);
}

/// Checks that `difference_in` finds in `tables` what `list` names, and nothing else.
template <class F>
void check_tables(std::string const& list, std::initializer_list<std::string> tables,
                  F difference_in) {
    listed_differences listed{list};
    for (auto const& table : tables) check_table(table, listed, difference_in);
    listed.check_that_all_are_met();
}

} // namespace test

#endif

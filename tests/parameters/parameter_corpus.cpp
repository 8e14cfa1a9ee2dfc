// Compares parameters with tables of other readers. Differences are in
// tests/data/expected/mime-parameters.tsv. Rows whose values need a conversion are left out: values
// with encoded-words, and values beyond ASCII in another charset than UTF-8.

#include <foldwise/parameters/content_disposition.hpp>
#include <foldwise/parameters/content_type.hpp>

#include "../support.hpp"
#include "../tables.hpp"

#include <map>

namespace {

using namespace foldwise;

std::string lower(std::string_view text) {
    std::string copy{text};
    for (char& octet : copy) octet = ascii_lower(octet);
    return copy;
}

/// test::shown(text) without the quotes.
std::string plain_shown(std::string_view text) {
    auto const shown = test::shown(text);
    return shown.substr(1, shown.size() - 2);
}

/// A type and its parameters, sorted by name.
class listing {
  public:
    explicit listing(std::string_view type) : type_{lower(type)} {}

    void add(std::string_view name, std::string_view text) {
        texts_.emplace(lower(name), plain_shown(text));
    }
    std::string text() const {
        auto text = type_;
        for (auto const& [name, value] : texts_)
            text.append(text.empty() ? "" : " ")
                .append(name)
                .append("=<")
                .append(value)
                .append(">");
        return text;
    }

  private:
    std::string type_;
    std::map<std::string, std::string> texts_;
};

listing said_by(test::json_value const& row, std::string_view type) {
    listing said{type};
    for (auto const& pair : row["params"].items) said.add(pair.items[0].text, pair.items[1].text);
    return said;
}

bool is_comparable(parameter const& p) {
    auto const text = p.text().to_string();
    bool const is_ascii =
        std::ranges::all_of(text, [](char octet) { return !utf8_non_ascii.contains(octet); });
    bool const is_utf8 = p.charset().empty() || ascii_iequals(p.charset(), "utf-8");
    auto const deviation = p.first().deviation();
    return !(deviation && deviation->code == diagnostic_code::parameter_encoded_word) &&
           text.find("=?") != 0 && (is_ascii || is_utf8);
}

/// What foldwise reads, and its diagnostics.
struct reading {
    std::optional<listing> list; // without a value, the row is left out
    bool is_refused = false;     // whether a strict reader would refuse the value
    std::string told;
};

void read_parameters(reading& to, parameters const& list) {
    for (auto const segment : list.segments()) {
        if (!segment) continue;
        auto const found = list.find(segment->name());
        if (!found) continue;
        if (!is_comparable(*found)) return to.list.reset();
        to.list->add(found->name(), found->text().to_string());
    }
}

template <class View>
void tell(reading& to, View const& view) {
    view.diagnose([&to](diagnostic const& problem) {
        // Some tables have values of fields other than Content-Disposition.
        if (problem.code == diagnostic_code::disposition_unknown) return;
        to.is_refused = to.is_refused || problem.severity() > severity::obsolete;
        to.told.append(to.told.empty() ? " [" : " ").append(problem.name());
    });
    if (!to.told.empty()) to.told += ']';
}

reading read_list(std::string_view value) {
    reading read;
    read.list.emplace("");
    read_parameters(read, parameters{value});
    tell(read, parameters{value});
    return read;
}

reading read_field(std::string_view value) {
    reading read;
    if (value.substr(0, value.find(';')).find('/') != value.npos) {
        content_type const type{value};
        read.list.emplace(std::string{type.type()}.append("/").append(type.subtype()));
        read_parameters(read, type.parameters());
        tell(read, type);
    } else {
        content_disposition const disposition{value};
        read.list.emplace(disposition.word());
        read_parameters(read, disposition.parameters());
        tell(read, disposition);
    }
    return read;
}

std::optional<test::difference> differs(test::json_value const& row, std::string_view type,
                                        reading const& got) {
    auto const& value = row["input"].text;
    bool const is_refused = row["valid"].kind == test::json_kind::boolean; // true is "yes"
    if (!got.list) return std::nullopt;
    auto const said = is_refused ? "refused" : said_by(row, type).text();
    if (is_refused ? got.is_refused : said == got.list->text()) return std::nullopt;
    return test::difference{value, said, got.list->text() + got.told};
}

TEST_CASE("parameters: read as other readers do, except for the listed differences") {
    test::listed_differences listed{"mime-parameters.tsv"};
    test::check_table("mime-parameters-dovecot", listed, [](auto const& row) {
        return differs(row, "", read_list(row["input"].text));
    });
    test::check_table("mime-parameters-jsmime", listed, [](auto const& row) {
        return differs(row, row["value"].text, read_field(row["input"].text));
    });
    test::check_table("media-types-go", listed, [](auto const& row) {
        return differs(row, row["type"].text, read_field(row["input"].text));
    });
    listed.check_that_all_are_met();
}

} // namespace

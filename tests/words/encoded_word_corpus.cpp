// Compares encoded-words with tables of other readers. Differences are in
// tests/data/expected/encoded-words.tsv.

#include <foldwise/charset/charset_cjk.hpp>
#include <foldwise/words/decoded_text.hpp>

#include "../support.hpp"
#include "../tables.hpp"

#include <optional>
#include <string>

namespace {

using namespace foldwise;

std::optional<test::difference> differs(test::json_value const& row,
                                        foldwise::text_options const& options) {
    auto const& context = row["context"].text;
    if (context == "encode") {
        // "encoded" is what another library wrote for "text", if the row has a text.
        if (row["text"].kind != test::json_kind::string) return std::nullopt;
        auto const text = decoded_text{row["encoded"].text}.to_string();
        bool const is_same = decoded_text{row["text"].text}.to_string() == text;
        if (is_same) return std::nullopt;
        return test::difference{row["encoded"].text, test::shown(row["text"].text),
                                test::shown(text)};
    }
    auto const& value = row["input"].text;
    bool const is_refused = row["decoded"].kind != test::json_kind::string;
    decoded_text const read{value};
    auto const text = read.to_string(options);
    std::string told;
    read.diagnose(
        [&told](diagnostic const& problem) {
            told.append(told.empty() ? " [" : " ").append(problem.name());
        },
        options);
    if (!told.empty()) told += ']';
    if (is_refused ? !told.empty() : text == row["decoded"].text) return std::nullopt;
    return test::difference{value, is_refused ? "refused" : test::shown(row["decoded"].text),
                            test::shown(text) + told};
}

TEST_CASE("encoded words: read as other readers do, except for the listed differences") {
    cjk_converter converter;
    test::check_tables(
        "encoded-words.tsv", {"encoded-words-go", "encoded-words-jsmime", "encoded-words-dovecot"},
        [&converter](auto const& row) { return differs(row, {.converter = &converter}); });
}

} // namespace

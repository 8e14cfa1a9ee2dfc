#ifndef FOLDWISE_TESTS_MIME_SUITES_HPP
#define FOLDWISE_TESTS_MIME_SUITES_HPP

// Expectations of whole messages from the test suites of other projects, compared entity by entity
// with the results of foldwise. The suites are in an optional corpus beside the sources.
// tests/data/expected/suite-*.tsv lists the differences and their reasons.

#include <foldwise/charset/charset.hpp>
#include <foldwise/charset/charset_cjk.hpp>
#include <foldwise/charset/charset_decoder.hpp>
#include <foldwise/mime/entity.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>

#include "../support.hpp"
#include "../tables.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace test {

inline std::string corpus_path(std::string const& path) {
    return FOLDWISE_SOURCE_DIR "/../shared/corpus/" + path;
}

/// The files in a folder of the corpus whose names end with `suffix`, as sorted paths in the
/// corpus. Empty without the corpus.
inline std::vector<std::string> corpus_files(std::string const& folder, std::string_view suffix) {
    std::vector<std::string> files;
    std::error_code error;
    std::filesystem::directory_iterator at{corpus_path(folder), error};
    for (; !error && at != std::filesystem::directory_iterator{}; at.increment(error)) {
        auto const name = at->path().filename().string();
        if (std::string_view{name}.ends_with(suffix)) files.push_back(folder + "/" + name);
    }
    std::ranges::sort(files);
    return files;
}

inline std::string corpus_octets(std::string const& file) { return octets_of(corpus_path(file)); }

/// LF for each CRLF, for expectations that ignore the kind of line ending.
inline std::string with_lf(std::string_view text) {
    std::string lf;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r' || text.substr(i + 1, 1) != "\n") lf += text[i];
    return lf;
}

/// CRLF for each line ending.
inline std::string with_crlf_throughout(std::string_view text) {
    std::string crlf;
    for (char const octet : with_lf(text)) {
        if (octet == '\n') crlf += '\r';
        crlf += octet;
    }
    return crlf;
}

/// The body as text in UTF-8. With an unknown charset, the octets are read as UTF-8.
inline std::string text_of(foldwise::entity const& part) {
    auto const label = part.content_type().charset();
    auto const known =
        label ? foldwise::find_charset(label->to_string()) : foldwise::charset::us_ascii;
    foldwise::cjk_converter converter;
    foldwise::charset_decoder decoder{known.value_or(foldwise::charset::utf_8), converter};
    std::string text;
    part.decoded().for_each_block([&](std::string_view block) { decoder.append_to(block, text); });
    decoder.append_end_to(text);
    return text;
}

inline std::string text_of(foldwise::result<foldwise::parameter> const& named) {
    foldwise::cjk_converter converter;
    return named ? foldwise::decoded_parameter{*named}.to_string({.converter = &converter})
                 : std::string{};
}

/// Facts about an entity, by name.
struct entity_facts {
    std::string place; ///< "1" for the message, "1.2" for the second entity in it
    std::string kind;  ///< "octets", "parts" or "message"
    std::map<std::string, std::string> facts = {};
};

/// The entities of a message, each with the facts that `about` returns for it.
template <class About>
std::vector<entity_facts> entities_of(std::string_view message, About about) {
    std::vector<entity_facts> entities;
    std::vector<std::size_t> numbers;
    for (auto const part : foldwise::entity{foldwise::message{message}}.walk()) {
        numbers.resize(part.depth() + 1);
        ++numbers.back();
        std::string place;
        for (auto const number : numbers)
            place.append(place.empty() ? "" : ".").append(std::to_string(number));
        using foldwise::entity_kind;
        auto const kind = part.kind() == entity_kind::leaf        ? "octets"
                          : part.kind() == entity_kind::multipart ? "parts"
                                                                  : "message";
        entities.push_back({place, kind, about(part)});
    }
    return entities;
}

/// Both texts in full if they are short; otherwise their sizes and an excerpt from where they
/// differ first.
inline std::pair<std::string, std::string> shown_difference(std::string_view said,
                                                            std::string_view read) {
    constexpr std::size_t longest = 60;
    if (said.size() <= longest && read.size() <= longest) return {shown(said), shown(read)};
    auto const [left, right] = std::mismatch(said.begin(), said.end(), read.begin(), read.end());
    auto const at = static_cast<std::size_t>(left - said.begin());
    auto const excerpt = [at](std::string_view text) {
        auto const from = at < 10 ? std::size_t{0} : at - 10;
        return std::to_string(text.size()) + " octets, at " + std::to_string(from) + " " +
               shown(text.substr(from, longest - 20));
    };
    return {excerpt(said), excerpt(read)};
}

/// Compares the expectations of a suite with the results of foldwise, and checks off the listed
/// differences.
class suite {
  public:
    explicit suite(std::string list) : list_{std::move(list)}, listed_{list_ + ".tsv"} {}

    void compare(std::string const& what, std::string_view said, std::string_view read) {
        ++compared_;
        if (said == read) return;
        auto const [left, right] = shown_difference(said, read);
        listed_.check_off(list_, {what, left, right});
    }

    /// If the kinds of an entity differ, or only one side has the entity, nothing else is compared
    /// of it and of the entities inside of it.
    void compare(std::string const& name, std::vector<entity_facts> const& said,
                 std::vector<entity_facts> const& read) {
        std::map<std::string, entity_facts const*> read_at;
        for (auto const& entity : read) read_at[entity.place] = &entity;
        std::set<std::string> passed;
        auto const lies_in_passed = [&passed](std::string const& place) {
            for (auto end = place.find('.'); end != place.npos; end = place.find('.', end + 1))
                if (passed.contains(place.substr(0, end))) return true;
            return false;
        };
        for (auto const& entity : said) {
            auto const found = read_at.find(entity.place);
            auto const what = name + " " + entity.place + " ";
            auto const* const other = found == read_at.end() ? nullptr : found->second;
            if (other != nullptr) read_at.erase(found);
            if (lies_in_passed(entity.place)) continue;
            compare(what + "kind", entity.kind, other == nullptr ? "nothing" : other->kind);
            if (other == nullptr || entity.kind != other->kind) {
                passed.insert(entity.place);
                continue;
            }
            for (auto const& [fact, value] : entity.facts) {
                auto const same = other->facts.find(fact);
                compare(what + fact, value,
                        same == other->facts.end() ? std::string{} : same->second);
            }
        }
        for (auto const& [place, entity] : read_at) // sorted: an outer entity comes first
            if (!lies_in_passed(place)) {
                compare(name + " " + place + " kind", "nothing", entity->kind);
                passed.insert(place);
            }
    }

    /// Checks that all listed differences were met. Without the corpus, nothing was compared.
    void finish() {
        if (compared_ == 0) listed_.pass(list_);
        listed_.check_that_all_are_met();
    }

  private:
    std::string list_;
    listed_differences listed_;
    std::size_t compared_ = 0;
};

} // namespace test

#endif

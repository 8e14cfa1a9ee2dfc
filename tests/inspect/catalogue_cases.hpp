#ifndef FOLDWISE_TESTS_INSPECT_CATALOGUE_CASES_HPP
#define FOLDWISE_TESTS_INSPECT_CATALOGUE_CASES_HPP

// The ambiguous messages of tests/readers/cases.tsv and mailbox files of mailboxes.tsv, which other
// mail readers read, too.

#include <foldwise/base/line.hpp>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace test {

/// The fields of a line, with `separator` between them.
inline std::vector<std::string> split(std::string_view line, std::string_view separator) {
    std::vector<std::string> fields;
    for (;;) {
        auto const end = line.find(separator);
        fields.emplace_back(line.substr(0, end));
        if (end == line.npos) return fields;
        line.remove_prefix(end + separator.size());
    }
}

/// The octets that an escaped text stands for; see cases.tsv.
inline std::string unescaped(std::string_view text, std::string_view line_ending) {
    std::string octets;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            octets += text[at];
            continue;
        }
        switch (text[++at]) {
        case 'n': octets += line_ending; break;
        case 'l': octets += '\n'; break;
        case 'r': octets += '\r'; break;
        case 't': octets += '\t'; break;
        case '0': octets += '\0'; break;
        case 'x':
            octets +=
                static_cast<char>(std::stoi(std::string{text.substr(at + 1, 2)}, nullptr, 16));
            at += 2;
            break;
        default: octets += text[at];
        }
    }
    return octets;
}

struct catalogue_case {
    std::string name;
    std::string code;
    std::string message;
    std::string question;
    std::vector<std::string> first; // answers of the first reading
    std::vector<std::string> second;
};

inline std::vector<std::string> answers_of(std::string_view text) {
    auto answers = split(text, " // ");
    for (auto& each : answers) each = unescaped(each, "\n");
    return answers;
}

inline std::vector<catalogue_case> cases_of(std::string const& name, std::string_view line_ending) {
    std::ifstream file{FOLDWISE_SOURCE_DIR "/tests/readers/" + name, std::ios::binary};
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    std::vector<catalogue_case> all;
    for (auto const line : foldwise::lines{text}) {
        if (line.text().starts_with('#')) continue;
        auto const fields = split(line.text(), "\t");
        if (fields.size() != 6) continue;
        all.push_back({fields[0], fields[1], unescaped(fields[2], line_ending), fields[3],
                       answers_of(fields[4]), answers_of(fields[5])});
    }
    return all;
}
inline std::vector<catalogue_case> catalogue_cases() { return cases_of("cases.tsv", "\r\n"); }
inline std::vector<catalogue_case> mailbox_cases() { return cases_of("mailboxes.tsv", "\n"); }

} // namespace test

#endif

#ifndef FOLDWISE_TESTS_INSPECT_INSPECTION_HPP
#define FOLDWISE_TESTS_INSPECT_INSPECTION_HPP

// Tables of messages and of their diagnostics, for the tests of the inspect room.

#include <foldwise/inspect/diagnose.hpp>

#include "../support.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace test {

using foldwise::diagnostic;
using foldwise::diagnostic_code;

/// A diagnostic that is expected. It covers the first `text` after the previous one's start.
struct expected_problem {
    diagnostic_code code{};
    std::string_view text;
};

struct inspection {
    std::string_view from;
    std::string_view bytes; // with LF only, unless the row is about line endings
    std::vector<expected_problem> problems;
};

inline std::string as_crlf(std::string_view text) {
    std::string result;
    for (char const octet : text) {
        if (octet == '\n') result += '\r';
        result += octet;
    }
    return result;
}

/// What most messages of the tables leave out.
inline constexpr std::initializer_list<diagnostic_code> usual{
    diagnostic_code::from_missing, diagnostic_code::date_missing,
    diagnostic_code::message_id_missing, diagnostic_code::mime_version_missing,
    diagnostic_code::message_fields_missing};

/// All diagnostics of a message, except those with one of the codes.
inline std::vector<diagnostic> problems_of(std::string_view bytes,
                                           std::initializer_list<diagnostic_code> but = usual) {
    std::vector<diagnostic> found;
    foldwise::diagnose(foldwise::message{bytes}, [&](diagnostic const& problem) {
        if (std::ranges::count(but, problem.code) == 0) found.push_back(problem);
    });
    return found;
}

/// Checks that each message has exactly the problems of its row, in order, with LF and with CRLF.
inline void check(std::initializer_list<inspection> table,
                  std::initializer_list<diagnostic_code> but = usual) {
    for (auto const& row : table)
        for (bool const is_crlf : {false, true}) {
            if (is_crlf && row.bytes.find('\r') != row.bytes.npos) continue;
            auto const bytes = is_crlf ? as_crlf(row.bytes) : std::string{row.bytes};
            std::string wanted;
            for (auto const& each : row.problems)
                wanted.append(kind_of(each.code).name)
                    .append(shown(is_crlf ? as_crlf(each.text) : std::string{each.text}))
                    .append(" ");
            std::string got;
            for (auto const& each : problems_of(bytes, but)) {
                REQUIRE(each.offset <= bytes.size());
                REQUIRE(each.length <= bytes.size() - each.offset);
                got.append(each.name())
                    .append(shown(std::string_view{bytes}.substr(each.offset, each.length)))
                    .append(" ");
            }
            REQUIRE_SAME(row.from, got, wanted);
        }
}

} // namespace test

#endif

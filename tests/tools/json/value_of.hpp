#ifndef FOLDWISE_TESTS_TOOLS_JSON_VALUE_OF_HPP
#define FOLDWISE_TESTS_TOOLS_JSON_VALUE_OF_HPP

// Values in the output of `foldwise json`, to compare with tables of expected text.
//
//     value_of("Subject: x\n", "subject")  ->  "\"x\""

#include "../../support.hpp"
#include "../run.hpp"
#include "../strict_json.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace test {

/// Appends `value` as JSON in one line. Characters that need an escape are not used in the tables.
inline void append_json(std::string& to, json_value const& value) {
    bool is_first = true;
    switch (value.kind) {
    case json_kind::null: to += "null"; break;
    case json_kind::boolean:
    case json_kind::number: to += value.text; break;
    case json_kind::string: to.append("\"").append(value.text).append("\""); break;
    case json_kind::array:
        to += '[';
        for (auto const& item : value.items) {
            if (!std::exchange(is_first, false)) to += ',';
            append_json(to, item);
        }
        to += ']';
        break;
    case json_kind::object:
        to += '{';
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            if (!std::exchange(is_first, false)) to += ',';
            to.append("\"").append(value.keys[i]).append("\":");
            append_json(to, value.items[i]);
        }
        to += '}';
        break;
    }
}

inline std::string with_crlf_endings(std::string_view mail) {
    std::string text;
    for (char const octet : mail) text.append(octet == '\n' ? "\r\n" : std::string(1, octet));
    return text;
}

/// The object that the tool prints for one message, with these options.
inline json_value object_of(std::string const& mail, std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"json", "-"});
    auto const got = run(options, {.input = mail});
    bool const has_header = !mail.starts_with('\n') && !mail.starts_with("\r\n");
    if (has_header) REQUIRE_SAME(mail, got.err, "");
    REQUIRE_SAME(mail, got.out.empty() || got.out.back() != '\n', false);
    auto const line = std::string_view{got.out}.substr(0, got.out.size() - 1);
    auto const value = strict_json::read(line);
    REQUIRE_SAME(mail, value.has_value(), true);
    return value.value_or(json_value{});
}

/// The value of `key` in the object of a message, as JSON; empty if it is not there.
inline std::string value_of(json_value const& object, std::string_view key) {
    std::string text;
    for (std::size_t i = 0; i < object.keys.size(); ++i)
        if (object.keys[i] == key) append_json(text, object.items[i]);
    return text;
}

/// The same for a message whose lines end with LF; with CRLF, the value must be the same.
inline std::string value_of(std::string const& mail, std::string_view key,
                            std::vector<std::string> const& options = {}) {
    auto const text = value_of(object_of(mail, options), key);
    REQUIRE_SAME(mail + ", CRLF", value_of(object_of(with_crlf_endings(mail), options), key), text);
    return text;
}

} // namespace test

#endif

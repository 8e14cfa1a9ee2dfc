#ifndef FOLDWISE_TESTS_TOOLS_STRICT_JSON_HPP
#define FOLDWISE_TESTS_TOOLS_STRICT_JSON_HPP

// A strict reader of JSON (RFC 8259). It rejects duplicate keys, octets that are not UTF-8, lone
// surrogates, and white space before or after the value.

#include "display.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace test {

enum class json_kind : unsigned char { null, boolean, number, string, array, object };

struct json_value {
    json_kind kind = json_kind::null;
    std::string text = {};              ///< a string's characters; a number as written
    std::vector<json_value> items = {}; ///< of an array or an object
    std::vector<std::string> keys = {}; ///< of an object, one for each item

    /// The member of an object, or null if it does not exist.
    json_value const& operator[](std::string_view key) const& {
        static json_value const none;
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (keys[i] == key) return items[i];
        return none;
    }
    json_value operator[](std::string_view key) const&& {
        auto const& whole = *this;
        return whole[key];
    }
    bool is_null() const { return kind == json_kind::null; }
    std::size_t number() const {
        return static_cast<std::size_t>(std::strtoull(text.c_str(), nullptr, 10));
    }
};

class strict_json {
  public:
    /// The value of `text`. Empty if it is not JSON.
    static std::optional<json_value> read(std::string_view text) {
        strict_json reader{text};
        json_value value;
        if (!reader.take_value(value, 0) || !reader.rest_.empty()) return std::nullopt;
        return value;
    }

  private:
    static constexpr int deepest = 32;

    explicit strict_json(std::string_view text) : rest_{text} {}

    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    bool take_value(json_value& to, int depth) {
        if (depth > deepest) return false;
        if (take("null")) return true;
        for (std::string_view const word : {"true", "false"}) {
            if (!take(word)) continue;
            to.kind = json_kind::boolean;
            to.text = word;
            return true;
        }
        if (rest_.starts_with('"')) return to.kind = json_kind::string, take_string(to.text);
        if (take("[")) return to.kind = json_kind::array, take_items(to, ']', depth);
        if (take("{")) return to.kind = json_kind::object, take_items(to, '}', depth);
        return to.kind = json_kind::number, take_number(to.text);
    }

    bool take_items(json_value& to, char end, int depth) {
        if (take({&end, 1})) return true;
        do {
            if (end == '}') {
                std::string key;
                if (!take_string(key) || !take(":")) return false;
                for (auto const& other : to.keys)
                    if (other == key) return false;
                to.keys.push_back(std::move(key));
            }
            if (!take_value(to.items.emplace_back(), depth + 1)) return false;
        } while (take(","));
        return take({&end, 1});
    }

    /// [ minus ] int, int = zero / ( digit1-9 *DIGIT ): the tool writes no other numbers.
    bool take_number(std::string& to) {
        auto const first = rest_.starts_with('-') ? std::size_t{1} : std::size_t{0};
        auto const size = std::min(rest_.find_first_not_of("0123456789", first), rest_.size());
        if (size == first || (size > first + 1 && rest_[first] == '0')) return false;
        to = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return true;
    }

    bool take_string(std::string& to) {
        if (!take("\"")) return false;
        while (!take("\"")) {
            if (rest_.empty()) return false;
            if (take("\\")) {
                if (!take_escape(to)) return false;
                continue;
            }
            auto const c = take_utf8(rest_);
            if (!c || *c < 0x20) return false;
            append_utf8(to, *c);
        }
        return true;
    }

    bool take_escape(std::string& to) {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        if (rest_.empty()) return false;
        if (auto const at = letters.find(rest_[0]); at != letters.npos) {
            to += meant[at];
            rest_.remove_prefix(1);
            return true;
        }
        auto c = take_unit();
        if (!c || (*c >= 0xDC00 && *c < 0xE000)) return false;
        if (*c >= 0xD800 && *c < 0xDC00) {
            auto const low = take("\\") ? take_unit() : std::nullopt;
            if (!low || *low < 0xDC00 || *low >= 0xE000) return false;
            c = 0x10000 + ((*c - 0xD800) << 10) + (*low - 0xDC00);
        }
        append_utf8(to, *c);
        return true;
    }

    /// "u" and four hexadecimal digits.
    std::optional<std::uint32_t> take_unit() {
        if (!take("u") || rest_.size() < 4) return std::nullopt;
        std::uint32_t unit = 0;
        for (int i = 0; i < 4; ++i) {
            constexpr std::string_view digits = "0123456789abcdef0123456789ABCDEF";
            auto const digit = digits.find(rest_[0]);
            if (digit == digits.npos) return std::nullopt;
            unit = unit << 4 | static_cast<std::uint32_t>(digit % 16);
            rest_.remove_prefix(1);
        }
        return unit;
    }

    std::string_view rest_;
};

} // namespace test

#endif

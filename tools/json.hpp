#ifndef FOLDWISE_TOOLS_JSON_HPP
#define FOLDWISE_TOOLS_JSON_HPP

#include "utf8.hpp"

#include <foldwise/base/utf8.hpp>

#include <cstdio>
#include <string>
#include <string_view>
#include <type_traits>

namespace tool {

/// Which characters are written unchanged; all others are escaped.
enum class json_characters : unsigned char { utf8, ascii };

/// Writes JSON (RFC 8259) into a string, in one line and in the order of the calls. It adds the
/// commas; the caller opens and closes objects and arrays.
class json_writer {
  public:
    explicit json_writer(std::string& to, json_characters characters = json_characters::utf8)
        : to_{to}, characters_{characters} {}

    json_writer& open(char bracket) { // '{' or '['
        before_value();
        to_ += bracket;
        first_ = true;
        return *this;
    }
    json_writer& close(char bracket) {
        to_ += bracket;
        first_ = false;
        return *this;
    }
    json_writer& key(std::string_view name) {
        value(name);
        to_ += ':';
        first_ = true;
        return *this;
    }

    template <class Number>
        requires std::is_integral_v<Number>
    json_writer& value(Number number) {
        before_value();
        to_ += std::to_string(number);
        return *this;
    }
    json_writer& null() {
        before_value();
        to_ += "null";
        return *this;
    }

    /// Adds any octets. Octets that are not UTF-8 become U+FFFD; control characters and marks of
    /// direction are escaped, so that they cannot control a terminal.
    json_writer& value(std::string_view text) {
        before_value();
        to_ += '"';
        for (std::size_t at = 0; at < text.size();) {
            auto const plain = plain_size(text, at);
            to_.append(text, at, plain);
            at += plain;
            if (at == text.size()) break;
            auto const c = foldwise::utf8_character_at(text, at);
            if (c.code_point == '"' || c.code_point == '\\') {
                to_ += '\\';
                to_ += static_cast<char>(c.code_point);
            } else if (is_unsafe(c.code_point) || characters_ == json_characters::ascii) {
                escape(c.code_point);
            } else if (c.code_point == 0xFFFD) {
                append_replacement(to_);
            } else {
                to_.append(text, at, c.size);
            }
            at += c.size;
        }
        to_ += '"';
        return *this;
    }

  private:
    void before_value() {
        if (!first_) to_ += ',';
        first_ = false;
    }

    /// The number of octets from `at` on that are written unchanged.
    static std::size_t plain_size(std::string_view text, std::size_t at) {
        auto end = at;
        while (end < text.size() && text[end] >= ' ' && text[end] < 0x7F && text[end] != '"' &&
               text[end] != '\\')
            ++end;
        return end - at;
    }

    /// Writes one escape, or the two escapes of a surrogate pair (RFC 8259 section 7).
    void escape(char32_t c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            to_ += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
        } else if (c < 0x10000) {
            escape_unit(c);
        } else {
            escape_unit(0xD800 + ((c - 0x10000) >> 10));
            escape_unit(0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
    void escape_unit(char32_t unit) {
        char buffer[8];
        auto const size =
            std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(unit & 0xFFFF));
        to_.append(buffer, static_cast<std::size_t>(size));
    }

    std::string& to_;
    json_characters characters_;
    bool first_ = true;
};

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_JSON_HPP
#define FOLDWISE_TOOLS_JSON_HPP

#include "utf8.hpp"

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace tool {

/// Writes JSON (RFC 8259) into a string, in one line and in the order of the
/// calls. Commas are its business, nesting the caller's.
class json_writer {
  public:
    explicit json_writer(std::string& to) : to_{to} {}

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

    json_writer& value(std::uint64_t number) {
        before_value();
        to_ += std::to_string(number);
        return *this;
    }
    json_writer& null() {
        before_value();
        to_ += "null";
        return *this;
    }

    /// Any octets: what is not UTF-8 becomes U+FFFD. Nothing in it can drive a
    /// terminal: controls and marks of direction are escaped.
    json_writer& value(std::string_view text) {
        before_value();
        to_ += '"';
        for (std::size_t at = 0; at < text.size();) {
            auto const plain = plain_size(text, at);
            to_.append(text, at, plain);
            at += plain;
            if (at == text.size()) break;
            auto const c = character_at(text, at);
            if (c.code_point == '"' || c.code_point == '\\') {
                to_ += '\\';
                to_ += static_cast<char>(c.code_point);
            } else if (is_unsafe(c.code_point)) {
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

    /// How many octets from `at` on stand for themselves.
    static std::size_t plain_size(std::string_view text, std::size_t at) {
        auto end = at;
        while (end < text.size() && text[end] >= ' ' && text[end] < 0x7F && text[end] != '"' &&
               text[end] != '\\')
            ++end;
        return end - at;
    }

    /// Below U+10000, as all that is unsafe is.
    void escape(char32_t c) {
        char const* const letter = c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : "";
        char buffer[8];
        std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(c));
        to_ += *letter != '\0' ? letter : buffer;
    }

    std::string& to_;
    bool first_ = true;
};

} // namespace tool

#endif

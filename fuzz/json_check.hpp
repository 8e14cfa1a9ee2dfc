#ifndef FOLDWISE_FUZZ_JSON_CHECK_HPP
#define FOLDWISE_FUZZ_JSON_CHECK_HPP

#include "properties.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace fuzz {

/// Reads a JSON text (RFC 8259), whose every deviation from the grammar is a broken property. It
/// can be written again in another form.
class json_check {
  public:
    explicit json_check(std::string_view text) : text_{text} {
        value();
        REQUIRE_PROPERTY(at_ == text_.size());
    }

    /// The values with all escapes resolved, so that two ways of escaping give the same.
    std::string const& plain() const { return plain_; }

  private:
    char peek() const {
        REQUIRE_PROPERTY(at_ < text_.size());
        return text_[at_];
    }
    void take(char octet) {
        REQUIRE_PROPERTY(peek() == octet);
        plain_ += octet;
        ++at_;
    }
    void value() { // the depth is that of the schema, not of the message
        if (peek() == '{') return members('{', '}', true);
        if (peek() == '[') return members('[', ']', false);
        if (peek() == '"') return string();
        auto const end = text_.find_first_of(",]}", at_);
        auto const word = text_.substr(at_, end - at_);
        bool const is_word = word == "true" || word == "false" || word == "null";
        auto const digits = word.substr(word.starts_with('-') ? 1 : 0);
        bool const is_number = !digits.empty() && (digits == "0" || digits[0] != '0') &&
                               digits.find_first_not_of("0123456789") == digits.npos;
        REQUIRE_PROPERTY(is_word || is_number);
        plain_ += word;
        at_ += word.size();
    }
    void members(char open, char close, bool has_keys) {
        take(open);
        for (bool is_first = true; peek() != close; is_first = false) {
            if (!is_first) take(',');
            if (has_keys) {
                string();
                take(':');
            }
            value();
        }
        take(close);
    }
    void string() {
        take('"');
        while (peek() != '"') {
            char const octet = peek();
            REQUIRE_PROPERTY(static_cast<unsigned char>(octet) >= 0x20 && octet != 0x7F);
            ++at_;
            if (octet == '\\')
                escape();
            else
                plain_ += octet;
        }
        take('"');
    }
    void escape() {
        char const octet = peek();
        ++at_;
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (octet != 'u') {
            auto const at = letters.find(octet);
            REQUIRE_PROPERTY(at != letters.npos);
            plain_ += meanings[at];
            return;
        }
        auto unit = hexadecimal();
        if (unit >= 0xD800 && unit < 0xDC00) {
            REQUIRE_PROPERTY(text_.substr(at_, 2) == "\\u");
            at_ += 2;
            auto const low = hexadecimal();
            REQUIRE_PROPERTY(low >= 0xDC00 && low < 0xE000);
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        }
        REQUIRE_PROPERTY(unit < 0xD800 || unit >= 0xE000);
        append_utf8(unit);
    }
    std::uint32_t hexadecimal() {
        std::uint32_t unit = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            auto const digit = std::string_view{"0123456789abcdefABCDEF"}.find(peek());
            REQUIRE_PROPERTY(digit != std::string_view::npos);
            unit = unit << 4 | static_cast<std::uint32_t>(digit < 16 ? digit : digit - 6);
        }
        return unit;
    }
    void append_utf8(std::uint32_t c) {
        auto const add = [this](std::uint32_t octet) { plain_ += static_cast<char>(octet); };
        if (c < 0x80) return add(c);
        if (c < 0x800) {
            add(0xC0 | c >> 6);
        } else {
            if (c < 0x10000) {
                add(0xE0 | c >> 12);
            } else {
                add(0xF0 | c >> 18);
                add(0x80 | (c >> 12 & 0x3F));
            }
            add(0x80 | (c >> 6 & 0x3F));
        }
        add(0x80 | (c & 0x3F));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string plain_;
};

} // namespace fuzz

#endif

#ifndef FOLDWISE_TOOLS_JSON_WRITER_HPP
#define FOLDWISE_TOOLS_JSON_WRITER_HPP

#include "../output.hpp"
#include "../utf8.hpp"

#include <foldwise/base/utf8.hpp>

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <type_traits>

namespace tool {

/// Which characters may be written unchanged; all others are escaped.
enum class json_characters : unsigned char { utf8, ascii };

/// Writes JSON (RFC 8259) in one line and in the order of the calls, to a string or to standard
/// output. It adds the commas; the caller opens and closes objects and arrays. What goes to
/// standard output is passed on while it is written, so that an object of any size needs little
/// memory.
class json_writer {
  public:
    explicit json_writer(std::string& to, json_characters characters = json_characters::utf8)
        : to_{to}, characters_{characters} {}
    explicit json_writer(output& out, json_characters characters = json_characters::utf8)
        : to_{out.buffer()}, out_{&out}, characters_{characters} {}

    /// Opens an object with '{', or an array with '['.
    json_writer& open(char bracket) {
        before_value();
        to_ += bracket;
        first_ = true;
        return *this;
    }
    /// Closes it with '}' or ']'.
    json_writer& close(char bracket) {
        to_ += bracket;
        first_ = false;
        return *this;
    }
    /// Adds a key of an object. Its value must be added next.
    json_writer& key(std::string_view name) {
        value(name);
        to_ += ':';
        first_ = true;
        return *this;
    }

    /// Adds a key of any length by calling `write(put)`, see value_by.
    template <class Write>
    json_writer& key_by(Write const& write) {
        value_by(write);
        to_ += ':';
        first_ = true;
        return *this;
    }

    /// Adds a number.
    template <class Number>
        requires std::is_integral_v<Number>
    json_writer& value(Number number) {
        before_value();
        to_ += std::to_string(number);
        return *this;
    }
    json_writer& boolean(bool value) {
        before_value();
        to_ += value ? "true" : "false";
        return *this;
    }
    json_writer& null() {
        before_value();
        to_ += "null";
        return *this;
    }

    /// Adds a string of any octets. Octets that are not UTF-8 become U+FFFD; control characters and
    /// marks of direction are escaped, so that they cannot control a terminal.
    json_writer& value(std::string_view text) {
        before_value();
        to_ += '"';
        add(text);
        to_ += '"';
        return *this;
    }

    /// Adds the value of an optional or a result, or null.
    template <class Maybe>
    json_writer& value_or_null(Maybe const& found) {
        return found ? value(*found) : null();
    }

    /// Adds a string by calling `write(put)`, which calls `put` with each piece of the text. A
    /// piece may end anywhere, even inside a character.
    template <class Write>
    json_writer& value_by(Write const& write) {
        before_value();
        to_ += '"';
        write([this](std::string_view piece) { add_piece(piece); });
        add(cut_);
        cut_.clear();
        to_ += '"';
        return *this;
    }

    /// Adds a lazy text of the library as a string, piece by piece.
    template <class Lazy>
    json_writer& value_in_pieces(Lazy const& text) {
        return value_by([&text](auto const& put) {
            for (auto const piece : text.pieces()) put(piece);
        });
    }

    /// Ends the line.
    void end_line() {
        to_ += '\n';
        first_ = true;
        pass_on();
    }

  private:
    void before_value() {
        pass_on();
        if (!first_) to_ += ',';
        first_ = false;
    }
    void pass_on() {
        if (out_ != nullptr) out_->flush_if_full();
    }

    /// Adds a piece of a string. A character that is incomplete at its end waits for the next
    /// piece.
    void add_piece(std::string_view piece) {
        while (!cut_.empty() && !piece.empty()) {
            cut_ += piece.front();
            piece.remove_prefix(1);
            auto const whole = cut_.size() - incomplete_size(cut_);
            add(std::string_view{cut_}.substr(0, whole));
            cut_.erase(0, whole);
        }
        auto const whole = piece.size() - incomplete_size(piece);
        add(piece.substr(0, whole));
        cut_ += piece.substr(whole);
    }

    /// The number of octets at the end of `text` that may be the start of a character.
    static std::size_t incomplete_size(std::string_view text) {
        for (std::size_t size = 1; size < 4 && size <= text.size(); ++size) {
            auto const octet = static_cast<unsigned char>(text[text.size() - size]);
            if ((octet & 0xC0) == 0x80) continue;
            std::size_t const whole = octet < 0xC2 ? 1 : octet < 0xE0 ? 2 : octet < 0xF0 ? 3 : 4;
            return size < whole ? size : 0;
        }
        return 0;
    }

    /// Adds a part of a string.
    void add(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            auto const plain = plain_size(text, at);
            to_.append(text, at, plain);
            at += plain;
            pass_on();
            if (plain == most_at_once || at == text.size()) continue;
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
    }

    static constexpr std::size_t most_at_once = 1 << 16;

    /// The number of octets from `at` on that are written unchanged, at most `most_at_once`.
    static std::size_t plain_size(std::string_view text, std::size_t at) {
        text = text.substr(0, at + most_at_once);
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
    output* out_ = nullptr; // if to_ is its buffer
    json_characters characters_;
    std::string cut_;   // the start of a character, whose rest is in the next piece
    bool first_ = true; // whether the next value needs no comma before it
};

} // namespace tool

#endif

// Properties of texts that may contain encoded-words: the range and the string agree; LF and CRLF
// make no difference; the text is well-formed UTF-8 of bounded size; problems are inside the value;
// a text that is split anywhere into encoded-words, also inside the encoding of an octet, is
// decoded to the same text; no address is taken out of a word; other parameters than names are not
// decoded.

#include "parts.hpp"
#include "properties.hpp"
#include "utf8.hpp"

#include <foldwise/address/address_list.hpp>
#include <foldwise/charset/charset_cjk.hpp>
#include <foldwise/charset/undeclared_charset.hpp>
#include <foldwise/charset/utf8_text.hpp>
#include <foldwise/parameters/decoded_parameter.hpp>
#include <foldwise/parameters/parameter.hpp>
#include <foldwise/transfer/base64.hpp>
#include <foldwise/words/decoded_text.hpp>
#include <foldwise/words/encoded_word.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace {

using namespace foldwise;

template <class Text>
std::string every_way_gives_the_same(std::string_view bytes, Text const& text) {
    auto const whole = text.to_string();
    std::string lazily;
    for (char const octet : text) lazily += octet;
    REQUIRE_PROPERTY(lazily == whole && text == whole && text.empty() == whole.empty());
    REQUIRE_PROPERTY(fuzz::is_utf8(whole));
    REQUIRE_PROPERTY(whole.size() <= 3 * bytes.size());
    return whole;
}

template <class Text>
void properties_of_text(std::string_view bytes) {
    Text const text{bytes};
    auto const whole = every_way_gives_the_same(bytes, text);
    std::size_t count = 0;
    auto const in_value = [&](diagnostic const& problem) {
        fuzz::covered_by(bytes, problem);
        ++count;
    };
    text.diagnose(in_value);
    REQUIRE_PROPERTY(count <= 2 * bytes.size() + 20);
    cjk_converter converter;
    text_options const options{.fallback = charset::windows_1252, .converter = &converter};
    auto const converted = text.to_string(options);
    REQUIRE_PROPERTY(fuzz::is_utf8(converted) && converted.size() <= 3 * bytes.size());
    text.diagnose(in_value, options);
    // An encoded line ending does not depend on the line endings of the field, and one that is not
    // a fold is data: in a word in UTF-16, half of a character.
    auto const has_ending = [](std::string const& read) {
        return read.find_first_of("\r\n") != read.npos;
    };
    if (!has_ending(decoded_text{bytes}.to_string()) && !has_ending(unfolded{bytes}.to_string()))
        fuzz::reads_lf_and_crlf_alike<Text>(bytes, [](Text const& read) {
            auto summary = read.to_string();
            if (summary.find_first_of("\r\n") != summary.npos) summary = "a line ending";
            return summary;
        });
}

/// `text` without a byte order mark at its start.
std::string without_mark(std::string text) {
    return text.starts_with(utf8_byte_order_mark) ? text.substr(utf8_byte_order_mark.size()) : text;
}

void without_words_nothing_is_decoded(std::string_view bytes) {
    if (bytes.find("=?") != bytes.npos || !fuzz::is_utf8(bytes)) return;
    REQUIRE_PROPERTY(decoded_text{bytes} == without_mark(unfolded{trim_fws(bytes)}.to_string()));
    REQUIRE_PROPERTY(decoded_comment{bytes} == without_mark(token_text{bytes}.to_string()));
    REQUIRE_PROPERTY(decoded_phrase{bytes} == without_mark(phrase{bytes}.to_string()));
}

/// An encoded-word with `octets`, in the charset UTF-8 unless there is a label.
std::string encoded(std::string_view octets, word_encoding encoding,
                    std::string_view label = "utf-8") {
    auto word = std::string{"=?"}.append(label).append("?");
    if (encoding == word_encoding::b) {
        word += "B?";
        for (; !octets.empty(); octets.remove_prefix(octets.size() < 3 ? octets.size() : 3)) {
            std::uint32_t quantum = 0;
            for (std::size_t i = 0; i < 3; ++i)
                quantum =
                    quantum << 8 | (i < octets.size() ? static_cast<unsigned char>(octets[i]) : 0u);
            for (std::size_t i = 0; i < 4; ++i)
                word += i <= octets.size() ? base64_alphabet[quantum >> (18 - 6 * i) & 63] : '=';
        }
    } else {
        word += "Q?";
        constexpr auto plain = alpha + digit + char_class{"!*+-/"};
        constexpr std::string_view digits = "0123456789ABCDEF";
        for (char const octet : octets) {
            auto const value = static_cast<unsigned char>(octet);
            if (plain.contains(octet))
                word += octet;
            else if (octet == ' ')
                word += '_';
            else
                word.append("=").append(1, digits[value >> 4]).append(1, digits[value & 15]);
        }
    }
    return word.append("?=");
}

constexpr word_encoding encodings[] = {word_encoding::b, word_encoding::q};

void what_is_encoded_is_decoded(std::string_view bytes) {
    // Octets that are not UTF-8 become U+FFFD.
    auto const text = utf8_text{bytes, charset::utf_8}.to_string();
    fuzz::dice dice{bytes};
    constexpr std::string_view gaps[] = {" ", "\r\n ", "\t\n  "};
    std::string value;
    for (std::string_view rest = text; !rest.empty();) {
        auto const piece = rest.substr(0, 1 + dice.roll(20));
        rest.remove_prefix(piece.size());
        auto const word = encoded(piece, dice.roll(1) == 0 ? word_encoding::b : word_encoding::q);
        REQUIRE_PROPERTY(word.size() <= encoded_word_limit && encoded_word::read(word));
        value.append(value.empty() ? "" : gaps[dice.roll(2)]).append(word);
    }
    auto const wanted = without_mark(text);
    REQUIRE_PROPERTY(decoded_text{value} == wanted);
    REQUIRE_PROPERTY(decoded_comment{value} == wanted);
    REQUIRE_PROPERTY(decoded_phrase{value} == wanted);
    auto const list = std::string{"a=\""}.append(value).append("\"");
    REQUIRE_PROPERTY(decoded_parameter{*parameters{list}.find("a")} == wanted);
    decoded_phrase{value}.diagnose([](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.code == diagnostic_code::encoded_word_split_character ||
                         problem.code == diagnostic_code::encoded_word_control);
    });
}

/// Octets in a word of US-ASCII, or without a charset, are read as undeclared_charset says. Other
/// text around the word makes no difference to it.
void what_is_undeclared_is_utf8_or_the_fallback(std::string_view bytes) {
    if (bytes.find("=?") != bytes.npos) return;
    text_options const options{.fallback = charset::windows_1252};
    auto const read = [](std::string_view octets) {
        auto const from = undeclared_charset(octets, charset::windows_1252);
        return without_mark(utf8_text{octets, from}.to_string());
    };
    if (bytes.find_first_of("\r\n") == bytes.npos)
        REQUIRE_PROPERTY(decoded_text{bytes}.to_string(options) == read(trim_fws(bytes)));
    fuzz::dice dice{bytes};
    fuzz::try_one_of(dice, encodings, [&](word_encoding encoding) {
        auto const word = encoded(bytes, encoding, "us-ascii");
        auto const wanted = read(bytes);
        REQUIRE_PROPERTY(decoded_text{word}.to_string(options) == wanted);
        REQUIRE_PROPERTY(decoded_phrase{word}.to_string(options) == wanted);
        REQUIRE_PROPERTY(decoded_comment{word}.to_string(options) == wanted);
        auto const with_text = word + " \xE9";
        REQUIRE_PROPERTY(decoded_text{with_text}.to_string(options) == wanted + " \xC3\xA9");
    });
}

/// Text that is encoded as one, and then cut anywhere into two words, or into two sections of a
/// parameter, is decoded as if it were in one word.
void what_is_cut_is_joined(std::string_view bytes) {
    auto const text = without_mark(utf8_text{bytes, charset::utf_8}.to_string());
    if (text.empty() || text.starts_with(utf8_byte_order_mark)) return;
    fuzz::dice dice{bytes};
    fuzz::try_one_of(dice, encodings, [&](word_encoding encoding) {
        auto const word = encoded(text, encoding);
        constexpr std::size_t start = 10; // octets of "=?utf-8?Q?"
        // A word that ends with padding, or in the middle of it, is not joined with another one.
        auto const end = std::min(word.find('=', start), word.size() - 2);
        auto const last = encoding == word_encoding::b ? end : word.size() - 2;
        auto const cut = start + dice.roll(last - start);
        auto const two = std::string{word}.insert(cut, "?= " + word.substr(0, start));
        REQUIRE_PROPERTY(decoded_text{two} == text);
        REQUIRE_PROPERTY(decoded_phrase{two} == text);
        auto const quoted = std::string{"\""}.append(two).append("\"");
        REQUIRE_PROPERTY(decoded_phrase{quoted} == text);
        auto const at = dice.roll(word.size());
        auto const list = std::string{"a*1=\""}
                              .append(word.substr(at))
                              .append("\"; a*0=\"")
                              .append(word.substr(0, at))
                              .append("\"");
        REQUIRE_PROPERTY(decoded_parameter{*parameters{list}.find("a")} == text);
        REQUIRE_PROPERTY(parameters{list}.find("a")->text() == word);
    });
}

/// Whatever is encoded, no address is taken out of a word. Addresses are found as if each word were
/// a word of letters.
void no_address_is_in_a_word(std::string_view bytes) {
    auto const word = encoded(bytes.substr(0, 40), word_encoding::b);
    for (auto const& list : {word, word + "@" + word, "\"" + word + "\"", "(" + word + ")"})
        REQUIRE_PROPERTY(address_list{list}.mailboxes().empty());
    auto const named = "\"" + word + "\" " + word + " <a@b.example> (" + word + ")";
    std::size_t count = 0;
    for (auto const m : address_list{named}.mailboxes()) {
        REQUIRE_PROPERTY(m.to_string() == "a@b.example");
        ++count;
    }
    REQUIRE_PROPERTY(count == 1);
    // The octets as they are: what is read as one word is one word for the address, too.
    auto const raw = std::string{"=?utf-8?Q?"}.append(bytes.substr(0, 40)).append("?=");
    if (encoded_word_size(raw) == raw.size())
        REQUIRE_PROPERTY(address_list{raw}.mailboxes().empty());
}

void properties_of_parameter(std::string_view bytes, decoded_parameter const& name) {
    auto const without = every_way_gives_the_same(bytes, name);
    std::size_t count = 0;
    auto const in_value = [&](diagnostic const& problem) {
        fuzz::covered_by(bytes, problem);
        ++count;
    };
    name.diagnose(in_value);
    if (count == 0) // nothing is undeclared
        REQUIRE_PROPERTY(name.to_string({.fallback = charset::windows_1252}) == without);
    REQUIRE_PROPERTY(count <= 2);
    name.diagnose(in_value, {.fallback = charset::windows_1252});
    REQUIRE_PROPERTY(fuzz::is_utf8(name.to_string({.fallback = charset::windows_1252})));
}

void properties_of_parameters(std::string_view bytes) {
    std::size_t names = 0;
    for (auto const s : parameters{bytes}.segments())
        if (s && ++names <= 8)
            if (auto const found = parameters{bytes}.find(s->name()))
                properties_of_parameter(bytes, decoded_parameter{*found});
}

void properties_of(std::string_view bytes) {
    fuzz::dice dice{bytes};
    fuzz::try_one(
        dice, [bytes] { properties_of_text<decoded_text>(bytes); },
        [bytes] { properties_of_text<decoded_comment>(bytes); },
        [bytes] { properties_of_text<decoded_phrase>(bytes); },
        [bytes] { properties_of_parameters(bytes); });
    fuzz::try_one(
        dice, [bytes] { without_words_nothing_is_decoded(bytes); },
        [bytes] { what_is_encoded_is_decoded(bytes); },
        [bytes] { what_is_undeclared_is_utf8_or_the_fallback(bytes); },
        [bytes] { what_is_cut_is_joined(bytes); }, [bytes] { no_address_is_in_a_word(bytes); });
    if (auto const word = encoded_word::read(bytes)) {
        std::size_t size = 0;
        for ([[maybe_unused]] char const octet : word->octets()) ++size;
        REQUIRE_PROPERTY(size <= word->encoded_text().size());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

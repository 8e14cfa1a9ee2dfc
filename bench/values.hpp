#ifndef FOLDWISE_BENCH_VALUES_HPP
#define FOLDWISE_BENCH_VALUES_HPP

// Values of fields, as written after the colon, and encoded texts.

#include "corpus.hpp"
#include "surveyed.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace bench {

/// Writes values, each followed by a line ending, until there are `size` octets. `value` returns a
/// value and adds its contents to a tally.
template <class Value>
void make_values(corpus& made, newline ending, std::size_t size, Value value) {
    random_source random{1};
    piece_writer out{made, ending};
    made.ending_size = out.ending().size();
    while (out.size() < size) {
        out.append(value(random, made.values));
        out.end_piece();
        out.end_line();
    }
    out.end();
    made.beside = {made.bytes};
}

/// An encoded-word of a name, B or Q.
inline std::string encoded_name(random_source& random, std::string_view text) {
    return random.chance(50) ? to_b_word("utf-8", text) : to_q_word("utf-8", text);
}

/// Of 100 addresses, 35 have an encoded name, 15 a quoted one with a comma or parentheses in it, 10
/// are in brackets without a name, 20 have a plain name, and 20 are bare:
///     =?utf-8?B?...?= <a@b>    "Doe, Jane" <a@b>    "Jane (Doe)" <a@b>
///     <a@b>                    Jane Doe <a@b>       a@b
/// Counts the address and its name. This is harder than the mix of survey.md, as the mail of people
/// whose language is not English is.
inline std::string named_address(random_source& random, corpus& made) {
    auto const where = address(random);
    auto& put = made.values;
    ++put.count;
    put.octets += where.size();
    auto const kind = random.below(100);
    if (kind < 20) return " " + where;
    if (kind < 30) return joined({" <", where, ">"});
    if (kind < 65) {
        auto const text = utf8_words(random, random.between(6, 20));
        auto const word = encoded_name(random, text);
        put.octets += text.size();
        made.put.encoding_octets += word.size() - text.size();
        return joined({" ", word, " <", where, ">"});
    }
    auto const first = words(random, random.between(4, 10));
    auto const second = words(random, random.between(4, 10));
    put.octets += first.size() + 1 + second.size();
    if (kind < 85) return joined({" ", first, " ", second, " <", where, ">"});
    ++put.octets; // the comma, or a parenthesis
    if (kind < 93) return joined({" \"", first, ", ", second, "\" <", where, ">"});
    ++put.octets;
    return joined({" \"", first, " (", second, ")\" <", where, ">"});
}

/// Lists of 1 to 8 addresses, some of them folded.
inline void make_addresses(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, [&made](random_source& random, tally&) {
        auto value = named_address(random, made);
        for (auto more = random.below(8); more != 0; --more)
            value.append(random.chance(40) ? ",\n" : ",").append(named_address(random, made));
        return value;
    });
}

inline void make_dates(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, [](random_source& random, tally& put) {
        auto const sent = surveyed_date(random);
        put += {1, static_cast<std::size_t>(sent.seconds)};
        return " " + sent.text;
    });
}

/// Counts the values and the lengths of from, by and for (of `<a@b>`, the address).
inline void make_received(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, [&](random_source& random, tally& put) {
        auto const when = dated(random);
        auto const hop =
            received_writer{}.write(random, drawn(random, survey::received), when.text);
        made.put.date_seconds += when.seconds;
        put += {1, hop.octets + static_cast<std::size_t>(when.seconds)};
        return hop.text;
    });
}

/// Counts the methods, and the lengths of their names and results.
inline void make_results(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, surveyed_results);
}

/// Counts the values, and the lengths of types, subtypes, charsets and boundaries.
inline void make_content_types(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, [](random_source& random, tally& put) {
        auto const value = surveyed_content_type(random);
        put += {1, value.octets};
        return value.text;
    });
}

/// Subjects as they are usual: most of them plain text.
inline void make_subjects(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, [](random_source& random, tally& put) {
        auto const subject = surveyed_subject(random);
        put += {1, subject.octets};
        return subject.text;
    });
}

/// Subjects of 1 to 4 encoded-words, B and Q, followed by plain text. Only the last word may end
/// with base64 padding: GMime loses a word that follows a padded one.
inline void make_words(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, [](random_source& random, tally& put) {
        bool const is_b = random.chance(50);
        std::string value;
        for (auto more = random.between(1, 4); more != 0; --more) {
            auto text = utf8_words(random, is_b ? 30 : 16);
            if (is_b && more > 1) text.append(2 - (text.size() + 2) % 3, '.');
            value.append(value.empty() ? " " : "\n ")
                .append(is_b ? to_b_word("utf-8", text) : to_q_word("utf-8", text));
            put.octets += text.size();
        }
        if (random.chance(30)) {
            auto const text = words(random, 20);
            value.append(" ").append(text);
            put.octets += text.size() + 1;
        }
        ++put.count;
        return value;
    });
}

inline void make_base64(corpus& made, newline ending, std::size_t size) {
    random_source random{1};
    auto const octets = size / 78 * 57 + 1; // not whole quanta
    while (made.decoded.size() < octets) made.decoded += static_cast<char>(random.below(256));
    made.bytes = to_base64_lines(made.decoded, ending == newline::lf ? "\n" : "\r\n");
    made.pieces = made.beside = {made.bytes};
}

/// Plain text, which is not encoded.
inline void make_text(corpus& made, newline ending, std::size_t size) {
    random_source random{1};
    std::string_view const line_ending = ending == newline::lf ? "\n" : "\r\n";
    while (made.bytes.size() < size)
        made.bytes.append(words(random, random.between(30, 70))).append(line_ending);
    made.decoded = made.bytes;
    made.pieces = made.beside = {made.bytes};
}

/// The decoded text has the same line endings as the encoded one.
inline void encode_quoted(corpus& made, newline ending, std::string_view text) {
    std::string_view const written = ending == newline::lf ? "\n" : "\r\n";
    made.ending_size = written.size();
    made.bytes = to_quoted_printable(text, written);
    made.put.quoted_lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    for (char const octet : text)
        octet == '\n' ? made.decoded.append(written) : made.decoded.append(1, octet);
    made.pieces = made.beside = {made.bytes};
}

/// Text with one escape per hundred characters, and with some lines that need a soft line break.
inline void make_quoted_plain(corpus& made, newline ending, std::size_t size) {
    random_source random{1};
    std::string text;
    while (text.size() < size)
        text.append(words(random, random.between(30, 80)))
            .append(random.chance(25) ? " caf\xC3\xA9\n" : "\n");
    encode_quoted(made, ending, text);
}

/// Cyrillic text: everything but blanks and line endings is escaped.
inline void make_quoted_escapes(corpus& made, newline ending, std::size_t size) {
    random_source random{1};
    std::string text;
    while (text.size() < size / 3) {
        for (auto letters = random.between(2, 10); letters != 0; --letters)
            text.append("\xD0").append(1, static_cast<char>(0xB0 + random.below(16)));
        text.append(random.chance(15) ? ".\n" : " \xE2\x80\x94 ");
    }
    text.append(".\n"); // white space at the very end would be dropped
    encode_quoted(made, ending, text);
}

} // namespace bench

#endif

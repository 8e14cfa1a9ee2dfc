#ifndef FOLDWISE_BENCH_VALUES_HPP
#define FOLDWISE_BENCH_VALUES_HPP

// Values of fields, as written after the colon, and encoded texts.

#include "corpus.hpp"

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

/// ` a@b`, ` Jane Doe <a@b>`, ` "Doe, Jane" <a@b>`. Counts the address and its name.
inline std::string named_address(random_source& random, tally& put) {
    auto const where = address(random);
    ++put.count;
    put.octets += where.size();
    if (random.chance(40)) return " " + where;
    auto const first = words(random, random.between(4, 10));
    auto const second = words(random, random.between(4, 10));
    if (random.chance(60)) {
        put.octets += first.size() + 1 + second.size();
        return joined({" ", first, " ", second, " <", where, ">"});
    }
    put.octets += first.size() + 2 + second.size();
    return joined({" \"", first, ", ", second, "\" <", where, ">"});
}

/// Lists of 1 to 8 addresses, some of them folded: about 100,000 in 16 MiB.
inline void make_addresses(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, [](random_source& random, tally& put) {
        auto value = named_address(random, put);
        for (auto more = random.below(8); more != 0; --more)
            value.append(random.chance(40) ? ",\n" : ",").append(named_address(random, put));
        return value;
    });
}

/// Dates in the most common form, with a comment, and with the zone in letters.
inline void make_dates(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, [](random_source& random, tally& put) {
        auto const sent = dated(random);
        ++put.count;
        put.octets += static_cast<std::size_t>(sent.seconds);
        auto value = " " + sent.text;
        if (value.ends_with("+0000") && random.chance(50))
            value.replace(value.size() - 5, 5, "GMT");
        else if (random.chance(20))
            value.append(" (CET)");
        return value;
    });
}

/// Counts the values and the lengths of from, by and for (of `<a@b>`, the address).
inline void make_received(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, [&](random_source& random, tally& put) {
        auto const from = host(random);
        auto const by = host(random);
        auto const to = address(random);
        auto const when = dated(random);
        ++put.count;
        made.put.date_seconds += when.seconds;
        put.octets += from.size() + by.size() + to.size() + static_cast<std::size_t>(when.seconds);
        return joined({" from ", from, " (", host(random), " [", ip_address(random), "])\n\tby ",
                       by, " (Postfix) with ESMTPS id ", base64(random, 11), "\n\tfor <", to, ">; ",
                       when.text});
    });
}

/// Counts the methods, and the lengths of their names and results.
inline void make_results(corpus& made, newline ending, std::size_t size) {
    make_values(made, ending, size, [](random_source& random, tally& put) {
        put += {3, std::string_view{"dkimpassspfpassdmarcnone"}.size()};
        return results_value(random, " ");
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

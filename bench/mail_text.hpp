#ifndef FOLDWISE_BENCH_MAIL_TEXT_HPP
#define FOLDWISE_BENCH_MAIL_TEXT_HPP

// The material of generated mail: words, addresses, dates, base64, and the values of the longer
// fields. A value starts directly after the colon and has a line feed at each fold.

#include "encode.hpp"
#include "random.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace bench {

/// Joins the parts. Elements of a braced list are evaluated in order. Operands of + are not, so
/// two of them must not both take random numbers.
inline std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (auto const part : parts) text.append(part);
    return text;
}

inline std::string_view word(random_source& random) {
    static constexpr std::string_view words[] = {
        "a",       "the",      "of",       "to",     "and",    "in",     "that",    "is",
        "it",      "for",      "with",     "on",     "this",   "be",     "as",      "are",
        "not",     "message",  "patch",    "list",   "header", "server", "build",   "release",
        "folding", "line",     "which",    "would",  "should", "there",  "because", "version",
        "I",       "we",       "you",      "they",   "think",  "see",    "test",    "again",
        "about",   "question", "mailbox",  "reader", "thread", "reply",  "problem", "change",
        "today",   "without",  "somebody", "either", "or",     "but",    "so",      "works",
    };
    return random.one_of(words);
}

/// Words separated by blanks, `size` octets or slightly more.
inline std::string words(random_source& random, std::size_t size) {
    std::string text{word(random)};
    while (text.size() < size) text.append(" ").append(word(random));
    return text;
}

inline std::string host(random_source& random) {
    static constexpr std::string_view names[] = {"mail",  "mx",  "smtp-out", "lists",
                                                 "relay", "mx2", "in-7",     "host"};
    static constexpr std::string_view domains[] = {".example.org", ".example.net", ".example.com",
                                                   ".sample.example"};
    return joined({random.one_of(names), random.one_of(domains)});
}

inline std::string address(random_source& random) {
    static constexpr std::string_view people[] = {"foe",     "doe.jane", "roe",   "bugs+list",
                                                  "someone", "announce", "devel", "a.b.carter"};
    return joined({random.one_of(people), "@", host(random)});
}

inline std::string ip_address(random_source& random) {
    return "192.0.2." + std::to_string(random.below(256));
}

/// A random number from `least` to `most`, in two digits.
inline std::string two_digits(random_source& random, std::size_t least, std::size_t most) {
    auto const number = random.between(least, most);
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

/// "10:00:00"
inline std::string time_of_day(random_source& random) {
    return joined({two_digits(random, 0, 23), ":", two_digits(random, 0, 59), ":",
                   two_digits(random, 0, 59)});
}

inline constexpr std::string_view weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
inline constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// A date as text and as a number.
struct dated_text {
    std::string text;
    std::int64_t seconds; ///< since 1970, UTC
};
struct decoded_size {
    std::string text;
    std::size_t octets;
};

/// A number in two digits.
inline std::string two_digits(std::size_t number) {
    return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

/// "Mon, 15 Dec 2014 10:00:00 +0100", with the correct day of the week.
inline dated_text dated(random_source& random) {
    struct zone {
        std::string_view text;
        int minutes;
    };
    static constexpr zone zones[] = {
        {" +0000", 0}, {" +0100", 60}, {" -0500", -300}, {" +0530", 330}};
    auto const year = random.between(2000, 2029);
    auto const month = random.below(12);
    auto const day = random.between(1, 28);
    auto const second = random.below(86400);
    auto const& zone = zones[random.below(4)];
    std::chrono::sys_days const days{std::chrono::year{static_cast<int>(year)} /
                                     static_cast<int>(month + 1) / static_cast<int>(day)};
    return {joined({weekdays[std::chrono::weekday{days}.iso_encoding() - 1], ", ", two_digits(day),
                    " ", months[month], " 20", two_digits(year), " ", two_digits(second / 3600),
                    ":", two_digits(second / 60 % 60), ":", two_digits(second % 60), zone.text}),
            std::int64_t{days.time_since_epoch().count()} * 86400 +
                static_cast<std::int64_t>(second) - zone.minutes * 60};
}
inline std::string date(random_source& random) { return dated(random).text; }

/// "Mon Dec 15 10:00:00 2014", as asctime writes a date, with a random day of the week.
inline std::string asctime_date(random_source& random) {
    return joined({random.one_of(weekdays), " ", random.one_of(months), " ",
                   two_digits(random, 10, 28), " ", time_of_day(random), " 20",
                   two_digits(random, 0, 29)});
}

/// `size` octets of base64.
inline std::string base64(random_source& random, std::size_t size) {
    std::string text(size, '\0');
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (i % 10 == 0) bits = random.next();
        text[i] = base64_digits[static_cast<std::size_t>(bits & 63)];
        bits >>= 6;
    }
    return text;
}

/// Words that are not ASCII, in UTF-8.
inline std::string utf8_words(random_source& random, std::size_t size) {
    static constexpr std::string_view words[] = {
        "caf\xC3\xA9",
        "\xC3\xBC"
        "ber",
        "Stra\xC3\x9F"
        "e",
        "ma\xC3\xB1"
        "ana",
        "\xC3\xA9t\xC3\xA9",
        "fa\xC3\xA7"
        "ade",
        "Gr\xC3\xBC\xC3\x9F"
        "e",
        "list",
    };
    std::string text{random.one_of(words)};
    while (text.size() < size) text.append(" ").append(random.one_of(words));
    return text;
}

/// "<20141215.xyz@mail.example.org>"
inline std::string message_id(random_source& random) {
    auto text = "<" + std::to_string(random.between(20000101, 20291231)) + ".";
    for (auto octets = random.between(10, 24); octets != 0; --octets)
        text += static_cast<char>('a' + random.below(26));
    return text.append("@").append(host(random)).append(">");
}

/// `count` octets of base64 in lines of 72, with a fold between two lines.
inline std::string folded_base64(random_source& random, std::size_t count) {
    auto text = base64(random, count);
    for (auto at = (count - 1) / 72 * 72; at != 0; at -= 72) text.insert(at, "\n\t ");
    return text;
}

inline std::string signature_value(random_source& random, std::string_view start) {
    return joined({start, " a=rsa-sha256; c=relaxed/relaxed;\n\td=", host(random),
                   "; s=", word(random), "; t=1418637600;\n\tbh=", base64(random, 43),
                   "=;\n\th=From:To:Subject:Date:Message-ID:List-Id;\n\tb=",
                   folded_base64(random, 342), "=="});
}

inline std::string results_value(random_source& random, std::string_view start) {
    return joined({start, host(random), ";\n       dkim=pass header.i=@", host(random),
                   " header.s=s1 header.b=", base64(random, 8), ";\n       spf=pass (",
                   host(random), ": designates ", ip_address(random),
                   " as permitted)\n         smtp.mailfrom=", address(random),
                   ";\n       dmarc=none"});
}

inline std::string received_value(random_source& random) {
    return joined({" from ", host(random), " (", host(random), " [", ip_address(random),
                   "])\n\tby ", host(random), " (Postfix) with ESMTPS id ", base64(random, 11),
                   "\n\tfor <", address(random), ">; ", date(random)});
}

/// A list of 1 to `most` addresses, with a fold between two.
template <class Item>
std::string folded_list(random_source& random, std::size_t most, std::string_view comma,
                        Item item) {
    auto text = item(random);
    for (auto more = random.below(most); more != 0; --more)
        text.append(comma).append("\n ").append(item(random));
    return text;
}

/// A Subject, and the same text unfolded, trimmed and decoded.
inline decoded_size subject_value(random_source& random) {
    decoded_size subject{"", 0};
    if (random.chance(10)) {
        auto const text = utf8_words(random, 30);
        subject.text = joined({"\n ", to_b_word("utf-8", text)});
        subject.octets = text.size() + 1; // and the blank after it
    }
    auto rest = joined({random.chance(60) ? "Re: [list] " : "[list] ", words(random, 30)});
    if (random.chance(30)) rest.append("\n ").append(words(random, 20));
    subject.octets += rest.size() - (rest.find('\n') != std::string::npos ? 1u : 0u);
    subject.text.append(" ").append(rest);
    return subject;
}

} // namespace bench

#endif

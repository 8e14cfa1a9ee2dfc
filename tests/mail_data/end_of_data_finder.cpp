#include <foldwise/mail_data/end_of_data_finder.hpp>

#include "../support.hpp"

#include <array>
#include <utility>

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::end_of_data_finder;
using foldwise::line_ending;
using namespace std::string_view_literals;

struct near_miss {
    std::size_t offset;
    std::size_t length;
    friend constexpr bool operator==(near_miss const&, near_miss const&) = default;
};

/// What a finder says about some data: the near misses, and the end.
class findings {
  public:
    constexpr void operator()(diagnostic const& problem) {
        REQUIRE_TRUE(problem.code == diagnostic_code::end_of_data_near_miss);
        add({problem.offset, problem.length});
    }
    constexpr void add(near_miss const& found) {
        if (count == misses.size())
            test::failed(__FILE__, __LINE__, "too many near misses");
        else
            misses[count++] = found;
    }
    friend constexpr bool operator==(findings const&, findings const&) = default;

    std::array<near_miss, 16> misses{};
    std::size_t count = 0;
    std::size_t size = 0;      // of the data, with its end
    std::size_t text_size = 0; // of the data, without its end
    bool is_ended = false;
};

/// `next_size(left)` says how many octets the next chunk has, if `left` octets are left.
template <class F>
constexpr findings found_in(std::string_view bytes, line_ending ending, F next_size) {
    findings found;
    end_of_data_finder finder{ending};
    while (!bytes.empty()) {
        auto const chunk = bytes.substr(0, next_size(bytes.size()));
        auto const used = finder.feed(chunk, found);
        REQUIRE_TRUE(used == chunk.size() || finder.found());
        bytes.remove_prefix(chunk.size());
        if (!finder.found()) continue;
        REQUIRE_TRUE(finder.feed("\r\n.\r\n", found) == 0);
        break;
    }
    finder.finish(found);
    found.size = finder.size();
    found.text_size = finder.text_size();
    found.is_ended = finder.found();
    return found;
}

constexpr std::size_t one_by_one(std::size_t) { return 1; }

constexpr findings found_in(std::string_view bytes, line_ending ending = line_ending::crlf) {
    return found_in(bytes, ending, [](std::size_t left) { return left; });
}

struct data_row {
    std::string_view from;
    std::string_view data; // after the CRLF of the DATA command
    std::size_t size;      // up to and including the end of the data; 0 if it has no end
    std::array<near_miss, 3> misses{};
};

// Item by item: every form in which a server is known to have ended a message (SMTP smuggling,
// CVE-2023-51764, -51765, -51766), and those of the programs that test servers for it.
constexpr data_row data_table[] = {
    {"RFC 5321 section 4.1.1.4", "a\r\n.\r\n", 6},
    {"RFC 5321 section 4.1.1.4, no mail data", ".\r\n", 3},
    {"RFC 5321 section 4.1.1.4, the next command follows", "a\r\n.\r\nQUIT\r\n", 6},
    {"the first of two ends", "a\r\n.\r\n.\r\n", 6},
    {"RFC 5321 section 4.5.2, a dot that was doubled", "a\r\n..\r\n.\r\n", 10},
    {"RFC 5321 section 4.5.2, at the start", "..\r\n.\r\n", 7},
    {"no end", "a\r\n.b\r\n", 0},
    {"no end: cut off", "a\r\n.", 0},
    {"a dot at the end of a line", "a.\r\n.\r\n", 7},
    {"an empty line before the end", "a\r\n\r\n.\r\n", 8},
    {"a bare CR before the end", "a\r\r\n.\r\n", 7},
    {"NUL before the end", "a\0\r\n.\r\n"sv, 7},

    // The names are what precedes and what follows the dot.
    {"LF LF", "a\n.\nb\r\n.\r\n", 10, {{{1, 3}}}},
    {"LF CRLF: Postfix, Sendmail, Exim", "a\n.\r\nb\r\n.\r\n", 11, {{{1, 4}}}},
    {"LF CR", "a\n.\rb\r\n.\r\n", 10, {{{1, 3}}}},
    {"CR CR: Cisco, which turned each CR into CRLF", "a\r.\rb\r\n.\r\n", 10, {{{1, 3}}}},
    {"CR LF", "a\r.\nb\r\n.\r\n", 10, {{{1, 3}}}},
    {"CR CRLF", "a\r.\r\nb\r\n.\r\n", 11, {{{1, 4}}}},
    {"CRLF LF", "a\r\n.\nb\r\n.\r\n", 11, {{{1, 4}}}},
    {"CRLF CR", "a\r\n.\rb\r\n.\r\n", 11, {{{1, 4}}}},
    {"CRCRLF CRCRLF: Postfix, which read CR CR LF as one line ending",
     "a\r\r\n.\r\r\nb",
     0,
     {{{1, 7}}}},
    {"CRLF CRCRLF", "a\r\n.\r\r\nb", 0, {{{1, 6}}}},
    {"CRCR CRCR", "a\r\r.\r\rb", 0, {{{2, 4}}}},
    {"LFCR LFCR", "a\n\r.\n\rb", 0, {{{2, 3}}}},
    {"LFLF CRLF", "a\n\n.\r\nb", 0, {{{2, 4}}}},
    {"CRLF, NUL, CRLF", "a\r\n\0.\r\nb"sv, 0, {{{1, 6}}}},
    {"CRLF CRLF, NUL after the dot", "a\r\n.\0\r\nb"sv, 0, {{{1, 6}}}},
    {"CRLF CR, NUL before the dot", "a\r\n\0.\rb"sv, 0, {{{1, 5}}}},
    {"CRLF LF, NUL before the dot", "a\r\n\0.\nb"sv, 0, {{{1, 5}}}},
    {"NUL in the CRLF before the dot", "a\r\0\n.\r\nb"sv, 0, {{{1, 6}}}},
    {"NUL in the CRLF after the dot", "a\r\n.\r\0\nb"sv, 0, {{{1, 6}}}},
    {"NUL after a CR that ends a near miss", "a\n.\r\0b"sv, 0, {{{1, 3}}}},
    {"NUL alone is no line ending", "a\0.\r\nb\r\n.\0b"sv, 0},
    {"CRLF, blanks after the dot, CRLF", "a\r\n. \t\r\nb", 0, {{{1, 7}}}},
    {"LF, a blank after the dot, LF", "a\n. \nb", 0, {{{1, 4}}}},
    {"a blank before the dot is text", "a\r\n .\r\nb", 0},

    {"LF at the start", ".\nb", 0, {{{0, 2}}}},
    {"CR at the start", ".\rb", 0, {{{0, 2}}}},
    {"NUL at the start", "\0.\r\nb"sv, 0, {{{0, 4}}}},
    {"an LF at the start precedes the dot", "\n.\r\nb", 0, {{{0, 4}}}},
    {"a CRLF at the start precedes the end", "\r\n.\r\n", 5},

    {"two that share an LF", "a\n.\n.\nb", 0, {{{1, 3}, {3, 3}}}},
    {"two that share a CR", "a\r.\r.\rb", 0, {{{1, 3}, {3, 3}}}},
    {"a near miss whose CRLF precedes the end", "a\n.\r\n.\r\n", 8, {{{1, 4}}}},
    {"a near miss whose LF precedes another one", "a\r\n.\n.\r\n", 0, {{{1, 4}, {4, 4}}}},
    {"CR CR: the second belongs to the next one", "a\r.\r\r.\rb", 0, {{{1, 4}, {4, 3}}}},
    {"a CR that ends the input", "a\r\n.\r", 0, {{{1, 4}}}},
    {"a CR and NUL that end the input", "a\r\n.\r\0"sv, 0, {{{1, 4}}}},
    {"a dot before text", "a\n.b\r.b\r\n.b\n..\nb", 0},
    {"CR CR and text between", "a\r.\r \n.b", 0, {{{1, 3}}}},
    {"a near miss after the end is part of the next command", "a\r\n.\r\n\n.\n", 6},
};

constexpr bool table_of_mail_data() {
    for (auto const& row : data_table) {
        auto const found = found_in(row.data);
        bool const is_ended = row.size != 0;
        REQUIRE_SAME(row.from, found.is_ended, is_ended);
        REQUIRE_SAME(row.from, found.size, is_ended ? row.size : row.data.size());
        REQUIRE_SAME(row.from, found.text_size, is_ended ? row.size - 3 : row.data.size());
        std::size_t count = 0;
        for (auto const& [offset, length] : row.misses) {
            if (length == 0) break;
            REQUIRE_SAME(row.from, found.misses[count].offset, offset);
            REQUIRE_SAME(row.from, found.misses[count].length, length);
            ++count;
        }
        REQUIRE_SAME(row.from, found.count, count);
        auto const one = found_in(row.data, line_ending::crlf, one_by_one);
        REQUIRE_SAME(row.from, one == found, true);
    }
    return true;
}
CASE("end_of_data_finder: the end, and each near miss", table_of_mail_data)

constexpr data_row recorded_table[] = {
    {"LF LF", "a\n.\nb", 4},
    {"LF at the start", ".\nb", 2},
    {"no end", "a\n..\nb", 0},
    {"CR LF", "a\r.\nb", 0, {{{1, 3}}}},
    {"LF CR", "a\n.\rb", 0, {{{1, 3}}}},
    {"LF CRLF", "a\n.\r\nb", 0, {{{1, 4}}}},
    {"CRLF LF", "a\r\n.\nb", 0, {{{1, 4}}}},
    {"LF, a blank, LF", "a\n. \nb", 0, {{{1, 4}}}},
    {"LF, NUL, LF", "a\n\0.\nb"sv, 0, {{{1, 4}}}},
};

constexpr bool table_of_recorded_data() {
    for (auto const& row : recorded_table) {
        auto const found = found_in(row.data, line_ending::lf);
        REQUIRE_SAME(row.from, found.is_ended, row.size != 0);
        if (found.is_ended) REQUIRE_SAME(row.from, found.text_size, row.size - 2);
        if (found.is_ended) REQUIRE_SAME(row.from, found.size, row.size);
        REQUIRE_SAME(row.from, found.count, row.misses[0].length == 0 ? 0u : 1u);
        REQUIRE_SAME(row.from, found.misses[0] == row.misses[0], true);
    }
    return true;
}
CASE("end_of_data_finder: in recorded data, an LF may stand for a CRLF", table_of_recorded_data)

/// Finds the same by the definitions, with all of the data at hand. NULs are skipped first.
constexpr findings plainly_found_in(std::string_view bytes) {
    findings found;
    found.size = found.text_size = bytes.size();
    std::array<std::size_t, 16> at{}; // where each octet of `text` is in `bytes`
    test::text_buffer buffer;
    std::size_t count = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] != '\0') {
            at[count++] = i;
            buffer.append(bytes[i]);
        }
    std::string_view const text{buffer};
    auto const is = [text](std::size_t i, char octet) {
        return i < text.size() && text[i] == octet;
    };
    for (std::size_t dot = 0; dot < text.size(); ++dot) {
        if (text[dot] != '.') continue;
        auto first = dot;
        if (dot != 0) {
            if (!is(dot - 1, '\r') && !is(dot - 1, '\n')) continue;
            --first;
            while (is(dot - 1, '\n') && first != 0 && is(first - 1, '\r')) --first;
        }
        auto end = dot + 1;
        while (is(end, ' ') || is(end, '\t')) ++end;
        if (!is(end, '\r') && !is(end, '\n')) continue;
        while (is(end, '\r')) ++end;
        if (is(end, '\n')) ++end;
        auto const from = dot == 0 ? 0 : at[first];
        auto const to = at[end - 1] + 1;
        auto const octets = bytes.substr(0, to);
        if (octets == ".\r\n" || octets.ends_with("\r\n.\r\n")) {
            found.is_ended = true;
            found.size = to;
            found.text_size = to - 3;
            return found;
        }
        found.add({from, to - from});
    }
    return found;
}

constexpr bool agrees_for(std::string_view bytes) {
    auto const wanted = plainly_found_in(bytes);
    auto const found = found_in(bytes);
    if (!REQUIRE_SAME(bytes, found == wanted, true)) return false;
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
        bool is_first = true;
        auto const in_two = found_in(bytes, line_ending::crlf, [&](std::size_t left) {
            return std::exchange(is_first, false) ? cut : left;
        });
        if (!REQUIRE_SAME(bytes, in_two == wanted, true)) return false;
    }
    auto const one = found_in(bytes, line_ending::crlf, one_by_one);
    return REQUIRE_SAME(bytes, one == wanted, true);
}

constexpr bool short_data_agrees() { return test::for_each_string("\r\n.\0 "sv, 3, agrees_for); }
CASE("end_of_data_finder: every chunking of short data agrees with the definitions",
     short_data_agrees)
TEST_CASE("end_of_data_finder: every chunking of longer data agrees with the definitions") {
    CHECK(test::for_each_string("\r\n.\0 "sv, 7, agrees_for));
    CHECK(test::for_each_string("\r\n."sv, 9, agrees_for));
}

// Long chunks, which are searched many octets at a time.
TEST_CASE("end_of_data_finder: it is found at each place of long chunks") {
    for (std::size_t at = 0; at < 300; ++at)
        for (auto const& row : data_table) {
            if (row.data.front() != 'a') continue;
            auto const bytes = std::string(at, 'x').append(row.data);
            auto wanted = found_in(row.data);
            wanted.size += at;
            wanted.text_size += at;
            for (std::size_t i = 0; i < wanted.count; ++i) wanted.misses[i].offset += at;
            for (std::size_t const size : {7u, 64u, 1000u}) {
                auto const found =
                    found_in(bytes, line_ending::crlf, [size](std::size_t) { return size; });
                if (!REQUIRE_SAME(row.from, found == wanted, true)) return;
            }
        }
}

} // namespace

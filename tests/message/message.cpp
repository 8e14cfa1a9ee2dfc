#include <foldwise/message/message.hpp>

#include "../support.hpp"

namespace {

using foldwise::find_header_end;
using foldwise::message;

static_assert(std::is_trivially_copyable_v<message>);
static_assert(!std::is_constructible_v<message, std::string>);
static_assert(std::is_constructible_v<message, std::string const&>);
static_assert(!std::is_convertible_v<std::string_view, message>);
static_assert(noexcept(message{test::some_octets}.header()) &&
              noexcept(message{test::some_octets}.separator()));
static_assert(noexcept(message{test::some_octets}.body()) &&
              noexcept(message{test::some_octets}.raw()));
static_assert(noexcept(message{test::some_octets}.offset_of(test::some_octets)) &&
              noexcept(message{test::some_octets}));

struct message_row {
    std::string_view from;
    std::string_view header; // lines end with LF; a second case replaces it with CRLF
    std::string_view separator;
    std::string_view body;
    std::size_t fields;
    std::string_view names; // each followed by a comma
};

constexpr message_row message_table[] = {
    {"RFC 5322 section 2.1", "Subject: hello\n", "\n", "Hello, world!\n", 1, "Subject,"},
    {"RFC 5322 section 2.1, no body", "From: a\nTo: b\n", "", "", 2, "From,To,"},
    {"an empty body", "From: a\n", "\n", "", 1, "From,"},
    {"nothing", "", "", "", 0, ""},
    {"only an empty line", "", "\n", "", 0, ""},
    {"no fields", "", "\n", "body\n\nmore", 0, ""},
    {"no fields, a body that starts with an empty line", "", "\n", "\nbody", 0, ""},
    {"the first empty line ends the header", "A: b\n", "\n", "\nC: d\n\n", 1, "A,"},
    {"no final line ending", "A: b", "", "", 1, "A,"},
    {"no final line ending in the body", "A: b\n", "\n", "body", 1, "A,"},
    {"RFC 5322 section 2.2.3, a folded field", "A: b\n c\nD: e\n", "\n", "x", 2, "A,D,"},
    {"RFC 5322 section 4.2, a line of white space only does not end it", "A: b\n \n\t\nC: d\n",
     "\n", "x", 2, "A,C,"},
    {"a line of white space only before the empty line", "A: b\n \t \n", "\n", "x", 1, "A,"},
    {"a body that starts with white space", "A: b\n", "\n", " x\n", 1, "A,"},
    {"DESIGN section 3, bad lines lose no field", "A: b\nbad\n\xFF\nC: d\n:e\nF: g\n", "\n", "x", 6,
     "A,,,C,,F,"},
    {"DESIGN section 3, a bad line does not start the body", "bad\nA: b\n", "\n", "x", 2, ",A,"},
    {"DESIGN section 3, a From line first is a field without a name",
     "From foe@sample.net Mon Dec 15 10:00:00 2014\nFrom: a\n", "\n", "x", 2, ",From,"},
    {"DESIGN section 3, a continuation at the very start", " x: y\nA: b\n", "\n", "x", 2, ",A,"},
    {"white space only at the very start", " \nA: b\n", "\n", "x", 2, ",A,"},
    {"DESIGN section 3, NUL is data", {"A: \0\n\0\n", 7}, "\n", {"\0\n", 2}, 2, "A,,"},
    {"a line of NUL only is not empty", {"\0\n", 2}, "\n", "x", 1, ","},
    {"white space before the colon, RFC 5322 section 4.5", "A : b\n", "\n", "x", 1, "A,"},
};

constexpr void check(message_row const& row, std::string_view header, std::string_view separator,
                     std::string_view body) {
    test::text_buffer whole;
    for (auto const part : {header, separator, body}) whole.append(part);
    std::string_view const bytes{whole};

    message const m{bytes};
    REQUIRE_SAME(row.from, m.raw(), bytes);
    REQUIRE_SAME(row.from, m.header().raw(), header);
    REQUIRE_SAME(row.from, m.separator(), separator);
    REQUIRE_SAME(row.from, m.body(), body);

    std::size_t fields = 0;
    std::size_t offset = 0;
    test::text_buffer names;
    for (auto const f : m.header()) {
        REQUIRE_SAME(row.from, m.offset_of(f.raw()), offset);
        REQUIRE_SAME(row.from, m.offset_of(f.raw_value()),
                     f.has_name() ? bytes.find(':', offset) + 1 : offset);
        offset += f.raw().size();
        names.append(f.name());
        names.append(',');
        ++fields;
    }
    REQUIRE_SAME(row.from, fields, row.fields);
    REQUIRE_SAME(row.from, std::string_view{names}, row.names);
    REQUIRE_SAME(row.from, m.offset_of(m.separator()), offset);
    REQUIRE_SAME(row.from, m.offset_of(m.body()), offset + separator.size());
    REQUIRE_SAME(row.from, m.offset_of(m.raw()), 0u);
}

constexpr bool table_of_messages() {
    for (auto const& row : message_table) check(row, row.header, row.separator, row.body);
    return true;
}
CASE("message: header section, separator and body, joined, are the message", table_of_messages)

constexpr bool table_of_messages_with_crlf() {
    for (auto const& row : message_table)
        check(row, test::with_crlf(row.header), test::with_crlf(row.separator),
              test::with_crlf(row.body));
    return true;
}
CASE("message: header section, separator and body, joined, are the message, with CRLF",
     table_of_messages_with_crlf)

// DESIGN section 3: a CR is part of a line ending directly before LF, and data elsewhere.
constexpr message_row cr_table[] = {
    {"CR alone", "\r", "", "", 1, ","},
    {"CR at the end of the header", "A: b\n\r", "", "", 2, "A,,"},
    {"LF and CR", "", "\n", "\r", 0, ""},
    {"LF, CR, LF", "", "\n", "\r\n", 0, ""},
    {"two CR and LF are no empty line", "\r\r\n", "", "", 1, ","},
    {"CR CR LF between fields", "A: b\r\n\r\r\nC: d\r\n", "\r\n", "x", 3, "A,,C,"},
    {"a bare CR ends no line", "A: b\rC: d\r\r\n", "\r\n", "x\r", 1, "A,"},
    {"a line that starts with CR", "A: b\n\rC: d\n", "\n", "x", 2, "A,,"},
    {"CR and white space are no empty line", "A: b\n\r \n", "\n", "x", 2, "A,,"},
    {"LF ends the lines, CRLF is the separator", "A: b\n", "\r\n", "x", 1, "A,"},
    {"CRLF ends the lines, LF is the separator", "A: b\r\n", "\n", "x", 1, "A,"},
    {"the separator is one empty line, not two", "A: b\r\n", "\r\n", "\r\n", 1, "A,"},
};

constexpr bool table_of_carriage_returns() {
    for (auto const& row : cr_table) check(row, row.header, row.separator, row.body);
    return true;
}
CASE("message: a CR that ends no line is data", table_of_carriage_returns)

constexpr bool no_message_is_nothing() {
    message const m;
    REQUIRE_TRUE(m.raw().empty() && m.header().empty() && m.separator().empty());
    REQUIRE_TRUE(m.body().empty() && m.header().begin() == m.header().end());
    REQUIRE_SAME("nothing", m.offset_of(m.body()), 0u);
    return true;
}
CASE("message: a default message is empty", no_message_is_nothing)

/// The size of the header section by the rule of DESIGN section 3, found line by line.
constexpr std::size_t header_size_of(std::string_view bytes) {
    std::size_t start = 0; // of the line
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\n') continue;
        if (i == start || (i == start + 1 && bytes[start] == '\r')) return start;
        start = i + 1;
    }
    return bytes.size();
}

constexpr bool every_message_is_lossless(std::size_t longest) {
    return test::for_each_string("\n\r a:", longest, [](std::string_view bytes) {
        message const m{bytes};
        auto const header = m.header().raw();
        auto const separator = bytes.substr(header.size(), m.separator().size());
        if (!REQUIRE_SAME(bytes, header, bytes.substr(0, header_size_of(bytes)))) return false;
        if (!REQUIRE_SAME(bytes, m.separator(), separator)) return false;
        if (!REQUIRE_SAME(bytes, separator.empty(), header.size() == bytes.size())) return false;
        if (!REQUIRE_SAME(bytes, separator == "\r\n" || separator == "\n" || separator == "", true))
            return false;
        if (!REQUIRE_SAME(bytes, m.body(), bytes.substr(header.size() + separator.size())))
            return false;
        std::size_t offset = 0;
        for (auto const f : m.header()) {
            if (!REQUIRE_SAME(bytes, m.offset_of(f.raw()), offset)) return false;
            // A field starts at a line that does not start with white space, or at the very start.
            bool const starts = offset == 0 || (bytes[offset - 1] == '\n' && bytes[offset] != ' ');
            if (!REQUIRE_SAME(bytes, starts, true)) return false;
            for (std::size_t i = 1; i < f.raw().size(); ++i)
                if (f.raw()[i - 1] == '\n' && !REQUIRE_SAME(bytes, f.raw()[i], ' ')) return false;
            offset += f.raw().size();
        }
        return REQUIRE_SAME(bytes, offset, header.size());
    });
}
constexpr bool short_messages_are_lossless() { return every_message_is_lossless(2); }
CASE("message: no octet is lost", short_messages_are_lossless)
TEST_CASE("message: no octet is lost, longer messages") { CHECK(every_message_is_lossless(7)); }

constexpr bool a_known_end_of_the_header_is_taken() {
    for (std::string_view const bytes : {"A: b\n\nc\n\n", "A: b\r\n\r\nc", "\nc", "A: b\n", ""}) {
        message const searched{bytes};
        message const known{bytes, find_header_end(bytes)};
        REQUIRE_SAME(bytes, known.header().raw(), searched.header().raw());
        REQUIRE_SAME(bytes, known.separator(), searched.separator());
        REQUIRE_SAME(bytes, known.body(), searched.body());
    }
    return true;
}
CASE("message: a known end of the header section is used", a_known_end_of_the_header_is_taken)

} // namespace

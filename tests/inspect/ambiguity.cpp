#include <foldwise/inspect/ambiguity.hpp>

#include "../support.hpp"

#include <string>
#include <type_traits>

namespace {

using foldwise::ambiguity_of;
using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::message;

struct reading_row {
    std::string_view from;
    std::string_view bytes; // the octets of the diagnostic are in braces
    diagnostic_code code;
    std::string_view first;
    std::string_view second;
};

using namespace std::literals::string_view_literals;

constexpr reading_row header_table[] = {
    {"a CR in a value", "A: b{\r}C: d\nE: f\n\n", diagnostic_code::bare_cr, "A: bC: d\n", "C: d\n"},
    {"an LF among CRLF", "A: b{\n}C: d\r\nE: f\r\n\r\n", diagnostic_code::bare_lf, "C: d\n",
     "A: b\nC: d\n"},
    {"a NUL", "A: b{\0}c\nD: e\n\n"sv, diagnostic_code::nul, "A: b\0c\n"sv, "A: b"},
    {"a line without colon", "A: b\n{no colon\n}C: d\n\nbody", diagnostic_code::field_without_name,
     "no colon\nC: d\n", "no colon\nC: d\n\nbody"},
    {"white space before the colon", "A: b\nFrom{ }: c\n\n", diagnostic_code::space_before_colon,
     "From", "From "},
    {"a blank line that starts with a space", "A: b\n{ \n}C: d\n\nbody",
     diagnostic_code::blank_continuation, "A: b\n \n", "C: d\n\nbody"},
    {"a byte order mark", "{\xEF\xBB\xBF}From: a\n\n", diagnostic_code::byte_order_mark,
     "From: a\n",
     "\xEF\xBB\xBF"
     "From: a\n"},
    {"two From fields", "From: a\nTo: b\n{from: c\n}\n", diagnostic_code::field_duplicate,
     "From: a\n", "from: c\n"},
    {"two ARC seals of a set",
     "ARC-Seal: i=2; b=a\nARC-Seal: i=1; b=b\nX: y\n{ARC-Seal: i=1; b=c\n}\n",
     diagnostic_code::arc_set_duplicate, "ARC-Seal: i=1; b=b\n", "ARC-Seal: i=1; b=c\n"},
    {"a field that was added", "{Subject: a\n}X: y\nSubject: b\n\n",
     diagnostic_code::dkim_shown_field_added, "Subject: b\n", "Subject: a\n"},
};

constexpr reading_row value_table[] = {
    {"a comment after the type", "Content-Type: a/b{(c)}; d=e\n\n",
     diagnostic_code::content_type_comment, "(c)", " a/b(c)"},
    {"a malformed parameter", "Content-Type: a/b; {x:y=1}; c=d\n\n",
     diagnostic_code::parameter_malformed, "x:y=1", "; c=d"},
    {"an address in text", "From: {a <b c@d.example}\n\n", diagnostic_code::address_malformed,
     "a <b c@d.example", "c@d.example"},
    {"text that holds no address", "From: {a b}\n\n", diagnostic_code::address_malformed, "a b",
     "a b"},
    {"a name that holds an address", "From: {x a@b.example }<c@d.example>\n\n",
     diagnostic_code::display_name_malformed, "c@d.example", "a@b.example"},
    {"a quoted name that is an address", "From: {\"a@b.example\"} <c@d.example>\n\n",
     diagnostic_code::display_name_address, "c@d.example", "\"a@b.example\""},
    {"with a comma", "From: e@f.example, {\"a@b.example,\"} <c@d.example>\n\n",
     diagnostic_code::display_name_address, "c@d.example", "\"a@b.example,\""},
    {"in angle brackets", "From: {\"<a@b.example>\"}\n <c@d.example>\n\n",
     diagnostic_code::display_name_address, "c@d.example", "\"<a@b.example>\""},
    {"a comment before the address", "From: ({a@b.example}) c@d.example\n\n",
     diagnostic_code::display_name_address, "c@d.example", "a@b.example"},
    {"a comment after the address", "From: <c@d.example> ({a@b.example})\n\n",
     diagnostic_code::display_name_address, "c@d.example", "a@b.example"},
    {"two forms of a file name",
     "Content-Disposition: attachment; {filename=b.exe};\n filename*=utf-8''a.txt\n\n",
     diagnostic_code::parameter_forms_differ, "filename*=utf-8''a.txt", "filename=b.exe"},
    {"a name and a filename",
     "Content-Type: a/b; {name=b.exe}\nContent-Disposition: inline; filename=a.txt\n\n",
     diagnostic_code::file_names_differ, "filename=a.txt", "name=b.exe"},
    {"a name and an empty filename",
     "Content-Type: a/b; name*0=b; name*1=c\nContent-Disposition: inline; {filename=\"\"}\n\n",
     diagnostic_code::file_names_differ, "name*0=b", "filename=\"\""},
    {"sections and a plain form", "Content-Type: a/b; name*0=a; name*1=c; {name=b}\n\n",
     diagnostic_code::parameter_forms_differ, "name*0=a", "name=b"},
    {"two boundaries", "Content-Type: multipart/mixed; boundary=a; {boundary=b}\n\n",
     diagnostic_code::parameter_duplicate, " multipart/mixed; boundary=a; ", "boundary=b"},
    {"text after the encoding", "Content-Transfer-Encoding: base64{ x}\n\n",
     diagnostic_code::transfer_encoding_text_after, " x", " base64 x"},
};

constexpr reading_row body_table[] = {
    {"a boundary in sections",
     "Content-Type: multipart/mixed; {boundary*0=a}; boundary*1=b\n\n--ab\n\nx\n--ab--\n",
     diagnostic_code::boundary_extended, "boundary*0=a", "--ab\n\nx\n--ab--\n"},
    {"base64 after padding", "Content-Transfer-Encoding: base64\n\nYQ=={Yg==\n}",
     diagnostic_code::base64_after_padding, "Yg==\n", "YQ=="},
    {"a multipart in base64", "{Content-Type: multipart/mixed; boundary=b\n}\n--b\n\na\n--b--\nend",
     diagnostic_code::multipart_encoded, "--b\n\na\n--b--\nend", "--b\n\na\n--b--\nend"},
    {"a message in base64, in a part",
     "Content-Type: multipart/mixed; boundary=b\n\n--b\n{Content-Type: message/rfc822\n}"
     "Content-Transfer-Encoding: base64\n\nQTogYg==\n--b--\n",
     diagnostic_code::message_encoded, "QTogYg==", "QTogYg=="},
    {"two fields of a part",
     "Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\nSubject: c\n{Subject: d\n}\n"
     "\n--b--\n",
     diagnostic_code::field_duplicate, "Subject: c\n", "Subject: d\n"},
    {"a name and a filename of a part",
     "Content-Type: multipart/mixed; boundary=b; name=x\nContent-Disposition: inline; filename=y\n"
     "\n--b\nContent-Disposition: inline; filename=a\nContent-Type: a/b; {name=c}\n\nd\n--b--\n",
     diagnostic_code::file_names_differ, "filename=a", "name=c"},
    {"text after a delimiter",
     "Content-Type: multipart/mixed; boundary=b\n\n--b\n\na\n{--bc}\n\nd\n--b--\nend",
     diagnostic_code::delimiter_with_text, "--bc", "\n\nd"},
    {"no empty line before the first part",
     "Content-Type: multipart/mixed; boundary=b\n{--b}\nA: b\n\nc\n--b--\n",
     diagnostic_code::header_ended_by_delimiter, "--b\nA: b\n\nc\n--b--\n", "--b\nA: b\n"},
    {"two fields of a report, in the same group",
     "Content-Type: message/delivery-status\n\nAction: a\n\nAction: b\n{Action: c\n}",
     diagnostic_code::report_field_duplicate, "Action: b\n", "Action: c\n"},
};

/// The octets without their CR.
constexpr test::text_buffer without_cr(std::string_view octets) {
    test::text_buffer text;
    for (char const octet : octets)
        if (octet != '\r') text.append(octet);
    return text;
}

constexpr void check_row(reading_row const& row, std::string_view marked) {
    auto const first = marked.find('{');
    auto const last = marked.find('}');
    test::text_buffer bytes;
    bytes.append(marked.substr(0, first));
    bytes.append(marked.substr(first + 1, last - first - 1));
    bytes.append(marked.substr(last + 1));
    message const m{std::string_view{bytes}};
    diagnostic const problem{row.code, first, last - first - 1};
    auto const found = ambiguity_of(m, problem);
    REQUIRE_TRUE(found.has_value());
    REQUIRE_TRUE(found->problem() == problem);
    auto const octets = [&](foldwise::reading const& one) {
        return without_cr(m.raw().substr(one.offset, one.length));
    };
    REQUIRE_SAME(row.from, std::string_view{octets(found->first())}, row.first);
    REQUIRE_SAME(row.from, std::string_view{octets(found->second())}, row.second);
    REQUIRE_TRUE(!found->first().text.empty() && !found->second().text.empty());
}

template <auto const& table>
constexpr bool each_row_has_its_readings() {
    for (auto const& row : table)
        test::with_both_line_endings(row.bytes, [&](auto const marked) { check_row(row, marked); });
    return true;
}
CASE("ambiguity: both readings of a place in a header section",
     each_row_has_its_readings<header_table>)
CASE("ambiguity: both readings of a place in a value", each_row_has_its_readings<value_table>)
CASE("ambiguity: both readings of a place in a body", each_row_has_its_readings<body_table>)

constexpr bool what_is_not_ambiguous_has_no_readings() {
    message const m{"From: a\nFrom: b\n\n"};
    using enum diagnostic_code;
    REQUIRE_TRUE(!ambiguity_of(m, {field_missing, 0, 0}));    // a note
    REQUIRE_TRUE(!ambiguity_of(m, {smtp_line_ending, 0, 1})); // not of a message
    REQUIRE_TRUE(!ambiguity_of(m, {field_duplicate, 8, 10})); // beyond the message
    REQUIRE_TRUE(!ambiguity_of(m, {field_duplicate, 18, 0}));
    REQUIRE_TRUE(ambiguity_of(m, {field_duplicate, 8, 8}).has_value());
    REQUIRE_TRUE(ambiguity_of(message{}, {address_malformed, 0, 0}).has_value());
    return true;
}
CASE("ambiguity: no readings of other diagnostics", what_is_not_ambiguous_has_no_readings)

constexpr bool the_example_is_true() {
    message const m{"From: a@b.example\nFrom: c@d.example\n\n"};
    auto const found = ambiguity_of(m, {diagnostic_code::field_duplicate, 18, 18});
    REQUIRE_TRUE(found->first().offset == 0 && found->first().length == 18);
    REQUIRE_TRUE(found->second().offset == 18 && found->second().length == 18);
    std::size_t readers = 0;
    for (auto const each : found->second().readers)
        readers += !each.name.empty() && !each.source.empty();
    REQUIRE_TRUE(readers != 0);
    return true;
}
CASE("ambiguity: the example in the doc comment", the_example_is_true)

/// What a client sends after DATA.
constexpr reading_row data_table[] = {
    {"SMTP smuggling: LF . LF", "a{\n.\n}b\r\n.\r\n", diagnostic_code::end_of_data_near_miss,
     "\n.\n", "b\r\n"},
    {"SMTP smuggling: LF . CRLF", "a{\n.\r\n}MAIL FROM:<b@c>\r\nd\r\n.\r\n",
     diagnostic_code::end_of_data_near_miss, "\n.\r\n", "MAIL FROM:<b@c>\r\nd\r\n"},
    {"SMTP smuggling: CR . CR", "a{\r.\r}b\r\n.\r\n", diagnostic_code::end_of_data_near_miss,
     "\r.\r", "b\r\n"},
    {"SMTP smuggling: CRLF . LF", "a{\r\n.\n}b\r\n.\r\n", diagnostic_code::end_of_data_near_miss,
     "\r\n.\n", "b\r\n"},
    {"a near miss, and the end of the data", "a{\n.\r\n}.\r\n",
     diagnostic_code::end_of_data_near_miss, "\n.\r\n", ""},
    {"a near miss at the end of what was sent", "a{\r\n.\r}",
     diagnostic_code::end_of_data_near_miss, "\r\n.\r", ""},
    {"an LF alone", "a\r\nb{\n}c\r\nd\r\n.\r\n", diagnostic_code::data_bare_lf, "b\nc\r\n",
     "c\r\n"},
    {"a CR alone", "a\r\nb{\r}c\r\nd\r\n.\r\n", diagnostic_code::bare_cr, "b\rc\r\n", "c\r\n"},
};

/// The text without its braces, and the octets between them.
struct marked {
    test::text_buffer text;
    std::size_t offset;
    std::size_t length;

    explicit constexpr marked(std::string_view with_marks)
        : offset{with_marks.find('{')}, length{with_marks.find('}') - offset - 1} {
        text.append(with_marks.substr(0, offset));
        text.append(with_marks.substr(offset + 1, length));
        text.append(with_marks.substr(offset + length + 2));
    }
    constexpr std::string_view octets_of(foldwise::reading const& one) const {
        return std::string_view{text}.substr(one.offset, one.length);
    }
};

constexpr bool mail_data_has_readings() {
    for (auto const& row : data_table) {
        marked const bytes{row.bytes};
        foldwise::mail_data const data{std::string_view{bytes.text}};
        diagnostic const wanted{row.code, bytes.offset, bytes.length};
        std::size_t count = 0; // it is reported
        data.diagnose([&](diagnostic const& problem) { count += problem == wanted ? 1u : 0u; });
        REQUIRE_SAME(row.from, count, std::size_t{1});
        auto const found = ambiguity_of(data, wanted);
        REQUIRE_TRUE(found.has_value());
        REQUIRE_SAME(row.from, bytes.octets_of(found->first()), row.first);
        REQUIRE_SAME(row.from, bytes.octets_of(found->second()), row.second);
        bool const is_near_miss = row.code == diagnostic_code::end_of_data_near_miss;
        REQUIRE_SAME(row.from, found->first().readers.empty(),
                     !is_near_miss && row.code != diagnostic_code::bare_cr);
        REQUIRE_TRUE(!is_near_miss || !found->second().readers.empty());
    }
    foldwise::mail_data const data{"a\n.\nb\r\n.\r\nQUIT\r\n"};
    using enum diagnostic_code;
    REQUIRE_TRUE(!ambiguity_of(data, {end_of_data_near_miss, 0, 11})); // beyond the data
    REQUIRE_TRUE(!ambiguity_of(data, {end_of_data_missing, 0, 0}));
    REQUIRE_TRUE(!ambiguity_of(data, {field_duplicate, 0, 1}));
    REQUIRE_TRUE(!ambiguity_of(message{data.raw()}, {end_of_data_near_miss, 1, 3}));
    return true;
}
CASE("ambiguity: both readings of mail data", mail_data_has_readings)

/// Recorded sessions.
constexpr reading_row session_table[] = {
    {"marks, CRLF",
     "C: DATA\r\nS: 354 go\r\nC: a\r\nC: b{\nC: .\r\n}C: MAIL FROM:<b@c>\r\nC: d\r\nC: .\r\n"
     "S: 250 ok\r\n",
     diagnostic_code::end_of_data_near_miss, "\nC: .\r\n", "C: MAIL FROM:<b@c>\r\nC: d\r\n"},
    {"a near miss before the end", "C: DATA\r\nS: 354 go\r\nC: a{\nC: .\r\n}C: .\r\nS: 250 ok\r\n",
     diagnostic_code::end_of_data_near_miss, "\nC: .\r\n", ""},
    {"a command with LF", "220 a\r\nHELO b\r\n250 a\r\nRCPT TO:<c@d>{\n}DATA\r\n250 a\r\n",
     diagnostic_code::smtp_line_ending, "RCPT TO:<c@d>\nDATA\r\n", "DATA\r\n"},
    {"a bad command", "C: {MAIL <a@b>}\nS: 250 ok\n", diagnostic_code::smtp_command_malformed,
     "MAIL <a@b>", "MAIL <a@b>"},
    {"an argument", "C: RSET {a}\nS: 250 ok\n", diagnostic_code::smtp_argument_ignored, "C: RSET ",
     "C: RSET a\n"},
    {"two parameters", "C: MAIL FROM:<> SIZE=1 {size=2}\nS: 250 ok\n",
     diagnostic_code::esmtp_parameter_duplicate, "SIZE=1", "size=2"},
    {"lines with LF", "S: 220 a\r\n{C: NOOP\n}C: QUIT\r\nS: 221 bye\r\n",
     diagnostic_code::transcript_line_ending, "C: NOOP\n", "C: NOOP\n"},
    {"a message without marks", "C: DATA\nS: 354 a\n{Subject: b\n}\nc\n.\nS: 250 ok\n",
     diagnostic_code::transcript_mark_missing, "Subject: b\n\nc\n", "Subject: b\n\nc\n"},
    {"a reply too many", "S: 220 a\nC: QUIT\nS: 221 bye\nS: {250} ok\n",
     diagnostic_code::transcript_reply_unexpected, "S: 250 ok\n", "S: 250 ok\n"},
    {"a reply too few", "C: NOOP\nC: NOOP\nC: NOOP\nS: {250 a\nS: 250 b\n}",
     diagnostic_code::transcript_reply_doubtful, "250 a\nS: 250 b\n", "250 a\nS: 250 b\n"},
    {"a reply with LF", "220 a\r\nHELO b\r\n250 a{\n}354 b\r\n", diagnostic_code::reply_bare_lf,
     "250 a\n354 b\r\n", "354 b\r\n"},
    {"two codes", "C: NOOP\nS: 250-a\nS: {251} b\n", diagnostic_code::reply_code_differs,
     "S: 251 b\n", "S: 251 b\n"},
    {"a contradiction", "C: NOOP\nS: 250 {5.1.1} a\n", diagnostic_code::reply_status_mismatch,
     "5.1.1", "5.1.1"},
};

/// What the replies of a session report, as smtp_reply and ehlo_reply.
constexpr reading_row reply_table[] = {
    {"two status codes", "C: NOOP\nS: 550-5.1.1 a\nS: 550 {5.7.1} b\n",
     diagnostic_code::reply_status_differs, "5.1.1", "5.7.1"},
    {"no last line", "C: NOOP\nS: 250-a\n{}C: QUIT\n", diagnostic_code::reply_not_complete,
     "S: 250-a\n", "C: QUIT\n"},
    {"an extension twice", "C: EHLO a\nS: 250-b\nS: 250-SIZE 1\nS: 250 {SIZE} 2\n",
     diagnostic_code::ehlo_keyword_duplicate, "SIZE 1", "SIZE 2"},
};

constexpr void readings_are_in(foldwise::transcript const& session, marked const& bytes,
                               reading_row const& row) {
    auto const found = ambiguity_of(session, {row.code, bytes.offset, bytes.length});
    REQUIRE_SAME(row.from, found.has_value(), true);
    REQUIRE_SAME(row.from, bytes.octets_of(found->first()), row.first);
    REQUIRE_SAME(row.from, bytes.octets_of(found->second()), row.second);
}

constexpr bool sessions_have_readings() {
    for (auto const& row : session_table) {
        marked const bytes{row.bytes};
        foldwise::transcript const session{std::string_view{bytes.text}};
        diagnostic const wanted{row.code, bytes.offset, bytes.length};
        std::size_t count = 0; // it is reported
        session.diagnose([&](diagnostic const& problem) { count += problem == wanted ? 1u : 0u; });
        REQUIRE_SAME(row.from, count, std::size_t{1});
        readings_are_in(session, bytes, row);
        bool const is_near_miss = row.code == diagnostic_code::end_of_data_near_miss;
        REQUIRE_TRUE(!is_near_miss || !ambiguity_of(session, wanted)->second().readers.empty());
    }
    foldwise::transcript const session{"C: DATA\n"};
    REQUIRE_TRUE(!ambiguity_of(session, {diagnostic_code::end_of_data_near_miss, 0, 9}));
    REQUIRE_TRUE(!ambiguity_of(session, {diagnostic_code::smtp_line_ending, 0, 9}));
    REQUIRE_TRUE(!ambiguity_of(session, {diagnostic_code::field_duplicate, 0, 1}));
    return true;
}
CASE("ambiguity: both readings of places in a session", sessions_have_readings)

constexpr bool replies_have_readings() {
    for (auto const& row : reply_table) {
        marked const bytes{row.bytes};
        readings_are_in(foldwise::transcript{std::string_view{bytes.text}}, bytes, row);
    }
    return true;
}
CASE("ambiguity: both readings of places in the replies of a session", replies_have_readings)

TEST_CASE("ambiguity: near misses that a session reports have readings inside of it") {
    for (auto const& row : data_table) {
        auto const bytes =
            std::string{"DATA\r\n354 go\r\n"}.append(std::string_view{marked{row.bytes}.text}) +
            "250 ok\r\n";
        foldwise::transcript const session{bytes};
        std::size_t count = 0;
        session.diagnose([&](diagnostic const& problem) {
            if (problem.code != diagnostic_code::end_of_data_near_miss) return;
            ++count;
            auto const found = ambiguity_of(session, problem);
            REQUIRE(found.has_value());
            CHECK(found->second().offset == problem.offset + problem.length);
            CHECK(found->second().offset + found->second().length <= bytes.size());
        });
        bool const is_near_miss = row.code == diagnostic_code::end_of_data_near_miss;
        REQUIRE_SAME(row.from, count != 0, is_near_miss);
    }
}

TEST_CASE("ambiguity: every range lies in the message, whatever the diagnostic is") {
    for (auto const& row : body_table)
        for (std::size_t first = 0; first <= row.bytes.size(); ++first)
            for (auto const& kind : foldwise::detail::ambiguity_rows) {
                message const m{row.bytes};
                auto const length = row.bytes.size() - first < 3 ? row.bytes.size() - first : 3;
                auto const found = ambiguity_of(m, {kind.code, first, length});
                REQUIRE(found.has_value());
                for (auto const& one : {found->first(), found->second()}) {
                    REQUIRE(one.offset <= m.raw().size());
                    REQUIRE(one.length <= m.raw().size() - one.offset);
                }
            }
}

static_assert(std::is_trivially_copyable_v<foldwise::ambiguity>);

} // namespace

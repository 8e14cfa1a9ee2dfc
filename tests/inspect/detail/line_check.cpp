#include <foldwise/inspect/detail/line_check.hpp>

#include "../inspection.hpp"

#include <string>
#include <string_view>

namespace {

using enum foldwise::diagnostic_code;
using namespace std::string_literals;
using namespace std::string_view_literals;

TEST_CASE("diagnose: the length of lines, RFC 5322 section 2.1.1") {
    std::string const x78(78, 'x');
    std::string const x998(998, 'x');
    auto const field = "A: " + x78.substr(3);
    test::check({
        {"78 characters", field + "\n\n" + x78 + "\n", {}},
        {"79",
         field + "x\n\n" + x78 + "x\n",
         {{line_over_78, field + "x"}, {line_over_78, x78 + "x"}}},
        {"only the first one in a header section or body",
         field + "x\n" + x78 + "y:\n\n" + x78 + "x\n" + x78 + "y\n",
         {{line_over_78, field + "x"}, {line_over_78, x78 + "x"}}},
        {"RFC 6532 section 3.4: 78 characters, not octets",
         "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n\xC3\xA9" +
             x78.substr(1) + "\n",
         {}},
        {"998 octets", "\n" + x998 + "\n", {{line_over_78, x998}}},
        {"999", "\n" + x998 + "x\n", {{line_too_long, x998 + "x"}}},
        {"each of them",
         "\n" + x998 + "x\n" + x998 + "y",
         {{line_too_long, x998 + "x"}, {line_too_long, x998 + "y"}}},
        {"octets, not characters",
         "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n\xC3\xA9" +
             x998.substr(1) + "\n",
         {{line_too_long, "\xC3\xA9" + x998.substr(1)}}},
        {"a folded field",
         "A: " + x998.substr(3) + "\n " + x998 + "\n\n",
         {{line_over_78, "A: " + x998.substr(3)}, {line_too_long, " " + x998}}},
        {"RFC 2045 section 6.8: base64 has a limit of its own",
         "Content-Transfer-Encoding: base64\n\n" + std::string(80, 'A') + "\n",
         {{encoded_line_too_long, std::string(80, 'A')}}},
        {"RFC 2045 section 6.2: binary data has no lines",
         "Content-Type: a/b\nContent-Transfer-Encoding: binary\n\n\r" + x998 + "x\0\n"s,
         {}},
    });
}

TEST_CASE("diagnose: CR and LF, RFC 5322 section 2.3") {
    test::check({
        {"a CR", "A: b\rc\n\nd\re", {{bare_cr, "\r"}, {bare_cr, "\r"}}},
        {"a run of CR before CRLF", "A: b\r\r\r\n\r\n", {{bare_cr, "\r\r"}}},
        {"only LF", "A: b\n\nc\n", {}},
        {"only CRLF", "A: b\r\n\r\nc\r\n", {}},
        {"LF in a body, the first one", "A: b\r\n\r\nc\nd\n", {{bare_lf, "\n"}}},
        {"of each body",
         "Content-Type: multipart/mixed; boundary=b\r\n\r\na\n"
         "\r\n--b\r\n\r\nc\nd\n\r\n--b--\r\n",
         {{bare_lf, "\n"}, {bare_lf, "\n"}}},
        {"CRLF in the body alone", "A: b\n\nc\r\nd\n", {}},
    });
}

TEST_CASE("diagnose: octets of header sections") {
    test::check({
        {"RFC 5322 section 4.1: NUL", "A: b\0\0c\0\n"sv, {{nul, "\0\0"sv}, {nul, "\0"sv}}},
        {"RFC 5322 section 4.1: control characters",
         "A: b\x01\x02 \x7F\n",
         {{control_character, "\x01\x02"}, {control_character, "\x7F"}}},
        {"a TAB is none", "A:\tb\n", {}},
        {"RFC 6532 section 3.2: UTF-8",
         "A: \xC3\xA9t\xC3\xA9 b\n",
         {{header_utf8, "\xC3\xA9t\xC3\xA9"}}},
        {"RFC 5322 section 2.2: anything else",
         "A: \xC3\xA9 \xE9 b\n",
         {{header_octet, "\xC3\xA9 \xE9"}}},
        {"of a part",
         "Content-Type: multipart/mixed; boundary=b\n\n--b\nA: \xE9\n\n--b--\n",
         {{header_octet, "\xE9"}}},
        {"a byte order mark is another problem",
         "\xEF\xBB\xBF"
         "A: b\n",
         {{byte_order_mark, "\xEF\xBB\xBF"}}},
    });
}

TEST_CASE("diagnose: octets of bodies") {
    test::check(
        {
            {"RFC 2045 section 2.7: 7bit",
             "Content-Transfer-Encoding: 7bit\n\na\xC3\xA9 \xC3\xA9\n",
             {{body_octet, "\xC3\xA9 \xC3\xA9"}}},
            {"RFC 2045 section 6.1: that is the default", "\n\xE9\n", {{body_octet, "\xE9"}}},
            {"RFC 2045 section 2.8: 8bit", "Content-Transfer-Encoding: 8bit\n\n\xC3\xA9\n", {}},
            {"RFC 2045 section 2.8: no NUL",
             "Content-Transfer-Encoding: 8bit\n\n\0\n"sv,
             {{nul, "\0"sv}}},
            {"control characters are allowed", "\n\x01\x7F\n", {}},
        },
        {from_missing, date_missing, message_id_missing, mime_version_missing, charset_undeclared,
         charset_octets_replaced});
}

TEST_CASE("diagnose: the first LF without CR in a header section with CRLF") {
    test::check({
        {"RFC 5322 section 2.3", "A: b\nC: d\r\nE: f\ng: h\n\r\n", {{bare_lf, "\n"}}},
        {"after a CRLF", "A: b\r\nC: d\n E: f\n\r\n", {{bare_lf, "\n"}}},
        {"at the start of a line", "A: b\r\n \n\n", {{blank_continuation, " \n"}, {bare_lf, "\n"}}},
        {"the separator and the body do not count", "A: b\n\r\nc\r\n", {}},
        {"nor does the separator here", "A: b\r\n\nc\r\n", {}},
        {"of an attached message",
         "Content-Type: message/rfc822\n\nA: b\r\nC: d\nE: f\r\n",
         {{bare_lf, "\n"}}},
    });
}

} // namespace

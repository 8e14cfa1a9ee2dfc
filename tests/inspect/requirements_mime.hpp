#ifndef FOLDWISE_TESTS_INSPECT_REQUIREMENTS_MIME_HPP
#define FOLDWISE_TESTS_INSPECT_REQUIREMENTS_MIME_HPP

#include "requirement.hpp"

namespace test {

using std::literals::string_view_literals::operator""sv;

/// What MIME: RFC 1847, 2045, 2046, 2047, 2183, 2231, 2387, 6522, 6532 and 6854 require of a
/// message.
inline constexpr requirement requirements_of_mime[] = {
    {"2045 2.6", "an encoding of 7bit goes with ASCII lines",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset=utf-8\n"
     "Content-Transfer-Encoding: {{7bit||8bit}}\n"
     "\n"
     "caf\xC3\xA9\n",
     foldwise::diagnostic_code::body_octet},
    {"2045 2.7", "7bit data has no NUL",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: 7bit\n"
     "\n"
     "a{{\0||b}}\n"sv,
     foldwise::diagnostic_code::nul},
    {"2045 2.7", "7bit data has lines of at most 998 octets",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: 7bit\n"
     "\n"
     "{{{999:x}||x}}\n",
     foldwise::diagnostic_code::line_too_long},
    {"2045 2.7", "7bit data has no CR alone",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: 7bit\n"
     "\n"
     "a{{\r||b}}c\n",
     foldwise::diagnostic_code::bare_cr},
    {"2045 2.8", "8bit data has no NUL",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "a{{\0||b}}\n"sv,
     foldwise::diagnostic_code::nul},
    {"2045 2.8", "8bit data has lines of at most 998 octets",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "{{{999:x}||x}}\n",
     foldwise::diagnostic_code::line_too_long},
    {"2045 2.8", "8bit data has no CR alone",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "a{{\r||b}}c\n",
     foldwise::diagnostic_code::bare_cr},
    {"2045 3", "the fields of MIME have the syntax of the RFC",
     "MIME-Version: 1.0\n"
     "Content-Type: {{text||text/plain}}\n",
     foldwise::diagnostic_code::content_type_malformed},
    {"2045 4", "a message with MIME has a MIME-Version field",
     "{{||MIME-Version: 1.0\n"
     "}}Content-Type: text/plain\n",
     foldwise::diagnostic_code::mime_version_missing},
    {"2045 4", "MIME-Version is there also if only a transfer encoding is",
     "{{||MIME-Version: 1.0\n"
     "}}Content-Transfer-Encoding: 7bit\n",
     foldwise::diagnostic_code::mime_version_missing},
    {"2045 4", "MIME-Version is two numbers with a dot", "MIME-Version: {{one||1.0}}\n",
     foldwise::diagnostic_code::mime_version_malformed},
    {"2045 4", "MIME-Version is not empty", "MIME-Version:{{|| 1.0}}\n",
     foldwise::diagnostic_code::mime_version_malformed},
    {"2045 4", "MIME-Version is 1.0", "MIME-Version: {{2||1}}.0\n",
     foldwise::diagnostic_code::mime_version_unknown},
    {"2045 4", "MIME-Version is 1.0, not 1.1", "MIME-Version: 1.{{1||0}}\n",
     foldwise::diagnostic_code::mime_version_unknown},
    {"2045 4", "nothing but comments is beside the version", "MIME-Version: 1.0{{ by A||(by A)}}\n",
     foldwise::diagnostic_code::mime_version_malformed},
    {"2045 4", "the version is not in quotes", "MIME-Version: {{\"1.0\"||1.0}}\n",
     foldwise::diagnostic_code::mime_version_malformed},
    {"2045 4", "an attached message with MIME has a MIME-Version field",
     "MIME-Version: 1.0\n"
     "Content-Type: message/rfc822\n"
     "\n"
     "From: foe@sample.net\n"
     "Date: Mon, 15 Dec 2014 10:00:00 +0000\n"
     "{{||MIME-Version: 1.0\n"
     "}}Content-Type: text/plain; charset=utf-8\n"
     "\n",
     foldwise::diagnostic_code::mime_version_missing},
    {"2045 4", "there is one MIME-Version field",
     "MIME-Version: 1.0\n"
     "{{MIME-Version: 1.0\n"
     "||}}",
     foldwise::diagnostic_code::field_duplicate},
    {"2045 3", "there is one Content-Type field",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain\n"
     "{{Content-Type: text/plain\n"
     "||}}",
     foldwise::diagnostic_code::field_duplicate},
    {"2045 3", "there is one Content-Transfer-Encoding field",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: 7bit\n"
     "{{Content-Transfer-Encoding: 7bit\n"
     "||}}",
     foldwise::diagnostic_code::field_duplicate},
    {"2045 3", "there is one Content-ID field",
     "MIME-Version: 1.0\n"
     "Content-ID: <1@sample.net>\n"
     "{{Content-ID: <1@sample.net>\n"
     "||}}",
     foldwise::diagnostic_code::field_duplicate},
    {"2045 3", "there is one Content-Description field",
     "MIME-Version: 1.0\n"
     "Content-Description: a\n"
     "{{Content-Description: a\n"
     "||}}",
     foldwise::diagnostic_code::field_duplicate},
    {"2183 2", "there is one Content-Disposition field",
     "MIME-Version: 1.0\n"
     "Content-Disposition: inline\n"
     "{{Content-Disposition: inline\n"
     "||}}",
     foldwise::diagnostic_code::field_duplicate},
    {"2045 5.1", "a type has a subtype",
     "MIME-Version: 1.0\n"
     "Content-Type: text{{||/plain}}\n",
     foldwise::diagnostic_code::content_type_malformed},
    {"2045 5.1", "a type is not empty",
     "MIME-Version: 1.0\n"
     "Content-Type: {{||text/plain}}\n",
     foldwise::diagnostic_code::content_type_malformed},
    {"2045 5.1", "a subtype is not empty",
     "MIME-Version: 1.0\n"
     "Content-Type: text/{{||plain}}\n",
     foldwise::diagnostic_code::content_type_malformed},
    {"2045 5.1", "a type is a token",
     "MIME-Version: 1.0\n"
     "Content-Type: te{{@||x}}t/plain\n",
     foldwise::diagnostic_code::content_type_malformed},
    {"2045 5.1", "a subtype is a token",
     "MIME-Version: 1.0\n"
     "Content-Type: text/pl{{@||a}}in\n",
     foldwise::diagnostic_code::content_type_text_after},
    {"2045 5.1", "a semicolon is before each parameter",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain{{||;}} charset=utf-8\n",
     foldwise::diagnostic_code::parameter_without_semicolon},
    {"2045 5.1", "a parameter has a name",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; {{||charset}}=utf-8\n",
     foldwise::diagnostic_code::parameter_malformed},
    {"2045 5.1", "a parameter has an equals sign",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset{{||=}}utf-8\n",
     foldwise::diagnostic_code::parameter_malformed},
    {"2045 5.1", "a parameter has a value",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset={{||utf-8}}\n",
     foldwise::diagnostic_code::parameter_value_empty},
    {"2045 5.1", "a value with special characters is in quotes",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name={{a@b||\"a@b\"}}\n",
     foldwise::diagnostic_code::parameter_value_unquoted},
    {"2045 5.1", "a value with a space is in quotes",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name={{a b||\"a b\"}}\n",
     foldwise::diagnostic_code::parameter_value_unquoted},
    {"2045 5.1", "a value with a slash is in quotes",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name={{a/b||\"a/b\"}}\n",
     foldwise::diagnostic_code::parameter_value_unquoted},
    {"2045 5.1", "a value with an equals sign is in quotes",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name={{a=b||\"a=b\"}}\n",
     foldwise::diagnostic_code::parameter_value_unquoted},
    {"2045 5.1", "a quoted value is closed",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name=\"a{{||\"}}\n",
     foldwise::diagnostic_code::parameter_not_closed},
    {"2045 5.1", "nothing follows a quoted value",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name=\"a\"{{b||}}\n",
     foldwise::diagnostic_code::parameter_text_after_value},
    {"2045 5.1", "no semicolon at the end",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name=a{{;||}}\n",
     foldwise::diagnostic_code::parameter_empty},
    {"2045 5.1", "a parameter occurs once",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name=a; {{name||other}}=a\n",
     foldwise::diagnostic_code::parameter_repeated},
    {"2045 5.1", "a parameter has one value",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name=a; {{name||other}}=b\n",
     foldwise::diagnostic_code::parameter_duplicate},
    {"2045 5.1", "a value is ASCII",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name=\"caf{{\xC3\xA9||e}}\"\n",
     foldwise::diagnostic_code::header_utf8},
    {"2045 5.1", "a name is ASCII",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; nam{{\xC3\xA9||e}}=a\n",
     foldwise::diagnostic_code::parameter_malformed},
    {"2045 5.1", "a backslash is before a quote or backslash only",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset=\"{{\\||}}us-ascii\"\n",
     foldwise::diagnostic_code::parameter_quoted_pair},
    {"2045 5.1", "white space beside the equals sign is not in the grammar",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset{{ ||}}=utf-8\n",
     foldwise::diagnostic_code::parameter_white_space},
    {"2045 5.1", "new types are registered or start with X-",
     not_reported{"Which types are registered changes; foldwise has no list of them."}},
    {"2045 6.1", "a transfer encoding is a word",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: {{||7bit}}\n",
     foldwise::diagnostic_code::transfer_encoding_malformed},
    {"2045 6.1", "a transfer encoding is not in quotes",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: {{\"7bit\"||7bit}}\n",
     foldwise::diagnostic_code::transfer_encoding_quoted},
    {"2045 6.1", "nothing but comments is after the encoding",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: 7bit{{; a=b|| (a)}}\n",
     foldwise::diagnostic_code::transfer_encoding_text_after},
    {"2045 6.1", "an encoding is one of five",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: {{9bit||8bit}}\n",
     foldwise::diagnostic_code::transfer_encoding_unknown},
    {"2045 6.2", "the encoding is declared if the body has octets above 127",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset=utf-8\n"
     "{{||Content-Transfer-Encoding: 8bit\n"
     "}}\n"
     "caf\xC3\xA9\n",
     foldwise::diagnostic_code::body_octet},
    {"2045 6.3", "uuencode is not an encoding of MIME",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: {{x-uuencode||base64}}\n"
     "\n"
     "{{begin 644 a\n"
     "#0V%T\n"
     "`\n"
     "end||Q2F0}}\n",
     foldwise::diagnostic_code::transfer_encoding_uuencode},
    {"2045 6.4", "a multipart is not in base64",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "Content-Transfer-Encoding: {{base64||7bit}}\n"
     "\n"
     "--b\n"
     "\n"
     "a\n"
     "--b--\n",
     foldwise::diagnostic_code::multipart_encoded},
    {"2045 6.4", "an attached message is not in base64",
     "MIME-Version: 1.0\n"
     "Content-Type: message/rfc822\n"
     "Content-Transfer-Encoding: {{base64||7bit}}\n"
     "\n"
     "From: foe@sample.net\n"
     "Date: Mon, 15 Dec 2014 10:00:00 +0000\n"
     "\n",
     foldwise::diagnostic_code::message_encoded},
    {"2045 6.4", "a multipart is not in quoted-printable",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "Content-Transfer-Encoding: {{quoted-printable||7bit}}\n"
     "\n"
     "--b\n"
     "\n"
     "a\n"
     "--b--\n",
     foldwise::diagnostic_code::multipart_encoded},
    {"2045 6.4", "an attached message is not in quoted-printable",
     "MIME-Version: 1.0\n"
     "Content-Type: message/rfc822\n"
     "Content-Transfer-Encoding: {{quoted-printable||7bit}}\n"
     "\n"
     "From: foe@sample.net\n"
     "Date: Mon, 15 Dec 2014 10:00:00 +0000\n"
     "\n",
     foldwise::diagnostic_code::message_encoded},
    {"2045 6.4", "a multipart in 7bit has no part in 8bit",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "Content-Transfer-Encoding: {{7bit||8bit}}\n"
     "\n"
     "--b\n"
     "Content-Type: text/plain; charset=utf-8\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "caf\xC3\xA9\n"
     "--b--\n",
     foldwise::diagnostic_code::part_encoding_wider},
    {"2045 6.4", "a multipart in 8bit has no part in binary",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "Content-Transfer-Encoding: {{8bit||binary}}\n"
     "\n"
     "--b\n"
     "Content-Type: text/plain; charset=utf-8\n"
     "Content-Transfer-Encoding: binary\n"
     "\n"
     "caf\xC3\xA9\n"
     "--b--\n",
     foldwise::diagnostic_code::part_encoding_wider},
    {"2045 6.4", "a multipart that declares nothing has no part in 8bit",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "{{||Content-Transfer-Encoding: 8bit\n"
     "}}\n"
     "--b\n"
     "Content-Type: text/plain; charset=utf-8\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "caf\xC3\xA9\n"
     "--b--\n",
     foldwise::diagnostic_code::part_encoding_wider},
    {"2045 6.4", "an attached message in 7bit has no body in 8bit",
     "MIME-Version: 1.0\n"
     "Content-Type: message/rfc822\n"
     "Content-Transfer-Encoding: {{7bit||8bit}}\n"
     "\n"
     "From: foe@sample.net\n"
     "Date: Mon, 15 Dec 2014 10:00:00 +0000\n"
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset=utf-8\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "caf\xC3\xA9\n",
     foldwise::diagnostic_code::part_encoding_wider},
    {"2045 6.7 (1)", "an equals sign has two hexadecimal digits after it",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: quoted-printable\n"
     "\n"
     "a={{4||41}}\n",
     foldwise::diagnostic_code::qp_escape_malformed},
    {"2045 6.7 (1)", "hexadecimal digits are in upper case",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: quoted-printable\n"
     "\n"
     "a={{3d||3D}}\n",
     foldwise::diagnostic_code::qp_escape_lower_case},
    {"2045 6.7 (2)", "octets above 127 are encoded",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: quoted-printable\n"
     "\n"
     "caf{{\xE9||=E9}}\n",
     foldwise::diagnostic_code::qp_octet},
    {"2045 6.7 (1)", "control characters are encoded",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: quoted-printable\n"
     "\n"
     "a{{\x01||=01}}\n",
     foldwise::diagnostic_code::qp_octet},
    {"2045 6.7 (3)", "no space at the end of a line",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: quoted-printable\n"
     "\n"
     "a{{ ||=20}}\n",
     foldwise::diagnostic_code::qp_white_space},
    {"2045 6.7 (3)", "no TAB at the end of a line",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: quoted-printable\n"
     "\n"
     "a{{\t||=09}}\n",
     foldwise::diagnostic_code::qp_white_space},
    {"2045 6.7 (5)", "a line has at most 76 characters",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: quoted-printable\n"
     "\n"
     "{{{77:x}||{76:x}}}\n",
     foldwise::diagnostic_code::encoded_line_too_long},
    {"2045 6.7 (5)", "a soft line break is not the last thing",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: quoted-printable\n"
     "\n"
     "a{{=||}}",
     foldwise::diagnostic_code::qp_soft_break_at_end},
    {"2045 6.7 (4)", "CR alone is encoded",
     "MIME-Version: 1.0\n"
     "Content-Transfer-Encoding: quoted-printable\n"
     "\n"
     "a{{\r||=0D}}b\n",
     foldwise::diagnostic_code::bare_cr},
    {"2045 6.8", "base64 has only characters of its alphabet",
     "MIME-Version: 1.0\n"
     "Content-Type: application/octet-stream\n"
     "Content-Transfer-Encoding: base64\n"
     "\n"
     "Y2{{!||}}F0\n",
     foldwise::diagnostic_code::base64_octet},
    {"2045 6.8", "a line has at most 76 characters",
     "MIME-Version: 1.0\n"
     "Content-Type: application/octet-stream\n"
     "Content-Transfer-Encoding: base64\n"
     "\n"
     "{{{20:YWFh}||{19:YWFh}}}\n",
     foldwise::diagnostic_code::encoded_line_too_long},
    {"2045 6.8", "the last group is padded",
     "MIME-Version: 1.0\n"
     "Content-Type: application/octet-stream\n"
     "Content-Transfer-Encoding: base64\n"
     "\n"
     "YQ{{||==}}\n",
     foldwise::diagnostic_code::base64_truncated},
    {"2045 6.8", "there is no more padding than needed",
     "MIME-Version: 1.0\n"
     "Content-Type: application/octet-stream\n"
     "Content-Transfer-Encoding: base64\n"
     "\n"
     "YWFh{{=||}}\n",
     foldwise::diagnostic_code::base64_padding},
    {"2045 6.8", "nothing follows the padding",
     "MIME-Version: 1.0\n"
     "Content-Type: application/octet-stream\n"
     "Content-Transfer-Encoding: base64\n"
     "\n"
     "YQ=={{YQ==||}}\n",
     foldwise::diagnostic_code::base64_after_padding},
    {"2045 6.8", "a group has at least two characters",
     "MIME-Version: 1.0\n"
     "Content-Type: application/octet-stream\n"
     "Content-Transfer-Encoding: base64\n"
     "\n"
     "YWFh{{Y||}}\n",
     foldwise::diagnostic_code::base64_truncated},
    {"2045 6.8", "the bits that are left over are zero",
     "MIME-Version: 1.0\n"
     "Content-Type: application/octet-stream\n"
     "Content-Transfer-Encoding: base64\n"
     "\n"
     "Y{{R||Q}}==\n",
     foldwise::diagnostic_code::base64_left_over_bits},
    {"2045 7", "a Content-ID has an identifier in angle brackets",
     "MIME-Version: 1.0\n"
     "Content-ID: {{1@sample.net||<1@sample.net>}}\n",
     foldwise::diagnostic_code::message_id_without_brackets},
    {"2045 7", "a Content-ID is not empty",
     "MIME-Version: 1.0\n"
     "Content-ID:{{|| <1@sample.net>}}\n",
     foldwise::diagnostic_code::value_empty},
    {"2045 7", "a Content-ID has one identifier",
     "MIME-Version: 1.0\n"
     "Content-ID: <1@sample.net>{{ <2@sample.net>||}}\n",
     foldwise::diagnostic_code::message_id_duplicate},
    {"2045 7", "a Content-ID is unique", not_reported{"That takes all other messages."}},
    {"2045 8", "a Content-Description is free text", not_reported{"Every text is allowed."}},
    {"2045 9", "a field about content starts with Content-",
     not_reported{"Other fields of a part are allowed, and mean nothing (RFC 2046 section 5.1)."}},
    {"2046 4.1.2", "a charset is registered",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset={{utf8mb4||utf-8}}\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "caf\xC3\xA9\n",
     foldwise::diagnostic_code::charset_label_unregistered},
    {"2046 4.1.2", "a charset is known, or starts with X-",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset={{nonsense||utf-8}}\n"
     "\n"
     "caf\xC3\xA9\n",
     foldwise::diagnostic_code::charset_undeclared},
    {"2046 4.1.2", "ASCII is not the name of a charset: US-ASCII is",
     not_reported{"Every program knows the label, and reads it alike."}},
    {"2046 4.1.2", "text beyond ASCII declares its charset",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain{{||; charset=utf-8}}\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "caf\xC3\xA9\n",
     foldwise::diagnostic_code::charset_undeclared},
    {"2046 4.1.2", "text in US-ASCII has no octet above 127",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset={{us-ascii||utf-8}}\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "caf\xC3\xA9\n",
     foldwise::diagnostic_code::charset_undeclared},
    {"2046 4.1.2", "text has only what its charset has",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; charset=utf-8\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "caf{{\xE9||\xC3\xA9}}\n",
     foldwise::diagnostic_code::charset_octets_replaced},
    {"2046 4.1.2", "the charset that holds the text and is the most common should be used",
     not_reported{"It is a statement about what might have been written."}},
    {"2046 4.1.1", "CR and LF in text are line breaks only, also when encoded",
     not_reported{
         "Programs of some systems write CR alone as a line break; foldwise shows it as it is."}},
    {"2046 4.1.4", "a text is plain or of a subtype that is known",
     "MIME-Version: 1.0\n"
     "Content-Type: text/{{x-new||plain}}\n"
     "\n"
     "a\n",
     foldwise::diagnostic_code::text_subtype_unknown},
    {"2046 4.2 to 4.5", "image, audio, video and application have data of their type",
     not_reported{"foldwise does not read the data of media types."}},
    {"2046 5.1", "a multipart has a boundary",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed{{||; boundary=b}}\n"
     "\n"
     "--b\n"
     "\n"
     "one\n"
     "--b--\n",
     foldwise::diagnostic_code::boundary_missing},
    {"2046 5.1", "a multipart has a part",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n"
     "{{||--b\n"
     "\n"
     "}}one\n"
     "--b--\n",
     foldwise::diagnostic_code::multipart_without_part},
    {"2046 5.1", "an empty line is before the body of a part",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n"
     "--b\n"
     "{{||\n"
     "}}one\n"
     "--b--\n",
     foldwise::diagnostic_code::field_without_name},
    {"2046 5.1", "an attached message is not a part with its own fields",
     not_reported{"Other fields of a part are allowed, and mean nothing."}},
    {"2046 5.1.1", "a boundary is not empty",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=\"{{||b}}\"\n"
     "\n"
     "--{{||b}}\n"
     "\n"
     "one\n"
     "--{{||b}}--\n",
     foldwise::diagnostic_code::boundary_missing},
    {"2046 5.1.1", "a boundary has at most 70 characters",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary={{{71:b}||b}}\n"
     "\n"
     "--{{{71:b}||b}}\n"
     "\n"
     "one\n"
     "--{{{71:b}||b}}--\n",
     foldwise::diagnostic_code::boundary_malformed},
    {"2046 5.1.1", "a boundary has only certain characters",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=\"b{{!||'}}\"\n"
     "\n"
     "--b{{!||'}}\n"
     "\n"
     "one\n"
     "--b{{!||'}}--\n",
     foldwise::diagnostic_code::boundary_malformed},
    {"2046 5.1.1", "a boundary does not end with a space",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=\"b{{ ||}}\"\n"
     "\n"
     "--b{{ ||}}\n"
     "\n"
     "one\n"
     "--b{{ ||}}--\n",
     foldwise::diagnostic_code::boundary_malformed},
    {"2046 5.1.1", "a boundary with special characters is in quotes",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary={{b:b||\"b:b\"}}\n"
     "\n"
     "--b:b\n"
     "\n"
     "one\n"
     "--b:b--\n",
     foldwise::diagnostic_code::parameter_value_unquoted},
    {"2046 5.1.1", "a close delimiter ends a multipart",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n"
     "--b\n"
     "\n"
     "one\n"
     "{{||--b--\n"
     "}}",
     foldwise::diagnostic_code::multipart_not_closed},
    {"2046 5.1.1", "no part follows the close delimiter",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n"
     "--b\n"
     "\n"
     "one\n"
     "--b--\n"
     "{{--b\n"
     "\n"
     "two\n"
     "||}}",
     foldwise::diagnostic_code::delimiter_after_close},
    {"2046 5.1.1", "a delimiter line has only white space after the boundary",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n"
     "--b\n"
     "\n"
     "one\n"
     "--b{{x||}}\n"
     "\n"
     "two\n"
     "--b--\n",
     foldwise::diagnostic_code::delimiter_with_text},
    {"2046 5.1.1", "a delimiter line should have no white space: it is for gateways",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n"
     "--b\n"
     "\n"
     "one\n"
     "--b{{ ||}}\n"
     "\n"
     "two\n"
     "--b--\n",
     foldwise::diagnostic_code::delimiter_white_space},
    {"2046 5.1.1", "an empty line is between the header of a multipart and its first delimiter",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "{{||\n"
     "}}--b\n"
     "\n"
     "one\n"
     "--b--\n",
     foldwise::diagnostic_code::header_ended_by_delimiter},
    {"2046 5.1.1", "a preamble should be left blank",
     not_reported{"A preamble is allowed, and ignored."}},
    {"2046 5.1.2", "the boundary of an inner multipart differs",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n"
     "--b\n"
     "Content-Type: multipart/mixed; boundary={{b||c}}\n"
     "\n"
     "--{{b||c}}\n"
     "\n"
     "one\n"
     "--{{b||c}}--\n"
     "--b--\n",
     foldwise::diagnostic_code::boundary_not_unique},
    {"2046 5.1.2", "the boundary of an inner multipart does not start with the outer one",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n"
     "--b\n"
     "Content-Type: multipart/mixed; boundary={{b2||c}}\n"
     "\n"
     "--{{b2||c}}\n"
     "\n"
     "one\n"
     "--{{b2||c}}--\n"
     "--b--\n",
     foldwise::diagnostic_code::boundary_not_unique},
    {"2046 5.1.4", "the parts of an alternative are in order of faithfulness",
     not_reported{"Which one is the most faithful is a judgement."}},
    {"2046 5.1.5", "the parts of a digest are messages",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/digest; boundary=b\n"
     "\n"
     "--b\n"
     "\n"
     "{{one||From: foe@sample.net\n"
     "Date: Mon, 15 Dec 2014 10:00:00 +0000\n"
     "\n"
     "one}}\n"
     "--b--\n",
     foldwise::diagnostic_code::field_without_name},
    {"2046 5.1.5", "a text in a digest is in the multipart around it",
     not_reported{"It is advice on where to put a text, and every part may have any type."}},
    {"2046 5.2.1", "an attached message has From, Subject or Date",
     "MIME-Version: 1.0\n"
     "Content-Type: message/rfc822\n"
     "\n"
     "{{To: a@example.org||Subject: a}}\n"
     "\n"
     "b\n",
     foldwise::diagnostic_code::message_fields_missing},
    {"2046 5.2.1", "an attached message is in 7bit, 8bit or binary",
     "MIME-Version: 1.0\n"
     "Content-Type: message/rfc822\n"
     "Content-Transfer-Encoding: {{base64||7bit}}\n"
     "\n"
     "Subject: a\n"
     "\n"
     "b\n",
     foldwise::diagnostic_code::message_encoded},
    {"2046 5.2.1", "an attached message is not a mailbox file",
     "MIME-Version: 1.0\n"
     "Content-Type: message/rfc822\n"
     "\n"
     "{{From a@example.org Mon Dec 15 10:00:00 2014\n"
     "||}}Subject: a\n"
     "\n"
     "b\n",
     foldwise::diagnostic_code::mbox_from_line},
    {"2046 5.2.2", "a message/partial is in 7bit",
     "MIME-Version: 1.0\n"
     "Content-Type: message/partial; id=\"1@a\"; number=1; total=2\n"
     "Content-Transfer-Encoding: {{8bit||7bit}}\n"
     "\n"
     "Subject: a\n"
     "\n"
     "b\n",
     foldwise::diagnostic_code::message_encoding_forbidden},
    {"2046 5.2.2", "a message/partial has an id",
     "MIME-Version: 1.0\n"
     "Content-Type: message/partial{{||; id=\"1@a\"}}; number=1; total=2\n"
     "\n"
     "Subject: a\n"
     "\n"
     "b\n",
     foldwise::diagnostic_code::message_parameter_missing},
    {"2046 5.2.2", "a message/partial has a number",
     "MIME-Version: 1.0\n"
     "Content-Type: message/partial; id=\"1@a\"{{||; number=1}}; total=2\n"
     "\n"
     "Subject: a\n"
     "\n"
     "b\n",
     foldwise::diagnostic_code::message_parameter_missing},
    {"2046 5.2.2", "the number of a message/partial is a number from 1",
     "MIME-Version: 1.0\n"
     "Content-Type: message/partial; id=\"1@a\"; number={{0||1}}; total=2\n"
     "\n"
     "Subject: a\n"
     "\n"
     "b\n",
     foldwise::diagnostic_code::fragment_number_malformed},
    {"2046 5.2.2", "the number of a message/partial is at most the total",
     "MIME-Version: 1.0\n"
     "Content-Type: message/partial; id=\"1@a\"; number={{3||2}}; total=2\n"
     "\n"
     "Subject: a\n"
     "\n"
     "b\n",
     foldwise::diagnostic_code::fragment_number_malformed},
    {"2046 5.2.2", "the last fragment has the total",
     not_reported{"Whether a fragment is the last one is known only with all others."}},
    {"2046 5.2.3", "a message/external-body is in 7bit",
     "MIME-Version: 1.0\n"
     "Content-Type: message/external-body; access-type=local-file; name=a\n"
     "Content-Transfer-Encoding: {{8bit||7bit}}\n"
     "\n"
     "Content-Type: image/gif\n"
     "Content-ID: <1@a>\n"
     "\n",
     foldwise::diagnostic_code::message_encoding_forbidden},
    {"2046 5.2.3", "a message/external-body has an access-type",
     "MIME-Version: 1.0\n"
     "Content-Type: message/external-body{{||; access-type=local-file}}; name=a\n"
     "\n"
     "Content-Type: image/gif\n"
     "Content-ID: <1@a>\n"
     "\n",
     foldwise::diagnostic_code::message_parameter_missing},
    {"2046 5.2.3", "the external body has a Content-ID",
     "MIME-Version: 1.0\n"
     "Content-Type: message/external-body; access-type=local-file; name=a\n"
     "\n"
     "Content-Type: image/gif\n"
     "{{||Content-ID: <1@a>\n"
     "}}\n",
     foldwise::diagnostic_code::external_body_without_id},
    {"2046 5.2.3.1", "a file has a name",
     "MIME-Version: 1.0\n"
     "Content-Type: message/external-body; access-type=local-file{{||; name=a}}\n"
     "\n"
     "Content-Type: image/gif\n"
     "Content-ID: <1@a>\n"
     "\n",
     foldwise::diagnostic_code::message_parameter_missing},
    {"2046 5.2.3.2", "a file of a server has a site",
     "MIME-Version: 1.0\n"
     "Content-Type: message/external-body; access-type=anon-ftp; name=a{{||; site=a.example}}\n"
     "\n"
     "Content-Type: image/gif\n"
     "Content-ID: <1@a>\n"
     "\n",
     foldwise::diagnostic_code::message_parameter_missing},
    {"2046 5.2.3.6", "a mail server has an address",
     "MIME-Version: 1.0\n"
     "Content-Type: message/external-body; access-type=mail-server{{||; server=\"a@a.example\"}}\n"
     "\n"
     "Content-Type: image/gif\n"
     "Content-ID: <1@a>\n"
     "\n",
     foldwise::diagnostic_code::message_parameter_missing},
    {"2046 5.2.4", "another message type is in 7bit",
     not_reported{"It is a rule for types that are defined later."}},
    {"2046 6", "private types start with X-",
     not_reported{"Which types are registered changes; foldwise has no list of them."}},
    {"2047 2", "an encoded-word has three parts", "Subject: =?utf-8?q{{||?a}}?=\n",
     foldwise::diagnostic_code::encoded_word_malformed},
    {"2047 2", "the charset is a token", "Subject: =?utf{{:||-}}8?q?a?=\n",
     foldwise::diagnostic_code::encoded_word_charset_name},
    {"2047 2", "the charset is not empty", "Subject: =?{{||utf-8}}?q?a?=\n",
     foldwise::diagnostic_code::encoded_word_malformed},
    {"2047 2", "the encoding is Q or B", "Subject: =?utf-8?{{x||q}}?a?=\n",
     foldwise::diagnostic_code::encoded_word_malformed},
    {"2047 2", "no white space is in an encoded-word", "Subject: =?utf-8?q?a{{ ||_}}b?=\n",
     foldwise::diagnostic_code::encoded_word_white_space},
    {"2047 2", "the text is not empty", "Subject: =?utf-8?q?{{||a}}?=\n",
     foldwise::diagnostic_code::encoded_word_text_malformed},
    {"2047 2", "the text has no question mark", "Subject: =?utf-8?q?a{{?||=3F}}b?=\n",
     foldwise::diagnostic_code::encoded_word_text_malformed},
    {"2047 2", "the text is ASCII", "Subject: =?utf-8?q?caf{{\xC3\xA9||=C3=A9}}?=\n",
     foldwise::diagnostic_code::encoded_word_text_malformed},
    {"2047 2", "an encoded-word has at most 75 characters",
     "Subject: =?utf-8?q?{{{64:a}||{63:a}}}?=\n", foldwise::diagnostic_code::encoded_word_too_long},
    {"2047 2", "a line with an encoded-word has at most 76 characters",
     "Subject: {{{54:a}||{53:a}}} =?utf-8?q?a?=\n",
     foldwise::diagnostic_code::encoded_word_line_too_long},
    {"2047 3", "the charset is known", "Subject: =?{{nonsense||utf-8}}?q?a?=\n",
     foldwise::diagnostic_code::encoded_word_charset_unknown},
    {"2047 3", "ISO-8859-1 and others should be used where they suffice",
     not_reported{"It is a statement about what might have been written."}},
    {"2047 4", "Q should be used for mostly ASCII text, B otherwise: both are read",
     not_reported{"Both are read, and the text is the same."}},
    {"2047 4.1", "the text of B is base64", "Subject: =?utf-8?b?YW{{.||J}}j?=\n",
     foldwise::diagnostic_code::base64_octet},
    {"2047 4.1", "the text of B is padded", "Subject: =?utf-8?b?YQ{{||==}}?=\n",
     foldwise::diagnostic_code::base64_truncated},
    {"2047 4.2", "an equals sign in Q has two hexadecimal digits after it",
     "Subject: =?utf-8?q?a={{4||41}}?=\n", foldwise::diagnostic_code::qp_escape_malformed},
    {"2047 4.2", "hexadecimal digits in Q should be in upper case",
     "Subject: =?utf-8?q?a={{c3=a9||C3=A9}}?=\n",
     foldwise::diagnostic_code::encoded_word_lower_case},
    {"2047 4.2", "a TAB in Q is encoded", "Subject: =?utf-8?q?a{{\t||=09}}b?=\n",
     foldwise::diagnostic_code::encoded_word_white_space},
    {"2047 5 (1)", "white space is before an encoded-word", "Subject: a{{|| }}=?utf-8?q?a?=\n",
     foldwise::diagnostic_code::encoded_word_not_separated},
    {"2047 5 (1)", "white space is after an encoded-word", "Subject: =?utf-8?q?a?={{|| }}a\n",
     foldwise::diagnostic_code::encoded_word_not_separated},
    {"2047 5 (1)", "white space is between two encoded-words",
     "Subject: =?utf-8?q?a?={{|| }}=?utf-8?q?a?=\n",
     foldwise::diagnostic_code::encoded_word_not_separated},
    {"2047 5 (2)", "a Q encoded-word in a comment has no parenthesis",
     "To: a@example.org (=?utf-8?q?a{{(||b}}?=)\n", foldwise::diagnostic_code::address_not_closed},
    {"2047 5 (2)", "white space is between encoded-words in a comment",
     "To: a@example.org (=?utf-8?q?a?={{|| }}=?utf-8?q?a?=)\n",
     foldwise::diagnostic_code::encoded_word_not_separated},
    {"2047 5 (2)", "white space is between an encoded-word and text in a comment",
     "To: a@example.org (a{{|| }}=?utf-8?q?a?=)\n",
     foldwise::diagnostic_code::encoded_word_not_separated},
    {"2047 5 (3)", "a Q encoded-word in a phrase has only letters, digits and !*+-/=_",
     "To: =?utf-8?q?a{{.||b}}?= <a@example.org>\n",
     foldwise::diagnostic_code::encoded_word_text_malformed},
    {"2047 5 (3)", "white space separates an encoded-word in a phrase from words",
     "To: a{{|| }}=?utf-8?q?a?= <a@example.org>\n",
     foldwise::diagnostic_code::encoded_word_not_separated},
    {"2047 5", "an encoded-word is not in an address", "To: {{=?utf-8?q?a?=||a}}@example.org\n",
     foldwise::diagnostic_code::address_encoded_word},
    {"2047 5", "an encoded-word is not in a quoted-string",
     "To: {{\"=?utf-8?q?a?=\"||=?utf-8?q?a?=}} <a@example.org>\n",
     foldwise::diagnostic_code::encoded_word_in_quotes},
    {"2047 5", "an encoded-word is not in a Received field",
     "Received: from {{=?utf-8?q?a?=||a}} by b.example; Mon, 15 Dec 2014 10:00:00 +0000\n",
     foldwise::diagnostic_code::encoded_word_misplaced},
    {"2047 5", "an encoded-word is not in a parameter",
     "MIME-Version: 1.0\n"
     "Content-Type: text/plain; name=\"{{=?utf-8?q?a?=||a}}\"\n",
     foldwise::diagnostic_code::parameter_encoded_word},
    {"2047 5", "an encoded-word is not in a Content-Disposition",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; filename=\"{{=?utf-8?q?a?=||a}}\"\n",
     foldwise::diagnostic_code::parameter_encoded_word},
    {"2047 5", "an encoded-word is not in an identifier",
     "Message-ID: <{{=?utf-8?q?a?=||a}}@example.org>\n",
     foldwise::diagnostic_code::message_id_malformed},
    {"2047 5", "an encoded-word is not in a date",
     "Resent-From: a@example.org\n"
     "Resent-Date: {{=?utf-8?q?Mon?=||Mon}}, 15 Dec 2014 10:00:00 +0000\n",
     foldwise::diagnostic_code::date_malformed},
    {"2047 5", "an encoded-word has whole characters",
     "Subject: =?utf-8?q?=C3{{?= =?utf-8?q?||}}=A9?=\n",
     foldwise::diagnostic_code::encoded_word_split_character},
    {"2047 5", "an encoded-word has whole octets", "Subject: =?utf-8?b?Y{{?= =?utf-8?b?||}}Q==?=\n",
     foldwise::diagnostic_code::encoded_word_text_split},
    {"2047 5", "only printable text and white space is encoded",
     "Subject: =?utf-8?q?a{{=01||b}}?=\n", foldwise::diagnostic_code::encoded_word_control},
    {"2047 5", "no line ending is encoded", "Subject: =?utf-8?q?a{{=0A||b}}?=\n",
     foldwise::diagnostic_code::encoded_word_control},
    {"2047 5", "text in an encoded-word is of its charset",
     "Subject: =?utf-8?q?caf{{=E9||=C3=A9}}?=\n",
     foldwise::diagnostic_code::charset_octets_replaced},
    {"2047 7", "what starts with =? and ends with ?= is an encoded-word", "Subject: {{=?a?=||a}}\n",
     foldwise::diagnostic_code::encoded_word_malformed},
    {"1847 2.1", "a multipart/signed has a protocol",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/signed; boundary=b; micalg=pgp-sha256{{||; protocol=\"a/b\"}}\n"
     "\n--b\n\none\n--b--\n",
     foldwise::diagnostic_code::security_parameter_missing},
    {"1847 2.1", "a multipart/signed has a micalg",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/signed; boundary=b{{||; micalg=pgp-sha256}}; protocol=\"a/b\"\n"
     "\n--b\n\none\n--b--\n",
     foldwise::diagnostic_code::security_parameter_missing},
    {"1847 2.2", "a multipart/encrypted has a protocol",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/encrypted; boundary=b{{||; protocol=\"a/b\"}}\n"
     "\n--b\n\none\n--b--\n",
     foldwise::diagnostic_code::security_parameter_missing},
    {"2387 3.1", "a multipart/related has a type",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/related; boundary=b{{||; type=\"text/plain\"}}\n"
     "\n--b\n\none\n--b--\n",
     foldwise::diagnostic_code::related_type_missing},
    {"6522 3", "a multipart/report has a report-type",
     "MIME-Version: 1.0\n"
     "Content-Type: multipart/report; boundary=b{{||; report-type=delivery-status}}\n"
     "\n--b\n\none\n--b--\n",
     foldwise::diagnostic_code::report_type_missing},
    {"2183 2.3", "a file has one name, also where Content-Type names it",
     "MIME-Version: 1.0\n"
     "Content-Type: a/b; name=a\n"
     "Content-Disposition: attachment; filename={{b||a}}\n",
     foldwise::diagnostic_code::file_names_differ},
    {"2183 2", "a disposition is a word",
     "MIME-Version: 1.0\n"
     "Content-Disposition: {{||inline}}; filename=a\n",
     foldwise::diagnostic_code::disposition_malformed},
    {"2183 2", "a disposition is not empty",
     "MIME-Version: 1.0\n"
     "Content-Disposition: {{||inline}}\n",
     foldwise::diagnostic_code::disposition_malformed},
    {"2183 2", "a disposition is not in quotes",
     "MIME-Version: 1.0\n"
     "Content-Disposition: {{\"inline\"||inline}}\n",
     foldwise::diagnostic_code::disposition_malformed},
    {"2183 2", "a semicolon is before a parameter",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment{{||;}} filename=a\n",
     foldwise::diagnostic_code::parameter_without_semicolon},
    {"2183 2", "a parameter occurs once",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; filename=a; {{filename||other}}=b\n",
     foldwise::diagnostic_code::parameter_duplicate},
    {"2183 2", "a value with special characters is in quotes",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; filename={{a b||\"a b\"}}\n",
     foldwise::diagnostic_code::parameter_value_unquoted},
    {"2183 2", "a short ASCII value without special characters should be a token: quotes are read",
     not_reported{"The value is the same."}},
    {"2183 2", "a value of more than 78 characters is in sections",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; filename={{{80:a}||a}}\n",
     foldwise::diagnostic_code::line_over_78},
    {"2183 2", "a value beyond ASCII is encoded",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; filename={{\"caf\xC3\xA9\"||caf%C3%A9}}\n",
     foldwise::diagnostic_code::header_utf8},
    {"2183 2.3", "a file name is in the parameter filename",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; {{name||filename}}=a\n",
     foldwise::diagnostic_code::file_name_misplaced},
    {"2183 2.4 to 2.6", "creation-date is a date",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; creation-date=\"{{now||Mon, 15 Dec 2014 10:00:00 "
     "+0000}}\"\n",
     foldwise::diagnostic_code::disposition_value_malformed},
    {"2183 2.4 to 2.6", "creation-date is in quotes",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; creation-date={{Mon, 15 Dec 2014 10:00:00 +0000||\"Mon, 15 "
     "Dec 2014 10:00:00 +0000\"}}\n",
     foldwise::diagnostic_code::parameter_value_unquoted},
    {"2183 2.4 to 2.6", "modification-date is a date",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; modification-date=\"{{now||Mon, 15 Dec 2014 10:00:00 "
     "+0000}}\"\n",
     foldwise::diagnostic_code::disposition_value_malformed},
    {"2183 2.4 to 2.6", "modification-date is in quotes",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; modification-date={{Mon, 15 Dec 2014 10:00:00 +0000||\"Mon, "
     "15 Dec 2014 10:00:00 +0000\"}}\n",
     foldwise::diagnostic_code::parameter_value_unquoted},
    {"2183 2.4 to 2.6", "read-date is a date",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; read-date=\"{{now||Mon, 15 Dec 2014 10:00:00 +0000}}\"\n",
     foldwise::diagnostic_code::disposition_value_malformed},
    {"2183 2.4 to 2.6", "read-date is in quotes",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; read-date={{Mon, 15 Dec 2014 10:00:00 +0000||\"Mon, 15 Dec "
     "2014 10:00:00 +0000\"}}\n",
     foldwise::diagnostic_code::parameter_value_unquoted},
    {"2183 2.4", "the zone of a file date is numeric",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; creation-date=\"Mon, 15 Dec 2014 10:00:00 "
     "{{GMT||+0000}}\"\n",
     foldwise::diagnostic_code::date_obsolete},
    {"2183 2.7", "size is a number",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; size={{big||1}}\n",
     foldwise::diagnostic_code::disposition_value_malformed},
    {"2183 2.8", "a disposition is inline or attachment",
     "MIME-Version: 1.0\n"
     "Content-Disposition: {{signature||attachment}}\n",
     foldwise::diagnostic_code::disposition_unknown},
    {"2231 3", "sections start with 0",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*{{1||0}}=b\n",
     foldwise::diagnostic_code::parameter_section_missing},
    {"2231 3", "no section is missing",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*0=b; a*{{2||1}}=c\n",
     foldwise::diagnostic_code::parameter_section_missing},
    {"2231 3", "a section number is decimal, without a leading zero",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*0=b; a*{{01||1}}=c\n",
     foldwise::diagnostic_code::parameter_section_malformed},
    {"2231 3", "a section number is a number",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*{{x||0}}=b\n",
     foldwise::diagnostic_code::parameter_section_malformed},
    {"2231 3", "a section occurs once",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*0=b; a*1=c{{; a*1=d||}}\n",
     foldwise::diagnostic_code::parameter_duplicate},
    {"2231 3", "sections go with no plain value of the name",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*0=b; {{a||c}}=d\n",
     foldwise::diagnostic_code::parameter_forms_differ},
    {"2231 4", "an encoded value has its charset and two apostrophes",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*={{b||utf-8''b}}\n",
     foldwise::diagnostic_code::parameter_charset_missing},
    {"2231 4", "an encoded value has both apostrophes",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*=utf-8'{{||'}}b\n",
     foldwise::diagnostic_code::parameter_charset_missing},
    {"2231 4", "an encoded value is not in quotes",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*={{\"utf-8''b\"||utf-8''b}}\n",
     foldwise::diagnostic_code::parameter_extended_quoted},
    {"2231 4", "a percent sign has two hexadecimal digits after it",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*=utf-8''b%{{4||41}}\n",
     foldwise::diagnostic_code::parameter_percent_malformed},
    {"2231 4", "the charset is known",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; filename*={{nonsense||utf-8}}''b\n",
     foldwise::diagnostic_code::parameter_charset_unknown},
    {"2231 4", "the charset of a file name is known",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; filename*={{nonsense||utf-8}}''caf%C3%A9\n",
     foldwise::diagnostic_code::parameter_charset_unknown},
    {"2231 4", "octets of a file name are of its charset",
     "MIME-Version: 1.0\n"
     "Content-Disposition: attachment; filename*=utf-8''caf{{%E9||%C3%A9}}\n",
     foldwise::diagnostic_code::charset_octets_replaced},
    {"2231 4", "special characters of an encoded value are percent-encoded",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*=utf-8''b{{@||%40}}\n",
     foldwise::diagnostic_code::parameter_value_unquoted},
    {"2231 4", "an apostrophe of an encoded value is percent-encoded",
     not_reported{
         "After the second one, apostrophes have only one meaning, and all programs read them."}},
    {"2231 4.1", "a section that is percent-encoded has an asterisk",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*0*=utf-8''b; a*1{{||*}}=c%41\n",
     foldwise::diagnostic_code::parameter_percent_unmarked},
    {"2231 4.1", "quotes are only around sections that are not encoded",
     "MIME-Version: 1.0\n"
     "Content-Type: application/x; a*0*=utf-8''b; a*1*={{\"c\"||c}}\n",
     foldwise::diagnostic_code::parameter_extended_quoted},
    {"2231 5", "a language in an encoded-word has a tag",
     not_reported{"The language is not used."}},
    {"6532 3.2", "UTF-8 in a header is valid", "Subject: caf{{\xE9||\xC3\xA9}}\n",
     foldwise::diagnostic_code::header_octet},
    {"6532 3.2", "no surrogate is in UTF-8", "Subject: {{\xED\xA0\x80||\xC3\xA9}}\n",
     foldwise::diagnostic_code::header_octet},
    {"6532 3.2", "no overlong form is in UTF-8", "Subject: {{\xC0\xAF||\xC3\xA9}}\n",
     foldwise::diagnostic_code::header_octet},
    {"6532 3.1", "text should be in form NFC",
     not_reported{"foldwise has no table of the normal forms of Unicode."}},
    {"6532 3.2", "a field name is ASCII", "X-N{{\xC3\xB6||o}}te: a\n",
     foldwise::diagnostic_code::field_without_name},
    {"6532 3.2", "a date is ASCII",
     "Resent-From: a@example.org\n"
     "Resent-Date: {{\xC2\xA0||}}Mon, 15 Dec 2014 10:00:00 +0000\n",
     foldwise::diagnostic_code::header_utf8},
    {"6532 3.4", "a line has at most 998 octets, not characters",
     "Subject: {{{495:\xC3\xA9}||{494:\xC3\xA9}}}\n", foldwise::diagnostic_code::line_too_long},
    {"6532 3.4", "a line should have at most 78 characters, not octets",
     "Subject: {{{70:\xC3\xA9}||{69:\xC3\xA9}}}\n", foldwise::diagnostic_code::line_over_78},
    {"6532 3.5", "a message/rfc822 has no UTF-8 in its header: a message/global may",
     "MIME-Version: 1.0\n"
     "Content-Type: message/rfc822\n"
     "Content-Transfer-Encoding: 8bit\n"
     "\n"
     "Subject: caf{{\xC3\xA9||e}}\n"
     "\n",
     foldwise::diagnostic_code::header_utf8},
    {"6532 3.6", "encoded-words should not be used beside UTF-8 text",
     not_reported{"The text is the same."}},
    {"6532 3.7", "a message/rfc822 is not encoded: a message/global may",
     "MIME-Version: 1.0\n"
     "Content-Type: message/{{rfc822||global}}\n"
     "Content-Transfer-Encoding: base64\n"
     "\n"
     "U3ViamVjdDogYQoK\n",
     foldwise::diagnostic_code::message_encoded},
    {"6532 3.7", "a message/global-headers may be encoded, too", "Subject: a{{\xFF||b}}\n",
     foldwise::diagnostic_code::header_octet},
};

} // namespace test

#endif

#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_TRANSFER_ENCODINGS_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_TRANSFER_ENCODINGS_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for encoded bodies.
inline constexpr diagnostic_example transfer_encoding_examples[] = {
    {foldwise::diagnostic_code::transfer_encoding_malformed, example_kind::message,
     "Content-Transfer-Encoding: {{(none)}}\n"},
    {foldwise::diagnostic_code::transfer_encoding_unknown, example_kind::message,
     "Content-Transfer-Encoding: {{9bit}}\n"},
    {foldwise::diagnostic_code::transfer_encoding_quoted, example_kind::message,
     "Content-Transfer-Encoding: {{\"7bit\"}}\n"},
    {foldwise::diagnostic_code::transfer_encoding_uuencode, example_kind::message,
     "Content-Transfer-Encoding: {{x-uuencode}}\n\n"
     "begin 644 a.txt\n#86)C\n`\nend\n"},
    {foldwise::diagnostic_code::transfer_encoding_text_after, example_kind::message,
     "Content-Transfer-Encoding: 7bit {{or 8bit}}\n"},
    {foldwise::diagnostic_code::base64_octet, example_kind::message,
     "Content-Transfer-Encoding: base64\n\n"
     "SGVs{{*}}bG8=\n"},
    {foldwise::diagnostic_code::base64_padding, example_kind::message,
     "Content-Transfer-Encoding: base64\n\n"
     "SGVsbG8={{=}}\n"},
    {foldwise::diagnostic_code::base64_after_padding, example_kind::message,
     "Content-Transfer-Encoding: base64\n\n"
     "SGVsbG8={{SGk=\n}}"},
    {foldwise::diagnostic_code::base64_left_over_bits, example_kind::message,
     "Content-Transfer-Encoding: base64\n\n"
     "SGVsbG{{9}}=\n"},
    {foldwise::diagnostic_code::base64_truncated, example_kind::message,
     "Content-Transfer-Encoding: base64\n\n"
     "SGVs{{bG8}}\n"},
    {foldwise::diagnostic_code::uuencode_begin_missing, example_kind::message,
     "Content-Transfer-Encoding: x-uuencode\n\n"
     "{{#86)C}}\n`\nend\n",
     "transfer_encoding_uuencode", "uuencode is not an encoding of MIME."},
    {foldwise::diagnostic_code::uuencode_not_ended, example_kind::message,
     "Content-Transfer-Encoding: x-uuencode\n\n"
     "{{begin 644 a.txt}}\n#86)C\n",
     "transfer_encoding_uuencode", "uuencode is not an encoding of MIME."},
    {foldwise::diagnostic_code::uuencode_line_size, example_kind::message,
     "Content-Transfer-Encoding: x-uuencode\n\n"
     "begin 644 a.txt\n{{#86)}}\n`\nend\n",
     "transfer_encoding_uuencode", "uuencode is not an encoding of MIME."},
    {foldwise::diagnostic_code::uuencode_line_malformed, example_kind::message,
     "Content-Transfer-Encoding: x-uuencode\n\n"
     "begin 644 a.txt\n#86)C\n{{hello}}\n",
     "transfer_encoding_uuencode uuencode_not_ended", "The file ends before its end line."},
    {foldwise::diagnostic_code::uuencode_other_text, example_kind::message,
     "Content-Transfer-Encoding: x-uuencode\n\n"
     "{{Hello}}\nbegin 644 a.txt\n#86)C\n`\nend\n",
     "transfer_encoding_uuencode", "uuencode is not an encoding of MIME."},
    {foldwise::diagnostic_code::uuencoded_file_in_text, example_kind::message,
     "\nHello\n{{begin 644 a.txt\n#86)C\n`\nend\n}}"},
    {foldwise::diagnostic_code::qp_escape_malformed, example_kind::message,
     "Content-Transfer-Encoding: quoted-printable\n\n"
     "1 + 1 {{=}} 2\n"},
    {foldwise::diagnostic_code::qp_escape_lower_case, example_kind::message,
     "Content-Type: text/plain; charset=iso-8859-1\n"
     "Content-Transfer-Encoding: quoted-printable\n\n"
     "caf{{=e9}}\n"},
    {foldwise::diagnostic_code::qp_soft_break_at_end, example_kind::message,
     "Content-Transfer-Encoding: quoted-printable\n\n"
     "Hello{{=}}"},
    {foldwise::diagnostic_code::qp_white_space, example_kind::message,
     "Content-Transfer-Encoding: quoted-printable\n\n"
     "Hello{{ }}\n"},
    {foldwise::diagnostic_code::qp_octet, example_kind::message,
     "Content-Transfer-Encoding: quoted-printable\n\n"
     "Hello{{\x07}}\n"},
    {foldwise::diagnostic_code::encoded_line_too_long, example_kind::message,
     "Content-Transfer-Encoding: base64\n\n"
     "{{{20:SGk+}}}\n"},
};

/// Examples of the diagnostics for character sets.
inline constexpr diagnostic_example charset_examples[] = {
    {foldwise::diagnostic_code::charset_label_unregistered, example_kind::message,
     "Content-Type: text/plain; {{charset=utf8mb4}}\n"},
    {foldwise::diagnostic_code::charset_octets_replaced, example_kind::message,
     "Content-Type: text/plain; charset=utf-8\n\ncaf{{\xE9}}\n"},
    {foldwise::diagnostic_code::charset_undeclared, example_kind::message, "\ncaf{{\xC3\xA9}}\n"},
    {foldwise::diagnostic_code::charset_fallback,
     example_kind::message,
     "\ncaf{{\xE9}}\n",
     {},
     "The message is read with the fallback character set windows-1252."},
    {foldwise::diagnostic_code::charset_from_mark, example_kind::message,
     "\n{{\xEF\xBB\xBF"
     "caf\xC3\xA9}}\n"},
    {foldwise::diagnostic_code::charset_from_html, example_kind::message,
     "Content-Type: text/html\n\n<meta charset=utf-8>caf{{\xC3\xA9}}\n"},
    {foldwise::diagnostic_code::charset_byte_order_missing, example_kind::message,
     "Content-Type: text/plain; charset=utf-16\n"
     "Content-Transfer-Encoding: base64\n\n"
     "{{AEg=\n}}"},
    {foldwise::diagnostic_code::charset_not_converted,
     example_kind::message,
     "Content-Type: text/plain; charset=big5\n\n{{\xA4\x40\n}}",
     {},
     "foldwise has a converter in charset_cjk.hpp, which is not installed here."},
};

} // namespace tool

#endif

#ifndef FOLDWISE_TOOLS_DIAGNOSTICS_PARTS_HPP
#define FOLDWISE_TOOLS_DIAGNOSTICS_PARTS_HPP

#include "example.hpp"

namespace tool {

/// Examples of the diagnostics for the parts of messages.
inline constexpr diagnostic_example part_examples[] = {
    {foldwise::diagnostic_code::header_ended_by_delimiter, example_kind::message,
     "Content-Type: multipart/mixed; boundary=b\n"
     "{{--b}}\n\nHello\n--b--\n"},
    {foldwise::diagnostic_code::multipart_without_part,
     example_kind::message,
     "{{Content-Type: multipart/mixed; boundary=b\n}}\n",
     {},
     "There is no body at all."},
    {foldwise::diagnostic_code::part_encoding_wider, example_kind::message,
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n--b\n{{Content-Transfer-Encoding: 8bit\n}}\nHello\n--b--\n"},
    {foldwise::diagnostic_code::message_encoding_forbidden, example_kind::message,
     "Content-Transfer-Encoding: 8bit\n"
     "{{Content-Type: message/partial; id=\"1@sample.net\"; number=1\n}}\nSubject: hello\n\n"},
    {foldwise::diagnostic_code::message_parameter_missing, example_kind::message,
     "{{Content-Type: message/partial; number=1; total=2\n}}\nSubject: hello\n\n"},
    {foldwise::diagnostic_code::fragment_number_malformed, example_kind::message,
     "{{Content-Type: message/partial; id=\"1@sample.net\"; number=3; total=2\n}}"
     "\nSubject: hello\n\n"},
    {foldwise::diagnostic_code::external_body_without_id, example_kind::message,
     "Content-Type: message/external-body; access-type=local-file; name=a\n"
     "\nContent-Type: image/png\n{{}}\n"},
    {foldwise::diagnostic_code::security_parameter_missing, example_kind::message,
     "{{Content-Type: multipart/signed; boundary=b; micalg=pgp-sha256\n}}"
     "\n--b\n\nHello\n--b\nContent-Type: application/pgp-signature\n\n"
     "-----BEGIN PGP SIGNATURE-----\n--b--\n"},
    {foldwise::diagnostic_code::report_type_missing, example_kind::message,
     "{{Content-Type: multipart/report; boundary=b\n}}"
     "\n--b\n\nIt was not delivered.\n--b--\n"},
    {foldwise::diagnostic_code::related_type_missing, example_kind::message,
     "{{Content-Type: multipart/related; boundary=b\n}}"
     "\n--b\nContent-Type: text/html\n\n<p>Hello\n--b--\n"},
    {foldwise::diagnostic_code::delimiter_white_space, example_kind::message,
     "Content-Type: multipart/mixed; boundary=b\n\n--b{{ }}\n\nHello\n--b--\n"},
    {foldwise::diagnostic_code::multipart_encoded, example_kind::message,
     "{{Content-Type: multipart/mixed; boundary=b\n}}"
     "Content-Transfer-Encoding: base64\n\n"
     "--b\n\nHello\n--b--\n"},
    {foldwise::diagnostic_code::multipart_not_closed, example_kind::message,
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n--b\n\nHello\n{{}}"},
    {foldwise::diagnostic_code::message_encoded, example_kind::message,
     "{{Content-Type: message/rfc822\n}}"
     "Content-Transfer-Encoding: base64\n\n"
     "U3ViamVjdDogYQoK\n"},
    {foldwise::diagnostic_code::cid_url_malformed,
     example_kind::value,
     "{{https://example.org/logo.png}}",
     {},
     "`cid_url::read()` returns it."},
    {foldwise::diagnostic_code::entity_too_deep, example_kind::message,
     "{100:Content-Type: message/rfc822\n\n}"
     "{{Content-Type: message/rfc822\n}}\n",
     "message_fields_missing"},
    {foldwise::diagnostic_code::boundary_not_unique, example_kind::message,
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n--b\n{{Content-Type: multipart/mixed; boundary=b2\n}}"
     "\n--b2\n\nHello\n--b2--\n--b--\n"},
    {foldwise::diagnostic_code::delimiter_with_text, example_kind::message,
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n--b\n\nHello\n{{--bye}}\n--b--\n"},
    {foldwise::diagnostic_code::delimiter_after_close, example_kind::message,
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n--b\n\nHello\n--b--\n{{--b}}\n"},
    {foldwise::diagnostic_code::text_subtype_unknown, example_kind::message,
     "{{Content-Type: text/calendar\n}}"
     "\nHello\n"},
    {foldwise::diagnostic_code::related_root_missing, example_kind::message,
     "{{Content-Type: multipart/related; boundary=b; type=\"text/html\";\n start=\"<1@a>\"\n}}"
     "\n--b\nContent-Type: text/html\n\n<p>Hello\n--b--\n"},
    {foldwise::diagnostic_code::related_root_not_first, example_kind::message,
     "{{Content-Type: multipart/related; boundary=b; type=\"text/html\";\n start=\"<1@a>\"\n}}"
     "\n--b\nContent-Type: image/png\n\nx\n"
     "--b\nContent-Type: text/html\nContent-ID: <1@a>\n\n<p>Hello\n--b--\n"},
    {foldwise::diagnostic_code::alternative_blank, example_kind::message,
     "Content-Type: multipart/alternative; boundary=b\n"
     "\n--b\n\n{{}}\n--b\nContent-Type: text/html\n\n<p>Hello\n--b--\n"},
    {foldwise::diagnostic_code::body_text_elsewhere, example_kind::message,
     "Content-Type: multipart/mixed; boundary=b\n"
     "\n--b\nContent-Disposition: attachment\n\n{{Hello}}\n--b--\n"},
    {foldwise::diagnostic_code::attachment_linked, example_kind::message,
     "Content-Type: multipart/related; boundary=b; type=\"text/html\"\n"
     "\n--b\nContent-Type: text/html\n\n<img src=\"cid:1@a\">\n"
     "--b\nContent-Type: image/png\nContent-ID: <1@a>\n"
     "{{Content-Disposition: attachment\n}}\nx\n--b--\n"},
};

} // namespace tool

#endif

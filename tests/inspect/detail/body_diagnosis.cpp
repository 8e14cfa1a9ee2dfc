#include <foldwise/inspect/detail/body_diagnosis.hpp>

#include "../inspection.hpp"

namespace {

using enum foldwise::diagnostic_code;

TEST_CASE("diagnose: the bodies of leaves") {
    test::check({
        {"RFC 2045 section 6.8",
         "Content-Transfer-Encoding: base64\n\nSGVsbG8*=\n",
         {{base64_octet, "*"}}},
        {"RFC 2045 section 6.7",
         "Content-Transfer-Encoding: quoted-printable\n\na=zz\n",
         {{qp_escape_malformed, "="}}},
        {"a uuencoded body",
         "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#86)C\n`\n",
         {{transfer_encoding_uuencode, "x-uuencode"}, {uuencode_not_ended, "begin 644 a"}}},
        {"a uuencoded file in a text",
         "A: b\n\nbegin 644 a\n#86)C\n`\nend\n",
         {{uuencoded_file_in_text, "begin 644 a\n#86)C\n`\nend\n"}}},
        {"RFC 2046 section 4.1.2: the text of a body that is encoded covers the body",
         "Content-Type: text/plain; charset=utf-8\n"
         "Content-Transfer-Encoding: quoted-printable\n\na=FF\n",
         {{charset_octets_replaced, "a=FF\n"}}},
        {"RFC 2046 section 4.1.2: the text of one that is not",
         "Content-Type: text/plain; charset=utf-8\n"
         "Content-Transfer-Encoding: 8bit\n\na\xFF"
         "b\n",
         {{charset_octets_replaced, "\xFF"}}},
        {"RFC 3464 section 2.2.2",
         "Content-Type: message/delivery-status\n\n"
         "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n",
         {{field_missing, ""}}},
        {"RFC 8098 section 3",
         "Content-Type: message/disposition-notification\n\n"
         "Final-Recipient: rfc822; a@b.example\nDisposition: a\n",
         {{mdn_disposition_malformed, "a"}}},
        {"RFC 5965 section 3.2",
         "Content-Type: message/feedback-report\n\n"
         "Feedback-Type: abuse\nUser-Agent: a\nVersion: b\n",
         {{feedback_value_malformed, "b"}}},
    });
}

} // namespace

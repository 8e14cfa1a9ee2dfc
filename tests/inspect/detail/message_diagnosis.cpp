#include <foldwise/inspect/detail/message_diagnosis.hpp>

#include "../inspection.hpp"

namespace {

using enum foldwise::diagnostic_code;

TEST_CASE("diagnose: header section, then body, then the parts, then the whole message") {
    test::check({
        {"RFC 2046 section 5.1.1",
         "Subject: =?x?q?a?=\n"
         "Content-Type: multipart/mixed; boundary=b\n"
         "Subject: =?x?q?b?=\n\n"
         "--bc\n"
         "--b\n"
         "Content-Type: text/x; a\n"
         "From: =?x?q?c?=\n\n"
         "--bd\n"
         "--b\n"
         "Content-Type: message/rfc822\n\n"
         "From: =?x?q?d?=\n\n\n--be\n",
         {{encoded_word_charset_unknown, "=?x?q?a?="},
          {encoded_word_charset_unknown, "=?x?q?b?="},
          {field_duplicate, "Subject: =?x?q?b?=\n"},
          {delimiter_with_text, "--bc"},
          {parameter_malformed, "a"},
          {delimiter_with_text, "--bd"},
          {encoded_word_charset_unknown, "=?x?q?d?="},
          {address_without_at, "=?x?q?d?="},
          {delimiter_with_text, "--be"},
          {multipart_not_closed, ""},
          {text_subtype_unknown, "Content-Type: text/x; a\n"}}},
    });
}

TEST_CASE("diagnose: nothing twice, and nothing lost") {
    test::check({
        {"RFC 2046 section 5.1.1: a multipart without a boundary",
         "Content-Type: multipart/mixed\n\n",
         {{boundary_missing, ""}}},
        {"an empty boundary",
         "Content-Type: multipart/mixed; boundary=\"\"\n\n",
         {{boundary_missing, ""}}},
    });
}

} // namespace

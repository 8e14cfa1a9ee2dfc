#include <foldwise/inspect/detail/section_check.hpp>

#include "../inspection.hpp"

namespace {

using enum foldwise::diagnostic_code;

TEST_CASE("diagnose: the fields that a message must have") {
    test::check(
        {
            {"RFC 5322 section 3.6: Date and From",
             "Subject: a\nMessage-ID: <a@b>\n\n",
             {{from_missing, ""}, {date_missing, ""}}},
            {"both", "From: a@b.example\nDate: 1 Jan 2015 10:00 +0000\n\n", {}},
            {"RFC 5322 section 3.6.2: several authors",
             "From: a@b.example, c@d.example\nDate: 1 Jan 2015 10:00 +0000\n\n",
             {{sender_missing, " a@b.example, c@d.example"}}},
            {"with a Sender",
             "Sender: a@b.example\nFrom: a@b.example, c@d.example\n"
             "Date: 1 Jan 2015 10:00 +0000\n\n",
             {}},
            {"RFC 2045 section 4",
             "Content-Type: text/plain\nFrom: a@b.example\nDate: 1 Jan 2015 10:00 +0000\n\n",
             {{mime_version_missing, "Content-Type: text/plain\n"}}},
            {"after it",
             "Content-Type: text/plain\nFrom: a@b.example\nDate: 1 Jan 2015 10:00 +0000\n"
             "MIME-Version: 1.0\n\n",
             {}},
            {"RFC 2046 section 5.2.1: not in an attached message",
             "From: a@b.example\nDate: 1 Jan 2015 10:00 +0000\nMIME-Version: 1.0\n"
             "Content-Type: message/rfc822\n\nSubject: a\n\n",
             {}},
            {"an attached message of MIME",
             "From: a@b.example\nDate: 1 Jan 2015 10:00 +0000\nMIME-Version: 1.0\n"
             "Content-Type: message/rfc822\n\nDate: 1 Jan 2015 10:00 +0000\n"
             "Content-Type: text/plain\n\n",
             {{mime_version_missing, "Content-Type: text/plain\n"}}},
            {"without a field that it must have",
             "From: a@b.example\nDate: 1 Jan 2015 10:00 +0000\nMIME-Version: 1.0\n"
             "Content-Type: message/rfc822\n\nTo: a@b.example\n\n",
             {{message_fields_missing, ""}}},
            {"a Sender that is the author",
             "From: A <a@B.example>\nSender: a@b.example\nDate: 1 Jan 2015 10:00 +0000\n\n",
             {{sender_redundant, " a@b.example"}}},
            {"a Sender that is one of the authors",
             "From: a@b.example, c@d.example\nSender: a@b.example\n"
             "Date: 1 Jan 2015 10:00 +0000\n\n",
             {}},
        },
        {from_several_mailboxes, message_id_missing});
}

TEST_CASE("diagnose: RFC 5322 section 3.6.4, a message should have an identifier") {
    test::check(
        {{"nothing", "", {{from_missing, ""}, {date_missing, ""}, {message_id_missing, ""}}},
         {"a Message-ID", "Message-ID: <a@b>\n\n", {{from_missing, ""}, {date_missing, ""}}},
         {"none of a resending",
          "Message-ID: <a@b>\nResent-From: a@b.example\n"
          "Resent-Date: 1 Jan 2015 10:00 +0000\n\n",
          {{from_missing, ""}, {date_missing, ""}, {message_id_missing, ""}}}},
        {});
}

TEST_CASE("diagnose: Resent fields, RFC 5322 section 3.6.6") {
    test::check({
        {"a whole block",
         "Resent-Date: 1 Jan 2015 10:00 +0000\nResent-From: a@b.example\n"
         "Resent-To: c@d.example\nResent-Message-ID: <a@b>\n\n",
         {}},
        {"no date", "Resent-From: a@b.example\n\n", {{resent_field_missing, ""}}},
        {"no author", "Resent-Date: 1 Jan 2015 10:00 +0000\n\n", {{resent_field_missing, ""}}},
        {"two resendings",
         "Resent-Date: 1 Jan 2015 10:00 +0000\nResent-From: a@b.example\n"
         "Resent-Date: 1 Jan 2015 10:00 +0000\nResent-From: a@b.example\n\n",
         {}},
        {"mixed with other fields",
         "Resent-Date: 1 Jan 2015 10:00 +0000\nList-Help: <a:b>\nResent-From: a@b.example\n\n",
         {}},
        {"several authors",
         "Resent-Date: 1 Jan 2015 10:00 +0000\nResent-From: a@b.example, c@d.example\n\n",
         {{sender_missing, " a@b.example, c@d.example"}}},
        {"a Resent-Sender that is the author",
         "Resent-Date: 1 Jan 2015 10:00 +0000\nResent-From: a@b.example\n"
         "Resent-Sender: a@b.example\n\n",
         {{sender_redundant, " a@b.example"}}},
        {"RFC 5322 section 4.5.6",
         "Resent-Date: 1 Jan 2015 10:00 +0000\nResent-From: a@b.example\n"
         "Resent-Reply-To: a@b.example\n\n",
         {{field_obsolete, "Resent-Reply-To: a@b.example\n"}}},
        {"more recipients than resendings",
         "Resent-Date: 1 Jan 2015 10:00 +0000\nResent-From: a@b.example\n"
         "Resent-To: c@d.example\nResent-To: e@f.example\n\n",
         {{field_duplicate, "Resent-To: e@f.example\n"}}},
    });
}

} // namespace

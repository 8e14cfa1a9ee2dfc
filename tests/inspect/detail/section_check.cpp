#include <foldwise/inspect/detail/section_check.hpp>

#include "../inspection.hpp"

namespace {

using enum foldwise::diagnostic_code;

TEST_CASE("diagnose: the fields that a message must have") {
    test::check(
        {
            {"RFC 5322 section 3.6: Date and From",
             "Subject: a\n\n",
             {{from_missing, ""}, {date_missing, ""}}},
            {"both", "From: a@b.example\nDate: 1 Jan 2015 10:00 +0000\n\n", {}},
            {"an empty message", "", {{from_missing, ""}, {date_missing, ""}}},
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
        },
        {from_several_mailboxes});
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
        {"more recipients than resendings",
         "Resent-Date: 1 Jan 2015 10:00 +0000\nResent-From: a@b.example\n"
         "Resent-To: c@d.example\nResent-To: e@f.example\n\n",
         {{field_duplicate, "Resent-To: e@f.example\n"}}},
    });
}

} // namespace

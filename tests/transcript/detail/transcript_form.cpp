#include <foldwise/transcript/detail/transcript_form.hpp>

#include "../../support.hpp"

#include <string_view>

namespace {

using foldwise::transcript_notation;
using foldwise::detail::transcript_form;

constexpr bool the_form_is_that_of_the_first_lines() {
    using enum transcript_notation;
    struct {
        std::string_view bytes;
        transcript_notation notation;
        bool has_crlf;
        bool marks_have_space;
        bool marks_replies;
    } constexpr table[] = {
        {"", plain, false, true, true},
        {"C: EHLO a\r\nS: 250 b\n", client_server, true, true, true},
        {"S:220 b\nC:\nC:EHLO a\nC: x\n", client_server, false, false, true},
        {"S:220 b\nC: EHLO a\n", client_server, false, true, true},
        {"220 b\n>>> EHLO a\n250 b\n", arrows, false, true, false},           // sendmail -v
        {">>> RCPT To:<a@b>\n<<< 550 c\n550 c\n", arrows, false, true, true}, // its bounces
    };
    for (auto const& row : table) {
        auto const form = transcript_form::of(row.bytes);
        REQUIRE_SAME(row.bytes, form.notation, row.notation);
        REQUIRE_SAME(row.bytes, form.has_crlf, row.has_crlf);
        REQUIRE_SAME(row.bytes, form.marks_have_space, row.marks_have_space);
        REQUIRE_SAME(row.bytes, form.marks_replies, row.marks_replies);
    }
    return true;
}
CASE("transcript_form: what is known before the first line", the_form_is_that_of_the_first_lines)

constexpr bool exim_shows_something_in_the_place_of_the_message() {
    transcript_form form;
    std::string_view const text = "writing message and terminating \".\"";
    REQUIRE_TRUE(!form.is_placeholder(text));
    form.notation = transcript_notation::exim;
    REQUIRE_TRUE(form.is_placeholder(text) && !form.is_placeholder("Subject: writing"));
    return true;
}
CASE("transcript_form: exim shows something in the place of the message",
     exim_shows_something_in_the_place_of_the_message)

constexpr bool some_programs_leave_out_marks_before_replies() {
    using enum transcript_notation;
    transcript_form form;
    form.notation = client_server;
    REQUIRE_TRUE(!form.may_lack_mark(true, false) && !form.may_lack_mark(false, false));
    form.notation = exim;
    REQUIRE_TRUE(form.may_lack_mark(true, false) && !form.may_lack_mark(false, false));
    form.notation = arrows;
    REQUIRE_TRUE(!form.may_lack_mark(true, false) && !form.may_lack_mark(false, false));
    form.marks_replies = false;
    REQUIRE_TRUE(form.may_lack_mark(true, false) && form.may_lack_mark(false, false));
    REQUIRE_TRUE(form.may_lack_mark(true, true) && !form.may_lack_mark(false, true));
    return true;
}
CASE("transcript_form: some programs leave out marks before replies",
     some_programs_leave_out_marks_before_replies)

} // namespace

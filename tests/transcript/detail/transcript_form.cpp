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
    REQUIRE_TRUE(!form.stands_for_message(text));
    form.notation = transcript_notation::exim;
    REQUIRE_TRUE(form.stands_for_message(text) && !form.stands_for_message("Subject: writing"));
    return true;
}
CASE("transcript_form: exim shows something in the place of the message",
     exim_shows_something_in_the_place_of_the_message)

constexpr bool some_programs_mark_only_the_first_line_of_a_reply() {
    using enum transcript_notation;
    for (auto const each : {plain, client_server, sender_receiver, arrows, exim, phpmailer}) {
        transcript_form form;
        form.notation = each;
        REQUIRE_TRUE(form.marks_first_line_only() == (each == exim || each == phpmailer));
    }
    return true;
}
CASE("transcript_form: some programs mark only the first line of a reply",
     some_programs_mark_only_the_first_line_of_a_reply)

} // namespace

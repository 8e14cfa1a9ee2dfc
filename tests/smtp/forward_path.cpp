#include <foldwise/smtp/forward_path.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;

struct row {
    std::string_view reply; // with LF
    std::string_view path = {};
};

constexpr row table[] = {
    // RFC 5321 section 4.2.3
    {"251 User not local; will forward to <foe@sample.net>\n", "<foe@sample.net>"},
    {"551 User not local; please try <foe@sample.net>\n", "<foe@sample.net>"},
    {"551 5.1.6 User not local; Please Try <foe@sample.net>. \n", "<foe@sample.net>"},
    {"251 2.1.5 forwarding to  <@a.example:foe@sample.net>\n", "<@a.example:foe@sample.net>"},
    {"251 forwarded to <foe@sample.net>\n", "<foe@sample.net>"},
    {"551 5.1.6 <a@b>: User has moved to <foe@[192.0.2.1]>\n", "<foe@[192.0.2.1]>"},
    {"551-User not local\n551 please try <foe@sample.net>\n", "<foe@sample.net>"},
    {"551-please try <foe@sample.net>\n551 please try <foe@sample.net>\n", "<foe@sample.net>"},
    // The path of the recipient.
    {"551 5.7.1 <friend@example.org>: Relaying denied\n"},
    {"551 we do not relay to <friend@example.org>\n"},
    {"551 not local <friend@example.org>\n"},
    {"551 not local: <\"please try <a@b>\"@example.org>\n"},
    {"551 not local: <\"please try <a@b>\n"},
    {"551 <a@b \"x> please try <c@d>\n"},
    {"551 <a@b please try <c@d>\n"},
    {"551 please try <\"x please try <a@b>\"@example.org>\n"},
    // Other codes and texts.
    {"250 will forward to <foe@sample.net>\n"},
    {"550 please try <foe@sample.net>\n"},
    {"251 please try <foe@sample.net>\n"},
    {"551 will forward to <foe@sample.net>\n"},
    {"551 retry <foe@sample.net>\n"},
    {"551 please try foe@sample.net\n"},
    {"551 please try <foe@sample.net\n"},
    {"551 please try <foe>\n"},
    {"551 please try <>\n"},
    {"551 please try <foe@sample.net> soon\n"},
    {"551 please try\n"},
    {"551\n"},
    // In doubt.
    {"551-please try <a@b>\n551 please try <c@d>\n"},
    {"251-forward to <a@b>\n551 please try <a@b>\n"},
    {"250-ok\n251 will forward to <a@b>\n"},
    {"551-please try <a@b>\n"},
};

constexpr bool paths_are_found() {
    for (auto const& r : table) {
        auto const lf = forward_path_of(*smtp_reply::read(r.reply, line_ending::lf));
        REQUIRE_SAME(r.reply, lf ? lf->raw() : "", r.path);
        auto const bytes = test::with_crlf(r.reply);
        auto const crlf = forward_path_of(*smtp_reply::read(bytes));
        REQUIRE_SAME(r.reply, crlf ? crlf->raw() : "", r.path);
    }
    return true;
}
CASE("forward_path_of: replies", paths_are_found)

} // namespace

#include "../../../tools/json/addresses.hpp"

#include "../../support.hpp"
#include "value_of.hpp"

namespace {

struct row {
    std::string fields;
    std::string_view key;
    std::string_view wanted;
};

row const rows[] = {
    {"From: \"Foe, A.\"\n <\"a foe\"@B.example>, c@d (Zoe)\n", "from",
     R"([{"name":"Foe, A.","address":""a foe"@B.example"},{"name":"Zoe","address":"c@d"}])"},
    {"To: a@b\nTo: c@d\n", "to",
     R"([{"name":null,"address":"a@b"},{"name":null,"address":"c@d"}])"},
    {"Cc: =?utf-8?Q?T=C3=A9am?=: a@b, \"\" <c@d>;, e@f\n", "cc",
     "[{\"name\":null,\"address\":\"a@b\",\"group\":\"T\xC3\xA9"
     "am\"},{\"name\":null,\"address\":\"c@d\",\"group\":\"T\xC3\xA9"
     "am\"},{\"name\":null,\"address\":\"e@f\"}]"},
    {"Bcc: \xFF <e@f>\n", "bcc", "[{\"name\":\"\xC3\xBF\",\"address\":\"e@f\"}]"},
    // Each name decides alone; an address never has octets that are not UTF-8.
    {"To: \xE9 <a@b>, \"\xC3\xA9\" <c@d>, e@f (\xEA)\n", "to",
     "[{\"name\":\"\xC3\xA9\",\"address\":\"a@b\"},{\"name\":\"\xC3\xA9\",\"address\":\"c@d\"},"
     "{\"name\":\"\xC3\xAA\",\"address\":\"e@f\"}]"},
    {"To: \xE9:a@b;\n", "to", "[{\"name\":null,\"address\":\"a@b\",\"group\":\"\xC3\xA9\"}]"},
    {"To: x <\xE9@b>\n", "to",
     "[{\"name\":\"x\",\"address\":null,\"shown\":\"x <\xC3\xA9@b>\","
     "\"problem\":\"address_malformed\"}]"},
    {"Subject: none\n", "reply_to", "[]"},
    {"Reply-To:\n", "reply_to", "[]"},

    // Of several fields of an originator: the first that has a mailbox, or else the first.
    {"From: a@b\nFrom: no@no\n", "from", R"([{"name":null,"address":"a@b"}])"},
    {"From:\nFrom: a@b\nFrom: no@no\n", "from", R"([{"name":null,"address":"a@b"}])"},
    {"Sender: Nobody\nSender: s@s\n", "sender", R"([{"name":null,"address":"s@s"}])"},
    {"Reply-To: Team:;\nReply-To: Nobody\n", "reply_to",
     R"([{"name":null,"address":null,"group":"Team"}])"},

    // Elements that are not mailboxes keep their place.
    {"To: undisclosed-recipients:;\n", "to",
     R"([{"name":null,"address":null,"group":"undisclosed-recipients"}])"},
    {"To: \"Crew, all\":;, a@b\n", "to",
     R"([{"name":null,"address":null,"group":"Crew, all"},{"name":null,"address":"a@b"}])"},
    {"To: a@b, =?utf-8?Q?Caf=C3=A9?=, c@d\n", "to",
     "[{\"name\":null,\"address\":\"a@b\"},{\"name\":null,\"address\":null,\"shown\":"
     "\"Caf\xC3\xA9\",\"problem\":\"address_without_at\"},{\"name\":null,\"address\":\"c@d\"}]"},
    {"Reply-To: \"admin\" <>\n", "reply_to",
     R"([{"name":"admin","address":null,"shown":""admin" <>","problem":"address_without_at"}])"},
    {"To: Crew: bad;\n", "to",
     R"([{"name":null,"address":null,"group":"Crew","shown":"bad","problem":"address_without_at"}])"},

    // A mailbox that was read although it deviates names its problem.
    {"To: <@c.example:a@b>\n", "to",
     R"([{"name":null,"address":"a@b","problem":"address_obsolete"}])"},
};

} // namespace

TEST_CASE("tool json: addresses, groups, and elements that are neither") {
    for (auto const& row : rows)
        REQUIRE_SAME(row.fields, test::value_of(row.fields + "\n", row.key), row.wanted);
}

TEST_CASE("tool json: no address is taken from text for people") {
    for (std::string const field : {"From: =?utf-8?Q?Foe_<a@b>?=\n", "From: \"a@b\"\n",
                                    "From: (a@b)\n", "From: a@b:;\n", "From: =?utf-8?Q?a@b?=\n"}) {
        auto const from = test::object_of(field)["from"];
        for (auto const& element : from.items)
            REQUIRE_SAME(field, element["address"].is_null(), true);
    }
}

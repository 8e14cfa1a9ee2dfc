#include <foldwise/address/detail/plain_mailbox.hpp>

#include "../../support.hpp"

#include <foldwise/address/detail/address_reader.hpp>
#include <foldwise/address/mailbox.hpp>

namespace {

using foldwise::detail::address_part;
using foldwise::detail::address_reader;
using foldwise::detail::plain_mailbox;

static_assert(std::is_trivially_copyable_v<plain_mailbox>);
static_assert(noexcept(plain_mailbox{test::some_octets, 0, 0}));

constexpr plain_mailbox read(std::string_view list, std::size_t first) {
    return {list, first, plain_mailbox::last_atom(list)};
}

constexpr bool parts() {
    constexpr std::string_view list = "\"A (\" <b.c@d.e> , f@g";
    auto const first = read(list, 0);
    REQUIRE_TRUE(first.is_read());
    REQUIRE_TRUE(list.substr(0, first.name_end()) == "\"A (\"");
    REQUIRE_TRUE(list.substr(first.address(), first.address_end() - first.address()) == "b.c@d.e");
    REQUIRE_TRUE(list.substr(first.at_sign(), 2) == "@d");
    REQUIRE_TRUE(list.substr(0, first.end()) == "\"A (\" <b.c@d.e>");
    REQUIRE_TRUE(list.substr(first.separator()) == ", f@g");
    auto const second = read(list, list.size() - 3);
    REQUIRE_TRUE(second.is_read());
    REQUIRE_TRUE(second.name_end() == second.address() && second.address() == list.size() - 3);
    REQUIRE_TRUE(second.end() == list.size() && second.separator() == list.size());
    return true;
}
CASE("plain_mailbox: where the parts are", parts)

constexpr bool last_atoms() {
    REQUIRE_TRUE(plain_mailbox::last_atom("") == 0 && plain_mailbox::last_atom("a") == 0);
    REQUIRE_TRUE(plain_mailbox::last_atom("a@b.cd") == 4 && plain_mailbox::last_atom("<a>") == 3);
    return true;
}
CASE("plain_mailbox: where the last atom starts", last_atoms)

constexpr bool what_is_plain() {
    for (std::string_view const list :
         {"a@b", "a.b@c.d ", "<a@b>", "A <a@b>,", "A B<a@b>  ,x", "\"\" <a@b>", "\"A\"<a@b>",
          "\"\t\xC3\xA9,\" <a@b>", "=?utf-8?q?A?= <a@b>", "=?u?B?\?=<a@b>",
          "A =?u?Q?=41._?= =?x?b?=?= B <a@b>"})
        REQUIRE_SAME(list, read(list, 0).is_read(), true);
    for (std::string_view const list : {"",
                                        ",",
                                        "a",
                                        "a@",
                                        "@b",
                                        "a@b@c",
                                        "a..b@c",
                                        ".a@b",
                                        "a.@b",
                                        "a@.b",
                                        "a@b.",
                                        "a @b",
                                        "a@ b",
                                        "a@b c",
                                        "A  B <a@b>",
                                        "A\t<a@b>",
                                        "A  <a@b>",
                                        "J. A <a@b>",
                                        "<a@b",
                                        "< a@b>",
                                        "<a@b >",
                                        "<>",
                                        "<a@b>>",
                                        "<a@b> c",
                                        "\"A <a@b>",
                                        "\"A\\\"\" <a@b>",
                                        "\"A\"  <a@b>",
                                        "\"A\" B <a@b>",
                                        "\"A\r\n B\" <a@b>",
                                        "A (x) <a@b>",
                                        "a@b (x)",
                                        "a@b;",
                                        "\xC3\xA9 <a@b>",
                                        "a@\xC3\xA9",
                                        "\"=\" <a@b>",
                                        "a@b\r\n ",
                                        "a@[b]",
                                        "g: a@b",
                                        "=?utf-8?q?A,B?= <a@b>",
                                        "=?utf-8?q?A?=B <a@b>",
                                        "=?utf-8?q?A?==?utf-8?q?B?= <a@b>",
                                        "=?utf-8?q?A?=\t<a@b>",
                                        "=?utf-8?q?A?B <a@b>",
                                        "=?utf-8?q?A <a@b>",
                                        "=?utf-8?q?A?=",
                                        "=?utf-8?q?A?= =B <a@b>",
                                        "=?ISO_8859-1:1987?q?A?= <a@b>",
                                        "=?\?q?A?= <a@b>",
                                        "=?u?\?A?= <a@b>",
                                        "=?utf-8?q?A?=@b",
                                        "a=b@c",
                                        "\"a\"@b"})
        REQUIRE_SAME(list, read(list, 0).is_read(), false);
    return true;
}
CASE("plain_mailbox: plain mailboxes, and mailboxes for the general reader", what_is_plain)

/// Checks that the texts and places are those that the general reader finds. That reader is used
/// for an element with a comment, so one is appended.
void check_beside_reader_of_all(std::string_view element) {
    if (!read(element, 0).is_read() || element.find(',') != element.npos) return;
    auto const with_comment = std::string{element} + "()";
    address_reader plain{element};
    address_reader all{with_comment};
    REQUIRE_SAME(element, plain.next() == address_part::mailbox, true);
    REQUIRE_SAME(element, all.next() == address_part::mailbox, true);
    REQUIRE_SAME(element, plain.has_mailbox() && all.has_mailbox(), true);
    foldwise::mailbox const got{plain};
    foldwise::mailbox const wanted{all};
    auto const place = [](std::string_view whole, std::string_view part) {
        return std::pair{foldwise::offset_of(whole, part), part.size()};
    };
    REQUIRE_SAME(element, got.addr_spec().raw(), wanted.addr_spec().raw());
    REQUIRE_SAME(element,
                 place(element, got.addr_spec().raw()) ==
                     place(with_comment, wanted.addr_spec().raw()),
                 true);
    REQUIRE_SAME(element, got.local_part().to_string(), wanted.local_part().to_string());
    REQUIRE_SAME(element, got.domain().to_string(), wanted.domain().to_string());
    REQUIRE_SAME(element, got.display_name().has_value(), wanted.display_name().has_value());
    if (got.display_name()) {
        REQUIRE_SAME(element, got.display_name()->raw(), wanted.display_name()->raw());
        REQUIRE_SAME(element, got.display_name()->to_string(), wanted.display_name()->to_string());
        REQUIRE_SAME(element, got.display_name()->undecoded().length(),
                     wanted.display_name()->undecoded().length());
    }
    REQUIRE_SAME(element,
                 got.comment().has_value() || got.deviation().has_value() ||
                     wanted.deviation().has_value(),
                 false);
    REQUIRE_SAME(element, plain.next() == address_part::end, true);
}

TEST_CASE("plain_mailbox: the general reader finds the same") {
    for (std::string_view const alphabet : {"a.@<> ", "ab \"<@>", "a=?@\\(", "a\"@,<> "})
        test::for_each_string(alphabet, 7, [](std::string_view element) {
            if (element.starts_with(' ')) return true;
            check_beside_reader_of_all(element);
            return true;
        });
}

TEST_CASE("plain_mailbox: the general reader finds the same encoded-words") {
    test::for_each_string("WE<ax=.? @", 5, [](std::string_view letters) {
        std::string element;
        for (char const letter : letters) {
            if (letter == 'W')
                element.append("=?utf-8?Q?");
            else if (letter == 'E')
                element.append("?=");
            else if (letter == '<')
                element.append("<a@b>");
            else
                element += letter;
        }
        if (!element.starts_with(' ')) check_beside_reader_of_all(element);
        return true;
    });
}

} // namespace

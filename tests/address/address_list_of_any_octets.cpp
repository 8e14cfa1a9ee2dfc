// Lists of any octets: elements are in order and inside of the value, and each element reads the
// same on its own.

#include <foldwise/address/address_list.hpp>

#include "../support.hpp"
#include "addresses_shown.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace {

using foldwise::address_list;
using foldwise::mailbox;

/// The mailboxes of a list and its groups in order, checked as they are added.
struct flat {
    std::string_view value;
    std::size_t end = 0; // of the last element
    std::vector<mailbox> mailboxes{};

    void is_inside(std::string_view part) {
        auto const at = foldwise::offset_of(value, part);
        REQUIRE_SAME(value, at >= end, true);
        REQUIRE_SAME(value, part.empty(), false);
        end = at + part.size();
        REQUIRE_SAME(value, end <= value.size(), true);
    }

    void is_part_of(std::string_view whole, foldwise::diagnostic const& problem) const {
        REQUIRE_SAME(value, problem.offset <= whole.size(), true);
        REQUIRE_SAME(value, problem.length <= whole.size() - problem.offset, true);
    }

    template <class Text>
    void is_one_text(Text const& text) const {
        auto const whole = text.to_string();
        REQUIRE_SAME(value, std::ranges::equal(text, whole), true);
        REQUIRE_SAME(value, text == whole && text.length() == whole.size(), true);
        REQUIRE_SAME(value, text.empty(), whole.empty());
        if (auto const one = text.contiguous()) REQUIRE_SAME(value, *one, whole);
        for (auto const piece : text.pieces()) REQUIRE_SAME(value, piece.empty(), false);
    }

    void take(mailbox const& m) {
        is_inside(m.raw());
        mailboxes.push_back(m);
        if (auto const deviation = m.deviation()) {
            // The deviation may be a semicolon after the mailbox.
            auto const rest = value.substr(foldwise::offset_of(value, m.raw()));
            is_part_of(rest, *deviation);
            if (deviation->code != foldwise::diagnostic_code::address_semicolon)
                is_part_of(m.raw(), *deviation);
        }
        REQUIRE_SAME(value, m.deviation() == foldwise::gravest_of(m), true);
        is_one_text(m.local_part());
        is_one_text(m.domain());
        if (m.display_name()) is_one_text(m.display_name()->undecoded());

        // On its own, and written and read again, the address is the same.
        auto const alone = mailbox::read(m.raw());
        REQUIRE_SAME(value, alone && alone->addr_spec() == m.addr_spec(), true);
        auto const written = m.addr_spec().to_string();
        auto const again = foldwise::addr_spec::read(written);
        REQUIRE_SAME(value, again && *again == m.addr_spec(), true);
        REQUIRE_SAME(value, again->to_string(), written);
    }

    /// Takes the problem of an element of `whole`.
    void take(foldwise::diagnostic const& problem, std::string_view whole) {
        is_part_of(whole, problem);
        auto const text = whole.substr(problem.offset, problem.length);
        is_inside(text);
        REQUIRE_SAME(value, mailbox::read(text).has_value(), false);
    }

    void take(foldwise::group const& g) {
        auto const before = end;
        is_inside(g.raw());
        auto const last = end;
        g.diagnose([&](foldwise::diagnostic const& problem) { is_part_of(g.raw(), problem); });
        is_one_text(g.name().undecoded());
        end = before;
        for (auto const member : g.members()) {
            if (member)
                take(*member);
            else
                take(member.error(), g.raw());
            REQUIRE_SAME(value, end <= last, true);
        }
        end = last;
    }
};

std::string shown_of(address_list const& list) {
    return std::string{std::string_view{test::each_shown(list)}};
}

bool holds_for_any(std::string_view value) {
    address_list const list{value};
    flat found{value};
    for (auto const element : list) {
        if (!element)
            found.take(element.error(), value);
        else if (element->group())
            found.take(*element->group());
        else
            found.take(*element->mailbox());
    }
    std::size_t count = 0;
    for (auto const m : list.mailboxes()) {
        REQUIRE_SAME(value, count < found.mailboxes.size(), true);
        REQUIRE_SAME(value, m.raw().data(), found.mailboxes[count].raw().data());
        REQUIRE_SAME(value, m.raw().size(), found.mailboxes[count].raw().size());
        REQUIRE_SAME(value, m.addr_spec() == found.mailboxes[count].addr_spec(), true);
        REQUIRE_SAME(value, m.deviation() == found.mailboxes[count].deviation(), true);
        ++count;
    }
    REQUIRE_SAME(value, count, found.mailboxes.size());
    return true;
}

TEST_CASE("address_list: any octets; elements in order, inside of the value, the same alone") {
    test::for_each_string("a@<>,:;\"(\\\n ", 4, holds_for_any);
    test::for_each_string("a@<>,:;\"(", 6, holds_for_any);
    test::for_each_string("a@\"\\.[]\n ", 5, holds_for_any);
    test::for_each_string("Aa<>,:;(@", 5, [](std::string_view value) {
        std::string text;
        for (char const octet : value) text.append(octet == 'A' ? "a@b" : std::string(1, octet));
        return holds_for_any(text);
    });
    test::for_each_string("a@b.<>,:", 5, [](std::string_view value) {
        return holds_for_any(std::string{"<@"}.append(value).append(":a@b>"));
    });
}

TEST_CASE("address_list: any octets; LF and CRLF are read alike") {
    test::for_each_string("a@<,:;\"(\\\n ", 4, [](std::string_view value) {
        auto const crlf = test::with_crlf(value);
        // A line ending that does not fold is data. In `crlf` it has two octets.
        auto wanted = std::string{std::string_view{test::with_crlf(shown_of(address_list{value}))}};
        REQUIRE_SAME(value, shown_of(address_list{std::string_view{crlf}}), wanted);
        return true;
    });
}

} // namespace

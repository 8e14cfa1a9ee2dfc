// Properties of addresses: elements come in order and are inside the value; an element is the same
// if it is read alone, or written and read again; its problems are inside it; the strict grammar
// has nothing against an address without a deviation; mailboxes() is the list without its groups;
// two passes over a list agree; LF and CRLF make no difference.

#include "parts.hpp"

#include <foldwise/address/addr_spec_check.hpp>
#include <foldwise/address/address_list.hpp>
#include <foldwise/address/same_address.hpp>
#include <foldwise/address/unread_address.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace foldwise;

template <class Text>
void is_one_text(Text const& text) {
    auto const whole = text.to_string();
    REQUIRE_PROPERTY(text == whole);
    REQUIRE_PROPERTY(text.length() == whole.size());
    REQUIRE_PROPERTY(text.empty() == whole.empty());
    REQUIRE_PROPERTY(std::ranges::equal(text, whole));
    REQUIRE_PROPERTY(!text.contiguous() || *text.contiguous() == whole);
    std::string joined;
    for (auto const piece : text.pieces()) {
        REQUIRE_PROPERTY(!piece.empty());
        joined += piece;
    }
    REQUIRE_PROPERTY(joined == whole);
    REQUIRE_PROPERTY(whole.size() <= 2 * text.raw().size()); // a blank is added between words
}

void reads_as(addr_spec const& got, addr_spec const& wanted) {
    REQUIRE_PROPERTY(got == wanted);
    REQUIRE_PROPERTY(got.local_part() == wanted.local_part().to_string());
    REQUIRE_PROPERTY(got.domain() == wanted.domain().to_string());
    REQUIRE_PROPERTY(got.is_domain_literal() == wanted.is_domain_literal());
}

void written_again_it_is_the_same(addr_spec const& address) {
    auto const written = address.to_string();
    auto const again = addr_spec::read(written);
    REQUIRE_PROPERTY(again.has_value());
    reads_as(*again, address);
    REQUIRE_PROPERTY(again->to_string() == written);
    auto const in_brackets = "A <" + written + ">";
    auto const m = mailbox::read(in_brackets);
    REQUIRE_PROPERTY(m.has_value());
    reads_as(m->addr_spec(), address);
}

/// Checks the elements of a list and the members of its groups, and collects the mailboxes.
class elements {
  public:
    explicit elements(std::string_view value) : value_{value} {
        for (auto const element : address_list{value}) {
            if (!element)
                take(element.error(), value);
            else if (element->group())
                take(*element->group());
            else
                take(*element->mailbox());
        }
    }

    std::vector<mailbox> const& mailboxes() const { return mailboxes_; }

  private:
    void is_in_order(std::string_view part) {
        auto const at = offset_of(value_, part);
        REQUIRE_PROPERTY(at >= end_ && !part.empty());
        end_ = at + part.size();
        REQUIRE_PROPERTY(end_ <= value_.size());
    }

    static std::string_view covered_by(diagnostic const& problem, std::string_view whole) {
        REQUIRE_PROPERTY(problem.offset <= whole.size());
        REQUIRE_PROPERTY(problem.length <= whole.size() - problem.offset);
        return whole.substr(problem.offset, problem.length);
    }

    /// A problem of an element of `whole`.
    void take(diagnostic const& problem, std::string_view whole) {
        auto const text = covered_by(problem, whole);
        is_in_order(text);
        REQUIRE_PROPERTY(!mailbox::read(text));
        unread_address const element{whole, problem};
        REQUIRE_PROPERTY(element.raw() == text);
        if (auto const name = element.display_name())
            REQUIRE_PROPERTY(name->to_string() == decoded_phrase{name->raw()}.to_string());
    }

    void take(mailbox const& m) {
        is_in_order(m.raw());
        mailboxes_.push_back(m);
        if (auto const deviation = m.deviation()) {
            // The semicolon that address_semicolon covers comes after the mailbox.
            bool const is_after = deviation->code == diagnostic_code::address_semicolon;
            auto const at = offset_of(value_, m.raw());
            covered_by(*deviation, is_after ? value_.substr(at) : m.raw());
        }
        REQUIRE_PROPERTY(m.deviation() == gravest_of(m));
        REQUIRE_PROPERTY(m.addr_spec().is(m.to_string()));
        REQUIRE_PROPERTY(address_hash{}(m.addr_spec()) == address_hash{}(m.to_string()));
        is_one_text(m.local_part());
        is_one_text(m.domain());
        if (m.display_name()) is_one_text(m.display_name()->undecoded());
        if (m.comment()) is_one_text(m.comment()->undecoded());
        REQUIRE_PROPERTY(m.route().size() < m.raw().size());
        if (!m.deviation()) REQUIRE_PROPERTY(!check_addr_spec(m.addr_spec().raw()));
        auto const alone = mailbox::read(m.raw());
        REQUIRE_PROPERTY(alone.has_value());
        reads_as(alone->addr_spec(), m.addr_spec());
        REQUIRE_PROPERTY(alone->route() == m.route());
        written_again_it_is_the_same(m.addr_spec());
        if (!m.deviation()) with_a_comment_it_is_the_same(m);
    }

    /// Nearly all mailboxes are read by plain_mailbox, but not those with a comment.
    void with_a_comment_it_is_the_same(mailbox const& m) {
        auto const text = std::string{m.raw()}.append("()");
        auto const again = mailbox::read(text);
        REQUIRE_PROPERTY(again.has_value() && !again->deviation());
        reads_as(again->addr_spec(), m.addr_spec());
        REQUIRE_PROPERTY(again->display_name().has_value() == m.display_name().has_value());
        if (!m.display_name()) return;
        REQUIRE_PROPERTY(again->display_name()->raw() == m.display_name()->raw());
        REQUIRE_PROPERTY(again->display_name()->to_string() == m.display_name()->to_string());
        is_one_text(again->display_name()->undecoded());
    }

    void take(group const& g) {
        auto const first = end_;
        is_in_order(g.raw());
        auto const last = end_;
        g.diagnose([&](diagnostic const& problem) { covered_by(problem, g.raw()); });
        is_one_text(g.name().undecoded());
        end_ = first;
        for (auto const member : g.members()) {
            if (member)
                take(*member);
            else
                take(member.error(), g.raw());
            if (member) REQUIRE_PROPERTY(member->group_name() == g.name().to_string());
        }
        REQUIRE_PROPERTY(end_ <= last);
        end_ = last;
    }

    std::string_view value_;
    std::size_t end_ = 0; // the end of the last element
    std::vector<mailbox> mailboxes_;
};

void mailboxes_are_the_list_without_groups(std::string_view value) {
    elements const found{value};
    auto wanted = found.mailboxes().begin();
    for (auto const m : address_list{value}.mailboxes()) {
        REQUIRE_PROPERTY(wanted != found.mailboxes().end());
        REQUIRE_PROPERTY(m.raw().data() == wanted->raw().data());
        REQUIRE_PROPERTY(m.raw().size() == wanted->raw().size());
        reads_as(m.addr_spec(), wanted->addr_spec());
        REQUIRE_PROPERTY(m.deviation() == wanted->deviation());
        REQUIRE_PROPERTY(m.group_name().has_value() == wanted->group_name().has_value());
        ++wanted;
    }
    REQUIRE_PROPERTY(wanted == found.mailboxes().end());
}

void append(std::string& to, result<mailbox> const& m) {
    if (!m) {
        to.append(m.error().name()) += '\0';
        return;
    }
    to.append(m->local_part().to_string()) += '\0';
    to.append(m->domain().to_string()) += '\0';
    if (m->display_name()) to.append(m->display_name()->to_string());
    if (m->comment()) to.append("(").append(m->comment()->to_string());
    if (m->group_name()) to.append(":").append(m->group_name()->to_string());
    if (m->deviation()) to.append("~").append(m->deviation()->name());
    to += '\0';
}

/// A text with everything that was read.
std::string summary(std::string_view value) {
    std::string text;
    for (auto const element : address_list{value}) {
        if (element && element->group()) {
            for (auto const member : element->group()->members()) append(text, member);
            text.append(element->group()->is_closed() ? ";" : ";~");
        } else {
            append(text, element ? result<mailbox>{*element->mailbox()} : element.error());
        }
    }
    return text;
}

void problems_have_places(std::string_view value) {
    address_list const list{value};
    list.diagnose([value](diagnostic const& problem) {
        REQUIRE_PROPERTY(problem.offset <= value.size());
        REQUIRE_PROPERTY(problem.length <= value.size() - problem.offset);
    });
}

void properties_of(std::string_view value) {
    fuzz::dice dice{value};
    fuzz::try_one(
        dice, [value] { mailboxes_are_the_list_without_groups(value); },
        [value] {
            problems_have_places(value);
            fuzz::passes_agree(address_list{value});
            fuzz::passes_agree(address_list{value}.mailboxes());
        },
        [value] {
            // A line ending that is not part of a fold is data: one octet with LF, two with CRLF. In
            // an encoded-word it may be half of a character, and a character may be a line ending.
            bool const has_words = value.find("=?") != value.npos;
            auto const lf = has_words ? fuzz::as_value(value) : fuzz::with_lf(value);
            auto const crlf = fuzz::with_crlf(lf);
            REQUIRE_PROPERTY(fuzz::with_lf(summary(lf)) == fuzz::with_lf(summary(crlf)));
        });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    properties_of({reinterpret_cast<char const*>(data), size});
    return 0;
}

// Lists of addresses as other readers read them. tests/data/expected/addresses.tsv lists where
// foldwise differs. The display names of rows with encoded-words are not compared.

#include <foldwise/address/address_list.hpp>

#include "../support.hpp"
#include "../tables.hpp"

namespace {

/// A list of addresses, in a notation that all readers share.
class listing {
  public:
    explicit listing(bool has_names) : has_names_{has_names} {}

    void mailbox(std::string_view name, std::string_view address, std::string_view told = {}) {
        element(has_names_ ? name : std::string_view{});
        if (has_names_ && !name.empty()) add(" ");
        add("<");
        add(address);
        add(">");
        tell(told);
    }

    void no_address(std::string_view told = {}) {
        element("no address");
        tell(told);
        has_problem_ = true;
    }

    void group(std::string_view name) {
        element(has_names_ ? name : "a group");
        add(":");
        is_first_ = true;
    }
    void group_end(std::string_view told = {}) {
        add(";");
        tell(told);
        is_first_ = false;
    }

    bool has_problem() const { return has_problem_; }

    /// Without the names of diagnostics, and with them.
    std::string const& text() const { return text_; }
    std::string const& told() const { return told_; }

  private:
    void element(std::string_view first) {
        if (!is_first_) add(", ");
        if (is_first_ && !text_.empty()) add(" ");
        is_first_ = false;
        add(first);
    }
    void add(std::string_view octets) {
        auto const shown = test::shown(octets);
        text_.append(shown, 1, shown.size() - 2);
        told_.append(shown, 1, shown.size() - 2);
    }
    void tell(std::string_view told) {
        if (!told.empty()) told_.append(" [").append(told).append("]");
    }

    bool has_names_;
    bool is_first_ = true;
    bool has_problem_ = false;
    std::string text_;
    std::string told_;
};

bool compares_names(test::json_value const& row) {
    return row["rfc2047"].text != "yes" && row["input"].text.find("=?") == std::string::npos;
}

// ---- The expectations of the tables.

bool is_refused(test::json_value const& row) {
    return row["valid"].kind == test::json_kind::boolean; // false; true is "yes"
}

/// Adds the elements of a list. An element whose "email" has no "@" is not an address.
void add_jsmime(listing& to, test::json_value const& addresses) {
    for (auto const& address : addresses.items) {
        auto const& name = address["name"].text;
        auto const& email = address["email"].text;
        if (!address["group"].is_null()) {
            to.group(name);
            add_jsmime(to, address["group"]);
            to.group_end();
        } else if (email.find('@') != email.npos) {
            to.mailbox(name, email);
        } else {
            to.no_address();
        }
    }
}

std::string said_by_jsmime(test::json_value const& row) {
    listing said{compares_names(row)};
    add_jsmime(said, row["addresses"]);
    return said.text();
}

std::string said_by_go(test::json_value const& row) {
    if (is_refused(row)) return "refused";
    if (row["addresses"].is_null()) return "an address";
    listing said{compares_names(row)};
    for (auto const& address : row["addresses"].items)
        said.mailbox(address["name"].text, address["address"].text);
    return said.text();
}

std::string said_by_dovecot(test::json_value const& row) {
    if (is_refused(row)) return "refused";
    listing said{compares_names(row)};
    auto const& route = row["route"].text;
    said.mailbox(row["display_name"].text, (route.empty() ? route : route + ":") +
                                               row["local_part"].text + '@' + row["domain"].text);
    return said.text();
}

// ---- The results of foldwise.

std::string_view told(std::optional<foldwise::diagnostic> const& deviation) {
    return deviation ? deviation->name() : std::string_view{};
}

/// The display name, or the comment after an address without angle brackets.
std::string name_of(foldwise::mailbox const& m) {
    if (auto const name = m.display_name()) return name->to_string();
    bool const has_brackets = foldwise::lexer{m.raw()}.next_outside_comments().is('<');
    auto const comment = m.comment();
    return comment && !has_brackets ? comment->to_string() : std::string{};
}

std::string unquoted(foldwise::mailbox const& m) {
    std::string text{m.route()};
    if (!text.empty()) text += ':';
    return text + m.local_part().to_string() + '@' + m.domain().to_string();
}

std::string quoted(foldwise::mailbox const& m) { return m.addr_spec().to_string(); }

template <class Address>
void add(listing& to, foldwise::result<foldwise::mailbox> const& m, Address address) {
    if (m)
        to.mailbox(name_of(*m), address(*m), told(m->deviation()));
    else
        to.no_address(m.error().name());
}

listing read_with_groups(test::json_value const& row) {
    listing read{compares_names(row)};
    for (auto const& address : foldwise::address_list{row["input"].text}) {
        if (!address) {
            read.no_address(address.error().name());
        } else if (auto const& group = address->group()) {
            read.group(group->name().to_string());
            for (auto const& member : group->members()) add(read, member, quoted);
            read.group_end(group->is_closed() ? std::string_view{} : "group_not_closed");
        } else {
            add(read, *address->mailbox(), quoted);
        }
    }
    return read;
}

listing read_without_groups(test::json_value const& row) {
    listing read{compares_names(row)};
    for (auto const& address : foldwise::address_list{row["input"].text}) {
        if (!address)
            read.no_address(address.error().name());
        else if (auto const& m = address->mailbox())
            add(read, *m, unquoted);
        else
            for (auto const& member : address->group()->members()) add(read, member, unquoted);
    }
    return read;
}

std::optional<test::difference> differs(test::json_value const& row, std::string const& said,
                                        listing const& read) {
    auto const& value = row["input"].text;
    auto const mailboxes = foldwise::address_list{value}.mailboxes();
    bool const is_one = !read.has_problem() && std::ranges::distance(mailboxes) == 1;
    bool const is_same = said == "refused"      ? read.has_problem()
                         : said == "an address" ? is_one
                                                : said == read.text();
    if (is_same) return std::nullopt;
    return test::difference{value, said, read.told()};
}

TEST_CASE("address_list: as other readers read addresses, except for the listed differences") {
    test::listed_differences listed{"addresses.tsv"};
    test::check_table("addresses-jsmime", listed, [](auto const& row) {
        return differs(row, said_by_jsmime(row), read_with_groups(row));
    });
    test::check_table("addresses-go", listed, [](auto const& row) {
        if (row["use"].text == "format") return std::optional<test::difference>{};
        return differs(row, said_by_go(row), read_without_groups(row));
    });
    test::check_table("addresses-dovecot", listed, [](auto const& row) {
        return differs(row, said_by_dovecot(row), read_without_groups(row));
    });
    listed.check_that_all_are_met();
}

} // namespace

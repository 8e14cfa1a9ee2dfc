#include <foldwise/fields.hpp>

#include "support.hpp"

#include <concepts>
#include <iterator>

/// A field type that a project adds: reading it cannot fail.
template <>
struct foldwise::field_type<"X-Spam-Level"> {
    static constexpr std::size_t read(foldwise::field const& f) noexcept {
        return f.value().length();
    }
};

/// A field type that a project adds: reading it can fail.
template <>
struct foldwise::field_type<"X-Digit"> {
    static constexpr foldwise::result<int> read(foldwise::field const& f) noexcept {
        auto const value = f.value().contiguous().value_or("");
        if (value.size() == 1 && foldwise::digit.contains(value[0])) return value[0] - '0';
        return foldwise::diagnostic{foldwise::diagnostic_code::tag_value_malformed, 1,
                                    value.size()};
    }
};

namespace {

using namespace foldwise;

template <field_name Name>
using type_of = typename decltype(get<Name>(message{}))::value_type;

static_assert(std::same_as<type_of<"X-Spam-Level">, std::size_t>);
static_assert(std::same_as<type_of<"X-Digit">, int>);

// RFC 5322 section 1.2.2: case does not count, so this is the type of "From".
static_assert(std::same_as<type_of<"FROM">, address_list>);

static_assert(typed_field<"From"> && !typed_field<"Form"> && !typed_field<"X-Mailer">);

using received_range = decltype(all<"Received">(message{}));
static_assert(std::ranges::forward_range<received_range>);
static_assert(std::ranges::view<received_range> && std::ranges::borrowed_range<received_range>);
static_assert(std::is_trivially_copyable_v<received_range>);
static_assert(std::same_as<std::ranges::range_value_t<received_range>, received>);
static_assert(
    std::same_as<std::ranges::range_value_t<decltype(all<"Date">(message{}))>, result<date_time>>);
static_assert(noexcept(get<"From">(message{})) && noexcept(all<"From">(message{})));

constexpr std::string_view bytes = "Received: by b.example; Mon, 15 Dec 2014 10:00:01 +0000\n"
                                   "Received: by a.example;\n"
                                   " Mon, 15 Dec 2014 10:00:00 +0000\n"
                                   "from: Foe <foe@sample.net>\n"
                                   "Date: Mon, 15 Dec 2014 10:00:00 +0000\n"
                                   "Date: Monday\n"
                                   "X-Spam-Level: ***\n"
                                   "X-Digit: 7\n"
                                   "x-digit: seven\n"
                                   "\n"
                                   "Sender: a@b\n";

constexpr bool get_reads_the_first_field() {
    test::with_both_line_endings(bytes, [](std::string_view text) {
        message const m{text};
        REQUIRE_TRUE((*get<"From">(m)->mailboxes().begin()).local_part() == "foe");
        REQUIRE_TRUE(get<"From">(m.header())->raw() == get<"from">(m)->raw());
        REQUIRE_TRUE(get<"Date">(m)->unix_seconds() == 1418637600);
        REQUIRE_TRUE(get<"Received">(m)->by()->name() == "b.example");
        REQUIRE_TRUE(get<"X-Spam-Level">(m) == std::size_t{3});
        REQUIRE_TRUE(get<"X-Digit">(m) == 7);
    });
    return true;
}
CASE("fields: get reads the first field of a name as its type", get_reads_the_first_field)

constexpr bool get_reads_several_fields_at_once() {
    test::with_both_line_endings(bytes, [](std::string_view text) {
        message const m{text};
        auto const [from, sender, when, level] = get<"From", "Sender", "Date", "X-Spam-Level">(m);
        static_assert(std::same_as<decltype(when), result<date_time> const>);
        REQUIRE_TRUE(from->raw() == get<"From">(m)->raw());
        REQUIRE_TRUE(sender.error() == diagnostic{diagnostic_code::field_missing, 0, 0});
        REQUIRE_TRUE(when->unix_seconds() == 1418637600 && level == std::size_t{3});
        REQUIRE_TRUE(get<"X-Digit", "To">(m.header()).get<0>() == 7);
    });
    return true;
}
CASE("fields: get of several names returns the same as get of each",
     get_reads_several_fields_at_once)

constexpr bool get_reads_from_an_index() {
    message const m{bytes};
    field_slot room[4] = {}; // the message has 8 fields
    field_index const index{m.header(), room};
    REQUIRE_TRUE(get<"From">(index)->raw() == get<"From">(m)->raw());
    REQUIRE_TRUE(get<"Date">(index)->unix_seconds() == 1418637600 && get<"X-Digit">(index) == 7);
    REQUIRE_TRUE(get<"To">(index).error().code == diagnostic_code::field_missing);
    int hops = 0;
    for (auto const hop : all<"Received">(index))
        REQUIRE_TRUE(hop.by()->name() == (hops++ == 0 ? "b.example" : "a.example"));
    REQUIRE_TRUE(hops == 2 && all<"To">(index).empty());
    return true;
}
CASE("fields: get reads the same from a field_index as from the message", get_reads_from_an_index)

constexpr bool a_missing_field_has_no_value() {
    message const m{bytes};
    REQUIRE_TRUE(get<"Sender">(m).error() == diagnostic{diagnostic_code::field_missing, 0, 0});
    REQUIRE_TRUE(get<"To">(m).error().code == diagnostic_code::field_missing);
    REQUIRE_TRUE(get<"To">(message{}).error().code == diagnostic_code::field_missing);
    REQUIRE_TRUE(all<"To">(m).empty());
    message const unreadable{"Date: Monday\nDate: Mon, 15 Dec 2014 10:00:00 +0000\n"};
    REQUIRE_TRUE(get<"Date">(unreadable).error().code == diagnostic_code::date_malformed);
    return true;
}
CASE("fields: a field that is missing or cannot be read has no value", a_missing_field_has_no_value)

constexpr bool all_reads_each_field() {
    test::with_both_line_endings(bytes, [](std::string_view text) {
        message const m{text};
        int hops = 0;
        for (auto const hop : all<"Received">(m))
            REQUIRE_TRUE(hop.by()->name() == (hops++ == 0 ? "b.example" : "a.example"));
        REQUIRE_TRUE(hops == 2);
        auto const dates = all<"Date">(m);
        auto const second = std::next(dates.begin());
        REQUIRE_TRUE((*dates.begin()).has_value() && !(*second).has_value());
        REQUIRE_TRUE(std::next(second) == dates.end());
        auto const digits = all<"X-Digit">(m);
        REQUIRE_TRUE(*digits.begin() == 7 && !(*std::next(digits.begin())).has_value());
    });
    return true;
}
CASE("fields: all reads each field of a name in order; a malformed field has no value",
     all_reads_each_field)

constexpr bool a_range_outlives_the_message() {
    auto const hops = all<"Received">(message{bytes});
    REQUIRE_TRUE((*hops.begin()).by()->name() == "b.example");
    return true;
}
CASE("fields: a range borrows the bytes, not the message", a_range_outlives_the_message)

constexpr bool one_click_is_exact() {
    REQUIRE_TRUE(get<"List-Unsubscribe-Post">(
        message{"List-Unsubscribe-Post: List-Unsubscribe=One-Click\n"}));
    REQUIRE_TRUE(get<"List-Unsubscribe-Post">(message{"List-Unsubscribe-Post: yes\n"}).error() ==
                 diagnostic{diagnostic_code::keyword_malformed, 1, 3});
    return true;
}
CASE("fields: List-Unsubscribe-Post has a value only if it offers one click", one_click_is_exact)

} // namespace

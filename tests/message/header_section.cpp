#include <foldwise/message/header_section.hpp>

#include "../support.hpp"

#include <algorithm>
#include <ranges>

namespace {

using foldwise::field;
using foldwise::header_section;
using named_range = header_section::named_range;

static_assert(std::ranges::forward_range<header_section>);
static_assert(std::ranges::view<header_section>);
static_assert(std::ranges::borrowed_range<header_section>);
static_assert(std::ranges::forward_range<named_range>);
static_assert(std::ranges::view<named_range>);
static_assert(std::ranges::borrowed_range<named_range>);
static_assert(std::is_trivially_copyable_v<header_section> &&
              std::is_trivially_copyable_v<header_section::iterator>);
static_assert(std::is_trivially_copyable_v<named_range> &&
              std::is_trivially_copyable_v<named_range::iterator>);
static_assert(!std::is_constructible_v<header_section, std::string>);
static_assert(std::is_constructible_v<header_section, std::string const&>);
static_assert(noexcept(header_section{test::some_octets}.begin()) &&
              noexcept(++header_section{test::some_octets}.begin()));
static_assert(noexcept(*header_section{test::some_octets}.begin()) &&
              noexcept(header_section{test::some_octets}.find(test::some_octets)));
static_assert(noexcept(header_section{test::some_octets}.find_all(test::some_octets).begin()));
static_assert(noexcept(++header_section{test::some_octets}.find_all(test::some_octets).begin()));
static_assert(noexcept(*header_section{test::some_octets}.find_all(test::some_octets).begin()));
static_assert(noexcept(header_section{test::some_octets}.find_all(test::some_octets).empty()));

struct section_row {
    std::string_view from;
    std::string_view raw; // lines end with LF; a second case replaces it with CRLF
    std::size_t count;
    std::string_view fields[4];
};

constexpr section_row section_table[] = {
    {"RFC 5322 section 2.2", "To: a\nFrom: b\n", 2, {"To: a\n", "From: b\n"}},
    {"RFC 5322 section 2.2.3, folded", "A: b\n c\n\td\nE: f\n", 2, {"A: b\n c\n\td\n", "E: f\n"}},
    {"RFC 5322 section 4.2, a line of white space only continues a field",
     "A: b\n \n\t \nC: d\n",
     2,
     {"A: b\n \n\t \n", "C: d\n"}},
    {"DESIGN section 3, a continuation at the very start",
     " a\n b\nC: d\n",
     2,
     {" a\n b\n", "C: d\n"}},
    {"DESIGN section 3, bad lines between good fields",
     "A: b\nno field\n:\nC: d\n",
     4,
     {"A: b\n", "no field\n", ":\n", "C: d\n"}},
    {"a bad line may be folded", "bad\n line\nA: b\n", 2, {"bad\n line\n", "A: b\n"}},
    {"DESIGN section 3, a From line",
     "From a@b.example x\nA: b\n",
     2,
     {"From a@b.example x\n", "A: b\n"}},
    {"no final line ending", "A: b\nC: d", 2, {"A: b\n", "C: d"}},
    {"no final line ending, folded", "A: b\n c", 1, {"A: b\n c"}},
    {"a fold at the end", "A: b\n ", 1, {"A: b\n "}},
    {"one octet", "A", 1, {"A"}},
    {"nothing", "", 0, {}},
    {"an empty line inside is a field", "A: b\n\nC: d\n", 3, {"A: b\n", "\n", "C: d\n"}},
    {"an empty line inside may be folded", "\n \n", 1, {"\n \n"}},
    {"NUL does not end anything", {"\0\n\0A: b\n", 8}, 2, {{"\0\n", 2}, {"\0A: b\n", 6}}},
};

template <class Flavour>
constexpr void check(section_row const& row, Flavour flavour) {
    auto const bytes = flavour(row.raw);
    header_section const header{bytes};
    REQUIRE_SAME(row.from, header.raw(), std::string_view{bytes});
    REQUIRE_SAME(row.from, header.empty(), row.count == 0);

    for (int pass = 1; pass <= 2; ++pass) {
        std::size_t count = 0;
        test::text_buffer joined;
        for (auto const f : header) {
            joined.append(f.raw());
            if (count < row.count) {
                auto const wanted = flavour(row.fields[count]);
                REQUIRE_SAME(row.from, f.raw(), std::string_view{wanted});
            }
            ++count;
        }
        REQUIRE_SAME(row.from, count, row.count);
        REQUIRE_SAME(row.from, std::string_view{joined}, std::string_view{bytes});
    }
}

constexpr bool table_of_sections() {
    for (auto const& row : section_table) check(row, test::as_it_is);
    return true;
}
CASE("header_section: its fields, joined, are its bytes", table_of_sections)

constexpr bool table_of_sections_with_crlf() {
    for (auto const& row : section_table) check(row, test::with_crlf);
    return true;
}
CASE("header_section: its fields, joined, are its bytes, with CRLF", table_of_sections_with_crlf)

constexpr bool a_cr_that_ends_no_line_is_data() {
    header_section const header{"A: b\rC: d\n\r E: f\r\n\r"}; // DESIGN section 3
    constexpr std::string_view wanted[] = {"A: b\rC: d\n", "\r E: f\r\n", "\r"};
    REQUIRE_TRUE(std::ranges::equal(header, wanted, {}, &field::raw));
    return true;
}
CASE("header_section: a CR that ends no line is data", a_cr_that_ends_no_line_is_data)

constexpr std::string_view hops = "Received: one\n"
                                  "RECEIVED : two\n"
                                  "Received-SPF: no hop\n"
                                  "Received\n : no name\n"
                                  "received:\n three\n"
                                  "bad line\n"
                                  "Subject: x\n"
                                  "subject: y";

struct find_row {
    std::string_view name;
    std::size_t count;
    std::string_view values[3];
};

constexpr find_row find_table[] = {
    {"Received", 3, {"one", "two", "three"}},
    {"rEcEiVeD", 3, {"one", "two", "three"}},
    {"Received-SPF", 1, {"no hop"}},
    {"SUBJECT", 2, {"x", "y"}},
    {"Subjec", 0, {}},
    {"Subject:", 0, {}},
    {"Received ", 0, {}},
    {"bad line", 0, {}},
    {"Date", 0, {}},
    {"", 0, {}},
};

constexpr bool table_of_searches() {
    for (auto const& row : find_table) {
        test::with_both_line_endings(hops, [&row](std::string_view bytes) {
            header_section const header{bytes};
            auto const first = header.find(row.name);
            REQUIRE_SAME(row.name, first.has_value(), row.count != 0);
            if (first) REQUIRE_SAME(row.name, first->value(), row.values[0]);

            auto const all = header.find_all(row.name);
            REQUIRE_SAME(row.name, all.empty(), row.count == 0);
            std::size_t count = 0;
            for (auto const f : all) {
                if (count < row.count) REQUIRE_SAME(row.name, f.value(), row.values[count]);
                ++count;
            }
            REQUIRE_SAME(row.name, count, row.count);
        });
    }
    return true;
}
CASE("header_section: find returns the first field, find_all all in order, in any case",
     table_of_searches)

constexpr bool several_names_are_looked_up_at_once() {
    test::with_both_line_endings(hops, [](std::string_view bytes) {
        header_section const header{bytes};
        auto const found = header.find_many("subject", "Date", "RECEIVED", "subject", "bad line",
                                            std::string_view{}, "Received-SPF");
        static_assert(found.size() == 7);
        constexpr std::string_view values[] = {"x", "", "one", "x", "", "", "no hop"};
        for (std::size_t i = 0; i != found.size(); ++i) {
            REQUIRE_SAME(i, found[i].has_value(), !values[i].empty());
            if (found[i]) REQUIRE_SAME(i, found[i]->value(), values[i]);
        }
        auto const [first] = header.find_many("Received");
        REQUIRE_TRUE(first->raw().data() == bytes.data());
    });
    REQUIRE_TRUE(!header_section{}.find_many("From")[0]);
    return true;
}
CASE("header_section: find_many returns what find returns for each of several names",
     several_names_are_looked_up_at_once)

constexpr bool folds_are_counted() {
    test::with_both_line_endings("A: b\n c\n\td\nE:\n f\n \nG: h\n", [](std::string_view bytes) {
        for (auto const f : header_section{bytes}) {
            // The value of a field that is not from the section, so its folds were not counted.
            auto const wanted = field{f.raw()}.value();
            REQUIRE_SAME(f.raw(), f.value().length(), wanted.length());
            REQUIRE_SAME(f.raw(), f.value().contiguous().has_value(),
                         wanted.contiguous().has_value());
            REQUIRE_SAME(f.raw(), std::ranges::equal(f.value(), wanted), true);
            REQUIRE_SAME(f.raw(), std::ranges::equal(f.value().pieces(), wanted.pieces()), true);
        }
    });
    return true;
}
CASE("header_section: the counted folds do not change a value", folds_are_counted)

struct mark_row {
    std::string_view raw; // after a byte order mark
    std::string_view first_name;
    std::string_view name;  // to look up
    std::string_view found; // its value; "-" if it is not found
    std::size_t count;      // fields of that name
};

constexpr mark_row mark_table[] = {
    {"A: b\nC: d\n", "A", "a", "b", 1},
    {"A: b\nC: d\n", "A", "C", "d", 1},
    {"A: b", "A", "A", "b", 1},
    {"A \t: b\n c\n", "A", "A", "b c", 1},
    // The mark hides no field: only the one that a strict reader sees counts.
    {"A: b\nA: c\n", "", "A", "c", 1},
    {"A: b\nC: d\na : e\n f\nA: g\n", "", "A", "e f", 2},
    {"A: b\nC: d\na : e\n f\nA: g\n", "", "C", "d", 1},
    // Not before a name.
    {"no name\nA: b\n", "", "no", "-", 0},
    {" A: b\nA: c\n", "", "A", "c", 1},
    {"\nA: c\n", "", "A", "c", 1},
    {"", "", "A", "-", 0},
    {"\xEF\xBB\xBF"
     "A: b\n",
     "", "A", "-", 0},
    {"From a\nA: b\n", "", "A", "b", 1},
};

constexpr void check_mark(mark_row const& row, std::string_view raw) {
    header_section const header{raw};
    auto const first = *header.begin();
    REQUIRE_SAME(row.raw, first.name(), row.first_name);
    REQUIRE_SAME(row.raw, first.has_byte_order_mark(), !row.first_name.empty());
    REQUIRE_SAME(row.raw, first.raw().substr(0, 3), std::string_view{"\xEF\xBB\xBF"});
    std::size_t joined = 0;
    for (auto const f : header) joined += f.raw().size();
    REQUIRE_SAME(row.raw, joined, raw.size());
    auto const found = header.find(row.name);
    REQUIRE_SAME(row.raw, found.has_value(), row.found != "-");
    if (found) REQUIRE_SAME(row.raw, found->value() == row.found, true);
    auto const [none, many] = header.find_many("X-None", row.name);
    REQUIRE_SAME(row.raw, none.has_value(), false);
    REQUIRE_SAME(row.raw, many.has_value(), found.has_value());
    if (many) REQUIRE_SAME(row.raw, many->raw(), found->raw());
    std::size_t count = 0;
    for (auto const f : header.find_all(row.name)) {
        if (count++ == 0) REQUIRE_SAME(row.raw, f.raw(), found->raw());
        REQUIRE_SAME(row.raw, f.is(row.name), true);
    }
    REQUIRE_SAME(row.raw, count, row.count);
    // Elsewhere, the mark is not before a name.
    header_section const inner{raw, foldwise::header_place::elsewhere};
    REQUIRE_SAME(row.raw, (*inner.begin()).has_name(), false);
    for (auto const f : inner.find_all(row.name)) REQUIRE_TRUE(!f.has_byte_order_mark());
}

constexpr bool a_byte_order_mark_is_before_the_first_name() {
    for (auto const& row : mark_table)
        test::with_both_line_endings(row.raw, [&](std::string_view raw) {
            test::text_buffer marked;
            marked.append("\xEF\xBB\xBF");
            marked.append(raw);
            check_mark(row, std::string_view{marked});
        });
    // Not in the middle, and not if it is cut short.
    for (std::string_view const raw : {"A: b\n\xEF\xBB\xBF"
                                       "C: d\n",
                                       "\xEF\xBB"
                                       "C: d\n"}) {
        REQUIRE_SAME(raw, header_section{raw}.find("C").has_value(), false);
        for (auto const f : header_section{raw}) REQUIRE_TRUE(!f.has_byte_order_mark());
    }
    return true;
}
CASE("header_section: a byte order mark is before the first name, and hides no other field",
     a_byte_order_mark_is_before_the_first_name)

constexpr bool iterators_can_be_kept() {
    header_section const header{"A: 1\nB: 2\nA: 3\n"};
    auto const first = header.begin();
    auto second = first;
    REQUIRE_TRUE(second == first && second++ == first && second != first);
    REQUIRE_SAME("the first", (*first).name(), "A");
    REQUIRE_SAME("the second", (*second).name(), "B");
    REQUIRE_SAME("the third", (*++second).value(), "3");
    REQUIRE_TRUE(++second == header.end() && first != header.end());
    REQUIRE_TRUE(header_section::iterator{} == header_section::iterator{});
    REQUIRE_TRUE(header_section{}.begin() == header_section{}.end());

    auto const all = header.find_all("a");
    auto const one = all.begin();
    auto three = one;
    REQUIRE_TRUE(three == one && three++ == one && three != one);
    REQUIRE_SAME("the first A", (*one).value(), "1");
    REQUIRE_SAME("the second A", (*three).value(), "3");
    REQUIRE_TRUE(++three == all.end() && one != all.end());
    REQUIRE_TRUE(named_range{}.begin() == named_range{}.end() && named_range{}.empty());
    return true;
}
CASE("header_section: an iterator can be kept and read again", iterators_can_be_kept)

constexpr bool fields_outlive_their_section() {
    constexpr std::string_view bytes = "A: 1\nB: 2\n";
    auto const found = std::ranges::find(header_section{bytes}, "B", &field::name);
    REQUIRE_SAME("B", (*found).raw(), "B: 2\n");
    REQUIRE_TRUE((*found).raw().data() == bytes.data() + 5);
    auto const named = std::ranges::find(header_section{bytes}.find_all("b"), "2",
                                         [](field const& f) { return f.raw_value().substr(1); });
    REQUIRE_SAME("b", (*named).raw(), "B: 2\n");
    return true;
}
CASE("header_section: fields and iterators borrow the bytes, not the section",
     fields_outlive_their_section)

constexpr bool algorithms_work_on_it() {
    header_section const header{"A: 1\nbad\nB: 2\na: 3\n"};
    REQUIRE_TRUE(std::ranges::distance(header) == 4);
    REQUIRE_TRUE(std::ranges::count_if(header, &field::has_name) == 3);
    REQUIRE_TRUE(std::ranges::none_of(header, &field::has_name) == false);
    REQUIRE_TRUE(std::ranges::distance(header.find_all("A")) == 2);
    auto const last = std::ranges::max_element(header.find_all("A"), {},
                                               [](field const& f) { return f.raw_value(); });
    REQUIRE_SAME("the greatest A", (*last).raw(), "a: 3\n");
    return true;
}
CASE("header_section: std::ranges algorithms accept it", algorithms_work_on_it)

#if !defined(__clang__) || __clang_major__ >= 16
constexpr bool views_work_on_it() {
    header_section const header{"A: 1\nbad\nB: 2\na: 3\n"};
    constexpr std::string_view names[] = {"A", "B", "a"};
    REQUIRE_TRUE(std::ranges::equal(header | std::views::filter(&field::has_name) |
                                        std::views::transform(&field::name),
                                    names));
    constexpr std::string_view values[] = {" 1", " 3"};
    REQUIRE_TRUE(std::ranges::equal(header.find_all("a") | std::views::transform(&field::raw_value),
                                    values));
    constexpr std::string_view last[] = {"a: 3\n"};
    REQUIRE_TRUE(std::ranges::equal(header | std::views::drop(3), last, {}, &field::raw));
    return true;
}
CASE("header_section: std::views accept it", views_work_on_it)
#endif

} // namespace

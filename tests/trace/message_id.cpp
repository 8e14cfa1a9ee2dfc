#include <foldwise/trace/message_id.hpp>

#include "../support.hpp"

#include <foldwise/message/reads_fields.hpp>

#include <algorithm>
#include <ranges>
#include <unordered_set>

namespace {

using foldwise::diagnostic_code;
using foldwise::message_id;
using foldwise::message_ids;

static_assert(std::is_trivially_copyable_v<message_id>);
static_assert(foldwise::reads_fields<message_ids>);
static_assert(std::ranges::forward_range<message_ids>);
static_assert(std::ranges::view<message_ids>);
static_assert(std::ranges::borrowed_range<message_ids>);

struct identifier {
    std::string_view text; // empty after the last identifier of a row
    std::optional<diagnostic_code> deviation;
};

struct value_row {
    std::string_view from;
    std::string_view value;
    identifier identifiers[4];
};

constexpr std::optional<diagnostic_code> proper = std::nullopt;
constexpr auto no_brackets = diagnostic_code::message_id_without_brackets;
constexpr auto bare_word = diagnostic_code::message_id_bare_word;
constexpr auto no_at = diagnostic_code::message_id_without_at;
constexpr auto blanks = diagnostic_code::message_id_with_white_space;
constexpr auto not_closed = diagnostic_code::message_id_not_closed;

// With LF; each is checked with CRLF as well.
constexpr value_row value_table[] = {
    {"nothing", "", {}},
    {"RFC 5322 section 3.6.4",
     " <1234@local.machine.example>",
     {{"1234@local.machine.example", proper}}},
    {"RFC 5322 appendix A.2, References",
     " <1234@local.machine.example>\n <3456@example.net>",
     {{"1234@local.machine.example", proper}, {"3456@example.net", proper}}},
    {"no space between them", "<a@b><c@d>", {{"a@b", proper}, {"c@d", proper}}},
    {"no at sign in the first one", "<a><c@d>", {{"a", no_at}, {"c@d", proper}}},
    {"an at sign only after an unclosed identifier",
     "<a<c@d>",
     {{"a", not_closed}, {"c@d", proper}}},
    {"commas between them", "<a@b>, <c@d>,", {{"a@b", proper}, {"c@d", proper}}},
    {"RFC 5322 section 3.2.2, comments", "(x <no@no>) <a@b> (y)", {{"a@b", proper}}},
    {"RFC 5322 section 4.5.4, a phrase",
     "Message of \"Foe <no@no>\" foe@sample.net <a@b>",
     {{"a@b", proper}}},
    {"RFC 822, a local part that is quoted", "<\"a b\"@c>", {{"\"ab\"@c", blanks}}},
    {"RFC 5322 section 3.6.4, no-fold-literal", "<a@[192.0.2.1]>", {{"a@[192.0.2.1]", proper}}},
    {"RFC 6532", "<\xC3\xA9@b>", {{"\xC3\xA9@b", proper}}},
    {"no brackets", "a@b", {{"a@b", no_brackets}}},
    {"no brackets, several",
     "a@b, c@d\n e@f",
     {{"a@b", no_brackets}, {"c@d", no_brackets}, {"e@f", no_brackets}}},
    {"a bare word", " 0b7d41e6-a95c\n (x) ", {{"0b7d41e6-a95c", bare_word}}},
    {"a bare word in a comment", "(today)", {}},
    {"a bare word that is closed only", "ab>", {{"ab", bare_word}}},
    {"not a single word", "see below", {}},
    {"not a word alone", "today,", {}},
    {"not a word alone", "today ;", {}},
    {"not a word alone", "\"see\" below", {}},
    {"a quoted-string", "\"today\"", {}},
    {"an encoded-word", "=?utf-8?q?today?=", {}},
    {"a bare word and brackets", "today <>", {}},
    {"an address in text", "Message of foe@sample.net", {}},
    {"an address after a name", "\"Foe\" foe@sample.net", {}},
    {"no at sign", "<20141215>", {{"20141215", no_at}}},
    {"folded inside", "<a@\n b>", {{"a@b", blanks}}},
    {"white space inside", "< a @ b >", {{"a@b", blanks}}},
    {"empty brackets", "<> <a@b>", {{"a@b", proper}}},
    {"white space in empty brackets", "< >", {}},
    {"not closed", "<a@b <c@d>", {{"a@b", not_closed}, {"c@d", proper}}},
    {"not closed at the end", "<a@b> <c@d e", {{"a@b", proper}, {"c@d", not_closed}}},
    {"closed only", "a@b>", {{"a@b", no_brackets}}},
    {"a quote that is not closed hides the rest", "<a@b> \"x <c@d>", {{"a@b", proper}}},
};

constexpr void check(value_row const& row, std::string_view value) {
    std::size_t count = 0;
    for (auto const id : message_ids{value}) {
        auto const& wanted = row.identifiers[count++];
        REQUIRE_SAME(row.from, id.text() == wanted.text, true);
        REQUIRE_SAME(row.from, std::ranges::equal(id.text(), wanted.text), true);
        auto const deviation = id.deviation();
        REQUIRE_SAME(row.from, deviation.has_value(), wanted.deviation.has_value());
        if (deviation) REQUIRE_SAME(row.from, deviation->code, *wanted.deviation);
        if (deviation) REQUIRE_SAME(row.from, deviation->length, id.raw().size());
    }
    REQUIRE_SAME(row.from, row.identifiers[count].text, "");
    REQUIRE_SAME(row.from, message_ids{value}.first().has_value(), count != 0);
}

constexpr bool table_of_identifiers() {
    for (auto const& row : value_table) {
        check(row, row.value);
        check(row, std::string_view{test::with_crlf(row.value)});
    }
    return true;
}
CASE("message_id: the identifiers of a value, and how they deviate", table_of_identifiers)

constexpr bool bare_words_of_fields() {
    auto const count = [](std::string_view text) {
        std::size_t ids = 0;
        for ([[maybe_unused]] auto const id : message_ids{foldwise::field{text}}) ++ids;
        return ids;
    };
    for (std::string_view const name : {"Message-ID", "resent-message-id", "Content-ID"}) {
        test::text_buffer text;
        text.append(name);
        text.append(": 0b7d\r\n");
        REQUIRE_SAME(name, count(text), 1u);
    }
    // RFC 5322 section 4.5.4: a phrase is ignored.
    REQUIRE_TRUE(count("In-Reply-To: yours\n") == 0 && count("REFERENCES : 0b7d\n") == 0);
    REQUIRE_TRUE(count("In-Reply-To: a@b\n") == 1 && count("References: a@b c@d\n") == 2);
    return true;
}
CASE("message_id: a bare word is an identifier, but not where it is a phrase", bare_words_of_fields)

constexpr bool both_sides_of_the_at_sign() {
    struct {
        std::string_view value;
        std::string_view left;
        std::string_view right;
    } constexpr table[] = {
        {"<a@b>", "a", "b"},         {"<\"a@b\"@c>", "\"a@b\"", "c"},
        {"<a@[b@c]>", "a", "[b@c]"}, {"<a>", "a", ""},
        {"<a@>", "a", ""},           {"<@b>", "", "b"},
        {"<a @ b\n c>", "a", "bc"},
    };
    for (auto const& row : table) {
        auto const id = *message_ids{row.value}.first();
        REQUIRE_SAME(row.value, id.id_left() == row.left, true);
        REQUIRE_SAME(row.value, id.id_right() == row.right, true);
        REQUIRE_SAME(row.value, id.raw(), row.value);
    }
    return true;
}
CASE("message_id: id_left() and id_right()", both_sides_of_the_at_sign)

constexpr message_id id_of(std::string_view value) { return *message_ids{value}.first(); }

constexpr bool equal_texts_are_equal_identifiers() {
    std::hash<message_id> const hash;
    auto const id = id_of("<a@b.example>");
    for (std::string_view const same : {"<a@b.example>", "a@b.example", "< a@b.\r\n example>"}) {
        REQUIRE_SAME(same, id == id_of(same), true);
        REQUIRE_SAME(same, hash(id) == hash(id_of(same)), true);
    }
    for (std::string_view const other : {"<a@b.exampl>", "<A@b.example>", "<a@b.examples>"}) {
        REQUIRE_SAME(other, id == id_of(other), false);
        REQUIRE_SAME(other, hash(id) == hash(id_of(other)), false);
    }
    return true;
}
CASE("message_id: equal texts are equal identifiers", equal_texts_are_equal_identifiers)

TEST_CASE("message_id: keys of an unordered_set") {
    std::unordered_set<message_id> set;
    for (auto const id : message_ids{"<a@b> <c@d> < a@b > <A@b>"}) set.insert(id);
    CHECK(set.size() == 3);
}

constexpr bool text_that_is_no_identifier() {
    struct {
        std::string_view field;
        std::string_view problems; // their names, with the octets that each covers
    } constexpr table[] = {
        {"Message-ID: (x) <a@b> (y)\n", ""},
        {"Message-ID: <a.b@[192.0.2.1]>\n", ""},
        // RFC 5322 section 4.5.4
        {"Message-ID: <\"a\"(x).b@[192.0.2.1]>\n", "obsolete:<\"a\"(x).b@[192.0.2.1]>;"},
        {"Message-ID: see below\n", "other_text:see below;"},
        {"Message-ID: \"<a@b>\"\n", "other_text:\"<a@b>\";"},
        {"Message-ID: <>\n", "other_text:<>;"},
        {"Message-ID: x <a@b> y z\n", "other_text:x;other_text:y z;"},
        {"Message-ID: <<a@b>>\n", "other_text:<;other_text:>;"},
        {"Message-ID: ab>\n", "bare_word:ab;other_text:>;"},
        {"Message-ID: <a@b> <c@d>\n", "duplicate:<c@d>;"},
        {"Content-ID: <a@b>,<c@d>\n", "other_text:,;duplicate:<c@d>;"},
        {"Message-ID: <a@b> (x <c@d>\n", "other_text:(x <c@d>;"},
        {"Message-ID: <a@b.>\n", "malformed:<a@b.>;"},
        {"Message-ID: <a@b@c>\n", "malformed:<a@b@c>;"},
        {"Message-ID: <a..b@c>\n", "malformed:<a..b@c>;"},
        {"Message-ID: <@c>\n", "malformed:<@c>;"},
        {"Message-ID: <\"a\"@c>\n", "obsolete:<\"a\"@c>;"},
        {"Message-ID: <a@(b)c>\n", "obsolete:<a@(b)c>;"},
        {"Message-ID: <=?utf-8?q?a?=@c>\n", "malformed:<=?utf-8?q?a?=@c>;"},
        {"References: <a@b> <c@d>\n", ""},
        {"References: <a@b>, <c@d>\n", "other_text:,;"},
        {"In-Reply-To: yours\n", "phrase:yours;"},
        {"In-Reply-To: Message of \"Mon, 15 Dec\" <a@b>\n", "phrase:Message of \"Mon, 15 Dec\";"},
        {"In-Reply-To: a@b of Mon <a@b>\n", "other_text:a@b of Mon;"},
        {"References: \"<a@b>\n", "other_text:\"<a@b>;"},
    };
    for (auto const& row : table) {
        foldwise::field const field{row.field};
        test::text_buffer said;
        message_ids{field}.diagnose([&](foldwise::diagnostic const& d) {
            said.append(d.name().substr(std::string_view{"message_id_"}.size()));
            said.append(':');
            said.append(field.raw_value().substr(d.offset, d.length));
            said.append(';');
        });
        REQUIRE_SAME(row.field, std::string_view{said}, row.problems);
    }
    return true;
}
CASE("message_id: text beside identifiers, and identifiers of another form",
     text_that_is_no_identifier)

constexpr bool each_deviation_is_reported() {
    message_ids const ids{foldwise::field{"References: <a@b> <c> <d @e>\n"}};
    REQUIRE_TRUE(ids.raw() == " <a@b> <c> <d @e>");
    foldwise::diagnostic const wanted[] = {{no_at, 7, 3}, {blanks, 11, 6}};
    std::size_t count = 0;
    ids.diagnose([&](foldwise::diagnostic const& d) { REQUIRE_TRUE(d == wanted[count++]); });
    REQUIRE_TRUE(count == 2 && ids.deviation().has_value());
    REQUIRE_TRUE(!message_ids{"<a@b>"}.deviation() && !message_ids{}.deviation());
    return true;
}
CASE("message_id: the deviations of all identifiers", each_deviation_is_reported)

TEST_CASE("message_id: any octets; identifiers in order, inside of the value") {
    test::for_each_string(" \n<>@(\"[a", 6, [](std::string_view value) {
        std::size_t end = 0;
        for (auto const id : message_ids{value}) {
            auto const at = foldwise::offset_of(value, id.raw());
            REQUIRE_SAME(value, at >= end, true);
            REQUIRE_SAME(value, id.text().empty(), false);
            end = at + id.raw().size();
            // Read on its own, the identifier is the same, unless it is not closed.
            if (id.deviation() && id.deviation()->code == not_closed) continue;
            auto const again = message_ids{id.raw()}.first();
            REQUIRE_SAME(value, again && again->raw() == id.raw(), true);
            REQUIRE_SAME(value, again->text() == id.text().to_string(), true);
        }
        REQUIRE_SAME(value, end <= value.size(), true);
        return true;
    });
}

} // namespace

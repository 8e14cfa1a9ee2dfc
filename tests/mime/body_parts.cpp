#include <foldwise/mime/body_parts.hpp>

#include "../support.hpp"
#include "body_tree.hpp"
#include "plain_lists.hpp"

#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

namespace {

using namespace foldwise;
using test::letters_of;

using text_range = body_parts<body_list::text>;
static_assert(std::forward_iterator<text_range::iterator>);
static_assert(std::is_trivially_copyable_v<text_range>);
static_assert(sizeof(text_range) <= 3 * 1024);
static_assert(noexcept(text_body(entity{})) && noexcept(attachments(entity{}).begin()));

struct row {
    std::string_view origin;
    std::string_view tree;
    std::string_view text;
    std::string_view html;
    std::string_view attachments;
    std::string_view inline_parts;
};

constexpr row table[] = {
    {"RFC 8621 section 4.1.4, the example", "m(t m(a(m(t i t) r(h i)) i! o e(t)) t)", "ABCDK",
     "AEK", "CFGHI", "CF"},
    {"RFC 8621 section 4.1.4: a text is both bodies", "t", "A", "A", "", ""},
    {"RFC 8621 section 4.1.4: so is HTML", "h", "A", "A", "", ""},
    {"RFC 8621 section 4.1.4: media are shown", "i", "A", "A", "", "A"},
    {"RFC 8621 section 4.1.4: other types are not", "o", "", "", "A", ""},
    {"RFC 8621 section 4.1.4: nor are parts with disposition attachment", "m(t i!)", "A", "A", "B",
     ""},
    {"RFC 8621 section 4.1.4: the first may have a name", "m(t* t)", "AB", "AB", "", ""},
    {"RFC 8621 section 4.1.4: later texts may not", "m(t t* h* i*)", "AD", "AD", "BC", "D"},
    {"RFC 8621 section 4.1.4: any other disposition shows it", "m(t t?)", "AB", "AB", "", ""},
    {"RFC 8621 section 4.1.4: alternatives", "a(t h)", "A", "B", "", ""},
    {"RFC 8621 section 4.1.4: in any order", "a(h t)", "B", "A", "", ""},
    {"RFC 8621 section 4.1.4: without HTML", "a(t t o!)", "AB", "AB", "C", ""},
    {"RFC 8621 section 4.1.4: without text", "a(h o!)", "A", "A", "B", ""},
    {"RFC 8621 section 4.1.4: media as an alternative", "a(t h i!)", "A", "B", "C", ""},
    {"RFC 8621 section 4.1.4: media as the only alternative", "a(i)", "", "", "A", ""},
    {"RFC 8621 section 4.1.4: text at the end", "a(m(h i h) h t)", "E", "ABCD", "B", "B"},
    {"RFC 8621 section 4.1.4: related", "r(h i o t i!)", "A", "A", "BCDE", "BCD"},
    {"RFC 8621 section 4.1.4: related in alternatives", "a(t r(h i))", "A", "B", "C", "C"},
    {"RFC 8621 section 4.1.4: alternatives in related", "r(a(t h) i)", "A", "B", "C", "C"},
    {"RFC 8621 section 4.1.4: a multipart is the first", "r(m(t) h)", "A", "A", "B", "B"},
    {"RFC 8621 section 4.1.4: an inner alternative fills both", "a(a(h) h)", "A", "AB", "", ""},
    {"RFC 8621 section 4.1.4: media before a text", "a(m(i t))", "AB", "A", "", "A"},
    {"RFC 8621 section 4.1.4: a closed body stays closed in inner multiparts", "a(m(h a(h) i) t)",
     "D", "ABC", "C", "C"},
    {"RFC 8621 section 4.1.4: but not in adjacent ones", "a(m(h) m(i))", "AB", "AB", "", "B"},
    {"RFC 8621 section 4.1.4: literally, text in no body is an attachment", "a(m(t h i))", "A", "A",
     "BC", ""},
    {"RFC 8621 section 4.1.4: literally, so is text for a closed body", "a(m(h a(t h)))", "AC",
     "AC", "", ""},
    {"RFC 6522 section 3: a report is like a mixed", "p(t o e(t))", "A", "A", "BC", ""},
    {"RFC 8621 section 4.1.4: messages are not opened", "m(e(a(t h)) t)", "D", "D", "A", ""},
    {"RFC 8621 section 4.1.4: not the root either", "e(t)", "", "", "A", ""},
    {"alternatives are not attachments", "a(t h i o e(t))", "A", "B", "", ""},
    {"alternatives are not attachments, also before what is shown", "m(a(o t) a(o m(o t)))", "BE",
     "BE", "D", ""},
    {"alternatives are attachments if none is shown", "m(t a(o i) a(o a(o)) t)", "AF", "AF", "BCDE",
     ""},
    {"nor are alternatives to an inner part", "m(a(o m(o t)) a(o a(i) m(o)) t)", "CG", "CG", "BDEF",
     ""},
    {"RFC 2046 section 4.1.4: text of any subtype", "m(x x* i)", "AC", "AC", "B", "C"},
    {"RFC 2046 section 5.1.4: but it is the last choice", "a(x t h)", "B", "C", "", ""},
    {"RFC 2046 section 5.1.4: also after another one", "a(h x)", "A", "A", "", ""},
    {"RFC 2046 section 5.1.4: among others", "m(t a(o x x) a(a(x) x))", "ACDE", "ACDE", "", ""},
    {"a blank text does not hide HTML", "a(b h)", "A", "A", "", ""},
    {"a blank text does not hide related HTML", "m(a(b r(h i)) t)", "AC", "AC", "B", "B"},
    {"a blank text in an inner multipart", "a(m(b h) t)", "_B", "_A", "", ""},
    {"only blank texts", "m(a(b b) b)", "___", "___", "", ""},
    {"RFC 2387 section 3.2: start names the root", "s(i h^)", "B", "B", "A", "A"},
    {"RFC 2387 section 3.2: else it is the first part", "s(i h)", "AB", "AB", "", "AB"},
    {"RFC 2387 section 3.2: not in inner multiparts", "s(h m(h^) o)", "AB", "AB", "C", "C"},
    {"RFC 2387 section 3.2: one in another", "s(s(o t h^) i^ h)", "CD", "CD", "ABE", "ABDE"},
    {"the only text is shown", "r(i h)", "AB", "AB", "", "AB"},
    {"the only text is shown, also if it is an attachment", "m(o h! t!)", "B", "B", "ABC", ""},
    {"the only text that is not blank", "m(b h*)", "_A", "_A", "", ""},
    {"the only text is not in an attached message", "m(o e(t))", "", "", "AB", ""},
    {"text/plain and text/html come before other texts", "r(i x h)", "AC", "AC", "B", "ABC"},
    {"a multipart without parts is the last choice", "r(i n x)", "AC", "AC", "", "ABC"},
    {"a multipart without parts", "n", "A", "A", "", ""},
    {"multiparts without parts", "m(o n n!)", "B", "B", "A", ""},
    {"a multipart without parts is not an attachment", "m(n! t n)", "B", "B", "", ""},
    {"two alternatives in an alternative", "a(m(a(h) a(t)) h)", "AB", "ABC", "", ""},
    {"adjacent alternatives", "m(a(h) a(t h) a(h))", "ABD", "ACD", "", ""},
};

constexpr void letters_are(row const& r, std::string_view message_text) {
    entity const root{message{message_text}};
    auto const text = letters_of(text_body(root));
    auto const html = letters_of(html_body(root));
    auto const attached = letters_of(attachments(root));
    auto const shown = letters_of(inline_parts(root));
    REQUIRE_SAME(r.origin, std::string_view{text}, r.text);
    REQUIRE_SAME(r.origin, std::string_view{html}, r.html);
    REQUIRE_SAME(r.origin, std::string_view{attached}, r.attachments);
    REQUIRE_SAME(r.origin, std::string_view{shown}, r.inline_parts);
}

/// At compile time with LF only, which halves the steps.
template <std::size_t First, std::size_t Last>
constexpr bool parts_are_sorted() {
    for (auto i = First; i < Last && i < std::size(table); ++i) {
        test::text_buffer text;
        test::body_tree_writer{table[i].tree, text};
        letters_are(table[i], text);
        if (!std::is_constant_evaluated()) letters_are(table[i], test::with_crlf(text));
    }
    return true;
}

// At run time only: the example has too many steps for a compiler.
TEST_CASE("body_parts: the example of the RFC") { CHECK(parts_are_sorted<0, 1>()); }
CASE("body_parts: tables, 1", (parts_are_sorted<1, 5>))
CASE("body_parts: tables, 2", (parts_are_sorted<5, 9>))
CASE("body_parts: tables, 3", (parts_are_sorted<9, 13>))
CASE("body_parts: tables, 4", (parts_are_sorted<13, 17>))
CASE("body_parts: tables, 5", (parts_are_sorted<17, 21>))
CASE("body_parts: tables, 6", (parts_are_sorted<21, 25>))
CASE("body_parts: tables, 7", (parts_are_sorted<25, 29>))
CASE("body_parts: tables, 8", (parts_are_sorted<29, 32>))
TEST_CASE("body_parts: tables, 9") { CHECK(parts_are_sorted<32, 100>()); }

constexpr bool a_multipart_without_parts_is_text() {
    entity const root{message{"Content-Type: multipart/mixed; boundary=a\n"
                              "\n"
                              "--a\n"
                              "Content-Type: multipart/mixed\n"
                              "\n"
                              "lost?\n"
                              "--a--\n"}};
    REQUIRE_TRUE(attachments(root).empty());
    REQUIRE_TRUE((*text_body(root).begin()).raw_body() == "lost?");
    return true;
}
CASE("body_parts: a multipart without parts is shown as text", a_multipart_without_parts_is_text)

constexpr bool attached_messages_end_where_they_do() {
    entity const root{message{"Content-Type: multipart/digest; boundary=a\n"
                              "\n"
                              "--a\n"
                              "\n"
                              "Content-Type: multipart/mixed; boundary=b\n"
                              "\n"
                              "--b\n"
                              "\n"
                              "one\n"
                              "--a\n"
                              "\n"
                              "Subject: two\n"
                              "\n"
                              "\n"
                              "--a--\n"}};
    auto const attached = attachments(root);
    auto at = attached.begin();
    REQUIRE_TRUE((*at).raw_body() == "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none");
    REQUIRE_TRUE((*++at).raw_body() == "Subject: two\n\n");
    REQUIRE_TRUE((*at).path() == "2");
    REQUIRE_TRUE(++at == attached.end());
    auto const child = root.children().begin();
    REQUIRE_TRUE((*attachments(*child).begin()).raw() == (*child).raw()); // the root itself
    return true;
}
CASE("body_parts: attached messages end with their parts", attached_messages_end_where_they_do)

struct all_that_is_first {
    constexpr bool operator()(placed_part const& at) const noexcept { return at.is_root; }
};
struct none_in_mixed {
    constexpr bool operator()(placed_part const& at) const noexcept {
        return at.in != multipart_kind::mixed && rfc8621_rule{}(at);
    }
};

constexpr bool a_rule_says_what_is_no_attachment() {
    test::text_buffer text;
    test::body_tree_writer{"m(a(o! h) o r(o i))", text}; // A B, C, D E
    entity const root{message{text}};
    REQUIRE_TRUE(std::string_view{letters_of(text_body(root, all_that_is_first{}))} == "D");
    REQUIRE_TRUE(std::string_view{letters_of(html_body(root, all_that_is_first{}))} == "D");
    REQUIRE_TRUE(std::string_view{letters_of(attachments(root, all_that_is_first{}))} == "ABCE");
    REQUIRE_TRUE(std::string_view{letters_of(inline_parts(root, all_that_is_first{}))} == "DE");
    REQUIRE_TRUE(std::string_view{letters_of(text_body(root, none_in_mixed{}))} == "B");
    auto const none = [](placed_part const&) { return false; };
    REQUIRE_TRUE(std::string_view{letters_of(attachments(root, none))} == "ABCDE");
    return true;
}
CASE("body_parts: a rule selects the parts that are shown", a_rule_says_what_is_no_attachment)

constexpr bool any_entity_is_a_root() {
    test::text_buffer text;
    test::body_tree_writer{"m(e(a(t h)) a(h i))", text}; // A(B C), D E
    entity const root{message{text}};
    auto const children = root.children();
    auto child = children.begin();
    REQUIRE_TRUE(std::string_view{letters_of(attachments(*child))} == "A");
    entity const inner = *(*child).children().begin();
    REQUIRE_TRUE(std::string_view{letters_of(text_body(inner))} == "B");
    REQUIRE_TRUE(std::string_view{letters_of(html_body(inner))} == "C");
    REQUIRE_TRUE(std::string_view{letters_of(text_body(*++child))} == "D");
    REQUIRE_TRUE(text_body(inner).begin() == text_body(inner).begin());
    REQUIRE_TRUE(text_body(inner).begin() != text_body(inner).end());
    return true;
}
CASE("body_parts: any entity is a root", any_entity_is_a_root)

TEST_CASE("body_parts: a temporary entity is accepted, since an entity is a view") {
    std::string text;
    test::body_tree_writer{"a(t h)", text};
    auto const parts = html_body(entity{message{text}});
    auto at = parts.begin();
    auto const before = at++;
    CHECK((*before).raw_body() == "B");
    CHECK(at == parts.end());
}

// ---- All small trees and some larger ones, compared with the algorithm of the RFC.

class all_trees {
  public:
    all_trees(std::vector<std::string> leaves, std::string kinds)
        : leaves_{std::move(leaves)}, kinds_{std::move(kinds)} {}

    /// The trees of `size` entities.
    std::vector<std::string> const& trees(std::size_t size) {
        auto& found = trees_[size];
        if (!found.empty()) return found;
        if (size == 1) return found = leaves_;
        for (char const kind : kinds_)
            for (auto const& forest : forests(size - 1))
                found.push_back(kind + ("(" + forest) + ")");
        return found;
    }

  private:
    std::vector<std::string> const& forests(std::size_t size) {
        auto& found = forests_[size];
        if (!found.empty()) return found;
        found = trees(size);
        for (std::size_t first = 1; first < size; ++first)
            for (auto const& tree : trees(first))
                for (auto const& rest : forests(size - first)) found.push_back(tree + " " + rest);
        return found;
    }

    std::vector<std::string> leaves_;
    std::string kinds_;
    std::map<std::size_t, std::vector<std::string>> trees_;
    std::map<std::size_t, std::vector<std::string>> forests_;
};

void check_tree(std::string const& tree) {
    std::string text;
    test::body_tree_writer{tree, text};
    entity const root{message{text}};
    test::check_lists(tree, root);
    // Every part is in one of the lists.
    std::size_t parts = 0;
    std::map<std::string, int> listed;
    for (auto const part : root.walk())
        parts += part.is_leaf() || part.kind() == entity_kind::message ? 1u : 0u;
    for (auto const& list : {test::paths_of(text_body(root)), test::paths_of(html_body(root)),
                             test::paths_of(attachments(root))})
        for (auto const& path : list) listed[path] = 1;
    // Except for parts of attached messages, alternatives, and multiparts without parts.
    if (tree.find_first_of("ean") == tree.npos) REQUIRE_SAME(tree, listed.size(), parts);
}

TEST_CASE("body_parts: all small trees are sorted as by the RFC") {
    all_trees few{{"t", "h", "i"}, "ma"};
    for (std::size_t size = 1; size <= 6; ++size)
        for (auto const& tree : few.trees(size)) check_tree(tree);
    all_trees others{{"t", "h", "x", "b", "o", "n"}, "ar"};
    for (std::size_t size = 1; size <= 4; ++size)
        for (auto const& tree : others.trees(size)) check_tree(tree);
    all_trees named{{"h", "h^", "i", "x^"}, "as"};
    for (std::size_t size = 1; size <= 5; ++size)
        for (auto const& tree : named.trees(size)) check_tree(tree);
    all_trees many{{"t", "h", "i", "o", "t*", "h!", "i!", "e(h)"}, "marp"};
    for (std::size_t size = 1; size <= 4; ++size)
        for (auto const& tree : many.trees(size)) check_tree(tree);
}

/// A pseudo-random tree of about `size` entities.
std::string any_tree(std::uint32_t& seed, std::size_t size) {
    auto const next = [&seed](std::size_t count) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 8) % count;
    };
    constexpr std::string_view leaves[] = {"t", "h", "i", "h", "x", "o", "t*", "i!", "b"};
    if (size <= 1) return std::string{leaves[next(std::size(leaves))]};
    std::string tree{"maars"[next(5)]};
    tree.append("(");
    for (--size; size > 0;) {
        auto const part = 1 + next(size);
        tree.append(any_tree(seed, part)).append(size == part ? "" : " ");
        size -= part;
    }
    return tree.append(")");
}

TEST_CASE("body_parts: large trees are sorted as by the RFC") {
    std::uint32_t seed = 1;
    for (int i = 0; i < 3000; ++i) check_tree(any_tree(seed, 5 + seed % 40));
}

TEST_CASE("body_parts: trees of the greatest depth, and deeper ones") {
    for (std::string const kind : {"a(", "m(", "a(h ", "a(o ", "a(m("}) {
        std::string tree = "t";
        for (int i = 0; i < 110; ++i) tree = kind + tree + std::string(kind == "a(m(" ? 2 : 1, ')');
        std::string text;
        test::body_tree_writer{tree, text};
        test::check_lists(kind, entity{message{text}});
    }
}

} // namespace

#include <foldwise/mime/entity_pieces.hpp>

#include <foldwise/mime/entity.hpp>

#include "../mail_files.hpp"
#include "../support.hpp"
#include "entity_shown.hpp"
#include "plain_tree.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace foldwise;
using enum piece_kind;

static_assert(std::forward_iterator<entity_pieces::iterator>);
static_assert(noexcept(entity{}.pieces().begin()));

struct wanted {
    piece_kind kind;
    std::string_view raw;
    std::size_t depth;
};

constexpr std::string_view text = "Content-Type: multipart/mixed; boundary=a\n"
                                  "\n"
                                  "pre\n"
                                  "--a\n"
                                  "A: b\n"
                                  "\n"
                                  "one\n"
                                  "--a \n"
                                  "Content-Type: message/rfc822\n"
                                  "\n"
                                  "C: d\n"
                                  "\n"
                                  "two\n"
                                  "--a--\n"
                                  "post\n";

constexpr wanted all_pieces[] = {
    {header, "Content-Type: multipart/mixed; boundary=a\n", 0},
    {separator, "\n", 0},
    {preamble, "pre", 0},
    {delimiter, "\n--a\n", 0},
    {header, "A: b\n", 1},
    {separator, "\n", 1},
    {body, "one", 1},
    {end, "", 1},
    {delimiter, "\n--a \n", 0},
    {header, "Content-Type: message/rfc822\n", 1},
    {separator, "\n", 1},
    {header, "C: d\n", 2},
    {separator, "\n", 2},
    {body, "two", 2},
    {end, "", 2},
    {end, "", 1},
    {close_delimiter, "\n--a--\n", 0},
    {epilogue, "post\n", 0},
    {end, "", 0},
};

constexpr bool a_message_is_cut_into_pieces() {
    auto const* next = std::begin(all_pieces);
    for (auto const piece : entity{message{text}}.pieces()) {
        REQUIRE_SAME(next->raw, piece.raw, next->raw);
        REQUIRE_TRUE(piece.kind == next->kind && piece.depth == next->depth);
        ++next;
    }
    REQUIRE_TRUE(next == std::end(all_pieces));
    return true;
}
CASE("entity_pieces: a message is cut into pieces", a_message_is_cut_into_pieces)

struct ends {
    std::string_view origin;
    std::string_view text; // after the Content-Type of a multipart with the boundary "a"
    std::string_view delimiters;
};

/// The delimiter pieces of each text, in brackets, with "|" for the line endings that belong to
/// them.
constexpr ends line_endings[] = {
    {"RFC 2046 section 5.1.1", "--a\n\none\n--a--\n", "[--a|][|--a--|]"},
    {"no preamble, but an empty line", "\n--a\n\none\n--a--", "[|--a|][|--a--]"},
    {"a part without an octet", "--a\n--a\n\n--a--", "[--a|][--a|][|--a--]"},
    {"the separator of a part without a body", "--a\nB: c\n\n--a--", "[--a|][|--a--]"},
    {"the separator of a multipart without a part",
     "--a\nContent-Type: multipart/mixed; boundary=b\n\n--a--", "[--a|][|--a--]"},
    {"the separator of a message without an octet", "--a\nContent-Type: message/rfc822\n\n--a--",
     "[--a|][|--a--]"},
    {"the end of a part", "--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n--b--\n--a--\n",
     "[--a|][--b|][--b--][|--a--|]"},
    {"a part without an octet, and without a line",
     "--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n--b\n--a--\n",
     "[--a|][--b|][|--b][|--a--|]"},
    {"the same, before the outer delimiter",
     "--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n--a\n--a--",
     "[--a|][--b][|--a|][--a--]"},
    {"an epilogue that is a line ending",
     "--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n--b--\n\n--a--\n",
     "[--a|][--b|][--b--|][|--a--|]"},
};

constexpr bool a_line_ending_belongs_to_the_delimiter_after_it() {
    for (auto const& row : line_endings) {
        test::text_buffer whole;
        whole.append("Content-Type: multipart/mixed; boundary=a\n\n");
        whole.append(row.text);
        test::with_both_line_endings(whole, [&](std::string_view octets) {
            test::text_buffer found;
            for (auto const piece : entity{message{octets}}.pieces()) {
                if (piece.kind != delimiter && piece.kind != close_delimiter) continue;
                found.append('[');
                test::append_shown(found, piece.raw);
                found.append(']');
            }
            REQUIRE_SAME(row.origin, std::string_view{found}, row.delimiters);
        });
    }
    return true;
}
CASE("entity_pieces: a line ending belongs to the delimiter after it",
     a_line_ending_belongs_to_the_delimiter_after_it)

constexpr bool a_walk_starts_at_a_part_unless_told_otherwise() {
    constexpr std::string_view octets = "\xEF\xBB\xBF"
                                        "Content-Type: multipart/mixed; boundary=a\n\n--a\n";
    detail::entity_piece_walker at{octets, detail::walk_origin{}, entity_path{}};
    REQUIRE_TRUE(!at.at_end() && at.path().empty());
    REQUIRE_TRUE(at.current().kind == header && at.current().depth == 0);
    // The field after a byte order mark counts only in a message. Were it in a digest, it would be
    // one.
    REQUIRE_TRUE(at.places().kind == entity_kind::leaf && at.places().type.empty());
    std::size_t size = 0;
    for (; !at.at_end(); at.advance()) size += at.current().raw.size();
    REQUIRE_TRUE(size == octets.size());
    return true;
}
CASE("entity_pieces: a walk starts at a part of depth 0 unless told otherwise",
     a_walk_starts_at_a_part_unless_told_otherwise)

// ---- Any message

/// Checks that the pieces make up the bytes, and are properly nested.
void is_lossless(std::string_view origin, std::string_view octets) {
    std::size_t at = 0;
    std::vector<piece_kind> last{end}; // by depth
    for (auto const piece : entity{message{octets}}.pieces()) {
        REQUIRE_SAME(origin, static_cast<std::size_t>(piece.raw.data() - octets.data()), at);
        at += piece.raw.size();
        if (piece.kind == header && piece.depth == last.size()) last.push_back(end);
        REQUIRE_SAME(origin, piece.depth + 1 == last.size(), true);
        auto& before = last.back();
        switch (piece.kind) {
        case header: REQUIRE_SAME(origin, before, end); break;
        case separator: REQUIRE_SAME(origin, before, header); break;
        case body:
        case preamble: REQUIRE_SAME(origin, before, separator); break;
        case delimiter:
            REQUIRE_SAME(origin, before == preamble || before == delimiter, true);
            break;
        case close_delimiter: REQUIRE_SAME(origin, before, delimiter); break;
        case epilogue:
            REQUIRE_SAME(origin, before == delimiter || before == close_delimiter, true);
            break;
        case end: break;
        }
        before = piece.kind;
        if (piece.kind == end && piece.depth != 0) last.pop_back();
    }
    REQUIRE_SAME(origin, at, octets.size());
    REQUIRE_SAME(origin, last.size(), 1u);
}

/// Checks that children() yields the entities of walk().
void children_are_those_of_the_walk(std::string_view origin, entity const& root) {
    auto const walk = root.walk();
    auto at = ++walk.begin();
    for (auto const child : root.children()) {
        REQUIRE_SAME(origin, at == walk.end(), false);
        if (at == walk.end()) return;
        REQUIRE_SAME(origin, (*at).path() == child.path(), true);
        REQUIRE_SAME(origin, (*at).raw(), child.raw());
        auto const inner = child.walk();
        for (auto part = inner.begin(); part != inner.end(); ++part, ++at) {
            REQUIRE_SAME(origin, (*at).path() == (*part).path(), true);
            REQUIRE_SAME(origin, (*at).header().raw().data(), (*part).header().raw().data());
        }
    }
    REQUIRE_SAME(origin, at == walk.end(), true);
}

TEST_CASE("entity_pieces: any lines are read as a simple reader reads them") {
    constexpr std::string_view lines[] = {
        "--a\n",
        "--a--\n",
        "--b\n",
        "--b--\n",
        "\n",
        "x\n",
        "Content-Type: multipart/mixed; boundary=a\n",
        "Content-Type: multipart/digest; boundary=b\n",
        "Content-Type: message/rfc822\n",
    };
    std::size_t multiparts = 0;
    std::string octets;
    auto const check = [&](std::size_t front, std::string_view numbers) {
        octets = lines[front];
        octets += '\n';
        for (char const number : numbers) octets += lines[number - '0'];
        entity const root{message{octets}};
        auto const tree = std::string{std::string_view{test::shown_tree(root)}};
        REQUIRE_SAME(octets, tree, test::plain_tree(octets));
        multiparts += root.is_leaf() ? 0u : 1u;
        is_lossless(octets, octets);
        children_are_those_of_the_walk(octets, root);
        // The last line may lack its ending.
        octets.pop_back();
        REQUIRE_SAME(octets,
                     std::string{std::string_view{test::shown_tree(entity{message{octets}})}},
                     test::plain_tree(octets));
        return true;
    };
    for (std::size_t front : {6u, 7u, 8u})
        test::for_each_string("012345678", 4,
                              [&](std::string_view numbers) { return check(front, numbers); });
    // A multipart in a multipart.
    test::for_each_string("0123457", 5, [&](std::string_view numbers) {
        return check(6, std::string{"04"}.append("64").append(numbers));
    });
    test::for_each_string("012345", 5, [&](std::string_view numbers) {
        return check(6, std::string{"074"}.append(numbers));
    });
    CHECK(multiparts > 1000);
}

TEST_CASE("entity_pieces: the pieces of every file make up the file") {
    std::size_t parts = 0;
    auto const files =
        test::for_each_mail_file([&](std::string const& path, std::string_view bytes) {
            is_lossless(path, bytes);
            entity const root{message{bytes}};
            children_are_those_of_the_walk(path, root);
            for (auto const part : root.walk()) parts += part.path().size();
        });
    CHECK(files > 10);
    CHECK(parts >= files);
}

} // namespace

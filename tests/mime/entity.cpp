#include <foldwise/mime/entity.hpp>

#include "../support.hpp"
#include "entity_shown.hpp"

#include <foldwise/mime/diagnose_parts.hpp>

#include <iterator>
#include <string>
#include <tuple>
#include <type_traits>

namespace {

using namespace foldwise;
using test::shown_tree;

static_assert(std::is_trivially_copyable_v<entity>);
static_assert(std::forward_iterator<decltype(entity{}.walk().begin())>);
static_assert(std::forward_iterator<decltype(entity{}.children().begin())>);
static_assert(noexcept(entity{message{}}) && noexcept(entity{}.walk().begin()));
static_assert(sizeof(entity) <= 256);
static_assert(sizeof(entity_walk::iterator) <= 2048);
// 120 octets more than the others, for the child whose end it has found.
static_assert(sizeof(entity_children::iterator) <= 2176);
static_assert(sizeof(entity_pieces::iterator) <= 2048);

struct row {
    std::string_view origin;
    std::string_view text;
    std::string_view tree;
};

constexpr row table[] = {
    {"RFC 2045 section 5.2", "", "1 text/plain {}"},
    {"RFC 2045 section 5.2", "A: b\n\nHello\n", "1 text/plain {Hello|}"},
    {"RFC 2045 section 5.2", "Content-Type: nonsense\n\na", "1 text/plain {a}"},
    {"RFC 2046 section 5.1.1, the example",
     "From: Nathaniel Borenstein <nsb@bellcore.com>\nMIME-Version: 1.0\n"
     "Content-type: multipart/mixed; boundary=\"simple boundary\"\n\npre\n"
     "--simple boundary\n\nno line break at the end\n"
     "--simple boundary\nContent-type: text/plain; charset=us-ascii\n\none at the end\n\n"
     "--simple boundary--\n\npost\n",
     "TEXT multipart/mixed <pre> [1 text/plain {no line break at the end}]"
     " [2 text/plain {one at the end|}] <|post|>"},
    {"RFC 2046 section 5.1.1: transport-padding",
     "Content-Type: multipart/mixed; boundary=a\n\n--a \t\n\none\n--a--\t \n",
     "TEXT multipart/mixed [1 text/plain {one}]"},
    {"RFC 2046 section 5.1.1: white space at the end of a boundary was added on the way",
     "Content-Type: multipart/mixed; boundary=\"a \"\n\n--a\n\none\n--a --\n--a--\n",
     "TEXT multipart/mixed [1 text/plain {one}] <--a--|>"},
    {"RFC 2046 section 5.1.1: white space before the dashes is text",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a --\n--a--\n",
     "TEXT multipart/mixed [1 text/plain {one|--a --}]"},
    {"RFC 2046 section 5.1.1: parts without header sections, and without anything",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a\n\n--a\n--a\nB: c\n--a--\n",
     "TEXT multipart/mixed [1 text/plain {one}] [2 text/plain {}] [3 text/plain {}]"
     " [4 text/plain {}]"},
    {"RFC 2046 section 5.1.2: an outer delimiter ends inner multiparts",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; "
     "boundary=b\n\n--b\n\none\n--a\n\ntwo\n--a--\n",
     "TEXT multipart/mixed [1 multipart/mixed [1.1 text/plain {one}]] [2 text/plain {two}]"},
    {"RFC 2046 section 5.1.5: digest",
     "Content-Type: multipart/digest; boundary=a\n\n--a\n\nB: c\n\none\n--a\nContent-Type: "
     "text/plain\n\ntwo\n--a\nContent-Type: x\n\nD: e\n--a--\n",
     "TEXT multipart/digest [1 message/rfc822 [1.1 text/plain {one}]] [2 text/plain {two}]"
     " [3 message/rfc822 [3.1 text/plain {}]]"},
    {"RFC 2046 section 5.1.5: only for the parts themselves",
     "Content-Type: multipart/digest; boundary=a\n\n--a\nContent-Type: multipart/mixed; "
     "boundary=b\n\n--b\n\none\n--b--\n--a--",
     "TEXT multipart/digest [1 multipart/mixed [1.1 text/plain {one}]]"},
    {"RFC 2046 section 5.2.1: message",
     "Content-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\none\n"
     "--a--\n",
     "1 message/rfc822 [1.TEXT multipart/mixed [1.1 text/plain {one}]]"},
    {"RFC 2046 section 5.2.1: a message has no encoding",
     "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nQTogYg==",
     "1 message/rfc822 {QTogYg==}"},
    {"RFC 2046 section 5.2.1: 8bit is not an encoding",
     "Content-Type: message/rfc822\nContent-Transfer-Encoding: 8bit\n\nA: b\n\nc",
     "1 message/rfc822 [1.1 text/plain {c}]"},
    {"RFC 2046 section 5.2.2 and 5.2.3: leaves",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/partial; id=b; "
     "number=1\n\nC: d\n--a\nContent-Type: message/external-body\n\nE: f\n\n--a--\n",
     "TEXT multipart/mixed [1 message/partial {C: d}] [2 message/external-body {E: f|}]"},
    {"RFC 6532 section 3.7: global", "Content-Type: message/global\n\nA: b\n\nc",
     "1 message/global [1.1 text/plain {c}]"},
    {"RFC 2045 section 6.4: a multipart is read undecoded",
     "Content-Type: multipart/mixed; boundary=a\nContent-Transfer-Encoding: base64\n\n--a\n\n"
     "one\n--a--\n",
     "TEXT multipart/mixed [1 text/plain {one}]"},
    {"RFC 9051 section 6.4.5, the example",
     "Content-Type: multipart/mixed; boundary=a\n\n"
     "--a\nContent-Type: text/plain\n\n"
     "--a\nContent-Type: application/octet-stream\n\n"
     "--a\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=b\n\n"
     "--b\nContent-Type: text/plain\n\n--b\nContent-Type: application/octet-stream\n\n--b--\n"
     "--a\nContent-Type: multipart/mixed; boundary=c\n\n"
     "--c\nContent-Type: image/gif\n\n"
     "--c\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=d\n\n"
     "--d\nContent-Type: text/plain\n\n"
     "--d\nContent-Type: multipart/alternative; boundary=e\n\n"
     "--e\nContent-Type: text/plain\n\n--e\nContent-Type: text/richtext\n\n--e--\n--d--\n--c--\n"
     "--a--\n",
     "TEXT multipart/mixed [1 text/plain {}] [2 application/octet-stream {}] [3 message/rfc822 "
     "[3.TEXT multipart/mixed [3.1 text/plain {}] [3.2 application/octet-stream {}]]] [4 "
     "multipart/mixed [4.1 image/gif {}] [4.2 message/rfc822 [4.2.TEXT multipart/mixed [4.2.1 "
     "text/plain {}] [4.2.2 multipart/alternative [4.2.2.1 text/plain {}] [4.2.2.2 text/richtext "
     "{}]]]]]"},
    {"DESIGN section 3: a line with other text is not a delimiter",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a b\n --a\n--a-- c\n--A\n--a--\n",
     "TEXT multipart/mixed [1 text/plain {one|--a b| --a|--a-- c|--A}]"},
    {"DESIGN section 3: at the start of a line",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\n\none--a\ntwo\r--a\n--a--\n",
     "TEXT multipart/mixed [1 text/plain {one--a|two--a}]"},
    {"DESIGN section 3: the innermost first",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; "
     "boundary=a\n\n--a\n\none\n--a--\npost\n--a\n\ntwo\n--a--\n",
     "TEXT multipart/mixed [1 multipart/mixed [1.1 text/plain {one}] <post>] [2 text/plain {two}]"},
    {"DESIGN section 3: the own delimiter line ends a header section",
     "A: b\nContent-Type: multipart/mixed;\n boundary=a\nC: d\n e\n--a\nContent-Type: text/html\n"
     "\none\n--a\n\ntwo\n--a--\npost\n",
     "TEXT multipart/mixed [1 text/html {one}] [2 text/plain {two}] <post|>"},
    {"DESIGN section 3: that of a part, too",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; "
     "boundary=b\n--b \nB: c\n\none\n--b--\n--a\n\ntwo\n--a--\n",
     "TEXT multipart/mixed [1 multipart/mixed [1.1 text/plain {one}]] [2 text/plain {two}]"},
    {"DESIGN section 3: that of an attached message, too",
     "Content-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=b\n--b\n\none",
     "1 message/rfc822 [1.TEXT multipart/mixed [1.1 text/plain {one}]]"},
    {"DESIGN section 3: not before the Content-Type field",
     "--a\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a--\n",
     "TEXT multipart/mixed [1 text/plain {one}]"},
    {"DESIGN section 3: only if the first Content-Type field declares it",
     "Content-Type: multipart/mixed; boundary=b\nContent-Type: multipart/mixed; boundary=a\n--a\n"
     "\n--b\n\none\n--b--\n",
     "TEXT multipart/mixed [1 text/plain {one}]"},
    {"DESIGN section 3: only if that is a multipart",
     "Content-Type: text/plain; boundary=a\n--a\n\none", "1 text/plain {one}"},
    {"DESIGN section 3: text after the boundary makes it no delimiter line",
     "Content-Type: multipart/mixed; boundary=a\n--a b\n--ab\n -a\n\n--a\n\none\n--a--\n",
     "TEXT multipart/mixed [1 text/plain {one}]"},
    {"DESIGN section 3: a continuation line is none, either",
     "Content-Type: multipart/mixed; boundary=a\nB: c\n --a\n\n--a\n\none\n--a--\n",
     "TEXT multipart/mixed [1 text/plain {one}]"},
    {"DESIGN section 3: the close-delimiter ends a header section",
     "Content-Type: multipart/mixed; boundary=a\n--a--\nB: c\n\none\n",
     "1 multipart/mixed {--a--|B: c||one|}"},
    {"DESIGN section 3: a repeated boundary is that of the enclosing multipart",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; "
     "boundary=a\n--x\n--a\n\none\n--a--\n",
     "TEXT multipart/mixed [1 multipart/mixed {}] [2 text/plain {one}]"},
    {"DESIGN section 3: boundaries that start alike",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; "
     "boundary=aa\n\n--aa\n\none\n--a\n\ntwo\n--aa--\n--a--\n",
     "TEXT multipart/mixed [1 multipart/mixed [1.1 text/plain {one}]] [2 text/plain {two|--aa--}]"},
    {"a boundary that closes another one: the innermost first",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; "
     "boundary=a--\n\n--a--\n\none\n--a----\n--a--\n",
     "TEXT multipart/mixed [1 multipart/mixed [1.1 text/plain {one}]]"},
    {"a boundary that another one closes: the innermost first",
     "Content-Type: multipart/mixed; boundary=a--\n\n--a--\nContent-Type: multipart/mixed; "
     "boundary=a\n\n--a\n\none\n--a--\npost\n--a--\n\ntwo\n--a----\n",
     "TEXT multipart/mixed [1 multipart/mixed [1.1 text/plain {one}] <post>] [2 text/plain {two}]"},
    {"DESIGN section 3: no close-delimiter",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a\n\ntwo\n",
     "TEXT multipart/mixed [1 text/plain {one}] [2 text/plain {two|}]"},
    {"RFC 2046 section 5.1.1: no part after the close-delimiter",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a--\n--a\n\ntwo\n",
     "TEXT multipart/mixed [1 text/plain {one}] <--a||two|>"},
    {"without a boundary", "Content-Type: multipart/mixed\n\n--a\n\none\n--a--\n",
     "1 multipart/mixed {--a||one|--a--|}"},
    {"without a part", "Content-Type: multipart/mixed; boundary=a\n\n--b\n\none\n",
     "1 multipart/mixed {--b||one|}"},
    {"closed before there is a part",
     "Content-Type: multipart/mixed; boundary=a\n\npre\n--a--\n\n--a\n\none\n",
     "1 multipart/mixed {pre|--a--||--a||one|}"},
    {"closed by a line that also closes the outer multipart",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; "
     "boundary=a\n\npre\n--a--\npost\n",
     "TEXT multipart/mixed [1 multipart/mixed {pre}] <post|>"},
    {"a delimiter ends a header section",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/html\nB: c\n--a\n\n"
     "two\n--a--\n",
     "TEXT multipart/mixed [1 text/html {}] [2 text/plain {two}]"},
    {"a delimiter ends the header section of a multipart",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=b"
     "\n--a\n\ntwo\n--a--\n",
     "TEXT multipart/mixed [1 multipart/mixed {}] [2 text/plain {two}]"},
    {"a delimiter ends the header section of a message",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/rfc822\n--a\n\ntwo\n"
     "--a--\n",
     "TEXT multipart/mixed [1 message/rfc822 [1.1 text/plain {}]] [2 text/plain {two}]"},
    {"a body that looks like the header section of a multipart",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/rfc822\n\nB: c\n\n"
     "Content-Type: multipart/mixed; boundary=a\n--a--\npost",
     "TEXT multipart/mixed [1 message/rfc822 [1.1 text/plain {Content-Type: multipart/mixed; "
     "boundary=a}]] <post>"},
    {"RFC 2046 section 5.1.1: every legal character",
     "Content-Type: multipart/mixed; boundary=\"'()+_,-./:=? 0Zz\"\n\n--'()+_,-./:=? 0Zz\n\none\n"
     "--'()+_,-./:=? 0Zz--\n",
     "TEXT multipart/mixed [1 text/plain {one}]"},
    {"RFC 2822 section 3.2.5: a boundary with quoted-pairs and folding in it",
     "Content-Type: multipart/mixed; boundary=\"a\\b\n c\"\n\n--ab c\n\none\n--ab c--\n",
     "TEXT multipart/mixed [1 text/plain {one}]"},
    {"RFC 2231 section 3: a boundary in sections",
     "Content-Type: multipart/mixed; boundary*1=b; boundary*0=a\n\n--ab\n\none\n--ab--\n",
     "TEXT multipart/mixed [1 text/plain {one}]"},
    {"nested boundaries in sections",
     "Content-Type: multipart/mixed; boundary*0=a; boundary*1=a\n\n--aa\nContent-Type: "
     "multipart/mixed; boundary*0=b; boundary*1=b\n\n--bb\n\none\n--bb--\n--aa\nContent-Type: "
     "multipart/mixed; boundary*0=c; boundary*1=c\n\n--cc\n\ntwo\n--cc--\n--aa--\n",
     "TEXT multipart/mixed [1 multipart/mixed [1.1 text/plain {one}]] [2 multipart/mixed [2.1 "
     "text/plain {two}]]"},
    {"two Content-Type fields: the first", "Content-Type: text/html\nContent-Type: text/plain\n\n",
     "1 text/html {}"},
};

template <std::size_t First, std::size_t Last>
constexpr bool trees_are_read() {
    for (auto i = First; i < Last && i < std::size(table); ++i)
        test::with_both_line_endings(table[i].text, [&](std::string_view text) {
            auto const tree = shown_tree(entity{message{text}});
            REQUIRE_SAME(table[i].origin, std::string_view{tree}, table[i].tree);
        });
    return true;
}
CASE("entity: trees, 1", (trees_are_read<0, 8>))
CASE("entity: trees, 2", (trees_are_read<8, 16>))
CASE("entity: trees, 3", (trees_are_read<16, 24>))
CASE("entity: trees, 4", (trees_are_read<24, 32>))
CASE("entity: trees, 5", (trees_are_read<32, 100>))

// Each place where a field of a part might be taken for a field of the message.
constexpr bool no_field_of_a_part_is_in_a_header_section() {
    for (std::string_view const start :
         {"From: a@sample.net\nContent-Type: multipart/mixed; boundary=b\n",
          "Content-Type: multipart/mixed;\n boundary*0=b\nFrom: a@sample.net\n",
          "From: a@sample.net\nContent-Type: multipart/mixed; boundary=b\nno field\n",
          "From: a@sample.net\nContent-Type: multipart/mixed; boundary=\"b\"\n--x\n"})
        for (std::string_view const line : {"--b\n", "--b \t\n", "--b--\n"}) {
            test::text_buffer text;
            text.append(start);
            text.append(line);
            text.append("From: x@example.org\nDKIM-Signature: d=example.org\n\none\n--b--\n");
            test::with_both_line_endings(text, [&](std::string_view octets) {
                message const m{octets};
                entity const root{m};
                std::size_t senders = 0;
                for (auto const field : root.header().find_all("From"))
                    senders += field.value() == "a@sample.net" ? 1U : 100U;
                REQUIRE_TRUE(senders == 1 && !root.header().find("DKIM-Signature"));
                REQUIRE_TRUE(root.separator().empty() && root.raw_body().starts_with("--b"));
                REQUIRE_TRUE(m.header().find("DKIM-Signature")); // it ends at the empty line
            });
        }
    return true;
}
CASE("entity: no field of a part is in the header section of the message",
     no_field_of_a_part_is_in_a_header_section)

constexpr bool no_boundary_comes_from_text_for_people() {
    // An encoded-word, a file name, a comment, or text before the field.
    for (std::string_view const text :
         {"Content-Type: multipart/mixed; boundary=\"=?us-ascii?Q?b?=\"\n--b\n\none\n",
          "Content-Type: multipart/mixed; name=\"; boundary=b\"\n--b\n\none\n",
          "Content-Type: multipart/mixed (; boundary=b)\n--b\n\none\n",
          "Subject: ; boundary=b\nContent-Type: multipart/mixed\n--b\n\none\n",
          "Content-Type: =?us-ascii?Q?multipart/mixed;_boundary=3Db?=\n--b\n\none\n"}) {
        entity const root{message{text}};
        REQUIRE_TRUE(root.is_leaf() && root.raw_body() == "one\n");
    }
    return true;
}
CASE("entity: no boundary comes from text for people", no_boundary_comes_from_text_for_people)

constexpr std::string_view nested = "Content-Type: multipart/mixed; boundary=a\n"
                                    "\n"
                                    "pre\n"
                                    "--a\n"
                                    "Content-Type: multipart/alternative; boundary=b\n"
                                    "\n"
                                    "--b\n"
                                    "Content-Type: text/html; charset=utf-8\n"
                                    "Content-Transfer-Encoding: quoted-printable\n"
                                    "Content-Disposition: inline; filename=a.html\n"
                                    "\n"
                                    "caf=C3=A9\n"
                                    "--b--\n"
                                    "inner post\n"
                                    "--a\n"
                                    "Content-Type: message/rfc822\n"
                                    "\n"
                                    "Subject: s\n"
                                    "\n"
                                    "body\n"
                                    "--a--\n"
                                    "post";

// The checks of the entities of `nested`, used for those of walk() and of children().
constexpr void is_multipart_with_two(entity const& e) {
    REQUIRE_TRUE(e.kind() == entity_kind::multipart && !e.is_leaf() && e.depth() == 0);
    REQUIRE_TRUE(e.path() == "TEXT" && e.raw() == nested);
    REQUIRE_TRUE(e.separator() == "\n" && e.preamble() == "pre" && e.epilogue() == "post");
    REQUIRE_TRUE(e.raw_body() == nested.substr(nested.find("pre")));
    REQUIRE_TRUE(e.decoded().is_raw() && e.decoded().raw() == e.raw_body());
}
constexpr void is_multipart_with_one(entity const& e) {
    REQUIRE_TRUE(e.kind() == entity_kind::multipart && e.depth() == 1 && e.path() == "1");
    REQUIRE_TRUE(e.content_type().is("multipart", "alternative"));
    REQUIRE_TRUE(e.preamble().empty() && e.epilogue() == "inner post");
    REQUIRE_TRUE(e.raw_body().starts_with("--b\n") && e.raw_body().ends_with("inner post"));
    REQUIRE_TRUE(e.raw().starts_with("Content-Type: multipart/alt"));
}
constexpr void is_html(entity const& e) {
    REQUIRE_TRUE(e.is_leaf() && e.depth() == 2 && e.path() == "1.1");
    REQUIRE_TRUE(e.content_type().is("text", "html"));
    REQUIRE_TRUE(e.content_disposition()->kind() == disposition::inline_part);
    REQUIRE_TRUE(e.encoding() == transfer_encoding::quoted_printable);
    REQUIRE_TRUE(e.raw_body() == "caf=C3=A9" && e.decoded().length() == 5);
    REQUIRE_TRUE(e.preamble().empty() && e.epilogue().empty() && e.children().empty());
}
constexpr void is_message(entity const& e) {
    REQUIRE_TRUE(e.kind() == entity_kind::message && e.depth() == 1 && e.path() == "2");
    REQUIRE_TRUE(e.raw_body() == "Subject: s\n\nbody" && !e.content_disposition());
    REQUIRE_TRUE(message{e.raw_body()}.body() == "body");
}

constexpr bool a_walk_gives_all_of_an_entity() {
    entity const root{message{nested}};
    is_multipart_with_two(root);
    auto const walk = root.walk();
    auto at = walk.begin();
    is_multipart_with_two(*at);
    is_multipart_with_one(*++at);
    is_html(*++at);
    is_message(*++at);
    auto const last = *++at;
    REQUIRE_TRUE(last.path() == "2.1" && last.depth() == 2 && last.raw() == "Subject: s\n\nbody");
    REQUIRE_TRUE(++at == walk.end());
    return true;
}
CASE("entity: walk() visits the entity and everything inside of it", a_walk_gives_all_of_an_entity)

constexpr bool children_give_the_same() {
    entity const root{message{nested}};
    auto const parts = root.children();
    auto part = parts.begin();
    is_multipart_with_one(*part);
    for (auto const child : (*part).children()) is_html(child);
    is_message(*++part);
    REQUIRE_TRUE(++part == parts.end());
    return true;
}
CASE("entity: children() yields the same entities", children_give_the_same)

constexpr bool any_entity_can_be_walked() {
    for (auto const part : entity{message{nested}}.walk()) {
        std::size_t count = 0;
        for (auto const inner : part.walk()) {
            if (count++ == 0) {
                REQUIRE_TRUE(inner.path() == part.path() && inner.raw() == part.raw());
                REQUIRE_TRUE(inner.depth() == part.depth() && inner.kind() == part.kind());
            } else {
                REQUIRE_TRUE(inner.depth() > part.depth());
            }
        }
        REQUIRE_TRUE(count != 0);
    }
    return true;
}
CASE("entity: any entity can be walked", any_entity_can_be_walked)

struct quoted_mail {
    foldwise::message whole;
    constexpr foldwise::message message() const { return whole; }
    constexpr from_quotes quotes() const { return {from_quoting::mboxo}; }
};

constexpr void check_decoded(entity const& part, std::string_view octets) {
    test::text_buffer decoded;
    for (char const octet : part.decoded()) decoded.append(octet);
    REQUIRE_SAME(part.raw_body(), std::string_view{decoded}, octets);
}

constexpr bool quotes_of_an_mbox_are_not_in_decoded_bodies() {
    constexpr std::string_view text = "Content-Type: multipart/digest; boundary=a\n"
                                      "\n"
                                      "--a\n"
                                      "\n"
                                      "Subject: b\n"
                                      "\n"
                                      ">From b\n>>From c\n"
                                      "--a\n"
                                      "Content-Type: text/plain\n"
                                      "\n"
                                      ">From d\n"
                                      "--a--\n";
    message const m{text};
    // Through walk(), children() and walks that start at a part.
    entity const root{m, from_quotes{}};
    auto const digest = *root.children().begin();
    auto const inner = *digest.children().begin();
    REQUIRE_TRUE(inner.raw_body() == ">From b\n>>From c" && !inner.decoded().is_raw());
    for (auto const part : root.walk())
        if (part.path() == "1.1") check_decoded(part, "From b\n>From c");
    for (auto const part : digest.walk())
        if (part.path() == "1.1") check_decoded(part, "From b\n>From c");
    check_decoded(inner, "From b\n>From c");
    for (auto const part : entity{quoted_mail{m}}.children())
        if (part.path() == "2") check_decoded(part, "From d");
    for (auto const part : entity{quoted_mail{m}}.walk())
        if (part.path() == "1.1") check_decoded(part, "From b\n>>From c");
    for (auto const part : entity{m}.walk())
        if (part.path() == "2") check_decoded(part, ">From d");
    return true;
}
CASE("entity: the quotes of an mbox are not in decoded bodies",
     quotes_of_an_mbox_are_not_in_decoded_bodies)

constexpr bool a_byte_order_mark_may_start_a_message() {
    test::with_both_line_endings(
        "\xEF\xBB\xBF"
        "Content-Type: multipart/mixed; boundary=a\n\n--a\n\xEF\xBB\xBF"
        "Content-Type: text/html\n\nx\n--a\nContent-Type: "
        "message/rfc822\n\n\xEF\xBB\xBF"
        "content-transfer-encoding: base64\n\neA==\n--a--\n",
        [](std::string_view text) {
            entity const root{message{text}};
            REQUIRE_TRUE(root.kind() == entity_kind::multipart);
            REQUIRE_TRUE(root.header().find("Content-Type").has_value());
            for (auto const part : root.walk()) {
                // Not at the start of a part.
                if (part.path() == "1") REQUIRE_TRUE(part.content_type().is("text", "plain"));
                if (part.path() == "1") REQUIRE_TRUE(!part.header().find("Content-Type"));
                if (part.path() == "2.1") check_decoded(part, "x");
                if (part.path() == "2.1")
                    REQUIRE_TRUE((*part.header().begin()).is("Content-Transfer-Encoding"));
            }
            // A walk that starts at the inner message.
            for (auto const part : root.children())
                for (auto const inner : part.children())
                    for (auto const again : inner.walk()) check_decoded(again, "x");
            std::size_t marks = 0;
            diagnose_parts(root, [&](diagnostic const& problem) {
                marks += problem.code == diagnostic_code::byte_order_mark ? 1u : 0u;
            });
            REQUIRE_TRUE(marks == 1); // the inner message's
        });
    // A second field counts, as a strict reader sees only that.
    entity const e{message{"\xEF\xBB\xBF"
                           "Content-Type: text/html\nContent-Type: text/css\n\n"}};
    REQUIRE_TRUE(e.content_type().is("text", "css"));
    return true;
}
CASE("entity: a byte order mark may be before the first field of a message",
     a_byte_order_mark_may_start_a_message)

constexpr bool a_message_that_is_only_a_byte_order_mark() {
    char const mark[] = {'\xEF', '\xBB', '\xBF'}; // no octet after it may be read
    entity const e{message{std::string_view{mark, 3}}};
    REQUIRE_TRUE(e.header().raw().size() == 3 && e.raw_body().empty() && e.is_leaf());
    return true;
}
CASE("entity: a message that is only a byte order mark", a_message_that_is_only_a_byte_order_mark)

constexpr bool a_multipart_is_never_decoded() {
    // RFC 2045 section 6.4. Without a boundary, the second entity is a leaf.
    for (std::string_view const text :
         {"Content-Transfer-Encoding: base64\nContent-Type: multipart/mixed; boundary=a\n\n--a\n",
          "Content-Transfer-Encoding: base64\nContent-Type: multipart/mixed\n\nQUJD"}) {
        entity const e{message{text}};
        REQUIRE_TRUE(e.encoding() == transfer_encoding::base64);
        REQUIRE_TRUE(e.decoded().is_raw() && e.decoded().raw() == e.raw_body());
    }
    return true;
}
CASE("entity: a multipart is never decoded", a_multipart_is_never_decoded)

constexpr bool what_is_too_deep_is_a_leaf() {
    message const m{nested};
    REQUIRE_TRUE(entity(m, 0).is_leaf() && entity(m, 0).path() == "1");
    REQUIRE_TRUE(std::string_view{shown_tree(entity(m, 1))} ==
                 "TEXT multipart/mixed <pre> [1 multipart/alternative {--b|Content-Type: "
                 "text/html; charset=utf-8|Content-Transfer-Encoding: quoted-printable|"
                 "Content-Disposition: inline; filename=a.html||caf=C3=A9|--b--|inner post}]"
                 " [2 message/rfc822 {Subject: s||body}] <post>");
    return true;
}
CASE("entity: an entity at the depth limit is a leaf", what_is_too_deep_is_a_leaf)

TEST_CASE("entity: 100 levels are opened, and no more") {
    std::string messages;
    std::string multiparts;
    for (int i = 0; i < 150; ++i) {
        auto const boundary = std::to_string(i);
        messages.append("Content-Type: message/rfc822\n\n");
        multiparts.append("Content-Type: multipart/mixed; boundary=").append(boundary);
        multiparts.append("\n\n--").append(boundary).append("\n");
    }
    for (auto const& text : {messages, multiparts}) {
        std::size_t entities = 0;
        for (auto const part : entity{message{text}}.walk()) {
            CHECK(part.depth() == entities++);
            CHECK(part.is_leaf() == (part.depth() == 100));
        }
        CHECK(entities == 101);
    }
}

TEST_CASE("entity: a boundary is octets, and has no charset") {
    // The same letter in two charsets is not the same boundary.
    for (auto const& [declared, used, parts] :
         {std::tuple{"\xE9", "\xC3\xA9", 0}, std::tuple{"\xC3\xA9", "\xE9", 0},
          std::tuple{"\xE9", "\xE9", 1}, std::tuple{"\xC3\xA9", "\xC3\xA9", 1}}) {
        auto const text = std::string{"Content-Type: multipart/mixed; boundary=\""}
                              .append(declared)
                              .append("\"\n\n--")
                              .append(used)
                              .append("\n\nx\n--")
                              .append(used)
                              .append("--\n");
        auto count = 0;
        for ([[maybe_unused]] auto const part : entity{message{text}}.children()) ++count;
        CHECK(count == parts);
    }
}

TEST_CASE("entity: a boundary far from the start") {
    CHECK(entity{}.raw().empty());
    std::string text = "A: ";
    text.append(70000, 'x').append("\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n");
    text.append("one\n--b\n\ntwo\n--b--\n");
    std::size_t parts = 0;
    for (auto const part : entity{message{text}}.children()) parts += part.is_leaf() ? 1u : 0u;
    CHECK(parts == 2);
}

TEST_CASE("entity: boundaries in pieces have 144 octets together") {
    // Each has 70 octets in two sections: 2 of them fit.
    std::string text;
    for (char name = 'a'; name < 'a' + 20; ++name) {
        std::string const half(35, name);
        text.append("Content-Type: multipart/mixed; boundary*0=").append(half);
        text.append("; boundary*1=").append(half).append("\n\n--").append(half).append(half);
        text.append("\n");
    }
    std::size_t multiparts = 0;
    for (auto const part : entity{message{text}}.walk())
        multiparts += part.kind() == entity_kind::multipart ? 1u : 0u;
    CHECK(multiparts == 2);
}

TEST_CASE("entity: a boundary in sections occupies space only while it is open") {
    std::string text = "Content-Type: multipart/mixed; boundary=a\n\n";
    std::string const half(35, 'b');
    for (int i = 0; i < 50; ++i) {
        text.append("--a\nContent-Type: multipart/mixed; boundary*0=").append(half);
        text.append("; boundary*1=").append(half).append("\n\n--").append(half).append(half);
        text.append("\n");
    }
    std::size_t multiparts = 0;
    for (auto const part : entity{message{text}}.walk())
        multiparts += part.kind() == entity_kind::multipart ? 1u : 0u;
    CHECK(multiparts == 51);
}

} // namespace

#include <foldwise/mime/part_role.hpp>

#include "../support.hpp"
#include "body_tree.hpp"

#include <iterator>
#include <type_traits>

namespace {

using namespace foldwise;

static_assert(std::forward_iterator<part_roles::iterator>);
static_assert(std::is_trivially_copyable_v<part_roles>);
static_assert(sizeof(part_roles::iterator) <= 8 * 1024);
static_assert(noexcept(part_roles{entity{}}.begin()) && noexcept(has_attachment(entity{})));

struct row {
    std::string_view origin;
    std::string_view tree;
    std::string_view roles; // of all entities: "-" none, and the first letters of the others
    bool has_attachment;
};

constexpr row table[] = {
    {"RFC 2045 section 5.2", "t", "t", false},
    {"RFC 8621 section 4.1.4", "h", "h", false},
    {"RFC 2046 section 4.1.4", "x", "t", false},
    {"RFC 8621 section 4.1.4", "m(t i h* o h)", "-tiaah", true},
    {"RFC 8621 section 4.1.4: alternatives", "m(a(x t r(h i)) t)", "---t-hat", true},
    {"RFC 8621 section 4.1.4: media in one body", "a(t m(h i))", "-t-ha", true},
    {"a blank alternative", "a(b h)", "--h", false},
    {"attached messages", "m(t e(m(t o)) e(t) t)", "-ta---a-t", true},
    {"the message itself is attached", "e(m(t e(t)))", "a----", true},
    {"declared inline", "m(t o* x*)", "-taa", false},
    {"the only text, and an attachment", "m(o! h!)", "-aa", true},
    {"the only text", "r(i h)", "-ih", false},
    {"a multipart without parts", "m(n t)", "--t", false},
    {"a multipart without parts, and no text", "n", "t", false},
};

constexpr char letter_of(part_role role) { return "-thia"[static_cast<unsigned>(role)]; }

template <std::size_t First, std::size_t Last>
constexpr bool roles_are_told() {
    for (auto i = First; i < Last && i < std::size(table); ++i) {
        auto const& r = table[i];
        test::text_buffer text;
        test::body_tree_writer{r.tree, text};
        entity const root{message{text}};
        test::text_buffer roles;
        auto const walk = root.walk();
        auto at = walk.begin();
        for (auto const [part, role] : part_roles{root}) {
            REQUIRE_TRUE(at != walk.end() && part.path() == (*at).path());
            REQUIRE_TRUE(part.depth() == (*at).depth() && part.kind() == (*at).kind());
            ++at;
            roles.append(letter_of(role));
        }
        REQUIRE_TRUE(at == walk.end());
        REQUIRE_SAME(r.origin, std::string_view{roles}, r.roles);
        REQUIRE_SAME(r.origin, has_attachment(root), r.has_attachment);
    }
    return true;
}
CASE("part_role: roles of all parts, 1", (roles_are_told<0, 4>))
CASE("part_role: roles of all parts, 2", (roles_are_told<4, 6>))
CASE("part_role: roles of all parts, 3", (roles_are_told<6, 8>))
CASE("part_role: roles of all parts, 4", (roles_are_told<8, 11>))
CASE("part_role: roles of all parts, 5", (roles_are_told<11, 100>))

struct linked {
    std::string_view origin;
    std::string_view html_header;
    std::string_view html;
    std::string_view image_header;
    char role; // of the image
};

constexpr linked links[] = {
    {"RFC 2392 section 2", "", "<img src=\"cid:a@b\">", "Content-ID: <a@b>\n", 'i'},
    {"RFC 2392 section 2: encoded", "", "<img src='CID:a%40b'>", "Content-ID: <a@b>\n", 'i'},
    {"RFC 2392 section 2: not encoded", "", "<img src=cid:a%b>", "Content-ID: <a%b@>\n", 'a'},
    {"RFC 2392 section 2: percent signs", "", "<img src=cid:a%b@%4>", "Content-ID: <a%b@%4>\n",
     'i'},
    {"a style", "", "<p style=\"x: url(cid:a@b)\">", "Content-ID: <a@b>\n", 'i'},
    {"whatever its disposition", "", "<img src=\"cid:a@b\">",
     "Content-ID: <a@b>\nContent-Disposition: attachment\n", 'i'},
    {"an identifier without brackets", "", "<img src=cid:logo>", "Content-ID: logo\n", 'i'},
    {"another identifier", "", "<img src=\"cid:a@bc\">", "Content-ID: <a@b>\n", 'a'},
    {"ASCII case counts", "", "<img src=\"cid:A@b\">", "Content-ID: <a@b>\n", 'a'},
    {"without an identifier", "", "<img src=\"cid:a@b\">", "", 'a'},
    {"not a URL", "", "acid:a@b", "Content-ID: <a@b>\n", 'a'},
    {"without a link", "", "<p>", "Content-ID: <a@b>\n", 'a'},
    {"quoted-printable", "Content-Transfer-Encoding: quoted-printable\n",
     "<img src=3D\"cid=\n:a=40b\">", "Content-ID: <a@b>\n", 'i'},
    {"base64", "Content-Transfer-Encoding: base64\n",
     "PGltZyBzcmM9ImNpZDphQGIiPg==", "Content-ID: <a@b>\n", 'i'},
    {"RFC 2557 section 9.1", "", "<img src=\"http://h/a.gif\">",
     "Content-Location: http://h/a.gif\n", 'i'},
    {"RFC 2557 section 9.3", "Content-Location: http://h/d/a.html\n", "<img src=\"i/a.gif\">",
     "Content-Location:\n http://h/d/\n i/a.gif\n", 'i'},
    {"a URL of another document", "Content-Location: http://h/d/a.html\n", "<img src=\"a.gif\">",
     "Content-Location: http://h/a.gif\n", 'a'},
    {"a cid URL is not a location", "", "<img src=\"cid:a\">", "Content-Location: a\n", 'a'},
    {"attached HTML", "Content-Disposition: attachment\n", "<img src=\"cid:a@b\">",
     "Content-ID: <a@b>\n", 'a'},
};

/// At compile time in one order only, which halves the steps, and the first ones only.
template <std::size_t First, std::size_t Last>
constexpr bool a_linked_image_is_no_attachment() {
    for (auto i = First; i < Last && i < std::size(links); ++i)
        for (std::string_view const type : {"image/png", "application/png"})
            for (bool const is_first : {false, true}) {
                if (std::is_constant_evaluated() && (is_first || type != "image/png")) continue;
                auto const& link = links[i];
                test::text_buffer text;
                text.append("Content-Type: multipart/related; boundary=b\n\n");
                if (is_first) text.append("--b\nContent-Type: application/a\n\n");
                for (bool const is_image : {is_first, !is_first}) {
                    text.append("\n--b\nContent-Type: ");
                    text.append(is_image ? type : "text/html");
                    text.append("\n");
                    text.append(is_image ? link.image_header : link.html_header);
                    text.append("\n");
                    text.append(is_image ? "image" : link.html);
                }
                text.append("\n--b--\n");
                auto const wanted = type == "image/png" ? link.role : 'a';
                for (auto const [part, role] : part_roles{entity{message{text}}})
                    if (part.content_type().is(type.substr(0, type.find('/')), "png"))
                        REQUIRE_SAME(link.origin, letter_of(role), wanted);
            }
    return true;
}
CASE("part_role: an image that HTML refers to is not an attachment, 1",
     (a_linked_image_is_no_attachment<0, 3>))
TEST_CASE("part_role: an image that HTML refers to is not an attachment, 2") {
    CHECK(a_linked_image_is_no_attachment<3, 100>());
}

constexpr bool a_signature_is_not_worth_saving() {
    for (std::string_view const type :
         {"application/pgp-signature", "application/PKCS7-Signature", "application/signature"}) {
        test::text_buffer text;
        text.append("Content-Type: ");
        text.append(type);
        text.append("\n\na");
        REQUIRE_TRUE(!has_attachment(entity{message{text}}));
    }
    REQUIRE_TRUE(has_attachment(entity{message{"Content-Type: application/a\n\na"}}));
    REQUIRE_TRUE(has_attachment(entity{message{"A: b\n\nbegin 644 a\n#0V%T\n`\nend\n"}}));
    REQUIRE_TRUE(!part_roles{entity{message{"A: b\n\na"}}}.empty());
    return true;
}
CASE("part_role: a signature is not worth saving", a_signature_is_not_worth_saving)

constexpr bool never_empty() {
    REQUIRE_TRUE(!part_roles{entity{}}.empty());
    return true;
}
CASE("part_roles: never empty", never_empty)

} // namespace

#include <foldwise/mime/detail/blank_text.hpp>

#include "../../support.hpp"

namespace {

using namespace foldwise;

struct row {
    std::string_view text;
    bool is_blank;
};

constexpr row table[] = {
    {"\n", true},
    {"\n \t\r\n\v\f", true},
    {"\n\xC2\xA0 \xA0\n\xEF\xBB\xBF", true}, // no-break spaces, a byte order mark
    {"\n\xE2\x80\x8B\xE2\x80\x80 \xE2\x80\x8D\xE3\x80\x80", true}, // U+200B U+2000 U+200D U+3000
    {"\n\xE2\x80\x8E", false},
    {"\n\xE2\x80", false},
    {"\n\xE2\x81\x8B", false},
    {"\n\xE3\x80\x81", false},
    {"\n a", false},
    {"\n\xC2\xA1", false},
    {"\n\xC2", false},
    {"\n\xEF\xBB", false},
    {"\n\xEF\xBB\xA0", false},
    {std::string_view{"\n\0", 2}, false},
    {"Content-Transfer-Encoding: base64\n\nIAoKIA==", true},
    {"Content-Transfer-Encoding: base64\n\nIAohCiA=", false},
    {"Content-Transfer-Encoding: quoted-printable\n\n=20=\n=C2=A0", true},
};

constexpr bool blank_texts_are_recognized() {
    for (auto const& r : table)
        REQUIRE_SAME(r.text, detail::is_blank(entity{message{r.text}}), r.is_blank);
    return true;
}
CASE("blank_text: white space, also encoded", blank_texts_are_recognized)

} // namespace

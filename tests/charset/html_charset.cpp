#include <foldwise/charset/html_charset.hpp>

#include "../support.hpp"

#include <string>

namespace {

using foldwise::charset;
using foldwise::find_html_charset;
using foldwise::html_charset;

static_assert(noexcept(find_html_charset(test::some_octets)));

// detail/html_prescan.cpp has the table of the standard's branches.
constexpr bool a_document_declares_its_charset() {
    REQUIRE_TRUE(find_html_charset("<meta charset=\"windows-1251\">") ==
                 html_charset{charset::windows_1251, "windows-1251"});
    REQUIRE_TRUE(find_html_charset("<meta http-equiv=\"Content-Type\" "
                                   "content=\"text/html; charset=shift_jis\">") ==
                 html_charset{charset::shift_jis, "shift_jis"});
    REQUIRE_TRUE(
        !find_html_charset("<!-- <meta charset=\"koi8-r\"> --> <p title=\"charset=koi8-r\">"));
    REQUIRE_TRUE(!find_html_charset("<meta charset=utf-7>"));
    REQUIRE_TRUE(!find_html_charset("\xEF\xBB\xBF"));
    REQUIRE_TRUE(!find_html_charset(""));
    return true;
}
CASE("html_charset: a document declares its charset", a_document_declares_its_charset)

TEST_CASE("html_charset: the first 1,024 octets") {
    std::string_view const declaration = "<meta charset=koi8-r>";
    for (std::size_t size = 0; size < 1100; ++size) {
        std::string const document = std::string(size, ' ').append(declaration).append("x");
        CHECK(find_html_charset(document).has_value() == (size + declaration.size() <= 1024));
    }
}

} // namespace

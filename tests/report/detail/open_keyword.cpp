#include <foldwise/report/detail/open_keyword.hpp>

#include "../../support.hpp"

#include <foldwise/message/reads_fields.hpp>

namespace {

using namespace foldwise;

enum class color_keyword : unsigned char { red, green, other };

class color : public detail::open_keyword<color> {
  public:
    constexpr color_keyword keyword() const noexcept {
        constexpr detail::keyword<color_keyword> known[] = {{"red", color_keyword::red},
                                                            {"green", color_keyword::green}};
        return meaning_in(known, color_keyword::other);
    }
};
static_assert(reads_fields<color>);

constexpr bool words_are_read() {
    struct {
        std::string_view value;
        std::string_view word;
        color_keyword keyword;
    } constexpr table[] = {
        {"red", "red", color_keyword::red},
        {" Green\t", "Green", color_keyword::green},
        {"(a) red\r\n (b)", "red", color_keyword::red},
        {"reddish", "reddish", color_keyword::other},
        {"re", "re", color_keyword::other},
        {"X-new", "X-new", color_keyword::other},
    };
    for (auto const& row : table) {
        auto const read = color::read(row.value);
        REQUIRE_SAME(row.value, read.has_value(), true);
        REQUIRE_SAME(row.value, read->raw(), row.value);
        REQUIRE_SAME(row.value, read->word(), row.word);
        REQUIRE_SAME(row.value, read->keyword(), row.keyword);
        REQUIRE_SAME(row.value, read->is(row.word), true);
        REQUIRE_SAME(row.value, read->deviation().has_value(), false);
    }
    REQUIRE_TRUE(color::read("RED")->is("red") && !color::read("red")->is("re"));
    REQUIRE_TRUE(color::read(field{"Color: red\r\n"})->raw() == " red");
    REQUIRE_TRUE(color{}.keyword() == color_keyword::other && color{}.word().empty());
    return true;
}
CASE("open_keyword: one word, with comments around it", words_are_read)

constexpr bool other_values_are_errors() {
    for (std::string_view const value :
         {"", " ", "(red)", "red green", "red,", "red; a", "\"red\"", "red (a(b)", "@"})
        REQUIRE_SAME(value,
                     color::read(value).error() ==
                         foldwise::whole_value(diagnostic_code::keyword_malformed, value),
                     true);
    return true;
}
CASE("open_keyword: values that are not one word", other_values_are_errors)

} // namespace

#include <foldwise/mime/detail/delimiter.hpp>

#include "../../support.hpp"

#include <foldwise/parameters/content_type.hpp>

namespace {

using foldwise::content_type;
using foldwise::detail::delimiter_at;
using foldwise::detail::find_delimiter;
using foldwise::detail::open_boundaries;

constexpr std::string_view bytes = "multipart/a; boundary=a\n"
                                   "x\r\n--a \r\ny\n--a--";

constexpr bool delimiters_have_places() {
    open_boundaries boundaries{bytes};
    REQUIRE_TRUE(find_delimiter(bytes, 24, 24, boundaries).line == bytes.size());
    REQUIRE_TRUE(boundaries.open(*content_type{bytes.substr(0, 23)}.boundary()));
    auto const first = find_delimiter(bytes, 24, 24, boundaries);
    REQUIRE_TRUE(first.start == 25 && first.line == 27);
    REQUIRE_TRUE(first.text_end == 31 && first.end == 33);
    REQUIRE_TRUE(first.multipart.number == 1 && !first.multipart.is_close);
    auto const last = find_delimiter(bytes, 33, 33, boundaries);
    REQUIRE_TRUE(last.start == 34 && last.line == 35 && last.end == bytes.size());
    REQUIRE_TRUE(last.multipart.is_close);
    return true;
}
CASE("delimiter: places of delimiter lines", delimiters_have_places)

constexpr bool octets_before_the_first_one_do_not_belong_to_it() {
    open_boundaries boundaries{bytes};
    REQUIRE_TRUE(boundaries.open(*content_type{bytes.substr(0, 23)}.boundary()));
    REQUIRE_TRUE(find_delimiter(bytes, 27, 27, boundaries).start == 27);
    REQUIRE_TRUE(find_delimiter(bytes, 27, 26, boundaries).start == 26);
    REQUIRE_TRUE(delimiter_at(bytes, 27, 25, boundaries)->start == 25);
    REQUIRE_TRUE(!delimiter_at(bytes, 24, 24, boundaries));
    REQUIRE_TRUE(!delimiter_at(bytes, bytes.size() - 1, 24, boundaries));
    REQUIRE_TRUE(!delimiter_at(bytes, bytes.size(), 24, boundaries));
    return true;
}
CASE("delimiter: octets before `first` do not belong to a delimiter",
     octets_before_the_first_one_do_not_belong_to_it)

} // namespace

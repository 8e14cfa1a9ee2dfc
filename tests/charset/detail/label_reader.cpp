#include <foldwise/charset/detail/label_reader.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::label_reader;

constexpr bool rows_of_labels() {
    REQUIRE_TRUE(label_reader::row_after("utf8") == "=00 ");
    REQUIRE_TRUE(label_reader::row_after("hz").size() == 4); // the first label
    REQUIRE_TRUE(label_reader::row_after("us").size() == 4); // the last one of its size
    REQUIRE_TRUE(label_reader::row_after("extendedunixcodepackedformatforjapanese").size() == 4);
    REQUIRE_TRUE(label_reader::row_after("").empty());
    REQUIRE_TRUE(label_reader::row_after("x").empty());
    REQUIRE_TRUE(label_reader::row_after("aa").empty());
    REQUIRE_TRUE(label_reader::row_after("zz").empty());
    REQUIRE_TRUE(label_reader::row_after("utf8mb4") == "~00 ");
    REQUIRE_TRUE(label_reader::row_after("utf=").empty());
    REQUIRE_TRUE(label_reader::row_after("UTF8").empty()); // not in normal form
    return true;
}
CASE("label_reader: the rows of labels in normal form", rows_of_labels)

constexpr bool numbers_of_labels() {
    REQUIRE_TRUE(label_reader::charset_number("utf-8") == 0);
    REQUIRE_TRUE(label_reader::charset_number("a, utf-8") == 0);
    REQUIRE_TRUE(label_reader::charset_number("a;b/c=d\te\rf\ng utf-8") == 0);
    REQUIRE_TRUE(label_reader::charset_number("latin1,utf-8") ==
                 label_reader::charset_number("latin1")); // the first one
    REQUIRE_TRUE(label_reader::charset_number("") < 0);
    REQUIRE_TRUE(label_reader::charset_number(";;,,") < 0);
    REQUIRE_TRUE(label_reader::charset_number("x-") < 0);
    REQUIRE_TRUE(label_reader::charset_number("x-x-utf-8") < 0); // one x- only
    REQUIRE_TRUE(label_reader::charset_number("en_US.") < 0);
    return true;
}
CASE("label_reader: the numbers of labels and of their first known parts", numbers_of_labels)

TEST_CASE("label_reader: long labels are read once") {
    std::string const many(1'000'000, 'a');
    CHECK(label_reader::charset_number(many) < 0);
    CHECK(label_reader::charset_number(many + "utf8") < 0);
    CHECK(label_reader::charset_number(many + ",utf8") == 0);
    CHECK(label_reader::charset_number(std::string(1'000'000, '-') + "utf-8") == 0);
    CHECK(label_reader::charset_number(std::string(1'000'000, ';')) < 0);
}

} // namespace

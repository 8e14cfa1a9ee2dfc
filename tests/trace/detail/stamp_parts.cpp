#include <foldwise/trace/detail/stamp_parts.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::is_plain_stamp_date;
using foldwise::detail::split_stamp;

struct row {
    std::string_view value;
    std::string_view stamp;
    std::string_view date;
    std::string_view after;
    bool is_misplaced;
};

constexpr row table[] = {
    {"", "", "", "", false},
    {"by a", "by a", "", "", false},
    {"by a;", "by a", "", "", false},
    {"by a; never", "by a", " never", "", false},
    {"by a; 1 Dec 2014 10:00 GMT (x)", "by a", " 1 Dec 2014 10:00 GMT (x)", "", false},
    {"by a; 1 Dec 2014 10:00 GMT id b", "by a", " 1 Dec 2014 10:00 GMT ", "id b", true},
    {"by a; 1 Dec 2014 10:00 +0000 (x) id b (y)", "by a", " 1 Dec 2014 10:00 +0000 (x) ",
     "id b (y)", true},
    {"by a; 1 Dec 2014 10:00 GMT; id b", "by a", " 1 Dec 2014 10:00 GMT", " id b", true},
    {"by a; Tag, 1 Dec 2014; id b", "by a", " Tag, 1 Dec 2014", " id b", true},
    {"by a; b; 1 Dec 2014 10:00 GMT", "by a; b", " 1 Dec 2014 10:00 GMT", "", false},
    {"by a id b 1 Dec 2014 10:00 GMT", "by a id b ", "1 Dec 2014 10:00 GMT", "", true},
    {"by a id b Mon, 1 Dec 2014 10:00 GMT", "by a id b ", "Mon, 1 Dec 2014 10:00 GMT", "", true},
    {"by a Mon, 1 Dec 2014 10:00 GMT id b", "by a ", "Mon, 1 Dec 2014 10:00 GMT ", "id b", true},
    {"by a id Mon Mon, 1 Dec 2014 10:00 GMT", "by a id Mon ", "Mon, 1 Dec 2014 10:00 GMT", "",
     true},
    {"by a id Mon, 1 Dec", "by a id Mon, 1 Dec", "", "", false},
    {"by a id 1 Dec; b", "by a id 1 Dec", " b", "", false},
    {"by a id b 2014-12-01 10:00:00.5 +0000 UTC m=+0.1", "by a id b ",
     "2014-12-01 10:00:00.5 +0000 UTC m=+0.1", "", true}, // Go
    {"by a id b 2014-12-01T10:00:00Z", "by a id b ", "2014-12-01T10:00:00Z", "", true},
    {"by a id 2014-12-01", "by a id 2014-12-01", "", "", false},
    {"by a id 2014-12-01 10:00:00", "by a id 2014-12-01 10:00:00", "", "", false},
    {"by a id b 2014-12-01", "by a id b 2014-12-01", "", "", false},
    {"by a (Mon, 1 Dec 2014 10:00 GMT)", "by a (Mon, 1 Dec 2014 10:00 GMT)", "", "", false},
    {"by \"Mon, 1 Dec 2014 10:00 GMT\"", "by \"Mon, 1 Dec 2014 10:00 GMT\"", "", "", false},
};

constexpr bool table_of_parts() {
    for (auto const& row : table) {
        auto const got = split_stamp(row.value);
        REQUIRE_SAME(row.value, got.stamp, row.stamp);
        REQUIRE_SAME(row.value, got.date, row.date);
        REQUIRE_SAME(row.value, got.after, row.after);
        REQUIRE_SAME(row.value, got.is_date_misplaced, row.is_misplaced);
    }
    return true;
}
CASE("stamp_parts: clauses, the date, clauses after it", table_of_parts)

constexpr bool plain_dates() {
    for (std::string_view const date :
         {" Mon, 15 Dec 2014 10:00:00 +0000 (UTC)\r\n", "\n\t5 Dec 2014 10:00:00 -0500"})
        REQUIRE_SAME(date, is_plain_stamp_date(date), true);
    for (std::string_view const other :
         {"", "Mon,\n 5 Dec 2014 10:00:00 +0000", " Mon, 15 Dec 2014 10:00:00 GMT",
          "Mon, 15 Dec 2014 10:00:00 +0000 (UTC) id 1",
          "Mon, 15 Dec 2014 10:00:00 +0000 (UTC) id 1 (x)",
          "Mon, 15 Dec 2014 10:00:00 +0000 id +0000", "+0000 (UTC"})
        REQUIRE_SAME(other, is_plain_stamp_date(other), false);
    return true;
}
CASE("stamp_parts: dates that no clause follows", plain_dates)

} // namespace

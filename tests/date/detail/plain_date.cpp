#include <foldwise/date/detail/plain_date.hpp>

#include "../../support.hpp"

#include <foldwise/date/detail/date_time_reader.hpp>

namespace {

using foldwise::detail::date_reader;
using foldwise::detail::plain_date;

static_assert(std::is_trivially_copyable_v<plain_date>);
static_assert(noexcept(plain_date{test::some_octets}));

/// Whether plain_date reads the value. Checks that date_reader reads the same from it.
constexpr bool is_plain(std::string_view value) {
    plain_date const plain{value};
    if (!plain.is_read()) return false;
    date_reader reader{value};
    REQUIRE_SAME(value, reader.read() && reader.fields().is_same_time(plain.fields()), true);
    REQUIRE_SAME(value, reader.fields().has_deviation, plain.fields().has_deviation);
    REQUIRE_SAME(value, reader.fields().deviation == plain.fields().deviation, true);
    return true;
}

constexpr bool what_is_plain() {
    for (std::string_view const value : {
             "Mon, 15 Dec 2014 10:00:00 +0100",
             " Mon, 15 Dec 2014 10:00:00 -0500 (EST)",
             "\r\n Mon, 15 Dec 2014 10:00:00 +0100\t(a (b) \\)) (c)\r\n ",
             "Fri, 5 Dec 2014 00:00:00 +0000",
             "Fri,  5 Dec 2014 00:00:00 +0000",
             "Fri, 05 Dec 2014 23:59:60 +2359",
             "15 Dec 2014 10:00:00 -0000",
             " 5 Dec 2014 10:00:00 -0001",
             "Mon, 1 Jan 1900 00:00:00 +0000",
             "Fri, 31 Dec 9999 00:00:00 +0000",
             "Tue, 29 Feb 2000 00:00:00 +0000(x)",
             "Mon, 15 Dec 2014 10:00:00 GMT",
             "\r\n 5 Dec 2014 10:00:00 GMT(x)\n ",
         })
        REQUIRE_SAME(value, is_plain(value), true);
    return true;
}
CASE("plain_date: it reads the usual form as date_reader does", what_is_plain)

constexpr bool what_is_not() {
    for (std::string_view const value : {
             "",
             "Mon, ",
             "Mon, 1",
             "Mon,  15",
             "Mon, 15 Dec 2014 10:00:00 +010",  // cut off
             "Tue, 15 Dec 2014 10:00:00 +0100", // a wrong day name
             "mon, 15 Dec 2014 10:00:00 +0100", // a name in another case
             "Mon, 15 dec 2014 10:00:00 +0100",
             "Mon, 15 Dez 2014 10:00:00 +0100", // not a month
             "Mon,15 Dec 2014 10:00:00 +0100",  // another form
             "Mon 15 Dec 2014 10:00:00 +0100",
             "Mon, 15  Dec 2014 10:00:00 +0100",
             "Mon, 15-Dec-2014 10:00:00 +0100",
             "Mon, 15 Dec 2014 1O:00:00 +0100",   // not a digit
             "Mon, 15 Dec 2014 10:00:00 /0100",   // not a sign
             "Mon, 15 Dec 2014 10:00:00 +0100 x", // text after
             "Mon, 15 Dec 2014 10:00:00 +01000",
             "Mon, 15 Dec 2014 10:00:00 GMT+0100", // another zone
             "Mon, 15 Dec 2014 10:00:00 GMTX",
             "Mon, 15 Dec 2014 10:00:00 gmt",
             "Mon, 15 Dec 2014 10:00:00 GM",
             "Mon, 15 Dec 2014 10:00:00 EST",
             "Mon, 15 Dec 2014 10:00:00 +0100 (",
             "Mon, 15 Dec 2014 24:00:00 +0100", // out of range
             "Mon, 15 Dec 2014 10:60:00 +0100",
             "Mon, 15 Dec 2014 10:00:61 +0100",
             "Mon, 15 Dec 2014 10:00:00 +2400",
             "Mon, 15 Dec 2014 10:00:00 +0060",
             "Mon, 31 Dec 1899 10:00:00 +0100",
             "0 Dec 2014 10:00:00 +0100",
             "31 Nov 2014 10:00:00 +0100",
             "29 Feb 1900 10:00:00 +0100",
         })
        REQUIRE_SAME(value, is_plain(value), false);
    return true;
}
CASE("plain_date: it leaves all other forms to date_reader", what_is_not)

TEST_CASE("plain_date: it agrees with date_reader about any octet at any place") {
    for (std::string const date :
         {"Mon, 15 Dec 2014 10:00:00 +0100 (CET)", "Fri,  5 Dec 2014 10:00:00 -0000",
          "Mon, 15 Dec 2014 10:00:00 GMT (x)"})
        for (std::size_t at = 0; at <= date.size(); ++at)
            for (int octet = 0; octet < 256; ++octet) {
                auto const each = static_cast<char>(static_cast<unsigned char>(octet));
                auto value = date;
                value.insert(at, 1, each);
                is_plain(value);
                value.erase(at + 1, 1);
                is_plain(value);
                is_plain(std::string_view{value}.substr(at));
                is_plain(std::string_view{value}.substr(0, at));
            }
}

} // namespace

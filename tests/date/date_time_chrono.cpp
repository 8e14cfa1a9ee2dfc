#include <foldwise/date/date_time_chrono.hpp>

#include "../support.hpp"

namespace {

constexpr bool instants() {
    using namespace std::chrono;
    auto const at = [](std::string_view value) {
        return foldwise::to_sys_seconds(*foldwise::date_time::read(value));
    };
    REQUIRE_TRUE(at("Mon, 15 Dec 2014 11:00:00 +0100") ==
                 sys_days{year{2014} / 12 / 15} + hours{10});
    REQUIRE_TRUE(at("31 Dec 9999 23:59:60 -2359") ==
                 sys_days{year{9999} / 12 / 31} + days{2} - minutes{1});
    REQUIRE_TRUE(at("1 Jan 1900 00:00 +0100") == sys_days{year{1900} / 1 / 1} - hours{1});
    REQUIRE_TRUE(at("31 Dec 2008 23:59:60 +0000") == sys_days{year{2009} / 1 / 1});
    return true;
}
CASE("date_time_chrono: to_sys_seconds returns the instant", instants)

} // namespace

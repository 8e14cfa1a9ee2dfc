#include <foldwise/config.hpp>

#include "support.hpp"

namespace {

#define TEXT_OF(...) #__VA_ARGS__
#define TEXT_OF_VALUE(...) TEXT_OF(__VA_ARGS__)

constexpr bool the_version_is_its_numbers() {
    test::text_buffer version;
    for (int const number :
         {FOLDWISE_VERSION_MAJOR, FOLDWISE_VERSION_MINOR, FOLDWISE_VERSION_PATCH}) {
        if (!std::string_view{version}.empty()) version.append('.');
        if (number >= 10) version.append(static_cast<char>('0' + number / 10));
        version.append(static_cast<char>('0' + number % 10));
    }
    REQUIRE_SAME("config.hpp", std::string_view{version}, FOLDWISE_VERSION);
    test::text_buffer name;
    name.append('v');
    for (char const c : std::string_view{FOLDWISE_VERSION}) name.append(c == '.' ? '_' : c);
    REQUIRE_SAME("FOLDWISE_ABI", std::string_view{name}, TEXT_OF_VALUE(FOLDWISE_ABI));
    REQUIRE_TRUE(FOLDWISE_VERSION_NUMBER >= 100 && FOLDWISE_VERSION_NUMBER < 1000000);
    REQUIRE_TRUE(FOLDWISE_VERSION_NUMBER % 100 == FOLDWISE_VERSION_PATCH);
    return true;
}
CASE("config: the version consists of the three numbers", the_version_is_its_numbers)

} // namespace

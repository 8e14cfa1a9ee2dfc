#include <foldwise/config.hpp>

#include "support.hpp"

namespace {

constexpr bool the_version_is_its_numbers() {
    test::text_buffer version;
    for (int const number :
         {FOLDWISE_VERSION_MAJOR, FOLDWISE_VERSION_MINOR, FOLDWISE_VERSION_PATCH}) {
        if (!std::string_view{version}.empty()) version.append('.');
        if (number >= 10) version.append(static_cast<char>('0' + number / 10));
        version.append(static_cast<char>('0' + number % 10));
    }
    REQUIRE_SAME("config.hpp", std::string_view{version}, FOLDWISE_VERSION);
    return true;
}
CASE("config: the version consists of the three numbers", the_version_is_its_numbers)

} // namespace

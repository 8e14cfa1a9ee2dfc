#include <foldwise/auth/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"Authentication-Results", authentication_results>(),
    test::name_read_as<"Received-SPF", received_spf>(),
};

TEST_CASE("auth/fields: each name has its type, and no other name has one") {
    test::check_typed_names("auth", names);
}

} // namespace

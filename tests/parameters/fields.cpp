#include <foldwise/parameters/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"Content-Type", content_type>(),
    test::name_read_as<"Content-Disposition", content_disposition>(),
};

TEST_CASE("parameters/fields: each name has its type, and no other name has one") {
    test::check_typed_names("parameters", names);
}

} // namespace

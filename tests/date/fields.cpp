#include <foldwise/date/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"Date", date_time>(),
    test::name_read_as<"Resent-Date", date_time>(),
    test::name_read_as<"Delivery-Date", date_time>(),
    test::name_read_as<"Expires", date_time>(),
};

TEST_CASE("date/fields: each name has its type, and no other name has one") {
    test::check_typed_names("date", names);
}

} // namespace

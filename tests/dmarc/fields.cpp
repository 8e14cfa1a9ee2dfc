#include <foldwise/dmarc/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"BIMI-Selector", bimi_selector>(),
};

TEST_CASE("dmarc/fields: each name has its type, and no other name has one") {
    test::check_typed_names("dmarc", names);
}

} // namespace

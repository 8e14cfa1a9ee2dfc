#include <foldwise/words/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"Subject", decoded_text>(),
    test::name_read_as<"Comments", decoded_text>(),
    test::name_read_as<"Content-Description", decoded_text>(),
};

TEST_CASE("words/fields: each name has its type, and no other name has one") {
    test::check_typed_names("words", names);
}

} // namespace

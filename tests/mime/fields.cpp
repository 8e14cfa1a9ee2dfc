#include <foldwise/mime/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"MIME-Version", mime_version>(),
    test::name_read_as<"Content-ID", message_ids>(),
};

TEST_CASE("mime/fields: each name has its type, and no other name has one") {
    test::check_typed_names("mime", names);
}

} // namespace

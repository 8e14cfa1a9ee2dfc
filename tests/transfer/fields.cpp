#include <foldwise/transfer/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"Content-Transfer-Encoding", content_transfer_encoding>(),
};

TEST_CASE("transfer/fields: each name has its type, and no other name has one") {
    test::check_typed_names("transfer", names);
}

} // namespace

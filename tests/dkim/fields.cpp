#include <foldwise/dkim/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"DKIM-Signature", dkim_signature>(),
    test::name_read_as<"ARC-Seal", arc_seal>(),
    test::name_read_as<"ARC-Message-Signature", arc_message_signature>(),
    test::name_read_as<"ARC-Authentication-Results", arc_authentication_results>(),
};

TEST_CASE("dkim/fields: each name has its type, and no other name has one") {
    test::check_typed_names("dkim", names);
}

} // namespace

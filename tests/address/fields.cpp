#include <foldwise/address/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"Sender", mailbox>(),
    test::name_read_as<"Resent-Sender", mailbox>(),
    test::name_read_as<"From", address_list>(),
    test::name_read_as<"Reply-To", address_list>(),
    test::name_read_as<"To", address_list>(),
    test::name_read_as<"Cc", address_list>(),
    test::name_read_as<"Bcc", address_list>(),
    test::name_read_as<"Resent-From", address_list>(),
    test::name_read_as<"Resent-Reply-To", address_list>(),
    test::name_read_as<"Resent-To", address_list>(),
    test::name_read_as<"Resent-Cc", address_list>(),
    test::name_read_as<"Resent-Bcc", address_list>(),
    test::name_read_as<"Apparently-To", address_list>(),
    test::name_read_as<"Disposition-Notification-To", address_list>(),
    test::name_read_as<"Return-Receipt-To", address_list>(),
    test::name_read_as<"Mail-Followup-To", address_list>(),
    test::name_read_as<"Mail-Reply-To", address_list>(),
    test::name_read_as<"Errors-To", address_list>(),
};

TEST_CASE("address/fields: each name has its type, and no other name has one") {
    test::check_typed_names("address", names);
}

} // namespace

#include <foldwise/trace/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"Message-ID", message_ids>(),
    test::name_read_as<"Resent-Message-ID", message_ids>(),
    test::name_read_as<"In-Reply-To", message_ids>(),
    test::name_read_as<"References", message_ids>(),
    test::name_read_as<"Return-Path", path>(),
    test::name_read_as<"Received", received>(),
    test::name_read_as<"Delivered-To", delivered_to>(),
    test::name_read_as<"X-Original-To", delivered_to>(),
    test::name_read_as<"Envelope-To", delivered_to>(),
    test::name_read_as<"X-Envelope-To", delivered_to>(),
};

TEST_CASE("trace/fields: each name has its type, and no other name has one") {
    test::check_typed_names("trace", names);
}

} // namespace

#include <foldwise/lists/fields.hpp>

#include "../typed_names.hpp"

namespace {

using namespace foldwise;

constexpr std::string_view names[] = {
    test::name_read_as<"Keywords", phrase_list>(),
    test::name_read_as<"List-ID", list_id>(),
    test::name_read_as<"List-Help", list_uris>(),
    test::name_read_as<"List-Unsubscribe", list_uris>(),
    test::name_read_as<"List-Subscribe", list_uris>(),
    test::name_read_as<"List-Post", list_uris>(),
    test::name_read_as<"List-Owner", list_uris>(),
    test::name_read_as<"List-Archive", list_uris>(),
    test::name_read_as<"Archived-At", archived_at>(),
    test::name_read_as<"List-Unsubscribe-Post", one_click>(),
    test::name_read_as<"Importance", importance>(),
    test::name_read_as<"Priority", priority>(),
    test::name_read_as<"X-Priority", x_priority>(),
    test::name_read_as<"X-MSMail-Priority", x_msmail_priority>(),
    test::name_read_as<"Precedence", precedence>(),
    test::name_read_as<"Auto-Submitted", auto_submitted>(),
};

TEST_CASE("lists/fields: each name has its type, and no other name has one") {
    test::check_typed_names("lists", names);
}

} // namespace

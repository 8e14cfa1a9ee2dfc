#include <foldwise/message/field_name.hpp>

#include "../support.hpp"

namespace {

using foldwise::field_name;

template <field_name Name>
struct named {};

// RFC 5322 section 1.2.2: case does not count.
static_assert(std::same_as<named<"Message-ID">, named<"message-id">>);
static_assert(!std::same_as<named<"Date">, named<"Dates">>);

constexpr bool a_name_is_in_lower_case() {
    // Variables, because clang 14 crashes on a temporary that a consteval constructor made.
    constexpr field_name message_id{"Message-ID"};
    constexpr field_name all_of_ftext{"!#$%&'*+-./09;<=>?@AZ[\\]^_`az{|}~"};
    REQUIRE_SAME("RFC 5322 section 3.6.4", message_id.text(), "message-id");
    REQUIRE_SAME("all of ftext", all_of_ftext.text(), "!#$%&'*+-./09;<=>?@az[\\]^_`az{|}~");
    return true;
}
CASE("field_name: the text is in lower case", a_name_is_in_lower_case)

} // namespace

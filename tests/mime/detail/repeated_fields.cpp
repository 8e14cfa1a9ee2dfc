#include <foldwise/mime/detail/repeated_fields.hpp>

#include "../../support.hpp"

namespace {

using foldwise::detail::repeated_fields;

constexpr bool fields_that_occur_again() {
    repeated_fields of_message{true};
    for (std::string_view const name : {"From", "Date", "Content-Type", "Received", "", "X-From"})
        REQUIRE_SAME(name, of_message.repeats(name), false);
    for (std::string_view const name : {"from", "Date", "CONTENT-TYPE", "date"})
        REQUIRE_SAME(name, of_message.repeats(name), true);
    for (std::string_view const name : {"Received", "", "X-From", "To"}) // any number, or the first
        REQUIRE_SAME(name, of_message.repeats(name), false);

    repeated_fields of_part{false};
    for (std::string_view const name : {"From", "From", "Content-ID", "Content-Description"})
        REQUIRE_SAME(name, of_part.repeats(name), false);
    REQUIRE_TRUE(of_part.repeats("content-id") && of_part.repeats("Content-Description"));
    return true;
}
CASE("repeated_fields: fields that may occur only once", fields_that_occur_again)

} // namespace

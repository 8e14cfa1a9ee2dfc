#include <foldwise/inspect/detail/field_name_check.hpp>

#include "../inspection.hpp"

namespace {

using enum foldwise::diagnostic_code;

TEST_CASE("diagnose: name and lines of a field") {
    test::check({
        {"RFC 5322 section 2.2", "A: b\nC d\n", {{field_without_name, "C d\n"}}},
        {"RFC 5322 section 4.5", "A \t: b\n", {{space_before_colon, " \t"}}},
        {"RFC 5322 section 4.2", "A: b\n \t\n c\n", {{blank_continuation, " \t\n"}}},
        {"RFC 4155", "From a\nC: d\n", {{mbox_from_line, "From a\n"}}},
        {"of an attached message",
         "Content-Type: message/rfc822\n\nFrom a\nC: d\n",
         {{mbox_from_line, "From a\n"}}},
        {"a byte order mark of an attached message",
         "Content-Type: message/rfc822\n\n\xEF\xBB\xBF"
         "C: d\n",
         {{byte_order_mark, "\xEF\xBB\xBF"}}},
    });
}

} // namespace

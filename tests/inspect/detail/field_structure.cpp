#include <foldwise/inspect/detail/field_structure.hpp>

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

TEST_CASE("diagnose: the first LF without CR in a header section with CRLF") {
    test::check({
        {"RFC 5322 section 2.3", "A: b\nC: d\r\nE: f\ng: h\n\r\n", {{bare_lf, "\n"}}},
        {"after a CRLF", "A: b\r\nC: d\n E: f\n\r\n", {{bare_lf, "\n"}}},
        {"at the start of a line", "A: b\r\n \n\n", {{blank_continuation, " \n"}, {bare_lf, "\n"}}},
        {"the separator and the body do not count", "A: b\n\r\nc\r\n", {}},
        {"nor does the separator here", "A: b\r\n\nc\r\n", {}},
        {"of an attached message",
         "Content-Type: message/rfc822\n\nA: b\r\nC: d\nE: f\r\n",
         {{bare_lf, "\n"}}},
    });
}

} // namespace

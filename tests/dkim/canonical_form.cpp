#include <foldwise/dkim/canonical_form.hpp>

#include "../support.hpp"

namespace {

using foldwise::bare_lf;

struct row {
    std::string_view message;
    bare_lf wanted;
};

constexpr row table[] = {
    {"A: b\n\nc\n", bare_lf::crlf},          // stored with LF
    {"A: b\r\n\r\nc\r\n", bare_lf::data},    // as it was transmitted
    {"A: b\r\n\r\nc\nd\r\n", bare_lf::data}, // mixed: what a LF meant is not known
    {"A: b\n\nc\r\n", bare_lf::data},
    {"A: b\r\n\r\nc\n", bare_lf::data},
    {"A: b\rc\n\r", bare_lf::crlf}, // CR without LF
    {"A: b", bare_lf::crlf},        // no line ending: both give the same
    {"", bare_lf::crlf},
    {"\n\r", bare_lf::crlf},
    {"\r\n", bare_lf::data},
};

constexpr bool the_first_crlf_decides() {
    for (auto const& each : table)
        REQUIRE_SAME(each.message, foldwise::bare_lf_in(each.message), each.wanted);
    return true;
}
CASE("canonical_form: in a message with CRLF, LF is data", the_first_crlf_decides)

} // namespace

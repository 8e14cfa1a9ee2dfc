#include <foldwise/transfer/uuencoded_line.hpp>

#include "../support.hpp"

namespace {

using namespace foldwise;
using enum detail::uuencoded_line_kind;

struct row {
    std::string_view line;
    detail::uuencoded_line_kind kind;
};

constexpr row table[] = {
    {"", last},           {"`", last},          {" ", last},
    {"`1", last},         {"end", end},         {"end \t", end},
    {"ended", other},     {"End", other},       {"begin 644 a", begin},
    {"begin 644", other}, {"begin 8 a", other}, {"#0V%T", data},
    {"#0V%T*", data},     {"#0V%T**", other},   {"#0V", data},
    {"#0v%T", other},     {"hello", other},     {"-- ", other},
    {"\x1F", other},
};

constexpr bool kinds_are_told() {
    for (auto const& r : table)
        REQUIRE_SAME(r.line, detail::uuencoded_kind_of(r.line) == r.kind, true);
    REQUIRE_TRUE(detail::uuencoded_octet("#0V%T", 0) == 'C');
    REQUIRE_TRUE(detail::uuencoded_octet("#0V%T", 2) == 't');
    REQUIRE_TRUE(detail::is_complete("#0V%T") && !detail::is_complete("#0V%"));
    return true;
}
CASE("uuencoded_line: kinds of lines", kinds_are_told)

} // namespace

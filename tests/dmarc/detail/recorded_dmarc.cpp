#include <foldwise/dmarc/detail/recorded_dmarc.hpp>

#include "../../support.hpp"

namespace {

using foldwise::domain_name;
using foldwise::recorded_value;
using foldwise::resinfo;
using foldwise::detail::is_objection;
using foldwise::detail::judge_other_method;
using foldwise::detail::recorded_author;
using enum foldwise::alignment_finding;

struct row {
    std::string_view result;
    foldwise::alignment_finding finding;
};

constexpr row table[] = {
    {"dmarc=pass", other_method},
    {"dmarc=pass header.from=B.example", other_method},
    {"dmarc=none header.from=x@b.example", other_method},
    {"dmarc=pass header.from=B.example.", other_method},
    {"dmarc=pass header.from=<x@b.example.>", other_method},
    {"dmarc=pass header.from=<x@b.example> header.from=<b.example>", other_method},
    {"dmarc=pass (p=none) policy.from=c.example smtp.from=c.example", other_method},
    {"dmarc=temperror", other_method},
    {"arc=fail header.from=c.example", other_method},
    {"dmarc-x=fail", other_method},
    {"dmarc=fail", dmarc_failed},
    {"DMARC=Fail header.from=b.example", dmarc_failed},
    {"dmarc=fail header.from=c.example", dmarc_failed},
    {"dmarc=pass header.from=c.example", dmarc_of_another_author},
    {"dmarc=none header.from=x.b.example", dmarc_of_another_author},
    {"dmarc=pass header.from=b.example header.from=c.example", dmarc_of_another_author},
    {"dmarc=pass header.from=c.example.", dmarc_of_another_author},
    {"dmarc=pass header.from=b.example..", dmarc_of_another_author},
    {"dmarc=pass header.from=.", dmarc_of_another_author},
    {"dmarc=pass header.from=\"x@c.example\"@b.example", dmarc_of_another_author},
    {"dmarc=pass header.from=*", dmarc_of_another_author},
    {"dmarc=pass header.from=\"\"", dmarc_of_another_author},
};

constexpr bool objections() {
    foldwise::detail::alignment_reference const author{domain_name::read("b.example"), 0};
    for (auto const& row : table) {
        auto const found = judge_other_method(*resinfo::read(row.result), author, {});
        REQUIRE_SAME(row.result, name_of(found), name_of(row.finding));
        REQUIRE_SAME(row.result, is_objection(found), row.finding != other_method);
    }
    REQUIRE_TRUE(judge_other_method(*resinfo::read("dmarc=pass header.from=c.example"), {}, {}) ==
                 other_method);
    return true;
}
CASE("recorded_dmarc: results that contradict every alignment", objections)

constexpr bool authors() {
    REQUIRE_TRUE(recorded_author(recorded_value{"<x@B.example>"})->text() == "b.example");
    REQUIRE_TRUE(recorded_author(recorded_value{"\"b.example\""})->text() == "b.example");
    REQUIRE_TRUE(!recorded_author(recorded_value{"<>"}));
    REQUIRE_TRUE(!recorded_author(recorded_value{"<"}));
    return true;
}
CASE("recorded_dmarc: the domain in header.from", authors)

} // namespace

#include <foldwise/smtp/esmtp_parameter.hpp>

#include "problems.hpp"

namespace {

using namespace foldwise;

static_assert(std::is_trivially_copyable_v<esmtp_parameter>);

constexpr bool keywords_and_values() {
    esmtp_parameter const with_value{"Size=1024", 4};
    REQUIRE_TRUE(with_value.raw() == "Size=1024" && with_value.keyword() == "Size");
    REQUIRE_TRUE(with_value.is("SIZE") && !with_value.is("SIZE=1024") && !with_value.is(""));
    REQUIRE_TRUE(with_value.value() == "1024");
    esmtp_parameter const without{"SMTPUTF8", 8};
    REQUIRE_TRUE(without.is("smtputf8") && !without.value());
    REQUIRE_TRUE(esmtp_parameter{}.raw().empty() && !esmtp_parameter{}.value());
    return true;
}
CASE("esmtp_parameter: keywords and values", keywords_and_values)

struct row {
    std::string_view element;
    bool is_read;
};

constexpr row table[] = {
    {"SIZE=1", true},     {"SMTPUTF8", true}, {"8BIT", true},   {"A-B=c", true}, {"A-=c", true},
    {"A=b=c", true},      {"A==", true},      {"A=\x01", true}, {"A=", false},   {"=", false},
    {"=a", false},        {"-A", false},      {"A_B=c", false}, {"A:b", false},  {"<a@b>", false},
    {"A\xC3\xA9", false}, {"A\x01", false},   {">", false},
};

constexpr bool elements_are_read() {
    for (auto const& r : table) {
        detail::esmtp_parameter_walker at{r.element};
        REQUIRE_SAME(r.element, at.at_end(), false);
        auto const read = at.current();
        REQUIRE_SAME(r.element, read.has_value(), r.is_read);
        if (read)
            REQUIRE_SAME(r.element, read->raw(), r.element);
        else
            REQUIRE_SAME(r.element,
                         read.error() == diagnostic{diagnostic_code::esmtp_parameter_malformed, 0,
                                                    r.element.size()},
                         true);
        at.advance();
        REQUIRE_SAME(r.element, at.at_end(), true);
    }
    return true;
}
CASE("esmtp_parameter: what is a parameter", elements_are_read)

} // namespace

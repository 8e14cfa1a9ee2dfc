#include <foldwise/parameters/detail/compared_names.hpp>

#include "../../support.hpp"

#include <foldwise/parameters/parameter.hpp>

namespace {

/// The names of a list, each followed by ";", or by "!" where add() returns false.
constexpr test::text_buffer names_of(std::string_view value) {
    foldwise::detail::compared_names names;
    test::text_buffer refused;
    for (auto const segment : foldwise::parameters{value}.segments())
        if (segment && !names.add(*segment)) {
            refused.append(segment->name());
            refused.append('!');
        }
    test::text_buffer all;
    for (auto const name : names) {
        all.append(name);
        all.append(';');
    }
    all.append(std::string_view{refused});
    return all;
}

constexpr bool names_are_kept() {
    REQUIRE_TRUE(std::string_view{names_of("")}.empty());
    REQUIRE_TRUE(std::string_view{names_of(";a=1;b=1;A=2;a*=x''y;b*0=z")} == "a;b;");
    REQUIRE_TRUE(std::string_view{names_of(";a=;b=;c=;d=;e=;f=;g=;h=;h=")} == "a;b;c;d;e;f;g;h;");
    REQUIRE_TRUE(std::string_view{names_of(";a=;b=;c=;d=;e=;f=;g=;h=;i=;j=;i=;Name=;start=;name=;"
                                           "filename=;boundary*0=;charset=")} ==
                 "a;b;c;d;e;f;g;h;Name;start;filename;boundary;charset;i!");
    return true;
}
CASE("compared_names: 8 names, and those that decide", names_are_kept)

} // namespace

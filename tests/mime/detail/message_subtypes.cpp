#include <foldwise/mime/detail/message_subtypes.hpp>

#include "../../support.hpp"

#include <foldwise/parameters/content_type.hpp>

#include <string_view>

namespace {

using foldwise::content_type;
using namespace foldwise::detail;

constexpr bool encodings_are_ordered() {
    using enum foldwise::transfer_encoding;
    for (auto const each : {seven_bit, quoted_printable, base64, uuencode})
        REQUIRE_TRUE(encoding_domain(each) == 0);
    REQUIRE_TRUE(encoding_domain(eight_bit) == 1 && encoding_domain(other) == 1);
    REQUIRE_TRUE(encoding_domain(binary) == 2);
    return true;
}
CASE("message_subtypes: RFC 2045 sections 2.7 to 2.9", encodings_are_ordered)

struct parameter_row {
    std::string_view from;
    std::string_view type;
    bool has_all;
};

constexpr parameter_row parameter_table[] = {
    {"RFC 2046 section 5.2.2", "message/partial; id=a; number=1; total=2", true},
    {"the total may be left out", "message/partial; id=a; number=1", true},
    {"no id", "message/partial; number=1; total=2", false},
    {"no number", "message/partial; id=a; total=2", false},
    {"RFC 2046 section 5.2.3: no access-type", "message/external-body; name=a", false},
    {"RFC 2046 section 5.2.3.1", "message/external-body; access-type=Local-File; name=a", true},
    {"no name", "message/external-body; access-type=local-file", false},
    {"RFC 2046 section 5.2.3.2", "message/external-body; access-type=ftp; name=a; site=b", true},
    {"no site", "message/external-body; access-type=anon-ftp; name=a", false},
    {"RFC 2046 section 5.2.3.6", "message/external-body; access-type=mail-server; server=a", true},
    {"no server", "message/external-body; access-type=mail-server", false},
    {"an access-type of others", "message/external-body; access-type=x-new", true},
    {"a long one", "message/external-body; access-type=local-file-and-more", true},
};

constexpr bool parameters_are_required() {
    for (auto const& row : parameter_table)
        REQUIRE_SAME(row.from, has_required_parameters(content_type{row.type}), row.has_all);
    return true;
}
CASE("message_subtypes: parameters that must be there", parameters_are_required)

constexpr bool fragments_are_numbered() {
    for (std::string_view const good :
         {"message/partial; number=1", "message/partial; number=1; total=1",
          "message/partial; number=2; total=10", "message/partial; number=\"01\"; total=2"})
        REQUIRE_SAME(good, is_fragment_number(content_type{good}), true);
    for (std::string_view const bad :
         {"message/partial", "message/partial; number=0", "message/partial; number=2; total=1",
          "message/partial; number=a", "message/partial; number=-1",
          "message/partial; number=1; total=a",
          "message/partial; number=1; total=", "message/partial; number=100000000000000000000000"})
        REQUIRE_SAME(bad, is_fragment_number(content_type{bad}), false);
    return true;
}
CASE("message_subtypes: the number of a fragment", fragments_are_numbered)

} // namespace

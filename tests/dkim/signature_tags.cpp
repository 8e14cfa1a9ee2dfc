#include <foldwise/dkim/signature_tags.hpp>

#include "../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::signature_tags;
using foldwise::tag_list;

static_assert(std::is_trivially_copyable_v<signature_tags>);

constexpr bool tags_of_signatures() {
    signature_tags const signature{tag_list{"bh=QQ==; c=relaxed; h=From:To; l=5; q=a:b; x=9; z=c"}};
    REQUIRE_TRUE(*signature.body_hash() == "QQ==" && **signature.body_length() == 5);
    REQUIRE_TRUE(signature.canonicalization()->header == "relaxed");
    REQUIRE_TRUE(signature.canonicalization()->body == "simple");
    REQUIRE_TRUE(signature.lists("FROM") && !signature.lists("Date"));
    REQUIRE_TRUE(**signature.query_methods().begin() == "a");
    REQUIRE_TRUE(**signature.expiration() == 9 && **signature.copied_fields() == "c");
    return true;
}
CASE("signature_tags: the tags of signatures of messages", tags_of_signatures)

constexpr bool from_a_place_on() {
    // Octets before the first tag are skipped. Offsets count from the start nevertheless.
    signature_tags const skipping{tag_list{"i=1; d=a.example; a=x", 4}};
    REQUIRE_TRUE(*skipping.domain() == "a.example");
    REQUIRE_TRUE(skipping.algorithm().error() ==
                 diagnostic{diagnostic_code::tag_value_malformed, 20, 1});
    REQUIRE_TRUE(skipping.tags().find("i").error() ==
                 diagnostic{diagnostic_code::tag_missing, 21, 0});
    REQUIRE_TRUE(signature_tags{tag_list{"i=1", 3}}.tags().empty());
    return true;
}
CASE("signature_tags: octets before the start of the list are skipped", from_a_place_on)

} // namespace

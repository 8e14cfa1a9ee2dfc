#include <foldwise/dkim/detail/signature_tags.hpp>

#include "../../support.hpp"

namespace {

using foldwise::diagnostic;
using foldwise::diagnostic_code;
using foldwise::seal_tags;
using foldwise::signature_tags;
using foldwise::tag_list;

static_assert(std::is_trivially_copyable_v<signature_tags>);

constexpr bool tags_of_both() {
    // RFC 8617 appendix B, without the instance.
    seal_tags const seal{tag_list{" a=rsa-sha256; cv=pass; d=clochette.example.org; s=\n"
                                  "        clochette; t=12345; b=CU87XzXlNlk5X/yW4l73UvPU\n"
                                  "        +HPx3K05nJhny2fvymbReA=="}};
    REQUIRE_TRUE(seal.algorithm()->key == "rsa" && seal.algorithm()->hash == "sha256");
    REQUIRE_TRUE(*seal.domain() == "clochette.example.org" && *seal.selector() == "clochette");
    REQUIRE_TRUE(**seal.timestamp() == 12345);
    REQUIRE_TRUE(*seal.signature() == "CU87XzXlNlk5X/yW4l73UvPU+HPx3K05nJhny2fvymbReA==");
    REQUIRE_TRUE(seal.tags().find("cv")->value() == "pass");

    signature_tags const signature{tag_list{"bh=QQ==; c=relaxed; h=From:To; l=5; q=a:b; x=9; z=c"}};
    REQUIRE_TRUE(*signature.body_hash() == "QQ==" && **signature.body_length() == 5);
    REQUIRE_TRUE(signature.canonicalization()->header == "relaxed");
    REQUIRE_TRUE(signature.canonicalization()->body == "simple");
    REQUIRE_TRUE(signature.signs("FROM") && !signature.signs("Date"));
    REQUIRE_TRUE(**signature.query_methods().begin() == "a");
    REQUIRE_TRUE(**signature.expiration() == 9 && **signature.copied_headers() == "c");
    return true;
}
CASE("signature_tags: the tags that signatures have in common", tags_of_both)

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
